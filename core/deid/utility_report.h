// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/apply.h"
#include "deid/coded_note.h"
#include "deid/column_change.h"
#include "deid/label_classifier.h"
#include "deid/recipe.h"
#include "deid/relation_change.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What a release is still good for: the distribution of each column, what columns say about one another, and
/// what a model learns, before and after.
struct UtilityOptions {
    /// How the release was made: proves which row is whose where its hashes are those of the two files and no
    /// row was left out.
    const ApplyReport* made = nullptr; ///< not owned
    /// Column that tells records apart in both files; "" = none. Of more than `sampleRows` rows a sample is
    /// compared (KeyedRows), unless the keys say that both files have the same rows in the same order: then
    /// all of them are.
    std::string key;
    /// Knows what generalised labels stand for; without it they are understood where they say so themselves
    /// (LabelCover).
    const Recipe* recipe = nullptr;        ///< not owned
    std::filesystem::path hierarchyFolder; ///< where relative hierarchy files of the recipe lie
    std::string target;                    ///< column that a model predicts; "" = no model
    std::uint64_t seed = 1;                ///< of the split into rows to learn from and to test
    /// Rows of either file that relations, model and a key look at, at most; 0 = as many as 8 million cells
    /// and 2 thousand million visits of rows by pairs allow, from 2 000 to 131 072.
    std::uint32_t sampleRows = 0;
    [[nodiscard]] Status validate() const;
};

/// How it is known which released row was made of which original row.
enum class RowPairing : std::uint8_t {
    None,
    SameFile, ///< both files are the same bytes
    Report,   ///< by the report of the release
    Key       ///< by a column that tells records apart
};
/// "none", "same-file", "report", "key".
[[nodiscard]] std::string_view nameOf(RowPairing pairing);

struct UtilityReport {
    std::uint64_t rowsBefore = 0, rowsAfter = 0;
    std::string sha256Before, sha256After;
    /// Cells are compared only where this is known. Distributions and relations do not need it.
    RowPairing pairing = RowPairing::None;
    /// Row n of the released file is known to be made of row n of the original.
    bool aligned = false;
    /// Released rows that ColumnChange::changed counts over; fewer than there are where a key paired a
    /// sample, which a note says.
    std::uint64_t comparedRows = 0;
    std::vector<CodedNote> notes;                        ///< what must be known to read the figures
    std::vector<std::string> columns;                    ///< of both, in the original's order
    std::vector<std::string> onlyOriginal, onlyReleased; ///< columns
    std::vector<ColumnChange> changes;                   ///< by column
    /// Of ColumnChange::totalVariation over the columns that are not `replaced`; a note counts the others.
    double meanVariation = 0;
    RelationChange relations;         ///< of `columns`
    std::optional<ModelChange> model; ///< of `columns`
    std::string target;
};

/// Reads both files once, side by side. Memory is bounded: see ValueTally and `sampleRows`. The released file
/// is read with the header and null words of `read` and the rest sniffed. As many rows in both files prove
/// nothing about whose they are. With a key both are read twice. Phases "reading", "comparing", "relating",
/// "training". kUtilityEmpty, kUtilityNoColumns, kUtilityColumn, kUtilityTarget, for a key also
/// kRiskColumnMissing, kAttackIdRepeated and kAttackIdForeign, errors of reading and of hierarchies,
/// kCancelled.
[[nodiscard]] Result<UtilityReport> compareUtility(const std::filesystem::path& original,
                                                   const std::filesystem::path& released,
                                                   const io::ReadOptions& read, const UtilityOptions& options,
                                                   const RunContext& context);

/// The JSON of `deid utility` (app/cli/README.md).
[[nodiscard]] std::string toJson(const UtilityReport& report);

} // namespace mangrove::deid
