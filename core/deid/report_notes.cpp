// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/report_notes.h"

#include "base/format.h"
#include "base/text.h"

namespace mangrove::deid {

namespace {

void addColumnNotes(const ApplyReport& report, std::vector<std::string>& notes) {
    std::vector<std::string> removed;
    for (const AppliedColumn& column : report.columns) {
        if (column.role == "unlisted" && !column.written)
            removed.push_back(column.name);
        if (column.unmatchedCells > 0)
            notes.push_back(
                format("{} cells of the column {} (first at line {}) were unknown to its transform and "
                       "are suppressed.",
                       column.unmatchedCells, column.name, column.firstUnmatchedLine));
    }
    if (!removed.empty())
        notes.push_back(format("Removed because the recipe does not name them: {}.", join(removed, ", ")));
}

bool everyQuasiAtTop(const ApplyReport& report) {
    bool any = false;
    for (const AppliedColumn& column : report.columns) {
        if (column.role != "quasi" || !column.written)
            continue;
        any = true;
        if (!column.level || column.level != column.maxLevel)
            return false;
    }
    return any;
}

} // namespace

std::vector<std::string> notesOf(const ApplyReport& report) {
    std::vector<std::string> notes;
    addColumnNotes(report, notes);
    if (report.rowsOnlyPopulation > 0)
        notes.push_back(
            format("{} rows are not in the recipe's subset: they are not written and only say how "
                   "many people look like the released ones.",
                   report.rowsOnlyPopulation));
    if (!report.after.directIdentifiers.empty())
        notes.push_back(format("Direct identifiers are left in the output: {}. By GB/T 42460 it is level 1.",
                               join(report.after.directIdentifiers, ", ")));
    if (report.after.degenerate == Degenerate::AllSuppressed)
        notes.emplace_back("Every record is suppressed: there is no risk, and no data.");
    if (report.after.degenerate == Degenerate::NoRecords)
        notes.emplace_back("The table has no records.");
    if (everyQuasiAtTop(report))
        notes.emplace_back(
            "Every quasi-identifier is generalised to its top: the low risk only says that they tell "
            "nothing any more.");
    else if (report.after.degenerate == Degenerate::AllGeneralised)
        notes.emplace_back("All records form one single class: the quasi-identifiers tell nothing any more.");
    const std::uint64_t total = report.rowsIn - report.rowsLeftOut - report.rowsOnlyPopulation;
    if (total > 0 && report.rowsSuppressed * 2 > total)
        notes.push_back(
            format("More than half of the records are suppressed ({} of {}).", report.rowsSuppressed, total));
    return notes;
}

} // namespace mangrove::deid
