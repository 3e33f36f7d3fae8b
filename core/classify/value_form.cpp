// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/value_form.h"

#include "base/text.h"

#include <array>

namespace mangrove::classify {

namespace {

constexpr std::array<std::uint16_t, 256> makeMasks() {
    std::array<std::uint16_t, 256> masks{};
    for (std::size_t i = 0; i < masks.size(); ++i) {
        const auto c = static_cast<unsigned char>(i);
        std::uint16_t mask = i < 0x80 ? chars::kOther : chars::kWide;
        if (c >= '0' && c <= '9')
            mask = chars::kDigit;
        else if (c >= 'A' && c <= 'Z')
            mask = chars::kUpper;
        else if (c >= 'a' && c <= 'z')
            mask = chars::kLower;
        masks[i] = mask;
    }
    masks['-'] = chars::kDash;
    masks['.'] = chars::kDot;
    masks[':'] = chars::kColon;
    masks['@'] = chars::kAt;
    masks[' '] = chars::kSpace;
    masks['('] = masks[')'] = chars::kParen;
    masks['+'] = chars::kPlus;
    masks['/'] = chars::kSlash;
    return masks;
}
constexpr auto kMasks = makeMasks();

/// 0 where the code point stays as it is.
char halfWidth(char32_t codePoint) {
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E)
        return static_cast<char>(codePoint - 0xFEE0);
    if (codePoint == 0x3000 || codePoint == 0x00A0 || codePoint == 0x2002 || codePoint == 0x2003)
        return ' ';
    if ((codePoint >= 0x2010 && codePoint <= 0x2015) || codePoint == 0x2212 || codePoint == 0xFE63)
        return '-';
    return 0;
}

} // namespace

std::uint16_t characterMask(std::string_view value) {
    std::uint16_t mask = 0;
    for (const char c : value)
        mask = static_cast<std::uint16_t>(mask | kMasks[static_cast<std::uint8_t>(c)]);
    return mask;
}

std::string_view normaliseValue(std::string_view value, std::string& scratch) {
    // Only characters led by these bytes are ever changed: U+00A0, U+2002…2212, U+3000, U+FE63, U+FFxx.
    if (value.find_first_of("\xC2\xE2\xE3\xEF") == std::string_view::npos)
        return trim(value);
    scratch.clear();
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = at;
        const char32_t codePoint = nextCodePoint(value, at);
        const char half = codePoint < 0x80 ? static_cast<char>(codePoint) : halfWidth(codePoint);
        if (half != 0)
            scratch += half;
        else
            scratch.append(value.substr(begin, at - begin));
    }
    return trim(scratch);
}

ValueForm formOf(std::string_view value, std::string& scratch) {
    const std::uint16_t mask = characterMask(value);
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const bool plain = (mask & chars::kWide) == 0;
    if (plain && !value.empty() && !isBlank(value.front()) && !isBlank(value.back()))
        return {value, mask};
    const std::string_view text = normaliseValue(value, scratch);
    return {text, plain && text.size() == value.size() ? mask : characterMask(text)};
}

} // namespace mangrove::classify
