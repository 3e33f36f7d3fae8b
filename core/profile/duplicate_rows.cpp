// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/duplicate_rows.h"

#include "base/on_threads.h"
#include "base/value_hash.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>

namespace mangrove::profile {

namespace {

std::uint64_t load(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, 8);
    return word;
}

struct PartitionCount {
    std::uint64_t rows = 0;
    std::uint64_t distinct = 0;
    std::uint64_t repeated = 0; ///< contents that occur more than once
};

/// Distinct hashes by a table of its own that fits the cache.
class PartitionCounter {
public:
    void count(std::span<const RowHash> hashes, PartitionCount& counts) {
        const std::size_t size = std::bit_ceil(std::max<std::size_t>(hashes.size() * 2, 16));
        m_slots.assign(size, {});
        for (const RowHash& hash : hashes) {
            std::size_t at = hash.first & (size - 1);
            while (m_slots[at].times != 0 && !(m_slots[at].hash == hash))
                at = (at + 1) & (size - 1);
            Slot& slot = m_slots[at];
            slot.hash = hash;
            counts.distinct += slot.times == 0 ? 1 : 0;
            counts.repeated += slot.times == 1 ? 1 : 0;
            slot.times += slot.times < 2 ? 1 : 0;
        }
        counts.rows += hashes.size();
    }

private:
    struct Slot {
        RowHash hash;
        std::uint64_t times = 0;
    };
    std::vector<Slot> m_slots;
};

} // namespace

RowHash DuplicateRows::hashOf(std::string_view text) {
    // Two chains of wyhash's step with different constants.
    std::uint64_t a = 0x2D358DCCAA6C78A5ULL ^ text.size();
    std::uint64_t b = 0x8BB84B93962EACC9ULL ^ text.size();
    const auto mix = [&](std::uint64_t x, std::uint64_t y) {
        a = foldMultiply(x ^ 0x4B33A62ED433D4A3ULL, y ^ a);
        b = foldMultiply(x ^ b, y ^ 0x4D5A2DA51DE1AA47ULL);
    };
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 16; at += 16, left -= 16)
        mix(load(at), load(at + 8));
    std::array<char, 16> tail{};
    std::copy_n(at, left, tail.data());
    mix(load(tail.data()), load(tail.data() + 8));
    return {foldMultiply(a ^ 0xA0761D6478BD642FULL, b), foldMultiply(b ^ 0xE7037ED1A0B428DBULL, a)};
}

/// The row as RFC 4180 writes it with as few quotes as possible: the same text as plainText() where that
/// exists.
std::string_view DuplicateRows::canonicalText(const io::RecordBatch& batch, std::size_t row) {
    m_scratch.clear();
    for (std::size_t c = 0; c < batch.columns(); ++c) {
        if (c > 0)
            m_scratch.push_back(batch.delimiter());
        const io::CellRef cell = batch.column(c)[row];
        if (cell.emptyNull())
            continue;
        const std::string_view text = batch.view(cell);
        const bool bare = !text.empty() && std::none_of(text.begin(), text.end(), [&](char character) {
            return character == batch.delimiter() || character == '"' || character == '\n'
                   || character == '\r';
        });
        if (bare) {
            m_scratch += text;
            continue;
        }
        m_scratch.push_back('"');
        for (const char character : text) {
            if (character == '"')
                m_scratch.push_back('"');
            m_scratch.push_back(character);
        }
        m_scratch.push_back('"');
    }
    return m_scratch;
}

void DuplicateRows::append(const io::RecordBatch& batch) {
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const auto plain = batch.plainText(row);
        add(hashOf(plain ? *plain : canonicalText(batch, row)));
    }
}

void DuplicateRows::add(RowHash hash) {
    if (!within(hash))
        return;
    store(hash);
    thinIfFull();
}

void DuplicateRows::addPiece(std::size_t partition) {
    m_pieces[partition].emplace_back(new Piece);
    m_partitions[partition].next = m_pieces[partition].back()->hashes.data();
    m_partitions[partition].end = m_partitions[partition].next + Piece::kHashes;
}

void DuplicateRows::drain(std::size_t partition, std::vector<RowHash>& hashes) {
    hashes.clear();
    for (const auto& piece : m_pieces[partition]) {
        const RowHash* from = piece->hashes.data();
        const bool last = &piece == &m_pieces[partition].back();
        hashes.insert(hashes.end(), from, last ? m_partitions[partition].next : from + Piece::kHashes);
    }
    m_pieces[partition].clear();
    m_partitions[partition] = {};
}

void DuplicateRows::raiseLevel() {
    ++m_level;
    m_stored = 0;
    std::vector<RowHash> hashes;
    for (std::size_t p = 0; p < kPartitions; ++p) {
        drain(p, hashes);
        for (const RowHash& hash : hashes) {
            if (within(hash))
                store(hash);
        }
    }
}

void DuplicateRows::merge(DuplicateRows&& other) {
    while (m_level < other.m_level)
        raiseLevel();
    while (other.m_level < m_level)
        other.raiseLevel();
    std::vector<RowHash> hashes;
    for (std::size_t p = 0; p < kPartitions; ++p) {
        // Full pieces change hands; only the last, half-filled one is copied.
        auto& from = other.m_pieces[p];
        auto& to = m_pieces[p];
        if (from.empty())
            continue;
        const auto full = static_cast<std::ptrdiff_t>(from.size()) - 1;
        m_stored += static_cast<std::uint64_t>(full) * Piece::kHashes;
        to.insert(to.begin(), std::make_move_iterator(from.begin()),
                  std::make_move_iterator(from.begin() + full));
        from.erase(from.begin(), from.begin() + full);
        other.drain(p, hashes);
        for (const RowHash& hash : hashes)
            store(hash);
    }
    thinIfFull();
}

DuplicateFacts DuplicateRows::count(unsigned threads) {
    std::vector<PartitionCount> counts(std::max(1U, threads));
    std::atomic<std::size_t> next{0};
    onThreads(static_cast<unsigned>(counts.size()), [&](unsigned thread) {
        PartitionCounter counter;
        std::vector<RowHash> hashes;
        for (std::size_t p = next++; p < kPartitions; p = next++) {
            drain(p, hashes);
            counter.count(hashes, counts[thread]);
        }
    });
    PartitionCount all;
    for (const PartitionCount& part : counts) {
        all.rows += part.rows;
        all.distinct += part.distinct;
        all.repeated += part.repeated;
    }
    m_stored = 0;
    DuplicateFacts facts;
    facts.rows = (all.rows - all.distinct) << m_level;
    facts.contents = all.repeated << m_level;
    facts.exact = m_level == 0;
    return facts;
}

} // namespace mangrove::profile
