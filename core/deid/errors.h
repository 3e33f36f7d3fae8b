// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

// --- recipes
inline constexpr ErrorInfo kRecipeSyntax{"recipe-syntax", ErrorKind::BadInput,
                                         "The recipe is not valid JSON at line {0}: {1}."};
inline constexpr ErrorInfo kRecipeField{"recipe-field", ErrorKind::BadInput,
                                        "The recipe's {0} (line {1}) {2}."};
inline constexpr ErrorInfo kRecipeInvalid{"recipe-invalid", ErrorKind::BadInput, "The recipe {0}."};
inline constexpr ErrorInfo kRecipeColumnMissing{
    "recipe-column-missing", ErrorKind::BadInput,
    "The recipe names the column {0}, which the file does not have. Its columns are: {1}."};
inline constexpr ErrorInfo kRecipeNoQuasi{"recipe-no-quasi", ErrorKind::BadInput,
                                          "The recipe has no quasi-identifier, so there is nothing to {0}. "
                                          "Give at least one attribute the role quasi."};
inline constexpr ErrorInfo kRecipeLevels{"recipe-levels", ErrorKind::Usage,
                                         "The levels {0} do not fit the recipe: {1}."};

// --- hierarchies
inline constexpr ErrorInfo kHierarchyUnknown{
    "hierarchy-unknown", ErrorKind::BadInput,
    "There is no built-in hierarchy {0}. There are: {1}. A file is named without the prefix builtin:."};
inline constexpr ErrorInfo kHierarchyMalformed{"hierarchy-malformed", ErrorKind::BadInput,
                                               "The hierarchy {0} is wrong at line {1}: {2}."};
inline constexpr ErrorInfo kHierarchyNotMonotone{"hierarchy-not-monotone", ErrorKind::BadInput,
                                                 "The hierarchy {0} is not monotone: lines {1} and {2} agree "
                                                 "at level {3} and differ at level {4}. A coarser "
                                                 "level may only join groups, never part them."};
inline constexpr ErrorInfo kHierarchyUnmatched{
    "hierarchy-unmatched", ErrorKind::BadInput,
    "The column {0} has {1} distinct values ({2} rows, first at line {3}) that its hierarchy {4} does not "
    "know. Add them to the "
    "hierarchy, or let the recipe say \"unmatched\":\"suppress\" for this column."};
inline constexpr ErrorInfo kHierarchyLevel{
    "hierarchy-level", ErrorKind::BadInput,
    "The hierarchy {0} of the column {1} has the levels 0 to {2}; {3} is not one of them."};

inline constexpr ErrorInfo kHierarchyUnmatchedCells{
    "hierarchy-unmatched-cells", ErrorKind::BadInput,
    "The column {0} has {1} cells (first at line {2}) that its hierarchy {3} does not know. Add them to the "
    "hierarchy, or let the recipe say \"unmatched\":\"suppress\" for this column."};
inline constexpr ErrorInfo kHierarchyReserved{
    "hierarchy-reserved-label", ErrorKind::BadInput,
    "The hierarchy of the column {0} uses \"*\" or an empty text at level {1} as a label of its own, while "
    "the data "
    "have missing or unknown values that need it. Rename the label."};

inline constexpr ErrorInfo kSubsetMalformed{
    "recipe-subset-malformed", ErrorKind::BadInput,
    "The subset file {0} is wrong at line {1}: it must hold one number of a data row, from 0, a line."};
inline constexpr ErrorInfo kSubsetBeyond{
    "recipe-subset-beyond", ErrorKind::BadInput,
    "The recipe's subset names the data row {0}, but the table has {1} rows, counted from 0. Make the subset "
    "from the table that is read."};

// --- transforms
inline constexpr ErrorInfo kDateUnreadable{
    "date-unreadable", ErrorKind::BadInput,
    "The column {0} has {1} cells (first at line {2}) that are not dates in a known form, so they cannot be "
    "shifted. Correct them, or let the recipe say \"unmatched\":\"suppress\" for this column."};
inline constexpr ErrorInfo kCellsUnreadable{
    "deid-cells-unreadable", ErrorKind::BadInput,
    "The column {0} has {1} cells (first at line {2}) that its transform {3} cannot read: they are not {4}. "
    "Correct them, or let the recipe say \"unmatched\":\"suppress\" for this column."};
inline constexpr ErrorInfo kTextFinderMissing{
    "deid-text-finder-missing", ErrorKind::Usage,
    "The recipe redacts the free text of the column {0}, but no detector of identifiers is at hand here."};
inline constexpr ErrorInfo kPersonMissing{
    "date-shift-person-missing", ErrorKind::BadInput,
    "{0} rows (first at line {1}) have a date in {2} but no person in {3}, so their offset is unknown. "
    "Complete "
    "them, or let the recipe say \"unmatched\":\"suppress\" for this column."};
inline constexpr ErrorInfo kKeyMissing{
    "deid-key-missing", ErrorKind::Usage,
    "The recipe has a {0} transform, which needs a secret key of at least 16 bytes; none was given."};

