// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/block_parser.h"

#include "base/format.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/null_words.h"
#include "io/totals_row.h"
#include "io/warning_codes.h"

#include <algorithm>
#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxWarnings = 1000;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// `"a""b"` without its outer quotes, in place; returns the length. Strays after a closing quote stay as
/// text.
std::uint32_t unquote(char* text, std::uint32_t length, bool backslash) {
    std::uint32_t out = 0;
    bool inside = true;
    for (std::uint32_t i = 1; i < length; ++i) {
        if (inside && backslash && text[i] == '\\' && i + 1 < length
            && (text[i + 1] == '"' || text[i + 1] == '\\')) {
            text[out++] = text[++i];
        } else if (inside && text[i] == '"') {
            if (i + 1 < length && text[i + 1] == '"') {
                text[out++] = '"';
                ++i;
            } else {
                inside = false;
            }
        } else {
            text[out++] = text[i];
        }
    }
    return out;
}

} // namespace

void BlockParser::warn(const char* code, std::uint64_t line, std::string message) {
    if (m_warned[code]++ < kMaxWarnings)
        m_outcome.warnings.push_back({code, line, std::move(message)});
}

Status BlockParser::start(std::shared_ptr<TextBlock> block) {
    m_block = std::move(block);
    m_outcome = {};
    m_outcome.index = m_block->index;
    m_warned.clear();
    m_rows.clear();
    m_nextRow = 0;
    checkText();
    const std::size_t size = m_block->size;
    m_index.build(m_block->data.get(), size, m_rules->syntax);
    MANGROVE_TRY(collectRows());
    warnOfPlaces();
    return {};
}

void BlockParser::checkText() {
    TextBlock& block = *m_block;
    if (!block.validUtf8) {
        const std::size_t bad = findInvalidUtf8({block.data.get(), block.size});
        if (bad != std::string_view::npos)
            repairUtf8(bad);
        block.validUtf8 = true;
    }
    m_outcome.undecodable = block.undecodableCount;
}

/// Counts physical lines (LF, CRLF and CR end one) up to offsets that only grow.
class BlockParser::LineCounter {
public:
    LineCounter(const char* text, std::uint64_t firstLine) : m_text(text), m_line(firstLine) {}
    std::uint64_t lineAt(std::size_t offset) {
        for (; m_at < offset; ++m_at)
            m_line += m_text[m_at] == '\n' || (m_text[m_at] == '\r' && m_text[m_at + 1] != '\n') ? 1 : 0;
        return m_line;
    }

private:
    const char* m_text;
    std::uint64_t m_line;
    std::size_t m_at = 0;
};

/// Puts U+FFFD in the place of every byte that is no UTF-8.
void BlockParser::repairUtf8(std::size_t firstBad) {
    TextBlock& block = *m_block;
    const std::string_view text(block.data.get(), block.size);
    TextBlock repaired;
    repaired.reserve(block.size + 1024);
    std::size_t from = 0;
    std::size_t bad = firstBad;
    std::size_t lineEnd = 0;
    LineCounter lines(text.data(), block.firstLine);
    for (;;) {
        const std::size_t good = (bad == std::string_view::npos ? text.size() : bad) - from;
        // Each bad byte grows by two; room for the rest of the text is kept in any case.
        if (repaired.capacity < repaired.size + (text.size() - from) + kReplacement.size())
            repaired.reserve((repaired.size + (text.size() - from)) * 2 + 1024);
        std::memcpy(repaired.data.get() + repaired.size, text.data() + from, good);
        repaired.size += good;
        if (bad == std::string_view::npos)
            break;
        if (block.undecodable.size() < kMaxWarnings)
            block.undecodable.push_back({static_cast<std::uint32_t>(repaired.size), block.firstByte + bad});
        ++block.undecodableCount;
        if (bad >= lineEnd)
            lineEnd = noteMixedLine(text, bad, lines);
        std::memcpy(repaired.data.get() + repaired.size, kReplacement.data(), kReplacement.size());
        repaired.size += kReplacement.size();
        from = bad + 1;
        const std::size_t next = findInvalidUtf8(text.substr(from));
        bad = next == std::string_view::npos ? next : from + next;
    }
    block.data = std::move(repaired.data);
    block.capacity = repaired.capacity;
    block.size = repaired.size;
}

/// The line around a bad byte may be whole in another encoding. Returns where it ends.
std::size_t BlockParser::noteMixedLine(std::string_view text, std::size_t bad, LineCounter& lines) {
    const std::size_t before = text.find_last_of("\r\n", bad);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n", bad), text.size());
    constexpr std::size_t kMostJudged = 64U << 10U;
    if (const auto other = otherEncoding(text.substr(begin, std::min(end - begin, kMostJudged)))) {
        ++m_outcome.mixedLines;
        warn(warnings::kMixedEncoding, lines.lineAt(begin),
             format("This line reads as {}, not as UTF-8 like the rest.", encodingName(*other)));
    }
    return end;
}

