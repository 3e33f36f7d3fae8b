// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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
        rule; ///< what found it: "checksum/cn-resident-id", "label/medical-record-no", "trigger/person-name"
    friend bool operator==(const TextEntity&, const TextEntity&) = default;
};

struct ScanOptions {
    double minimumScore = 0.4; ///< entities below are left out
};

/// Finds identifiers in one document of Chinese or English text (identifiers.md section 6). Works on
/// well-formed UTF-8; bytes that are not are treated as one code point each. Linear in the length of the
/// text, no regular expression with backtracking. Entities do not overlap and come in order of start.
/// Thread-safe.
[[nodiscard]] std::vector<TextEntity> scanText(std::string_view text, const ScanOptions& options = {});

} // namespace mangrove::classify
