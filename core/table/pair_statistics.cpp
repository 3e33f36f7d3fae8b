// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/pair_statistics.h"

#include <algorithm>
#include <cmath>

namespace mangrove::table {

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Sum of squared shares.
double purityOf(const std::vector<std::uint64_t>& sums, std::uint64_t rows) {
    double squares = 0;
    for (const std::uint64_t sum : sums)
        squares += static_cast<double>(sum) * static_cast<double>(sum);
    return squares / (static_cast<double>(rows) * static_cast<double>(rows));
}

/// Bergsma 2013: phi² less its expectation under independence, over corrected numbers of rows and columns.
std::optional<double> correctedV(double chiSquareOverN, std::uint64_t rows, std::size_t r, std::size_t c) {
    if (r < 2 || c < 2 || rows < 2)
        return std::nullopt;
    const auto n = static_cast<double>(rows);
    const auto less = [n](std::size_t k) {
        const auto minus = static_cast<double>(k - 1);
        return static_cast<double>(k) - minus * minus / (n - 1);
    };
    const double freedom = static_cast<double>(r - 1) * static_cast<double>(c - 1);
    const double phi2 = std::max(0.0, chiSquareOverN - freedom / (n - 1));
    const double least = std::min(less(r), less(c)) - 1;
    if (least <= 0)
        return std::nullopt;
    return std::min(1.0, std::sqrt(phi2 / least));
}

std::uint64_t countPositive(const std::vector<std::uint64_t>& sums) {
    return static_cast<std::uint64_t>(
        std::count_if(sums.begin(), sums.end(), [](std::uint64_t sum) { return sum > 0; }));
}

/// Sums of a product-moment correlation.
struct Moments {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;

    void add(double x, double y) {
        a += x;
        b += y;
        aa += x * x;
        bb += y * y;
        ab += x * y;
    }
    [[nodiscard]] std::optional<double> correlation(std::uint64_t rows) const {
        const auto n = static_cast<double>(rows);
        const double varianceA = aa - a * a / n;
        const double varianceB = bb - b * b / n;
        // What rounding leaves of a constant is no variance.
        if (!(varianceA > 1e-12 * aa) || !(varianceB > 1e-12 * bb))
            return std::nullopt;
        return std::clamp((ab - a * b / n) / std::sqrt(varianceA) / std::sqrt(varianceB), -1.0, 1.0);
    }
};

} // namespace

double DependencyFacts::error() const {
    return rows == 0 ? 0 : ratio(violations, rows);
}

std::optional<double> DependencyFacts::mu() const {
    if (rows <= groups || !(purity < 1))
        return std::nullopt;
    return 1 - (1 - meanPurity) / (1 - purity) * ratio(rows - 1, rows - groups);
}

double DependencyFacts::expectedViolations() const {
    return static_cast<double>(rows - groups) * (1 - purity);
}

std::vector<std::uint32_t> PairStatistics::rowsByCode(const CodedColumn& column) {
    std::vector<std::uint32_t> starts(column.distinct + 2);
    for (const std::uint32_t code : column.codes)
        ++starts[code + 1];
    for (std::size_t i = 1; i < starts.size(); ++i)
        starts[i] += starts[i - 1];
    std::vector<std::uint32_t> rows(column.present);
    for (std::uint32_t row = 0; row < column.codes.size(); ++row) {
        if (column.codes[row] < column.distinct)
            rows[starts[column.codes[row]]++] = row;
    }
    return rows;
}

PairStatistics::Facts PairStatistics::count(const CodedColumn& a, const std::vector<std::uint32_t>& rowsOfA,
                                            const CodedColumn& b, const std::vector<std::uint32_t>& rowsOfB,
                                            double greatestError, std::uint32_t categories) {
    constexpr std::uint64_t kCells = 65'536;
    const bool associate = a.distinct <= categories && b.distinct <= categories;
    const std::uint64_t cells = (std::uint64_t{a.distinct} + 1) * (std::uint64_t{b.distinct} + 1);
    if (associate || (cells <= kCells && cells <= 2 * a.codes.size()))
        return countTable(a, b, greatestError, associate);
    Facts facts;
    if (!a.key() && !b.key()) {
        facts.forward = walk(a, rowsOfA, b, greatestError);
        facts.backward = walk(b, rowsOfB, a, greatestError);
    }
    return facts;
}

