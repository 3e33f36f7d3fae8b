// SPDX-License-Identifier: GPL-3.0-or-later
#include "relation_views.h"

#include "base/format.h"
#include "base/text.h"

namespace mangrove::cli {

namespace {

constexpr std::size_t kShownRelations = 20;

std::string figure(const std::optional<double>& value) {
    return value ? format("{:.3f}", *value) : "-";
}

void noteMore(const Terminal& terminal, std::uint64_t found, std::size_t shown) {
    if (found > shown)
        terminal.print(format("… and {} more", found - shown));
}

void printNames(const Terminal& terminal, const char* what, const profile::ColumnRelations& relations,
                const std::vector<std::uint32_t>& columns) {
    if (columns.empty())
        return;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < columns.size() && i < kShownRelations; ++i)
        names.push_back(relations.columns[columns[i]]);
    terminal.print(format("{}: {}{}", what, join(names, ", "), columns.size() > names.size() ? ", …" : ""));
}

} // namespace

void noteLeftOut(const Terminal& terminal, const profile::ColumnRelations& relations) {
    for (const auto& warning : relations.warnings) {
        if (warning.code == "relations-left-out")
            terminal.note(format("warning: {} [{}]", warning.message, warning.code));
    }
}

void printRelations(const Terminal& terminal, const profile::ColumnRelations& relations) {
    terminal.print("");
    terminal.print(relations.exact()
                       ? format("Relations of all {} rows", relations.rows)
                       : format("Relations of {} of {} rows", relations.sampledRows, relations.rows));
    printNames(terminal, "every value once", relations, relations.keys);
    printNames(terminal, "one value or none", relations, relations.constants);
    const auto& names = relations.columns;
    if (!relations.dependencies.empty()) {
        std::vector<std::vector<std::string>> rows{{"COLUMN", "DETERMINES", "ROWS", "EXCEPT", "STRENGTH"}};
        for (std::size_t i = 0; i < relations.dependencies.size() && i < kShownRelations; ++i) {
            const auto& found = relations.dependencies[i];
            rows.push_back({names[found.from], names[found.to], std::to_string(found.rows),
                            format("{:.2f} %", 100 * found.error), format("{:.3f}", found.strength)});
        }
        terminal.printTable(rows);
        noteMore(terminal, relations.dependenciesFound, rows.size() - 1);
    }
    if (!relations.correlations.empty()) {
        std::vector<std::vector<std::string>> rows{{"NUMBERS", "AND", "ROWS", "PEARSON", "SPEARMAN"}};
        for (std::size_t i = 0; i < relations.correlations.size() && i < kShownRelations; ++i) {
            const auto& found = relations.correlations[i];
            rows.push_back({names[found.a], names[found.b], std::to_string(found.rows), figure(found.pearson),
                            figure(found.spearman)});
        }
        terminal.printTable(rows);
        noteMore(terminal, relations.correlationsFound, rows.size() - 1);
    }
    if (!relations.associations.empty()) {
        std::vector<std::vector<std::string>> rows{{"CATEGORIES", "AND", "ROWS", "CRAMER'S V"}};
        for (std::size_t i = 0; i < relations.associations.size() && i < kShownRelations; ++i) {
            const auto& found = relations.associations[i];
            rows.push_back(
                {names[found.a], names[found.b], std::to_string(found.rows), figure(found.cramersV)});
        }
        terminal.printTable(rows);
        noteMore(terminal, relations.associationsFound, rows.size() - 1);
    }
    if (relations.dependencies.empty() && relations.correlations.empty() && relations.associations.empty())
        terminal.print("No column says more about another than chance would.");
}

} // namespace mangrove::cli
