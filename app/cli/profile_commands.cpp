// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/number.h"
#include "engine_input.h"
#include "invocation.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "reading_options.h"

namespace mangrove::cli {

namespace {

struct Arguments {
    ReadingArguments reading;
    std::string file;
    unsigned threads = 0;
};

std::string percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? "-"
                      : format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

void printProfile(const Terminal& terminal, const profile::TableProfile& profile) {
    const auto& source = profile.source;
    std::string how = source.format + ", " + source.encoding;
    if (!source.delimiter.empty())
        how += format(", delimiter '{}'", source.delimiter == "\t" ? "tab" : source.delimiter);
    terminal.print(
        format("{} rows, {} columns, {} bytes, {}", profile.rows, profile.columns.size(), source.bytes, how));
    terminal.print(format("SHA-256 {}", source.sha256));
    if (profile.rowsRejected > 0)
        terminal.print(format("{} rows refused (see the warnings)", profile.rowsRejected));
    std::vector<std::vector<std::string>> rows{
        {"COLUMN", "TYPE", "MISSING", "DISTINCT", "MIN", "MEDIAN", "MAX"}};
    for (const auto& column : profile.columns) {
        const bool ordered =
            column.type != profile::ValueType::Text && column.type != profile::ValueType::Empty;
        const bool number =
            column.type == profile::ValueType::Integer || column.type == profile::ValueType::Decimal;
        rows.push_back({column.name, std::string(profile::valueTypeName(column.type)),
                        percent(column.nulls, profile.rows),
                        (column.distinctExact ? "" : "~") + std::to_string(column.distinct),
                        ordered ? column.min : "",
                        number && column.quantiles ? formatDouble(column.quantiles->p50) : "",
                        ordered ? column.max : ""});
    }
    terminal.printTable(rows);
}

} // namespace

void addProfileCommands(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        addCommand(app, invocation, "profile", "Facts about every column of a file, in one pass",
                   [arguments](const Terminal& terminal) {
                       return runWatched([&](const RunContext& context) -> Result<int> {
                           MANGROVE_ASSIGN(const auto options, arguments->reading.options());
                           profile::ProfileOptions how;
                           how.threads = arguments->threads;
                           MANGROVE_ASSIGN(const auto profile,
                                           profile::profileFile(arguments->file, options, how, context));
                           if (terminal.json()) {
                               terminal.print(profile::toJson(profile));
                           } else {
                               noteWarnings(terminal, profile.warnings);
                               printProfile(terminal, profile);
                           }
                           return 0;
                       });
                   });
    command->add_option("file", arguments->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    command->add_option("--threads", arguments->threads, "Threads (default: as many as the machine has)");
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
