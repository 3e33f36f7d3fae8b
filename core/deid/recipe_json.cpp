// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/json_fields.h"
#include "deid/model_json_internal.h"
#include "deid/recipe.h"
#include "deid/transform_json_internal.h"

#include "base/format.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <span>

namespace mangrove::deid {

namespace {

constexpr std::array<std::string_view, 4> kRoles{"direct", "quasi", "sensitive", "insensitive"};
constexpr std::array<std::string_view, 2> kUnmatched{"error", "suppress"};
constexpr std::array<std::string_view, 2> kSuppressedRecords{"remove", "blank"};
constexpr std::array<std::string_view, 2> kStrategies{"optimal", "anytime"};
constexpr std::array<std::string_view, 2> kRecodings{"global", "local"};
constexpr std::array<std::string_view, 3> kUnlisted{"suppress", "keep", "error"};

Result<Attribute> readAttribute(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    Attribute attribute;
    MANGROVE_ASSIGN(attribute.column, fields.requiredText("column"));
    MANGROVE_ASSIGN(const auto role, fields.word("role", kRoles));
    if (!role)
        return fields.error("role", "is missing: direct, quasi, sensitive or insensitive");
    attribute.role = static_cast<AttributeRole>(*role);
    MANGROVE_ASSIGN(auto hierarchy, fields.text("hierarchy"));
    attribute.hierarchy = hierarchy.value_or("");
    MANGROVE_ASSIGN(attribute.level, fields.whole("level"));
    MANGROVE_ASSIGN(attribute.minLevel, fields.whole("minLevel"));
    MANGROVE_ASSIGN(attribute.maxLevel, fields.whole("maxLevel"));
    MANGROVE_ASSIGN(const auto unmatched, fields.word("unmatched", kUnmatched));
    attribute.unmatched = static_cast<UnmatchedPolicy>(unmatched.value_or(0));
    MANGROVE_ASSIGN(const JsonNode* transform, fields.take("transform", JsonNode::Type::Object));
    if (transform != nullptr) {
        MANGROVE_ASSIGN(attribute.transform, readTransform(*transform, fields.path("transform"), file));
    }
    MANGROVE_TRY(fields.finish());
    return attribute;
}

Result<SampleOptions> readSample(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    SampleOptions sample;
    MANGROVE_ASSIGN(const auto share, fields.share("share"));
    if (!share || *share <= 0)
        return fields.error("share", "must be a number above 0, at most 1");
    sample.share = *share;
    MANGROVE_ASSIGN(auto person, fields.text("person"));
    MANGROVE_ASSIGN(auto domain, fields.text("domain"));
    sample.person = person.value_or("");
    sample.domain = domain.value_or("");
    MANGROVE_TRY(fields.finish());
    return sample;
}

Result<SearchPlan> readSearch(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    SearchPlan plan;
    MANGROVE_ASSIGN(const auto strategy, fields.word("strategy", kStrategies));
    plan.strategy = static_cast<SearchStrategy>(strategy.value_or(0));
    MANGROVE_ASSIGN(const auto seconds, fields.number("seconds"));
    plan.seconds = seconds.value_or(SearchPlan().seconds);
    MANGROVE_TRY(fields.finish());
    return plan;
}

Result<Subset> readSubset(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    Subset subset;
    MANGROVE_ASSIGN(const JsonNode* rows, fields.take("rows", JsonNode::Type::Array));
    for (std::size_t i = 0; rows != nullptr && i < rows->items.size(); ++i) {
        const JsonNode& row = rows->items[i];
        if (row.type != JsonNode::Type::Number || !row.isInteger || row.integer < 0)
            return JsonFields::fieldError(format("{}.rows[{}]", path, i), row.line,
                                          "must be a row number from 0 up", file);
        subset.rows.push_back(static_cast<std::uint64_t>(row.integer));
    }
    MANGROVE_ASSIGN(auto name, fields.text("file"));
    subset.file = name.value_or("");
    MANGROVE_TRY(fields.finish());
    return subset;
}

template<typename Item, typename Read>
Status readList(JsonFields& fields, std::string_view key, const std::string& file, std::vector<Item>& into,
                Read read) {
    MANGROVE_ASSIGN(const JsonNode* list, fields.take(key, JsonNode::Type::Array));
    if (list == nullptr)
        return {};
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        MANGROVE_ASSIGN(Item item, read(list->items[i], format("{}[{}]", key, i), file));
        into.push_back(std::move(item));
    }
    return {};
}

using OrderedJson = nlohmann::ordered_json;

OrderedJson toTree(const Attribute& attribute, Disclosure disclosure) {
    OrderedJson tree;
    tree["column"] = attribute.column;
    tree["role"] = nameOf(attribute.role);
    if (!attribute.hierarchy.empty())
        tree["hierarchy"] = attribute.hierarchy;
    if (attribute.level)
        tree["level"] = *attribute.level;
    if (attribute.minLevel)
        tree["minLevel"] = *attribute.minLevel;
    if (attribute.maxLevel)
        tree["maxLevel"] = *attribute.maxLevel;
    if (attribute.unmatched != UnmatchedPolicy::Fail)
        tree["unmatched"] = kUnmatched[static_cast<std::size_t>(attribute.unmatched)];
    if (attribute.transform)
        tree["transform"] = transformTree(*attribute.transform, disclosure);
    return tree;
}

} // namespace

