// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_diff.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace mangrove::profile {

namespace {

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool isOrdered(ValueType type) {
    return type != ValueType::Text && type != ValueType::Boolean && type != ValueType::Empty;
}

/// A distribution function from a histogram: linear within a bin. A column of one value has no histogram.
class Cumulative {
public:
    explicit Cumulative(const ColumnProfile& column) : m_bins(column.histogram) {
        if (m_bins.empty() && column.quantiles)
            m_bins.push_back({column.quantiles->p50, column.quantiles->p50, 1});
        for (const HistogramBin& bin : m_bins)
            m_total += static_cast<double>(bin.count);
    }
    [[nodiscard]] bool empty() const { return m_total == 0; }
    /// Share of the values up to `at`.
    [[nodiscard]] double operator()(double at) const {
        double below = 0;
        for (const HistogramBin& bin : m_bins) {
            const double width = bin.to - bin.from;
            const double within = width > 0        ? std::clamp((at - bin.from) / width, 0.0, 1.0)
                                  : at >= bin.from ? 1.0
                                                   : 0.0;
            below += within * static_cast<double>(bin.count);
        }
        return below / m_total;
    }
    void addBorders(std::set<double>& borders) const {
        for (const HistogramBin& bin : m_bins) {
            borders.insert(bin.from);
            borders.insert(bin.to);
        }
    }

private:
    std::vector<HistogramBin> m_bins;
    double m_total = 0;
};

std::optional<double> distance(const ColumnProfile& before, const ColumnProfile& after) {
    const Cumulative one(before);
    const Cumulative other(after);
    if (one.empty() || other.empty())
        return std::nullopt;
    std::set<double> borders;
    one.addBorders(borders);
    other.addBorders(borders);
    double most = 0;
    for (const double border : borders)
        most = std::max(most, std::abs(one(border) - other(border)));
    return most;
}

double stabilityTerm(double p, double q) {
    constexpr double kLeast = 1e-4;
    p = std::max(p, kLeast);
    q = std::max(q, kLeast);
    return (p - q) * std::log(p / q);
}

/// PSI of the values without the missing ones, whose share is `present` of the rows.
std::optional<double> orderedStability(const ColumnProfile& before, const ColumnProfile& after,
                                       double presentBefore, double presentAfter) {
    const Cumulative one(before);
    const Cumulative other(after);
    if (one.empty() || other.empty())
        return std::nullopt;
    std::set<double> borders;
    one.addBorders(borders);
    double psi = 0;
    double oneBelow = 0;
    double otherBelow = 0;
    const auto bin = [&](double oneUpTo, double otherUpTo) {
        psi += stabilityTerm((oneUpTo - oneBelow) * presentBefore, (otherUpTo - otherBelow) * presentAfter);
        oneBelow = oneUpTo;
        otherBelow = otherUpTo;
    };
    for (const double border : borders)
        bin(one(border), other(border));
    bin(1, 1);
    return psi;
}

std::map<std::string, double> topShares(const ColumnProfile& column, double values) {
    std::map<std::string, double> shares;
    for (const ValueCount& item : column.top)
        shares[item.value] = static_cast<double>(item.count) / std::max(values, 1.0);
    return shares;
}

std::optional<double> nominalStability(const ColumnProfile& before, const ColumnProfile& after,
                                       std::uint64_t rowsBefore, std::uint64_t rowsAfter) {
    const auto one = topShares(before, static_cast<double>(rowsBefore));
    const auto other = topShares(after, static_cast<double>(rowsAfter));
    if (one.empty() || other.empty())
        return std::nullopt;
    double psi = 0;
    double oneRest = 1 - share(before.nulls, rowsBefore);
    double otherRest = 1 - share(after.nulls, rowsAfter);
    for (const auto& [value, p] : one) {
        const auto found = other.find(value);
        const double q = found == other.end() ? 0 : found->second;
        psi += stabilityTerm(p, q);
        oneRest -= p;
        otherRest -= q;
    }
    return psi + stabilityTerm(std::max(oneRest, 0.0), std::max(otherRest, 0.0));
}

ColumnDiff compareColumn(const ColumnProfile& before, const ColumnProfile& after, std::uint64_t rowsBefore,
                         std::uint64_t rowsAfter) {
    ColumnDiff diff;
    diff.name = after.name;
    diff.before = before.name;
    diff.typeBefore = before.type;
    diff.typeAfter = after.type;
    diff.missingBefore = share(before.nulls, rowsBefore);
    diff.missingAfter = share(after.nulls, rowsAfter);
    diff.distinctBefore = before.distinct;
    diff.distinctAfter = after.distinct;
    const auto isNumber = [](ValueType type) {
        return type == ValueType::Integer || type == ValueType::Decimal;
    };
    const bool comparable = before.type == after.type || (isNumber(before.type) && isNumber(after.type));
    if (!comparable)
        return diff;
    if (isOrdered(after.type)) {
        diff.ks = distance(before, after);
        diff.psi = orderedStability(before, after, 1 - diff.missingBefore, 1 - diff.missingAfter);
    } else {
        diff.psi = nominalStability(before, after, rowsBefore, rowsAfter);
    }
    if (diff.psi)
        *diff.psi += stabilityTerm(diff.missingBefore, diff.missingAfter);
    return diff;
}

double patternOverlap(const ColumnProfile& a, const ColumnProfile& b, double valuesA, double valuesB) {
    double common = 0;
    for (const PatternCount& one : a.patterns) {
        for (const PatternCount& other : b.patterns) {
            if (one.pattern == other.pattern)
                common += std::min(static_cast<double>(one.count) / valuesA,
                                   static_cast<double>(other.count) / valuesB);
        }
    }
    return common;
}

/// 0…1: how far two columns of other names hold the same; 0 where they cannot be one.
double likeness(const ColumnProfile& before, const ColumnProfile& after, std::uint64_t rowsBefore,
                std::uint64_t rowsAfter) {
    if (before.type != after.type || before.type == ValueType::Empty)
        return 0;
    const auto valuesBefore = static_cast<double>(rowsBefore - std::min(rowsBefore, before.nulls));
    const auto valuesAfter = static_cast<double>(rowsAfter - std::min(rowsAfter, after.nulls));
    if (valuesBefore == 0 || valuesAfter == 0)
        return 0;
    const double patterns = before.patterns.empty() && after.patterns.empty()
                                ? 1
                                : patternOverlap(before, after, valuesBefore, valuesAfter);
    if (isOrdered(before.type)) {
        const auto off = distance(before, after);
        return off && *off < 0.1 ? std::min(patterns, 1 - *off) : 0;
    }
    // Where the most frequent values say little (names, codes), the patterns are left, and that the first or
    // the last value and the number of values are the same.
    const auto one = topShares(before, valuesBefore);
    const auto other = topShares(after, valuesAfter);
    double shown = 0;
    double common = 0;
    for (const auto& [value, p] : one) {
        shown += p;
        const auto found = other.find(value);
        common += found == other.end() ? 0 : std::min(p, found->second);
    }
    if (shown >= 0.5)
        return std::min(patterns, common / shown);
    const auto distinctBefore = static_cast<double>(before.distinct);
    const auto distinctAfter = static_cast<double>(after.distinct);
    const bool sameSpan = before.min == after.min || before.max == after.max;
    const bool sameSize =
        std::abs(distinctBefore - distinctAfter) <= 0.2 * std::max(distinctBefore, distinctAfter);
    return sameSpan && sameSize && !before.patterns.empty() ? patterns : 0;
}

} // namespace

