// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/known_values.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// An identifier found in a text. start and end count code points of the text as given, half-open.
struct TextEntity {
    std::string type; ///< kind id: "cn-resident-id", "person-name"…
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    std::string text; ///< as it stands in the text
    double score = 0; ///< 0…1
    std::string
        rule; ///< what found it: "checksum/cn-resident-id", "label/medical-record-no", "known/person-name"
    std::string section; ///< "present-illness", "signature"… (findSections()); empty outside
    friend bool operator==(const TextEntity&, const TextEntity&) = default;
};

struct ScanOptions {
    double minimumScore = 0.4;          ///< entities below are left out
    const KnownValues* known = nullptr; ///< what the row beside the text says of the person; not owned
};

/// Finds identifiers in one document of Chinese or English text (identifiers.md section 6). Works on
/// well-formed UTF-8; bytes that are not are treated as one code point each. Linear in the length of the
/// text, no regular expression with backtracking. Entities do not overlap and come in order of start.
/// Thread-safe.
[[nodiscard]] std::vector<TextEntity> scanText(std::string_view text, const ScanOptions& options = {});

/// The text with every entity replaced by its kind's tag and a number that is the same for the same text of a
/// document: "患者[person-name 1]，电话[cn-mobile 1]". `entities` are those scanText() gave for `text`.
[[nodiscard]] std::string taggedText(std::string_view text, std::span<const TextEntity> entities);

/// What may be left (identifiers.md 6, step 10): places outside the entities where a frequent family name and
/// one or two characters stand alone between marks and no clinical word begins. Reported, not removed.
[[nodiscard]] std::uint64_t unresolvedNames(std::string_view text, std::span<const TextEntity> entities);

} // namespace mangrove::classify
