// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/keyed_rows.h"

#include "base/value_hash.h"
#include "deid/errors.h"
#include "deid/hierarchy.h"
#include "io/record_reader.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace mangrove::deid {

namespace {

constexpr std::uint32_t kMissing = 0xffff'ffffU;
constexpr unsigned kMostLevels = 64;

void appendCell(std::string& cells, const InputCell& cell) {
    const std::uint32_t length = cell.missing ? kMissing : static_cast<std::uint32_t>(cell.text.size());
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    cells.append(bytes, sizeof length);
    if (!cell.missing)
        cells.append(cell.text);
}

/// Takes the first cell off `cells`.
InputCell takeCell(std::string_view& cells) {
    std::uint32_t length = 0;
    std::memcpy(&length, cells.data(), sizeof length);
    cells.remove_prefix(sizeof length);
    if (length == kMissing)
        return {{}, true};
    const InputCell cell{cells.substr(0, length), false};
    cells.remove_prefix(length);
    return cell;
}

std::string_view keyOf(std::string_view cells) {
    return takeCell(cells).text;
}

/// Calls `take(batch, row of the batch, key)` for every row that has a key; returns how many have none.
template<typename Take>
Result<std::uint64_t> eachKey(io::RecordReader& reader, std::size_t column, const RunContext& context,
                              const Take& take) {
    std::uint64_t missing = 0;
    io::RecordBatch batch;
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            return missing;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            const InputCell key = cellOf(batch, column, row);
            if (key.missing)
                ++missing;
            else
                MANGROVE_TRY(take(batch, row, key));
        }
        context.advance(batch.rows());
        MANGROVE_TRY(context.check());
    }
}

} // namespace

void countChange(const InputCell& before, const InputCell& after, CellCounts& counts) {
    if (before.missing == after.missing && (before.missing || before.text == after.text))
        return;
    ++counts.changed;
    counts.emptied += !before.missing && (after.missing || after.text == kTop) ? 1 : 0;
}

void KeyedRows::sort() {
    std::sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        return std::pair(a.hash, keyOf(a.cells)) < std::pair(b.hash, keyOf(b.cells));
    });
}

std::uint64_t KeyedRows::repeated() const {
    std::uint64_t rows = 0;
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        rows += m_rows[i].hash == m_rows[i - 1].hash && keyOf(m_rows[i].cells) == keyOf(m_rows[i - 1].cells)
                    ? 1
                    : 0;
    return rows;
}

Status KeyedRows::thin() {
    // Rows with one key stay or go together, so a key that repeats often would never get fewer.
    sort();
    const std::uint64_t again = repeated();
    while (again == 0 && m_rows.size() > m_limit && m_level < kMostLevels) {
        ++m_level;
        std::erase_if(m_rows, [&](const Row& row) { return !takes(row.hash); });
    }
    return again > 0 || m_rows.size() > m_limit
               ? Error(errors::kAttackIdRepeated, {m_key, std::to_string(again)})
               : Status();
}

Status KeyedRows::read(io::RecordReader& original, std::size_t key, const std::vector<std::size_t>& columns,
                       const RunContext& context) {
    const auto take = [&](const io::RecordBatch& batch, std::size_t row, const InputCell& cell) -> Status {
        const std::uint64_t hash = hashValue(cell.text);
        if (!takes(hash))
            return {};
        Row& kept = m_rows.emplace_back();
        kept.hash = hash;
        appendCell(kept.cells, cell);
        for (const std::size_t column : columns)
            appendCell(kept.cells, cellOf(batch, column, row));
        return m_rows.size() > m_limit ? thin() : Status();
    };
    MANGROVE_ASSIGN(const std::uint64_t missing, eachKey(original, key, context, take));
    sort();
    if (const std::uint64_t wrong = missing + repeated(); wrong > 0)
        return Error(errors::kAttackIdRepeated, {m_key, std::to_string(wrong)});
    return {};
}

const KeyedRows::Row* KeyedRows::find(std::uint64_t hash, std::string_view key) const {
    const auto found = std::lower_bound(
        m_rows.begin(), m_rows.end(), std::pair(hash, key),
        [](const Row& row, const auto& wanted) { return std::pair(row.hash, keyOf(row.cells)) < wanted; });
    return found != m_rows.end() && found->hash == hash && keyOf(found->cells) == key ? &*found : nullptr;
}

Result<std::uint64_t> KeyedRows::compare(io::RecordReader& released, std::size_t key,
                                         const std::vector<std::size_t>& columns,
                                         std::vector<CellCounts>& counts, const RunContext& context) const {
    std::uint64_t compared = 0, foreign = 0, again = 0;
    std::vector<bool> seen(m_rows.size(), false);
    const auto take = [&](const io::RecordBatch& batch, std::size_t row, const InputCell& cell) -> Status {
        const std::uint64_t hash = hashValue(cell.text);
        if (!takes(hash))
            return {};
        const Row* before = find(hash, cell.text);
        if (before == nullptr) {
            ++foreign;
            return {};
        }
        const auto place = static_cast<std::size_t>(before - m_rows.data());
        again += seen[place] ? 1 : 0;
        seen[place] = true;
        std::string_view cells = before->cells;
        static_cast<void>(takeCell(cells));
        for (std::size_t c = 0; c < columns.size(); ++c)
            countChange(takeCell(cells), cellOf(batch, columns[c], row), counts[c]);
        ++compared;
        return {};
    };
    MANGROVE_ASSIGN(const std::uint64_t missing, eachKey(released, key, context, take));
    if (again > 0)
        return Error(errors::kAttackIdRepeated, {m_key, std::to_string(again)});
    if (foreign + missing > 0)
        return Error(errors::kAttackIdForeign, {m_key, std::to_string(foreign + missing)});
    return compared;
}

} // namespace mangrove::deid
