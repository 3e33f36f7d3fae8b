// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_column.h"

#include "deid/cell_date.h"
#include "deid/number_cell.h"
#include "table/value_dictionary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace mangrove::deid {

namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
/// Gaps are whole multiples of this, so that breadths never outweigh one.
constexpr unsigned kGapShift = 24;
constexpr double kGapSteps = 1U << 20U;
constexpr double kBreadthSteps = 1023;
constexpr std::uint64_t kWidest = 1024;
constexpr std::uint32_t kValuesBetweenPolls = 16'384;

/// Incomplete once cancelled.
std::vector<double> numbersOf(std::span<const std::string_view> texts, bool asDates,
                              const RunContext& context) {
    std::vector<double> numbers;
    numbers.reserve(texts.size() + 1);
    for (const std::string_view text : texts) {
        if (numbers.size() % kValuesBetweenPolls == 0 && context.cancelled())
            break;
        if (asDates) {
            const auto date = parseCellDate(text);
            numbers.push_back(date ? static_cast<double>(date->day) : kNoNumber);
        } else {
            const auto number = parseCellNumber(text);
            numbers.push_back(number ? number->value : kNoNumber);
        }
    }
    return numbers;
}

bool areAllNumbers(const std::vector<double>& numbers) {
    return !numbers.empty()
           && std::none_of(numbers.begin(), numbers.end(), [](double number) { return std::isnan(number); });
}

/// What a transform leaves to an attacker who has no key.
std::pair<LabelRelation, std::string_view> relationOf(const PlannedColumn& column, bool isNumeric) {
    switch (column.transform.type) {
    case TransformType::Pseudonym:
    case TransformType::Encrypt:
    case TransformType::Surrogate:
    case TransformType::RedactText:
        return {LabelRelation::None, "keyed"};
    case TransformType::Permute:
        return {LabelRelation::None, "permuted"};
    case TransformType::Suppress:
        return {LabelRelation::None, "suppressed"};
    case TransformType::Noise:
    case TransformType::MicroAggregate:
    case TransformType::DateShift:
        return {isNumeric ? LabelRelation::Near : LabelRelation::None, "perturbed"};
    default:
        return {LabelRelation::Covers, ""};
    }
}

/// The labels that a planned column can turn a value into.
class LabelMaker {
public:
    LabelMaker(const PlannedColumn& column, const std::vector<std::string>& nullWords)
        : m_column(column), m_nullWords(nullWords) {
        if (!column.hierarchy || column.attribute == nullptr)
            return;
        const Attribute& attribute = *column.attribute;
        m_from = attribute.level.value_or(attribute.minLevel.value_or(0));
        m_to = attribute.level.value_or(attribute.maxLevel.value_or(column.hierarchy->levels() - 1));
    }

    void ofValue(std::string_view value, const std::function<void(std::string_view)>& take,
                 bool& becomesMissing) {
        if (m_column.hierarchy) {
            ofPath(value, take);
        } else if (m_column.cells) {
            const CellFate fate = m_column.cells->apply({value, std::nullopt, 0}, m_text);
            if (fate == CellFate::Written)
                take(m_text);
            else
                becomesMissing = true;
        } else {
            take(value);
        }
    }
    /// A null word that the hierarchy knows is generalised; any other missing cell stays missing or joins the
    /// top.
    void ofMissing(const std::function<void(std::string_view)>& take) {
        take("");
        for (const std::string& word : m_nullWords) {
            if (m_column.hierarchy)
                ofPath(word, take);
            else
                take(word);
        }
    }

private:
    void ofPath(std::string_view value, const std::function<void(std::string_view)>& take) {
        const std::vector<std::string> path = m_column.hierarchy->path(value);
        for (std::size_t level = m_from; level < path.size() && level <= m_to; ++level)
            take(path[level]);
    }

    const PlannedColumn& m_column;
    const std::vector<std::string>& m_nullWords;
    std::size_t m_from = 0, m_to = 0;
    std::string m_text;
};

} // namespace

