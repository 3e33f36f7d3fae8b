// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/batch_builder.h"
#include "io/record_reader.h"
#include "io/row_log.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// What the readers share that make their rows one after another (workbooks, JSON, databases): batches, null
/// words found in the first batch, counts and warnings. A derived class settles m_names and calls prime() in
/// its open(). One thread.
class RowReader : public RecordReader {
public:
    [[nodiscard]] const std::vector<std::string>& columnNames() const override { return m_names; }
    [[nodiscard]] Result<bool> next(RecordBatch& batch, const RunContext& context) override;
    [[nodiscard]] const SourceInfo& source() const override { return m_info; }
    [[nodiscard]] const std::vector<ReadWarning>& warnings() const override { return m_log.list(); }
    [[nodiscard]] std::uint64_t rowsRead() const override { return m_log.rows(); }
    [[nodiscard]] std::uint64_t rowsRejected() const override { return m_log.rejected(); }

protected:
    RowReader(const std::filesystem::path& path, const ReadOptions& options);

    /// Makes m_names of `names`: blanks at both ends go, an empty one becomes column_N, a repeated one gets
    /// _2, _3…, each with a warning. Error: csv-too-many-columns.
    [[nodiscard]] Status nameColumns(const std::vector<std::string>& names, std::uint64_t line);
    /// Reads the first batch and settles the null words.
    [[nodiscard]] Status prime(const RunContext& context);
    /// Appends rows until `rows` is full; false = there are no more. Counts them in m_log.
    [[nodiscard]] virtual Result<bool> fill(BatchBuilder& rows, const RunContext& context) = 0;
    /// After the last row: completes m_info and warns of what was counted.
    [[nodiscard]] virtual Status finish(const RunContext& context) = 0;

    /// `text` itself where it is well-formed UTF-8; otherwise a copy (in a scratch buffer) with U+FFFD for
    /// each byte that is no character, which is counted and reported with its line.
    [[nodiscard]] std::string_view validText(std::string_view text, std::uint64_t line);

    std::string m_path;
    ReadOptions m_options;
    std::vector<std::string> m_names;
    SourceInfo m_info;
    RowLog m_log;

private:
    BatchBuilder m_builder;
    std::shared_ptr<const NullWords> m_nullWords;
    std::string m_repaired;
    bool m_primed = false; ///< m_builder holds rows not yet delivered
    bool m_ended = false;
    bool m_finished = false;
};

} // namespace mangrove::io
