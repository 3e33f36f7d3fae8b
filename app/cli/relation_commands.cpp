// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "engine_input.h"
#include "invocation.h"
#include "io/table_listing.h"
#include "profile/table_links.h"
#include "reading_options.h"

#include <filesystem>

namespace mangrove::cli {

namespace {

constexpr std::size_t kShownLinks = 40;

struct RelationArguments {
    ReadingArguments reading;
    std::vector<std::string> files;
    unsigned threads = 0;
};

/// Adds the tables of `file`: all of them, where it has several and none is named. One that cannot be read is
/// noted and passed over.
Status addTables(const Terminal& terminal, const std::string& file, const io::ReadOptions& read,
                 const profile::LinkOptions& options, std::vector<profile::TableKeys>& tables,
                 const RunContext& context) {
    MANGROVE_ASSIGN(const auto listing, io::listTables(file, read, context));
    const std::string base = std::filesystem::path(file).filename().string();
    const std::string shortName = base.empty() ? file : base;
    const bool named = read.table || read.sheet || read.query;
    if (named || listing.tables.size() == 1) {
        MANGROVE_ASSIGN(auto table, profile::sketchTable(shortName, file, read, options, context));
        noteWarnings(terminal, table.warnings);
        tables.push_back(std::move(table));
        return {};
    }
    for (const io::TableFacts& facts : listing.tables) {
        const std::string name = shortName + ":" + facts.name;
        if (facts.columns.empty()) {
            terminal.note(format("{} is passed over: {}", name, facts.note));
            continue;
        }
        io::ReadOptions one = read;
        (listing.format == "xlsx" ? one.sheet : one.table) = facts.name;
        MANGROVE_ASSIGN(auto table, profile::sketchTable(name, file, one, options, context));
        noteWarnings(terminal, table.warnings);
        tables.push_back(std::move(table));
    }
    return {};
}

/// Tables that would be called alike get a number.
void nameApart(std::vector<profile::TableKeys>& tables) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
        std::size_t alike = 1;
        for (std::size_t k = 0; k < i; ++k)
            alike += tables[k].name == tables[i].name ? 1 : 0;
        if (alike > 1)
            tables[i].name += format(" ({})", alike);
    }
}

void printLinks(const Terminal& terminal, const profile::TableLinks& links,
                const std::vector<profile::TableKeys>& tables) {
    const auto nameOf = [&](const profile::LinkEnd& end) {
        return tables[end.table].name + "." + tables[end.table].columns[end.column];
    };
    if (links.links.empty())
        terminal.print("No columns of these tables belong together.");
    else {
        std::vector<std::vector<std::string>> rows{
            {"FROM", "TO", "KIND", "CONTAINED", "BACK", "SHARED", "NAMES"}};
        for (std::size_t i = 0; i < links.links.size() && i < kShownLinks; ++i) {
            const profile::ColumnLink& link = links.links[i];
            rows.push_back({nameOf(link.from), nameOf(link.to), std::string(link.kind()),
                            format("{}{:.1f} %", link.exact ? "" : "~", 100 * link.from.containment),
                            format("{}{:.1f} %", link.exact ? "" : "~", 100 * link.to.containment),
                            (link.exact ? "" : "~") + std::to_string(link.shared),
                            link.nameAgreement >= 1  ? "same"
                            : link.nameAgreement > 0 ? "alike"
                                                     : ""});
        }
        terminal.printTable(rows);
        if (links.found > kShownLinks)
            terminal.print(format("… and {} more", links.found - kShownLinks));
    }
    const auto& out = links.leftOut;
    if (out.fewValues + out.chance + out.measures > 0)
        terminal.print(
            format("Left out: {} pairs with few values in common, {} of whole numbers that agree by chance, "
                   "{} of dates, times and amounts",
                   out.fewValues, out.chance, out.measures));
}

Result<int> relateTables(const Terminal& terminal, const RelationArguments& arguments,
                         const RunContext& context) {
    profile::LinkOptions options;
    options.threads = arguments.threads;
    MANGROVE_ASSIGN(const auto read, arguments.reading.options());
    std::vector<profile::TableKeys> tables;
    for (const std::string& file : arguments.files) {
        if (file == "-")
            return Error(errors::kBadOption, {"file", "-", "tables are looked at by name, not on stdin"});
        MANGROVE_TRY(addTables(terminal, file, read, options, tables, context));
    }
    if (tables.size() < 2)
        return Error(errors::kBadOption, {"file", "one table", "at least two tables are compared"});
    nameApart(tables);
    MANGROVE_ASSIGN(const auto links, profile::linkTables(tables, options, context));
    if (terminal.json())
        terminal.print(profile::toJson(links, tables));
    else
        printLinks(terminal, links, tables);
    return 0;
}

} // namespace

void addRelationCommands(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<RelationArguments>();
    CLI::App* command = addCommand(app, invocation, "relations", "By which columns tables belong together",
                                   [arguments](const Terminal& terminal) {
                                       return runWatched([&](const RunContext& context) {
                                           return relateTables(terminal, *arguments, context);
                                       });
                                   });
    command
        ->add_option("file", arguments->files,
                     "Files, folders or databases; all tables of each, unless one is named")
        ->required();
    command->add_option("--threads", arguments->threads, "Threads (default: as many as the machine has)");
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
