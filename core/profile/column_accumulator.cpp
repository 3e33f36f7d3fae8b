// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_accumulator.h"

#include "base/value_hash.h"

#include <algorithm>

namespace mangrove::profile {

void ColumnAccumulator::append(const io::RecordBatch& batch, std::size_t column,
                               std::span<const std::uint32_t> sampled, ColumnScratch& scratch) {
    const auto cells = batch.column(column);
    if (m_streaming) {
        appendStreaming(batch, cells, sampled, scratch.hashes);
        return;
    }
    std::vector<std::uint32_t>& codes = scratch.codes;
    codes.resize(cells.size());
    appendToDictionary(batch, cells, codes);
    for (std::size_t i = 0; i < sampled.size(); ++i)
        codes[i] = codes[sampled[i]];
    m_sampleCodes.append(std::span(codes).first(sampled.size()));
    if (overfull())
        startStreaming();
}

std::uint32_t ColumnAccumulator::addValue(const io::RecordBatch& batch, io::CellRef cell) {
    const std::string_view value = batch.view(cell);
    bool isNew = false;
    const std::uint32_t index = m_dictionary.add(value, hashValue(value), 0, isNew);
    if (batch.isNullWord(value))
        m_dictionary.entry(index).isNull = true;
    else
        ++m_values;
    return index;
}

void ColumnAccumulator::appendToDictionary(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                                           std::span<std::uint32_t> codes) {
    std::size_t repeats = 0;
    if (m_mostlyRepeats) {
        repeats = appendRuns(batch, cells, codes);
    } else {
        // So that the look-ups of a large dictionary wait for memory together and not one after the other. In
        // a function of its own, which has no effect, the compiler would drop it.
        for (const io::CellRef cell : m_dictionary.isLarge() ? cells : std::span<const io::CellRef>()) {
            if (cell.length() <= ValueKey::kMaxLength)
                __builtin_prefetch(m_dictionary.slotOfPadded(batch.view(cell).data(), cell.length()));
        }
        std::uint32_t last = kNoValue;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const std::uint32_t index = codeOf(batch, cells[row]);
            codes[row] = index;
            repeats += index == last ? 1 : 0;
            last = index;
            if (index == kNoValue)
                ++m_nulls;
            else
                m_dictionary.count(index, 1);
        }
    }
    m_mostlyRepeats = repeats * 8 > cells.size() * 7;
}

/// For columns where most cells repeat the one above: a comparison settles those, and they are counted
/// together. Elsewhere the branch would be mispredicted too often. Returns the number of repeats.
std::size_t ColumnAccumulator::appendRuns(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                                          std::span<std::uint32_t> codes) {
    std::size_t repeats = 0;
    for (std::size_t row = 0; row < cells.size();) {
        const io::CellRef first = cells[row];
        const std::size_t start = row++;
        const std::uint32_t length = first.length();
        std::uint32_t code = kNoValue;
        if (first.emptyNull()) {
            while (row < cells.size() && cells[row].emptyNull())
                ++row;
            m_nulls += row - start;
        } else {
            if (length <= ValueKey::kMaxLength) {
                const ValueKey key = ValueKey::ofPadded(batch.view(first).data(), length);
                while (row < cells.size() && cells[row].length() == length && !cells[row].emptyNull()
                       && ValueKey::ofPadded(batch.view(cells[row]).data(), length) == key)
                    ++row;
            }
            code = codeOf(batch, first);
            m_dictionary.count(code, row - start);
        }
        std::fill_n(codes.begin() + static_cast<std::ptrdiff_t>(start), row - start, code);
        repeats += row - start - 1;
    }
    return repeats;
}

void ColumnAccumulator::appendStreaming(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                                        std::span<const std::uint32_t> sampled,
                                        std::vector<std::uint64_t>& hashes) {
    hashes.clear();
    for (const io::CellRef cell : cells) {
        const std::string_view value = batch.view(cell);
        if (cell.emptyNull()) {
            ++m_nulls;
            continue;
        }
        if (batch.isNullWord(value)) {
            noteNullWord(value, 1);
            continue;
        }
        hashes.push_back(hashValue(value));
        m_facts.addPadded(value.data(), cell.length(), 1);
    }
    m_distinct->add(hashes);
    for (const std::uint32_t row : sampled) {
        const std::string_view value = batch.view(cells[row]);
        if (cells[row].emptyNull() || batch.isNullWord(value))
            m_sampleLengths.push_back(kNoValue);
        else
            noteSample(value);
    }
}

void ColumnAccumulator::noteNullWord(std::string_view word, std::uint64_t count) {
    bool isNew = false;
    m_nullWords.add(word, hashValue(word), count, isNew);
    m_nulls += count;
}

std::vector<ValueCount> ColumnAccumulator::nullWords() const {
    std::vector<ValueCount> words;
    for (const ValueDictionary::Entry& entry : m_nullWords.entries())
        words.push_back({std::string(m_nullWords.text(entry)), m_nullWords.countOf(entry)});
    return words;
}

