// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/read_options.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mangrove::io {

namespace {

template<typename Choice, std::size_t count>
using ChoiceNames = std::array<std::pair<Choice, std::string_view>, count>;

constexpr ChoiceNames<RaggedPolicy, 3> kRaggedNames{
    {{RaggedPolicy::Reject, "reject"}, {RaggedPolicy::Pad, "pad"}, {RaggedPolicy::Fail, "fail"}}};
constexpr ChoiceNames<QuoteEscape, 2> kEscapeNames{
    {{QuoteEscape::Doubled, "doubled"}, {QuoteEscape::Backslash, "backslash"}}};
constexpr ChoiceNames<TotalsPolicy, 2> kTotalsNames{
    {{TotalsPolicy::Keep, "keep"}, {TotalsPolicy::LeaveOut, "leave-out"}}};

template<typename Choice, std::size_t count>
std::string_view nameOf(const ChoiceNames<Choice, count>& names, Choice choice) {
    return std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.first == choice; })
        ->second;
}

template<typename Choice, std::size_t count>
std::optional<Choice> choiceOf(const ChoiceNames<Choice, count>& names, std::string_view name) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == name; });
    return found != names.end() ? std::optional(found->first) : std::nullopt;
}

} // namespace

std::string_view raggedPolicyName(RaggedPolicy policy) {
    return nameOf(kRaggedNames, policy);
}

std::optional<RaggedPolicy> raggedPolicyFromName(std::string_view name) {
    return choiceOf(kRaggedNames, name);
}

std::string_view quoteEscapeName(QuoteEscape escape) {
    return nameOf(kEscapeNames, escape);
}

std::optional<QuoteEscape> quoteEscapeFromName(std::string_view name) {
    return choiceOf(kEscapeNames, name);
}

std::string_view totalsPolicyName(TotalsPolicy policy) {
    return nameOf(kTotalsNames, policy);
}

std::optional<TotalsPolicy> totalsPolicyFromName(std::string_view name) {
    return choiceOf(kTotalsNames, name);
}

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
