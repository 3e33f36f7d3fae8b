// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/strong_id.h"
#include "catalog/assessment.h"
#include "classify/column_classification.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// From this confidence on a classified column needs no person's word.
inline constexpr double kSureConfidence = 0.9;
/// First evidence of a column whose decision no longer fits what is known of it.
inline constexpr std::string_view kStaleDecision = "stale-decision";
/// Whether a person should look at the column: something was recognised without certainty, name and values
/// disagree, or an earlier decision has become stale.
[[nodiscard]] bool needsDecision(const classify::ColumnClassification& column);
/// How many columns of the newest classification need a decision; 0 where there is no classification.
[[nodiscard]] Result<std::uint64_t> unresolvedColumns(Workspace& workspace, const DatasetId& id);

/// What a person says of a proposal. The word in records and JSON is toText().
enum class VerdictKind : std::uint8_t {
    Change,       ///< it is something else, named by class and kind
    Accept,       ///< the proposal is right; its class and kind are taken from the newest classification
    NotIdentifier ///< what was recognised is not there: class none
};
/// "change", "accept", "false".
[[nodiscard]] std::string_view toText(VerdictKind kind);

/// A person says what a column is, always with a reason (kReasonMissing).
struct ColumnVerdict {
    std::string column;
    classify::IdentifierClass cls = classify::IdentifierClass::None; ///< used by Change only
    std::optional<std::string> identifier;                           ///< used by Change only
    std::string reason;
    VerdictKind kind = VerdictKind::Change;
};

/// All or none, in one transaction with one audit event for each ("dataset.decide-column"). Append-only: a
/// later verdict supersedes, none is removed. Fails with kColumnNotFound, kNotClassified, kReasonMissing,
/// kKindUnknown. Needs Act::DecideColumn.
[[nodiscard]] Status decideColumns(Workspace& workspace, const Session& session, const DatasetId& id,
                                   const std::vector<ColumnVerdict>& verdicts);
[[nodiscard]] Status decideColumn(Workspace& workspace, const Session& session, const DatasetId& id,
                                  const ColumnVerdict& verdict);
/// All verdicts, oldest first.
[[nodiscard]] Result<std::vector<catalog::ColumnDecision>> columnDecisions(Workspace& workspace,
                                                                           const DatasetId& id);

/// Lays people's decisions over a proposal. A decision goes on for a column of the same name in later
/// versions of the data set. Where the column has changed since (decisionChanges()), the decision is stale:
/// the stricter of decision and proposal counts, the higher level, and the column needs a person again; a
/// level is never lowered by a word about other data. `sourceSha256`: what the proposal was made from.
[[nodiscard]] Status layDecisionsOver(classify::TableClassification& table, Workspace& workspace,
                                      const DatasetId& id, std::string_view sourceSha256);

enum class FieldState : std::uint8_t { Proposed, ToDecide, Decided, Stale };
/// "proposed", "to-decide", "decided", "stale".
[[nodiscard]] std::string_view toText(FieldState state);

/// One column of a data set: what it is, who says so, and what else was proposed.
struct Field {
    FieldState state = FieldState::Proposed;
    classify::ColumnClassification classification; ///< in force: the decision laid over the proposal
    classify::ColumnClassification proposal;
    std::optional<catalog::ColumnDecision> decision; ///< the last one
    /// Why a decision is stale, of "class", "kind", "type", "pattern", "missing", "distinct".
    std::vector<std::string> changes;
    std::vector<std::string> samples; ///< up to three values, masked (maskedSample()); needs a profile
};

struct FieldList {
    std::vector<Field> fields; ///< in table order
    int version = 1;           ///< of the data set
    int tableLevel39725 = 1;
    bool stale = false; ///< the classification was made from older content
};

/// Fails with kNotClassified. Reads records only.
[[nodiscard]] Result<FieldList> listFields(Workspace& workspace, const DatasetId& id);

/// A value with everything covered but its first character and, in values of six and more, its last one.
/// Signs that carry no content (- / : . blank) stay, so that the form is seen.
[[nodiscard]] std::string maskedSample(std::string_view value);

} // namespace mangrove::workspace
