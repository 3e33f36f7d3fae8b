// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/record_batch.h"
#include "profile/table_profile.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mangrove::profile {

/// 128 bits of a row.
struct RowHash {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    friend bool operator==(const RowHash&, const RowHash&) = default;
};

/// Counts the rows that repeat an earlier one: all cells equal as texts (without their quotes), a missing
/// cell equal to a missing one only. Rows are compared by 128-bit hashes (under 10^-24 for a false pair among
/// 10 million).
///
/// Memory is bounded: beyond `limit` rows only hashes that begin with one zero bit are kept, then two, and so
/// on (Wegman's adaptive sampling; Flajolet 1990, "On adaptive sampling"). All rows of one content stay or go
/// together, so the counts times 2^bits are unbiased; none found means that none is likely, and the answer is
/// flagged. The same for every division of the rows among counters. One thread.
class DuplicateRows {
public:
    explicit DuplicateRows(std::size_t limit) : m_limit(limit) {}

    void append(const io::RecordBatch& batch);
    /// Of a row's canonical text.
    void add(RowHash hash);
    /// Takes the other's rows over; both have the same limit.
    void merge(DuplicateRows&& other);
    /// Counts with so many threads; the hashes are gone then.
    [[nodiscard]] DuplicateFacts count(unsigned threads);

    [[nodiscard]] static RowHash hashOf(std::string_view text);

private:
    /// Hashes of one partition, in pieces, so that nothing is copied as they grow.
    struct Piece {
        static constexpr std::size_t kHashes = 256;
        std::array<RowHash, kHashes> hashes;
    };
    struct Partition {
        RowHash* next = nullptr; ///< where the next hash goes in the last piece
        RowHash* end = nullptr;
    };
    static constexpr std::size_t kPartitions = 256;

    [[nodiscard]] bool within(const RowHash& hash) const {
        return m_level == 0 || (hash.second >> (64U - m_level)) == 0;
    }
    void store(RowHash hash) {
        Partition& to = m_partitions[hash.first >> 56U];
        if (to.next == to.end)
            addPiece(hash.first >> 56U);
        *to.next++ = hash;
        ++m_stored;
    }
    void addPiece(std::size_t partition);
    /// Takes all hashes of a partition out.
    void drain(std::size_t partition, std::vector<RowHash>& hashes);
    void raiseLevel();
    void thinIfFull() {
        while (m_stored > m_limit && m_level < 60)
            raiseLevel();
    }
    [[nodiscard]] std::string_view canonicalText(const io::RecordBatch& batch, std::size_t row);

    std::size_t m_limit;
    unsigned m_level = 0;
    std::uint64_t m_stored = 0;
    std::array<Partition, kPartitions> m_partitions{};
    std::array<std::vector<std::unique_ptr<Piece>>, kPartitions> m_pieces;
    std::string m_scratch;
};

} // namespace mangrove::profile
