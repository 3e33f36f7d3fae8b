// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/binning.h"

#include "base/format.h"
#include "base/number.h"
#include "deid/number_cell.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMostEdges = 1000;
constexpr std::uint32_t kMostQuantiles = 100;
constexpr double kLargest = 1e15;

} // namespace

std::string_view flawOf(const Binning& bin) {
    const int ways = (bin.width != 0 ? 1 : 0) + (bin.edges.empty() ? 0 : 1) + (bin.quantiles != 0 ? 1 : 0);
    if (ways != 1)
        return "bins that are given by other than exactly one of width, edges and quantiles";
    if (bin.width != 0 && !(bin.width > 1e-9 && bin.width < kLargest))
        return "bins with a width that is not above 0";
    if (!(std::abs(bin.origin) < kLargest))
        return "bins with an origin beyond 10^15";
    if (bin.edges.size() > kMostEdges)
        return "bins with more than 1000 edges";
    for (std::size_t i = 0; i < bin.edges.size(); ++i) {
        if (!(std::abs(bin.edges[i]) < kLargest) || (i > 0 && !(bin.edges[i - 1] < bin.edges[i])))
            return "bins with edges that do not ascend";
    }
    if (bin.quantiles == 1 || bin.quantiles > kMostQuantiles)
        return "other than 2 to 100 quantile bins";
    return "";
}

Binner::Binner(const Binning& bin, const std::vector<double>& quantileEdges)
    : m_width(bin.width), m_origin(bin.origin),
      m_decimals(std::max(decimalsOf(bin.width), decimalsOf(bin.origin))),
      m_edges(bin.quantiles > 0 ? quantileEdges : bin.edges) {
    if (m_width > 0)
        return;
    if (m_edges.empty()) {
        m_labels.emplace_back("*"); // quantiles of a column with a single value
        return;
    }
    m_labels.push_back("<" + formatDouble(m_edges.front()));
    for (std::size_t i = 1; i < m_edges.size(); ++i)
        m_labels.push_back(format("[{}..{})", formatDouble(m_edges[i - 1]), formatDouble(m_edges[i])));
    m_labels.push_back(">=" + formatDouble(m_edges.back()));
}

std::string Binner::fixedLabel(double value) const {
    // The edges that count are the decimal ones that are written, not their binary products.
    const auto edge = [&](double i) {
        return parseDouble(numberText(m_origin + i * m_width, m_decimals)).value_or(0);
    };
    double i = std::floor((value - m_origin) / m_width);
    if (value < edge(i))
        --i;
    else if (value >= edge(i + 1))
        ++i;
    return format("[{}..{})", numberText(m_origin + i * m_width, m_decimals),
                  numberText(m_origin + (i + 1) * m_width, m_decimals));
}

std::optional<std::string> Binner::label(std::string_view cell) const {
    const auto number = parseCellNumber(cell);
    if (!number)
        return std::nullopt;
    if (m_width > 0)
        return fixedLabel(number->value);
    const auto above = std::upper_bound(m_edges.begin(), m_edges.end(), number->value);
    return m_labels[static_cast<std::size_t>(above - m_edges.begin())];
}

std::vector<double> quantileEdgesOf(std::vector<WeightedNumber>& numbers, std::uint32_t bins) {
    std::sort(numbers.begin(), numbers.end(),
              [](const WeightedNumber& a, const WeightedNumber& b) { return a.value < b.value; });
    std::uint64_t total = 0;
    for (const WeightedNumber& number : numbers)
        total += number.count;
    std::vector<double> edges;
    std::uint64_t below = 0;
    std::uint64_t bin = 1;
    for (std::size_t i = 0; i < numbers.size() && bin < bins; ++i) {
        // below / total >= bin / bins, in whole numbers.
        if (i > 0 && numbers[i].value > numbers[i - 1].value && below * bins >= bin * total) {
            edges.push_back(numbers[i].value);
            while (bin < bins && below * bins >= bin * total)
                ++bin;
        }
        below += numbers[i].count;
    }
    return edges;
}

} // namespace mangrove::deid
