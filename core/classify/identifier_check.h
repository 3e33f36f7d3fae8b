// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace mangrove::classify {

/// Is one value a well-formed identifier of a kind? `reason` is a stable word: "ok", or the first thing that
/// is wrong: "empty", "length", "character", "prefix", "division", "date", "check-digit", "range",
/// "reserved", "no-shape" (the kind has no form of its own and is only known by its column name or label).
struct CheckVerdict {
    bool valid = false;
    std::string reason;
};

/// Checks `value` after the normalisation every detector uses: blanks at both ends dropped, full-width
/// letters and digits made half-width, Unicode dashes made '-'. Fails with kUnknownIdentifierKind.
/// Thread-safe.
[[nodiscard]] Result<CheckVerdict> checkIdentifier(std::string_view id, std::string_view value);

} // namespace mangrove::classify
