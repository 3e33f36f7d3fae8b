// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/report_notes.h"

#include "base/text.h"
#include "deid/caution.h"
#include "deid/notes.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

void addColumnNotes(const ApplyReport& report, std::vector<CodedNote>& notes) {
    std::vector<std::string> removed;
    for (const AppliedColumn& column : report.columns) {
        if (column.role == "unlisted" && !column.written)
            removed.push_back(column.name);
        if (column.unmatchedCells > 0)
            notes.push_back(
                noteOf(notes::kCellsUnmatched, {column.name, std::to_string(column.unmatchedCells),
                                                std::to_string(column.firstUnmatchedLine)}));
    }
    if (!removed.empty())
        notes.push_back(noteOf(notes::kColumnsUnlisted, {join(removed, ", ")}));
}

} // namespace

std::vector<CodedNote> notesOf(const ApplyReport& report, const std::vector<std::string>& silentColumns) {
    std::vector<CodedNote> notes;
    addColumnNotes(report, notes);
    if (report.rowsOnlyPopulation > 0)
        notes.push_back(noteOf(notes::kRowsOnlyPopulation, {std::to_string(report.rowsOnlyPopulation)}));
    if (!report.after.directIdentifiers.empty())
        notes.push_back(noteOf(notes::kDirectLeft, {join(report.after.directIdentifiers, ", ")}));
    const Degenerate degenerate = report.after.degenerate;
    if (degenerate == Degenerate::AllSuppressed)
        notes.push_back(noteOf(notes::kAllSuppressed));
    if (degenerate == Degenerate::NoRecords)
        notes.push_back(noteOf(notes::kNoRecords));
    PlainFacts facts;
    facts.quasi = report.after.quasiIdentifiers.size();
    facts.silentColumns = silentColumns;
    facts.suppressed = report.rowsSuppressed;
    facts.records = report.rowsIn - report.rowsLeftOut - report.rowsOnlyPopulation;
    if (degenerate == Degenerate::AllGeneralised && silentColumns.size() < facts.quasi)
        notes.push_back(noteOf(notes::kOneClass));
    std::vector<CodedNote> cautions = cautionsOf(facts);
    std::move(cautions.begin(), cautions.end(), std::back_inserter(notes));
    return notes;
}

} // namespace mangrove::deid
