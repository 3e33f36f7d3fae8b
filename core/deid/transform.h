// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// What is done to the cells of one column.
enum class TransformType : std::uint8_t {
    Keep,       ///< unchanged
    Suppress,   ///< the column leaves the file, or its cells are emptied
    Mask,       ///< all but the first and last n code points become the mask character
    Pseudonym,  ///< "P-" and 16 characters out of a keyed HMAC-SHA-256
    Generalise, ///< replaced by the hierarchy's value at a level
    DateShift   ///< moved by the person's secret number of days
};

/// Whether, and by whom, the original can be had back from a transformed cell.
enum class Reversibility : std::uint8_t {
    Unchanged, ///< the cell is the original
    Nobody,    ///< the information is gone
    KeyHolder, ///< whoever holds the recipe's key (a keyed pseudonym: by trying known values)
    Partly     ///< nobody from the cell alone; what is left in it narrows the original down
};

/// The facts about a transform that screens and reports show beside it.
struct TransformInfo {
    TransformType type;
    std::string_view name; ///< "date-shift": the word of recipes and reports
    Reversibility reversibility;
    std::string_view reversibleBy; ///< "nobody", "holder of the pseudonym key", …
    std::string_view effect;       ///< one English sentence: what is lost and what is kept for analysis
};

/// All transforms, in the order of the enum.
[[nodiscard]] std::span<const TransformInfo> transformInfos();
[[nodiscard]] const TransformInfo& describe(TransformType type);
[[nodiscard]] std::optional<TransformType> transformFromName(std::string_view name);

/// What Suppress leaves behind.
enum class SuppressMode : std::uint8_t { Remove, Empty };

/// A transform with its parameters. Only those of its type count; the others stay at their defaults.
struct Transform {
    TransformType type = TransformType::Keep;
    SuppressMode suppressMode = SuppressMode::Remove;
    std::uint32_t keepFirst = 0; ///< mask: code points left at the start
    std::uint32_t keepLast = 0;  ///< mask: code points left at the end
    std::string maskWith = "*";  ///< mask: one code point
    /// pseudonym, date-shift: the name of the value domain. Same key, recipient and domain: same pseudonym,
    /// and the same offset per person, in every table. Empty = the column's (date-shift: the person column's)
    /// name.
    std::string domain;
    std::string person; ///< date-shift: the column that tells persons apart (its raw values)
    std::uint32_t rangeDays =
        0; ///< date-shift: offset is uniform in ±1…±rangeDays, never 0. Secret (39725 10.2 f)

    friend bool operator==(const Transform&, const Transform&) = default;
};

/// `text` with all but its first and last code points replaced by `maskWith`, one for one. A text too short
/// to hide at least one code point is masked whole. Precondition: well-formed UTF-8.
[[nodiscard]] std::string maskText(std::string_view text, std::uint32_t keepFirst, std::uint32_t keepLast,
                                   std::string_view maskWith);

} // namespace mangrove::deid
