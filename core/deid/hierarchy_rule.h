// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/hierarchy.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// A built-in hierarchy: computes the levels of a value instead of looking them up. Stateless, thread-safe.
/// Each level's text is a function of the text one level below (monotone by construction; the tests walk
/// every domain). The last level is always `*`.
class HierarchyRule {
public:
    virtual ~HierarchyRule() = default;
    /// Number of levels, the original value included.
    [[nodiscard]] virtual std::uint32_t levels() const = 0;
    /// Appends the texts of the levels 1…levels()-1 of `value` to `path`; false (path unchanged) for a value
    /// without a place.
    [[nodiscard]] virtual bool appendPath(std::string_view value, std::vector<std::string>& path) const = 0;
};

using RulePtr = std::shared_ptr<const HierarchyRule>;

/// number_rules.cpp. Whole years 0…130, "岁" behind them allowed: bands of 5 (0, 1-4, 5-9 … 85-89, 90+), 10
/// and 20.
[[nodiscard]] RulePtr makeAge5yRule();
/// Stages of life that split at 14 (PIPL 31), 18, 60 and 80; then minor, adult, senior.
[[nodiscard]] RulePtr makeAgeStageRule();
/// Bands `[a-b)` of equal widths that start at a multiple of their width: joined by two and by four.
[[nodiscard]] RulePtr makeIntervalRule();
/// Days in hospital 0…9999: 0-1, 2-3, 4-7, 8-14, 15-30, 31-90, 91+; then short (to 7) and long.
[[nodiscard]] RulePtr makeLengthOfStayRule();
/// date_rule.cpp. A date or time stamp (cell_date.h): day, month, quarter, year, 5 years, decade.
[[nodiscard]] RulePtr makeDateRule();
/// code_rules.cpp. GB/T 2260: county 6 digits, prefecture 4, province 2, region 1. Counties under direct
/// provincial administration (469xxx in Hainan, 4190xx, 4290xx, 6590xx) have no prefecture: their level 1 is
/// the province's group of such counties ("4690**"). Hainan gave codes out again (469025 to 469030 were other
/// counties before 2009), which the group does not feel; Danzhou's old code 469003 goes with its new
/// prefecture ("4604**"), and Sansha (4603xx), far too small to stand alone, with the group.
[[nodiscard]] RulePtr makeCnDivisionRule();
/// The same below the county: 12 digits of the statistical division codes, street 9 digits, county 6…
[[nodiscard]] RulePtr makeCnVillageRule();
/// GB/T 6565: 4 digits, 2, 1.
[[nodiscard]] RulePtr makeOccupationRule();
/// Chinese postcode: 6 digits, 4, 3, 2.
[[nodiscard]] RulePtr makePostcodeRule();
/// GB/T 3304: the ethnic group, then Han or minority.
[[nodiscard]] RulePtr makeEthnicGroupRule();
/// The value, then `*`.
[[nodiscard]] RulePtr makeKeepOrSuppressRule();
/// category_rules.cpp. GB/T 4658 education: three groups.
[[nodiscard]] RulePtr makeEducationRule();
/// GB/T 2261.2 marital status: with and without a spouse.
[[nodiscard]] RulePtr makeMaritalStatusRule();
/// Insurance type of the national platform: employees, residents, self-paid, other.
[[nodiscard]] RulePtr makeInsuranceTypeRule();
/// "三级甲等", "三甲": the tier.
[[nodiscard]] RulePtr makeHospitalLevelRule();
/// Names of departments: ten fields by the words in them.
[[nodiscard]] RulePtr makeDepartmentRule();
/// Anything: that it is there.
[[nodiscard]] RulePtr makePresenceRule();
/// clinical_rules.cpp. WHO ATC codes: levels 5 to 1.
[[nodiscard]] RulePtr makeAtcRule();
/// ICD-9-CM volume 3 and its Chinese clinical extension: code, xx.xx, xx.x, xx, chapter.
[[nodiscard]] RulePtr makeProcedureRule();
/// HH:MM: hour, shift.
[[nodiscard]] RulePtr makeTimeOfDayRule();
/// A date: ISO week, year of weeks.
[[nodiscard]] RulePtr makeIsoWeekRule();
/// Yuan 0 to 10^9: 100s, bands split at 500, 2,000, 10,000 and 50,000 with 0 apart, then at 2,000 and 50,000.
[[nodiscard]] RulePtr makeAmountRule();
/// Body-mass index: WS/T 428 classes, then at 24.
[[nodiscard]] RulePtr makeBmiRule();
/// Height in cm, weight in kg, 0 to 1000: bands of 5, 10, 20.
[[nodiscard]] RulePtr makeBodyMeasureRule();
/// icd_rules.cpp. ICD-10 and its Chinese and American extensions: code, subcategory, category, block,
/// chapter.
[[nodiscard]] RulePtr makeIcd10Rule();
/// ICD-9-CM, also with lost leading zeros ("8" = 008): code, category, block, chapter.
[[nodiscard]] RulePtr makeIcd9Rule();

} // namespace mangrove::deid
