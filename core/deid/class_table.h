// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// Distinct combinations of codes with the number of records of each, in order of first appearance. All later
/// work is done on these and not on rows. Memory: about (4 x columns + 20) bytes a combination. One thread.
class ClassTable {
public:
    explicit ClassTable(std::size_t columns);

    /// Adds `count` records; returns the combination's number. codes.size() == columns().
    std::uint32_t add(std::span<const std::uint32_t> codes, std::uint64_t count = 1);
    /// The combination's number, or kAbsent.
    [[nodiscard]] std::uint32_t find(std::span<const std::uint32_t> codes) const;

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
    [[nodiscard]] std::size_t slotOf(std::span<const std::uint32_t> codes, std::uint64_t hash) const;
    void grow();

    std::size_t m_columns;
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint64_t> m_counts;
    std::vector<std::uint32_t> m_hashes; ///< high half of each combination's hash
    std::vector<std::uint32_t> m_slots;
    std::size_t m_mask;
    std::uint64_t m_records = 0;
};

} // namespace mangrove::deid