std::string_view nameOf(LabelRelation relation) {
    static constexpr std::array<std::string_view, 3> kNames{"covers", "near", "none"};
    return kNames[static_cast<std::size_t>(relation)];
}

bool AttackColumn::covers(std::uint32_t label, std::uint32_t value) const {
    const auto labels = labelsOf(value);
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

Status AttackColumn::setNumbers(std::span<const std::string_view> values,
                                std::span<const std::string_view> labels, const RunContext& context) {
    bool asDates = false;
    m_numbers = numbersOf(values, false, context);
    m_isNumeric = areAllNumbers(m_numbers);
    if (!m_isNumeric) {
        asDates = true;
        m_numbers = numbersOf(values, true, context);
        m_isNumeric = areAllNumbers(m_numbers);
    }
    if (m_isNumeric)
        m_labelNumbers = numbersOf(labels, asDates, context);
    else
        m_labelNumbers.assign(labels.size(), kNoNumber);
    m_numbers.push_back(kNoNumber);
    m_labelNumbers.push_back(kNoNumber);
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto* numbers : {&m_numbers, &m_labelNumbers}) {
        for (const double number : *numbers) {
            if (std::isnan(number))
                continue;
            low = std::min(low, number);
            high = std::max(high, number);
        }
    }
    m_range = high > low ? high - low : 1;
    return context.check(); // the numbers are not complete then
}

