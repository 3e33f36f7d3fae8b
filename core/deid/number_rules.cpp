// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/format.h"
#include "base/number.h"

#include <array>

namespace mangrove::deid {

namespace {

constexpr unsigned kOldestAge = 130;

std::optional<unsigned> ageOf(std::string_view value) {
    constexpr std::string_view kYearsOld = "岁";
    if (value.size() > kYearsOld.size() && value.substr(value.size() - kYearsOld.size()) == kYearsOld)
        value.remove_suffix(kYearsOld.size());
    const auto years = parseUnsigned(value);
    if (!years || *years > kOldestAge || value.size() > 3)
        return std::nullopt;
    return static_cast<unsigned>(*years);
}

class Age5yRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 5; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto age = ageOf(value);
        if (!age)
            return false;
        const unsigned five = *age / 5 * 5;
        const unsigned ten = *age / 10 * 10;
        const unsigned twenty = *age / 20 * 20;
        if (*age >= 90)
            path.emplace_back("90+");
        else if (*age == 0)
            path.emplace_back("0");
        else
            path.push_back(format("{}-{}", five == 0 ? 1 : five, five + 4));
        path.push_back(*age >= 90 ? "90+" : format("{}-{}", ten, ten + 9));
        path.push_back(*age >= 80 ? "80+" : format("{}-{}", twenty, twenty + 19));
        path.emplace_back(kTop);
        return true;
    }
};

struct Band {
    unsigned last; ///< highest value of the band
    std::string_view name;
    std::string_view group; ///< one level up
};

/// Named bands of a whole number, one more level of groups, then `*`.
class BandRule final : public HierarchyRule {
public:
    using Read = std::optional<unsigned> (*)(std::string_view);
    BandRule(std::span<const Band> bands, Read read) : m_bands(bands), m_read(read) {}
    [[nodiscard]] std::uint32_t levels() const override { return 4; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto number = m_read(value);
        if (!number)
            return false;
        for (const Band& band : m_bands) {
            if (*number <= band.last) {
                path.emplace_back(band.name);
                path.emplace_back(band.group);
                path.emplace_back(kTop);
                return true;
            }
        }
        return false;
    }

private:
    std::span<const Band> m_bands;
    Read m_read;
};

constexpr std::array kStages{Band{0, "0", "0-17"},      Band{2, "1-2", "0-17"},
                             Band{5, "3-5", "0-17"},    Band{13, "6-13", "0-17"},
                             Band{17, "14-17", "0-17"}, Band{59, "18-59", "18-59"},
                             Band{79, "60-79", "60+"},  Band{kOldestAge, "80+", "60+"}};

constexpr unsigned kLongestStay = 9999;
constexpr std::array kStays{Band{1, "0-1", "0-7"},          Band{3, "2-3", "0-7"},   Band{7, "4-7", "0-7"},
                            Band{14, "8-14", "8+"},         Band{30, "15-30", "8+"}, Band{90, "31-90", "8+"},
                            Band{kLongestStay, "91+", "8+"}};

std::optional<unsigned> stayOf(std::string_view value) {
    const auto days = parseUnsigned(value);
    if (!days || *days > kLongestStay || value.size() > 4)
        return std::nullopt;
    return static_cast<unsigned>(*days);
}

class IntervalRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 4; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        constexpr std::uint64_t kHighest = 1'000'000'000'000;
        if (value.size() < 5 || value.front() != '[' || value.back() != ')')
            return false;
        const std::string_view inside = value.substr(1, value.size() - 2);
        const std::size_t dash = inside.find_first_of("-,");
        if (dash == std::string_view::npos)
            return false;
        const auto from = parseUnsigned(inside.substr(0, dash));
        const auto to = parseUnsigned(inside.substr(dash + 1));
        if (!from || !to || *to <= *from || *to > kHighest || *from % (*to - *from) != 0)
            return false;
        for (const std::uint64_t bands : {2U, 4U}) {
            const std::uint64_t width = (*to - *from) * bands;
            const std::uint64_t start = *from / width * width;
            path.push_back(format("[{}-{})", start, start + width));
        }
        path.emplace_back(kTop);
        return true;
    }
};

} // namespace

RulePtr makeAge5yRule() {
    return std::make_shared<Age5yRule>();
}

RulePtr makeAgeStageRule() {
    return std::make_shared<BandRule>(kStages, ageOf);
}

RulePtr makeLengthOfStayRule() {
    return std::make_shared<BandRule>(kStays, stayOf);
}

RulePtr makeIntervalRule() {
    return std::make_shared<IntervalRule>();
}

} // namespace mangrove::deid
