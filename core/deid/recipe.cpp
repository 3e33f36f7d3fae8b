// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/recipe.h"

#include "base/text.h"
#include "crypto/sha256.h"
#include "deid/sharing.h"

#include <algorithm>
#include <array>
#include <set>

namespace mangrove::deid {

namespace {

/// GB/T 39725-2020 10.2 d.
constexpr std::uint64_t kGbt39725Size = 6;
constexpr std::size_t kMaxAttributes = 1000;
constexpr std::size_t kMaxQuasi = 64;
constexpr std::uint32_t kMaxRangeDays = 3650;

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
    if (transform.type == TransformType::Mask && codePointCount(transform.maskWith) != 1)
        return invalid(who + " a mask that is not exactly one character");
    if (transform.domain.find('\0') != std::string::npos)
        return invalid(who + " a domain with a NUL character");
    if (transform.type == TransformType::DateShift) {
        if (transform.rangeDays == 0 || transform.rangeDays > kMaxRangeDays)
            return invalid(who + " a date shift of other than 1 to 3650 days");
        if (transform.person.empty() || transform.person == attribute.column)
            return invalid(who + " a date shift without another column that tells persons apart");
    }
    if (transform.type == TransformType::Pseudonym && attribute.role == AttributeRole::Quasi)
        return invalid(
            who + " the role quasi and a pseudonym; a pseudonymised value is a direct or insensitive one");
    return {};
}

bool isProbability(double value) {
    return value >= 0 && value <= 1;
}

Status validateModel(const Model& model) {
    if (model.type == ModelType::KAnonymity && model.k < 2)
        return invalid("asks for k-anonymity with k below 2, which asks for nothing");
    if (model.type == ModelType::Gbt42460
        && !(isProbability(model.context.deliberate) && isProbability(model.context.inadvertent)
             && isProbability(model.context.breach)))
        return invalid("has a context probability outside 0 to 1");
    return {};
}

} // namespace

std::string_view nameOf(AttributeRole role) {
    static constexpr std::array<std::string_view, 4> kNames{"direct", "quasi", "sensitive", "insensitive"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view nameOf(Aggregate aggregate) {
    static constexpr std::array<std::string_view, 4> kNames{"arithmetic-mean", "geometric-mean", "sum",
                                                            "maximum"};
    return kNames[static_cast<std::size_t>(aggregate)];
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
        else
            size = std::max(size, smallestClassFor(model.sharing));
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
        MANGROVE_TRY(validateModel(model));
    if (recipe.requiredClassSize() > 1 && quasi == 0)
        return invalid("has a model for class sizes but no quasi-identifier");
    if (!isProbability(recipe.suppressionLimit))
        return invalid("has a suppressionLimit outside 0 to 1");
    if (!isProbability(recipe.measure.gsFactor))
        return invalid("has a gsFactor outside 0 to 1");
    return {};
}

std::string recipeSha256(const Recipe& recipe) {
    return toHex(crypto::sha256(toJson(recipe, Disclosure::Full)));
}

} // namespace mangrove::deid
