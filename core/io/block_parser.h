// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/block_index.h"
#include "io/read_options.h"
#include "io/record_batch.h"
#include "io/source_info.h"
#include "io/text_block.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mangrove::io {

/// What the parsers of one file have to know. Shared and immutable.
struct ParseRules {
    char delimiter = ',';
    std::size_t columns = 0;
    bool quotedEmptyIsNull = false;
    bool crCrLf = false;
    std::uint64_t maxCellBytes = 0;
    RaggedPolicy ragged = RaggedPolicy::Reject;
    std::uint64_t recordsToSkip = 0; ///< of block 0: the header and blank lines before it
    std::shared_ptr<const NullWords> nullWords;
};

/// What parsing one block brought to light besides its rows.
struct BlockOutcome {
    std::uint64_t index = 0;
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::uint64_t padded = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t strayQuotes = 0;
    std::uint64_t undecodable = 0;
    std::uint64_t nulBytes = 0;
    std::vector<ReadWarning> warnings; ///< at most 1,000 of a code
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
    [[nodiscard]] Status collectRows();
    [[nodiscard]] Status keepRow(const Row& row);
    [[nodiscard]] Status checkCells(const Row& row) const;
    void warnOfPlaces();
    /// Writes the row's cells, `stride` apart, and says where its plain text is (see RecordBatch::plainText).
    [[nodiscard]] CellRef fillRow(const Row& row, CellRef* cell, std::size_t stride);
    [[nodiscard]] CellRef makeCell(std::uint32_t start, std::uint32_t end);
    [[nodiscard]] std::uint64_t lineAt(std::uint32_t offset) const;
    void warn(const char* code, std::uint64_t line, std::string message);

    std::shared_ptr<const ParseRules> m_rules;
    std::shared_ptr<TextBlock> m_block;
    BlockIndex m_index;
    std::vector<Row> m_rows;
    std::size_t m_nextRow = 0;
    BlockOutcome m_outcome;
};

} // namespace mangrove::io
