// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/block_index.h"
#include "io/read_options.h"
#include "io/record_batch.h"
#include "io/rejected_record.h"
#include "io/source_info.h"
#include "io/text_block.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// What the parsers of one file have to know. Shared and immutable.
struct ParseRules {
    ScanSyntax syntax;
    std::size_t columns = 0;
    bool quotedEmptyIsNull = false;
    bool crCrLf = false;
    std::uint64_t maxCellBytes = 0;
    RaggedPolicy ragged = RaggedPolicy::Reject;
    TotalsPolicy totals = TotalsPolicy::Keep;
    bool keepRejects = false; ///< fill BlockOutcome::rejects
    std::shared_ptr<const NullWords> nullWords;
};

/// What parsing one block brought to light besides its rows.
struct BlockOutcome {
    std::uint64_t index = 0;
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0; ///< ragged ones and totals left out
    std::uint64_t ragged = 0;   ///< of these
    std::uint64_t padded = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t strayQuotes = 0;
    std::uint64_t undecodable = 0;
    std::uint64_t nulBytes = 0;
    std::uint64_t totals = 0;            ///< lines of totals, kept or left out
    std::uint64_t mixedLines = 0;        ///< lines that read in another encoding
    std::vector<ReadWarning> warnings;   ///< at most 1,000 of a code
    std::vector<RejectedRecord> rejects; ///< all, where asked for
};

/// Takes a block apart into batches. Each thread has its own; the blocks of a file may go to any of them in
/// any order. One thread.
class BlockParser {
public:
    explicit BlockParser(std::shared_ptr<const ParseRules> rules) : m_rules(std::move(rules)) {}

    /// Errors: csv-cell-too-large, csv-ragged-row (RaggedPolicy::Fail).
    [[nodiscard]] Status start(std::shared_ptr<TextBlock> block);
    /// The next at most `maxRows` rows of the block; false = no more. RecordBatch::firstRow() counts from the
    /// block's first row.
    [[nodiscard]] bool next(RecordBatch& batch, std::size_t maxRows);
    /// Lets go of the block.
    void release() { m_block.reset(); }
    /// Complete after start().
    [[nodiscard]] const BlockOutcome& outcome() const { return m_outcome; }

private:
    struct Row {
        std::uint32_t start;
        std::uint32_t firstMark;
        std::uint32_t line; ///< relative to the block's first
        std::uint32_t fields;
    };
    void checkText();
    void repairUtf8(std::size_t firstBad);
    class LineCounter;
    [[nodiscard]] std::size_t noteMixedLine(std::string_view text, std::size_t bad, LineCounter& lines);
    [[nodiscard]] bool isTotals(const Row& row) const;
    [[nodiscard]] bool keepTotals(const Row& row);
    void reject(const Row& row, const char* code, std::string reason);
    [[nodiscard]] Status collectRows();
    [[nodiscard]] Status keepRow(const Row& row);
    [[nodiscard]] Status checkCells(const Row& row) const;
    void warnOfPlaces();
    /// Writes the row's cells, `stride` apart, and says where its plain text is (see RecordBatch::plainText).
    [[nodiscard]] CellRef fillRow(const Row& row, CellRef* cell, std::size_t stride);
    [[nodiscard]] CellRef makeCell(std::uint32_t start, std::uint32_t end);
    void warn(const char* code, std::uint64_t line, std::string message);

    std::shared_ptr<const ParseRules> m_rules;
    std::shared_ptr<TextBlock> m_block;
    BlockIndex m_index;
    std::vector<Row> m_rows;
    std::size_t m_nextRow = 0;
    BlockOutcome m_outcome;
    std::map<std::string_view, std::size_t> m_warned; ///< how often each code was
};

} // namespace mangrove::io
