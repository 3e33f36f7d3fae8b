// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// Numbers become intervals. Irreversible, but the interval narrows the original down; counts per interval
/// stay exact, order between intervals stays, differences inside are gone. Quantile edges are computed from
/// the data (so they tell of its distribution) and hold about equally many rows.
struct Binning {
    double width = 0;            ///< > 0: [origin + i·width .. origin + (i+1)·width)
    double origin = 0;           ///< with `width`
    std::vector<double> edges;   ///< strictly ascending: "<e1", "[e1..e2)", …, ">=en"
    std::uint32_t quantiles = 0; ///< 2 to 100: as many bins by the data

    friend bool operator==(const Binning&, const Binning&) = default;
};

/// What is wrong with it (exactly one of the three, within the limits); "" where nothing is.
[[nodiscard]] std::string_view flawOf(const Binning& bin);

/// A binning with its labels prepared. Immutable, thread-safe.
class Binner {
public:
    /// Precondition: flawOf(bin) is "". `quantileEdges`: those of quantileEdgesOf() where bin.quantiles > 0.
    Binner(const Binning& bin, const std::vector<double>& quantileEdges);

    /// The interval's text; nullopt for what is no number (number_cell.h).
    [[nodiscard]] std::optional<std::string> label(std::string_view cell) const;

private:
    [[nodiscard]] std::string fixedLabel(double value) const;

    double m_width = 0, m_origin = 0;
    std::uint32_t m_decimals = 0;
    std::vector<double> m_edges;
    std::vector<std::string> m_labels; ///< one more than edges
};

/// A number and how many rows hold it.
struct WeightedNumber {
    double value = 0;
    std::uint64_t count = 0;
};
/// The inner edges of `bins` equally full bins: the smallest values that at least i/bins of the rows lie
/// below (nearest rank); fewer where values repeat. Sorts `numbers`.
[[nodiscard]] std::vector<double> quantileEdgesOf(std::vector<WeightedNumber>& numbers, std::uint32_t bins);

} // namespace mangrove::deid
