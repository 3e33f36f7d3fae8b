// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// The distinct values of a column as far as they are needed to compare it with columns of other tables:
/// those whose hash begins with level() zero bits, with the exact number of their rows (adaptive sampling,
/// Wegman; Flajolet 1990, "On adaptive sampling"). The level is the lowest at which at most `limit` values
/// remain, so two columns keep the same values where they share them, whatever the order of rows and the
/// number of threads. Never holds a text. One thread.
class KeySketch {
public:
    /// What a value is, as far as it decides whether a column can be a key.
    /// LongCode: 12 to 64 characters without a blank, four of them digits at least (a UUID, a serial number):
    /// too long to be the same by chance.
    enum class Kind : std::uint8_t { Text, Integer, Amount, Time, LongCode };
    struct Entry {
        std::uint64_t hash = 0; ///< 0 = free
        double number = 0;      ///< Kind::Integer
        std::uint32_t rows = 0; ///< up to 2^32 - 1
        Kind kind = Kind::Text;
    };

    /// At most `limit` values are kept, 64 bytes each.
    explicit KeySketch(std::size_t limit) : m_limit(limit) {}

    /// One row with that value, blanks at its ends not counted; never a missing one.
    void add(std::string_view value);
    /// Takes the other's rows; both have the same limit.
    void merge(const KeySketch& other);

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] unsigned level() const { return m_level; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Whether every value is kept.
    [[nodiscard]] bool exact() const { return m_level == 0; }
    /// Distinct values; an estimate where not exact(), with a standard error of about 1.2 / sqrt(size()).
    [[nodiscard]] std::uint64_t distinct() const { return std::uint64_t{m_size} << m_level; }
    [[nodiscard]] bool contains(std::uint64_t hash) const;
    /// The kept values by hash, ascending: those of a higher level come first.
    [[nodiscard]] std::vector<Entry> sorted() const;
    /// How hashes of that level are told from others: they are below it.
    [[nodiscard]] static std::uint64_t bound(unsigned level) {
        return level == 0 ? ~std::uint64_t{0} : std::uint64_t{1} << (64U - level);
    }

private:
    Entry& place(std::uint64_t hash);
    void insert(const Entry& entry);
    void shrink();

    std::size_t m_limit;
    unsigned m_level = 0;
    std::uint64_t m_rows = 0;
    std::size_t m_size = 0;
    std::vector<Entry> m_slots; ///< open addressing, size a power of two
};

} // namespace mangrove::profile
