// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/domain.h"
#include "classify/identifier_kind.h"
#include "deid/model_check.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "profile/table_profile.h"
#include "quality/quality_check.h"
#include "widgets/chip.h"

#include <QString>
#include <optional>
#include <string>
#include <string_view>

/// The stable words of core's engine wing in the user's language (terms of translations/glossary.md).
namespace mangrove::ui {

/// The workbench speaks Chinese now; for texts that core keeps in both languages.
[[nodiscard]] bool chineseShown();

[[nodiscard]] QString domainText(catalog::Domain domain);
[[nodiscard]] ChipLook domainChip(catalog::Domain domain);

[[nodiscard]] QString classText(classify::IdentifierClass cls);
[[nodiscard]] ChipLook classChip(classify::IdentifierClass cls);
/// "resident identity card"; the id itself where it is a rule pack's own; empty for none.
[[nodiscard]] QString kindText(const std::optional<std::string>& identifier);
/// What a piece of evidence rests on: "name", "value", "checksum", "dictionary", "context".
[[nodiscard]] QString evidenceKindText(std::string_view kind);
/// Why a column is what it is, in one sentence without any value.
[[nodiscard]] QString evidenceSentence(const classify::ColumnClassification& column);
/// One piece of evidence: core's own words in English, the same in short in Chinese.
[[nodiscard]] QString evidenceText(const classify::Evidence& evidence,
                                   const classify::ColumnClassification& column);
/// "GB/T 39725-2020, 6.2 (to be confirmed)".
[[nodiscard]] QString appliedRuleText(const classify::AppliedRule& rule);
/// What has changed under a decision: "type, pattern" for the words of workspace::Field::changes.
[[nodiscard]] QString fieldChangesText(const std::vector<std::string>& changes);
/// What the status letter of a rule means: V, S, M ("to be confirmed").
[[nodiscard]] QString ruleStatusText(std::string_view status);

[[nodiscard]] QString valueTypeText(profile::ValueType type);

[[nodiscard]] QString dimensionText(std::string_view dimension);
[[nodiscard]] QString findingStatusText(quality::FindingStatus status);
[[nodiscard]] ChipLook findingStatusChip(quality::FindingStatus status);
[[nodiscard]] QString severityText(quality::Severity severity);
[[nodiscard]] ChipLook severityChip(quality::Severity severity);
[[nodiscard]] QString ruleTypeText(quality::RuleType type);
/// One sentence on what was found, without any value.
[[nodiscard]] QString findingSentence(const quality::Finding& finding);

[[nodiscard]] QString transformText(deid::TransformType type);
/// What a transform does to the data, and who can undo it.
[[nodiscard]] QString transformEffect(deid::TransformType type);
[[nodiscard]] QString attributeRoleText(deid::AttributeRole role);
[[nodiscard]] QString modelText(const deid::Model& model);
/// The model and what it measured in the rows as they would be written.
[[nodiscard]] QString modelCheckText(const deid::Model& model, const deid::ModelCheck& check);
/// "1/21" for 0.0476…, the way a group size reads; "0" where there is no risk.
[[nodiscard]] QString oneIn(double risk);

} // namespace mangrove::ui
