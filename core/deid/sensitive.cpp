// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/sensitive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace mangrove::deid {

namespace {

constexpr long double kEqual = 1e-15L;
constexpr std::uint64_t kTabulated = 2048;
constexpr long double kUnbounded = std::numeric_limits<long double>::infinity();

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
        if (m_model.variant == ModelVariant::Recursive) {
            const auto [head, tail] = headAndTail(counts);
            return isLess(static_cast<long double>(head),
                          static_cast<long double>(m_model.c) * static_cast<long double>(tail));
        }
        return isDiverse(counts, records);
    case ModelType::TCloseness:
        return atMost(distance(values, counts, records),
                      static_cast<long double>(m_model.t) * distanceScale(records));
    case ModelType::DeltaDisclosure:
    case ModelType::BetaLikeness:
        return isLikely(values, counts, records);
    case ModelType::KmAnonymity:
        return leastSupport(values, counts).value_or(m_model.k) >= m_model.k;
    default:
        return true;
    }
}

long double SensitiveModel::measure(Values values, Values counts, std::uint64_t records) const {
    switch (m_model.type) {
    case ModelType::LDiversity: {
        const auto distinct = static_cast<long double>(values.size());
        if (m_model.variant == ModelVariant::Distinct)
            return distinct;
        if (m_model.variant == ModelVariant::Recursive) {
            const auto [head, tail] = headAndTail(counts);
            return tail == 0 ? kUnbounded : static_cast<long double>(head) / static_cast<long double>(tail);
        }
        const auto [whole, sum] = entropyParts(counts, records);
        return std::min(std::exp((whole - sum) / static_cast<long double>(records)), distinct);
    }
    case ModelType::TCloseness: {
        const long double scale = distanceScale(records);
        return scale == 0 ? 0 : distance(values, counts, records) / scale;
    }
    case ModelType::DeltaDisclosure:
    case ModelType::BetaLikeness:
        return likeness(values, counts, records);
    case ModelType::KmAnonymity: {
        const auto support = leastSupport(values, counts);
        return support ? static_cast<long double>(*support) : kUnbounded;
    }
    default:
        return kUnbounded;
    }
}

double SensitiveModel::limit() const {
    switch (m_model.type) {
    case ModelType::LDiversity:
        return m_model.variant == ModelVariant::Recursive ? m_model.c : m_model.l;
    case ModelType::TCloseness:
        return m_model.t;
    case ModelType::DeltaDisclosure:
        return m_model.delta;
    case ModelType::BetaLikeness:
        return m_model.beta;
    default:
        return m_model.k;
    }
}

std::pair<long double, long double> SensitiveModel::entropyParts(Values counts, std::uint64_t records) const {
    const auto n = static_cast<long double>(records);
    long double sum = 0;
    for (const std::uint32_t count : counts)
        sum += timesLog(count);
    return {n * std::log(n), sum};
}

/// n (ln n - ln l) >= sum f ln f, the entropy times n.
bool SensitiveModel::isDiverse(Values counts, std::uint64_t records) const {
    const auto [whole, sum] = entropyParts(counts, records);
    const long double needed =
        static_cast<long double>(records) * std::log(static_cast<long double>(m_model.l));
    return whole - sum >= needed - kEqual * (whole + needed);
}

std::pair<std::uint64_t, std::uint64_t> SensitiveModel::headAndTail(Values counts) const {
    std::vector<std::uint32_t> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    std::uint64_t tail = 0;
    for (std::size_t i = static_cast<std::size_t>(m_model.l) - 1; i < sorted.size(); ++i)
        tail += sorted[i];
    return {sorted.front(), tail};
}

long double SensitiveModel::distance(Values values, Values counts, std::uint64_t records) const {
    if (m_model.variant == ModelVariant::Equal)
        return distanceEqual(values, counts, records);
    return m_model.variant == ModelVariant::Ordered ? distanceOrdered(values, counts, records)
                                                    : distanceHierarchical(values, counts, records);
}

/// Records of the class times those of the table, times what the sum of a variant is divided by.
long double SensitiveModel::distanceScale(std::uint64_t records) const {
    long double steps = 2;
    if (m_model.variant == ModelVariant::Ordered)
        steps = static_cast<long double>(std::max<std::size_t>(m_column->ordered.size(), 1) - 1);
    else if (m_model.variant == ModelVariant::Hierarchical)
        steps = static_cast<long double>(m_column->labelOf.size() - 1);
    return steps * product(records, m_column->records);
}

/// The sum of |p - q|.
long double SensitiveModel::distanceEqual(Values values, Values counts, std::uint64_t records) const {
    const auto all = static_cast<std::int64_t>(m_column->records);
    const auto n = static_cast<std::int64_t>(records);
    std::int64_t sum = 0;
    std::int64_t met = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto total = static_cast<std::int64_t>(m_column->totals[values[i]]);
        sum += std::abs(std::int64_t{counts[i]} * all - total * n);
        met += total;
    }
    return static_cast<long double>(sum + (all - met) * n);
}

/// Sum over the ordered values of |cumulated p - q|, to be divided by values - 1 (Li et al. 2007, 4.2).
long double SensitiveModel::distanceOrdered(Values values, Values counts, std::uint64_t records) const {
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
    return sum;
}

/// Sum over inner nodes of height x min(what its children have too much, what they lack), to be divided by
/// the height of the tree (Li et al. 2007, 4.3).
long double SensitiveModel::distanceHierarchical(Values values, Values counts, std::uint64_t records) const {
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
    return sum;
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

/// The largest |log2(p/q)|, or the largest (p - q)/q, of the enhanced model relative to the value's own
/// bound.
long double SensitiveModel::likeness(Values values, Values counts, std::uint64_t records) const {
    long double worst = 0; // of the class's values one is at least as frequent as in the table
    for (std::size_t i = 0; i < values.size(); ++i) {
        const long double ratio =
            product(counts[i], m_column->records) / product(m_column->totals[values[i]], records);
        if (m_model.type == ModelType::DeltaDisclosure) {
            worst = std::max(worst, std::abs(std::log2(ratio)));
            continue;
        }
        // p = q is as like as can be, also where a value that everybody has allows nothing else.
        const long double bound = m_bound[values[i]] - 1;
        const long double more = ratio - 1;
        worst = std::max(worst, more == 0 ? 0 : more * static_cast<long double>(m_model.beta) / bound);
    }
    return worst;
}

std::optional<std::uint64_t> SensitiveModel::leastSupport(Values values, Values counts) const {
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
    if (support.empty())
        return std::nullopt;
    return std::min_element(support.begin(), support.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->second;
}

} // namespace mangrove::deid