PairStatistics::Facts PairStatistics::countTable(const CodedColumn& a, const CodedColumn& b,
                                                 double greatestError, bool associate) {
    const std::size_t width = std::size_t{b.distinct} + 1; // the last of each side = missing
    m_table.assign((std::size_t{a.distinct} + 1) * width, 0);
    for (std::size_t row = 0; row < a.codes.size(); ++row)
        ++m_table[a.codes[row] * width + b.codes[row]];
    m_sumsA.assign(a.distinct, 0);
    m_sumsB.assign(b.distinct, 0);
    DependencyFacts forward;
    DependencyFacts backward;
    for (std::size_t i = 0; i < a.distinct; ++i) {
        for (std::size_t j = 0; j < b.distinct; ++j) {
            m_sumsA[i] += m_table[i * width + j];
            m_sumsB[j] += m_table[i * width + j];
        }
        forward.rows += m_sumsA[i];
    }
    Facts facts;
    if (forward.rows == 0) {
        if (associate)
            facts.association = AssociationFacts{};
        return facts;
    }
    backward.rows = forward.rows;
    double chiSquare = 0; // over n, plus 1
    std::uint64_t kept = 0;
    std::vector<std::uint32_t> greatest(b.distinct);
    std::vector<double> squares(b.distinct);
    for (std::size_t i = 0; i < a.distinct; ++i) {
        if (m_sumsA[i] == 0)
            continue;
        std::uint32_t most = 0;
        double square = 0;
        for (std::size_t j = 0; j < b.distinct; ++j) {
            const std::uint32_t cell = m_table[i * width + j];
            if (cell == 0)
                continue;
            most = std::max(most, cell);
            greatest[j] = std::max(greatest[j], cell);
            const double squared = static_cast<double>(cell) * cell;
            square += squared;
            squares[j] += squared;
            chiSquare += squared / (static_cast<double>(m_sumsA[i]) * static_cast<double>(m_sumsB[j]));
        }
        kept += most;
        forward.support += m_sumsA[i] > 1 ? m_sumsA[i] : 0;
        forward.meanPurity += square / static_cast<double>(m_sumsA[i]);
    }
    forward.violations = forward.rows - kept;
    kept = 0;
    for (std::size_t j = 0; j < b.distinct; ++j) {
        if (m_sumsB[j] == 0)
            continue;
        kept += greatest[j];
        backward.support += m_sumsB[j] > 1 ? m_sumsB[j] : 0;
        backward.meanPurity += squares[j] / static_cast<double>(m_sumsB[j]);
    }
    backward.violations = backward.rows - kept;
    const auto n = static_cast<double>(forward.rows);
    forward.meanPurity /= n;
    backward.meanPurity /= n;
    forward.groups = countPositive(m_sumsA);
    backward.groups = countPositive(m_sumsB);
    forward.purity = purityOf(m_sumsB, forward.rows);
    backward.purity = purityOf(m_sumsA, forward.rows);
    if (forward.error() <= greatestError)
        facts.forward = forward;
    if (backward.error() <= greatestError)
        facts.backward = backward;
    if (associate)
        facts.association =
            AssociationFacts{forward.rows, (chiSquare - 1) * n, (forward.groups - 1) * (backward.groups - 1),
                             correctedV(chiSquare - 1, forward.rows, forward.groups, backward.groups)};
    return facts;
}

