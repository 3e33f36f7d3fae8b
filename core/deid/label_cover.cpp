// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/label_cover.h"

#include "base/number.h"
#include "deid/cell_date.h"
#include "deid/date_truncation.h"
#include "deid/number_cell.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace mangrove::deid {

namespace {

constexpr double kNoNumberHere = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Comparisons that patterns with `*` inside may cost.
constexpr std::uint64_t kMostPatternWork = 50'000'000;

double numberOf(std::string_view text, ColumnKind kind) {
    if (kind == ColumnKind::Number) {
        const auto cell = parseCellNumber(text);
        return cell ? cell->value : kNoNumberHere;
    }
    const auto date = parseCellDate(text);
    return date && !date->isSentinel() ? static_cast<double>(date->day) : kNoNumberHere;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// "a<separator>b", at the first place where both sides are numbers.
std::optional<std::pair<double, double>> splitNumbers(std::string_view text, std::string_view separator) {
    for (std::size_t at = text.find(separator, 1); at != std::string_view::npos;
         at = text.find(separator, at + 1)) {
        const auto low = parseCellNumber(trimmed(text.substr(0, at)));
        const auto high = parseCellNumber(trimmed(text.substr(at + separator.size())));
        if (low && high && low->value <= high->value)
            return std::pair(low->value, high->value);
    }
    return std::nullopt;
}

std::optional<NumberInterval> parseHalfLine(std::string_view text) {
    const auto rest = [&](std::size_t skipped) { return parseCellNumber(trimmed(text.substr(skipped))); };
    for (const std::string_view sign : {"<=", "≤"}) {
        if (text.starts_with(sign))
            return rest(sign.size())
                       ? std::optional(NumberInterval{-kInfinite, rest(sign.size())->value, false, true})
                       : std::nullopt;
    }
    for (const std::string_view sign : {">=", "≥"}) {
        if (text.starts_with(sign))
            return rest(sign.size())
                       ? std::optional(NumberInterval{rest(sign.size())->value, kInfinite, true, false})
                       : std::nullopt;
    }
    if (text.starts_with('<') && rest(1))
        return NumberInterval{-kInfinite, rest(1)->value, false, false};
    if (text.starts_with('>') && rest(1))
        return NumberInterval{rest(1)->value, kInfinite, false, false};
    if (text.ends_with('+')) {
        if (const auto low = parseCellNumber(trimmed(text.substr(0, text.size() - 1))))
            return NumberInterval{low->value, kInfinite, true, false};
    }
    return std::nullopt;
}

/// Whether a value agrees with a pattern in which each `*` stands for one character.
bool agrees(std::string_view pattern, std::string_view value) {
    const auto next = [](std::string_view& text) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            ++length;
        const std::string_view character = text.substr(0, length);
        text.remove_prefix(length);
        return character;
    };
    while (!pattern.empty() && !value.empty()) {
        const std::string_view expected = next(pattern);
        if (next(value) != expected && expected != "*")
            return false;
    }
    return pattern.empty() && value.empty();
}

} // namespace

std::string_view nameOf(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::Number:
        return "number";
    case ColumnKind::Date:
        return "date";
    case ColumnKind::Category:
        break;
    }
    return "category";
}

std::optional<NumberInterval> parseInterval(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 2 || text.size() > 64)
        return std::nullopt;
    if (const auto half = parseHalfLine(text))
        return half;
    const bool bracketed = text.front() == '[' || text.front() == '(' || text.front() == ']';
    if (!bracketed) {
        if (const auto ends = splitNumbers(text, "-"))
            return NumberInterval{ends->first, ends->second, true, true};
        return std::nullopt;
    }
    const char first = text.front();
    const char last = text.back();
    if (last != ']' && last != ')' && last != '[')
        return std::nullopt;
    const std::string_view inside = text.substr(1, text.size() - 2);
    for (const std::string_view separator : {"..", ",", ";", "-"}) {
        if (const auto ends = splitNumbers(inside, separator))
            return NumberInterval{ends->first, ends->second, first == '[', last == ']'};
    }
    return std::nullopt;
}

class LabelCover::Builder {
public:
    Builder(const ValueTally& original, const ValueTally& released, LabelCover& into)
        : m_original(original), m_released(released), m_into(into) {}

