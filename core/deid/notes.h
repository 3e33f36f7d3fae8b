// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/coded_note.h"

/// Every sentence of the reports of this room. allNotes() lists them (a test compares).
namespace mangrove::deid::notes {

inline constexpr auto kName = NoteArg::Name;
inline constexpr auto kNumber = NoteArg::Number;
inline constexpr auto kWord = NoteArg::Word;

// The arithmetic of GB/T 42460-2023, Gbt42460::arithmetic.
inline constexpr NoteInfo kTau{"tau", "τ = 1/{0} = {1} for {2} sharing (D.1.5)", {kNumber, kNumber, kWord}};
inline constexpr NoteInfo kRa{
    "ra", "Ra = {0} of {1} classes with 1/f > τ = {2} (D.1.5)", {kNumber, kNumber, kNumber}};
inline constexpr NoteInfo kRb{"rb", "Rb = max 1/f = 1/{0} = {1} (D.2)", {kNumber, kNumber}};
inline constexpr NoteInfo kRc{"rc", "Rc = mean of 1/f over {0} classes = {1} (D.3)", {kNumber, kNumber}};
inline constexpr NoteInfo kContextPublic{
    "context-public", "pr(context) = 1, since the data are shared completely publicly (D.1.4)"};
inline constexpr NoteInfo kContext{"context",
                                   "pr(context) = max(deliberate {0}, inadvertent {1}, breach {2}) = {3} "
                                   "(D.1.4)",
                                   {kNumber, kNumber, kNumber, kNumber}};
inline constexpr NoteInfo kRExceeded{"r-exceeded", "R = 1, since Ra > 0 (D.1.5)"};
inline constexpr NoteInfo kRPublic{
    "r-public", "R = Rb × pr(context) = {0} × {1} = {2} (D.1.5)", {kNumber, kNumber, kNumber}};
inline constexpr NoteInfo kRShared{
    "r-shared", "R = Rc × pr(context) = {0} × {1} = {2} (D.1.5)", {kNumber, kNumber, kNumber}};
inline constexpr NoteInfo kVerdict1{
    "verdict-1", "Direct identifiers are present ({0}): level 1 (6.2 c)", {kName}};
inline constexpr NoteInfo kVerdict2{
    "verdict-2", "R = {0} is not below {1}: level 2 (6.3 b)", {kNumber, kNumber}};
inline constexpr NoteInfo kVerdict3{"verdict-3", "R = {0} < {1}: level 3 (6.3)", {kNumber, kNumber}};
inline constexpr NoteInfo kVerdict4{"verdict-4",
                                    "No direct identifier and no quasi-identifier: level 4 (6.2 b)"};
inline constexpr NoteInfo kNoRecords{"no-records", "There is no record, so there is no risk to compute"};

// What a release did that nobody may miss, ApplyReport::notes.
inline constexpr NoteInfo kCellsUnmatched{
    "cells-unmatched",
    "{1} cells of the column {0} (first at line {2}) were unknown to its transform and are suppressed.",
    {kName, kNumber, kNumber}};
inline constexpr NoteInfo kColumnsUnlisted{
    "columns-unlisted", "Removed because the recipe does not name them: {0}.", {kName}};
inline constexpr NoteInfo kRowsOnlyPopulation{
    "rows-only-population",
    "{0} rows are not in the recipe's subset: they are not written and only say how many people look like "
    "the released ones.",
    {kNumber}};
inline constexpr NoteInfo kRowsOfSubsetPersons{
    "rows-of-subset-persons",
    "{0} rows that the recipe's subset does not name are written all the same, since they are of persons "
    "whom "
    "it names in other rows: in linked tables a subset is one of persons.",
    {kNumber}};
inline constexpr NoteInfo kPersonsAbsent{
    "persons-absent", "{0} persons of the subset are in none of the tables.", {kNumber}};
inline constexpr NoteInfo kDirectLeft{
    "direct-left", "Direct identifiers are left in the output: {0}. By GB/T 42460 it is level 1.", {kName}};
inline constexpr NoteInfo kAllSuppressed{"all-suppressed",
                                         "Every record is suppressed: there is no risk, and no data."};
inline constexpr NoteInfo kOneClass{
    "one-class", "All records form one single class: the quasi-identifiers tell nothing any more."};

// Results that look good and say little (caution.h): Explanation::cautions and ApplyReport::notes.
inline constexpr NoteInfo kGeneralisationFree{
    "generalisation-free",
    "The factor 1 makes generalising free for the measure {0}: its figure says nothing about lost detail.",
    {kWord}};
inline constexpr NoteInfo kSuppressionFree{
    "suppression-free",
    "The factor 0 makes suppressing free for the measure {0}: its figure says nothing about lost records.",
    {kWord}};
inline constexpr NoteInfo kColumnSaysNothing{
    "column-says-nothing", "The column {0} reads * in every record.", {kName}};
inline constexpr NoteInfo kNothingLeft{"nothing-left",
                                       "Every quasi-identifier reads * in every record: the risk is low "
                                       "because they say nothing any more."};
inline constexpr NoteInfo kModelWithoutEffect{
    "model-without-effect",
    "The model {0} asks for nothing: the data meet it before anything is generalised.",
    {kWord}};
inline constexpr NoteInfo kColumnModelWithoutEffect{
    "model-without-effect",
    "The model {0} of {1} asks for nothing: the data meet it before anything is generalised.",
    {kWord, kName}};
inline constexpr NoteInfo kSensitiveConstant{
    "sensitive-constant",
    "The sensitive column {0} has one value only: whoever knows that somebody is in the table knows it, "
    "whatever a model says.",
    {kName}};
inline constexpr NoteInfo kMostSuppressed{
    "most-suppressed", "More than half of the records are suppressed ({0} of {1}).", {kNumber, kNumber}};

// What the figures of simulated attacks rest on, AttackReport::notes.
inline constexpr NoteInfo kColumnUnused{
    "column-unused",
    "The column {0} is not used: what the release shows of it says nothing without a key ({1}).",
    {kName, kWord}};
inline constexpr NoteInfo kColumnNear{
    "column-near",
    "The column {0} was changed by amounts nobody knows: it counts for nearness, not for linkage.",
    {kName}};
inline constexpr NoteInfo kLabelsStrange{
    "labels-strange",
    "{1} released labels of the column {0} can be made from no value of the original: the release was made "
    "by another recipe, or from another file.",
    {kName, kNumber}};
inline constexpr NoteInfo kColumnNotReleased{
    "column-not-released", "The column {0} is not in the release, so it does not help.", {kName}};
inline constexpr NoteInfo kRowsUnmatched{
    "rows-unmatched",
    "Row {0} of the release fits no original record that is left in the order of rows. Whose the rows are is "
    "unknown: no linkage is computed, and nobody is known to be left out. Name a column that tells records "
    "apart, or the recipe that the release was made by.",
    {kNumber}};
inline constexpr NoteInfo kRowsUnknown{
    "rows-unknown", "Nothing tells whose the released rows are, so no linkage is computed."};
inline constexpr NoteInfo kRowsUncertain{
    "rows-uncertain",
    "{0} of {1} released rows fit more than one original record; the first that fits is taken for theirs.",
    {kNumber, kNumber}};
inline constexpr NoteInfo kControlSmall{
    "control-small",
    "The control group has {0} records only, so the intervals of its rates are wide.",
    {kNumber}};
inline constexpr NoteInfo kControlNone{
    "control-none",
    "There is no control group: {0} records are known to be left out, and {1} are needed. The rates tell "
    "what attackers achieve, not how much of it is due to the release. Give a file with records of people "
    "who are not in it.",
    {kNumber, kNumber}};
inline constexpr NoteInfo kControlLeftOut{
    "control-left-out",
    "The control group is the {0} records that the release left out. If they were suppressed for being rare "
    "they are unlike the others, and the risks are less certain than their intervals say.",
    {kNumber}};
inline constexpr NoteInfo kControlHeldBack{
    "control-held-back",
    "The control group is {0} of {1} records that were held back at random: singling out, linkability and "
    "inference are tried on a table that the recipe makes of the others at the same levels.",
    {kNumber, kNumber}};
inline constexpr NoteInfo kControlModelDropped{
    "control-model-dropped",
    "The table beside the control group is made without the model {0}: it judges the whole table, and at "
    "levels "
    "that are chosen already nothing could be done about its verdict on fewer records.",
    {kWord}};
inline constexpr NoteInfo kControlLimitLifted{
    "control-limit-lifted",
    "For the table beside the control group the suppression limit of {0} is lifted: at the same levels "
    "groups of "
    "fewer records are too small more often. {1} of its {2} records were suppressed, where the recipe "
    "suppresses {3} of all.",
    {kNumber, kNumber, kNumber, kNumber}};
inline constexpr NoteInfo kControlUnmade{
    "control-unmade",
    "No control group was held back either: the recipe makes no table of the other records alone."};
inline constexpr NoteInfo kLinkageNoColumns{
    "linkage-no-columns", "No known column can be compared with the release, so no linkage is computed."};
inline constexpr NoteInfo kAttackWeak{
    "attack-weak",
    "The attack “{0}” is no better than blind guesses: it is too weak to tell what a better attacker could "
    "do.",
    {kWord}};
inline constexpr NoteInfo kAttackWeakOn{
    "attack-weak",
    "The attack “{0}” on the column {1} is no better than blind guesses: it is too weak to tell what a "
    "better attacker could do.",
    {kWord, kName}};
inline constexpr NoteInfo kNoPredicateUnivariate{
    "no-predicate-univariate",
    "No condition on one column holds for exactly one released row, so nobody is singled out that way."};
inline constexpr NoteInfo kNoPredicateMultivariate{
    "no-predicate-multivariate",
    "Of {1} random conditions on up to {0} columns none holds for exactly one released row, so nobody is "
    "singled out that way.",
    {kNumber, kNumber}};
inline constexpr NoteInfo kNobodyToAttack{
    "nobody-to-attack", "There is no released row, so there is nobody to link or to infer from."};
inline constexpr NoteInfo kLinkabilityNoColumns{
    "linkability-no-columns",
    "Linkability needs two parties that each know a column of the release; it is not computed."};
inline constexpr NoteInfo kInferenceNoSecret{"inference-no-secret",
                                             "No column was named as the secret to infer."};
inline constexpr NoteInfo kInferenceNoColumns{
    "inference-no-columns", "Nothing but {0} itself is known, so it is not inferred.", {kName}};

// What the figures of utility rest on, UtilityReport::notes.
inline constexpr NoteInfo kRowsUnpaired{
    "rows-unpaired",
    "Nothing tells which rows of the two files are the same person's, so cells are not compared row by row. "
    "Give the report of the release, or name a column that tells records apart."};
inline constexpr NoteInfo kReportOfOthers{
    "report-of-others",
    "The report is of another original or of another release, so it does not tell which rows are the same."};
inline constexpr NoteInfo kRowsLeftOut{
    "rows-left-out",
    "The release leaves out {0} of {1} rows, and its report does not say which: how many cells changed is "
    "what the report counted.",
    {kNumber, kNumber}};
inline constexpr NoteInfo kRowsSampled{"rows-sampled",
                                       "Cells are compared in {0} of the {1} released rows, chosen by a hash "
                                       "of their key: the shares of changed "
                                       "cells are those of this sample.",
                                       {kNumber, kNumber}};
inline constexpr NoteInfo kCodesOutOfMean{"codes-out-of-mean",
                                          "{0} columns hold codes that stand for their values ({1}); they "
                                          "are not in the mean change of the columns.",
                                          {kNumber, kName}};
inline constexpr NoteInfo kModelRowsUnpaired{
    "model-rows-unpaired",
    "Which released rows are of the people that the model is tested on is unknown: it may have learnt from "
    "some of them, which makes the release look a little better than it is."};

} // namespace mangrove::deid::notes
