// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_options.h"

#include "io/encoding.h"
#include "passphrase.h"

#include <unistd.h>

#include <filesystem>

namespace mangrove::cli {

void ReadingArguments::addTo(CLI::App& command) {
    command.add_option("--delimiter", delimiter,
                       "Cell separator, one character, or 'tab' (default: found out)");
    command.add_option("--encoding", encoding,
                       "UTF-8, GB18030, Big5, UTF-16LE, windows-1252… (default: found out)");
    command.add_option("--header", header, "Whether the first record names the columns (default: found out)")
        ->check(CLI::IsMember({"yes", "no"}));
    command
        .add_option("--quote-escape", quoteEscape,
                    "How a quote is written inside quotes: \"\" or \\\" (default: found out)")
        ->check(CLI::IsMember({"doubled", "backslash"}));
    command.add_option("--skip-lines", skipLines,
                       "Lines above the header, 0 = none (default: titles and remarks are found out)");
    command
        .add_option(
            "--ragged", ragged,
            "A row with too few or too many fields: refuse it, pad a short one with missing cells, or fail "
            "(default: reject)")
        ->check(CLI::IsMember({"reject", "pad", "fail"}));
    command
        .add_option("--totals", totals,
                    "Lines of totals (合计, Total…): keep them as rows or leave them out (default: keep)")
        ->check(CLI::IsMember({"keep", "leave-out"}));
    command.add_option("--rejects", rejects,
                       "Write the records that became no rows here, as CSV: line, code, reason, record");
    command.add_option("--max-cell-bytes", maxCellBytes,
                       "Refuse a file with a longer cell (default: 16777216)");
    command.add_option("--null", nullWords, "A text that means missing (repeatable; default: found out)")
        ->type_name("TEXT");
    command.add_option("--sheet", sheet, "Sheet of a workbook");
    command.add_option("--table", table,
                       "Member of an archive, file of a folder, table of a database, type of FHIR resource");
    command.add_option("--query", query, "One SELECT to a database, instead of a table")->type_name("SQL");
}

Result<io::ReadOptions> ReadingArguments::options() const {
    io::ReadOptions options;
    if (delimiter == "tab" || delimiter == "\\t") {
        options.delimiter = '\t';
    } else if (delimiter.size() == 1) {
        options.delimiter = delimiter.front();
    } else if (!delimiter.empty()) {
        return Error(errors::kBadOption, {"--delimiter", delimiter, "it is one character, or 'tab'"});
    }
    if (!encoding.empty()) {
        options.encoding = io::encodingFromName(encoding);
        if (!options.encoding)
            return Error(errors::kBadOption, {"--encoding", encoding, "no such encoding is known"});
    }
    if (!header.empty())
        options.header = header == "yes";
    // the command line lets no other words through
    options.quoteEscape = io::quoteEscapeFromName(quoteEscape);
    options.skipLines = skipLines;
    options.ragged = io::raggedPolicyFromName(ragged).value_or(options.ragged);
    options.totals = io::totalsPolicyFromName(totals).value_or(options.totals);
    if (!rejects.empty()) {
        if (std::filesystem::exists(rejects))
            return Error(errors::kFileExists, {rejects}, {rejects, 0, 0});
        options.rejects = rejects;
    }
    options.maxCellBytes = maxCellBytes.value_or(options.maxCellBytes);
    options.nullWords = nullWords;
    if (!sheet.empty())
        options.sheet = sheet;
    if (!table.empty())
        options.table = table;
    if (!query.empty())
        options.query = query;
    if (::isatty(STDIN_FILENO) == 1)
        options.askPassword = [] { return PassphraseSource().read("Password of the database"); };
    MANGROVE_TRY(options.validate());
    return options;
}

} // namespace mangrove::cli
