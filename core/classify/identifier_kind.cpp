// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/identifier_kind.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

namespace {
constexpr std::array<std::string_view, 7> kClassWords{"direct",       "quasi", "sensitive", "professional",
                                                      "organisation", "code",  "none"};
} // namespace

std::string_view toText(IdentifierClass cls) {
    return kClassWords.at(static_cast<std::size_t>(cls));
}

std::optional<IdentifierClass> parseIdentifierClass(std::string_view text) {
    const auto* const found = std::find(kClassWords.begin(), kClassWords.end(), text);
    if (found == kClassWords.end())
        return std::nullopt;
    return static_cast<IdentifierClass>(found - kClassWords.begin());
}

} // namespace mangrove::classify
