// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// A JSON value that knows the line it stands on, so that an error about its meaning can name the place. Keys
/// keep the file's order. Plain data.
struct JsonNode {
    struct Member;
    enum class Type : std::uint8_t { Null, Boolean, Number, String, Array, Object };
    Type type = Type::Null;
    std::uint64_t line = 1;
    bool boolean = false;
    double number = 0;
    bool isInteger = false; ///< written without point and exponent, and exact in `integer`
    std::int64_t integer = 0;
    std::string text;
    std::vector<JsonNode> items;
    std::vector<Member> members;

    [[nodiscard]] const JsonNode* find(std::string_view key) const;
};

struct JsonNode::Member {
    std::string key;
    JsonNode value;
};

/// "a whole number", "a text"…: for error sentences.
[[nodiscard]] std::string_view nameOf(JsonNode::Type type);

/// Parses strict JSON: one value, no comments, no repeated keys, at most 1 MiB and 16 levels deep. Errors:
/// kRecipeSyntax with the line.
[[nodiscard]] Result<JsonNode> parseJsonDocument(std::string_view text, const std::string& file);

} // namespace mangrove::deid
