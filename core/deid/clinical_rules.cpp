// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/format.h"
#include "deid/cell_date.h"
#include "deid/date_truncation.h"
#include "deid/number_cell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace mangrove::deid {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isLetter(char c) {
    return upper(c) >= 'A' && upper(c) <= 'Z';
}

/// WHO ATC: A, A02, A02B, A02BC, A02BC01.
class AtcRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 6; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        static constexpr std::array<std::size_t, 5> kLengths{7, 5, 4, 3, 1};
        static constexpr std::string_view kGroups = "ABCDGHJLMNPRSV";
        if (std::find(kLengths.begin(), kLengths.end(), value.size()) == kLengths.end())
            return false;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const bool wantsLetter = i == 0 || i == 3 || i == 4;
            if (wantsLetter ? !isLetter(value[i]) : !isDigit(value[i]))
                return false;
        }
        std::string code(value);
        std::transform(code.begin(), code.end(), code.begin(), upper);
        if (kGroups.find(code[0]) == std::string_view::npos)
            return false;
        // A code that stands higher already is its own group below.
        for (const std::size_t length : {5U, 4U, 3U, 1U})
            path.push_back(code.substr(0, length));
        path.emplace_back(kTop);
        return true;
    }
};

/// ICD-9-CM volume 3: two digits, a point, one to four digits, national extension "x001".
class ProcedureRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 6; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const std::string digits = digitsOf(value);
        if (digits.size() < 2)
            return false;
        const std::string category = digits.substr(0, 2);
        const auto detail = [&](std::size_t length) {
            return digits.size() == 2 ? category : category + '.' + digits.substr(2, length);
        };
        path.push_back(detail(2));
        path.push_back(detail(1));
        path.push_back(category);
        path.emplace_back(chapterOf(category));
        path.emplace_back(kTop);
        return true;
    }

private:
    /// "5123" of "51.2300x001" is "512300"; "" for anything else.
    static std::string digitsOf(std::string_view value) {
        if (value.size() < 2 || value.size() > 16 || !isDigit(value[0]) || !isDigit(value[1]))
            return {};
        std::string digits(value.substr(0, 2));
        std::string_view rest = value.substr(2);
        if (rest.empty())
            return digits;
        if (rest[0] != '.' || rest.size() < 2)
            return {};
        rest.remove_prefix(1);
        while (!rest.empty() && isDigit(rest[0])) {
            digits += rest[0];
            rest.remove_prefix(1);
        }
        if (digits.size() < 3 || digits.size() > 6)
            return {};
        if (rest.empty())
            return digits;
        if (upper(rest[0]) != 'X' || rest.size() > 4)
            return {};
        rest.remove_prefix(1);
        return std::all_of(rest.begin(), rest.end(), isDigit) ? digits : std::string();
    }

    static std::string_view chapterOf(std::string_view category) {
        static constexpr std::array<std::string_view, 18> kChapters{
            "00",    "01-05", "06-07", "08-16", "17",    "18-20", "21-29", "30-34", "35-39",
            "40-41", "42-54", "55-59", "60-64", "65-71", "72-75", "76-84", "85-86", "87-99"};
        std::string_view chapter = kChapters[0];
        for (const std::string_view each : kChapters) {
            if (each.substr(0, 2) <= category)
                chapter = each;
        }
        return chapter;
    }
};

/// HH:MM[:SS], hour, shift (night 0-7, morning 8-11, afternoon 12-17, evening 18-23).
class TimeOfDayRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 4; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto pair = [&](std::size_t at, unsigned below) {
            return value.size() >= at + 2 && isDigit(value[at]) && isDigit(value[at + 1])
                   && static_cast<unsigned>((value[at] - '0') * 10 + value[at + 1] - '0') < below;
        };
        const bool hasSeconds = value.size() == 8 && value[5] == ':' && pair(6, 60);
        if ((value.size() != 5 && !hasSeconds) || value[2] != ':' || !pair(0, 24) || !pair(3, 60))
            return false;
        const int hour = (value[0] - '0') * 10 + value[1] - '0';
        path.push_back(format("{:02}:00-{:02}:59", hour, hour));
        path.emplace_back(hour < 8 ? "夜" : hour < 12 ? "早" : hour < 18 ? "中" : "晚");
        path.emplace_back(kTop);
        return true;
    }
};

class IsoWeekRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 4; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto date = parseCellDate(value);
        if (!date)
            return false;
        // A week may lie in two years and two months, so above it there is only the year of weeks.
        const auto week =
            date->isSentinel() ? std::optional<std::string>("9999-W52") : truncateDate(value, DateUnit::Week);
        path.push_back(*week);
        path.push_back(week->substr(0, 4));
        path.emplace_back(kTop);
        return true;
    }
};

/// Bands between edges; each further level drops some of the edges, so every level joins bands of the one
/// below.
class EdgeRule final : public HierarchyRule {
public:
    struct Level {
        std::span<const double> edges; ///< ascending
    };
    /// `step`: width of the bands of level 1, whose multiples all edges are; 0 = level 1 is `levels[0]`.
    EdgeRule(double step, bool zeroApart, std::span<const Level> levels, double most)
        : m_step(step), m_zeroApart(zeroApart), m_levels(levels), m_most(most) {}
    [[nodiscard]] std::uint32_t levels() const override {
        return static_cast<std::uint32_t>(m_levels.size()) + (m_step > 0 ? 3U : 2U);
    }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto number = parseCellNumber(value);
        if (!number || number->value < 0 || number->value > m_most)
            return false;
        const bool isZero = m_zeroApart && number->value == 0;
        if (m_step > 0) {
            const double low = std::floor(number->value / m_step) * m_step;
            path.push_back(isZero ? "0" : format("[{}..{})", low, low + m_step));
        }
        for (const Level& level : m_levels)
            path.push_back(isZero ? "0" : bandOf(number->value, level.edges));
        path.emplace_back(kTop);
        return true;
    }

private:
    static std::string bandOf(double value, std::span<const double> edges) {
        const auto above = std::upper_bound(edges.begin(), edges.end(), value);
        if (above == edges.begin())
            return format("<{}", edges.front());
        if (above == edges.end())
            return format(">={}", edges.back());
        return format("[{}..{})", *(above - 1), *above);
    }

    double m_step;
    bool m_zeroApart;
    std::span<const Level> m_levels;
    double m_most;
};

constexpr std::array kAmountFine{500.0, 2000.0, 10'000.0, 50'000.0};
constexpr std::array kAmountCoarse{2000.0, 50'000.0};
constexpr std::array kAmountLevels{EdgeRule::Level{kAmountFine}, EdgeRule::Level{kAmountCoarse}};
/// WS/T 428-2013: underweight, normal, overweight, obese.
constexpr std::array kBmiFine{18.5, 24.0, 28.0};
constexpr std::array kBmiCoarse{24.0};
constexpr std::array kBmiLevels{EdgeRule::Level{kBmiFine}, EdgeRule::Level{kBmiCoarse}};

/// Bands of 5, 10 and 20.
class MeasureRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 5; }
    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto number = parseCellNumber(value);
        if (!number || number->value < 0 || number->value > 1000)
            return false;
        for (const double width : {5.0, 10.0, 20.0}) {
            const double low = std::floor(number->value / width) * width;
            path.push_back(format("[{}..{})", low, low + width));
        }
        path.emplace_back(kTop);
        return true;
    }
};

} // namespace

RulePtr makeAtcRule() {
    return std::make_shared<AtcRule>();
}

RulePtr makeProcedureRule() {
    return std::make_shared<ProcedureRule>();
}

RulePtr makeTimeOfDayRule() {
    return std::make_shared<TimeOfDayRule>();
}

RulePtr makeIsoWeekRule() {
    return std::make_shared<IsoWeekRule>();
}

RulePtr makeAmountRule() {
    return std::make_shared<EdgeRule>(100, true, kAmountLevels, 1e9);
}

RulePtr makeBmiRule() {
    return std::make_shared<EdgeRule>(0, false, kBmiLevels, 200);
}

RulePtr makeBodyMeasureRule() {
    return std::make_shared<MeasureRule>();
}

} // namespace mangrove::deid
