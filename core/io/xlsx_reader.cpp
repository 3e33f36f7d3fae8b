// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/xlsx_reader.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/name_list.h"

#include <algorithm>
#include <set>

namespace mangrove::io {

namespace {

constexpr std::size_t kHeadRows = 256;
constexpr std::size_t kHeadCells = 1U << 20U;

bool allTexts(const SheetRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const SheetRow::Cell& cell) { return cell.kind == CellKind::Text; });
}

/// Names are different from one another, at least six in ten of them, and few are numbers; a row of types or
/// units above or below them is not, nor is one of values.
bool couldBeNames(const SheetRow& row) {
    std::set<std::string_view> seen;
    std::size_t numbers = 0;
    for (const SheetRow::Cell& cell : row.cells) {
        seen.insert(row.text(cell));
        numbers += cell.kind == CellKind::Text && parseDouble(trim(row.text(cell))) ? 1 : 0;
    }
    return seen.size() * 10 >= row.cells.size() * 6 && numbers * 2 <= row.cells.size();
}

/// Texts and years: "department, 2022, 2023".
bool textsAndYears(const SheetRow& row) {
    std::size_t years = 0;
    for (const SheetRow::Cell& cell : row.cells) {
        if (cell.kind == CellKind::Text)
            continue;
        const auto number = parseInteger(row.text(cell));
        if (cell.kind != CellKind::Number || !number || *number < 1900 || *number > 2100)
            return false;
        ++years;
    }
    return years > 0 && years < row.cells.size() && couldBeNames(row);
}

} // namespace

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(const std::filesystem::path& path,
                                                     const ReadOptions& options, const RunContext& context) {
    std::unique_ptr<XlsxReader> reader(new XlsxReader(path, options));
    MANGROVE_ASSIGN(reader->m_workbook, Workbook::open(path, context));
    context.start("reading", reader->m_workbook->archive().opened().bytes);
    MANGROVE_TRY(reader->chooseSheet(context));
    MANGROVE_TRY(reader->readHead(context));
    MANGROVE_TRY(reader->prime(context));
    return reader;
}

Result<bool> XlsxReader::hasValues(const Workbook::Sheet& sheet, const RunContext& context) const {
    if (sheet.part.empty())
        return false;
    SheetParser parser(*m_workbook, sheet.part, m_options.maxCellBytes);
    MANGROVE_TRY(parser.start());
    MANGROVE_ASSIGN(const SheetRow* row, parser.next(context));
    return row != nullptr;
}

Status XlsxReader::chooseSheet(const RunContext& context) {
    const auto& sheets = m_workbook->sheets();
    std::vector<std::string> names;
    const Workbook::Sheet* chosen = nullptr;
    for (const auto& sheet : sheets) {
        if (!sheet.part.empty())
            names.push_back(sheet.name);
    }
    if (m_options.sheet) {
        const auto named = std::find_if(sheets.begin(), sheets.end(), [&](const Workbook::Sheet& sheet) {
            return sheet.name == *m_options.sheet && !sheet.part.empty();
        });
        const auto number = parseUnsigned(*m_options.sheet);
        if (named != sheets.end())
            chosen = &*named;
        else if (number && *number >= 1 && *number <= sheets.size() && !sheets[*number - 1].part.empty())
            chosen = &sheets[*number - 1];
        if (chosen == nullptr)
            return Error(errors::kWorkbookSheetMissing, {m_path, *m_options.sheet, listNames(names)},
                         {m_path, 0, 0});
    } else {
        std::vector<std::string> others;
        for (const auto& sheet : sheets) {
            MANGROVE_ASSIGN(const bool values, hasValues(sheet, context));
            if (!values)
                continue;
            if (chosen == nullptr && !sheet.hidden)
                chosen = &sheet;
            else
                others.push_back(sheet.hidden ? sheet.name + " (hidden)" : sheet.name);
        }
        if (chosen == nullptr)
            return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
        if (!others.empty())
            m_log.warn("workbook-other-sheets", 0,
                       format("The sheet '{}' is read. The workbook has {} more with values: {}.",
                              chosen->name, others.size(), listNames(others)));
    }
    m_parser = std::make_unique<SheetParser>(*m_workbook, chosen->part, m_options.maxCellBytes);
    m_info.format = "xlsx";
    m_info.member = chosen->name;
    m_info.encoding = "UTF-8";
    m_info.encodingEvidence = "workbooks are UTF-8";
    return m_parser->start();
}

/// Where in m_head the header stands; m_head.size() = there is none. Says why in m_info.
std::size_t XlsxReader::findHeader() {
    m_info.header = m_options.header.value_or(true);
    if (!m_info.header) {
        m_info.headerEvidence = "as asked";
        return m_head.size();
    }
    std::size_t widest = 0;
    for (const SheetRow& row : m_head)
        widest = std::max(widest, row.cells.size());
    const std::size_t enough = std::max<std::size_t>((widest * 6 + 9) / 10, 1);
    std::size_t firstWide = m_head.size();
    for (std::size_t r = 0; r < m_head.size(); ++r) {
        const SheetRow& row = m_head[r];
        if (row.cells.size() < enough)
            continue;
        firstWide = std::min(firstWide, r);
        if (!allTexts(row) && !textsAndYears(row)) {
            if (m_options.header || r > firstWide)
                break;
            m_info.header = false;
            m_info.headerEvidence = format("row {} already holds values that are no texts", row.line);
            return m_head.size();
        }
        if (couldBeNames(row)) {
            m_info.headerEvidence =
                format("row {} holds {} texts, nearly all different, where the widest row "
                       "has {} cells",
                       row.line, row.cells.size(), widest);
            return r;
        }
    }
    m_info.headerEvidence = format("row {} is the first wide one", m_head[firstWide].line);
    return firstWide;
}

