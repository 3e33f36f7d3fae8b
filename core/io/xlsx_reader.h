// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/row_reader.h"
#include "io/sheet_parser.h"
#include "io/workbook.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mangrove::io {

/// RecordReader of one sheet of a workbook (.xlsx, .xlsm). Without options.sheet the first visible sheet with
/// a value is read and the others are named in a warning; options.sheet is a name or a number from 1.
///
/// The header is the first row that is nearly as wide as the widest of the head (256 rows) and whose cells
/// are different texts; what stands above it are titles, which are passed over and reported. The table
/// reaches from the first to the last column with a value at or below the header. A row without a value is
/// blank and no record. A row with a value beyond the last column falls under options.ragged; a short row is
/// none. Lines are row numbers of the sheet.
class XlsxReader final : public RowReader {
public:
    /// `options` were validated. Errors: those of Workbook::open, workbook-sheet-missing, csv-empty.
    [[nodiscard]] static Result<std::unique_ptr<XlsxReader>>
    open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context);

private:
    XlsxReader(const std::filesystem::path& path, const ReadOptions& options) : RowReader(path, options) {}
    [[nodiscard]] Status chooseSheet(const RunContext& context);
    [[nodiscard]] Result<bool> hasValues(const Workbook::Sheet& sheet, const RunContext& context) const;
    [[nodiscard]] Status readHead(const RunContext& context);
    [[nodiscard]] std::size_t findHeader();
    [[nodiscard]] Result<bool> fill(BatchBuilder& rows, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] Status addRow(BatchBuilder& rows, const SheetRow& row);

    std::unique_ptr<Workbook> m_workbook;
    std::unique_ptr<SheetParser> m_parser;
    std::deque<SheetRow> m_head; ///< rows of the head that are not yet handed out
    bool m_sheetEnded = false;
    std::uint32_t m_firstColumn = 0;
    std::uint64_t m_lastLine = 0; ///< for counting blank rows
    std::uint64_t m_blankRows = 0;
    std::uint64_t m_firstDataLine = 1;
};

} // namespace mangrove::io
