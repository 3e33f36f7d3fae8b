// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/csv_writer.h"
#include "io/rejected_record.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace mangrove::io {

/// Writes the records that did not become rows to a CSV file with the columns line (physical, where the
/// record begins), code (of warning_codes.h), reason (English) and record (its text as it stands in the
/// source, in UTF-8), in order of lines. The file appears at finish(), so that a failed or cancelled run
/// leaves none. One thread.
class RejectsFile {
public:
    /// Replaces a file of that name.
    [[nodiscard]] static Result<RejectsFile> create(const std::filesystem::path& path);

    /// What stands above the first block.
    void add(const RejectedRecord& record);
    /// The records of block `index`, blocks in any order, each index once.
    void add(std::uint64_t index, std::vector<RejectedRecord> records);
    /// Errors: those of writing.
    [[nodiscard]] Status finish();

private:
    explicit RejectsFile(CsvWriter writer) : m_writer(std::move(writer)) {}
    void write(const RejectedRecord& record);

    CsvWriter m_writer;
    std::uint64_t m_nextBlock = 0;
    std::map<std::uint64_t, std::vector<RejectedRecord>> m_waiting; ///< blocks that came early
    Status m_status;
};

} // namespace mangrove::io