void BlockParser::warnOfPlaces() {
    const char* text = m_block->data.get();
    const auto lines = [&] { return LineCounter(text, m_block->firstLine); };
    LineCounter badLines = lines();
    for (const TextBlock::BadByte& bad : m_block->undecodable)
        warn(warnings::kUndecodable, badLines.lineAt(bad.offset),
             format("The byte at offset {} is no character in this encoding; U+FFFD stands in its place.",
                    bad.fileByte));
    m_outcome.strayQuotes = m_index.strayQuotes().size();
    if (m_outcome.strayQuotes > 0)
        warn(warnings::kStrayQuote, lines().lineAt(m_index.strayQuotes().front()),
             "A quote stands inside a cell that does not begin with one; it is kept as text.");
    const void* nul = std::memchr(text, 0, m_block->size);
    if (nul != nullptr) {
        m_outcome.nulBytes = static_cast<std::uint64_t>(std::count(text, text + m_block->size, '\0'));
        const auto offset = static_cast<std::size_t>(static_cast<const char*>(nul) - text);
        warn(warnings::kNulByte, lines().lineAt(offset), "A cell holds a NUL byte; it is kept.");
    }
}

Status BlockParser::collectRows() {
    const char* text = m_block->data.get();
    const std::uint32_t* marks = m_index.marks();
    const auto& quotedLineEnds = m_index.quotedLineEnds();
    std::size_t quotedBefore = 0;
    std::uint32_t line = 0;
    std::uint32_t firstMark = 0;
    std::uint32_t start = 0;
    bool afterLoneCr = m_block->afterLoneCr;
    for (const std::uint32_t endMark : m_index.recordEnds()) {
        while (quotedBefore < quotedLineEnds.size() && quotedLineEnds[quotedBefore] < start) {
            ++quotedBefore;
            ++line;
        }
        const std::uint32_t end = marks[endMark - 1];
        const Row row{start, firstMark, line, endMark - firstMark};
        const bool blank = row.fields == 1 && end == start;
        const bool crLf = text[end] == '\r' && end + 1 < m_block->size && text[end + 1] == '\n';
        if (blank && (m_rules->columns > 1 || (m_rules->crCrLf && afterLoneCr)))
            ++m_outcome.blankLines;
        else
            MANGROVE_TRY(keepRow(row));
        afterLoneCr = text[end] == '\r' && !crLf;
        start = end + (crLf ? 2 : 1);
        firstMark = endMark;
        ++line;
    }
    m_outcome.rows = m_rows.size();
    return {};
}

Status BlockParser::keepRow(const Row& row) {
    if (m_block->size > m_rules->maxCellBytes)
        MANGROVE_TRY(checkCells(row));
    if (row.fields == m_rules->columns) {
        const char first = m_block->data[row.start];
        const bool maybe = mayBeginTotalsLabel(first) || first == m_rules->syntax.delimiter;
        if (!maybe || !isTotals(row) || keepTotals(row))
            m_rows.push_back(row);
        return {};
    }
    const std::uint64_t line = m_block->firstLine + row.line;
    if (m_rules->ragged == RaggedPolicy::Fail)
        return Error(errors::kCsvRaggedRow,
                     {std::to_string(line), std::to_string(row.fields), std::to_string(m_rules->columns)},
                     {"", line, 0});
    if (m_rules->ragged == RaggedPolicy::Pad && row.fields < m_rules->columns) {
        ++m_outcome.padded;
        warn(warnings::kRaggedRow, line,
             format("The row has {} fields where the header has {}; the missing ones at its end were taken "
                    "as null.",
                    row.fields, m_rules->columns));
        m_rows.push_back(row);
        return {};
    }
    ++m_outcome.ragged;
    reject(row, warnings::kRaggedRow,
           format("The row has {} fields where the header has {}; it was refused.", row.fields,
                  m_rules->columns));
    return {};
}

void BlockParser::reject(const Row& row, const char* code, std::string reason) {
    const std::uint64_t line = m_block->firstLine + row.line;
    ++m_outcome.rejected;
    if (m_rules->keepRejects) {
        const std::uint32_t end = m_index.marks()[row.firstMark + row.fields - 1];
        m_outcome.rejects.push_back({line, code, reason, {m_block->data.get() + row.start, end - row.start}});
    }
    warn(code, line, std::move(reason));
}

/// Counts and reports a line of totals; whether it stays a row.
bool BlockParser::keepTotals(const Row& row) {
    ++m_outcome.totals;
    if (m_rules->totals == TotalsPolicy::LeaveOut) {
        reject(row, warnings::kTotalsRow, "The row looks like a line of totals; it was left out.");
        return false;
    }
    warn(warnings::kTotalsRow, m_block->firstLine + row.line,
         "The row looks like a line of totals; it was kept.");
    return true;
}

