// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/micro_aggregation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMdavRows = 4096;

using Rows = std::vector<std::uint32_t>;

/// Points scaled to variance 1, row by row.
class Points {
public:
    explicit Points(std::span<const std::vector<double>> columns)
        : m_dimensions(columns.size()), m_values(columns.size() * columns[0].size()) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto n = static_cast<double>(columns[c].size());
            const double mean = std::accumulate(columns[c].begin(), columns[c].end(), 0.0) / n;
            double squares = 0;
            for (const double value : columns[c])
                squares += (value - mean) * (value - mean);
            const double scale = squares > 0 ? 1 / std::sqrt(squares / n) : 0;
            for (std::size_t row = 0; row < columns[c].size(); ++row)
                m_values[row * m_dimensions + c] = (columns[c][row] - mean) * scale;
        }
    }
    [[nodiscard]] std::size_t dimensions() const { return m_dimensions; }
    [[nodiscard]] const double* at(std::uint32_t row) const { return &m_values[row * m_dimensions]; }
    [[nodiscard]] double distance(std::uint32_t row, const double* to) const {
        double sum = 0;
        const double* from = at(row);
        for (std::size_t d = 0; d < m_dimensions; ++d)
            sum += (from[d] - to[d]) * (from[d] - to[d]);
        return sum;
    }

private:
    std::size_t m_dimensions;
    std::vector<double> m_values;
};

class Mdav {
public:
    Mdav(const Points& points, std::uint32_t k, std::vector<std::uint32_t>& groupOf)
        : m_points(points), m_k(k), m_groupOf(groupOf) {}

    Status split(Rows rows, const RunContext& context) {
        if (rows.size() <= std::max<std::size_t>(kMdavRows, 4 * std::size_t{m_k}))
            return cluster(std::move(rows), context);
        MANGROVE_TRY(context.check());
        const std::size_t d = widestOf(rows);
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
        std::nth_element(rows.begin(), middle, rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            const double x = m_points.at(a)[d];
            const double y = m_points.at(b)[d];
            return x < y || (x == y && a < b);
        });
        MANGROVE_TRY(split(Rows(rows.begin(), middle), context));
        return split(Rows(middle, rows.end()), context);
    }

private:
    std::size_t widestOf(const Rows& rows) const {
        std::size_t widest = 0;
        double most = -1;
        for (std::size_t d = 0; d < m_points.dimensions(); ++d) {
            double least = std::numeric_limits<double>::infinity();
            double greatest = -least;
            for (const std::uint32_t row : rows) {
                least = std::min(least, m_points.at(row)[d]);
                greatest = std::max(greatest, m_points.at(row)[d]);
            }
            if (greatest - least > most) {
                most = greatest - least;
                widest = d;
            }
        }
        return widest;
    }

    Status cluster(Rows rows, const RunContext& context) {
        while (rows.size() >= 3 * std::size_t{m_k}) {
            MANGROVE_TRY(context.check());
            const std::uint32_t far = farthest(rows, centroid(rows).data());
            const std::vector<double> farPoint(m_points.at(far), m_points.at(far) + m_points.dimensions());
            takeNearest(rows, farPoint.data());
            const std::uint32_t opposite = farthest(rows, farPoint.data());
            const std::vector<double> oppositePoint(m_points.at(opposite),
                                                    m_points.at(opposite) + m_points.dimensions());
            takeNearest(rows, oppositePoint.data());
        }
        if (rows.size() >= 2 * std::size_t{m_k}) {
            const std::uint32_t far = farthest(rows, centroid(rows).data());
            const std::vector<double> farPoint(m_points.at(far), m_points.at(far) + m_points.dimensions());
            takeNearest(rows, farPoint.data());
        }
        for (const std::uint32_t row : rows)
            m_groupOf[row] = m_groups;
        m_groups += rows.empty() ? 0U : 1U;
        return {};
    }

    std::vector<double> centroid(const Rows& rows) const {
        std::vector<double> sum(m_points.dimensions());
        for (const std::uint32_t row : rows) {
            for (std::size_t d = 0; d < sum.size(); ++d)
                sum[d] += m_points.at(row)[d];
        }
        for (double& value : sum)
            value /= static_cast<double>(rows.size());
        return sum;
    }

    std::uint32_t farthest(const Rows& rows, const double* from) const {
        std::uint32_t best = rows.front();
        double most = -1;
        for (const std::uint32_t row : rows) {
            const double distance = m_points.distance(row, from);
            if (distance > most || (distance == most && row < best)) {
                most = distance;
                best = row;
            }
        }
        return best;
    }

    /// Moves the k rows nearest to `to` out of `rows` into a group of their own.
    void takeNearest(Rows& rows, const double* to) {
        m_distances.clear();
        for (const std::uint32_t row : rows)
            m_distances.emplace_back(m_points.distance(row, to), row);
        std::nth_element(m_distances.begin(), m_distances.begin() + (m_k - 1), m_distances.end());
        rows.clear();
        for (std::size_t i = 0; i < m_distances.size(); ++i) {
            if (i < m_k)
                m_groupOf[m_distances[i].second] = m_groups;
            else
                rows.push_back(m_distances[i].second);
        }
        ++m_groups;
    }

    const Points& m_points;
    std::uint32_t m_k;
    std::vector<std::uint32_t>& m_groupOf;
    std::uint32_t m_groups = 0;
    std::vector<std::pair<double, std::uint32_t>> m_distances;
};

