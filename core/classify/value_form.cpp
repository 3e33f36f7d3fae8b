// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/value_form.h"

#include "base/text.h"

#include <array>

namespace mangrove::classify {

namespace {

/// Bytes that lead a character normaliseValue() may change: U+00A0, U+2002…2212, U+3000, U+FE63, U+FFxx.
constexpr std::uint16_t kChanging = 1U << 15U;
static_assert((kChanging & chars::kAny) == 0);

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
    for (const std::size_t lead : {0xC2U, 0xE2U, 0xE3U, 0xEFU})
        masks[lead] |= kChanging;
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

std::uint16_t bitsOf(char byte) {
    return kMasks[static_cast<std::uint8_t>(byte)];
}

/// Of all bytes, kChanging among them.
std::uint16_t rawMask(std::string_view value) {
    std::uint16_t mask = 0;
    for (const char c : value)
        mask = static_cast<std::uint16_t>(mask | bitsOf(c));
    return mask;
}

/// normaliseValue() of a value with kChanging bytes, without the trimming.
void replaceForms(std::string_view value, std::string& scratch) {
    scratch.clear();
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = at;
        while (at < value.size() && (bitsOf(value[at]) & kChanging) == 0)
            ++at;
        scratch.append(value.substr(begin, at - begin));
        if (at == value.size())
            break;
        const std::size_t from = at;
        const char32_t codePoint = nextCodePoint(value, at);
        if (const char half = halfWidth(codePoint); half != 0)
            scratch += half;
        else
            scratch.append(value.substr(from, at - from));
    }
}

} // namespace

std::uint16_t characterMask(std::string_view value) {
    return rawMask(value) & chars::kAny;
}

std::string_view normaliseValue(std::string_view value, std::string& scratch) {
    if ((rawMask(value) & kChanging) == 0)
        return trim(value);
    replaceForms(value, scratch);
    return trim(scratch);
}

ValueForm formOf(std::string_view value, std::string& scratch) {
    const std::uint16_t mask = rawMask(value);
    if ((mask & kChanging) != 0) {
        replaceForms(value, scratch);
        const std::string_view text = trim(scratch);
        return {text, characterMask(text)};
    }
    const std::string_view text = trim(value);
    return {text, text.size() == value.size() ? mask : rawMask(text)};
}

} // namespace mangrove::classify
