// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/batch_builder.h"

#include "io/text_block.h"

#include <algorithm>
#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kBatchRows = 512;
constexpr std::size_t kBatchCells = 1U << 20U; ///< bounds the memory of very wide tables
constexpr std::size_t kBatchBytes = 8U << 20U;

} // namespace

void BatchBuilder::start(std::size_t columns, std::uint64_t firstRow) {
    m_maxRows = std::clamp<std::size_t>(kBatchCells / std::max<std::size_t>(columns, 1), 8, kBatchRows);
    if (m_text == nullptr || m_text.use_count() != 1)
        m_text = std::make_shared<TextBlock>();
    m_text->size = 0;
    m_rowStart = 0;
    m_batch.m_block.reset();
    m_batch.m_columns = columns;
    m_batch.m_stride = m_maxRows;
    m_batch.m_cells.assign(columns * m_maxRows, CellRef{0, CellRef::kEmptyNull});
    m_batch.m_lines.clear();
    m_batch.m_plainRows.clear();
    m_batch.m_firstRow = firstRow;
}

bool BatchBuilder::full() const {
    return rows() >= m_maxRows || m_text->size >= kBatchBytes;
}

void BatchBuilder::beginRow(std::uint64_t line) {
    if (m_batch.m_lines.empty())
        m_batch.m_firstLine = line;
    m_batch.m_lines.push_back(static_cast<std::uint32_t>(line - m_batch.m_firstLine));
    m_rowStart = m_text->size;
}

void BatchBuilder::set(std::size_t column, std::string_view text, bool quoted) {
    CellRef& cell = m_batch.m_cells[column * m_batch.m_stride + rows() - 1];
    const auto offset = static_cast<std::uint32_t>(m_text->size);
    if (text.empty()) {
        cell = {offset, quoted ? CellRef::kQuoted : CellRef::kEmptyNull};
        return;
    }
    if (m_text->size + text.size() > m_text->capacity)
        m_text->reserve((m_text->size + text.size()) * 2 + (64U << 10U));
    std::memcpy(m_text->data.get() + m_text->size, text.data(), text.size());
    m_text->size += text.size();
    cell = {offset, static_cast<std::uint32_t>(text.size()) | (quoted ? CellRef::kQuoted : 0)};
}

bool BatchBuilder::isSet(std::size_t column) const {
    return !m_batch.m_cells[column * m_batch.m_stride + rows() - 1].emptyNull();
}

void BatchBuilder::dropRow() {
    for (std::size_t column = 0; column < columns(); ++column)
        m_batch.m_cells[column * m_batch.m_stride + rows() - 1] = {0, CellRef::kEmptyNull};
    m_text->size = m_rowStart;
    m_batch.m_lines.pop_back();
}

void BatchBuilder::finishText() {
    m_text->reserve(1); // so that there is something to point into
    m_batch.m_text = m_text->data.get();
}

const RecordBatch& BatchBuilder::peek() {
    finishText();
    return m_batch;
}

void BatchBuilder::deliver(RecordBatch& batch, const std::shared_ptr<const NullWords>& nullWords) {
    finishText();
    m_batch.m_block = m_text;
    m_batch.m_nullWords = nullWords;
    std::swap(batch, m_batch);
    // The text of the batch that was handed back can be used again where nobody else holds it.
    m_text = std::move(m_batch.m_block);
}

} // namespace mangrove::io
