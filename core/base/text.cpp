// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <array>
#include <cstring>

namespace mangrove {

namespace {

/// Bytes of the well-formed three-byte sequences (hanzi, mostly) from `at` on that have a byte behind them:
/// one test of a word each. The bits of E0 that must not be all zero (overlong) nor those of a surrogate (ED
/// A0…) are 0x200F.
std::size_t threeByteRun(std::string_view text, std::size_t at) {
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    const std::size_t start = at;
    for (std::uint32_t word = 0; at + sizeof word <= text.size(); at += 3) {
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint32_t range = word & 0x200FU;
        if ((word & 0xC0C0F0U) != 0x8080E0U || range == 0 || range == 0x200DU)
            break;
    }
    return at - start;
}

} // namespace

std::size_t findInvalidUtf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto continues = [&](std::size_t i, std::uint8_t low = 0x80, std::uint8_t high = 0xBF) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        const std::uint8_t lead = byte(i);
        if (lead < 0x80) {
            // Most text is ASCII: 32 bytes at a time until the next other one.
            for (std::array<std::uint64_t, 4> words; i + sizeof words <= text.size(); i += sizeof words) {
                std::memcpy(words.data(), text.data() + i, sizeof words);
                if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0)
                    break;
            }
            while (i < text.size() && byte(i) < 0x80)
                ++i;
        } else if (const std::size_t hanzi = threeByteRun(text, i); hanzi > 0) {
            i += hanzi;
        } else if (lead >= 0xC2 && lead <= 0xDF && continues(i + 1)) {
            i += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF
                   && continues(i + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF)
                   && continues(i + 2)) {
            i += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4
                   && continues(i + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF)
                   && continues(i + 2) && continues(i + 3)) {
            i += 4;
        } else {
            return i;
        }
    }
    return std::string_view::npos;
}

std::size_t codePointCount(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t value = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more && at < text.size(); ++i)
        value = (value << 6U) | (static_cast<std::uint8_t>(text[at++]) & 0x3FU);
    return value;
}

void appendCodePoint(std::string& text, char32_t codePoint) {
    const auto put = [&](char32_t value) { text += static_cast<char>(static_cast<std::uint8_t>(value)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0U | (codePoint >> 6U));
        put(0x80U | (codePoint & 0x3FU));
    } else if (codePoint < 0x10000) {
        put(0xE0U | (codePoint >> 12U));
        put(0x80U | ((codePoint >> 6U) & 0x3FU));
        put(0x80U | (codePoint & 0x3FU));
    } else {
        put(0xF0U | (codePoint >> 18U));
        put(0x80U | ((codePoint >> 12U) & 0x3FU));
        put(0x80U | ((codePoint >> 6U) & 0x3FU));
        put(0x80U | (codePoint & 0x3FU));
    }
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto visible = [](char c) { return static_cast<unsigned char>(c) > ' '; };
    if (!text.empty() && visible(text.front()) && visible(text.back()))
        return text; // most are
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, start)) {
        parts.push_back(text.substr(start, at - start));
        start = at + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += separator;
        text += parts[i];
    }
    return text;
}

std::string toLowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

} // namespace mangrove
