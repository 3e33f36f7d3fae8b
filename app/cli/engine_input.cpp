// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_input.h"

#include "base/format.h"
#include "io/record_reader.h"

namespace mangrove::cli {

void noteWarnings(const Terminal& terminal, const std::vector<io::ReadWarning>& warnings) {
    constexpr std::size_t kShown = 10;
    for (std::size_t i = 0; i < warnings.size() && i < kShown; ++i) {
        const auto& warning = warnings[i];
        terminal.note(warning.line > 0
                          ? format("warning: line {}: {} [{}]", warning.line, warning.message, warning.code)
                          : format("warning: {} [{}]", warning.message, warning.code));
    }
    if (warnings.size() > kShown)
        terminal.note(format("… and {} more warnings", warnings.size() - kShown));
}

Result<table::Table> readTable(const Terminal& terminal, const std::string& file,
                               const ReadingArguments& reading, const RunContext& context) {
    MANGROVE_ASSIGN(const auto options, reading.options());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(file, options, context));
    MANGROVE_ASSIGN(auto table, table::Table::read(*reader, context));
    noteWarnings(terminal, table.warnings());
    return table;
}

Result<table::Table> readBeside(const Terminal& terminal, const std::string& file,
                                const table::Table& original, const RunContext& context) {
    io::ReadOptions options;
    options.nullWords = original.source().nullWords;
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(file, options, context));
    MANGROVE_ASSIGN(auto table, table::Table::read(*reader, context));
    noteWarnings(terminal, table.warnings());
    return table;
}

} // namespace mangrove::cli
