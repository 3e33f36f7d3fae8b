// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/coded_column.h"

#include <algorithm>
#include <cmath>

namespace mangrove::table {

void CodedColumn::settleNumbers(const std::vector<std::uint64_t>& counts) {
    std::vector<std::uint32_t> order;
    std::uint64_t rows = 0;
    for (std::uint32_t code = 0; code < distinct; ++code) {
        if (!std::isnan(numbers[code])) {
            order.push_back(code);
            rows += counts[code];
        }
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return numbers[a] < numbers[b] || (numbers[a] == numbers[b] && a < b);
    });
    numberRanks.assign(distinct, kNoNumber);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && numbers[order[i]] != numbers[order[i - 1]] ? 1 : 0;
        numberRanks[order[i]] = rank;
    }
    differentNumbers = order.empty() ? 0 : rank + 1;
    numeric = differentNumbers >= 2 && rows * 100 >= present * 95;
    if (!numeric) {
        numbers = {};
        numberRanks = {};
        return;
    }
    long double sum = 0;
    for (const std::uint32_t code : order)
        sum += static_cast<long double>(numbers[code]) * static_cast<long double>(counts[code]);
    const long double mean = sum / static_cast<long double>(rows);
    const long double reach = std::max(std::abs(static_cast<long double>(numbers[order.front()]) - mean),
                                       std::abs(static_cast<long double>(numbers[order.back()]) - mean));
    for (const std::uint32_t code : order)
        numbers[code] = static_cast<double>((static_cast<long double>(numbers[code]) - mean) / reach);
}

} // namespace mangrove::table
