// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/obligation.h"

#include "authorization/errors.h"
#include "base/format.h"
#include "base/number.h"

#include <array>
#include <chrono>
#include <utility>

namespace mangrove::authorization {

namespace {

constexpr std::array<std::pair<ObligationType, std::string_view>, 11> kTypes{{
    {ObligationType::Delete, "delete"},
    {ObligationType::Attribute, "attribute"},
    {ObligationType::Pay, "pay"},
    {ObligationType::ReportUse, "report-use"},
    {ObligationType::ReturnResults, "return-results"},
    {ObligationType::NoOnwardSharing, "no-onward-sharing"},
    {ObligationType::NoReidentifying, "no-reidentifying"},
    {ObligationType::ReReview, "re-review"},
    {ObligationType::IncidentNotice, "incident-notice"},
    {ObligationType::SignAgreement, "sign-agreement"},
    {ObligationType::Register, "register"},
}};

constexpr std::string_view kAfterIssue = " after issue";
constexpr std::string_view kAfterExpiry = " after expiry";
constexpr std::int64_t kMaxDays = 36525; // a century

/// "P30D" -> 30.
std::optional<int> parseDays(std::string_view text) {
    if (text.size() < 3 || text.front() != 'P' || text.back() != 'D')
        return std::nullopt;
    const auto days = parseInteger(text.substr(1, text.size() - 2));
    if (!days || *days < 0 || *days > kMaxDays)
        return std::nullopt;
    return static_cast<int>(*days);
}

} // namespace

std::string_view name(ObligationType type) {
    return kTypes.at(static_cast<std::size_t>(type)).second;
}

std::optional<ObligationType> obligationTypeFromName(std::string_view text) {
    for (const auto& [type, word] : kTypes) {
        if (word == text)
            return type;
    }
    return std::nullopt;
}

std::string_view name(ObligationStatus status) {
    constexpr std::array<std::string_view, 4> kNames{"open", "standing", "fulfilled", "overdue"};
    return kNames.at(static_cast<std::size_t>(status));
}

std::optional<Instant> DueRule::due(Instant issued, Instant validUntil) const {
    switch (anchor) {
    case Anchor::OnDate:
        return date;
    case Anchor::AfterIssue:
        return issued + std::chrono::days(days);
    case Anchor::AfterExpiry:
        return validUntil + std::chrono::days(days);
    case Anchor::Always:
        break;
    }
    return std::nullopt;
}

std::string DueRule::text() const {
    switch (anchor) {
    case Anchor::OnDate:
        return date ? toIso8601(*date) : std::string("always");
    case Anchor::AfterIssue:
        return format("P{}D{}", days, kAfterIssue);
    case Anchor::AfterExpiry:
        return format("P{}D{}", days, kAfterExpiry);
    case Anchor::Always:
        break;
    }
    return "always";
}

Result<DueRule> DueRule::parse(std::string_view text) {
    DueRule rule;
    if (text == "always")
        return rule;
    for (const auto& [suffix, anchor] :
         {std::pair{kAfterIssue, Anchor::AfterIssue}, std::pair{kAfterExpiry, Anchor::AfterExpiry}}) {
        if (!text.ends_with(suffix))
            continue;
        const auto days = parseDays(text.substr(0, text.size() - suffix.size()));
        if (!days)
            return Error(errors::kBadDueRule, {std::string(text)});
        rule.anchor = anchor;
        rule.days = *days;
        return rule;
    }
    const auto date = parseIso8601(text);
    if (!date)
        return Error(errors::kBadDueRule, {std::string(text)}).withCause(date.error());
    rule.anchor = Anchor::OnDate;
    rule.date = *date;
    return rule;
}

} // namespace mangrove::authorization
