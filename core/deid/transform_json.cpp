// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/transform_json_internal.h"

#include "base/format.h"
#include "deid/json_fields.h"
#include "deid/recipe.h"

#include <nlohmann/json.hpp>

#include <array>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

constexpr std::array<std::string_view, 2> kSuppressModes{"remove", "empty"};
constexpr std::array<std::string_view, 3> kHides{"all", "digits", "letters-digits"};
constexpr std::array<std::string_view, 2> kHashes{"sha256", "sm3"};
constexpr std::array<std::string_view, 2> kLimits{"bound", "label"};
constexpr std::array<std::string_view, 2> kLanguages{"zh", "en"};
constexpr std::size_t kMostItems = 10'000;

template<typename Enum, std::size_t kCount>
std::array<std::string_view, kCount> wordsOf() {
    std::array<std::string_view, kCount> words{};
    for (std::size_t i = 0; i < kCount; ++i)
        words[i] = nameOf(static_cast<Enum>(i));
    return words;
}

std::vector<std::string_view> transformWords() {
    std::vector<std::string_view> words;
    for (const TransformInfo& info : transformInfos())
        words.push_back(info.name);
    return words;
}

template<typename Enum>
Status readWord(JsonFields& fields, std::string_view key, std::span<const std::string_view> words,
                Enum& into) {
    MANGROVE_ASSIGN(const auto word, fields.word(key, words));
    if (word)
        into = static_cast<Enum>(*word);
    return {};
}

Status readText(JsonFields& fields, std::string_view key, std::string& into) {
    MANGROVE_ASSIGN(auto text, fields.text(key));
    if (text)
        into = std::move(*text);
    return {};
}

Status readWhole(JsonFields& fields, std::string_view key, std::uint32_t& into, std::int64_t least = 0) {
    MANGROVE_ASSIGN(const auto number, fields.whole(key, least));
    into = number.value_or(into);
    return {};
}

Status readNumber(JsonFields& fields, std::string_view key, double& into) {
    MANGROVE_ASSIGN(const auto number, fields.number(key));
    into = number.value_or(into);
    return {};
}

Result<const JsonNode*> takeList(JsonFields& fields, std::string_view key, JsonNode::Type type) {
    MANGROVE_ASSIGN(const JsonNode* list, fields.take(key, JsonNode::Type::Array));
    if (list == nullptr)
        return list;
    if (list->items.size() > kMostItems)
        return fields.error(key, "must have at most 10000 items");
    for (const JsonNode& item : list->items) {
        if (item.type != type)
            return fields.error(
                key, format("must hold {} only", type == JsonNode::Type::Number ? "numbers" : "texts"));
    }
    return list;
}

Status readBounds(JsonFields& fields, Transform& transform) {
    MANGROVE_ASSIGN(transform.lower, fields.number("min"));
    MANGROVE_ASSIGN(transform.upper, fields.number("max"));
    return {};
}

Status readKept(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readWhole(fields, "keepFirst", transform.keepFirst));
    return readWhole(fields, "keepLast", transform.keepLast);
}

Status readBin(JsonFields& fields, Binning& bin) {
    MANGROVE_TRY(readNumber(fields, "width", bin.width));
    MANGROVE_TRY(readNumber(fields, "origin", bin.origin));
    MANGROVE_TRY(readWhole(fields, "quantiles", bin.quantiles));
    MANGROVE_ASSIGN(const JsonNode* edges, takeList(fields, "edges", JsonNode::Type::Number));
    if (edges != nullptr) {
        for (const JsonNode& edge : edges->items)
            bin.edges.push_back(edge.number);
    }
    return {};
}

Status readShift(JsonFields& fields, Transform& transform, bool required) {
    MANGROVE_ASSIGN(auto person, fields.text("person"));
    MANGROVE_ASSIGN(const auto days, fields.whole("days", 1));
    MANGROVE_TRY(readText(fields, "domain", transform.domain));
    if (required && (!person || person->empty()))
        return fields.error("person", "is missing or empty");
    if (required && !days)
        return fields.error("days", "is missing: how far may dates move, in days");
    transform.person = person.value_or("");
    transform.rangeDays = days.value_or(0);
    return {};
}

Status readMask(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readKept(fields, transform));
    MANGROVE_TRY(readText(fields, "with", transform.maskWith));
    MANGROVE_TRY(readText(fields, "pattern", transform.pattern));
    return readWord(fields, "hide", kHides, transform.hide);
}

