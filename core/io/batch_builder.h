// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/record_batch.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace mangrove::io {

struct TextBlock;
class NullWords;

/// Puts a batch together row by row, for formats that have no block of delimited text to point into. A cell
/// that is not set is missing. One thread.
class BatchBuilder {
public:
    /// Empties it for rows of `columns` cells; the first will be row `firstRow` of the table.
    void start(std::size_t columns, std::uint64_t firstRow);
    /// Enough for a batch: about 512 rows, fewer of very wide tables, or 8 MiB of text.
    [[nodiscard]] bool full() const;
    /// Begins the next row, which stands on `line` of the source.
    void beginRow(std::uint64_t line);
    /// Sets a cell of the present row; the text is copied. `quoted` = an empty text is a value and not
    /// missing. Precondition: column < columns, text.size() <= CellRef::kLengthMask.
    void set(std::size_t column, std::string_view text, bool quoted = false);
    /// Whether the cell of the present row has a value.
    [[nodiscard]] bool isSet(std::size_t column) const;
    /// Takes the present row back.
    void dropRow();
    [[nodiscard]] std::size_t rows() const { return m_batch.m_lines.size(); }
    [[nodiscard]] std::size_t columns() const { return m_batch.m_columns; }
    /// Hands the rows over and is empty then (start() before more rows).
    void deliver(RecordBatch& batch, const std::shared_ptr<const NullWords>& nullWords);
    /// The batch so far, for a look at it. Valid until the next call of another function.
    [[nodiscard]] const RecordBatch& peek();

private:
    void finishText();

    RecordBatch m_batch;
    std::shared_ptr<TextBlock> m_text;
    std::size_t m_maxRows = 0;
    std::size_t m_rowStart = 0; ///< of the present row's text
};

} // namespace mangrove::io
