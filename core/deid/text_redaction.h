// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/pseudonym.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// What stands in the place of an identifier found in free text.
enum class TextReplacement : std::uint8_t {
    Tag,       ///< "[姓名1]": kind and number; the same text gets the same number within its cell
    Surrogate, ///< a surrogate (surrogate.h) of names, identity numbers, mobile numbers and e-mail addresses
    ShiftDates ///< tags, but dates are moved by the person's offset
};
[[nodiscard]] std::string_view nameOf(TextReplacement replacement);

enum class TagLanguage : std::uint8_t { Chinese, English };

/// An identifier in a text.
struct TextFinding {
    std::size_t start = 0, end = 0; ///< bytes, half-open; findings do not overlap and ascend
    std::string kind;               ///< "person-name", "cn-resident-id"…
};

/// Finds identifiers in free text. This room does not know how: the detector lives in classify, which must
/// not depend on de-identification nor the other way round, so the hall binds the two. Thread-safe.
class TextFinder {
public:
    virtual ~TextFinder() = default;
    [[nodiscard]] virtual std::vector<TextFinding> find(std::string_view text) const = 0;
    /// What people call the kind: "姓名", "name".
    [[nodiscard]] virtual std::string nameOf(std::string_view kind, TagLanguage language) const = 0;
};

/// Free text with its findings replaced. What the finder misses stays: the rest of the text is as
/// identifying as before, so such a column is still a sensitive one. Tags are irreversible; surrogates are
/// reversible by nobody (the key's holder may try known values), shifted dates by the holder of the key who
/// knows the person. Thread-safe.
class TextRedactor {
public:
    TextRedactor(const TextFinder& finder, TextReplacement replacement, TagLanguage language)
        : m_finder(finder), m_replacement(replacement), m_language(language) {}
    /// For Surrogate: made of a KeyedFunction of purpose Surrogate.
    void setSurrogates(KeyedFunction function) { m_surrogates.emplace(std::move(function)); }

    /// `offset`: the person's days for ShiftDates; without one dates become tags.
    [[nodiscard]] std::string redact(std::string_view text, std::optional<std::int32_t> offset) const;

private:
    [[nodiscard]] std::optional<std::string> realistic(const TextFinding& finding, std::string_view found,
                                                       std::optional<std::int32_t> offset) const;

    const TextFinder& m_finder;
    TextReplacement m_replacement;
    TagLanguage m_language;
    std::optional<KeyedFunction> m_surrogates;
};

} // namespace mangrove::deid
