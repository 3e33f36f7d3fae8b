// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/sensitive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace mangrove::deid {

namespace {

constexpr long double kEqual = 1e-15L;
constexpr std::uint64_t kTabulated = 2048;

bool atMost(long double a, long double b) {
    return a <= b + kEqual * std::abs(b);
}

bool isLess(long double a, long double b) {
    return a < b - kEqual * std::abs(b);
}

/// psi, the logarithmic derivative of the gamma function, for x > 0: recurrence up to 16, then the asymptotic
/// series (Abramowitz and Stegun 6.3.5, 6.3.18).
long double digamma(long double x) {
    long double result = 0;
    for (; x < 16; x += 1)
        result -= 1 / x;
    const long double y = 1 / (x * x);
    return result + std::log(x) - 0.5L / x
           - y * (1.0L / 12 - y * (1.0L / 120 - y * (1.0L / 252 - y * (1.0L / 240 - y * (1.0L / 132)))));
}

/// G(n) of Grassberger, "Entropy estimates from insufficient samplings" (2003): H = ln N - 1/N sum n G(n).
long double grassberger(std::uint64_t n) {
    const auto x = static_cast<long double>(n);
    const long double half = 0.5L * (digamma((x + 1) / 2) - digamma(x / 2));
    return digamma(x) + (n % 2 == 0 ? half : -half);
}

long double product(std::uint64_t a, std::uint64_t b) {
    return static_cast<long double>(a) * static_cast<long double>(b);
}

} // namespace

SensitiveModel::SensitiveModel(const Model& model, const SensitiveColumn& column)
    : m_model(model), m_column(&column) {
    if (model.type == ModelType::LDiversity) {
        // H >= ln l needs at least l values, and r1 < c (r_l + … + r_m) at least l. The Grassberger estimate
        // can exceed the entropy, so for it ARX's rule of at least l values is the model's own.
        m_leastDistinct = static_cast<std::uint32_t>(std::min(std::ceil(model.l), 4e9));
        const bool corrected = model.variant == ModelVariant::EntropyGrassberger;
        for (std::uint64_t n = 0; !isDistinctOnly() && n < kTabulated; ++n) {
            const auto x = static_cast<long double>(n);
            m_timesLog.push_back(n == 0 ? 0 : x * (corrected ? grassberger(n) : std::log(x)));
        }
    }
    const auto records = static_cast<long double>(column.records);
    for (const std::uint64_t total : column.totals) {
        const long double q = static_cast<long double>(total) / records;
        if (model.type == ModelType::DeltaDisclosure)
            m_bound.push_back(std::exp2(static_cast<long double>(model.delta)));
        else if (model.variant == ModelVariant::Basic)
            m_bound.push_back(1 + static_cast<long double>(model.beta));
        else if (model.variant == ModelVariant::Enhanced)
            m_bound.push_back(1 + std::min(static_cast<long double>(model.beta), -std::log(q)));
    }
}

long double SensitiveModel::timesLog(std::uint64_t n) const {
    if (n < m_timesLog.size())
        return m_timesLog[n];
    const auto x = static_cast<long double>(n);
    return x * (m_model.variant == ModelVariant::EntropyGrassberger ? grassberger(n) : std::log(x));
}

bool SensitiveModel::holds(Values values, Values counts, std::uint64_t records) const {
    if (values.size() < m_leastDistinct)
        return false;
    switch (m_model.type) {
    case ModelType::LDiversity:
        if (m_model.variant == ModelVariant::Distinct)
            return true;
        return m_model.variant == ModelVariant::Recursive ? isRecursive(counts) : isDiverse(counts, records);
    case ModelType::TCloseness:
        if (m_model.variant == ModelVariant::Equal)
            return isClose(values, counts, records);
        return m_model.variant == ModelVariant::Ordered ? isCloseOrdered(values, counts, records)
                                                        : isCloseHierarchical(values, counts, records);
    case ModelType::DeltaDisclosure:
    case ModelType::BetaLikeness:
        return isLikely(values, counts, records);
    case ModelType::KmAnonymity:
        return isKmAnonymous(values, counts);
    default:
        return true;
    }
}

/// n (ln n - ln l) >= sum f ln f, the entropy times n.
bool SensitiveModel::isDiverse(Values counts, std::uint64_t records) const {
    const auto n = static_cast<long double>(records);
    const long double whole = n * std::log(n);
    long double sum = 0;
    for (const std::uint32_t count : counts)
        sum += timesLog(count);
    const long double needed = n * std::log(static_cast<long double>(m_model.l));
    return whole - sum >= needed - kEqual * (whole + needed);
}

bool SensitiveModel::isRecursive(Values counts) const {
    std::vector<std::uint32_t> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    std::uint64_t tail = 0;
    for (std::size_t i = static_cast<std::size_t>(m_model.l) - 1; i < sorted.size(); ++i)
        tail += sorted[i];
    return isLess(sorted.front(), static_cast<long double>(m_model.c) * static_cast<long double>(tail));
}

