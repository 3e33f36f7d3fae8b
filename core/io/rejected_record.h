// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace mangrove::io {

/// A record that did not become a row, and why.
struct RejectedRecord {
    std::uint64_t line = 0;
    const char* code = ""; ///< of warning_codes.h
    std::string reason;    ///< English; no cell values
    std::string text;      ///< the record without its line end
};

} // namespace mangrove::io
