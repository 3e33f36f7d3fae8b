// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/moves.h"

#include <array>

namespace mangrove::authorization {

namespace {

using identity::Role;
using S = RequestState;

constexpr std::array kSubmitted{S::Submitted};
constexpr std::array kBeforeReview{S::Submitted, S::Screening};
constexpr std::array kInReview{S::Submitted, S::Screening, S::InReview};
constexpr std::array kUndecided{S::Draft,    S::Submitted,        S::Screening,
                                S::InReview, S::ReadyForDecision, S::Returned};
constexpr std::array kActive{S::Active};
constexpr std::array kSuspended{S::Suspended};
constexpr std::array kRunning{S::Active, S::Suspended};

constexpr std::array kOfficer{Role::DataOfficer};
constexpr std::array kReviewer{Role::PrivacyReviewer};
constexpr std::array kOfficerOrReviewer{Role::DataOfficer, Role::PrivacyReviewer};
constexpr std::array kDecider{Role::Decider};
constexpr std::array kDeciderOrCustodian{Role::Decider, Role::Custodian};
constexpr std::array kOfficerOrCustodian{Role::DataOfficer, Role::Custodian};

const std::array<MoveRule, 9> kRules{{
    {Move::StartScreening, "start-screening", kSubmitted, S::Screening, kOfficer},
    {Move::StartReview, "start-review", kBeforeReview, S::InReview, kOfficerOrReviewer},
    {Move::MarkReady, "mark-ready", kInReview, S::ReadyForDecision, kReviewer},
    {Move::Return, "return", kInReview, S::Returned, kOfficerOrReviewer},
    {Move::Withdraw, "withdraw", kUndecided, S::Withdrawn, {}},
    {Move::Suspend, "suspend", kActive, S::Suspended, kDeciderOrCustodian},
    {Move::Resume, "resume", kSuspended, S::Active, kDecider},
    {Move::Revoke, "revoke", kRunning, S::Revoked, kDecider},
    {Move::Close, "close", kRunning, S::Closed, kOfficerOrCustodian},
}};

} // namespace

const MoveRule& ruleOf(Move move) {
    return kRules.at(static_cast<std::size_t>(move));
}

std::string_view name(Move move) {
    return ruleOf(move).name;
}

std::optional<Move> moveFromName(std::string_view text) {
    for (const auto& rule : kRules) {
        if (rule.name == text)
            return rule.move;
    }
    return std::nullopt;
}

} // namespace mangrove::authorization
