// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_tape.h"

#include "base/text.h"

#include <array>

namespace mangrove::io {

namespace {

/// Bytes at which the scan of a string has to look closer.
constexpr std::array<bool, 256> makeSpecial() {
    std::array<bool, 256> special{};
    for (std::size_t i = 0; i < 0x20; ++i)
        special[i] = true;
    special['"'] = true;
    special['\\'] = true;
    return special;
}
constexpr std::array<bool, 256> kSpecial = makeSpecial();

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::uint32_t fourHex(std::string_view text, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4 && i < text.size(); ++i)
        value = value * 16 + static_cast<std::uint32_t>(hexDigit(text[i]));
    return value;
}

} // namespace

bool JsonTape::fail(const char* why) {
    m_fault = why;
    m_incomplete = m_at >= m_text.size();
    return false;
}

void JsonTape::skipBlanks() {
    while (m_at < m_text.size()
           && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
        ++m_at;
}

bool JsonTape::parse(std::string_view text) {
    m_text = text;
    m_at = 0;
    m_tokens.clear();
    m_fault = "";
    m_incomplete = false;
    skipBlanks();
    if (!value(0))
        return false;
    skipBlanks();
    return m_at == m_text.size() || fail("more follows behind the value");
}

bool JsonTape::value(unsigned depth) {
    if (m_at >= m_text.size())
        return fail("a value is missing");
    switch (m_text[m_at]) {
    case '{':
        return object(depth);
    case '[':
        return array(depth);
    case '"':
        return string();
    case 't':
        return word("true", JsonToken::Type::True);
    case 'f':
        return word("false", JsonToken::Type::False);
    case 'n':
        return word("null", JsonToken::Type::Null);
    case 'N':
        return word("NaN", JsonToken::Type::NotANumber);
    case 'I':
        return word("Infinity", JsonToken::Type::NotANumber);
    default:
        return number();
    }
}

bool JsonTape::word(std::string_view text, JsonToken::Type type) {
    const std::string_view rest = m_text.substr(m_at, text.size());
    if (rest != text) {
        if (text.starts_with(rest))
            m_at = m_text.size();
        return fail("a value is neither text, number, true, false nor null");
    }
    const auto begin = static_cast<std::uint32_t>(m_at);
    m_at += text.size();
    m_tokens.push_back({begin, static_cast<std::uint32_t>(m_at),
                        static_cast<std::uint32_t>(m_tokens.size() + 1), type, false});
    return true;
}

bool JsonTape::number() {
    const std::size_t begin = m_at;
    const auto at = [this](std::size_t i) { return i < m_text.size() ? m_text[i] : '\0'; };
    std::size_t i = m_at;
    i += at(i) == '-' ? 1 : 0;
    if (at(i) == 'I' && i > begin) {
        m_at = i;
        if (!word("Infinity", JsonToken::Type::NotANumber))
            return false;
        m_tokens.back().begin = static_cast<std::uint32_t>(begin);
        return true;
    }
    const std::size_t digits = i;
    while (isDigit(at(i)))
        ++i;
    const bool whole = i > digits && (i == digits + 1 || m_text[digits] != '0');
    bool good = whole;
    if (good && at(i) == '.') {
        const std::size_t fraction = ++i;
        while (isDigit(at(i)))
            ++i;
        good = i > fraction;
    }
    if (good && (at(i) == 'e' || at(i) == 'E')) {
        ++i;
        i += at(i) == '+' || at(i) == '-' ? 1 : 0;
        const std::size_t exponent = i;
        while (isDigit(at(i)))
            ++i;
        good = i > exponent;
    }
    if (!good) {
        m_at = i;
        return fail(i == begin ? "a value is neither text, number, true, false nor null"
                               : "a number is not written as JSON wants it");
    }
    m_at = i;
    m_tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i),
                        static_cast<std::uint32_t>(m_tokens.size() + 1), JsonToken::Type::Number, false});
    return true;
}

