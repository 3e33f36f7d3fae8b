// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/transform.h"

#include "base/text.h"

#include <array>

namespace mangrove::deid {

namespace {

constexpr std::array kInfos{
    TransformInfo{TransformType::Keep, "keep", Reversibility::Unchanged, "anybody: it is the original",
                  "Nothing is lost; the column identifies as much as before."},
    TransformInfo{TransformType::Suppress, "suppress", Reversibility::Nobody, "nobody",
                  "The column can no longer be analysed."},
    TransformInfo{TransformType::Mask, "mask", Reversibility::Partly,
                  "nobody, but the visible ends narrow it down",
                  "Length and the visible ends remain; equal values may no longer be told apart."},
    TransformInfo{
        TransformType::Pseudonym, "pseudonym", Reversibility::KeyHolder,
        "holder of the pseudonym key, by trying known values",
        "Equal values stay equal, also across linked tables of one recipient; their content is gone."},
    TransformInfo{TransformType::Generalise, "generalise", Reversibility::Partly,
                  "nobody, but the group narrows it down",
                  "Counts per group stay exact; differences inside a group are gone."},
    TransformInfo{TransformType::DateShift, "date-shift", Reversibility::KeyHolder,
                  "holder of the date-shift key who knows the person",
                  "Intervals between a person's dates stay exact; season, weekday and calendar order between "
                  "persons are blurred."},
};

} // namespace

std::span<const TransformInfo> transformInfos() {
    return kInfos;
}

const TransformInfo& describe(TransformType type) {
    return kInfos[static_cast<std::size_t>(type)];
}

std::optional<TransformType> transformFromName(std::string_view name) {
    for (const TransformInfo& info : kInfos) {
        if (info.name == name)
            return info.type;
    }
    return std::nullopt;
}

std::string maskText(std::string_view text, std::uint32_t keepFirst, std::uint32_t keepLast,
                     std::string_view maskWith) {
    const std::size_t length = codePointCount(text);
    const bool hides = std::uint64_t{keepFirst} + keepLast < length;
    const std::size_t first = hides ? keepFirst : 0;
    const std::size_t last = hides ? keepLast : 0;
    std::string masked;
    std::size_t at = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t start = at;
        static_cast<void>(nextCodePoint(text, at));
        masked += i < first || i >= length - last ? text.substr(start, at - start) : maskWith;
    }
    return masked;
}

} // namespace mangrove::deid
