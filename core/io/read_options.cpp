// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/read_options.h"

namespace mangrove::io {

Status ReadOptions::validate() const {
    if (delimiter) {
        const char c = *delimiter;
        if (c == '"' || c == '\r' || c == '\n' || c == '\0' || (static_cast<unsigned char>(c) & 0x80U) != 0)
            return Error(errors::kBadOption, {"delimiter", "this character",
                                              "one ASCII character is needed, no quote "
                                              "and no line end"});
    }
    if (delimiter == '\\' && quoteEscape == QuoteEscape::Backslash)
        return Error(errors::kBadOption,
                     {"delimiter", "the backslash", "it already escapes quotes in this file"});
    constexpr std::uint64_t kMaxCell = 512ULL << 20U;
    if (maxCellBytes == 0 || maxCellBytes > kMaxCell)
        return Error(errors::kBadOption,
                     {"maxCellBytes", std::to_string(maxCellBytes), "1 to 536870912 are allowed"});
    if (blockBytes < 16 || blockBytes > (64U << 20U))
        return Error(errors::kBadOption,
                     {"blockBytes", std::to_string(blockBytes), "16 to 67108864 are allowed"});
    if (maxExpandedBytes == 0 || maxExpansion == 0)
        return Error(errors::kBadOption, {"maxExpansion", "0", "at least 1 is needed"});
    if (maxColumns == 0)
        return Error(errors::kBadOption, {"maxColumns", "0", "at least 1 is needed"});
    return {};
}

} // namespace mangrove::io
