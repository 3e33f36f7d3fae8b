// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/shape_key.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mangrove::profile {

/// How values of one shape are read.
enum class ShapeReading : std::uint8_t {
    General,  ///< by parseValue()
    Nothing,  ///< as text only: no type but Text fits
    Integer,  ///< 1 to 15 digits, but neither 8 nor 14 (which could be dates)
    Decimal,  ///< digits, point, digits: 15 digits at most
    Date,     ///< 9999-99-99 with - / or .
    DateTime, ///< … 99:99:99 behind a blank or T
};

/// The shapes of a column with the number of values. Bounded: a shape that finds no room is not taken.
/// Movable; one thread.
class ShapeTable {
public:
    static constexpr std::size_t kMaxShapes = 4096;

    explicit ShapeTable(std::size_t maxShapes = kMaxShapes) : m_maxShapes(maxShapes) {}

    struct Shape {
        ShapeKey key;
        ShapeReading reading = ShapeReading::General;
        std::uint8_t wholeDigits = 0; ///< Decimal: before the point
        bool maybeNullWord = false;   ///< a candidate for "missing" has this shape
        std::uint64_t count = 0;
    };

    /// The shape of `key`, or nullptr where there is no more room.
    [[nodiscard]] Shape* find(const ShapeKey& key) {
        if (m_last < m_shapes.size() && m_shapes[m_last].key == key)
            return &m_shapes[m_last];
        return look(key);
    }
    [[nodiscard]] const std::vector<Shape>& shapes() const { return m_shapes; }
    void clear() { *this = ShapeTable(m_maxShapes); }

private:
    [[nodiscard]] Shape* look(const ShapeKey& key);
    void grow();

    std::size_t m_maxShapes;
    std::vector<Shape> m_shapes;
    std::vector<std::uint32_t> m_slots; ///< index + 1, 0 = free; size a power of two
    std::size_t m_last = 0;
};

} // namespace mangrove::profile