    void findKind() {
        m_into.m_numbers.assign(m_original.size(), kNoNumberHere);
        for (const ColumnKind kind : {ColumnKind::Number, ColumnKind::Date}) {
            std::uint64_t cells = 0;
            std::vector<double> numbers(m_original.size());
            double least = kInfinite;
            double most = -kInfinite;
            for (std::uint32_t code = 0; code < m_original.size(); ++code) {
                numbers[code] = numberOf(m_original.text(code), kind);
                if (std::isnan(numbers[code]))
                    continue;
                cells += m_original.count(code);
                least = std::min(least, numbers[code]);
                most = std::max(most, numbers[code]);
            }
            if (least < most && cells * 100 >= m_original.present() * 95) {
                m_into.m_kind = kind;
                m_into.m_numbers = std::move(numbers);
                return;
            }
        }
    }

    Status readHierarchy(const std::optional<Hierarchy>& hierarchy, const RunContext& context) {
        if (!hierarchy && m_into.m_kind != ColumnKind::Date)
            return {};
        if (hierarchy) {
            m_labels.resize(hierarchy->levels() - 1);
            for (std::uint32_t code = 0; code < m_original.size(); ++code) {
                if (code % 1024 == 0)
                    MANGROVE_TRY(context.check());
                const std::vector<std::string> path = hierarchy->path(m_original.text(code));
                for (std::size_t level = 1; level < path.size(); ++level)
                    m_labels[level - 1][path[level]].push_back(code);
            }
            return {};
        }
        MANGROVE_ASSIGN(const Hierarchy dates, Hierarchy::builtin("date"));
        MANGROVE_TRY(readHierarchy(dates, context));
        for (const DateUnit unit : {DateUnit::Week, DateUnit::HalfYear}) {
            auto& labels = m_labels.emplace_back();
            for (std::uint32_t code = 0; code < m_original.size(); ++code) {
                if (auto label = truncateDate(m_original.text(code), unit))
                    labels[std::move(*label)].push_back(code);
            }
        }
        return {};
    }

    /// The one level at which all released values are labels: 0 = values, n = m_labels[n - 1].
    [[nodiscard]] std::optional<std::size_t> commonLevel() const {
        const auto allAt = [&](const auto& knows) {
            for (std::uint32_t code = 0; code < m_released.size(); ++code) {
                if (m_released.count(code) > 0 && m_released.text(code) != kTop
                    && !knows(m_released.text(code)))
                    return false;
            }
            return true;
        };
        if (allAt([&](std::string_view text) { return m_codeOf.contains(text); }))
            return 0;
        for (std::size_t level = 0; level < m_labels.size(); ++level) {
            if (allAt([&](std::string_view text) { return m_labels[level].contains(text); }))
                return level + 1;
        }
        return std::nullopt;
    }

    Status cover(const RunContext& context) {
        for (std::uint32_t code = 0; code < m_original.size(); ++code)
            m_codeOf.emplace(m_original.text(code), code);
        auto& codes = m_into.m_codes;
        // First all codes as they are, so that one value and `*` are ranges; then in the order of their
        // numbers, and of their texts.
        codes.resize(m_original.size());
        std::iota(codes.begin(), codes.end(), 0U);
        m_numbersBegin = codes.size();
        for (std::uint32_t code = 0; code < m_original.size(); ++code) {
            if (!std::isnan(m_into.m_numbers[code]))
                codes.push_back(code);
        }
        std::sort(codes.begin() + static_cast<std::ptrdiff_t>(m_numbersBegin), codes.end(),
                  [&](std::uint32_t a, std::uint32_t b) {
                      return std::pair(m_into.m_numbers[a], a) < std::pair(m_into.m_numbers[b], b);
                  });
        m_textsBegin = codes.size();
        for (const auto& [text, code] : m_codeOf)
            codes.push_back(code);
        m_textsEnd = codes.size();
        const std::optional<std::size_t> level = commonLevel();
        for (std::uint32_t code = 0; code < m_released.size(); ++code) {
            if (code % 256 == 0)
                MANGROVE_TRY(context.check());
            m_into.m_cover.push_back(rangeOf(m_released.text(code), level));
            m_into.m_releasedNumbers.push_back(meanNumber(code));
        }
        return {};
    }

private:
    using Labels = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

    /// Appends a list once.
    Range listed(std::size_t level, std::string_view text) {
        const auto found = m_labels[level].find(text);
        if (found == m_labels[level].end())
            return {};
        const auto [at, isNew] = m_listed.try_emplace(&found->second);
        if (isNew) {
            at->second.begin = m_into.m_codes.size();
            m_into.m_codes.insert(m_into.m_codes.end(), found->second.begin(), found->second.end());
            at->second.end = m_into.m_codes.size();
        }
        return at->second;
    }

