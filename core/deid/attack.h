// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack_guesses.h"
#include "deid/attack_linkage.h"
#include "deid/attack_singling_out.h"
#include "deid/coded_note.h"
#include "deid/recipe.h"
#include "deid/text_redaction.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What the attackers know and how long they try. Column names are those of the original.
struct AttackOptions {
    std::vector<std::string> known;   ///< of linkage and inference; empty = the recipe's quasi-identifiers
    std::vector<std::string> secrets; ///< to infer; empty = the recipe's sensitive columns
    /// What the two parties of linkability know; both empty = the known columns, the odd ones and the even
    /// ones.
    std::vector<std::string> first, second;
    std::string idColumn; ///< tells records apart in both tables; "" = rows are matched by their order
    std::uint64_t seed = 1;
    std::uint64_t attacks = 2000;     ///< tries of each kind, at most (fewer where there are fewer rows)
    std::uint64_t neighbours = 1;     ///< 1 to 100
    std::size_t predicateColumns = 3; ///< 1 to 64
    double tolerance = 0.05;          ///< GuessOptions::tolerance, 0 to 1
    std::uint64_t linkageRecords = 100'000; ///< LinkageOptions::mostRecords
    unsigned threads = 1;                   ///< 1 to 256; the result does not depend on it
    [[nodiscard]] Status validate() const;
};

/// The tables and what is known of how the release was made. All outlive the call.
struct AttackInput {
    const table::Table& original;
    const table::Table& released;
    const table::Table* control = nullptr; ///< records of people who are not in the release, raw
    const Recipe* recipe = nullptr;        ///< what the release was made by
    std::filesystem::path hierarchyFolder;
    const TextFinder* textFinder = nullptr; ///< for a recipe with redact-text
};

/// Whose records the control group is.
enum class ControlSource : std::uint8_t {
    None,
    LeftOut, ///< records of the original that the release left out
    File,    ///< AttackInput::control
    HeldBack ///< records held back from a table that was made for the attack alone
};
/// "none", "left-out", "file", "held-back".
[[nodiscard]] std::string_view nameOf(ControlSource source);

struct InferenceResult {
    std::string secret;
    AttackTrial trial;
};

struct AttackedColumn {
    std::string name;
    LabelRelation relation = LabelRelation::None;
    std::string reason; ///< AttackColumn::reason(), or "not-released"
    std::uint64_t strangeLabels = 0;
};

/// What simulated attackers made of a release. Parts that could not be tried are absent, and a note says why.
struct AttackReport {
    std::uint64_t originalRows = 0, releasedRows = 0, controlRows = 0; ///< controlRows: of the control used
    RowMatchBy matchedBy = RowMatchBy::None;
    std::uint64_t uncertainRows = 0, leftOutRows = 0;
    ControlSource control = ControlSource::None;
    std::vector<AttackedColumn> columns;
    std::vector<std::string> known, first, second; ///< columns that were used
    std::optional<LinkageReport> linkage;          ///< its columns are indices into `columns`
    SinglingOutReport singlingOut;
    std::optional<AttackTrial> linkability;
    std::vector<InferenceResult> inference;
    std::vector<CodedNote> notes; ///< everything that the figures rest on
    std::uint64_t seed = 0, attacks = 0;
};

/// Fewer records than this are no control group.
inline constexpr std::uint64_t kLeastControl = 100;

/// Attacks a release: linkage by known columns, and singling out, linkability and inference with a control
/// group (Giomi et al., "A unified framework for quantifying privacy risk in synthetic data", PoPETs 2023).
/// The attacker knows the recipe but no key. Nothing is assumed in silence: whose a released row is comes
/// from the order of rows, checked value by value, or from an id column; without either there is no linkage
/// figure. Errors: kBadOption, kRiskColumnMissing, kAttack…, those of Plan::make(), kCancelled.
[[nodiscard]] Result<AttackReport> attackRelease(const AttackInput& input, const AttackOptions& options,
                                                 const RunContext& context);

/// One object: {"original":{"rows"},"released":{"rows"},"rowMatch":{"by","uncertain","leftOut"},
/// "control":{"source","rows"},"columns":[{"name","relation","reason","strangeLabels"}],"seed","attacks",
/// "linkage":{"known":[…],"records","sampled","released","expectedCorrect","expectedShare","uniquelyRight",
/// "wrongUnique","noCandidates","highestChance","averageCandidates","byKnown":[{"known","combinations",
/// "evaluated","averageCorrect","best":{"columns":[…],"expectedCorrect","uniquelyRight"}}]}|null,
/// "singlingOut":{"univariate":T,"multivariate":T,"columns","attempts"},"linkability":T|null with "first" and
/// "second","inference":[T with "secret"],"notes":[{"code","args","text"}]}. T: {"attack":R,"baseline":R,
/// "control":R|null,"compared":R|null,"risk":{"value","low","high"}|null,"weak"}; R: {"attacks","successes",
/// "rate","low","high"}.
[[nodiscard]] std::string toJson(const AttackReport& report);

} // namespace mangrove::deid
