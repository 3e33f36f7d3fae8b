// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/workbook.h"
#include "io/xml_parser.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

enum class CellKind : std::uint8_t { Text, Number, Date, Boolean, Error };

/// A row of a sheet with the cells that have a value, from left to right.
struct SheetRow {
    struct Cell {
        std::uint32_t column = 0; ///< from 0
        CellKind kind = CellKind::Text;
        const char* shared = nullptr; ///< a text of the workbook, or nullptr: it lies in `texts`
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    std::uint64_t line = 0; ///< the number of the row in the sheet, from 1
    std::vector<Cell> cells;
    std::string texts;
    [[nodiscard]] std::string_view text(const Cell& cell) const {
        return cell.shared != nullptr ? std::string_view(cell.shared, cell.length)
                                      : std::string_view(texts).substr(cell.offset, cell.length);
    }
};

/// Reads the rows of one worksheet as its XML streams by. Values: shared and inline strings; numbers as they
/// stand in the file, dates and times in ISO 8601 by their number format; booleans as true and false; errors
/// (#N/A, #REF!…) as cells of kind Error with the error's name; formulas by the value the last calculation
/// left. The declared dimension is not believed. One thread.
class SheetParser final : public XmlHandler {
public:
    static constexpr std::uint64_t kMaxRows = 1'048'576;
    static constexpr std::uint32_t kMaxColumns = 16'384;

    /// What was met besides values.
    struct Tally {
        std::uint64_t formulasWithoutValue = 0;
        std::uint64_t badDates = 0;      ///< a date format on a number that is no date; the number was kept
        std::uint64_t longNumbers = 0;   ///< numbers of 16 digits and more, of which a workbook keeps 15
        std::uint64_t repeatedCells = 0; ///< a second cell in the same place; the first was kept
    };

    SheetParser(const Workbook& workbook, std::string part, std::uint64_t maxCellBytes);

    /// Opens the sheet. Error: workbook-damaged where the workbook has no such part.
    [[nodiscard]] Status start();
    /// The next row with at least one cell that has a value; nullptr = the sheet is at its end. Valid until
    /// the next call. Errors: workbook-damaged, workbook-too-large, csv-cell-too-large, archive-damaged.
    [[nodiscard]] Result<const SheetRow*> next(const RunContext& context);
    /// Ranges of merged cells that begin on `line` or below; known at the end of the sheet.
    [[nodiscard]] std::uint64_t mergedRanges(std::uint64_t line) const;
    [[nodiscard]] const Tally& tally() const { return m_tally; }
    /// Bytes of the sheet's XML read so far, and in all as declared.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view piece) override;
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void endCell();
    void endNumber();
    void addCell(CellKind kind, std::string_view value, bool shared = false);
    void noteMerge(const char* reference);
    void tooLarge(const std::string& what);

    const Workbook& m_workbook;
    std::string m_partName;
    std::uint64_t m_maxCellBytes;
    std::optional<ZipArchive::Stream> m_stream;
    std::optional<XmlParser> m_parser;
    std::vector<char> m_piece;
    std::uint64_t m_bytesRead = 0;
    bool m_ended = false;
    Tally m_tally;
    std::vector<std::uint32_t> m_mergeLines; ///< first lines, not more than kMaxRows of them

    std::deque<SheetRow> m_rows; ///< finished; the front may be in the caller's hands
    std::vector<SheetRow> m_spare;
    bool m_frontTaken = false;

    bool m_insideData = false;
    bool m_insideRow = false;
    SheetRow m_row;
    std::uint64_t m_line = 0;
    std::uint32_t m_cellsInRow = 0;
    std::uint64_t m_textInRow = 0;
    std::uint32_t m_column = 0;     ///< of the present cell
    std::uint32_t m_nextColumn = 0; ///< where a cell without a reference stands
    bool m_insideCell = false;
    bool m_hasValue = false;
    bool m_hasFormula = false;
    std::string m_type;
    std::size_t m_style = 0;
    bool m_takeText = false; ///< inside v, or t of an inline string
    int m_phonetic = 0;
    std::string m_value;
};

/// "AB12" as column 27 and row 12; false where it is no reference.
[[nodiscard]] bool parseCellReference(std::string_view reference, std::uint32_t& column, std::uint64_t& row);
/// 0 = "A", 27 = "AB".
[[nodiscard]] std::string columnLetters(std::uint32_t column);

} // namespace mangrove::io