Status XlsxReader::readHead(const RunContext& context) {
    std::size_t cells = 0;
    while (m_head.size() < kHeadRows && cells < kHeadCells) {
        MANGROVE_ASSIGN(const SheetRow* row, m_parser->next(context));
        m_sheetEnded = row == nullptr;
        if (m_sheetEnded)
            break;
        cells += row->cells.size();
        m_head.push_back(*row);
    }
    if (m_head.empty())
        return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
    const std::size_t header = findHeader();
    std::uint32_t last = 0;
    m_firstColumn = SheetParser::kMaxColumns;
    const bool hasHeader = header < m_head.size();
    for (std::size_t r = hasHeader ? header : 0; r < m_head.size(); ++r) {
        m_firstColumn = std::min(m_firstColumn, m_head[r].cells.front().column);
        last = std::max(last, m_head[r].cells.back().column);
    }
    std::vector<std::string> names(last - m_firstColumn + 1);
    const std::uint64_t line = hasHeader ? m_head[header].line : m_head.front().line;
    if (hasHeader) {
        for (const SheetRow::Cell& cell : m_head[header].cells)
            names[cell.column - m_firstColumn] = m_head[header].text(cell);
        if (header > 0)
            m_log.warn("workbook-title-rows", m_head.front().line,
                       format("{} rows with a value above the header in row {} were taken for titles.",
                              header, line));
        m_head.erase(m_head.begin(), m_head.begin() + static_cast<std::ptrdiff_t>(header) + 1);
    }
    m_lastLine = hasHeader ? line : line - 1;
    m_firstDataLine = m_lastLine + 1;
    return nameColumns(names, line);
}

Status XlsxReader::addRow(BatchBuilder& rows, const SheetRow& row) {
    m_blankRows += row.line - m_lastLine - 1;
    m_lastLine = row.line;
    const std::uint64_t end = m_firstColumn + m_names.size();
    const std::uint32_t first = row.cells.front().column;
    const std::uint32_t last = row.cells.back().column;
    if (first < m_firstColumn || last >= end) {
        const std::string place = columnLetters(first < m_firstColumn ? first : last);
        if (m_options.ragged == RaggedPolicy::Fail)
            return Error(errors::kCsvRaggedRow,
                         {std::to_string(row.line), std::to_string(std::uint64_t{last} + 1 - m_firstColumn),
                          std::to_string(m_names.size())},
                         {m_path, row.line, 0});
        m_log.warn("csv-ragged-row", row.line,
                   format("The row has a value in column {}, outside the table; it was refused.", place));
        m_log.reject();
        return {};
    }
    rows.beginRow(row.line);
    for (const SheetRow::Cell& cell : row.cells) {
        if (cell.kind == CellKind::Error) {
            m_log.warn("workbook-error-value", row.line,
                       format("The cell {}{} holds an error value; it was taken as missing.",
                              columnLetters(cell.column), row.line));
            continue;
        }
        const std::string_view text = row.text(cell);
        if (text.size() > m_options.maxCellBytes)
            return Error(errors::kCsvCellTooLarge,
                         {std::to_string(row.line), std::to_string(m_options.maxCellBytes)},
                         {m_path, row.line, 0});
        rows.set(cell.column - m_firstColumn, text);
    }
    m_log.addRow();
    return {};
}

Result<bool> XlsxReader::fill(BatchBuilder& rows, const RunContext& context) {
    while (!rows.full()) {
        if (!m_head.empty()) {
            MANGROVE_TRY(addRow(rows, m_head.front()));
            m_head.pop_front();
            continue;
        }
        if (m_sheetEnded)
            return false;
        MANGROVE_ASSIGN(const SheetRow* row, m_parser->next(context));
        m_sheetEnded = row == nullptr;
        if (!m_sheetEnded)
            MANGROVE_TRY(addRow(rows, *row));
    }
    return true;
}

Status XlsxReader::finish(const RunContext& context) {
    RunContext quiet;
    quiet.stop = context.stop;
    MANGROVE_ASSIGN(const Fingerprint now, fingerprint(m_path, quiet));
    const Fingerprint& opened = m_workbook->archive().opened();
    if (now.bytes != opened.bytes || now.mtime != opened.mtime)
        return Error(errors::kFileChanged, {m_path}, {m_path, 0, 0});
    m_info.bytes = now.bytes;
    m_info.sha256 = now.sha256;
    context.advance(now.bytes);

    const auto& tally = m_parser->tally();
    const auto report = [this](std::uint64_t count, std::string_view code, std::string_view sentence) {
        if (count > 0)
            m_log.count(code, sentence, count);
    };
    report(m_blankRows, "workbook-blank-rows", "{} rows without a value were passed over.");
    report(m_parser->mergedRanges(m_firstDataLine), "workbook-merged-cells",
           "{} ranges of merged cells lie among the rows; only the first cell of each has the value.");
    report(tally.formulasWithoutValue, "workbook-formula-without-value",
           "{} formulas have no calculated value and were taken as missing; open and save the workbook in a "
           "spreadsheet program.");
    report(tally.badDates, "workbook-bad-date",
           "{} numbers have a date format but are no dates; the numbers were kept.");
    report(tally.longNumbers, "workbook-long-number",
           "{} numbers have 16 digits or more, of which a workbook keeps only 15: identifiers must be stored "
           "as text.");
    report(tally.repeatedCells, "workbook-repeated-cell",
           "{} cells stand twice in the file; the first of each was kept.");
    return {};
}

} // namespace mangrove::io