Status readPseudonym(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readText(fields, "domain", transform.domain));
    MANGROVE_TRY(readWord(fields, "hash", kHashes, transform.hash));
    MANGROVE_ASSIGN(const auto reversible, fields.boolean("reversible"));
    transform.reversible = reversible.value_or(false);
    return {};
}

Status readEncrypt(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readWord(fields, "format", wordsOf<CipherFormat::Kind, 6>(), transform.format.kind));
    MANGROVE_TRY(readText(fields, "alphabet", transform.format.alphabet));
    MANGROVE_TRY(readKept(fields, transform));
    return readText(fields, "domain", transform.domain);
}

Status readSurrogate(JsonFields& fields, Transform& transform) {
    MANGROVE_ASSIGN(const auto kind, fields.word("kind", wordsOf<SurrogateKind, 5>()));
    if (!kind)
        return fields.error("kind", "is missing: what is to be made up");
    transform.surrogate = static_cast<SurrogateKind>(*kind);
    return readText(fields, "domain", transform.domain);
}

Status readLimit(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readBounds(fields, transform));
    return readWord(fields, "as", kLimits, transform.labelled);
}

Status readUnit(JsonFields& fields, Transform& transform) {
    MANGROVE_ASSIGN(const auto unit, fields.word("unit", wordsOf<DateUnit, 5>()));
    if (!unit)
        return fields.error("unit", "is missing: what is to be left of a date");
    transform.unit = static_cast<DateUnit>(*unit);
    return {};
}

Status readNoise(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readWord(fields, "shape", wordsOf<NoiseShape, 2>(), transform.noise));
    MANGROVE_TRY(readNumber(fields, "scale", transform.step));
    MANGROVE_TRY(readBounds(fields, transform));
    return readText(fields, "domain", transform.domain);
}

Status readMicro(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readWhole(fields, "k", transform.size, 2));
    MANGROVE_TRY(readWord(fields, "average", wordsOf<Average, 3>(), transform.average));
    return readText(fields, "group", transform.group);
}

Status readSuppressCells(JsonFields& fields, Transform& transform) {
    MANGROVE_ASSIGN(const JsonNode* values, takeList(fields, "values", JsonNode::Type::String));
    if (values != nullptr) {
        for (const JsonNode& value : values->items)
            transform.values.push_back(value.text);
    }
    MANGROVE_TRY(readBounds(fields, transform));
    return readWhole(fields, "fewerThan", transform.size, 2);
}

Status readRedact(JsonFields& fields, Transform& transform) {
    MANGROVE_TRY(readWord(fields, "with", wordsOf<TextReplacement, 3>(), transform.replacement));
    MANGROVE_TRY(readWord(fields, "language", kLanguages, transform.language));
    return readShift(fields, transform, transform.replacement == TextReplacement::ShiftDates);
}

Status readParameters(JsonFields& fields, Transform& transform) {
    switch (transform.type) {
    case TransformType::Keep:
    case TransformType::Generalise:
        return {};
    case TransformType::Suppress:
        return readWord(fields, "mode", kSuppressModes, transform.suppressMode);
    case TransformType::Mask:
        return readMask(fields, transform);
    case TransformType::Pseudonym:
        return readPseudonym(fields, transform);
    case TransformType::DateShift:
        return readShift(fields, transform, true);
    case TransformType::Encrypt:
        return readEncrypt(fields, transform);
    case TransformType::Surrogate:
        return readSurrogate(fields, transform);
    case TransformType::Bin:
        return readBin(fields, transform.bin);
    case TransformType::Limit:
        return readLimit(fields, transform);
    case TransformType::Round:
        return readNumber(fields, "to", transform.step);
    case TransformType::TruncateDate:
        return readUnit(fields, transform);
    case TransformType::Noise:
        return readNoise(fields, transform);
    case TransformType::MicroAggregate:
        return readMicro(fields, transform);
    case TransformType::Permute:
        return readText(fields, "group", transform.group);
    case TransformType::SuppressCells:
        return readSuppressCells(fields, transform);
    case TransformType::RedactText:
        return readRedact(fields, transform);
    }
    return {};
}

// --- writing

void putText(Tree& tree, const char* key, const std::string& text) {
    if (!text.empty())
        tree[key] = text;
}

void putWhole(Tree& tree, const char* key, std::uint32_t number) {
    if (number != 0)
        tree[key] = number;
}

void putBounds(Tree& tree, const Transform& transform) {
    if (transform.lower)
        tree["min"] = *transform.lower;
    if (transform.upper)
        tree["max"] = *transform.upper;
}