/// Shortest path over the sorted values: groups are runs of k to 2k-1 of them.
Result<std::vector<std::uint32_t>> optimalRuns(const std::vector<double>& values, std::uint32_t k,
                                               const RunContext& context) {
    const std::size_t n = values.size();
    Rows order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return values[a] < values[b] || (values[a] == values[b] && a < b);
    });
    // Sums about the middle value lose fewer digits.
    const double centre = values[order[n / 2]];
    std::vector<double> sums(n + 1);
    std::vector<double> squares(n + 1);
    for (std::size_t i = 0; i < n; ++i) {
        const double value = values[order[i]] - centre;
        sums[i + 1] = sums[i] + value;
        squares[i + 1] = squares[i] + value * value;
    }
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    std::vector<std::uint32_t> from(n + 1);
    best[0] = 0;
    for (std::size_t to = k; to <= n; ++to) {
        if (to % 65'536 == 0)
            MANGROVE_TRY(context.check());
        const std::size_t least = to < 2 * std::size_t{k} ? 0 : to - 2 * std::size_t{k} + 1;
        for (std::size_t start = least; start + k <= to; ++start) {
            const double sum = sums[to] - sums[start];
            const double spread = squares[to] - squares[start] - sum * sum / static_cast<double>(to - start);
            if (best[start] + spread < best[to]) {
                best[to] = best[start] + spread;
                from[to] = static_cast<std::uint32_t>(start);
            }
        }
    }
    std::vector<std::uint32_t> groupOf(n);
    std::uint32_t group = 0;
    for (std::size_t to = n; to > 0; to = from[to], ++group) {
        for (std::size_t i = from[to]; i < to; ++i)
            groupOf[order[i]] = group;
    }
    return groupOf;
}

double averageOf(std::vector<double>& values, Average average) {
    if (average == Average::Mean)
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    std::sort(values.begin(), values.end());
    if (average == Average::Median)
        return values[(values.size() - 1) / 2];
    double mode = values.front();
    std::size_t most = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        while (end < values.size() && values[end] == values[i])
            ++end;
        if (end - i > most) {
            most = end - i;
            mode = values[i];
        }
        i = end;
    }
    return mode;
}

} // namespace

std::string_view nameOf(Average average) {
    static constexpr std::array<std::string_view, 3> kNames{"mean", "median", "mode"};
    return kNames[static_cast<std::size_t>(average)];
}

Result<std::vector<std::uint32_t>> microAggregate(std::span<const std::vector<double>> columns,
                                                  std::uint32_t k, const RunContext& context) {
    const std::size_t n = columns[0].size();
    std::vector<std::uint32_t> groupOf(n);
    if (n < 2 * std::size_t{k})
        return groupOf;
    if (columns.size() == 1)
        return optimalRuns(columns[0], k, context);
    const Points points(columns);
    Rows rows(n);
    std::iota(rows.begin(), rows.end(), 0U);
    MANGROVE_TRY(Mdav(points, k, groupOf).split(std::move(rows), context));
    return groupOf;
}

std::vector<double> averagesOf(std::span<const double> values, std::span<const std::uint32_t> groupOf,
                               std::uint32_t groups, Average average) {
    std::vector<std::vector<double>> members(groups);
    for (std::size_t row = 0; row < values.size(); ++row)
        members[groupOf[row]].push_back(values[row]);
    std::vector<double> averages;
    for (auto& group : members)
        averages.push_back(group.empty() ? 0 : averageOf(group, average));
    return averages;
}

} // namespace mangrove::deid
