// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/scan_parts.h"

#include <string_view>
#include <vector>

namespace mangrove::classify {

/// Where a part of a clinical note begins (identifiers.md 6, step 1).
struct TextSection {
    std::size_t start = 0; ///< code point of the heading
    std::string_view name; ///< "chief-complaint", "signature"…; static
    friend bool operator==(const TextSection&, const TextSection&) = default;
};

/// The headings in order: known words at the start of a line or sentence that a colon or line break follows.
/// What stands before the first belongs to no section.
[[nodiscard]] std::vector<TextSection> findSections(const ScanText& text);

/// The name of the section that holds `at`, "" before the first.
[[nodiscard]] std::string_view sectionAt(const std::vector<TextSection>& sections, std::size_t at);

} // namespace mangrove::classify
