// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/recipe.h"

#include "crypto/sha256.h"
#include "deid/sharing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace mangrove::deid {

namespace {

/// GB/T 39725-2020 10.2 d.
constexpr std::uint64_t kGbt39725Size = 6;
constexpr std::size_t kMaxAttributes = 1000;
constexpr std::size_t kMaxQuasi = 64;
constexpr double kMaxSeconds = 86400;

Error invalid(std::string what) {
    return Error(errors::kRecipeInvalid, {std::move(what)});
}

Status validateLevels(const Attribute& attribute) {
    const std::string who = "gives the column " + attribute.column;
    const bool bounded = attribute.minLevel || attribute.maxLevel;
    if ((attribute.level || bounded) && attribute.hierarchy.empty())
        return invalid(who + " a level but no hierarchy");
    if (attribute.level && bounded)
        return invalid(who + " both a fixed level and bounds for the search");
    if (attribute.minLevel && attribute.maxLevel && *attribute.minLevel > *attribute.maxLevel)
        return invalid(who + " a minLevel above its maxLevel");
    if (bounded && attribute.role != AttributeRole::Quasi)
        return invalid(who + " search bounds although only quasi-identifiers are searched");
    return {};
}

Status validateTransform(const Attribute& attribute) {
    const Transform transform = effectiveTransform(attribute);
    const std::string who = "gives the column " + attribute.column;
    if (transform.type == TransformType::Generalise) {
        if (attribute.hierarchy.empty())
            return invalid(who + " the transform generalise but no hierarchy");
        if (attribute.role != AttributeRole::Quasi && !attribute.level)
            return invalid(
                who + " the transform generalise but no level; only a quasi-identifier's level is searched");
    } else if (attribute.level || attribute.minLevel || attribute.maxLevel) {
        return invalid(who + " a level, which goes with the transform generalise only");
    }
    if (const std::string flaw = flawOf(transform, attribute.column); !flaw.empty())
        return invalid(who + ' ' + flaw);
    const bool isCode = transform.type == TransformType::Pseudonym || transform.type == TransformType::Encrypt
                        || transform.type == TransformType::Surrogate;
    if (isCode && attribute.role == AttributeRole::Quasi)
        return invalid(who + " the role quasi and the transform " + std::string(describe(transform.type).name)
                       + "; a value replaced by a code is a direct or insensitive one");
    return {};
}

bool isProbability(double value) {
    return value >= 0 && value <= 1;
}

Status validateModelIn(const Recipe& recipe, const Model& model) {
    MANGROVE_TRY(validate(model));
    if (!hasSensitiveColumn(model.type))
        return {};
    const Attribute* attribute = recipe.find(model.column);
    const std::string who = "asks for " + std::string(nameOf(model.type));
    if (attribute == nullptr || attribute->role != AttributeRole::Sensitive)
        return invalid(who + " of the column " + model.column + ", which is no sensitive attribute of it");
    if (model.variant == ModelVariant::Hierarchical && attribute->hierarchy.empty())
        return invalid(who + " by the hierarchy of the column " + model.column + ", which has none");
    return {};
}

Status validateSubset(const Recipe& recipe) {
    const bool needs = std::any_of(recipe.models.begin(), recipe.models.end(), [](const Model& model) {
        return model.type == ModelType::KMap || model.type == ModelType::DeltaPresence;
    });
    if (needs && !recipe.subset)
        return invalid("asks for k-map or delta-presence but has no subset");
    if (recipe.subset && recipe.subset->rows.empty() == recipe.subset->file.empty())
        return invalid("has a subset without either rows or a file");
    return {};
}

/// Local recoding cuts the table anew for every class, so only models that look at one class at a time can
/// guide it.
Status validateLocal(const Recipe& recipe) {
    if (recipe.subset)
        return invalid("asks for local recoding with a subset, which does not go together");
    for (const Model& model : recipe.models) {
        if (model.type == ModelType::AverageRisk || model.type == ModelType::SampleUniqueness
            || model.type == ModelType::PopulationUniqueness)
            return invalid("asks for local recoding with " + std::string(nameOf(model.type))
                           + ", which does not go together");
    }
    return {};
}

} // namespace

