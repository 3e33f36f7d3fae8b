// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/number.h"

#include <algorithm>
#include <array>

namespace mangrove::deid {

namespace {

bool areDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The first `keep` characters, the rest as asterisks: same length, never mistaken for a finer code.
std::string prefixOf(std::string_view code, std::size_t keep) {
    std::string text(code.substr(0, keep));
    text.append(code.size() - keep, '*');
    return text;
}

bool isDivision(std::string_view code) {
    static constexpr std::array<std::string_view, 34> kProvinces{
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};
    return code.size() == 6 && areDigits(code)
           && std::find(kProvinces.begin(), kProvinces.end(), code.substr(0, 2)) != kProvinces.end();
}

/// Prefecture, province and region of a county.
void appendDivision(std::string_view county, std::vector<std::string>& path) {
    // "90" in the prefecture's place is GB/T 2260's word for counties directly under the province.
    if (county == "469003")
        path.emplace_back("4604**");
    else if (county.substr(0, 4) == "4603")
        path.emplace_back("4690**");
    else
        path.push_back(prefixOf(county, 4));
    path.push_back(prefixOf(county, 2));
    path.push_back(prefixOf(county, 1));
    path.emplace_back(kTop);
}

class CnDivisionRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 5; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        if (!isDivision(value))
            return false;
        appendDivision(value, path);
        return true;
    }
};

class CnVillageRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 7; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        if (value.size() != 12 || !areDigits(value) || !isDivision(value.substr(0, 6)))
            return false;
        path.push_back(prefixOf(value, 9));
        path.emplace_back(value.substr(0, 6));
        appendDivision(value.substr(0, 6), path);
        return true;
    }
};

class OccupationRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 4; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        if (value.size() != 4 || !areDigits(value))
            return false;
        path.push_back(prefixOf(value, 2));
        path.push_back(prefixOf(value, 1));
        path.emplace_back(kTop);
        return true;
    }
};

class PostcodeRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 5; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        if (value.size() != 6 || !areDigits(value) || value == "000000")
            return false;
        for (const std::size_t keep : {4U, 3U, 2U})
            path.push_back(prefixOf(value, keep));
        path.emplace_back(kTop);
        return true;
    }
};

class EthnicGroupRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 3; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto han = isHan(value);
        if (!han)
            return false;
        path.emplace_back(*han ? "汉族" : "少数民族");
        path.emplace_back(kTop);
        return true;
    }

private:
    static std::optional<bool> isHan(std::string_view value) {
        constexpr std::string_view kSuffix = "族";
        if (value == "汉" || value == "汉族")
            return true;
        if (value.size() > kSuffix.size() && value.substr(value.size() - kSuffix.size()) == kSuffix)
            return false;
        const auto code = parseUnsigned(value);
        if (!code || value.size() > 2)
            return std::nullopt;
        if (*code == 1)
            return true;
        return (*code >= 2 && *code <= 56) || *code == 97 || *code == 98 ? std::optional(false)
                                                                         : std::nullopt;
    }
};

class KeepOrSuppressRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 2; }

    [[nodiscard]] bool appendPath(std::string_view, std::vector<std::string>& path) const override {
        path.emplace_back(kTop);
        return true;
    }
};

} // namespace

RulePtr makeCnDivisionRule() {
    return std::make_shared<CnDivisionRule>();
}

RulePtr makeCnVillageRule() {
    return std::make_shared<CnVillageRule>();
}

RulePtr makeOccupationRule() {
    return std::make_shared<OccupationRule>();
}

RulePtr makePostcodeRule() {
    return std::make_shared<PostcodeRule>();
}

RulePtr makeEthnicGroupRule() {
    return std::make_shared<EthnicGroupRule>();
}

RulePtr makeKeepOrSuppressRule() {
    return std::make_shared<KeepOrSuppressRule>();
}

} // namespace mangrove::deid