Status AttackColumn::relate(std::span<const std::string_view> values,
                            std::span<const std::string_view> labels, EmptyCells emptyCells,
                            const PlannedColumn* planned, const std::vector<std::string>& nullWords,
                            const RunContext& context) {
    table::ValueDictionary codes; // numbers them as they stand, since none repeats
    bool isNew = false;
    for (std::uint32_t label = 0; label < labels.size(); ++label) {
        if (label % kValuesBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        codes.add(labels[label], isNew);
    }
    if (const auto top = codes.find(kTop); top != table::ValueDictionary::kAbsent)
        m_topLabel = top;
    std::optional<LabelMaker> maker;
    if (planned != nullptr)
        maker.emplace(*planned, nullWords);
    std::vector<std::uint32_t> found;
    const std::function<void(std::string_view)> take = [&](std::string_view text) {
        if (const auto label = codes.find(text); label != table::ValueDictionary::kAbsent)
            found.push_back(label);
    };
    m_labelStart.assign(1, 0);
    std::vector<bool> isKnown(labels.size() + 1, false);
    for (std::uint32_t value = 0; value < this->values(); ++value) {
        if (value % kValuesBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        found.clear();
        const bool isMissing = value == values.size();
        bool becomesMissing = isMissing || (!maker && emptyCells == EmptyCells::Anything);
        if (!maker && !isMissing)
            take(values[value]);
        else if (maker && isMissing)
            maker->ofMissing(take);
        else if (maker)
            maker->ofValue(values[value], take, becomesMissing);
        if (becomesMissing && emptyCells != EmptyCells::None)
            found.push_back(missingLabel());
        for (const std::uint32_t label : found)
            isKnown[label] = true;
        if (m_topLabel)
            found.push_back(*m_topLabel);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        m_isFunction = m_isFunction && found.size() <= 1;
        m_labelsOf.insert(m_labelsOf.end(), found.begin(), found.end());
        m_labelStart.push_back(m_labelsOf.size());
    }
    std::uint32_t known = 0;
    for (std::uint32_t label = 0; label + 1 < this->labels(); ++label) {
        if (m_topLabel != label)
            (isKnown[label] ? known : m_strangeLabels) += 1;
    }
    // Not one label is known: this is no generalisation that could be followed.
    if (planned == nullptr && known == 0 && m_strangeLabels > 0) {
        m_relation = m_isOrdered ? LabelRelation::Near : LabelRelation::None;
        m_reason = m_isOrdered ? "perturbed" : "labels-unknown";
    }
    return {};
}

Status AttackColumn::setSpans(const RunContext& context) {
    const std::uint32_t all = labels();
    m_valueStart.assign(all + 1, 0);
    for (const std::uint32_t label : m_labelsOf)
        ++m_valueStart[label + 1];
    for (std::uint32_t label = 0; label < all; ++label)
        m_valueStart[label + 1] += m_valueStart[label];
    m_valuesOf.resize(m_labelsOf.size());
    std::vector<std::size_t> next(m_valueStart.begin(), m_valueStart.end() - 1);
    for (std::uint32_t value = 0; value < values(); ++value) {
        if (value % kValuesBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        for (const std::uint32_t label : labelsOf(value))
            m_valuesOf[next[label]++] = value;
    }
    m_low = m_labelNumbers;
    m_high = m_labelNumbers;
    m_breadth.assign(all, 0);
    for (std::uint32_t label = 0; label < all; ++label) {
        if (label % kValuesBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        const auto covered = valuesOf(label);
        double share = covered.empty() ? 0 : 1 - 1 / static_cast<double>(covered.size());
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (const std::uint32_t value : covered) {
            if (std::isnan(m_numbers[value]))
                continue;
            low = std::min(low, m_numbers[value]);
            high = std::max(high, m_numbers[value]);
        }
        if (low <= high) {
            m_low[label] = low;
            m_high[label] = high;
            share = (high - low) / m_range;
        }
        m_breadth[label] =
            isEmptyLabel(label) && covered.size() > 1
                ? kWidest
                : static_cast<std::uint64_t>(std::llround(std::min(share, 1.0) * kBreadthSteps));
    }
    return {};
}

Result<AttackColumn> AttackColumn::make(std::string name, std::span<const std::string_view> values,
                                        std::span<const std::string_view> labels, EmptyCells emptyCells,
                                        const PlannedColumn* planned,
                                        const std::vector<std::string>& nullWords,
                                        const RunContext& context) {
    AttackColumn column;
    column.m_name = std::move(name);
    MANGROVE_TRY(column.setNumbers(values, labels, context));
    column.m_isOrdered = column.m_isNumeric;
    for (std::uint32_t label = 0; label < labels.size(); ++label) {
        if (labels[label] != kTop && std::isnan(column.m_labelNumbers[label]))
            column.m_isOrdered = false;
    }
    if (planned != nullptr)
        std::tie(column.m_relation, column.m_reason) = relationOf(*planned, column.m_isOrdered);
    if (column.m_relation == LabelRelation::Covers)
        MANGROVE_TRY(column.relate(values, labels, emptyCells, planned, nullWords, context));
    if (column.m_relation != LabelRelation::Covers) {
        column.m_labelsOf.clear();
        column.m_labelStart.assign(column.values() + 1, 0);
        column.m_strangeLabels = 0;
        const auto top = std::find(labels.begin(), labels.end(), kTop);
        if (top != labels.end())
            column.m_topLabel = static_cast<std::uint32_t>(top - labels.begin());
    }
    MANGROVE_TRY(column.setSpans(context));
    return column;
}

std::uint64_t AttackColumn::costOf(std::uint32_t value, std::uint32_t label) const {
    if (m_relation == LabelRelation::Covers ? covers(label, value)
                                            : isTop(label) || (isMissing(value) && label == missingLabel()))
        return m_relation != LabelRelation::Covers && isTop(label) ? kWidest : m_breadth[label];
    const double number = m_numbers[value];
    if (std::isnan(number) || std::isnan(m_low[label]))
        return kFar;
    const double gap = std::max({m_low[label] - number, number - m_high[label], 0.0}) / m_range;
    return (static_cast<std::uint64_t>(std::llround(std::min(gap, 1.0) * kGapSteps)) << kGapShift)
           + m_breadth[label];
}

} // namespace mangrove::deid