std::optional<DependencyFacts> PairStatistics::walk(const CodedColumn& from,
                                                    const std::vector<std::uint32_t>& rows,
                                                    const CodedColumn& to, double greatestError) {
    if (m_counts.size() < to.distinct)
        m_counts.resize(to.distinct);
    // The rows of the pair are no more than this, so the error is at least violations / most.
    const auto most = static_cast<double>(std::min(from.present, to.present));
    const auto limit = static_cast<std::uint64_t>(greatestError * most) + 1;
    DependencyFacts facts;
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::uint32_t group = from.codes[rows[begin]];
        std::uint32_t greatest = 0;
        std::uint64_t present = 0;
        std::uint64_t squares = 0;
        std::size_t end = begin;
        for (; end < rows.size() && from.codes[rows[end]] == group; ++end) {
            const std::uint32_t code = to.codes[rows[end]];
            if (code == to.distinct)
                continue;
            const std::uint32_t count = ++m_counts[code];
            squares += 2 * std::uint64_t{count} - 1;
            greatest = std::max(greatest, count);
            ++present;
        }
        for (; begin < end; ++begin) {
            const std::uint32_t code = to.codes[rows[begin]];
            if (code != to.distinct)
                m_counts[code] = 0;
        }
        if (present == 0)
            continue;
        ++facts.groups;
        facts.rows += present;
        facts.support += present > 1 ? present : 0;
        facts.violations += present - greatest;
        facts.meanPurity += static_cast<double>(squares) / static_cast<double>(present);
        if (facts.violations > limit)
            return std::nullopt;
    }
    if (facts.rows == 0 || facts.error() > greatestError)
        return std::nullopt;
    facts.meanPurity /= static_cast<double>(facts.rows);
    m_sumsB.assign(to.distinct, 0);
    for (const std::uint32_t row : rows) {
        if (to.codes[row] != to.distinct)
            ++m_sumsB[to.codes[row]];
    }
    facts.purity = purityOf(m_sumsB, facts.rows);
    return facts;
}

/// Of the different numbers, less their mean: doubled they would be whole, so that their sums are exact.
void PairStatistics::averageRanks(const std::vector<std::uint32_t>& counts, std::uint64_t rows,
                                  std::vector<double>& ranks) {
    ranks.resize(counts.size());
    std::uint64_t before = 0;
    const double middle = (static_cast<double>(rows) + 1) / 2;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        ranks[i] = static_cast<double>(before) + (static_cast<double>(counts[i]) + 1) / 2 - middle;
        before += counts[i];
    }
}

CorrelationFacts PairStatistics::correlate(const CodedColumn& a, const CodedColumn& b) {
    CorrelationFacts facts;
    Moments values;
    m_rankCounts[0].assign(a.differentNumbers, 0);
    m_rankCounts[1].assign(b.differentNumbers, 0);
    const auto eachRow = [&](const auto& visit) {
        for (std::size_t row = 0; row < a.codes.size(); ++row) {
            const std::uint32_t codeA = a.codes[row];
            const std::uint32_t codeB = b.codes[row];
            if (codeA == a.distinct || codeB == b.distinct || a.numberRanks[codeA] == CodedColumn::kNoNumber
                || b.numberRanks[codeB] == CodedColumn::kNoNumber)
                continue;
            visit(codeA, codeB);
        }
    };
    eachRow([&](std::uint32_t codeA, std::uint32_t codeB) {
        ++facts.rows;
        values.add(a.numbers[codeA], b.numbers[codeB]);
        ++m_rankCounts[0][a.numberRanks[codeA]];
        ++m_rankCounts[1][b.numberRanks[codeB]];
    });
    if (facts.rows < 2)
        return facts;
    facts.pearson = values.correlation(facts.rows);
    averageRanks(m_rankCounts[0], facts.rows, m_ranks[0]);
    averageRanks(m_rankCounts[1], facts.rows, m_ranks[1]);
    Moments ranks;
    eachRow([&](std::uint32_t codeA, std::uint32_t codeB) {
        ranks.add(m_ranks[0][a.numberRanks[codeA]], m_ranks[1][b.numberRanks[codeB]]);
    });
    facts.spearman = ranks.correlation(facts.rows);
    return facts;
}

} // namespace mangrove::table
