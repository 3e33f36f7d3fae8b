// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// Appends a cell as CsvWriter writes it, in quotes where it needs them.
void appendCsvCell(std::string& text, std::string_view cell, char delimiter = ',');

/// Writes RFC 4180 text: UTF-8 without BOM, LF, comma, quotes only where they are needed (delimiter, quote,
/// CR, LF, a blank at either end, and the empty text, which so differs from a missing cell). The file appears
/// under its name at commit() (see OutputFile). What it writes, RecordReader reads back cell for cell. One
/// thread.
class CsvWriter {
public:
    struct Options {
        char delimiter = ',';
        OutputFile::IfExists ifExists = OutputFile::IfExists::Fail;
    };
    /// Creates the part file and writes the header line (none where `columnNames` is empty).
    [[nodiscard]] static Result<CsvWriter> create(const std::filesystem::path& path,
                                                  std::span<const std::string> columnNames,
                                                  const Options& options);
    [[nodiscard]] static Result<CsvWriter> create(const std::filesystem::path& path,
                                                  std::span<const std::string> columnNames) {
        return create(path, columnNames, Options{});
    }

    CsvWriter(CsvWriter&&) noexcept = default;
    CsvWriter& operator=(CsvWriter&&) noexcept = default;

    /// The next cell of the row; nullopt = missing (written as nothing).
    void cell(std::string_view value);
    void null();
    /// Ends the row. Fails where the disk does.
    [[nodiscard]] Status endRow();
    /// A whole row at once.
    [[nodiscard]] Status row(std::span<const std::optional<std::string_view>> cells);
    /// So many rows that were put together elsewhere, by appendCsvCell() with this writer's delimiter between
    /// cells and a line feed behind each row.
    [[nodiscard]] Status rows(std::string_view text, std::uint64_t count);
    [[nodiscard]] std::uint64_t rowsWritten() const { return m_rows; }
    [[nodiscard]] std::uint64_t bytesWritten() const { return m_file.bytesWritten() + m_buffer.size(); }
    /// Flushes, and the file stands under its name.
    [[nodiscard]] Status commit();
    /// SHA-256 (hex) of what was written; precondition: commit() succeeded.
    [[nodiscard]] const std::string& sha256() const { return m_sha256; }

private:
    CsvWriter(OutputFile file, const Options& options);
    void separate();
    Status drain();

    OutputFile m_file;
    Options m_options;
    std::string m_buffer;
    std::string m_sha256;
    struct Hash;
    std::shared_ptr<Hash> m_hash;
    std::uint64_t m_rows = 0;
    std::size_t m_cellsInRow = 0;
};

} // namespace mangrove::io