/// Half the sum of |p - q|, times records of the class and of the table.
bool SensitiveModel::isClose(Values values, Values counts, std::uint64_t records) const {
    const auto all = static_cast<std::int64_t>(m_column->records);
    const auto n = static_cast<std::int64_t>(records);
    std::int64_t sum = 0;
    std::int64_t met = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto total = static_cast<std::int64_t>(m_column->totals[values[i]]);
        sum += std::abs(std::int64_t{counts[i]} * all - total * n);
        met += total;
    }
    sum += (all - met) * n;
    return atMost(static_cast<long double>(sum),
                  2 * static_cast<long double>(m_model.t) * product(records, m_column->records));
}

/// Sum over the ordered values of |cumulated p - q|, divided by values - 1 (Li et al. 2007, 4.2).
bool SensitiveModel::isCloseOrdered(Values values, Values counts, std::uint64_t records) const {
    const auto all = static_cast<std::int64_t>(m_column->records);
    const auto n = static_cast<std::int64_t>(records);
    std::vector<std::int64_t> extra(m_column->totals.size());
    for (std::size_t value = 0; value < extra.size(); ++value)
        extra[value] = -static_cast<std::int64_t>(m_column->totals[value]) * n;
    for (std::size_t i = 0; i < values.size(); ++i)
        extra[values[i]] += std::int64_t{counts[i]} * all;
    std::int64_t cumulated = 0;
    long double sum = 0;
    for (const std::uint32_t value : m_column->ordered) {
        cumulated += extra[value];
        sum += static_cast<long double>(std::abs(cumulated));
    }
    const auto steps = static_cast<long double>(std::max<std::size_t>(m_column->ordered.size(), 1) - 1);
    return atMost(sum, static_cast<long double>(m_model.t) * steps * product(records, m_column->records));
}

/// Sum over inner nodes of (height / height of the tree) x min(what its children have too much, what they
/// lack) (Li et al. 2007, 4.3).
bool SensitiveModel::isCloseHierarchical(Values values, Values counts, std::uint64_t records) const {
    const auto all = static_cast<std::int64_t>(m_column->records);
    const auto n = static_cast<std::int64_t>(records);
    const std::size_t height = m_column->labelOf.size() - 1;
    std::vector<std::int64_t> extra(m_column->totals.size());
    for (std::size_t value = 0; value < extra.size(); ++value)
        extra[value] = -static_cast<std::int64_t>(m_column->totals[value]) * n;
    for (std::size_t i = 0; i < values.size(); ++i)
        extra[values[i]] += std::int64_t{counts[i]} * all;
    long double sum = 0;
    // `extra` is by label of the level below; the label above it is known from any value that has it.
    std::vector<std::uint32_t> above;
    for (std::size_t level = 1; level <= height; ++level) {
        const auto& below = m_column->labelOf[level - 1];
        const auto& labels = m_column->labelOf[level];
        above.assign(extra.size(), 0);
        std::uint32_t most = 0;
        for (std::size_t value = 0; value < labels.size(); ++value) {
            above[below[value]] = labels[value];
            most = std::max(most, labels[value]);
        }
        std::vector<std::int64_t> more(most + 1, 0), less(most + 1, 0);
        for (std::size_t label = 0; label < extra.size(); ++label)
            (extra[label] > 0 ? more : less)[above[label]] += std::abs(extra[label]);
        std::vector<std::int64_t> next(most + 1);
        for (std::size_t label = 0; label <= most; ++label) {
            sum += static_cast<long double>(level)
                   * static_cast<long double>(std::min(more[label], less[label]));
            next[label] = more[label] - less[label];
        }
        extra = std::move(next);
    }
    return atMost(sum, static_cast<long double>(m_model.t) * static_cast<long double>(height)
                           * product(records, m_column->records));
}

/// p/q against the bounds of its value.
bool SensitiveModel::isLikely(Values values, Values counts, std::uint64_t records) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const long double p = product(counts[i], m_column->records);
        const long double q = product(m_column->totals[values[i]], records);
        const long double bound = m_bound[values[i]];
        const bool good = m_model.type == ModelType::DeltaDisclosure
                              ? isLess(p, bound * q) && isLess(q, bound * p)
                              : atMost(p, bound * q);
        if (!good)
            return false;
    }
    return true;
}

bool SensitiveModel::isKmAnonymous(Values values, Values counts) const {
    constexpr unsigned kItemBits = 21;
    std::unordered_map<std::uint64_t, std::uint64_t> support;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& items = m_column->items[values[i]];
        for (std::size_t a = 0; a < items.size(); ++a) {
            const std::uint64_t one = items[a] + 1;
            support[one] += counts[i];
            for (std::size_t b = a + 1; m_model.m >= 2 && b < items.size(); ++b) {
                const std::uint64_t two = one << kItemBits | (items[b] + 1);
                support[two] += counts[i];
                for (std::size_t c = b + 1; m_model.m >= 3 && c < items.size(); ++c)
                    support[two << kItemBits | (items[c] + 1)] += counts[i];
            }
        }
    }
    return std::all_of(support.begin(), support.end(),
                       [&](const auto& entry) { return entry.second >= m_model.k; });
}

} // namespace mangrove::deid
