// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/block_source.h"
#include "io/csv_dialect.h"
#include "io/record_cutter.h"
#include "io/record_reader.h"
#include "io/rejects_file.h"
#include "io/text_decoder.h"
#include "io/warning_log.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::io {

/// RecordReader of delimited text. Three layers: TextDecoder (bytes to UTF-8), RecordCutter (blocks that end
/// where records do), BlockParser (blocks to batches); the first two are serial, the third runs in any number
/// of threads.
class CsvReader final : public RecordReader, public BlockSource {
public:
    /// `options` were validated; `source` stands at the beginning of `path`.
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> open(const std::filesystem::path& path,
                                                                 const ReadOptions& options,
                                                                 std::unique_ptr<ByteSource> source,
                                                                 const RunContext& context);

    [[nodiscard]] const std::vector<std::string>& columnNames() const override { return m_names; }
    [[nodiscard]] Result<bool> next(RecordBatch& batch, const RunContext& context) override;
    [[nodiscard]] const SourceInfo& source() const override { return m_info; }
    [[nodiscard]] const std::vector<ReadWarning>& warnings() const override { return m_log.list(); }
    [[nodiscard]] std::uint64_t rowsRead() const override { return m_log.rows(); }
    [[nodiscard]] std::uint64_t rowsRejected() const override { return m_log.rejected(); }
    [[nodiscard]] BlockSource* blocks() override { return this; }

    [[nodiscard]] Result<std::shared_ptr<TextBlock>> nextBlock(std::shared_ptr<TextBlock> recycled,
                                                               const RunContext& context) override;
    [[nodiscard]] std::unique_ptr<BlockParser> makeParser() const override;
    void account(const BlockOutcome& outcome) override;
    [[nodiscard]] Status finishAccounts() override;

private:
    CsvReader(const std::filesystem::path& path, const ReadOptions& options,
              std::unique_ptr<ByteSource> source);
    [[nodiscard]] Status sniff(const RunContext& context);
    [[nodiscard]] Status readHead(std::size_t bytes, const RunContext& context);
    [[nodiscard]] Status readFirstRecord(const RunContext& context);
    void beginBody(std::size_t bodyBegin);
    [[nodiscard]] Status nameColumns(std::vector<ParsedCell> cells, std::uint64_t line);
    void noteTitles();
    void noteBadBytesAbove(std::size_t end);
    void describeSource();
    [[nodiscard]] Status finishSource(const RunContext& context);
    [[nodiscard]] Status checkGrowth() const;
    [[nodiscard]] std::shared_ptr<TextBlock> cutBlock(std::size_t end, bool last,
                                                      std::shared_ptr<TextBlock> recycled);

    std::string m_path;
    ReadOptions m_options;
    TextDecoder m_decoder;
    RecordCutter m_cutter;
    CsvDialect m_dialect;
    std::shared_ptr<ParseRules> m_rules;
    std::vector<std::string> m_names;
    SourceInfo m_info;
    WarningLog m_log;

    std::shared_ptr<TextBlock> m_pending; ///< decoded text from the last cut on
    std::size_t m_scanned = 0;            ///< of m_pending, by the cutter
    std::uint64_t m_blockIndex = 0;
    std::uint64_t m_nextLine = 1;
    std::uint64_t m_nextByte = 0; ///< offset in the text of m_pending
    std::optional<RejectsFile> m_rejects;
    bool m_textEnded = false;
    bool m_done = false;
    bool m_finished = false; ///< next() has closed the accounts

    std::unique_ptr<BlockParser> m_parser; ///< of next()
    std::shared_ptr<TextBlock> m_parsed;
    std::uint64_t m_rowsBefore = 0;
    std::uint64_t m_rowsInBlock = 0;
};

} // namespace mangrove::io
