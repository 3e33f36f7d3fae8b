// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/relation_change.h"

#include "table/pair_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mangrove::deid {

namespace {

constexpr std::uint32_t kAbsentCode = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kDeciles = 10;

/// The sample of a column in codes: `number` and `category` tell of a code of the tally; NaN and kAbsentCode
/// leave it out.
template<typename Number>
table::CodedColumn codeNumbers(const ValueTally& tally, const Number& number) {
    table::CodedColumn coded;
    std::vector<std::uint64_t> counts(tally.size(), 0);
    coded.distinct = tally.size();
    for (std::uint32_t code = 0; code < tally.size(); ++code)
        coded.numbers.push_back(number(code));
    for (const std::uint32_t code : tally.sample()) {
        const bool there = code != ValueTally::kMissing && !std::isnan(coded.numbers[code]);
        coded.codes.push_back(there ? code : coded.distinct);
        if (there) {
            ++counts[code];
            ++coded.present;
        }
    }
    // Numbers that only rows outside the sample have would stretch the scale.
    for (std::uint32_t code = 0; code < tally.size(); ++code) {
        if (counts[code] == 0)
            coded.numbers[code] = std::numeric_limits<double>::quiet_NaN();
    }
    coded.settleNumbers(counts);
    return coded;
}

template<typename Category>
table::CodedColumn codeCategories(const ValueTally& tally, const Category& category) {
    table::CodedColumn coded;
    std::vector<std::uint32_t> numbers; // categories that occur, numbered anew
    std::vector<std::uint32_t> of(tally.size());
    for (std::uint32_t code = 0; code < tally.size(); ++code)
        of[code] = category(code);
    for (const std::uint32_t code : tally.sample()) {
        const std::uint32_t found = code == ValueTally::kMissing ? kAbsentCode : of[code];
        if (found == kAbsentCode) {
            coded.codes.push_back(kAbsentCode);
            continue;
        }
        if (found >= numbers.size())
            numbers.resize(found + std::size_t{1}, kAbsentCode);
        if (numbers[found] == kAbsentCode)
            numbers[found] = coded.distinct++;
        coded.codes.push_back(numbers[found]);
        ++coded.present;
    }
    for (std::uint32_t& code : coded.codes)
        code = std::min(code, coded.distinct);
    return coded;
}

/// The deciles of the sample's numbers.
std::vector<double> decilesOf(const ValueTally& tally, const LabelCover& cover) {
    std::vector<double> numbers;
    for (const std::uint32_t code : tally.sample()) {
        if (code != ValueTally::kMissing && !std::isnan(cover.number(code)))
            numbers.push_back(cover.number(code));
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<double> edges;
    for (std::size_t i = 1; i < kDeciles && !numbers.empty(); ++i)
        edges.push_back(numbers[i * numbers.size() / kDeciles]);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

struct CodedPair {
    table::CodedColumn numbersBefore, numbersAfter;       ///< where the column is of numbers
    table::CodedColumn categoriesBefore, categoriesAfter; ///< where hasCategories
    bool isNumeric = false, hasCategories = false;
};

CodedPair codeColumn(const ComparedColumn& column) {
    CodedPair coded;
    const LabelCover& cover = *column.cover;
    const ValueTally& original = *column.original;
    const ValueTally& released = *column.released;
    coded.isNumeric = cover.kind() != ColumnKind::Category;
    if (coded.isNumeric) {
        coded.numbersBefore = codeNumbers(original, [&](std::uint32_t code) { return cover.number(code); });
        coded.numbersAfter =
            codeNumbers(released, [&](std::uint32_t code) { return cover.releasedNumber(code); });
    }
    if (coded.isNumeric && original.size() > kMostCategories) {
        const std::vector<double> edges = decilesOf(original, cover);
        const auto decile = [&edges](double number) {
            return std::isnan(number)
                       ? kAbsentCode
                       : static_cast<std::uint32_t>(std::upper_bound(edges.begin(), edges.end(), number)
                                                    - edges.begin());
        };
        coded.categoriesBefore =
            codeCategories(original, [&](std::uint32_t code) { return decile(cover.number(code)); });
        coded.categoriesAfter =
            codeCategories(released, [&](std::uint32_t code) { return decile(cover.releasedNumber(code)); });
    } else {
        coded.categoriesBefore = codeCategories(original, [](std::uint32_t code) { return code; });
        coded.categoriesAfter = codeCategories(
            released, [&](std::uint32_t code) { return cover.isTop(code) ? kAbsentCode : code; });
    }
    coded.hasCategories = coded.categoriesBefore.distinct <= kMostCategories;
    return coded;
}

std::optional<double> associate(table::PairStatistics& statistics, const table::CodedColumn& a,
                                const table::CodedColumn& b) {
    // What has too many labels now, noise among them, is not associated with anything.
    if (a.distinct > kMostCategories || b.distinct > kMostCategories)
        return std::nullopt;
    const auto facts = statistics.count(a, {}, b, {}, 0, kMostCategories);
    return facts.association ? facts.association->cramersV : std::nullopt;
}

PairChange comparePair(table::PairStatistics& statistics, const CodedPair& a, const CodedPair& b) {
    PairChange pair;
    pair.numeric = a.isNumeric && b.isNumeric;
    std::optional<double> before;
    std::optional<double> after;
    if (pair.numeric) {
        if (a.numbersBefore.numeric && b.numbersBefore.numeric) {
            const auto facts = statistics.correlate(a.numbersBefore, b.numbersBefore);
            pair.pearsonBefore = facts.pearson;
            pair.spearmanBefore = facts.spearman;
        }
        if (a.numbersAfter.numeric && b.numbersAfter.numeric) {
            const auto facts = statistics.correlate(a.numbersAfter, b.numbersAfter);
            pair.pearsonAfter = facts.pearson;
            pair.spearmanAfter = facts.spearman;
        }
        before = pair.spearmanBefore;
        after = pair.spearmanAfter;
    } else {
        pair.cramersVBefore = associate(statistics, a.categoriesBefore, b.categoriesBefore);
        pair.cramersVAfter = associate(statistics, a.categoriesAfter, b.categoriesAfter);
        before = pair.cramersVBefore;
        after = pair.cramersVAfter;
    }
    pair.change = before ? std::abs(after.value_or(0) - *before) : 0;
    return pair;
}

} // namespace

Result<RelationChange> compareRelations(const std::vector<ComparedColumn>& columns,
                                        const RunContext& context) {
    RelationChange report;
    std::vector<CodedPair> coded;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        MANGROVE_TRY(context.check());
        coded.push_back(codeColumn(columns[c]));
        report.rowsBefore = columns[c].original->sample().size();
        report.rowsAfter = columns[c].released->sample().size();
        if (!coded.back().hasCategories && !coded.back().isNumeric)
            report.leftOut.push_back(c);
    }
    context.start("relating", columns.size() * (columns.size() - (columns.empty() ? 0 : 1)) / 2);
    table::PairStatistics statistics;
    double sum = 0;
    for (std::size_t a = 0; a < coded.size(); ++a) {
        for (std::size_t b = a + 1; b < coded.size(); ++b) {
            MANGROVE_TRY(context.check());
            context.advance(1);
            const bool numeric = coded[a].isNumeric && coded[b].isNumeric;
            if (!numeric && (!coded[a].hasCategories || !coded[b].hasCategories))
                continue;
            PairChange pair = comparePair(statistics, coded[a], coded[b]);
            if (!pair.spearmanBefore && !pair.cramersVBefore)
                continue;
            pair.a = a;
            pair.b = b;
            ++report.pairs;
            sum += pair.change;
            report.greatestChange = std::max(report.greatestChange, pair.change);
            report.strongest.push_back(pair);
        }
    }
    report.meanChange = report.pairs > 0 ? sum / static_cast<double>(report.pairs) : 0;
    std::stable_sort(report.strongest.begin(), report.strongest.end(),
                     [](const PairChange& a, const PairChange& b) { return a.change > b.change; });
    if (report.strongest.size() > kMostPairs)
        report.strongest.resize(kMostPairs);
    return report;
}

} // namespace mangrove::deid
