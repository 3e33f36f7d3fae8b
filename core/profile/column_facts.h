// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/exact_moments.h"
#include "profile/parsed_value.h"
#include "profile/shape_table.h"
#include "profile/value_dictionary.h"
#include "profile/value_pattern.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::profile {

/// The smallest and the largest value by some key, as they are written. Equal keys: the smaller text, so that
/// the order of the values does not matter.
template<typename Key>
struct Extremes {
    bool any = false;
    Key minKey{};
    Key maxKey{};
    std::string minText;
    std::string maxText;

    void add(Key key, std::string_view text) {
        if (!any || key < minKey || (key == minKey && less(text, minText))) {
            minKey = key;
            minText = text;
        }
        if (!any || maxKey < key || (key == maxKey && less(maxText, text))) {
            maxKey = key;
            maxText = text;
        }
        any = true;
    }
    void merge(const Extremes& other) {
        if (other.any) {
            add(other.minKey, other.minText);
            add(other.maxKey, other.maxText);
        }
    }

private:
    /// By length first: among integers too long for a double that is their order, too.
    static bool less(std::string_view a, std::string_view b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};

/// What can be counted value by value without keeping the values: votes for the types, extremes, moments,
/// lengths, oddities, patterns. The same whatever the order and however often facts are merged. One thread.
class ColumnFacts {
public:
    static constexpr std::size_t kMaxPatterns = 5'000;

    explicit ColumnFacts(std::size_t maxPatterns = kMaxPatterns,
                         std::size_t maxShapes = ShapeTable::kMaxShapes)
        : m_maxPatterns(maxPatterns), m_shapes(maxShapes) {}

    /// `count` occurrences of a value that is not missing (well-formed UTF-8).
    void add(std::string_view value, std::uint64_t count);
    /// The same for a text with io::RecordBatch::kReadable bytes behind it.
    void addPadded(const char* text, std::uint32_t length, std::uint64_t count);
    /// To be called before the facts are read or merged: adds what was only counted by shape.
    void settle();
    /// Both are settled.
    void merge(const ColumnFacts& other);

    struct Votes {
        std::uint64_t values = 0; ///< all that were added
        std::uint64_t integer = 0;
        std::uint64_t decimal = 0;
        std::uint64_t trueFalse = 0;
        std::uint64_t yes = 0;
        std::uint64_t no = 0;
        std::uint64_t compact = 0;
        std::uint64_t compactTime = 0;
        std::array<std::uint64_t, 3> date{};     ///< year first, day first, month first; without time
        std::array<std::uint64_t, 3> dateTime{}; ///< with time
        std::uint64_t time = 0;
    };
    [[nodiscard]] const Votes& votes() const { return m_votes; }
    [[nodiscard]] const ExactMoments& moments() const { return m_moments; }
    [[nodiscard]] const Extremes<double>& numbers() const { return m_numbers; }
    /// Year first, day first, month first.
    [[nodiscard]] const Extremes<std::int64_t>& dates(std::size_t order) const { return m_dates[order]; }
    [[nodiscard]] const Extremes<std::int64_t>& times() const { return m_times; }
    [[nodiscard]] const std::string& minText() const { return m_minText; }
    [[nodiscard]] const std::string& maxText() const { return m_maxText; }
    [[nodiscard]] std::uint64_t minLength() const { return m_minLength; }
    [[nodiscard]] std::uint64_t maxLength() const { return m_maxLength; }
    [[nodiscard]] std::uint64_t blankEdges() const { return m_blankEdges; }
    [[nodiscard]] std::uint64_t fullWidth() const { return m_fullWidth; }
    [[nodiscard]] std::uint64_t emptyTexts() const { return m_emptyTexts; }
    /// Values that look like a word for "missing" but were not taken for one.
    [[nodiscard]] std::uint64_t nullLike() const { return m_nullLike; }
    [[nodiscard]] std::uint64_t mojibake() const { return m_mojibake; }
    /// Empty where there were more than the constructor allows.
    [[nodiscard]] const ValueDictionary& patterns() const { return m_patterns; }

private:
    void addWhole(std::string_view value, std::uint64_t count);
    void addShape(const TextShape& shape, bool isEmpty, std::uint64_t count);
    void addByShape(const ShapeTable::Shape& shape, const char* text, std::uint64_t count);
    void addDate(const char* text, bool withTime, std::string_view value, std::uint64_t count);
    void addNumber(std::int64_t digits, std::uint8_t scale, bool integer, std::string_view value,
                   std::uint64_t count);
    void addKinds(const ParsedValue& parsed, std::string_view value, std::uint64_t count);
    void addPattern(std::string_view pattern, std::uint64_t count);
    void addTextExtremes(std::string_view value);

    std::size_t m_maxPatterns;
    Votes m_votes;
    ExactMoments m_moments;
    Extremes<double> m_numbers;
    std::array<Extremes<std::int64_t>, 3> m_dates;
    Extremes<std::int64_t> m_times;
    ShapeTable m_shapes; ///< what was counted since the last settle()
    bool m_anyText = false;
    std::uint64_t m_minPrefix = 0; ///< of m_minText, see textPrefix()
    std::uint64_t m_maxPrefix = 0;
    std::string m_minText;
    std::string m_maxText;
    std::uint64_t m_minLength = 0;
    std::uint64_t m_maxLength = 0;
    std::uint64_t m_blankEdges = 0;
    std::uint64_t m_fullWidth = 0;
    std::uint64_t m_emptyTexts = 0;
    std::uint64_t m_nullLike = 0;
    std::uint64_t m_mojibake = 0;
    ValueDictionary m_patterns;
    bool m_tooManyPatterns = false;
    std::string m_scratch;
};

} // namespace mangrove::profile
