// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/json_fields.h"

#include "base/format.h"
#include "deid/errors.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr std::int64_t kMaxWhole = 1'000'000'000;

} // namespace

std::string JsonFields::path(std::string_view key) const {
    return m_path.empty() ? std::string(key) : m_path + '.' + std::string(key);
}

Error JsonFields::error(std::string_view key, std::string what) const {
    const JsonNode* node = m_node.find(key);
    const std::uint64_t line = node == nullptr ? m_node.line : node->line;
    return fieldError(path(key), line, std::move(what), m_file);
}

Error JsonFields::fieldError(const std::string& path, std::uint64_t line, std::string what,
                             const std::string& file) {
    return Error(errors::kRecipeField,
                 {path.empty() ? "top level" : path, std::to_string(line), std::move(what)}, {file, line, 0});
}

Status JsonFields::mustBeObject() const {
    if (m_node.type != JsonNode::Type::Object)
        return fieldError(m_path, m_node.line, format("must be an object but is {}", nameOf(m_node.type)),
                          m_file);
    return {};
}

Result<const JsonNode*> JsonFields::take(std::string_view key, JsonNode::Type type) {
    m_known.push_back(key);
    const JsonNode* node = m_node.find(key);
    if (node != nullptr && node->type != type)
        return error(key, format("must be {} but is {}", nameOf(type), nameOf(node->type)));
    return node;
}

Result<std::optional<std::string>> JsonFields::text(std::string_view key) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::String));
    return node == nullptr ? std::optional<std::string>() : std::optional(node->text);
}

Result<std::string> JsonFields::requiredText(std::string_view key) {
    MANGROVE_ASSIGN(std::optional<std::string> value, text(key));
    if (!value || value->empty())
        return error(key, "is missing or empty");
    return std::move(*value);
}

Result<std::optional<std::uint32_t>> JsonFields::whole(std::string_view key, std::int64_t least) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
    if (node == nullptr)
        return std::optional<std::uint32_t>();
    if (!node->isInteger || node->integer < least || node->integer > kMaxWhole)
        return error(key, format("must be a whole number from {} to {}", least, kMaxWhole));
    return std::optional(static_cast<std::uint32_t>(node->integer));
}

Result<std::optional<double>> JsonFields::share(std::string_view key) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
    if (node == nullptr)
        return std::optional<double>();
    if (!(node->number >= 0 && node->number <= 1))
        return error(key, "must be a number from 0 to 1");
    return std::optional(node->number);
}

Result<std::optional<std::size_t>> JsonFields::word(std::string_view key,
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

Status JsonFields::finish() const {
    for (const auto& [key, value] : m_node.members) {
        if (std::find(m_known.begin(), m_known.end(), std::string_view(key)) == m_known.end())
            return fieldError(path(key), value.line, "is not a key that is known here", m_file);
    }
    return {};
}

Result<std::optional<std::uint64_t>> JsonFields::count(std::string_view key) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
    if (node == nullptr)
        return std::optional<std::uint64_t>();
    if (!node->isInteger || node->integer < 0)
        return error(key, "must be a whole number from 0 up");
    return std::optional(static_cast<std::uint64_t>(node->integer));
}

Result<std::optional<double>> JsonFields::number(std::string_view key) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Number));
    if (node == nullptr)
        return std::optional<double>();
    if (!std::isfinite(node->number))
        return error(key, "must be a finite number");
    return std::optional(node->number);
}

Result<std::optional<bool>> JsonFields::boolean(std::string_view key) {
    MANGROVE_ASSIGN(const JsonNode* node, take(key, JsonNode::Type::Boolean));
    return node == nullptr ? std::optional<bool>() : std::optional(node->boolean);
}

} // namespace mangrove::deid
