// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/record_reader.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::test {

/// A whole table as text, for comparing. A missing cell is "∅".
struct WholeTable {
    std::string error; ///< code, or empty
    std::string errorText;
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> lines;
    std::vector<io::ReadWarning> warnings;
    std::uint64_t rejected = 0;
    io::SourceInfo source;

    [[nodiscard]] bool warned(const std::string& code) const {
        return std::any_of(warnings.begin(), warnings.end(),
                           [&](const io::ReadWarning& warning) { return warning.code == code; });
    }
    /// The values of a column by name, joined by a blank; "no column" where there is none.
    [[nodiscard]] std::string column(const std::string& name) const {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            return "no column";
        std::string joined;
        for (const auto& row : rows)
            joined += (joined.empty() ? "" : " ") + row[static_cast<std::size_t>(found - names.begin())];
        return joined;
    }
    /// names and rows, cells joined by '|', rows by '\n'
    [[nodiscard]] std::string text() const {
        std::string all = line(names);
        for (const auto& row : rows)
            all += "\n" + line(row);
        return error.empty() ? all : "error " + error;
    }
    static std::string line(const std::vector<std::string>& cells) {
        std::string joined;
        for (std::size_t i = 0; i < cells.size(); ++i)
            joined += (i == 0 ? "" : "|") + cells[i];
        return joined;
    }
};

inline WholeTable readWhole(const std::filesystem::path& path, const io::ReadOptions& options = {}) {
    WholeTable table;
    const auto fail = [&table](const Error& error) {
        table.error = error.code();
        table.errorText = error.message();
        return table;
    };
    const auto reader = io::RecordReader::open(path, options);
    if (!reader.ok())
        return fail(reader.error());
    table.names = (*reader)->columnNames();
    io::RecordBatch batch;
    for (;;) {
        const auto more = (*reader)->next(batch, {});
        if (!more.ok())
            return fail(more.error());
        if (!*more)
            break;
        for (std::size_t r = 0; r < batch.rows(); ++r) {
            auto& row = table.rows.emplace_back();
            for (std::size_t c = 0; c < batch.columns(); ++c)
                row.emplace_back(batch.isNull(c, r) ? "∅" : std::string(batch.cell(c, r)));
            table.lines.push_back(batch.lineOf(r));
        }
    }
    table.warnings = (*reader)->warnings();
    table.rejected = (*reader)->rowsRejected();
    table.source = (*reader)->source();
    return table;
}

} // namespace mangrove::test
