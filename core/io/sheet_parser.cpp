// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sheet_parser.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "io/errors.h"

#include <algorithm>
#include <cmath>

namespace mangrove::io {

namespace {

constexpr std::size_t kPieceBytes = 32U << 10U;
constexpr std::uint64_t kMaxRowBytes = 256U << 20U;

/// A stored number the way a person writes it: an exponent goes where the number is a whole one that doubles
/// hold exactly, everything else stays as it stands in the file.
std::string plainNumber(std::string_view stored, double value) {
    if (stored.find_first_of("eE") == std::string_view::npos)
        return std::string(stored);
    if (std::fabs(value) < 1e21 && value == std::floor(value))
        return format("{:.0f}", value);
    return formatDouble(value);
}

} // namespace

bool parseCellReference(std::string_view reference, std::uint32_t& column, std::uint64_t& row) {
    std::size_t at = 0;
    std::uint64_t letters = 0;
    while (at < reference.size() && at < 4) {
        const char c = reference[at];
        if (c >= 'A' && c <= 'Z')
            letters = letters * 26 + static_cast<std::uint64_t>(c - 'A') + 1;
        else if (c >= 'a' && c <= 'z')
            letters = letters * 26 + static_cast<std::uint64_t>(c - 'a') + 1;
        else
            break;
        ++at;
    }
    if (at == 0 || letters == 0)
        return false;
    const auto number = parseUnsigned(reference.substr(at));
    if (!number || *number == 0)
        return false;
    column = static_cast<std::uint32_t>(letters - 1);
    row = *number;
    return true;
}

std::string columnLetters(std::uint32_t column) {
    std::string letters;
    for (std::uint64_t n = std::uint64_t{column} + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

SheetParser::SheetParser(const Workbook& workbook, std::string part, std::uint64_t maxCellBytes)
    : m_workbook(workbook), m_partName(std::move(part)), m_maxCellBytes(maxCellBytes) {}

Status SheetParser::start() {
    const auto* member = m_workbook.archive().find(m_partName);
    if (member == nullptr)
        return Error(errors::kWorkbookDamaged, {m_workbook.path(), "it has no " + m_partName},
                     {m_workbook.path(), 0, 0});
    MANGROVE_ASSIGN(auto stream, m_workbook.archive().read(*member));
    m_stream.emplace(std::move(stream));
    m_parser.emplace(*this, m_workbook.path(), m_partName);
    m_piece.resize(kPieceBytes);
    return {};
}

Result<const SheetRow*> SheetParser::next(const RunContext& context) {
    if (m_frontTaken) {
        m_spare.push_back(std::move(m_rows.front()));
        m_rows.pop_front();
        m_frontTaken = false;
    }
    while (m_rows.empty() && !m_ended) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const std::size_t got, m_stream->read(m_piece));
        m_bytesRead += got;
        m_ended = got == 0;
        MANGROVE_TRY(m_parser->feed({m_piece.data(), got}, m_ended));
    }
    if (m_rows.empty())
        return nullptr;
    m_frontTaken = true;
    return &m_rows.front();
}

void SheetParser::tooLarge(const std::string& what) {
    error = Error(errors::kWorkbookTooLarge, {m_workbook.path(), what}, {m_workbook.path(), m_line, 0});
}

void SheetParser::startElement(std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheetData")
        m_insideData = true;
    else if (name == "mergeCell")
        noteMerge(attributes.find("ref"));
    if (!m_insideData)
        return;
    if (name == "row") {
        startRow(attributes);
    } else if (name == "c" && m_insideRow) {
        startCell(attributes);
    } else if (m_insideCell) {
        if (name == "v") {
            m_takeText = true;
            m_hasValue = true;
            m_value.clear();
        } else if (name == "f") {
            m_hasFormula = true;
        } else if (name == "rPh") {
            ++m_phonetic;
        } else if (name == "t" && m_phonetic == 0) {
            m_takeText = true;
            m_hasValue = true;
        }
    }
}

void SheetParser::startRow(const XmlAttributes& attributes) {
    const char* number = attributes.find("r");
    const std::uint64_t stated = number == nullptr ? 0 : parseUnsigned(number).value_or(0);
    m_line = std::max(stated, m_line + 1);
    if (m_line > kMaxRows)
        return tooLarge("a sheet has more than 1048576 rows");
    m_insideRow = true;
    m_row.line = m_line;
    m_row.cells.clear();
    m_row.texts.clear();
    m_nextColumn = 0;
    m_cellsInRow = 0;
    m_textInRow = 0;
}

void SheetParser::startCell(const XmlAttributes& attributes) {
    m_column = m_nextColumn;
    if (const char* reference = attributes.find("r"); reference != nullptr) {
        std::uint64_t row = 0;
        if (!parseCellReference(reference, m_column, row)) {
            error = Error(errors::kWorkbookDamaged, {m_workbook.path(), "a cell has no proper reference"},
                          {m_workbook.path(), m_line, 0});
            return;
        }
    }
    if (m_column >= kMaxColumns || ++m_cellsInRow > kMaxColumns)
        return tooLarge("a row has more than 16384 cells");
    m_nextColumn = m_column + 1;
    m_insideCell = true;
    m_hasValue = false;
    m_hasFormula = false;
    m_takeText = false;
    m_phonetic = 0;
    m_value.clear();
    const char* type = attributes.find("t");
    m_type = type == nullptr ? "n" : type;
    const char* style = attributes.find("s");
    m_style = style == nullptr ? 0 : static_cast<std::size_t>(parseUnsigned(style).value_or(0));
}

void SheetParser::text(std::string_view piece) {
    if (!m_takeText)
        return;
    m_value += piece;
    if (m_value.size() > m_maxCellBytes)
        error = Error(errors::kCsvCellTooLarge, {std::to_string(m_line), std::to_string(m_maxCellBytes)},
                      {m_workbook.path(), m_line, 0});
}

void SheetParser::endElement(std::string_view name) {
    if (name == "v" || name == "t") {
        m_takeText = false;
    } else if (name == "rPh") {
        m_phonetic = std::max(m_phonetic - 1, 0);
    } else if (name == "c" && m_insideCell) {
        m_insideCell = false;
        endCell();
    } else if (name == "row" && m_insideRow) {
        m_insideRow = false;
        if (m_row.cells.empty())
            return;
        m_rows.push_back(std::move(m_row));
        m_row = {};
        if (!m_spare.empty()) {
            m_row = std::move(m_spare.back());
            m_spare.pop_back();
        }
    } else if (name == "sheetData") {
        m_insideData = false;
    }
}

void SheetParser::addCell(CellKind kind, std::string_view value, bool shared) {
    if (value.empty())
        return;
    const bool inOrder = m_row.cells.empty() || m_row.cells.back().column < m_column;
    auto place = m_row.cells.end();
    if (!inOrder) {
        place = std::lower_bound(m_row.cells.begin(), m_row.cells.end(), m_column,
                                 [](const SheetRow::Cell& cell, std::uint32_t c) { return cell.column < c; });
        if (place->column == m_column) {
            ++m_tally.repeatedCells;
            return;
        }
    }
    // The same shared text may stand in every cell: a small file could ask for any amount of memory.
    m_textInRow += value.size();
    if (m_textInRow > kMaxRowBytes)
        return tooLarge("a row holds more than 256 MiB of text");
    m_row.cells.insert(place, {m_column, kind, shared ? value.data() : nullptr,
                               static_cast<std::uint32_t>(m_row.texts.size()),
                               static_cast<std::uint32_t>(value.size())});
    if (!shared)
        m_row.texts += value;
}

void SheetParser::endCell() {
    if (!m_hasValue) {
        m_tally.formulasWithoutValue += m_hasFormula ? 1 : 0;
        return;
    }
    if (m_type == "s") {
        const auto index = parseUnsigned(trim(m_value));
        if (!index || *index >= m_workbook.sharedStringCount()) {
            error = Error(errors::kWorkbookDamaged,
                          {m_workbook.path(), "a cell names a text that does not exist"},
                          {m_workbook.path(), m_line, 0});
            return;
        }
        addCell(CellKind::Text, m_workbook.sharedString(static_cast<std::size_t>(*index)), true);
    } else if (m_type == "str" || m_type == "inlineStr") {
        decodeXstring(m_value);
        addCell(CellKind::Text, m_value);
    } else if (m_type == "b") {
        addCell(CellKind::Boolean, trim(m_value) == "0" ? "false" : "true");
    } else if (m_type == "e") {
        addCell(CellKind::Error, m_value);
    } else if (m_type == "d") {
        addCell(CellKind::Date, trim(m_value));
    } else {
        endNumber();
    }
}

void SheetParser::endNumber() {
    const std::string_view stored = trim(m_value);
    const auto number = parseDouble(stored);
    if (!number)
        return addCell(CellKind::Text, stored);
    const NumberKind kind = m_workbook.styleKind(m_style);
    if (kind != NumberKind::Plain) {
        const std::string iso = isoFromSerial(*number, kind, m_workbook.from1904());
        if (!iso.empty())
            return addCell(CellKind::Date, iso);
        ++m_tally.badDates;
    }
    m_tally.longNumbers += std::fabs(*number) >= 1e15 ? 1 : 0;
    addCell(CellKind::Number, plainNumber(stored, *number));
}

void SheetParser::noteMerge(const char* reference) {
    if (reference == nullptr)
        return;
    const std::string_view range(reference);
    std::uint32_t column = 0;
    std::uint64_t row = 0;
    if (parseCellReference(range.substr(0, range.find(':')), column, row) && row <= kMaxRows
        && m_mergeLines.size() < kMaxRows)
        m_mergeLines.push_back(static_cast<std::uint32_t>(row));
}

std::uint64_t SheetParser::mergedRanges(std::uint64_t line) const {
    return static_cast<std::uint64_t>(std::count_if(m_mergeLines.begin(), m_mergeLines.end(),
                                                    [line](std::uint32_t first) { return first >= line; }));
}

} // namespace mangrove::io
