// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/national_level.h"

#include <array>

namespace mangrove::classify {

namespace {
constexpr std::array<std::string_view, 6> kWords{"general-1", "general-2", "general-3",
                                                 "general-4", "important", "core"};
} // namespace

std::string_view toText(NationalLevel level) {
    return kWords.at(static_cast<std::size_t>(level));
}

std::optional<NationalLevel> parseNationalLevel(std::string_view text) {
    for (std::size_t i = 0; i < kWords.size(); ++i)
        if (text == kWords[i])
            return static_cast<NationalLevel>(i);
    return std::nullopt;
}

} // namespace mangrove::classify