bool ProfileDiff::varietyChanged(const ColumnDiff& column) const {
    const auto doubled = [](double from, double fromRows, double to, double toRows) {
        return to > 2 * from && to * fromRows > 2 * from * toRows;
    };
    const auto before = static_cast<double>(column.distinctBefore);
    const auto after = static_cast<double>(column.distinctAfter);
    const auto beforeRows = static_cast<double>(rowsBefore);
    const auto afterRows = static_cast<double>(rowsAfter);
    return doubled(before, beforeRows, after, afterRows) || doubled(after, afterRows, before, beforeRows);
}

bool ProfileDiff::differs() const {
    return rowsBefore != rowsAfter || !added.empty() || !dropped.empty()
           || std::any_of(columns.begin(), columns.end(), [](const ColumnDiff& column) {
                  return column.renamed() || column.typeChanged() || (column.psi && *column.psi >= 0.1);
              });
}

ProfileDiff compare(const TableProfile& before, const TableProfile& after) {
    ProfileDiff diff;
    diff.rowsBefore = before.rows;
    diff.rowsAfter = after.rows;
    diff.sameFile = !after.source.sha256.empty() && before.source.sha256 == after.source.sha256;
    std::map<std::string, const ColumnProfile*> gone;
    for (const ColumnProfile& column : before.columns)
        gone[column.name] = &column;
    std::map<const ColumnProfile*, const ColumnProfile*> partner; // of the later columns
    std::vector<const ColumnProfile*> fresh;
    for (const ColumnProfile& column : after.columns) {
        const auto found = gone.find(column.name);
        if (found == gone.end()) {
            fresh.push_back(&column);
            continue;
        }
        partner[&column] = found->second;
        gone.erase(found);
    }
    // Renamed columns, the most alike first.
    for (;;) {
        double best = 0.8;
        const ColumnProfile* from = nullptr;
        const ColumnProfile* to = nullptr;
        for (const auto& [name, old] : gone) {
            for (const ColumnProfile* column : fresh) {
                const double alike =
                    partner.contains(column) ? 0 : likeness(*old, *column, before.rows, after.rows);
                if (alike > best || (alike == best && from == nullptr)) {
                    best = alike;
                    from = old;
                    to = column;
                }
            }
        }
        if (from == nullptr)
            break;
        partner[to] = from;
        gone.erase(from->name);
    }
    for (const ColumnProfile& column : after.columns) {
        const auto found = partner.find(&column);
        if (found == partner.end())
            diff.added.push_back(column.name);
        else
            diff.columns.push_back(compareColumn(*found->second, column, before.rows, after.rows));
    }
    for (const ColumnProfile& column : before.columns) {
        if (gone.contains(column.name))
            diff.dropped.push_back(column.name);
    }
    return diff;
}

std::string toJson(const ProfileDiff& diff) {
    using Json = nlohmann::ordered_json;
    const auto number = [](const std::optional<double>& value) {
        return value ? Json(*value) : Json(nullptr);
    };
    Json json{{"rows", {{"before", diff.rowsBefore}, {"after", diff.rowsAfter}}},
              {"sameFile", diff.sameFile},
              {"differs", diff.differs()},
              {"added", diff.added},
              {"dropped", diff.dropped},
              {"columns", Json::array()}};
    for (const ColumnDiff& column : diff.columns)
        json["columns"].push_back(
            {{"name", column.name},
             {"renamedFrom", column.renamed() ? Json(column.before) : Json(nullptr)},
             {"type",
              {{"before", valueTypeName(column.typeBefore)}, {"after", valueTypeName(column.typeAfter)}}},
             {"missing", {{"before", column.missingBefore}, {"after", column.missingAfter}}},
             {"distinct", {{"before", column.distinctBefore}, {"after", column.distinctAfter}}},
             {"psi", number(column.psi)},
             {"ks", number(column.ks)},
             {"shifted", column.shifted()}});
    return json.dump();
}

} // namespace mangrove::profile
