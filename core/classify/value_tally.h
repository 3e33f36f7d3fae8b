// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "classify/kind_family.h"
#include "classify/kind_table.h"
#include "classify/rule_pack.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// How the distinct values of one column fared with one kind.
struct KindTally {
    std::uint64_t strong = 0;
    std::uint64_t weak = 0;
    std::uint64_t near = 0;

    [[nodiscard]] std::uint64_t valid() const { return strong + weak; }
    [[nodiscard]] std::uint64_t shaped() const { return strong + weak + near; }
};

/// What the values look like whatever they are.
struct TextShape {
    std::uint64_t values = 0;
    std::uint64_t numbers = 0;   ///< plain integers and decimals
    std::uint64_t sentences = 0; ///< long enough, with blanks or sentence marks: notes
    std::uint64_t words = 0;     ///< at least one letter of any script
    std::uint64_t width = 0;     ///< sum of display widths: ASCII 1, others 2
};

/// The outcome of trying kinds on a column.
struct ValueTally {
    std::vector<KindTally> kinds;     ///< parallel to kindTable()
    std::vector<KindTally> packKinds; ///< parallel to the pack kinds given
    std::array<std::uint64_t, static_cast<std::size_t>(KindFamily::Count)>
        families{}; ///< values shaped as any member
    TextShape shape;
};

/// Tries kinds on values. Prepared once for a set of packs; thread-safe.
class ValueTester {
public:
    explicit ValueTester(std::vector<const PackKind*> packKinds);

    /// Each distinct value once. `named`: kinds that values never decide but the column's name speaks for.
    [[nodiscard]] Result<ValueTally> tally(std::span<const std::string> values,
                                           std::span<const std::string> named,
                                           const RunContext& context) const;

    [[nodiscard]] const std::vector<const PackKind*>& packKinds() const { return m_packKinds; }

private:
    std::vector<const PackKind*> m_packKinds;
    std::vector<std::size_t> m_standing; ///< indices of kinds tried on every column, one per checker
};

} // namespace mangrove::classify
