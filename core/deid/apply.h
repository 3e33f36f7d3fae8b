// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/result.h"
#include "base/run_context.h"
#include "crypto/secret.h"
#include "deid/code_index.h"
#include "deid/coded_note.h"
#include "deid/model_check.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "deid/search.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// The organisation's secrets for this run; at least 16 bytes each where the recipe needs them (kKeyMissing).
/// Never used as they are: each recipient gets keys derived from them (see pseudonym.h).
struct Keys {
    crypto::SecretBytes pseudonymKey;
    crypto::SecretBytes dateShiftKey;
};

/// Fixed, public keys, for looking at a recipe before anybody unlocked the real ones. Never for a release.
[[nodiscard]] Keys standInKeys();

struct ApplyOptions {
    std::filesystem::path hierarchyFolder; ///< where relative hierarchy files of the recipe lie
    OutputFile::IfExists ifExists = OutputFile::IfExists::Fail;
    unsigned threads = 1; ///< 1 to 256; the output does not depend on it
    /// Filled where the recipe has reversible pseudonyms, which is refused without one (kCodeIndexNeeded).
    /// Memory grows with their distinct values.
    CodeIndex* codeIndex = nullptr;
    const TextFinder* textFinder = nullptr; ///< for redact-text; not owned
    double riskThreshold = 0.2;
    Sharing sharing = Sharing::Controlled; ///< of the 42460 verdict where the recipe has no gbt-42460 model
    ContextRisk contextRisk;
};

/// What happened to one column of the input, or why it is not in the output.
struct AppliedColumn {
    std::string name;
    std::string role;      ///< name of the AttributeRole, or "unlisted"
    std::string transform; ///< name of the transform
    std::string hierarchy; ///< reference in the recipe, or ""
    std::string hierarchyVersion;
    std::optional<std::uint32_t> level, maxLevel;
    bool written = true;            ///< the column is in the output
    std::uint64_t changedCells = 0; ///< in the rows written
    std::uint64_t missingCells = 0; ///< null in the input, stay empty
    std::uint64_t unmatchedCells =
        0; ///< no place in the hierarchy, or no readable date; suppressed as the recipe says
    std::uint64_t firstUnmatchedLine = 0; ///< 0 = none
    std::string reversibleBy;             ///< "nobody", "holder of the pseudonym key"…
    std::string effect; ///< English: what the transform does to analysis ("" in reports of older versions)
    std::string parameters; ///< JSON of the transform as a recipient may see it ("" in older reports)
    friend bool operator==(const AppliedColumn&, const AppliedColumn&) = default;
};

/// Parameters (never secrets), counts and measures of a release. `after` is measured on what was written.
struct ApplyReport {
    std::uint64_t rowsIn = 0, rowsOut = 0, rowsSuppressed = 0;
    std::uint64_t rowsRejected = 0; ///< physical records the reader refused; they are in no other count
    std::uint64_t rowsLeftOut = 0;  ///< not in the recipe's sample; the risks are those of the sample
    /// Outside the recipe's subset: they only say how many people look like the released ones. All risks but
    /// those of `after.population` are the subset's.
    std::uint64_t rowsOnlyPopulation = 0;
    RiskReport before, after;
    std::vector<ModelCheck> models; ///< of the recipe, judged on what was written; empty in older reports
    double loss = 0;
    Levels levels;
    std::uint64_t lattice = 0, checked = 0;
    std::string recipeJson; ///< Disclosure::ForRecipient
    std::string recipeSha256, inputSha256, outputSha256;
    std::uint64_t inputBytes = 0, outputBytes = 0;
    std::vector<AppliedColumn> columns; ///< in the input's order
    /// Unlisted columns removed, degenerate results…; those of older versions have neither code nor
    /// arguments.
    std::vector<CodedNote> notes;
};

/// De-identifies a file in two streaming passes: the first counts the distinct combinations of
/// quasi-identifiers and finds the levels, the second writes (a third comes before where a transform needs to
/// know the whole table, see survey.h). Memory grows with distinct combinations, not with rows, but for the
/// transforms that say so (TransformInfo::memoryPerRow), and with the rows of a subset. Of a recipe with a
/// subset only the subset is written; the table's other rows are the population that k-map and delta-presence
/// compare it with, under the same levels. The output is CSV (RFC 4180, UTF-8, LF), appears
/// under its name only when complete, and is the same bytes for the same input, recipe and keys. Fails
/// without leaving anything behind: kSubsetMalformed, kSubsetBeyond, kSourceChanged when the file's hash
/// differs between the passes, kNoValidNode, kModelUnmet, kEverythingSuppressed, kHierarchyUnmatched,
/// kDateUnreadable, kCellsUnreadable, kTextFinderMissing, kCodeIndexNeeded, kKeyMissing,
/// kRecipeColumnMissing, kFileExists, reading and writing errors, kCancelled. Any thread.
[[nodiscard]] Result<ApplyReport> applyRecipe(const std::filesystem::path& input, const io::ReadOptions& read,
                                              const Recipe& recipe, const Keys& keys,
                                              const std::filesystem::path& output,
                                              const ApplyOptions& options, const RunContext& context);

} // namespace mangrove::deid
