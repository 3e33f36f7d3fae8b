// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/json_document.h"
#include "deid/recipe.h"

#include "base/format.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <span>

namespace mangrove::deid {

namespace {

constexpr std::int64_t kMaxWhole = 1'000'000'000;

/// One object of the recipe with its path; every access checks type and range, finish() refuses unknown keys.
class Fields {
public:
    Fields(const JsonNode& node, std::string path, const std::string& file)
        : m_node(node), m_path(std::move(path)), m_file(file) {}

    [[nodiscard]] std::string path(std::string_view key) const {
        return m_path.empty() ? std::string(key) : m_path + '.' + std::string(key);
    }

    [[nodiscard]] Error error(std::string_view key, std::string what) const {
        const JsonNode* node = m_node.find(key);
        const std::uint64_t line = node == nullptr ? m_node.line : node->line;
        return fieldError(path(key), line, std::move(what), m_file);
    }

    static Error fieldError(const std::string& path, std::uint64_t line, std::string what,
                            const std::string& file) {
        return Error(errors::kRecipeField,
                     {path.empty() ? "top level" : path, std::to_string(line), std::move(what)},
                     {file, line, 0});
    }

    [[nodiscard]] Status mustBeObject() const {
        if (m_node.type != JsonNode::Type::Object)
            return fieldError(m_path, m_node.line, format("must be an object but is {}", nameOf(m_node.type)),
                              m_file);
        return {};
    }

    [[nodiscard]] Result<const JsonNode*> take(std::string_view key, JsonNode::Type type) {
        m_known.push_back(key);
        const JsonNode* node = m_node.find(key);
        if (node != nullptr && node->type != type)
            return error(key, format("must be {} but is {}", nameOf(type), nameOf(node->type)));
        return node;
    }

    [[nodiscard]] Result<std::optional<std::string>> text(std::string_view key) {
        MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::String));
        return node == nullptr ? std::optional<std::string>() : std::optional(node->text);
    }

    [[nodiscard]] Result<std::string> requiredText(std::string_view key) {
        MANGROVE_ASSIGN(std::optional<std::string> value, text(key));
        if (!value || value->empty())
            return error(key, "is missing or empty");
        return std::move(*value);
    }

    [[nodiscard]] Result<std::optional<std::uint32_t>> whole(std::string_view key, std::int64_t least = 0) {
        MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
        if (node == nullptr)
            return std::optional<std::uint32_t>();
        if (!node->isInteger || node->integer < least || node->integer > kMaxWhole)
            return error(key, format("must be a whole number from {} to {}", least, kMaxWhole));
        return std::optional(static_cast<std::uint32_t>(node->integer));
    }

    [[nodiscard]] Result<std::optional<double>> share(std::string_view key) {
        MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
        if (node == nullptr)
            return std::optional<double>();
        if (!(node->number >= 0 && node->number <= 1))
            return error(key, "must be a number from 0 to 1");
        return std::optional(node->number);
    }

    /// The index of the text among `words`.
    [[nodiscard]] Result<std::optional<std::size_t>> word(std::string_view key,
                                                          std::span<const std::string_view> words) {
        MANGROVE_ASSIGN(const std::optional<std::string> value, text(key));
        if (!value)
            return std::optional<std::size_t>();
        std::string all;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == *value)
                return std::optional(i);
            all += (i == 0 ? "" : ", ") + std::string(words[i]);
        }
        return error(key, "must be one of " + all);
    }

    /// Call last: everything that was not asked for is a mistake of the writer.
    [[nodiscard]] Status finish() const {
        for (const auto& [key, value] : m_node.members) {
            if (std::find(m_known.begin(), m_known.end(), std::string_view(key)) == m_known.end())
                return fieldError(path(key), value.line, "is not a key that is known here", m_file);
        }
        return {};
    }

    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    const JsonNode& m_node;
    std::string m_path;
    const std::string& m_file;
    std::vector<std::string_view> m_known;
};

constexpr std::array<std::string_view, 4> kRoles{"direct", "quasi", "sensitive", "insensitive"};
constexpr std::array<std::string_view, 2> kUnmatched{"error", "suppress"};
constexpr std::array<std::string_view, 2> kSuppressModes{"remove", "empty"};
constexpr std::array<std::string_view, 6> kTransforms{"keep",      "suppress",   "mask",
                                                      "pseudonym", "generalise", "date-shift"};
