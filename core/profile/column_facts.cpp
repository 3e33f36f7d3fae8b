// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_facts.h"

#include "base/text.h"
#include "io/null_words.h"
#include "profile/value_hash.h"
#include "profile/value_pattern.h"

#include <algorithm>

namespace mangrove::profile {

namespace {

const io::NullWords& candidateWords() {
    static const io::NullWords words(
        std::vector<std::string>(io::NullWords::candidates().begin(), io::NullWords::candidates().end()));
    return words;
}

} // namespace

void ColumnFacts::add(std::string_view value, std::uint64_t count) {
    const bool first = m_votes.values == 0;
    m_votes.values += count;
    const TextShape shape = shapeOf(value, m_scratch);
    m_minLength = first ? shape.codePoints : std::min(m_minLength, shape.codePoints);
    m_maxLength = std::max(m_maxLength, shape.codePoints);
    m_blankEdges += shape.blankEdge ? count : 0;
    m_fullWidth += shape.fullWidth ? count : 0;
    m_emptyTexts += value.empty() ? count : 0;
    m_nullLike += candidateWords().contains(value) ? count : 0;
    addPattern(m_scratch, count);
    addTextExtremes(value);
    addKinds(parseValue(value), trim(value), count);
}

void ColumnFacts::addTextExtremes(std::string_view value) {
    if (!m_anyText || value < m_minText)
        m_minText = value;
    if (!m_anyText || value > m_maxText)
        m_maxText = value;
    m_anyText = true;
}

void ColumnFacts::addKinds(const ParsedValue& parsed, std::string_view value, std::uint64_t count) {
    if (parsed.kinds == 0)
        return;
    if (parsed.isNumber()) {
        (parsed.is(ParsedValue::kInteger) ? m_votes.integer : m_votes.decimal) += count;
        m_moments.add(parsed.number, count);
        m_numbers.add(parsed.number, value);
    }
    const bool withTime = parsed.is(ParsedValue::kWithTime);
    const std::array<std::pair<std::uint16_t, std::int64_t>, 3> orders{
        {{ParsedValue::kYmd, parsed.ymd}, {ParsedValue::kDmy, parsed.dmy}, {ParsedValue::kMdy, parsed.mdy}}};
    for (std::size_t order = 0; order < orders.size(); ++order) {
        if (!parsed.is(orders[order].first))
            continue;
        (withTime ? m_votes.dateTime : m_votes.date)[order] += count;
        m_dates[order].add(orders[order].second, value);
    }
    if (parsed.is(ParsedValue::kCompact))
        (withTime ? m_votes.compactTime : m_votes.compact) += count;
    if (parsed.is(ParsedValue::kTime)) {
        m_votes.time += count;
        m_times.add(parsed.time, value);
    }
    m_votes.trueFalse += parsed.is(ParsedValue::kTrueFalse) ? count : 0;
    m_votes.yes += parsed.is(ParsedValue::kYes) ? count : 0;
    m_votes.no += parsed.is(ParsedValue::kNo) ? count : 0;
}

void ColumnFacts::addPattern(std::string_view pattern, std::uint64_t count) {
    if (m_tooManyPatterns)
        return;
    bool isNew = false;
    m_patterns.add(pattern, hashValue(pattern), count, isNew);
    if (isNew && m_patterns.size() > kMaxPatterns) {
        m_tooManyPatterns = true;
        m_patterns.clear();
    }
}

void ColumnFacts::merge(const ColumnFacts& other) {
    if (other.m_votes.values == 0)
        return;
    const bool first = m_votes.values == 0;
    Votes& to = m_votes;
    const Votes& from = other.m_votes;
    to.values += from.values;
    to.integer += from.integer;
    to.decimal += from.decimal;
    to.trueFalse += from.trueFalse;
    to.yes += from.yes;
    to.no += from.no;
    to.compact += from.compact;
    to.compactTime += from.compactTime;
    to.time += from.time;
    for (std::size_t order = 0; order < 3; ++order) {
        to.date[order] += from.date[order];
        to.dateTime[order] += from.dateTime[order];
        m_dates[order].merge(other.m_dates[order]);
    }
    m_moments.merge(other.m_moments);
    m_numbers.merge(other.m_numbers);
    m_times.merge(other.m_times);
    addTextExtremes(other.m_minText);
    addTextExtremes(other.m_maxText);
    m_minLength = first ? other.m_minLength : std::min(m_minLength, other.m_minLength);
    m_maxLength = std::max(m_maxLength, other.m_maxLength);
    m_blankEdges += other.m_blankEdges;
    m_fullWidth += other.m_fullWidth;
    m_emptyTexts += other.m_emptyTexts;
    m_nullLike += other.m_nullLike;
    for (const ValueDictionary::Entry& entry : other.m_patterns.entries())
        addPattern(other.m_patterns.text(entry), entry.count);
    if (other.m_tooManyPatterns) {
        m_tooManyPatterns = true;
        m_patterns.clear();
    }
}

} // namespace mangrove::profile
