// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/json_document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// One object of a recipe with its path; every access checks type and range, finish() refuses unknown keys.
/// Errors are kRecipeField. Node and file outlive it.
class JsonFields {
public:
    JsonFields(const JsonNode& node, std::string path, const std::string& file)
        : m_node(node), m_path(std::move(path)), m_file(file) {}

    [[nodiscard]] std::string path(std::string_view key) const;
    [[nodiscard]] Error error(std::string_view key, std::string what) const;
    [[nodiscard]] static Error fieldError(const std::string& path, std::uint64_t line, std::string what,
                                          const std::string& file);
    [[nodiscard]] Status mustBeObject() const;

    /// The member, or nullptr where it is absent.
    [[nodiscard]] Result<const JsonNode*> take(std::string_view key, JsonNode::Type type);
    [[nodiscard]] Result<std::optional<std::string>> text(std::string_view key);
    [[nodiscard]] Result<std::string> requiredText(std::string_view key);
    /// From `least` to 1 000 000 000.
    [[nodiscard]] Result<std::optional<std::uint32_t>> whole(std::string_view key, std::int64_t least = 0);
    /// Any whole number from 0 up.
    [[nodiscard]] Result<std::optional<std::uint64_t>> count(std::string_view key);
    [[nodiscard]] Result<std::optional<double>> number(std::string_view key);
    [[nodiscard]] Result<std::optional<double>> share(std::string_view key);
    [[nodiscard]] Result<std::optional<bool>> boolean(std::string_view key);
    /// The index of the text among `words`.
    [[nodiscard]] Result<std::optional<std::size_t>> word(std::string_view key,
                                                          std::span<const std::string_view> words);
    /// Call last: everything that was not asked for is a mistake of the writer.
    [[nodiscard]] Status finish() const;

    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    const JsonNode& m_node;
    std::string m_path;
    const std::string& m_file;
    std::vector<std::string_view> m_known;
};

} // namespace mangrove::deid
