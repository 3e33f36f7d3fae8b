// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/mojibake.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace mangrove::profile {

namespace {

/// The byte of Windows-1252 for a code point, or -1. 80 to 9F stand for themselves, too: Latin-1 has them.
int byteIn1252(char32_t c) {
    if (c >= 0x80 && c <= 0xFF)
        return static_cast<int>(c);
    // 81, 8D, 8F, 90 and 9D are free there.
    static constexpr std::array<char32_t, 32> kUpper{
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    const auto* const found = std::find(kUpper.begin(), kUpper.end(), c);
    return c == 0 || found == kUpper.end() ? -1 : 0x80 + static_cast<int>(found - kUpper.begin());
}

/// What the UTF-8 of 的 是 。 ， 一 中 人 在 和 有 and their like becomes under GBK; none is in common use.
constexpr std::u32string_view kUnderGbk = U"鐨鏄銆锛涓浜鍦鍜鏈涔鍏閲鐢娴璇缁鍐弶鍙閫";

bool has(std::string_view value, std::string_view part) {
    return value.find(part) != std::string_view::npos;
}

} // namespace

bool looksWronglyDecoded(std::string_view value) {
    if (std::none_of(value.begin(), value.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return false;
    if (has(value, "\xEF\xBF\xBD") || has(value, "锟斤拷") || has(value, "烫烫") || has(value, "屯屯")
        || has(value, "锘") || has(value, "\xEF\xBB\xBF"))
        return true;
    int rare = 0;
    std::string bytes; // of the present run of characters that Windows-1252 has beyond ASCII
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = nextCodePoint(value, at);
        rare += kUnderGbk.find(c) != std::u32string_view::npos ? 1 : 0;
        const int byte = c < 0x80 ? -1 : byteIn1252(c);
        if (byte >= 0)
            bytes.push_back(static_cast<char>(byte));
        // A run is judged at its end: it must be UTF-8 as a whole, else two accents side by side would do.
        if (byte < 0 || at == value.size()) {
            if (bytes.size() >= 2 && findInvalidUtf8(bytes) == std::string_view::npos)
                return true;
            bytes.clear();
        }
    }
    return rare >= 2;
}

} // namespace mangrove::profile