bool BlockParser::isTotals(const Row& row) const {
    constexpr std::uint32_t kLabelCells = 3;
    const std::uint32_t* marks = m_index.marks() + row.firstMark;
    const char* text = m_block->data.get();
    std::uint32_t start = row.start;
    bool label = false;
    bool amount = false;
    for (std::uint32_t c = 0; c < row.fields; start = marks[c] + 1, ++c) {
        std::string_view cell(text + start, marks[c] - start);
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
            cell = cell.substr(1, cell.size() - 2);
        cell = trim(cell);
        if (cell.empty() || (label && m_rules->nullWords->contains(cell)))
            continue;
        if (!label) {
            if (c >= kLabelCells || !isTotalsLabel(cell))
                return false;
            label = true;
        } else {
            if (!looksLikeAmount(cell))
                return false;
            amount = true;
        }
    }
    return amount;
}

Status BlockParser::checkCells(const Row& row) const {
    const std::uint32_t* marks = m_index.marks() + row.firstMark;
    std::uint32_t start = row.start;
    for (std::uint32_t c = 0; c < row.fields; ++c) {
        if (marks[c] - start > m_rules->maxCellBytes) {
            const std::uint64_t line = LineCounter(m_block->data.get(), m_block->firstLine).lineAt(start);
            return Error(errors::kCsvCellTooLarge,
                         {std::to_string(line), std::to_string(m_rules->maxCellBytes)}, {"", line, 0});
        }
        start = marks[c] + 1;
    }
    return {};
}

CellRef BlockParser::makeCell(std::uint32_t start, std::uint32_t end) {
    char* text = m_block->data.get();
    if (start == end)
        return {start, CellRef::kEmptyNull};
    if (text[start] != '"')
        return {start, end - start};
    std::uint32_t length = end - start - 2;
    const bool plain =
        end - start >= 2 && text[end - 1] == '"' && std::memchr(text + start + 1, '"', length) == nullptr
        && (!m_rules->syntax.backslash || std::memchr(text + start + 1, '\\', length) == nullptr);
    if (!plain) {
        length = unquote(text + start, end - start, m_rules->syntax.backslash);
        return {start, length | CellRef::kQuoted};
    }
    if (length == 0 && m_rules->quotedEmptyIsNull)
        return {start, CellRef::kEmptyNull | CellRef::kQuoted};
    return {start + 1, length | CellRef::kQuoted};
}

bool BlockParser::next(RecordBatch& batch, std::size_t maxRows) {
    const std::size_t rows = std::min(maxRows, m_rows.size() - m_nextRow);
    if (rows == 0)
        return false;
    const std::size_t columns = m_rules->columns;
    batch.m_block = m_block;
    batch.m_nullWords = m_rules->nullWords;
    batch.m_text = m_block->data.get();
    batch.m_columns = columns;
    // One cache line more than the rows need: columns a power of two apart would share a few sets of the
    // cache.
    batch.m_stride = rows + 64 / sizeof(CellRef);
    batch.m_cells.resize(columns * batch.m_stride);
    batch.m_lines.resize(rows);
    batch.m_plainRows.resize(rows);
    batch.m_delimiter = m_rules->syntax.delimiter;
    batch.m_firstLine = m_block->firstLine;
    batch.m_firstRow = m_nextRow;
    for (std::size_t r = 0; r < rows; ++r) {
        const Row& row = m_rows[m_nextRow + r];
        batch.m_lines[r] = row.line;
        batch.m_plainRows[r] = fillRow(row, batch.m_cells.data() + r, batch.m_stride);
    }
    m_nextRow += rows;
    return true;
}

CellRef BlockParser::fillRow(const Row& row, CellRef* cell, std::size_t stride) {
    const std::uint32_t* marks = m_index.marks() + row.firstMark;
    const std::uint32_t rowLength = marks[row.fields - 1] - row.start;
    std::uint32_t start = row.start;
    if (std::memchr(m_block->data.get() + start, '"', rowLength) == nullptr
        && row.fields == m_rules->columns) {
        for (std::uint32_t c = 0; c < row.fields; ++c, cell += stride) {
            const std::uint32_t length = marks[c] - start;
            *cell = {start, length == 0 ? CellRef::kEmptyNull : length};
            start = marks[c] + 1;
        }
        return {row.start, rowLength};
    }
    for (std::size_t c = 0; c < m_rules->columns; ++c, cell += stride) {
        if (c >= row.fields) {
            *cell = {row.start, CellRef::kEmptyNull};
            continue;
        }
        *cell = makeCell(start, marks[c]);
        start = marks[c] + 1;
    }
    return {0, CellRef::kQuoted};
}

bool RecordBatch::isNull(std::size_t column, std::size_t row) const {
    const CellRef ref = m_cells[column * m_stride + row];
    return ref.emptyNull() || isNullWord(view(ref));
}

bool RecordBatch::isNullWord(std::string_view value) const {
    return m_nullWords != nullptr && m_nullWords->contains(value);
}

} // namespace mangrove::io
