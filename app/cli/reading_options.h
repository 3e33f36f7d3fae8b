// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/read_options.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::cli {

/// The reading options every command that takes FILE has; what is not given is sniffed and reported.
struct ReadingArguments {
    std::string delimiter;
    std::string encoding;
    std::string header;
    std::string quoteEscape;
    std::optional<std::uint32_t> skipLines;
    std::string ragged;
    std::string totals;
    std::string rejects;
    std::optional<std::uint64_t> maxCellBytes;
    std::vector<std::string> nullWords;
    std::string sheet;
    std::string table;
    std::string query;

    void addTo(CLI::App& command);
    [[nodiscard]] Result<io::ReadOptions> options() const;
};

} // namespace mangrove::cli
