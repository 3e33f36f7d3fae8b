// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_facts.h"

#include "base/text.h"
#include "base/value_hash.h"
#include "io/null_words.h"
#include "profile/mojibake.h"
#include "profile/value_pattern.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mangrove::profile {

namespace {

const io::NullWords& candidateWords() {
    static const io::NullWords words(
        std::vector<std::string>(io::NullWords::candidates().begin(), io::NullWords::candidates().end()));
    return words;
}

constexpr std::array<std::uint64_t, 16> kPowersOfTen{1,
                                                     10,
                                                     100,
                                                     1'000,
                                                     10'000,
                                                     100'000,
                                                     1'000'000,
                                                     10'000'000,
                                                     100'000'000,
                                                     1'000'000'000,
                                                     10'000'000'000,
                                                     100'000'000'000,
                                                     1'000'000'000'000,
                                                     10'000'000'000'000,
                                                     100'000'000'000'000,
                                                     1'000'000'000'000'000};

/// Eight ASCII digits in a word, the first in its lowest byte: pairs, then fours, then all (Lemire 2018,
/// "Quickly parsing eight digits").
std::uint64_t eightDigits(std::uint64_t word) {
    word = (word & 0x0F0F0F0F0F0F0F0FU) * 2561 >> 8U;
    word = (word & 0x00FF00FF00FF00FFU) * 6553601 >> 16U;
    return (word & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32U;
}

/// 1 to 15 digits; eight bytes from `text` on are readable.
std::uint64_t readDigits(const char* text, std::uint32_t count) {
    const auto load = [](const char* from) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, 8);
        return word;
    };
    if (count < 8)
        return count == 0 ? 0 : eightDigits(load(text) << (64 - 8 * count));
    const std::uint64_t head = eightDigits(load(text));
    const std::uint32_t rest = count - 8;
    return rest == 0 ? head : head * kPowersOfTen[rest] + eightDigits(load(text + 8) << (64 - 8 * rest));
}

/// Texts whose prefixes differ are ordered as these are.
std::uint64_t textPrefix(std::string_view value) {
    std::uint64_t word = 0;
    std::copy_n(value.data(), std::min<std::size_t>(value.size(), 8), reinterpret_cast<char*>(&word));
    return __builtin_bswap64(word);
}

} // namespace

void ColumnFacts::add(std::string_view value, std::uint64_t count) {
    if (value.size() > ShapeKey::kMaxLength)
        return addWhole(value, count);
    std::array<char, ShapeKey::kMaxLength> padded{};
    if (!value.empty()) // an empty text may have no address
        std::copy_n(value.data(), value.size(), padded.data());
    addPadded(padded.data(), static_cast<std::uint32_t>(value.size()), count);
}

void ColumnFacts::addPadded(const char* text, std::uint32_t length, std::uint64_t count) {
    ShapeKey key;
    ShapeTable::Shape* shape = ShapeKey::make(text, length, key) ? m_shapes.find(key) : nullptr;
    if (shape == nullptr)
        return addWhole({text, length}, count);
    shape->count += count;
    if (shape->maybeNullWord)
        m_nullLike += candidateWords().contains({text, length}) ? count : 0;
    addTextExtremes({text, length});
    addByShape(*shape, text, count);
}

void ColumnFacts::addWhole(std::string_view value, std::uint64_t count) {
    addShape(shapeOf(value, m_scratch), value.empty(), count);
    m_nullLike += candidateWords().contains(value) ? count : 0;
    m_mojibake += looksWronglyDecoded(value) ? count : 0;
    addTextExtremes(value);
    addKinds(parseValue(value), trim(value), count);
}

/// What the characters' classes tell; the pattern is in m_scratch.
void ColumnFacts::addShape(const TextShape& shape, bool isEmpty, std::uint64_t count) {
    const bool first = m_votes.values == 0;
    m_votes.values += count;
    m_minLength = first ? shape.codePoints : std::min(m_minLength, shape.codePoints);
    m_maxLength = std::max(m_maxLength, shape.codePoints);
    m_blankEdges += shape.blankEdge ? count : 0;
    m_fullWidth += shape.fullWidth ? count : 0;
    m_emptyTexts += isEmpty ? count : 0;
    addPattern(m_scratch, count);
}

