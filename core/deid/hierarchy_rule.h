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
/// the province's group of such counties ("4690**").
[[nodiscard]] RulePtr makeCnDivisionRule();
/// Chinese postcode: 6 digits, 4, 3, 2.
[[nodiscard]] RulePtr makePostcodeRule();
/// GB/T 3304: the ethnic group, then Han or minority.
[[nodiscard]] RulePtr makeEthnicGroupRule();
/// The value, then `*`.
[[nodiscard]] RulePtr makeKeepOrSuppressRule();
/// icd_rules.cpp. ICD-10 and its Chinese and American extensions: code, subcategory, category, block,
/// chapter.
[[nodiscard]] RulePtr makeIcd10Rule();
/// ICD-9-CM, also with lost leading zeros ("8" = 008): code, category, block, chapter.
[[nodiscard]] RulePtr makeIcd9Rule();

} // namespace mangrove::deid
