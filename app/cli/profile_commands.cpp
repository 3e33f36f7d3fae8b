// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "engine_input.h"
#include "invocation.h"
#include "profile/profile_diff.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "profile/relations_json.h"
#include "reading_options.h"
#include "relation_views.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct Arguments {
    ReadingArguments reading;
    std::string file;
    unsigned threads = 0;
    std::string memory;
    bool head = false;
    bool relations = false;
};

constexpr std::uint64_t kHeadRows = 1024;

/// "512M", "2G", "300000K" or bytes.
Result<std::uint64_t> memoryOf(const std::string& text) {
    if (text.empty())
        return std::uint64_t{0};
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const unsigned shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
    if (code != std::errc() || (shift == 0 && !unit.empty()) || value == 0 || value >> (63U - shift) != 0)
        return Error(errors::kBadOption, {"--memory", text, "give bytes, or a number with K, M or G"});
    return value << shift;
}

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
    if (profile.complete)
        terminal.print(format("SHA-256 {}", source.sha256));
    else
        terminal.print("the first rows only");
    if (profile.duplicateRows && profile.duplicateRows->rows > 0)
        terminal.print(format("{}{} rows repeat an earlier row", profile.duplicateRows->exact ? "" : "about ",
                              profile.duplicateRows->rows));
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

/// A second reading: what is paired is known only once the columns are.
Result<profile::ColumnRelations> relationsOf(const Arguments& arguments, io::ReadOptions options,
                                             const RunContext& context) {
    options.rejects.reset(); // the first reading wrote them
    profile::RelationOptions how;
    how.threads = arguments.threads;
    return profile::relateColumns(arguments.file, options, how, context);
}

Status print(const Terminal& terminal, const profile::TableProfile& profile, const Arguments& arguments,
             const io::ReadOptions& options, const RunContext& context) {
    std::optional<profile::ColumnRelations> relations;
    if (arguments.relations) {
        MANGROVE_ASSIGN(relations, relationsOf(arguments, options, context));
    }
    if (terminal.json()) {
        if (!relations) {
            terminal.print(profile::toJson(profile));
            return {};
        }
        auto json = nlohmann::ordered_json::parse(profile::toJson(profile));
        json["relations"] = nlohmann::ordered_json::parse(profile::toJson(*relations));
        terminal.print(json.dump());
        return {};
    }
    noteWarnings(terminal, profile.warnings);
    printProfile(terminal, profile);
    if (relations) {
        noteLeftOut(terminal, *relations);
        printRelations(terminal, *relations);
    }
    return {};
}

struct DiffArguments {
    std::string before;
    std::string after;
    ReadingArguments reading;
};

/// A file that `mangrove profile --json` wrote, or one to profile now.
Result<profile::TableProfile> profileOf(const std::string& file, const ReadingArguments& reading,
                                        const RunContext& context) {
    constexpr std::uint64_t kMaxJson = 64U << 20U;
    if (file.ends_with(".json")) {
        MANGROVE_ASSIGN(const auto text, readFile(file, kMaxJson));
        if (auto profile = profile::fromJson(text); profile.ok())
            return profile;
    }
    MANGROVE_ASSIGN(const auto options, reading.options());
    return profile::profileFile(file, options, {}, context);
}

std::string share(double value) {
    return format("{:.1f} %", 100 * value);
}

std::string change(const std::string& before, const std::string& after) {
    return before == after ? after : before + " -> " + after;
}

void printDiff(const Terminal& terminal, const profile::ProfileDiff& diff) {
    terminal.print(format("{} rows, {} before{}", diff.rowsAfter, diff.rowsBefore,
                          diff.sameFile ? "; both are the same file" : ""));
    for (const auto& name : diff.added)
        terminal.print("added: " + name);
    for (const auto& name : diff.dropped)
        terminal.print("dropped: " + name);
    std::vector<std::vector<std::string>> rows{{"COLUMN", "TYPE", "MISSING", "DISTINCT", "PSI", "KS", ""}};
    for (const auto& column : diff.columns)
        rows.push_back({change(column.before, column.name),
                        change(std::string(profile::valueTypeName(column.typeBefore)),
                               std::string(profile::valueTypeName(column.typeAfter))),
                        change(share(column.missingBefore), share(column.missingAfter)),
                        change(std::to_string(column.distinctBefore), std::to_string(column.distinctAfter)),
                        column.psi ? format("{:.3f}", *column.psi) : "-",
                        column.ks ? format("{:.3f}", *column.ks) : "-", column.shifted() ? "shifted" : ""});
    terminal.printTable(rows);
}

void addDiffCommand(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<DiffArguments>();
    CLI::App* command = addCommand(
        app, invocation, "profile-diff", "How a data set differs from an earlier version of it",
        [arguments](const Terminal& terminal) {
            return runWatched([&](const RunContext& context) -> Result<int> {
                MANGROVE_ASSIGN(const auto before, profileOf(arguments->before, arguments->reading, context));
                MANGROVE_ASSIGN(const auto after, profileOf(arguments->after, arguments->reading, context));
                const auto diff = profile::compare(before, after);
                if (terminal.json())
                    terminal.print(profile::toJson(diff));
                else
                    printDiff(terminal, diff);
                return 0;
            });
        });
    command->add_option("before", arguments->before, "A file, or its profile as `profile --json` wrote it")
        ->required();
    command->add_option("after", arguments->after, "The later one, either way")->required();
    arguments->reading.addTo(*command);
}

} // namespace

void addProfileCommands(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = addCommand(
        app, invocation, "profile", "Facts about every column of a file, in one pass",
        [arguments](const Terminal& terminal) {
            return runWatched([&](const RunContext& context) -> Result<int> {
                MANGROVE_ASSIGN(const auto options, arguments->reading.options());
                if (arguments->relations && arguments->file == "-")
                    return Error(errors::kBadOption,
                                 {"--relations", "given with -", "the file is read twice; name a file"});
                profile::ProfileOptions how;
                how.threads = arguments->threads;
                MANGROVE_ASSIGN(how.memoryBudget, memoryOf(arguments->memory));
                MANGROVE_ASSIGN(const auto profile,
                                arguments->head
                                    ? profile::profileHead(arguments->file, options, how, kHeadRows, context)
                                    : profile::profileFile(arguments->file, options, how, context));
                MANGROVE_TRY(print(terminal, profile, *arguments, options, context));
                return 0;
            });
        });
    command->add_option("file", arguments->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    command->add_option("--threads", arguments->threads, "Threads (default: as many as the machine has)");
    command->add_option("--memory", arguments->memory,
                        "Memory to aim at, such as 512M (default: a quarter of the machine's); beyond it "
                        "figures are estimated and say so");
    CLI::Option* head = command->add_flag("--head", arguments->head, "Only the first rows, for a quick look");
    command
        ->add_flag("--relations", arguments->relations,
                   "Also which columns determine or follow one another (dependencies, correlations)")
        ->excludes(head);
    arguments->reading.addTo(*command);
    addDiffCommand(app, invocation);
}

} // namespace mangrove::cli
