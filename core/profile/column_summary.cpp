// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_summary.h"

#include "base/value_hash.h"
#include "profile/histogram.h"
#include "profile/parsed_value.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <span>

namespace mangrove::profile {

namespace {

std::size_t bestDateOrder(const ColumnFacts::Votes& votes) {
    std::size_t best = 0;
    for (std::size_t order = 1; order < 3; ++order) {
        if (votes.date[order] + votes.dateTime[order] > votes.date[best] + votes.dateTime[best])
            best = order;
    }
    return best;
}

void listVotes(const ColumnFacts::Votes& votes, TypeDecision& decision) {
    const std::uint64_t numbers = votes.integer + votes.decimal;
    // Eight digits that could be a date, and a lone "No", are no hint of what a column is.
    const bool digitsAlone = votes.compact + votes.compactTime < votes.values;
    const std::uint64_t dates =
        votes.date[decision.dateOrder] - (decision.dateOrder == 0 && digitsAlone ? votes.compact : 0);
    const std::uint64_t dateTimes =
        votes.dateTime[decision.dateOrder] - (decision.dateOrder == 0 && digitsAlone ? votes.compactTime : 0);
    const std::uint64_t yesNo = votes.yes > 0 && votes.no > 0 ? votes.yes + votes.no : 0;
    const auto vote = [&](ValueType type, std::uint64_t count) {
        if (count > 0)
            decision.votes.push_back({type, count});
    };
    vote(ValueType::Boolean, votes.trueFalse + yesNo);
    vote(ValueType::Integer, votes.integer);
    vote(ValueType::Decimal, votes.decimal > 0 ? numbers : 0);
    vote(ValueType::Date, dates);
    vote(ValueType::DateTime, dateTimes > 0 ? dates + dateTimes : 0);
    vote(ValueType::Time, votes.time);
    std::stable_sort(decision.votes.begin(), decision.votes.end(),
                     [](const TypeVote& a, const TypeVote& b) { return a.count > b.count; });
}

/// The number a text stands for under the decided type; nullopt where it disagrees.
std::optional<double> numberOf(std::string_view text, const TypeDecision& decision) {
    const ParsedValue value = parseValue(text);
    switch (decision.type) {
    case ValueType::Integer:
    case ValueType::Decimal:
        return value.isNumber() ? std::optional<double>(value.number) : std::nullopt;
    case ValueType::Date:
    case ValueType::DateTime: {
        static constexpr std::uint16_t kOrders[]{ParsedValue::kYmd, ParsedValue::kDmy, ParsedValue::kMdy};
        const std::int64_t seconds[]{value.ymd, value.dmy, value.mdy};
        if (!value.is(kOrders[decision.dateOrder]))
            return std::nullopt;
        return static_cast<double>(seconds[decision.dateOrder]);
    }
    case ValueType::Time:
        return value.is(ParsedValue::kTime) ? std::optional<double>(static_cast<double>(value.time))
                                            : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool isOrdered(ValueType type) {
    return type != ValueType::Text && type != ValueType::Boolean && type != ValueType::Empty;
}

/// Each value once with how often it occurs, in order of first appearance. By hash: sorting a hundred
/// thousand texts takes five times as long.
std::vector<std::pair<std::string_view, std::uint64_t>> countEqual(std::span<const std::string_view> values) {
    std::vector<std::pair<std::string_view, std::uint64_t>> counted;
    std::vector<std::uint32_t> slots(
        std::bit_ceil(values.size() * 2 + 1)); // index into counted + 1, 0 = free
    for (const std::string_view value : values) {
        std::size_t slot = hashValue(value) & (slots.size() - 1);
        while (slots[slot] != 0 && counted[slots[slot] - 1].first != value)
            slot = (slot + 1) & (slots.size() - 1);
        if (slots[slot] == 0) {
            counted.emplace_back(value, 0);
            slots[slot] = static_cast<std::uint32_t>(counted.size());
        }
        ++counted[slots[slot] - 1].second;
    }
    return counted;
}

/// The values with counts, from the dictionary or from the sample.
std::vector<std::pair<std::string_view, std::uint64_t>> countedValues(const ColumnAccumulator& column) {
    std::vector<std::pair<std::string_view, std::uint64_t>> counted;
    if (column.hasDictionary()) {
        for (const ValueDictionary::Entry& entry : column.dictionary().entries()) {
            if (!entry.isNull)
                counted.emplace_back(column.dictionary().text(entry), column.dictionary().countOf(entry));
        }
        return counted;
    }
    return countEqual(column.sampledValues());
}

template<typename Item>
void keepMostFrequent(std::vector<Item>& items, std::size_t limit) {
    const auto before = [](const Item& a, const Item& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    const std::size_t kept = std::min(limit, items.size());
    std::partial_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(kept), items.end(), before);
    items.resize(kept);
}

void fillTop(ColumnProfile& profile, std::vector<std::pair<std::string_view, std::uint64_t>> counted,
             bool exact, std::uint64_t values, std::uint32_t limit) {
    std::uint64_t seen = 0;
    for (const auto& item : counted)
        seen += item.second;
    keepMostFrequent(counted, limit);
    profile.topExact = exact;
    // Of a sample only what it met often enough to say how often it occurs (8 times: give or take a third).
    constexpr std::uint64_t kLeast = 8;
    for (const auto& [value, count] : counted) {
        if (exact)
            profile.top.push_back({std::string(value), count});
        else if (count >= kLeast)
            profile.top.push_back(
                {std::string(value),
                 static_cast<std::uint64_t>(std::llround(
                     static_cast<double>(count) * static_cast<double>(values) / static_cast<double>(seen)))});
    }
}

void fillPatterns(ColumnProfile& profile, const ValueDictionary& patterns, std::uint32_t limit) {
    std::vector<std::pair<std::string_view, std::uint64_t>> counted;
    for (const ValueDictionary::Entry& entry : patterns.entries())
        counted.emplace_back(patterns.text(entry), patterns.countOf(entry));
    keepMostFrequent(counted, limit);
    for (const auto& [pattern, count] : counted)
        profile.patterns.push_back({std::string(pattern), count});
}

/// Massart's constant in the Dvoretzky-Kiefer-Wolfowitz inequality (Ann. Probab. 18, 1990): with 99 %
/// confidence no quantile of `sampled` values is further off.
double rankError(std::uint64_t sampled) {
    return sampled == 0 ? 1.0 : std::sqrt(std::log(2 / 0.01) / (2 * static_cast<double>(sampled)));
}

std::string isoText(std::int64_t seconds, ValueType type) {
    return type == ValueType::Date ? dateText(seconds) : dateTimeText(seconds);
}

double quantileOf(const std::vector<WeightedNumber>& numbers, std::uint64_t total, double p) {
    const auto rank =
        std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(p * static_cast<double>(total))));
    std::uint64_t seen = 0;
    for (const auto& [number, count] : numbers) {
        seen += count;
        if (seen >= rank)
            return number;
    }
    return numbers.back().first;
}

void fillNumbers(ColumnProfile& profile,
                 const std::vector<std::pair<std::string_view, std::uint64_t>>& counted,
                 const TypeDecision& decision, bool exact, std::uint64_t fitting, std::uint32_t maxBins) {
    std::vector<WeightedNumber> numbers;
    for (const auto& [text, count] : counted) {
        if (const auto number = numberOf(text, decision))
            numbers.emplace_back(*number, count);
    }
    if (numbers.empty())
        return;
    std::sort(numbers.begin(), numbers.end());
    std::uint64_t total = 0;
    for (const auto& item : numbers)
        total += item.second;
    profile.quantiles = Quantiles{quantileOf(numbers, total, 0.25), quantileOf(numbers, total, 0.5),
                                  quantileOf(numbers, total, 0.75)};
    profile.quantilesExact = exact;
    profile.quantileError = exact ? 0 : std::min(1.0, rankError(total));
    const double min = *numberOf(profile.min, decision);
    const double max = *numberOf(profile.max, decision);
    profile.histogram = makeHistogram(numbers, min, max, decision.type, maxBins, fitting);
}

CandidateKey candidateKeyOf(const ColumnProfile& profile, std::uint64_t values) {
    if (profile.nulls > 0 || values == 0)
        return CandidateKey::No;
    if (profile.distinctExact)
        return profile.distinct == values ? CandidateKey::Yes : CandidateKey::No;
    const double off = std::abs(static_cast<double>(profile.distinct) - static_cast<double>(values))
                       / static_cast<double>(values);
    // Five standard errors: of a million keys not one is missed.
    return off <= 5 * profile.distinctError ? CandidateKey::Possible : CandidateKey::No;
}

void fillExtremes(ColumnProfile& profile, const ColumnFacts& facts, const TypeDecision& decision) {
    switch (decision.type) {
    case ValueType::Integer:
    case ValueType::Decimal:
        profile.min = facts.numbers().minText;
        profile.max = facts.numbers().maxText;
        break;
    case ValueType::Date:
    case ValueType::DateTime:
        profile.min = facts.dates(decision.dateOrder).minText;
        profile.max = facts.dates(decision.dateOrder).maxText;
        profile.earliest = isoText(facts.dates(decision.dateOrder).minKey, decision.type);
        profile.latest = isoText(facts.dates(decision.dateOrder).maxKey, decision.type);
        break;
    case ValueType::Time:
        profile.min = facts.times().minText;
        profile.max = facts.times().maxText;
        break;
    default:
        profile.min = facts.minText();
        profile.max = facts.maxText();
        break;
    }
}

} // namespace

TypeDecision decideType(const ColumnFacts::Votes& votes) {
    TypeDecision decision;
    const std::uint64_t all = votes.values;
    if (all == 0)
        return decision;
    const std::uint64_t needed = all - all / 100;
    decision.dateOrder = bestDateOrder(votes);
    listVotes(votes, decision);
    const std::uint64_t numbers = votes.integer + votes.decimal;
    const std::uint64_t dates = votes.date[decision.dateOrder];
    const std::uint64_t dateTimes = votes.dateTime[decision.dateOrder];
    const auto take = [&](ValueType type, std::uint64_t fitting) {
        decision.type = type;
        decision.disagreeing = all - fitting;
    };
    const bool yesNo = votes.yes > 0 && votes.no > 0 && votes.yes + votes.no == all;
    if (votes.trueFalse == all || yesNo)
        take(ValueType::Boolean, all);
    else if (votes.compact == all)
        take(ValueType::Date, all);
    else if (votes.compact + votes.compactTime == all)
        take(ValueType::DateTime, all);
    else if (numbers >= needed)
        take(votes.decimal == 0 ? ValueType::Integer : ValueType::Decimal, numbers);
    else if (dates + dateTimes >= needed)
        take(dateTimes == 0 ? ValueType::Date : ValueType::DateTime, dates + dateTimes);
    else if (votes.time >= needed)
        take(ValueType::Time, votes.time);
    else
        take(ValueType::Text, all);
    return decision;
}

ColumnProfile summarize(std::string name, ColumnAccumulator& column, unsigned sampleLevel,
                        const ProfileOptions& options) {
    ColumnProfile profile;
    profile.name = std::move(name);
    if (column.hasDictionary())
        column.foldDictionary();
    else
        column.finishStreaming();
    const ColumnFacts& facts = column.facts();
    TypeDecision decision = decideType(facts.votes());
    profile.type = decision.type;
    profile.disagreeing = decision.disagreeing;
    profile.votes = std::move(decision.votes);
    profile.nulls = column.nulls();
    profile.distinct = column.distinct();
    profile.distinctExact = column.distinctExact();
    profile.distinctError = column.distinctError();
    profile.minLength = facts.minLength();
    profile.maxLength = facts.maxLength();
    profile.blankEdges = facts.blankEdges();
    profile.fullWidth = facts.fullWidth();
    profile.emptyTexts = facts.emptyTexts();
    profile.nullLike = facts.nullLike();
    profile.mojibake = facts.mojibake();
    profile.nullWords = column.nullWords();
    std::sort(profile.nullWords.begin(), profile.nullWords.end(),
              [](const ValueCount& a, const ValueCount& b) {
                  return a.count != b.count ? a.count > b.count : a.value < b.value;
              });
    profile.candidateKey = candidateKeyOf(profile, facts.votes().values);
    fillExtremes(profile, facts, decision);
    fillPatterns(profile, facts.patterns(), options.patterns);
    if (decision.type == ValueType::Integer || decision.type == ValueType::Decimal) {
        profile.mean = facts.moments().mean();
        profile.stddev = facts.moments().stddev();
    }
    const bool exact = column.hasDictionary() || sampleLevel == 0;
    auto counted = countedValues(column);
    if (isOrdered(decision.type))
        fillNumbers(profile, counted, decision, exact, facts.votes().values - decision.disagreeing,
                    options.histogramBins);
    fillTop(profile, std::move(counted), exact, facts.votes().values, options.topValues);
    return profile;
}

} // namespace mangrove::profile
