// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/shape_table.h"

#include "base/value_hash.h"
#include "io/null_words.h"

#include <algorithm>
#include <cstring>

#ifdef __x86_64__
#include <emmintrin.h>
#endif

namespace mangrove::profile {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

/// How many of the characters from `at` on are `c`.
std::size_t runOf(std::string_view text, char c, std::size_t at = 0) {
    std::size_t end = at;
    while (end < text.size() && text[end] == c)
        ++end;
    return end - at;
}

ShapeReading readingOf(std::string_view shape, std::uint8_t& wholeDigits) {
    if (shape.empty())
        return ShapeReading::Nothing;
    if (isBlank(shape.front()) || isBlank(shape.back()) || shape.back() == '\r' || shape.back() == '\n'
        || shape.front() == '\r' || shape.front() == '\n')
        return ShapeReading::General;
    const char first = shape.front();
    if (first != '9' && first != '-' && first != '+' && first != '.')
        return shape.size() > 5 ? ShapeReading::Nothing : ShapeReading::General;
    const std::size_t digits = runOf(shape, '9');
    if (digits == shape.size())
        return digits <= 15 && digits != 8 && digits != 14 ? ShapeReading::Integer : ShapeReading::General;
    if (digits > 0 && shape.size() > digits + 1 && shape.size() <= 16 && shape[digits] == '.'
        && runOf(shape, '9', digits + 1) == shape.size() - digits - 1) {
        wholeDigits = static_cast<std::uint8_t>(digits);
        return ShapeReading::Decimal;
    }
    for (const char separator : {'-', '/', '.'}) {
        const std::string date{'9', '9', '9', '9', separator, '9', '9', separator, '9', '9'};
        if (!shape.starts_with(date))
            continue;
        const std::string_view rest = shape.substr(date.size());
        if (rest.empty())
            return ShapeReading::Date;
        if ((rest.front() == ' ' || rest.front() == 'T') && rest.substr(1) == "99:99:99")
            return ShapeReading::DateTime;
    }
    return ShapeReading::General;
}

bool maybeNullWord(const ShapeKey& key) {
    const auto words = io::NullWords::candidates();
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return word.size() == key.length; });
}

#ifdef __x86_64__

/// `low` <= byte <= `high`, as a mask; bytes beyond ASCII are negative and so never within.
__m128i within(__m128i bytes, char low, char high) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(low - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(high + 1))));
}

__m128i replace(__m128i bytes, char low, char high, char by) {
    const __m128i mask = within(bytes, low, high);
    return _mm_or_si128(_mm_andnot_si128(mask, bytes), _mm_and_si128(mask, _mm_set1_epi8(by)));
}

/// The classes of 16 bytes of which those where `keep` is set belong to the text.
__m128i classesOf(__m128i bytes, __m128i keep) {
    bytes = _mm_and_si128(bytes, keep);
    return replace(replace(replace(bytes, '0', '9', '9'), 'A', 'Z', 'A'), 'a', 'z', 'a');
}

#endif

} // namespace

bool ShapeKey::make(const char* text, std::uint32_t length, ShapeKey& key) {
    if (length > kMaxLength)
        return false;
    key.length = length;
#ifdef __x86_64__
    static constexpr std::array<std::uint8_t, 64> kKeep = [] {
        std::array<std::uint8_t, 64> keep{};
        std::fill_n(keep.begin(), 32, std::uint8_t{0xFF});
        return keep;
    }();
    const auto load = [](const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); };
    const std::uint8_t* keep = kKeep.data() + 32 - length;
    const __m128i low = classesOf(load(text), load(keep));
    const __m128i high = length > 16 ? classesOf(load(text + 16), load(keep + 16)) : _mm_setzero_si128();
    _mm_storeu_si128(reinterpret_cast<__m128i*>(key.words.data()), low);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(key.words.data() + 2), high);
    return _mm_movemask_epi8(_mm_or_si128(low, high)) == 0;
#else
    std::array<char, kMaxLength> classes{};
    for (std::uint32_t i = 0; i < length; ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
        classes[i] = c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' ? 'a' : c;
    }
    std::memcpy(key.words.data(), classes.data(), classes.size());
    return true;
#endif
}

ShapeTable::Shape* ShapeTable::look(const ShapeKey& key) {
    if ((m_shapes.size() + 1) * 2 > m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hashValue(key.text()) & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == 0) {
            if (m_shapes.size() >= m_maxShapes)
                return nullptr;
            Shape shape;
            shape.key = key;
            shape.reading = readingOf(key.text(), shape.wholeDigits);
            shape.maybeNullWord = maybeNullWord(key);
            m_shapes.push_back(shape);
            m_slots[slot] = static_cast<std::uint32_t>(m_shapes.size());
        }
        if (m_shapes[m_slots[slot] - 1].key == key) {
            m_last = m_slots[slot] - 1;
            return &m_shapes[m_last];
        }
    }
}

void ShapeTable::grow() {
    m_slots.assign(m_slots.empty() ? 16 : m_slots.size() * 2, 0);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        std::size_t slot = hashValue(m_shapes[i].key.text()) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

} // namespace mangrove::profile
