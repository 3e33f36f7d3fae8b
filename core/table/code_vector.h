// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <span>
#include <vector>

namespace mangrove::table {

/// The code of a missing cell.
inline constexpr std::uint32_t kNullCode = std::numeric_limits<std::uint32_t>::max();

/// Codes in as few bytes as they need: one while there are at most 255 different values, then two, then four.
/// Reads as 32-bit codes and kNullCode whatever the width. A value type; safe to read from several threads.
class CodeVector {
public:
    /// Enough to go through all codes in a for loop.
    class Iterator {
    public:
        using value_type = std::uint32_t;
        using difference_type = std::ptrdiff_t;
        using reference = std::uint32_t;
        using pointer = const std::uint32_t*;
        using iterator_category = std::input_iterator_tag;

        Iterator(const CodeVector& codes, std::size_t row) : m_codes(&codes), m_row(row) {}
        std::uint32_t operator*() const { return (*m_codes)[m_row]; }
        Iterator& operator++() {
            ++m_row;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_row != other.m_row; }
        bool operator==(const Iterator& other) const { return m_row == other.m_row; }

    private:
        const CodeVector* m_codes;
        std::size_t m_row;
    };

    CodeVector() = default;
    CodeVector(std::initializer_list<std::uint32_t> codes) {
        for (const std::uint32_t code : codes)
            push_back(code);
    }

    /// Precondition: row < size().
    [[nodiscard]] std::uint32_t operator[](std::size_t row) const {
        const std::uint8_t* at = m_bytes.data() + row * m_width;
        if (m_width == 1)
            return *at == 0xFFU ? kNullCode : *at;
        if (m_width == 2) {
            std::uint16_t code = 0;
            std::memcpy(&code, at, sizeof code);
            return code == 0xFFFFU ? kNullCode : code;
        }
        std::uint32_t code = 0;
        std::memcpy(&code, at, sizeof code);
        return code;
    }
    void push_back(std::uint32_t code);
    void append(std::span<const std::uint32_t> codes);
    /// Keeps the codes at these places only. Precondition: places ascend and are below size().
    void keepOnly(std::span<const std::uint32_t> places);
    void shrink_to_fit() { m_bytes.shrink_to_fit(); }

    [[nodiscard]] std::size_t size() const { return m_bytes.size() / m_width; }
    [[nodiscard]] bool empty() const { return m_bytes.empty(); }
    /// Bytes a code takes: 1, 2 or 4.
    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }
    friend bool operator==(const CodeVector& a, const CodeVector& b);

private:
    void widenFor(std::uint32_t code);

    std::vector<std::uint8_t> m_bytes; ///< all ones = missing
    std::size_t m_width = 1;
};

} // namespace mangrove::table
