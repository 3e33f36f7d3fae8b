// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/coded_note.h"

#include "base/error.h"
#include "deid/coded_note_tree_internal.h"
#include "deid/notes.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

constexpr std::array kAllNotes{&notes::kTau,
                               &notes::kRa,
                               &notes::kRb,
                               &notes::kRc,
                               &notes::kContextPublic,
                               &notes::kContext,
                               &notes::kRExceeded,
                               &notes::kRPublic,
                               &notes::kRShared,
                               &notes::kVerdict1,
                               &notes::kVerdict2,
                               &notes::kVerdict3,
                               &notes::kVerdict4,
                               &notes::kNoRecords,
                               &notes::kCellsUnmatched,
                               &notes::kColumnsUnlisted,
                               &notes::kRowsOnlyPopulation,
                               &notes::kRowsOfSubsetPersons,
                               &notes::kPersonsAbsent,
                               &notes::kDirectLeft,
                               &notes::kAllSuppressed,
                               &notes::kOneClass,
                               &notes::kGeneralisationFree,
                               &notes::kSuppressionFree,
                               &notes::kColumnSaysNothing,
                               &notes::kNothingLeft,
                               &notes::kModelWithoutEffect,
                               &notes::kColumnModelWithoutEffect,
                               &notes::kSensitiveConstant,
                               &notes::kMostSuppressed,
                               &notes::kColumnUnused,
                               &notes::kColumnNear,
                               &notes::kLabelsStrange,
                               &notes::kColumnNotReleased,
                               &notes::kRowsUnmatched,
                               &notes::kRowsUnknown,
                               &notes::kRowsUncertain,
                               &notes::kControlSmall,
                               &notes::kControlNone,
                               &notes::kControlLeftOut,
                               &notes::kControlHeldBack,
                               &notes::kControlModelDropped,
                               &notes::kControlLimitLifted,
                               &notes::kControlUnmade,
                               &notes::kLinkageNoColumns,
                               &notes::kAttackWeak,
                               &notes::kAttackWeakOn,
                               &notes::kNoPredicateUnivariate,
                               &notes::kNoPredicateMultivariate,
                               &notes::kNobodyToAttack,
                               &notes::kLinkabilityNoColumns,
                               &notes::kInferenceNoSecret,
                               &notes::kInferenceNoColumns,
                               &notes::kRowsUnpaired,
                               &notes::kReportOfOthers,
                               &notes::kRowsLeftOut,
                               &notes::kRowsSampled,
                               &notes::kCodesOutOfMean,
                               &notes::kModelRowsUnpaired};

} // namespace

std::size_t NoteInfo::argCount() const {
    return static_cast<std::size_t>(
        std::count_if(args.begin(), args.end(), [](NoteArg arg) { return arg != NoteArg::None; }));
}

CodedNote noteOf(const NoteInfo& info, std::vector<std::string> args) {
    std::string text = fillPlaceholders(info.text, args);
    return {std::string(info.code), std::move(args), std::move(text)};
}

const NoteInfo* infoOf(const CodedNote& note) {
    const auto* const found = std::find_if(kAllNotes.begin(), kAllNotes.end(), [&](const NoteInfo* info) {
        return info->code == note.code && info->argCount() == note.args.size();
    });
    return found != kAllNotes.end() ? *found : nullptr;
}

std::span<const NoteInfo* const> allNotes() {
    return kAllNotes;
}

Tree notesTree(const std::vector<CodedNote>& notes) {
    Tree tree = Tree::array();
    for (const CodedNote& note : notes)
        tree.push_back(Tree{{"code", note.code}, {"args", note.args}, {"text", note.text}});
    return tree;
}

std::vector<CodedNote> notesFromTree(const Tree& tree) {
    std::vector<CodedNote> notes;
    for (const Tree& note : tree) {
        if (note.is_string()) {
            notes.push_back({{}, {}, note.get<std::string>()});
            continue;
        }
        notes.push_back({note.at("code").get<std::string>(), note.at("args").get<std::vector<std::string>>(),
                         note.at("text").get<std::string>()});
    }
    return notes;
}

} // namespace mangrove::deid