std::string_view nameOf(AttributeRole role) {
    static constexpr std::array<std::string_view, 4> kNames{"direct", "quasi", "sensitive", "insensitive"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view nameOf(SearchStrategy strategy) {
    return strategy == SearchStrategy::Optimal ? "optimal" : "anytime";
}

std::string_view nameOf(Recoding recoding) {
    return recoding == Recoding::Global ? "global" : "local";
}

Transform effectiveTransform(const Attribute& attribute) {
    if (attribute.transform)
        return *attribute.transform;
    Transform transform;
    if (attribute.role == AttributeRole::Direct)
        transform.type = TransformType::Suppress;
    else if (!attribute.hierarchy.empty() && (attribute.role == AttributeRole::Quasi || attribute.level))
        transform.type = TransformType::Generalise;
    return transform;
}

Recipe withoutLevels(Recipe recipe) {
    for (Attribute& attribute : recipe.attributes) {
        attribute.level.reset();
        attribute.minLevel.reset();
        attribute.maxLevel.reset();
    }
    return recipe;
}

const Attribute* Recipe::find(std::string_view column) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& attribute) { return attribute.column == column; });
    return found == attributes.end() ? nullptr : &*found;
}

std::uint64_t Recipe::requiredClassSize() const {
    std::uint64_t size = 1;
    for (const Model& model : models) {
        if (model.type == ModelType::KAnonymity)
            size = std::max<std::uint64_t>(size, model.k);
        else if (model.type == ModelType::Gbt39725)
            size = std::max(size, kGbt39725Size);
        else if (model.type == ModelType::Gbt42460)
            size = std::max(size, smallestClassFor(model.sharing));
        else if (model.type == ModelType::HighestRisk)
            size = std::max(size, static_cast<std::uint64_t>(std::ceil(1 / model.threshold * (1 - 1e-12))));
    }
    return size;
}

Status validate(const Recipe& recipe) {
    if (recipe.attributes.size() > kMaxAttributes)
        return invalid("has more than 1000 attributes");
    std::set<std::string_view> seen;
    std::size_t quasi = 0;
    for (const Attribute& attribute : recipe.attributes) {
        if (attribute.column.empty())
            return invalid("has an attribute without a column name");
        if (!seen.insert(attribute.column).second)
            return invalid("names the column " + attribute.column + " twice");
        MANGROVE_TRY(validateLevels(attribute));
        MANGROVE_TRY(validateTransform(attribute));
        quasi += attribute.role == AttributeRole::Quasi ? 1U : 0U;
    }
    if (quasi > kMaxQuasi)
        return invalid("has more than 64 quasi-identifiers");
    for (const Model& model : recipe.models)
        MANGROVE_TRY(validateModelIn(recipe, model));
    if (!recipe.models.empty() && quasi == 0)
        return invalid("has a model but no quasi-identifier");
    MANGROVE_TRY(validateSubset(recipe));
    if (recipe.sample && !(recipe.sample->share > 0 && recipe.sample->share <= 1))
        return invalid("takes a sample with a share outside 0 to 1");
    if (recipe.sample && recipe.sample->domain.find('\0') != std::string::npos)
        return invalid("takes a sample of a domain with a NUL character");
    if (!isProbability(recipe.suppressionLimit))
        return invalid("has a suppressionLimit outside 0 to 1");
    MANGROVE_TRY(validate(recipe.measure));
    for (const auto& [column, weight] : recipe.measure.weights) {
        const Attribute* attribute = recipe.find(column);
        if (attribute == nullptr || attribute->role != AttributeRole::Quasi)
            return invalid("weighs the column " + column + ", which is no quasi-identifier");
    }
    if (!(recipe.search.seconds > 0 && recipe.search.seconds <= kMaxSeconds))
        return invalid("lets the search run for other than up to 86400 seconds");
    if (recipe.recoding == Recoding::Local)
        MANGROVE_TRY(validateLocal(recipe));
    return {};
}

std::string recipeSha256(const Recipe& recipe) {
    return toHex(crypto::sha256(toJson(recipe, Disclosure::Full)));
}

} // namespace mangrove::deid