Result<Recipe> parseRecipe(std::string_view json, const std::string& file) {
    MANGROVE_ASSIGN(const JsonNode document, parseJsonDocument(json, file));
    JsonFields fields(document, "", file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto version, fields.whole("recipe"));
    if (version != 1U)
        return fields.error("recipe", "must be 1, the version of recipes that this program reads");
    Recipe recipe;
    MANGROVE_TRY(readList(fields, "attributes", file, recipe.attributes, readAttribute));
    MANGROVE_TRY(readList(fields, "models", file, recipe.models, readModel));
    MANGROVE_ASSIGN(const auto limit, fields.share("suppressionLimit"));
    recipe.suppressionLimit = limit.value_or(0);
    MANGROVE_ASSIGN(const JsonNode* measure, fields.take("measure", JsonNode::Type::Object));
    if (measure != nullptr) {
        MANGROVE_ASSIGN(recipe.measure, readMeasure(*measure, "measure", file));
    }
    MANGROVE_ASSIGN(const JsonNode* search, fields.take("search", JsonNode::Type::Object));
    if (search != nullptr) {
        MANGROVE_ASSIGN(recipe.search, readSearch(*search, "search", file));
    }
    MANGROVE_ASSIGN(const auto recoding, fields.word("recoding", kRecodings));
    recipe.recoding = static_cast<Recoding>(recoding.value_or(0));
    MANGROVE_ASSIGN(const JsonNode* subset, fields.take("subset", JsonNode::Type::Object));
    if (subset != nullptr) {
        MANGROVE_ASSIGN(recipe.subset, readSubset(*subset, "subset", file));
    }
    MANGROVE_ASSIGN(const auto suppressed, fields.word("suppressedRecords", kSuppressedRecords));
    recipe.suppressedRecords = static_cast<SuppressedRecords>(suppressed.value_or(0));
    MANGROVE_ASSIGN(const auto unlisted, fields.word("unlistedColumns", kUnlisted));
    recipe.unlisted = static_cast<UnlistedColumns>(unlisted.value_or(0));
    MANGROVE_ASSIGN(const JsonNode* sample, fields.take("sample", JsonNode::Type::Object));
    if (sample != nullptr) {
        MANGROVE_ASSIGN(recipe.sample, readSample(*sample, "sample", file));
    }
    MANGROVE_ASSIGN(auto recipient, fields.text("recipient"));
    recipe.recipient = recipient.value_or("");
    MANGROVE_TRY(fields.finish());
    if (recipe.attributes.empty())
        return fields.error("attributes", "is missing or empty");
    if (const Status status = validate(recipe); !status.ok())
        return status.error().withLocation({file, 0, 0});
    return recipe;
}

std::string toJson(const Recipe& recipe, Disclosure disclosure) {
    OrderedJson tree;
    tree["recipe"] = 1;
    tree["attributes"] = OrderedJson::array();
    for (const Attribute& attribute : recipe.attributes)
        tree["attributes"].push_back(toTree(attribute, disclosure));
    tree["models"] = OrderedJson::array();
    for (const Model& model : recipe.models)
        tree["models"].push_back(modelTree(model));
    tree["suppressionLimit"] = recipe.suppressionLimit;
    tree["measure"] = measureTree(recipe.measure);
    if (recipe.search != SearchPlan())
        tree["search"] =
            OrderedJson{{"strategy", nameOf(recipe.search.strategy)}, {"seconds", recipe.search.seconds}};
    if (recipe.recoding != Recoding::Global)
        tree["recoding"] = nameOf(recipe.recoding);
    if (recipe.subset && !recipe.subset->file.empty())
        tree["subset"] = OrderedJson{{"file", recipe.subset->file}};
    else if (recipe.subset)
        tree["subset"] = disclosure == Disclosure::Full
                             ? OrderedJson{{"rows", recipe.subset->rows}}
                             : OrderedJson{{"records", recipe.subset->rows.size()}};
    if (recipe.suppressedRecords != SuppressedRecords::Remove)
        tree["suppressedRecords"] = kSuppressedRecords[static_cast<std::size_t>(recipe.suppressedRecords)];
    if (recipe.unlisted != UnlistedColumns::Suppress)
        tree["unlistedColumns"] = kUnlisted[static_cast<std::size_t>(recipe.unlisted)];
    if (recipe.sample) {
        tree["sample"] = OrderedJson{{"share", recipe.sample->share}};
        if (!recipe.sample->person.empty())
            tree["sample"]["person"] = recipe.sample->person;
        if (!recipe.sample->domain.empty())
            tree["sample"]["domain"] = recipe.sample->domain;
    }
    if (!recipe.recipient.empty())
        tree["recipient"] = recipe.recipient;
    // Names from code may hold bytes that are no UTF-8; they must not throw.
    return tree.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace mangrove::deid
