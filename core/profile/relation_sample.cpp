// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/relation_sample.h"

#include "base/value_hash.h"
#include "profile/parsed_value.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mangrove::profile {

namespace {

constexpr double kNoNumberHere = std::numeric_limits<double>::quiet_NaN();

/// Longer texts are no numbers, and most that are no number begin like none.
double numberOf(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    if (text.empty() || text.size() > kLongest)
        return kNoNumberHere;
    const auto first = static_cast<unsigned char>(text.front());
    if (first > '9' || first == '(')
        return kNoNumberHere;
    const ParsedValue parsed = parseValue(text);
    return parsed.isNumber() && std::isfinite(parsed.number) ? parsed.number : kNoNumberHere;
}

/// Codes of hashes in order of first appearance.
class HashCodes {
public:
    std::uint32_t codeOf(std::uint64_t hash, bool& isNew) {
        if ((std::size_t{m_size} + 1) * 2 > m_slots.size())
            grow();
        std::size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot].hash != 0) {
            if (m_slots[slot].hash == hash) {
                isNew = false;
                return m_slots[slot].code;
            }
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        isNew = true;
        m_slots[slot] = {hash, m_size};
        return m_size++;
    }
    [[nodiscard]] std::uint32_t size() const { return m_size; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t code = 0;
    };
    void grow() {
        std::vector<Slot> old(std::max<std::size_t>(64, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Slot& moved : old) {
            if (moved.hash == 0)
                continue;
            std::size_t slot = moved.hash & (m_slots.size() - 1);
            while (m_slots[slot].hash != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = moved;
        }
    }
    std::vector<Slot> m_slots;
    std::uint32_t m_size = 0;
};

} // namespace

RelationSample::RelationSample(std::size_t columns, std::size_t limit)
    : m_sample(limit), m_cells(columns), m_remembered(kRemembered) {}

RelationSample::Cell RelationSample::cellOf(const io::RecordBatch& batch, io::CellRef cell) {
    if (cell.emptyNull())
        return {0, kNoNumberHere};
    const std::string_view text = batch.view(cell);
    const std::uint64_t hash = std::max<std::uint64_t>(hashValue(text), 1);
    Remembered& known = m_remembered[hash % kRemembered];
    if (known.hash != hash)
        known = {hash, numberOf(text), batch.isNullWord(text)};
    return known.isNull ? Cell{0, kNoNumberHere} : Cell{hash, known.number};
}

void RelationSample::append(const io::RecordBatch& batch, std::uint64_t blockIndex) {
    m_rows += batch.rows();
    m_sample.select(blockIndex, batch.firstRow(), batch.rows(), m_scratch);
    for (const std::uint32_t row : m_scratch)
        m_places.push_back((blockIndex << 32U) + batch.firstRow() + row);
    for (std::size_t c = 0; c < m_cells.size(); ++c) {
        const auto cells = batch.column(c);
        for (const std::uint32_t row : m_scratch)
            m_cells[c].push_back(cellOf(batch, cells[row]));
    }
    thinIfFull();
}

void RelationSample::thin() {
    m_sample.thin(m_scratch);
    const auto keep = [this](auto& values) {
        for (std::size_t i = 0; i < m_scratch.size(); ++i)
            values[i] = values[m_scratch[i]];
        values.resize(m_scratch.size());
    };
    keep(m_places);
    for (auto& cells : m_cells)
        keep(cells);
}

void RelationSample::merge(RelationSample&& other) {
    m_rows += other.m_rows;
    while (m_sample.level() < other.m_sample.level())
        thin();
    while (other.m_sample.level() < m_sample.level())
        other.thin();
    m_sample.append(other.m_sample);
    m_places.insert(m_places.end(), other.m_places.begin(), other.m_places.end());
    for (std::size_t c = 0; c < m_cells.size(); ++c) {
        m_cells[c].insert(m_cells[c].end(), other.m_cells[c].begin(), other.m_cells[c].end());
        other.m_cells[c] = {};
    }
    thinIfFull();
}

void RelationSample::finish() {
    m_order.resize(m_places.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::sort(m_order.begin(), m_order.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_places[a] < m_places[b]; });
}

table::CodedColumn RelationSample::takeColumn(std::size_t column) {
    const std::vector<Cell> cells = std::move(m_cells[column]);
    table::CodedColumn coded;
    coded.codes.resize(cells.size());
    HashCodes codes;
    std::vector<std::uint64_t> counts;
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const Cell& cell = cells[m_order[i]];
        if (cell.hash == 0) {
            coded.codes[i] = table::CodedColumn::kNoNumber;
            continue;
        }
        bool isNew = false;
        const std::uint32_t code = codes.codeOf(cell.hash, isNew);
        if (isNew) {
            counts.push_back(0);
            coded.numbers.push_back(cell.number);
        }
        ++counts[code];
        ++coded.present;
        coded.codes[i] = code;
    }
    coded.distinct = codes.size();
    for (std::uint32_t& code : coded.codes)
        code = std::min(code, coded.distinct);
    coded.settleNumbers(counts);
    return coded;
}

} // namespace mangrove::profile