// --- search and apply
inline constexpr ErrorInfo kNoValidNode{
    "deid-no-solution", ErrorKind::CheckFailed,
    "No combination of levels meets the recipe's models with at most {0} suppressed records; the fewest is "
    "{1}. "
    "Raise the suppression limit, allow coarser levels or drop a quasi-identifier."};
inline constexpr ErrorInfo kModelUnmet{
    "deid-model-unmet", ErrorKind::CheckFailed,
    "The result does not meet the recipe's model {0}: {1}. Nothing was written."};
inline constexpr ErrorInfo kOutputDiffers{
    "deid-output-differs", ErrorKind::Internal,
    "The output, read back, does not hold what was counted while it was written ({0}). Nothing was kept. "
    "This is "
    "a fault of Mangrove and not of your file; please report it with the recipe."};
inline constexpr ErrorInfo kCodeIndexNeeded{
    "deid-code-index-needed", ErrorKind::Usage,
    "The recipe keeps a code index of the column {0}, but there is no place for it here. Say where to seal "
    "it, or take \"reversible\" out of the recipe."};
inline constexpr ErrorInfo kCodeIndexDamaged{
    "deid-code-index-damaged", ErrorKind::BadInput,
    "The code index is damaged in line {0}. Restore it from a backup."};
inline constexpr ErrorInfo kRecipeSetInvalid{"recipe-set-invalid", ErrorKind::BadInput,
                                             "The recipe set {0}. Its tables must agree on what links them."};
inline constexpr ErrorInfo kLinkUnmet{"deid-link-unmet", ErrorKind::CheckFailed,
                                      "Over all linked tables {2} persons are in groups that break k = {0} "
                                      "or another model of persons, with all "
                                      "levels at their bounds; {1} may be left out. Raise the suppression "
                                      "limit, allow coarser levels or drop a "
                                      "quasi-identifier."};
inline constexpr ErrorInfo kEverythingSuppressed{
    "deid-everything-suppressed", ErrorKind::CheckFailed,
    "Every record would be suppressed: the output would be empty, which is no de-identified data set. "
    "Allow coarser levels or fewer quasi-identifiers."};
inline constexpr ErrorInfo kSourceChanged{"deid-source-changed", ErrorKind::Conflict,
                                          "The file {0} changed while it was read: its SHA-256 differs "
                                          "between the two passes. Nothing was written; "
                                          "run again when nobody writes to it."};
inline constexpr ErrorInfo kSourceNotRepeatable{"deid-source-not-repeatable", ErrorKind::Usage,
                                                "De-identification reads its input twice, so it cannot come "
                                                "from standard input. Save it as a file first."};
inline constexpr ErrorInfo kTooManyClasses{
    "deid-too-many-classes", ErrorKind::BadInput,
    "The quasi-identifiers form more than {0} distinct combinations, more than memory can hold. "
    "Drop a quasi-identifier or fix coarser levels."};
inline constexpr ErrorInfo kRiskColumnMissing{"risk-column-missing", ErrorKind::Usage,
                                              "The table has no column {0}. Its columns are: {1}."};

// --- attacks
inline constexpr ErrorInfo kAttackNoColumns{
    "attack-no-columns", ErrorKind::BadInput,
    "The original and the release have no column of the same name, so there is nothing to attack with. The "
    "original's columns are: {0}. The release's are: {1}."};
inline constexpr ErrorInfo kAttackIdRepeated{
    "attack-id-repeated", ErrorKind::BadInput,
    "The column {0} does not tell whose a row is: in {1} rows it is empty or repeats the value of another "
    "row. Name a column whose values are all different."};
inline constexpr ErrorInfo kAttackIdForeign{
    "attack-id-foreign", ErrorKind::BadInput,
    "In {1} rows of the release the column {0} holds a value that no original row has. Name a column that "
    "the release keeps as it is."};
// --- utility of a release
inline constexpr ErrorInfo kUtilityEmpty{"deid-utility-empty", ErrorKind::BadInput,
                                         "The file {0} has no rows, so there is nothing to compare."};
inline constexpr ErrorInfo kUtilityNoColumns{
    "deid-utility-no-columns", ErrorKind::BadInput,
    "The two files have no column in common. The original has: {0}. The released file has: {1}."};
inline constexpr ErrorInfo kUtilityColumn{
    "deid-utility-column", ErrorKind::Usage,
    "There is no column {0} in both files to predict. Their common columns are: {1}."};
inline constexpr ErrorInfo kUtilityTarget{
    "deid-utility-target", ErrorKind::BadInput,
    "The column to predict has {0} different values in the original; a model needs 2 to {1} classes, each "
    "row "
    "with a value, and rows to learn from and to test. Choose another column."};

inline constexpr ErrorInfo kDeidReportMalformed{"deid-report-malformed", ErrorKind::BadInput,
                                                "The stored de-identification report cannot be read: {0}."};

} // namespace mangrove::errors