constexpr std::array<std::string_view, 3> kModels{"k-anonymity", "gbt-39725", "gbt-42460"};
constexpr std::array<std::string_view, 3> kSharings{"public", "controlled", "enclave"};
constexpr std::array<std::string_view, 1> kMeasures{"loss"};
constexpr std::array<std::string_view, 4> kAggregates{"arithmetic-mean", "geometric-mean", "sum", "maximum"};
constexpr std::array<std::string_view, 2> kSuppressedRecords{"remove", "blank"};
constexpr std::array<std::string_view, 3> kUnlisted{"suppress", "keep", "error"};

Result<Transform> readTransform(const JsonNode& node, const std::string& path, const std::string& file) {
    Fields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto type, fields.word("type", kTransforms));
    if (!type)
        return fields.error("type", "is missing");
    Transform transform;
    transform.type = static_cast<TransformType>(*type);
    switch (transform.type) {
    case TransformType::Keep:
    case TransformType::Generalise:
        break;
    case TransformType::Suppress: {
        MANGROVE_ASSIGN(const auto mode, fields.word("mode", kSuppressModes));
        transform.suppressMode = static_cast<SuppressMode>(mode.value_or(0));
        break;
    }
    case TransformType::Mask: {
        MANGROVE_ASSIGN(const auto first, fields.whole("keepFirst"));
        MANGROVE_ASSIGN(const auto last, fields.whole("keepLast"));
        MANGROVE_ASSIGN(auto with, fields.text("with"));
        transform.keepFirst = first.value_or(0);
        transform.keepLast = last.value_or(0);
        transform.maskWith = with.value_or("*");
        break;
    }
    case TransformType::Pseudonym: {
        MANGROVE_ASSIGN(auto domain, fields.text("domain"));
        transform.domain = domain.value_or("");
        break;
    }
    case TransformType::DateShift: {
        MANGROVE_ASSIGN(transform.person, fields.requiredText("person"));
        MANGROVE_ASSIGN(auto domain, fields.text("domain"));
        MANGROVE_ASSIGN(const auto days, fields.whole("days", 1));
        if (!days)
            return fields.error("days", "is missing: how far may dates move, in days");
        transform.domain = domain.value_or("");
        transform.rangeDays = *days;
        break;
    }
    }
    MANGROVE_TRY(fields.finish());
    return transform;
}

Result<Attribute> readAttribute(const JsonNode& node, const std::string& path, const std::string& file) {
    Fields fields(node, path, file);
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

Result<ContextRisk> readContext(const JsonNode& node, const std::string& path, const std::string& file) {
    Fields fields(node, path, file);
    ContextRisk context;
    MANGROVE_ASSIGN(const auto deliberate, fields.share("deliberate"));
    MANGROVE_ASSIGN(const auto inadvertent, fields.share("inadvertent"));
    MANGROVE_ASSIGN(const auto breach, fields.share("breach"));
    context.deliberate = deliberate.value_or(1);
    context.inadvertent = inadvertent.value_or(1);
    context.breach = breach.value_or(1);
    MANGROVE_TRY(fields.finish());
    return context;
}

Result<Model> readModel(const JsonNode& node, const std::string& path, const std::string& file) {
    Fields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto type, fields.word("type", kModels));
    if (!type)
        return fields.error("type", "is missing");
    Model model;
    model.type = static_cast<ModelType>(*type);
    if (model.type == ModelType::KAnonymity) {
        MANGROVE_ASSIGN(const auto k, fields.whole("k", 2));
        if (!k)
            return fields.error("k", "is missing");
        model.k = *k;
    } else if (model.type == ModelType::Gbt42460) {
        MANGROVE_ASSIGN(const auto sharing, fields.word("sharing", kSharings));
        if (!sharing)
            return fields.error("sharing", "is missing: the threshold hangs on it");
        model.sharing = static_cast<Sharing>(*sharing);
        MANGROVE_ASSIGN(const JsonNode* context, fields.take("context", JsonNode::Type::Object));
        if (context != nullptr) {
            MANGROVE_ASSIGN(model.context, readContext(*context, fields.path("context"), file));
        }
    }
    MANGROVE_TRY(fields.finish());
    return model;
}

