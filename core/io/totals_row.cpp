// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/totals_row.h"

#include <algorithm>
#include <array>
#include <string>

namespace mangrove::io {

namespace {

constexpr std::array<std::string_view, 18> kLabels{
    "合计",     "小计",     "总计",     "共计",  "总和",   "汇总",       "累计",     "总合计",    "本页合计",
    "本页小计", "本月合计", "本年累计", "total", "totals", "grandtotal", "subtotal", "sub-total", "sum"};

constexpr std::array<bool, 256> firstBytes() {
    std::array<bool, 256> first{};
    for (const std::string_view label : kLabels) {
        const auto byte = static_cast<unsigned char>(label.front());
        first[byte] = true;
        if (byte >= 'a' && byte <= 'z')
            first[byte - 'a' + 'A'] = true;
    }
    // quoted, indented, or U+3000 (E3 80 80) first
    first['"'] = true;
    first[' '] = true;
    first['\t'] = true;
    first[0xE3] = true;
    return first;
}

constexpr std::array<bool, 256> kFirstBytes = firstBytes();

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

} // namespace

bool mayBeginTotalsLabel(char first) {
    return kFirstBytes[static_cast<unsigned char>(first)];
}

bool isTotalsLabel(std::string_view cell) {
    constexpr std::size_t kLongest = 40;
    if (cell.size() > kLongest)
        return false;
    std::string key;
    while (!cell.empty()) {
        if (takePrefix(cell, "\u3000") || takePrefix(cell, "：") || takePrefix(cell, " ")
            || takePrefix(cell, "\t") || takePrefix(cell, ":"))
            continue;
        const char c = cell.front();
        key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        cell.remove_prefix(1);
    }
    return std::find(kLabels.begin(), kLabels.end(), key) != kLabels.end();
}

bool looksLikeAmount(std::string_view cell) {
    bool digits = false;
    while (!cell.empty()) {
        if (takePrefix(cell, "¥") || takePrefix(cell, "￥") || takePrefix(cell, "元"))
            continue;
        const char c = cell.front();
        const bool digit = c >= '0' && c <= '9';
        if (!digit && std::string_view("+-.,% $eE()").find(c) == std::string_view::npos)
            return false;
        digits = digits || digit;
        cell.remove_prefix(1);
    }
    return digits;
}

} // namespace mangrove::io
