// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::io {

struct TextBlock;
class NullWords;

/// Where a cell lies in its batch's text: eight bytes, so that a column of a batch stays in the cache.
struct CellRef {
    std::uint32_t offset = 0;
    std::uint32_t bits = 0; ///< length in the low 30 bits, then the flags

    static constexpr std::uint32_t kQuoted = 1U << 31U;
    static constexpr std::uint32_t kEmptyNull = 1U << 30U; ///< empty and so missing
    static constexpr std::uint32_t kLengthMask = kEmptyNull - 1;
    [[nodiscard]] std::uint32_t length() const { return bits & kLengthMask; }
    [[nodiscard]] bool quoted() const { return (bits & kQuoted) != 0; }
    [[nodiscard]] bool emptyNull() const { return (bits & kEmptyNull) != 0; }
};

/// A few hundred rows of a table, column by column. Cells are well-formed UTF-8 without their quotes and live
/// as long as the batch is neither refilled nor destroyed; they may hold NUL bytes. Movable; one thread at a
/// time.
class RecordBatch {
public:
    [[nodiscard]] std::size_t rows() const { return m_lines.size(); }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    /// Precondition of the following: column < columns(), row < rows().
    [[nodiscard]] std::string_view cell(std::size_t column, std::size_t row) const {
        return view(m_cells[column * m_stride + row]);
    }
    /// Missing: empty without quotes, or one of the null words in effect.
    [[nodiscard]] bool isNull(std::size_t column, std::size_t row) const;
    /// Number of the first row in the file, from 0, refused rows not counted.
    [[nodiscard]] std::uint64_t firstRow() const { return m_firstRow; }
    /// Physical line, from 1, on which the row begins.
    [[nodiscard]] std::uint64_t lineOf(std::size_t row) const { return m_firstLine + m_lines[row]; }

    /// For columnar work: the cells of a column in row order. Null words are not marked in them: ask
    /// isNullWord() once per distinct value.
    [[nodiscard]] std::span<const CellRef> column(std::size_t column) const {
        return {m_cells.data() + column * m_stride, rows()};
    }
    [[nodiscard]] std::string_view view(CellRef cell) const { return {m_text + cell.offset, cell.length()}; }
    [[nodiscard]] bool isNullWord(std::string_view value) const;
    /// At least so many bytes behind the end of a cell may be read, whatever they are.
    static constexpr std::size_t kReadable = 32;
    /// The row as it stands in the file, without its line end: two rows are equal exactly where these texts
    /// are. nullopt where the cells are not what is written (a quote in the row, a field that was padded) or
    /// the format is no delimited text.
    [[nodiscard]] std::optional<std::string_view> plainText(std::size_t row) const {
        if (row >= m_plainRows.size() || m_plainRows[row].quoted())
            return std::nullopt;
        return view(m_plainRows[row]);
    }
    [[nodiscard]] char delimiter() const { return m_delimiter; }
    /// Lets go of the text, so that its memory can be used again; the batch has no rows then.
    void release() {
        m_block.reset();
        m_lines.clear();
        m_plainRows.clear();
    }

private:
    friend class BatchBuilder;
    friend class BlockParser;
    friend class CsvReader;

    std::shared_ptr<TextBlock> m_block;
    std::shared_ptr<const NullWords> m_nullWords;
    const char* m_text = nullptr;
    std::size_t m_columns = 0;
    std::size_t m_stride = 0;
    std::vector<CellRef> m_cells;       ///< column-major, m_stride apart
    std::vector<std::uint32_t> m_lines; ///< relative to m_firstLine
    std::vector<CellRef> m_plainRows;   ///< kQuoted = not plain; may be empty
    char m_delimiter = ',';
    std::uint64_t m_firstLine = 1;
    std::uint64_t m_firstRow = 0;
};

} // namespace mangrove::io
