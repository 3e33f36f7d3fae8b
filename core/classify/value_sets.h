// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// A closed list of words of a standard (resources/gazetteer/value-sets.txt). Static.
struct ValueSet {
    std::string_view kind;               ///< kind id
    std::string_view standard;           ///< "GB/T 3304-1991"
    std::string_view status;             ///< "V" | "M"
    std::vector<std::string_view> words; ///< sorted

    [[nodiscard]] bool holds(std::string_view word) const;
};

[[nodiscard]] std::span<const ValueSet> valueSets();

/// The set that has nearly all (90 %) of the distinct values, at least two of them words of no other set that
/// fits as well; nullptr where none or several do, or where there are more than kMostValues values.
[[nodiscard]] const ValueSet* fittingValueSet(std::span<const std::string> distinct);

/// The text of the sets. Defined in resources/ (generated).
[[nodiscard]] std::string_view embeddedValueSets();

} // namespace mangrove::classify
