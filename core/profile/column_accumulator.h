// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/record_batch.h"
#include "profile/column_facts.h"
#include "profile/distinct_counter.h"
#include "profile/value_dictionary.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// Collects one column, in one of two modes. While a column has few distinct values they are kept with their
/// counts, and everything else follows from them at the end: the work per cell is one look-up. Beyond
/// kDictionaryValues (or kDictionaryBytes of text) it counts facts value by value, distinct values by hash,
/// and keeps a sample of rows. The mode at the end depends on the column alone and not on how rows were
/// divided among threads. One thread.
class ColumnAccumulator {
public:
    static constexpr std::size_t kDictionaryValues = 65'536;
    static constexpr std::size_t kDictionaryBytes = 16U << 20U;

    /// The rows of one column of a batch; `sampled` = the rows of it that are in the sample.
    void append(const io::RecordBatch& batch, std::size_t column, std::span<const std::uint32_t> sampled);
    /// Keeps the sampled values at these places only.
    void keepSampled(std::span<const std::uint32_t> places);
    /// Adds another's rows; its sample follows this one's.
    void merge(ColumnAccumulator&& other);

    [[nodiscard]] bool hasDictionary() const { return !m_streaming; }
    /// Distinct values with counts, null words among them (Entry::isNull); only with hasDictionary().
    [[nodiscard]] const ValueDictionary& dictionary() const { return m_dictionary; }
    /// Complete after foldDictionary().
    [[nodiscard]] const ColumnFacts& facts() const { return m_facts; }
    void foldDictionary();
    [[nodiscard]] std::uint64_t nulls() const { return m_nulls; }
    [[nodiscard]] std::uint64_t distinct() const { return m_streaming ? m_distinct.count() : m_values; }
    [[nodiscard]] bool distinctExact() const { return !m_streaming || m_distinct.exact(); }
    /// The sampled values that are not missing; only without a dictionary.
    [[nodiscard]] std::vector<std::string_view> sampledValues() const;

private:
    static constexpr std::uint32_t kNoValue = 0xFFFFFFFFU;

    void appendToDictionary(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                            std::span<const std::uint32_t> sampled);
    void appendStreaming(const io::RecordBatch& batch, std::span<const io::CellRef> cells,
                         std::span<const std::uint32_t> sampled);
    void startStreaming();
    std::uint32_t addValue(const io::RecordBatch& batch, std::string_view value);
    void noteSample(std::string_view value);
    [[nodiscard]] bool overfull() const {
        return m_values > kDictionaryValues || m_dictionary.textBytes() > kDictionaryBytes;
    }

    struct SampleText {
        std::uint64_t offset = 0;
        std::uint32_t length = kNoValue; ///< kNoValue = missing
    };

    bool m_streaming = false;
    std::uint64_t m_nulls = 0;
    ValueDictionary m_dictionary;
    std::uint64_t m_values = 0; ///< entries of the dictionary that are no null words
    ColumnFacts m_facts;
    DistinctCounter m_distinct;
    std::vector<std::uint32_t> m_sampleCodes; ///< entries, kNoValue = missing; with a dictionary
    std::vector<SampleText> m_sampleTexts;    ///< without
    std::vector<char> m_sampleArena;
    std::vector<std::uint32_t> m_batchCodes; ///< scratch
};

} // namespace mangrove::profile
