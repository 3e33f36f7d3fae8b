// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/block_parser.h"

#include "base/format.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/null_words.h"

#include <algorithm>
#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxWarnings = 1000;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Copies the text of `block` into a new one with U+FFFD for every byte that is no UTF-8.
void repairUtf8(TextBlock& block, std::size_t firstBad) {
    const std::string_view text(block.data.get(), block.size);
    TextBlock repaired;
    repaired.reserve(block.size + 1024);
    std::size_t from = 0;
    std::size_t bad = firstBad;
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
            block.undecodable.push_back(static_cast<std::uint32_t>(repaired.size));
        ++block.undecodableCount;
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

/// `"a""b"` without its outer quotes, in place; returns the length. Strays after a closing quote stay as
/// text.
std::uint32_t unquote(char* text, std::uint32_t length) {
    std::uint32_t out = 0;
    bool inside = true;
    for (std::uint32_t i = 1; i < length; ++i) {
        if (inside && text[i] == '"') {
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
    if (m_outcome.warnings.size() < kMaxWarnings)
        m_outcome.warnings.push_back({code, line, std::move(message)});
}

Status BlockParser::start(std::shared_ptr<TextBlock> block) {
    m_block = std::move(block);
    m_outcome = {};
    m_outcome.index = m_block->index;
    m_rows.clear();
    m_nextRow = 0;
    checkText();
    const std::size_t size = m_block->size;
    m_index.build(m_block->data.get(), size, {m_rules->delimiter});
    MANGROVE_TRY(collectRows());
    warnOfPlaces();
    return {};
}

void BlockParser::checkText() {
    TextBlock& block = *m_block;
    if (!block.validUtf8) {
        const std::size_t bad = findInvalidUtf8({block.data.get(), block.size});
        if (bad != std::string_view::npos)
            repairUtf8(block, bad);
        block.validUtf8 = true;
    }
    m_outcome.undecodable = block.undecodableCount;
}

/// Physical line of an offset, relative to the block's first; slow, for the few places that are reported.
std::uint64_t BlockParser::lineAt(std::uint32_t offset) const {
    const char* text = m_block->data.get();
    std::uint64_t line = 0;
    for (std::uint32_t i = 0; i < offset; ++i)
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1 : 0;
    return line;
}

void BlockParser::warnOfPlaces() {
    for (const std::uint32_t offset : m_block->undecodable)
        warn("text-undecodable", m_block->firstLine + lineAt(offset),
             "A byte is no character in this encoding; U+FFFD stands in its place.");
    m_outcome.strayQuotes = m_index.strayQuotes().size();
    if (m_outcome.strayQuotes > 0)
        warn("csv-stray-quote", m_block->firstLine + lineAt(m_index.strayQuotes().front()),
             "A quote stands inside a cell that does not begin with one; it is kept as text.");
    const char* text = m_block->data.get();
    const void* nul = std::memchr(text, 0, m_block->size);
    if (nul != nullptr) {
        m_outcome.nulBytes = static_cast<std::uint64_t>(std::count(text, text + m_block->size, '\0'));
        const auto offset = static_cast<std::uint32_t>(static_cast<const char*>(nul) - text);
        warn("text-nul-byte", m_block->firstLine + lineAt(offset), "A cell holds a NUL byte; it is kept.");
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
    std::uint64_t record = 0;
    const std::uint64_t skip = m_block->index == 0 ? m_rules->recordsToSkip : 0;
    bool afterLoneCr = false;
    for (const std::uint32_t endMark : m_index.recordEnds()) {
        while (quotedBefore < quotedLineEnds.size() && quotedLineEnds[quotedBefore] < start) {
            ++quotedBefore;
            ++line;
        }
        const std::uint32_t end = marks[endMark - 1];
        const Row row{start, firstMark, line, endMark - firstMark};
        const bool blank = row.fields == 1 && end == start;
        const bool crLf = text[end] == '\r' && end + 1 < m_block->size && text[end + 1] == '\n';
        if (record++ >= skip) {
            if (blank && (m_rules->columns > 1 || (m_rules->crCrLf && afterLoneCr)))
                ++m_outcome.blankLines;
            else
                MANGROVE_TRY(keepRow(row));
        }
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
        warn("csv-ragged-row", line,
             format("The row has {} fields where the header has {}; the missing ones at its end were taken "
                    "as null.",
                    row.fields, m_rules->columns));
        m_rows.push_back(row);
        return {};
    }
    ++m_outcome.rejected;
    warn("csv-ragged-row", line,
         format("The row has {} fields where the header has {}; it was refused.", row.fields,
                m_rules->columns));
    return {};
}

Status BlockParser::checkCells(const Row& row) const {
    const std::uint32_t* marks = m_index.marks() + row.firstMark;
    std::uint32_t start = row.start;
    for (std::uint32_t c = 0; c < row.fields; ++c) {
        if (marks[c] - start > m_rules->maxCellBytes) {
            const std::uint64_t line = m_block->firstLine + lineAt(start);
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
        end - start >= 2 && text[end - 1] == '"' && std::memchr(text + start + 1, '"', length) == nullptr;
    if (!plain) {
        length = unquote(text + start, end - start);
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
    batch.m_delimiter = m_rules->delimiter;
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