    Range rangeOf(std::string_view text, std::optional<std::size_t> level) {
        if (text == kTop)
            return {0, m_original.size(), true};
        if (level.value_or(0) > 0)
            return listed(*level - 1, text);
        if (const auto itself = m_codeOf.find(text); itself != m_codeOf.end())
            return {itself->second, std::size_t{itself->second} + 1};
        for (std::size_t i = m_labels.size(); i-- > 0;) {
            if (const Range range = listed(i, text); range.end > range.begin)
                return range;
        }
        if (m_into.m_kind == ColumnKind::Number) {
            // "46" may be a number of its own, but never the beginning of other numbers.
            const auto interval = parseInterval(text);
            return interval ? inside(*interval) : masked(text);
        }
        if (const Range range = beginningWith(text); range.end > range.begin)
            return range;
        return masked(text);
    }

    [[nodiscard]] Range inside(const NumberInterval& interval) const {
        const auto begin = m_into.m_codes.begin() + static_cast<std::ptrdiff_t>(m_numbersBegin);
        const auto end = m_into.m_codes.begin() + static_cast<std::ptrdiff_t>(m_textsBegin);
        const auto below = [&](std::uint32_t code) {
            const double x = m_into.m_numbers[code];
            return x < interval.low || (x == interval.low && !interval.withLow);
        };
        const auto from = std::partition_point(begin, end, below);
        const auto to = std::partition_point(
            from, end, [&](std::uint32_t code) { return interval.contains(m_into.m_numbers[code]); });
        return {static_cast<std::size_t>(from - m_into.m_codes.begin()),
                static_cast<std::size_t>(to - m_into.m_codes.begin())};
    }

    [[nodiscard]] Range beginningWith(std::string_view text) const {
        if (text.find('*') != std::string_view::npos)
            return {};
        const auto begin = m_into.m_codes.begin() + static_cast<std::ptrdiff_t>(m_textsBegin);
        const auto end = m_into.m_codes.begin() + static_cast<std::ptrdiff_t>(m_textsEnd);
        const auto from = std::partition_point(
            begin, end, [&](std::uint32_t code) { return m_original.text(code) < text; });
        const auto to = std::partition_point(
            from, end, [&](std::uint32_t code) { return m_original.text(code).starts_with(text); });
        return {static_cast<std::size_t>(from - m_into.m_codes.begin()),
                static_cast<std::size_t>(to - m_into.m_codes.begin())};
    }

    Range masked(std::string_view text) {
        m_patternWork += m_original.size();
        if (text.find('*') == std::string_view::npos || m_patternWork > kMostPatternWork)
            return {};
        Range range;
        range.begin = m_into.m_codes.size();
        for (std::uint32_t code = 0; code < m_original.size(); ++code) {
            if (agrees(text, m_original.text(code)))
                m_into.m_codes.push_back(code);
        }
        range.end = m_into.m_codes.size();
        return range;
    }

    [[nodiscard]] double meanNumber(std::uint32_t code) const {
        const Range& range = m_into.m_cover[code];
        if (m_into.m_kind == ColumnKind::Category || range.top)
            return kNoNumberHere;
        if (range.end == range.begin)
            return numberOf(m_released.text(code), m_into.m_kind);
        double sum = 0;
        std::size_t numbers = 0;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const double number = m_into.m_numbers[m_into.m_codes[i]];
            sum += std::isnan(number) ? 0 : number;
            numbers += std::isnan(number) ? 0 : 1;
        }
        return numbers > 0 ? sum / static_cast<double>(numbers) : kNoNumberHere;
    }

    const ValueTally& m_original;
    const ValueTally& m_released;
    LabelCover& m_into;
    std::map<std::string_view, std::uint32_t> m_codeOf;
    std::vector<Labels> m_labels;
    std::map<const std::vector<std::uint32_t>*, Range> m_listed;
    std::size_t m_numbersBegin = 0, m_textsBegin = 0, m_textsEnd = 0;
    std::uint64_t m_patternWork = 0;
};

Result<LabelCover> LabelCover::make(const ValueTally& original, const ValueTally& released,
                                    const std::optional<Hierarchy>& hierarchy, const RunContext& context) {
    LabelCover cover;
    Builder builder(original, released, cover);
    builder.findKind();
    MANGROVE_TRY(builder.readHierarchy(hierarchy, context));
    MANGROVE_TRY(builder.cover(context));
    return cover;
}

} // namespace mangrove::deid