bool JsonTape::string() {
    const std::size_t begin = ++m_at;
    bool escaped = false;
    const char* text = m_text.data();
    const std::size_t size = m_text.size();
    std::size_t at = begin;
    for (;;) {
        while (at < size && !kSpecial[static_cast<unsigned char>(text[at])])
            ++at;
        if (at >= size) {
            m_at = size;
            return fail("a text has no closing quote");
        }
        const char c = text[at];
        if (c == '"')
            break;
        if (c != '\\') {
            m_at = at;
            return fail("a text holds a control character that is not escaped");
        }
        escaped = true;
        const char kind = at + 1 < size ? text[at + 1] : '\0';
        std::size_t length = 2;
        bool good = kind == '"' || kind == '\\' || kind == '/' || kind == 'b' || kind == 'f' || kind == 'n'
                    || kind == 'r' || kind == 't';
        if (kind == 'u') {
            length = 6;
            good = at + 6 <= size;
            for (std::size_t i = at + 2; good && i < at + 6; ++i)
                good = hexDigit(text[i]) >= 0;
        }
        if (!good) {
            m_at = at + length > size ? size : at;
            return fail("a text holds an escape that does not exist");
        }
        at += length;
    }
    m_tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(m_tokens.size() + 1), JsonToken::Type::String, escaped});
    m_at = at + 1;
    return true;
}

bool JsonTape::object(unsigned depth) {
    if (depth >= kMaxDepth)
        return fail("it is nested more than 64 levels deep");
    const std::size_t self = m_tokens.size();
    m_tokens.push_back({static_cast<std::uint32_t>(m_at), 0, 0, JsonToken::Type::Object, false});
    ++m_at;
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == '}') {
        ++m_at;
    } else {
        for (;;) {
            skipBlanks();
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                return fail("the name of a member is missing");
            if (!string())
                return false;
            skipBlanks();
            if (m_at >= m_text.size() || m_text[m_at] != ':')
                return fail("a ':' is missing");
            ++m_at;
            skipBlanks();
            if (!value(depth + 1))
                return false;
            skipBlanks();
            if (m_at >= m_text.size() || (m_text[m_at] != ',' && m_text[m_at] != '}'))
                return fail("a ',' or '}' is missing");
            if (m_text[m_at++] == '}')
                break;
        }
    }
    m_tokens[self].end = static_cast<std::uint32_t>(m_at);
    m_tokens[self].next = static_cast<std::uint32_t>(m_tokens.size());
    return true;
}

bool JsonTape::array(unsigned depth) {
    if (depth >= kMaxDepth)
        return fail("it is nested more than 64 levels deep");
    const std::size_t self = m_tokens.size();
    m_tokens.push_back({static_cast<std::uint32_t>(m_at), 0, 0, JsonToken::Type::Array, false});
    ++m_at;
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == ']') {
        ++m_at;
    } else {
        for (;;) {
            skipBlanks();
            if (!value(depth + 1))
                return false;
            skipBlanks();
            if (m_at >= m_text.size() || (m_text[m_at] != ',' && m_text[m_at] != ']'))
                return fail("a ',' or ']' is missing");
            if (m_text[m_at++] == ']')
                break;
        }
    }
    m_tokens[self].end = static_cast<std::uint32_t>(m_at);
    m_tokens[self].next = static_cast<std::uint32_t>(m_tokens.size());
    return true;
}

std::uint64_t JsonTape::unescape(std::string_view text, std::string& into) {
    into.clear();
    std::uint64_t lone = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\\') {
            const std::size_t next = std::min(text.find('\\', i), text.size());
            into.append(text.substr(i, next - i));
            i = next;
            continue;
        }
        const char kind = i + 1 < text.size() ? text[i + 1] : '\0';
        i += 2;
        switch (kind) {
        case 'b':
            into += '\b';
            break;
        case 'f':
            into += '\f';
            break;
        case 'n':
            into += '\n';
            break;
        case 'r':
            into += '\r';
            break;
        case 't':
            into += '\t';
            break;
        case 'u': {
            char32_t code = fourHex(text, i);
            i += 4;
            if (code >= 0xD800 && code < 0xDC00 && text.substr(std::min(i, text.size()), 2) == "\\u") {
                const char32_t low = fourHex(text, i + 2);
                if (low >= 0xDC00 && low < 0xE000) {
                    code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
                    i += 6;
                }
            }
            if (code >= 0xD800 && code < 0xE000) {
                code = 0xFFFD;
                ++lone;
            }
            appendCodePoint(into, code);
            break;
        }
        default:
            into += kind;
        }
    }
    return lone;
}

} // namespace mangrove::io