Result<Measure> readMeasure(const JsonNode& node, const std::string& path, const std::string& file) {
    Fields fields(node, path, file);
    MANGROVE_ASSIGN(const auto type, fields.word("type", kMeasures));
    if (!type)
        return fields.error("type", "is missing");
    Measure measure;
    MANGROVE_ASSIGN(const auto aggregate, fields.word("aggregate", kAggregates));
    MANGROVE_ASSIGN(const auto gsFactor, fields.share("gsFactor"));
    measure.aggregate = static_cast<Aggregate>(aggregate.value_or(0));
    measure.gsFactor = gsFactor.value_or(0.5);
    MANGROVE_TRY(fields.finish());
    return measure;
}

template<typename Item, typename Read>
Status readList(Fields& fields, std::string_view key, const std::string& file, std::vector<Item>& into,
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

OrderedJson toTree(const Transform& transform, Disclosure disclosure) {
    OrderedJson tree;
    tree["type"] = describe(transform.type).name;
    if (transform.type == TransformType::Suppress && transform.suppressMode != SuppressMode::Remove)
        tree["mode"] = kSuppressModes[static_cast<std::size_t>(transform.suppressMode)];
    if (transform.type == TransformType::Mask) {
        tree["keepFirst"] = transform.keepFirst;
        tree["keepLast"] = transform.keepLast;
        if (transform.maskWith != "*")
            tree["with"] = transform.maskWith;
    }
    if (transform.type == TransformType::DateShift)
        tree["person"] = transform.person;
    const bool hasDomain =
        transform.type == TransformType::DateShift || transform.type == TransformType::Pseudonym;
    if (hasDomain && !transform.domain.empty())
        tree["domain"] = transform.domain;
    if (transform.type == TransformType::DateShift && disclosure == Disclosure::Full)
        tree["days"] = transform.rangeDays;
    return tree;
}

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
        tree["transform"] = toTree(*attribute.transform, disclosure);
    return tree;
}

OrderedJson toTree(const Model& model) {
    OrderedJson tree;
    tree["type"] = kModels[static_cast<std::size_t>(model.type)];
    if (model.type == ModelType::KAnonymity)
        tree["k"] = model.k;
    if (model.type == ModelType::Gbt42460) {
        tree["sharing"] = nameOf(model.sharing);
        if (model.context != ContextRisk())
            tree["context"] = OrderedJson{{"deliberate", model.context.deliberate},
                                          {"inadvertent", model.context.inadvertent},
                                          {"breach", model.context.breach}};
    }
    return tree;
}

} // namespace

Result<Recipe> parseRecipe(std::string_view json, const std::string& file) {
    MANGROVE_ASSIGN(const JsonNode document, parseJsonDocument(json, file));
    Fields fields(document, "", file);
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
    MANGROVE_ASSIGN(const auto suppressed, fields.word("suppressedRecords", kSuppressedRecords));
    recipe.suppressedRecords = static_cast<SuppressedRecords>(suppressed.value_or(0));
    MANGROVE_ASSIGN(const auto unlisted, fields.word("unlistedColumns", kUnlisted));
    recipe.unlisted = static_cast<UnlistedColumns>(unlisted.value_or(0));
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
        tree["models"].push_back(toTree(model));
    tree["suppressionLimit"] = recipe.suppressionLimit;
    OrderedJson measure{{"type", "loss"}, {"aggregate", nameOf(recipe.measure.aggregate)}};
    if (recipe.measure.gsFactor != Measure().gsFactor)
        measure["gsFactor"] = recipe.measure.gsFactor;
    tree["measure"] = std::move(measure);
    if (recipe.suppressedRecords != SuppressedRecords::Remove)
        tree["suppressedRecords"] = kSuppressedRecords[static_cast<std::size_t>(recipe.suppressedRecords)];
    if (recipe.unlisted != UnlistedColumns::Suppress)
        tree["unlistedColumns"] = kUnlisted[static_cast<std::size_t>(recipe.unlisted)];
    if (!recipe.recipient.empty())
        tree["recipient"] = recipe.recipient;
    // Names from code may hold bytes that are no UTF-8; they must not throw.
    return tree.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace mangrove::deid
