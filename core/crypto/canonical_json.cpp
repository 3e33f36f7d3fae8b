// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/canonical_json.h"

#include "base/format.h"
#include "base/text.h"
#include "crypto/errors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

namespace mangrove::crypto {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxBytes = 16U << 20U;
constexpr int kMaxDepth = 64;
constexpr std::int64_t kMaxExact = 9007199254740991; // 2^53 - 1

Error notCanonical(std::string why) {
    return Error(errors::kJsonNotCanonical, {std::move(why)});
}

// RFC 8785 section 3.2.3 sorts by UTF-16 code units, which differs from UTF-8 order above U+FFFF.
std::u16string toUtf16(std::string_view text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x10000) {
            units += static_cast<char16_t>(c);
        } else {
            units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
            units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
        }
    }
    return units;
}

// ECMA-262 Number::toString: the shortest digits, laid out by the size of the exponent.
std::string ecmaNumber(double value) {
    if (value == 0)
        return "0"; // also -0
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), std::abs(value), std::chars_format::scientific).ptr;
    const std::string_view written(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = written.find('e');
    std::string digits(written.substr(0, e));
    std::erase(digits, '.');
    int exponent = 0;
    const auto* first = written.data() + e + (written[e + 1] == '+' ? 2 : 1);
    std::from_chars(first, end, exponent);
    const int k = static_cast<int>(digits.size());
    const int n = exponent + 1;
    std::string text = std::signbit(value) ? "-" : "";
    if (k <= n && n <= 21)
        return text + digits + std::string(static_cast<std::size_t>(n - k), '0');
    if (0 < n && n <= 21)
        return text + digits.insert(static_cast<std::size_t>(n), ".");
    if (-6 < n && n <= 0)
        return text + "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    if (k > 1)
        digits.insert(1, ".");
    return text + digits + format("e{}{}", exponent < 0 ? "-" : "+", std::abs(exponent));
}

// Counted on the text, before a tree is built whose depth would be the text's.
int deepestNesting(std::string_view text) {
    int nesting = 0;
    int deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++nesting);
        } else if (c == '}' || c == ']') {
            --nesting;
        }
    }
    return deepest;
}

Status write(const json& value, std::string& out) {
    if (value.is_object()) {
        std::vector<const std::string*> names;
        for (auto it = value.begin(); it != value.end(); ++it)
            names.push_back(&it.key());
        std::sort(names.begin(), names.end(),
                  [](const auto* a, const auto* b) { return toUtf16(*a) < toUtf16(*b); });
        out += '{';
        for (const auto* name : names) {
            out += name == names.front() ? "" : ",";
            out += canonicalJsonString(*name) + ':';
            MANGROVE_TRY(write(value.at(*name), out));
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i == 0 ? "" : ",";
            MANGROVE_TRY(write(value[i], out));
        }
        out += ']';
    } else if (value.is_string()) {
        out += canonicalJsonString(value.get_ref<const std::string&>());
    } else if (value.is_number_unsigned()
               && value.get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxExact)) {
        return notCanonical("an integer is beyond 2^53 - 1; write it as text");
    } else if (value.is_number_integer()) {
        if (value.get<std::int64_t>() < -kMaxExact)
            return notCanonical("an integer is beyond -(2^53 - 1); write it as text");
        out += std::to_string(value.get<std::int64_t>());
    } else if (value.is_number_float()) {
        if (!std::isfinite(value.get<double>()))
            return notCanonical("a number is not finite");
        out += ecmaNumber(value.get<double>());
    } else {
        out += value.is_null() ? "null" : value.get<bool>() ? "true" : "false";
    }
    return {};
}

} // namespace

std::string canonicalJsonString(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += format("\\u{:04x}", static_cast<unsigned>(c));
            else
                out += c;
        }
    }
    return out + '"';
}

Result<std::string> canonicalJson(std::string_view text) {
    if (text.size() > kMaxBytes)
        return notCanonical("it is longer than 16 MiB");
    if (text.starts_with("\xEF\xBB\xBF"))
        return notCanonical("it begins with a byte order mark");
    std::vector<std::set<std::string>> names;
    bool repeated = false;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            names.emplace_back();
        else if (event == json::parse_event_t::object_end)
            names.pop_back();
        else if (event == json::parse_event_t::key)
            repeated = !names.back().insert(parsed.get<std::string>()).second || repeated;
        return true;
    };
    if (deepestNesting(text) > kMaxDepth)
        return notCanonical(format("it is nested deeper than {}", kMaxDepth));
    const json tree = json::parse(text.begin(), text.end(), watch, false);
    if (tree.is_discarded())
        return notCanonical("it is no JSON text in UTF-8");
    if (repeated)
        return notCanonical("an object has the same member twice");
    std::string out;
    out.reserve(text.size());
    MANGROVE_TRY(write(tree, out));
    return out;
}

} // namespace mangrove::crypto
