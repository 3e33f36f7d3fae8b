// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/column_change.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mangrove::deid {

namespace {

/// Shares of the original's values; the last entry is the missing ones.
struct Shares {
    std::vector<double> p, even, proportional;
    double strange = 0; ///< share of the released cells that cover no value
};

Shares sharesOf(const ValueTally& original, const ValueTally& released, const LabelCover& cover) {
    Shares shares;
    const auto before = static_cast<double>(original.present() + original.missing());
    const auto after = static_cast<double>(released.present() + released.missing());
    const std::uint32_t values = original.size();
    for (std::uint32_t code = 0; code < values; ++code)
        shares.p.push_back(static_cast<double>(original.count(code)) / before);
    shares.p.push_back(static_cast<double>(original.missing()) / before);
    shares.even.assign(values + 1, 0);
    shares.proportional.assign(values + 1, 0);
    double strange = 0;
    for (std::uint32_t code = 0; code < released.size(); ++code) {
        const auto cells = static_cast<double>(released.count(code));
        const auto covered = cover.of(code);
        if (cells == 0)
            continue;
        if (covered.empty()) {
            strange += cells;
            continue;
        }
        double mass = 0;
        for (const std::uint32_t value : covered) {
            shares.even[value] += cells / static_cast<double>(covered.size());
            mass += shares.p[value];
        }
        for (const std::uint32_t value : covered)
            shares.proportional[value] +=
                mass > 0 ? cells * (shares.p[value] / mass) : cells / static_cast<double>(covered.size());
    }
    shares.even[values] = shares.proportional[values] = static_cast<double>(released.missing());
    for (std::size_t value = 0; value <= values; ++value) {
        shares.even[value] /= after;
        shares.proportional[value] /= after;
    }
    shares.strange = strange / after;
    return shares;
}

/// p log2(p / m)
double bits(double p, double m) {
    return p > 0 ? p * std::log2(p / m) : 0;
}

void compareShares(const Shares& shares, ColumnChange& change) {
    double variation = shares.strange;
    double ofLabels = shares.strange;
    double divergence = shares.strange / 2; // m is half of q, and p nothing
    double distance = shares.strange;       // sum of (sqrt p - sqrt q)^2
    for (std::size_t value = 0; value < shares.p.size(); ++value) {
        const double p = shares.p[value];
        const double q = shares.even[value];
        variation += std::abs(p - q);
        ofLabels += std::abs(p - shares.proportional[value]);
        divergence += (bits(p, (p + q) / 2) + bits(q, (p + q) / 2)) / 2;
        const double root = std::sqrt(p) - std::sqrt(q);
        distance += root * root;
    }
    change.totalVariation = std::min(1.0, variation / 2);
    change.totalVariationOfLabels = std::min(1.0, ofLabels / 2);
    change.jensenShannon = std::clamp(divergence, 0.0, 1.0);
    change.hellinger = std::min(1.0, std::sqrt(distance / 2));
}

struct Point {
    double x, before, after; ///< cells
};

NumberSummary summaryOf(const std::vector<Point>& points, double Point::*cells) {
    NumberSummary summary;
    double n = 0;
    double sum = 0;
    for (const Point& point : points) {
        n += point.*cells;
        sum += point.*cells * point.x;
    }
    summary.mean = sum / n;
    double squares = 0;
    for (const Point& point : points) {
        const double off = point.x - summary.mean;
        squares += point.*cells * off * off;
    }
    summary.sd = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
    static constexpr std::array<double, 5> kShares{0.05, 0.25, 0.5, 0.75, 0.95};
    double below = 0;
    std::size_t next = 0;
    for (const Point& point : points) {
        below += point.*cells;
        // What adding up parts of cells leaves behind is no share.
        while (next < kShares.size() && point.*cells > 0 && below >= kShares[next] * n * (1 - 1e-12))
            summary.quantiles[next++] = point.x;
    }
    return summary;
}

void compareNumbers(const ValueTally& original, const ValueTally& released, const LabelCover& cover,
                    ColumnChange& change) {
    std::vector<double> even(original.size(), 0);
    std::vector<Point> points;
    for (std::uint32_t code = 0; code < released.size(); ++code) {
        const auto cells = static_cast<double>(released.count(code));
        const auto covered = cover.of(code);
        if (covered.empty() && cells > 0 && !std::isnan(cover.releasedNumber(code)))
            points.push_back({cover.releasedNumber(code), 0, cells});
        std::size_t numbers = 0;
        for (const std::uint32_t value : covered)
            numbers += std::isnan(cover.number(value)) ? 0 : 1;
        for (const std::uint32_t value : covered)
            even[value] += std::isnan(cover.number(value)) ? 0 : cells / static_cast<double>(numbers);
    }
    for (std::uint32_t code = 0; code < original.size(); ++code) {
        if (!std::isnan(cover.number(code)))
            points.push_back({cover.number(code), static_cast<double>(original.count(code)), even[code]});
    }
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    double before = 0;
    double after = 0;
    for (const Point& point : points) {
        before += point.before;
        after += point.after;
    }
    if (before <= 0)
        return;
    change.before = summaryOf(points, &Point::before);
    if (after <= 0)
        return;
    change.after = summaryOf(points, &Point::after);
    double f = 0;
    double g = 0;
    double ks = 0;
    double area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        f += points[i].before / before;
        g += points[i].after / after;
        if (i + 1 == points.size() || points[i + 1].x == points[i].x)
            continue;
        ks = std::max(ks, std::abs(f - g));
        area += std::abs(f - g) * (points[i + 1].x - points[i].x);
    }
    change.ks = std::min(1.0, ks);
    if (change.before->sd > 0)
        change.wasserstein = area / change.before->sd;
}

} // namespace

ColumnChange compareColumn(const ValueTally& original, const ValueTally& released, const LabelCover& cover) {
    ColumnChange change;
    change.kind = cover.kind();
    change.exact = original.exact() && released.exact();
    change.distinctBefore = original.distinct();
    change.distinctAfter = released.distinct();
    change.missingBefore = original.missingOfAll();
    change.missingAfter = released.missingOfAll();
    const auto cells = static_cast<double>(released.present() + released.missing());
    for (std::uint32_t code = 0; code < released.size(); ++code) {
        if (cover.isTop(code))
            change.suppressed = static_cast<double>(released.count(code)) / cells;
    }
    const Shares shares = sharesOf(original, released, cover);
    change.unknown = shares.strange;
    compareShares(shares, change);
    if (cover.kind() != ColumnKind::Category)
        compareNumbers(original, released, cover, change);
    return change;
}

} // namespace mangrove::deid
