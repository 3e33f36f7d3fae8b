// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/checkers.h"
#include "classify/identifier_kind.h"

#include <cstdint>
#include <span>

namespace mangrove::classify {

/// A kind with what its values look like: the checker runs only where length and characters allow.
struct KindEntry {
    IdentifierKind kind;
    Checker check = nullptr;    ///< null: no form of its own
    std::uint16_t minBytes = 0; ///< of the normalised value
    std::uint16_t maxBytes = 0;
    std::uint16_t allowed = 0;  ///< chars:: bits a value may have
    std::uint16_t required = 0; ///< chars:: bits it must have
};

/// Sorted by id; the same order as identifierKinds().
[[nodiscard]] std::span<const KindEntry> kindTable();

} // namespace mangrove::classify
