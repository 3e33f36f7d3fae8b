// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "engine_input.h"
#include "invocation.h"
#include "io/cdm.h"
#include "io/table_listing.h"
#include "reading_options.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const io::TableListing& listing, const std::optional<io::CdmFacts>& cdm) {
    Json tables = Json::array();
    for (const auto& table : listing.tables) {
        Json entry{{"name", table.name}, {"kind", table.kind}};
        entry["rows"] = table.rows ? Json(*table.rows) : Json();
        entry["bytes"] = table.bytes ? Json(*table.bytes) : Json();
        entry["columns"] = table.columns;
        entry["note"] = table.note;
        tables.push_back(std::move(entry));
    }
    Json all{{"format", listing.format}, {"tables", std::move(tables)}, {"model", nullptr}};
    if (cdm) {
        Json links = Json::array();
        for (const auto& link : cdm->links) {
            Json keys = Json::array();
            for (const auto& key : link.keys)
                keys.push_back({{"table", key.table}, {"column", key.column}});
            links.push_back({{"column", link.column}, {"owner", link.owner}, {"keys", std::move(keys)}});
        }
        all["model"] = {{"name", "OMOP CDM"},
                        {"version", cdm->version},
                        {"evidence", cdm->evidence},
                        {"tables", cdm->tables},
                        {"links", std::move(links)}};
    }
    return all;
}

void print(const Terminal& terminal, const io::TableListing& listing,
           const std::optional<io::CdmFacts>& cdm) {
    terminal.print(format("{}: {} tables", listing.format, listing.tables.size()));
    std::vector<std::vector<std::string>> rows{{"TABLE", "KIND", "COLUMNS", "ROWS", "BYTES", "NOTE"}};
    for (const auto& table : listing.tables)
        rows.push_back({table.name, table.kind, std::to_string(table.columns.size()),
                        table.rows ? std::to_string(*table.rows) : "",
                        table.bytes ? std::to_string(*table.bytes) : "", table.note});
    terminal.printTable(rows);
    if (!cdm)
        return;
    terminal.print(format("OMOP CDM {} ({})", cdm->version, cdm->evidence));
    for (const auto& link : cdm->links)
        terminal.print(format("  {} links {} tables{}", link.column, link.keys.size(),
                              link.owner.empty() ? "" : ", key of " + link.owner));
}

} // namespace

void addTableCommands(CLI::App& app, Invocation& invocation) {
    struct Arguments {
        ReadingArguments reading;
        std::string file;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = addCommand(
        app, invocation, "tables", "The tables of an archive, folder, workbook or database",
        [arguments](const Terminal& terminal) {
            return runWatched([&](const RunContext& context) -> Result<int> {
                MANGROVE_ASSIGN(const auto options, arguments->reading.options());
                MANGROVE_ASSIGN(const auto listing, io::listTables(arguments->file, options, context));
                MANGROVE_ASSIGN(const auto cdm, io::recogniseCdm(arguments->file, listing, context));
                if (terminal.json())
                    terminal.print(jsonOf(listing, cdm).dump());
                else
                    print(terminal, listing, cdm);
                return 0;
            });
        });
    command
        ->add_option("file", arguments->file,
                     "File, folder, or name of a PostgreSQL database (postgresql://USER@HOST/DATABASE)")
        ->required();
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
