// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/record_batch.h"
#include "profile/column_facts.h"
#include "profile/column_limits.h"
#include "profile/shared_distinct.h"
#include "profile/table_profile.h"
#include "profile/value_dictionary.h"
#include "table/code_vector.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// Memory to work in, of no meaning before or after: the columns of a thread share it, so that it stays in
/// the cache and does not grow with their number.
struct ColumnScratch {
    std::vector<std::uint32_t> codes;
    std::vector<std::uint64_t> hashes;
};

/// Collects one column, in one of two modes. While a column has few distinct values they are kept with their
/// counts, and everything else follows from them at the end: the work per cell is one look-up. Beyond
/// ColumnLimits::dictionaryValues (or …Bytes of text) it counts facts value by value, distinct values by
/// hash, and keeps a sample of rows. The mode at the end depends on the column alone and not on how rows were
/// divided among threads. One thread.
class ColumnAccumulator {
public:
    /// `distinct` is shared by the accumulators of the column in all threads and outlives them.
    ColumnAccumulator(const ColumnLimits& limits, SharedDistinct& distinct)
        : m_limits(limits), m_facts(limits.patterns, limits.shapes), m_distinct(&distinct) {}

    /// The rows of one column of a batch; `sampled` = the rows of it that are in the sample.
    void append(const io::RecordBatch& batch, std::size_t column, std::span<const std::uint32_t> sampled,
                ColumnScratch& scratch);
    /// Keeps the sampled values at these places only.
    void keepSampled(std::span<const std::uint32_t> places);
    /// Adds another's rows; its sample follows this one's.
    void merge(ColumnAccumulator&& other);
    /// Whether merging these accumulators of one column may add to its shared distinct values.
    [[nodiscard]] static bool mergingCounts(std::span<const ColumnAccumulator* const> parts);

    [[nodiscard]] bool hasDictionary() const { return !m_streaming; }
    /// Distinct values with counts, null words among them (Entry::isNull); only with hasDictionary().
    [[nodiscard]] const ValueDictionary& dictionary() const { return m_dictionary; }
    /// Complete after foldDictionary().
    [[nodiscard]] const ColumnFacts& facts() const { return m_facts; }
    void foldDictionary();
    /// Makes facts() and distinct() complete without a dictionary.
    void finishStreaming();
    [[nodiscard]] std::uint64_t nulls() const { return m_nulls; }
    /// The null words that occurred, with counts, in no order.
    [[nodiscard]] std::vector<ValueCount> nullWords() const;
    [[nodiscard]] std::uint64_t distinct() const {
        return m_streaming ? m_distinct->counter().count() : m_values;
    }
    [[nodiscard]] bool distinctExact() const { return !m_streaming || m_distinct->counter().exact(); }
    /// The standard error of distinct() relative to it; 0 = exact.
    [[nodiscard]] double distinctError() const {
        return m_streaming ? m_distinct->counter().standardError() : 0;
    }
    /// The sampled values that are not missing; only without a dictionary.
    [[nodiscard]] std::vector<std::string_view> sampledValues() const;

private:
    static constexpr std::uint32_t kNoValue = table::kNullCode;

    void appendToDictionary(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                            std::span<std::uint32_t> codes);
    std::size_t appendRuns(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                           std::span<std::uint32_t> codes);
    void appendStreaming(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                         std::span<const std::uint32_t> sampled, std::vector<std::uint64_t>& hashes);
    void startStreaming();
    [[nodiscard]] std::uint32_t codeOf(const io::RecordBatch& batch, io::CellRef cell) {
        if (cell.emptyNull())
            return kNoValue;
        const std::uint32_t index = m_dictionary.findPadded(batch.view(cell).data(), cell.length());
        return index != ValueDictionary::kAbsent ? index : addValue(batch, cell);
    }
    [[nodiscard]] std::uint32_t addValue(const io::RecordBatch& batch, io::CellRef cell);
    void noteSample(std::string_view value);
    void noteNullWord(std::string_view word, std::uint64_t count);
    [[nodiscard]] bool overfull() const {
        return m_values > m_limits.dictionaryValues || m_dictionary.textBytes() > m_limits.dictionaryBytes
               || m_distinct->overfull();
    }

    ColumnLimits m_limits;
    bool m_streaming = false;
    bool m_mostlyRepeats = false; ///< in the batch before, most cells repeated the one above
    std::uint64_t m_nulls = 0;
    ValueDictionary m_nullWords; ///< once there is no dictionary
    ValueDictionary m_dictionary;
    std::uint64_t m_values = 0; ///< entries of the dictionary that are no null words
    ColumnFacts m_facts;
    SharedDistinct* m_distinct;
    table::CodeVector m_sampleCodes; ///< entries, kNoValue = missing; with a dictionary
    std::vector<std::uint32_t>
        m_sampleLengths; ///< without: of the texts in m_sampleArena, kNoValue = missing
    std::vector<char> m_sampleArena;
};

} // namespace mangrove::profile