void ColumnFacts::settle() {
    for (const ShapeTable::Shape& shape : m_shapes.shapes())
        addShape(shapeOf(shape.key.text(), m_scratch), shape.key.length == 0, shape.count);
    m_shapes.clear();
}

void ColumnFacts::addByShape(const ShapeTable::Shape& shape, const char* text, std::uint64_t count) {
    const std::uint32_t length = shape.key.length;
    switch (shape.reading) {
    case ShapeReading::Nothing:
        return;
    case ShapeReading::Integer:
        if (text[0] != '0' || length == 1)
            addNumber(static_cast<std::int64_t>(readDigits(text, length)), 0, true, {text, length}, count);
        return;
    case ShapeReading::Decimal: {
        const std::uint32_t whole = shape.wholeDigits;
        if (text[0] == '0' && whole > 1)
            return;
        const std::uint32_t fraction = length - whole - 1;
        const std::uint64_t digits =
            readDigits(text, whole) * kPowersOfTen[fraction] + readDigits(text + whole + 1, fraction);
        return addNumber(static_cast<std::int64_t>(digits), static_cast<std::uint8_t>(fraction), false,
                         {text, length}, count);
    }
    case ShapeReading::Date:
    case ShapeReading::DateTime:
        return addDate(text, shape.reading == ShapeReading::DateTime, {text, length}, count);
    case ShapeReading::General:
        return addKinds(parseValue({text, length}), trim({text, length}), count);
    }
}

void ColumnFacts::addNumber(std::int64_t digits, std::uint8_t scale, bool integer, std::string_view value,
                            std::uint64_t count) {
    const double number = decimalToDouble(digits, scale);
    (integer ? m_votes.integer : m_votes.decimal) += count;
    if (ExactMoments::fits(digits, scale))
        m_moments.addDecimal(digits, scale, count);
    else
        m_moments.add(number, count);
    m_numbers.add(number, value);
}

/// 9999-99-99, perhaps with 99:99:99 behind.
void ColumnFacts::addDate(const char* text, bool withTime, std::string_view value, std::uint64_t count) {
    const auto two = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    std::int64_t ofDay = 0;
    if (withTime) {
        const int hour = two(11);
        const int minute = two(14);
        const int second = two(17);
        if (hour > 23 || minute > 59 || second > 60)
            return;
        ofDay = hour * 3600 + minute * 60 + second;
    }
    const auto day = secondsOfDate(two(0) * 100 + two(2), two(5), two(8));
    if (!day)
        return;
    (withTime ? m_votes.dateTime : m_votes.date)[0] += count;
    m_dates[0].add(*day + ofDay, value);
}

void ColumnFacts::addTextExtremes(std::string_view value) {
    const std::uint64_t prefix = textPrefix(value);
    if (!m_anyText || (prefix <= m_minPrefix && value < m_minText)) {
        m_minText = value;
        m_minPrefix = prefix;
    }
    if (!m_anyText || (prefix >= m_maxPrefix && value > m_maxText)) {
        m_maxText = value;
        m_maxPrefix = prefix;
    }
    m_anyText = true;
}

void ColumnFacts::addKinds(const ParsedValue& parsed, std::string_view value, std::uint64_t count) {
    if (parsed.kinds == 0)
        return;
    if (parsed.isNumber() && parsed.scale != ParsedValue::kNoScale) {
        addNumber(parsed.digits, parsed.scale, parsed.is(ParsedValue::kInteger), value, count);
    } else if (parsed.isNumber()) {
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
    if (isNew && m_patterns.size() > m_maxPatterns) {
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
    if (other.m_anyText) {
        addTextExtremes(other.m_minText);
        addTextExtremes(other.m_maxText);
    }
    m_minLength = first ? other.m_minLength : std::min(m_minLength, other.m_minLength);
    m_maxLength = std::max(m_maxLength, other.m_maxLength);
    m_blankEdges += other.m_blankEdges;
    m_fullWidth += other.m_fullWidth;
    m_emptyTexts += other.m_emptyTexts;
    m_nullLike += other.m_nullLike;
    m_mojibake += other.m_mojibake;
    for (const ValueDictionary::Entry& entry : other.m_patterns.entries())
        addPattern(other.m_patterns.text(entry), other.m_patterns.countOf(entry));
    if (other.m_tooManyPatterns) {
        m_tooManyPatterns = true;
        m_patterns.clear();
    }
}

} // namespace mangrove::profile