void ColumnAccumulator::finishStreaming() {
    if (m_streaming)
        m_facts.settle();
}

void ColumnAccumulator::noteSample(std::string_view value) {
    m_sampleLengths.push_back(static_cast<std::uint32_t>(value.size()));
    m_sampleArena.insert(m_sampleArena.end(), value.begin(), value.end());
}

void ColumnAccumulator::startStreaming() {
    m_distinct->noteOverfull();
    foldDictionary();
    std::vector<std::uint64_t> hashes;
    for (const ValueDictionary::Entry& entry : m_dictionary.entries()) {
        if (!entry.isNull)
            hashes.push_back(entry.hash);
    }
    for (const std::uint32_t code : m_sampleCodes) {
        if (code == kNoValue || m_dictionary.entry(code).isNull)
            m_sampleLengths.push_back(kNoValue);
        else
            noteSample(m_dictionary.text(m_dictionary.entry(code)));
    }
    m_distinct->add(hashes);
    m_sampleCodes = {};
    m_dictionary.clear();
    m_streaming = true;
}

void ColumnAccumulator::foldDictionary() {
    for (const ValueDictionary::Entry& entry : m_dictionary.entries()) {
        if (entry.isNull)
            noteNullWord(m_dictionary.text(entry), m_dictionary.countOf(entry));
        else
            m_facts.add(m_dictionary.text(entry), m_dictionary.countOf(entry));
    }
    m_facts.settle();
}

void ColumnAccumulator::keepSampled(std::span<const std::uint32_t> places) {
    if (!m_streaming) {
        m_sampleCodes.keepOnly(places);
        return;
    }
    std::size_t from = 0; // in the arena
    std::size_t to = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_sampleLengths.size() && kept < places.size(); ++i) {
        const std::uint32_t length = m_sampleLengths[i];
        const std::size_t bytes = length == kNoValue ? 0 : length;
        if (places[kept] == i) {
            std::copy_n(m_sampleArena.begin() + static_cast<std::ptrdiff_t>(from), bytes,
                        m_sampleArena.begin() + static_cast<std::ptrdiff_t>(to)); // to <= from
            to += bytes;
            m_sampleLengths[kept++] = length;
        }
        from += bytes;
    }
    m_sampleLengths.resize(kept);
    m_sampleArena.resize(to);
}

bool ColumnAccumulator::mergingCounts(std::span<const ColumnAccumulator* const> parts) {
    const ColumnAccumulator& first = *parts.front();
    std::uint64_t values = 0;
    std::size_t bytes = 0;
    for (const ColumnAccumulator* part : parts) {
        if (part->m_streaming != first.m_streaming)
            return true;
        values += part->m_values;
        bytes += part->m_dictionary.textBytes();
    }
    return !first.m_streaming
           && (values > first.m_limits.dictionaryValues || bytes > first.m_limits.dictionaryBytes
               || first.m_distinct->overfull());
}

void ColumnAccumulator::merge(ColumnAccumulator&& other) {
    if (m_streaming != other.m_streaming)
        (m_streaming ? other : *this).startStreaming();
    m_nulls += other.m_nulls;
    if (!m_streaming) {
        std::vector<std::uint32_t> codes;
        codes.reserve(other.m_dictionary.size());
        for (const ValueDictionary::Entry& entry : other.m_dictionary.entries()) {
            bool isNew = false;
            codes.push_back(m_dictionary.add(other.m_dictionary.text(entry), entry.hash,
                                             other.m_dictionary.countOf(entry), isNew));
            m_dictionary.entry(codes.back()).isNull = entry.isNull;
            m_values += isNew && !entry.isNull ? 1 : 0;
        }
        std::vector<std::uint32_t> sampled;
        sampled.reserve(other.m_sampleCodes.size());
        for (const std::uint32_t code : other.m_sampleCodes)
            sampled.push_back(code == kNoValue ? kNoValue : codes[code]);
        m_sampleCodes.append(sampled);
        if (overfull())
            startStreaming();
        return;
    }
    finishStreaming();
    other.finishStreaming();
    m_facts.merge(other.m_facts);
    for (const ValueDictionary::Entry& entry : other.m_nullWords.entries()) {
        bool isNew = false;
        m_nullWords.add(other.m_nullWords.text(entry), entry.hash, other.m_nullWords.countOf(entry), isNew);
    }
    m_sampleLengths.insert(m_sampleLengths.end(), other.m_sampleLengths.begin(), other.m_sampleLengths.end());
    m_sampleArena.insert(m_sampleArena.end(), other.m_sampleArena.begin(), other.m_sampleArena.end());
}

std::vector<std::string_view> ColumnAccumulator::sampledValues() const {
    std::vector<std::string_view> values;
    values.reserve(m_sampleLengths.size());
    const char* at = m_sampleArena.data();
    for (const std::uint32_t length : m_sampleLengths) {
        if (length == kNoValue)
            continue;
        values.emplace_back(at, length);
        at += length;
    }
    return values;
}

} // namespace mangrove::profile
