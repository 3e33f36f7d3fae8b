// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_options.h"

#include "io/encoding.h"
#include "passphrase.h"

#include <unistd.h>

namespace mangrove::cli {

void ReadingArguments::addTo(CLI::App& command) {
    command.add_option("--delimiter", delimiter,
                       "Cell separator, one character, or 'tab' (default: found out)");
    command.add_option("--encoding", encoding,
                       "UTF-8, GB18030, Big5, UTF-16LE, windows-1252… (default: found out)");
    command.add_option("--header", header, "Whether the first record names the columns (default: found out)")
        ->check(CLI::IsMember({"yes", "no"}));
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
