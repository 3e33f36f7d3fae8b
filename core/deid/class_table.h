// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// Distinct combinations of codes with the number of records of each, in order of first appearance. All later
/// work is done on these and not on rows. Memory: about (4 x columns + 32) bytes a combination. One thread.
class ClassTable {
public:
    explicit ClassTable(std::size_t columns);

    /// Adds `count` records; returns the combination's number. codes.size() == columns().
    std::uint32_t add(std::span<const std::uint32_t> codes, std::uint64_t count = 1);
    /// The same for `numbers.size()` records, whose codes lie one behind the other: memory is fetched ahead.
    void addAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers);
    /// One more record of a combination that is there.
    void addTo(std::uint32_t index) {
        ++m_counts[index];
        ++m_records;
    }
    /// The combination's number, or kAbsent.
    [[nodiscard]] std::uint32_t find(std::span<const std::uint32_t> codes) const;
    /// As addAll().
    void findAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers) const;

    static constexpr std::uint32_t kAbsent = 0xffff'ffffU;
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t size() const { return m_counts.size(); }
    [[nodiscard]] std::span<const std::uint32_t> codes(std::size_t index) const {
        return {m_codes.data() + index * m_columns, m_columns};
    }
    [[nodiscard]] std::uint64_t count(std::size_t index) const { return m_counts[index]; }
    [[nodiscard]] std::span<const std::uint64_t> counts() const { return m_counts; }
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    /// True when the next new combination would not have a number any more.
    [[nodiscard]] bool full() const { return size() >= kAbsent - 1; }

private:
    /// The hash stands beside the number, so that nearly every comparison that fails costs no more memory.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t index = kAbsent;
    };
    [[nodiscard]] std::size_t slotOf(std::span<const std::uint32_t> codes, std::uint32_t hash) const;
    std::uint32_t add(std::span<const std::uint32_t> codes, std::uint32_t hash, std::uint64_t count);
    template<typename NumberOf>
    void forAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers,
                const NumberOf& numberOf) const;
    void grow();

    std::size_t m_columns;
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint64_t> m_counts;
    std::vector<Slot> m_slots;
    std::size_t m_mask;
    std::uint64_t m_records = 0;
};

} // namespace mangrove::deid