void putMask(Tree& tree, const Transform& transform) {
    if (transform.pattern.empty()) {
        tree["keepFirst"] = transform.keepFirst;
        tree["keepLast"] = transform.keepLast;
    }
    putText(tree, "pattern", transform.pattern);
    if (transform.hide != MaskHide::All)
        tree["hide"] = kHides[static_cast<std::size_t>(transform.hide)];
    if (transform.maskWith != "*")
        tree["with"] = transform.maskWith;
}

void putShift(Tree& tree, const Transform& transform, Disclosure disclosure) {
    putText(tree, "person", transform.person);
    putText(tree, "domain", transform.domain);
    if (disclosure == Disclosure::Full)
        putWhole(tree, "days", transform.rangeDays);
}

void putEncrypt(Tree& tree, const Transform& transform) {
    tree["format"] = nameOf(transform.format.kind);
    putText(tree, "alphabet", transform.format.alphabet);
    putWhole(tree, "keepFirst", transform.keepFirst);
    putWhole(tree, "keepLast", transform.keepLast);
    putText(tree, "domain", transform.domain);
}

void putBin(Tree& tree, const Binning& bin) {
    if (bin.width != 0) {
        tree["width"] = bin.width;
        if (bin.origin != 0)
            tree["origin"] = bin.origin;
    }
    if (!bin.edges.empty())
        tree["edges"] = bin.edges;
    putWhole(tree, "quantiles", bin.quantiles);
}

void putParameters(Tree& tree, const Transform& transform, Disclosure disclosure) {
    switch (transform.type) {
    case TransformType::Keep:
    case TransformType::Generalise:
        break;
    case TransformType::Suppress:
        if (transform.suppressMode != SuppressMode::Remove)
            tree["mode"] = kSuppressModes[static_cast<std::size_t>(transform.suppressMode)];
        break;
    case TransformType::Mask:
        putMask(tree, transform);
        break;
    case TransformType::Pseudonym:
        putText(tree, "domain", transform.domain);
        if (transform.hash != crypto::HmacHash::Sha256)
            tree["hash"] = kHashes[static_cast<std::size_t>(transform.hash)];
        if (transform.reversible)
            tree["reversible"] = true;
        break;
    case TransformType::DateShift:
        putShift(tree, transform, disclosure);
        break;
    case TransformType::Encrypt:
        putEncrypt(tree, transform);
        break;
    case TransformType::Surrogate:
        tree["kind"] = nameOf(transform.surrogate);
        putText(tree, "domain", transform.domain);
        break;
    case TransformType::Bin:
        putBin(tree, transform.bin);
        break;
    case TransformType::Limit:
        putBounds(tree, transform);
        if (!transform.labelled)
            tree["as"] = "bound";
        break;
    case TransformType::Round:
        tree["to"] = transform.step;
        break;
    case TransformType::TruncateDate:
        tree["unit"] = nameOf(transform.unit);
        break;
    case TransformType::Noise:
        if (transform.noise != NoiseShape::Laplace)
            tree["shape"] = nameOf(transform.noise);
        tree["scale"] = transform.step;
        putBounds(tree, transform);
        putText(tree, "domain", transform.domain);
        break;
    case TransformType::MicroAggregate:
        tree["k"] = transform.size;
        if (transform.average != Average::Mean)
            tree["average"] = nameOf(transform.average);
        putText(tree, "group", transform.group);
        break;
    case TransformType::Permute:
        putText(tree, "group", transform.group);
        break;
    case TransformType::SuppressCells:
        if (!transform.values.empty())
            tree["values"] = transform.values;
        putBounds(tree, transform);
        putWhole(tree, "fewerThan", transform.size);
        break;
    case TransformType::RedactText:
        if (transform.replacement != TextReplacement::Tag)
            tree["with"] = nameOf(transform.replacement);
        if (transform.language != TagLanguage::Chinese)
            tree["language"] = "en";
        putShift(tree, transform, disclosure);
        break;
    }
}

} // namespace

Result<Transform> readTransform(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto type, fields.word("type", transformWords()));
    if (!type)
        return fields.error("type", "is missing");
    Transform transform;
    transform.type = static_cast<TransformType>(*type);
    MANGROVE_TRY(readParameters(fields, transform));
    MANGROVE_TRY(fields.finish());
    return transform;
}

Tree transformTree(const Transform& transform, Disclosure disclosure) {
    Tree tree;
    tree["type"] = describe(transform.type).name;
    putParameters(tree, transform, disclosure);
    return tree;
}

std::string toJson(const Transform& transform, Disclosure disclosure) {
    return transformTree(transform, disclosure).dump(-1, ' ', false, Tree::error_handler_t::replace);
}

} // namespace mangrove::deid
