// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/request_state.h"

#include <array>
#include <utility>

namespace mangrove::authorization {

namespace {

constexpr std::array<std::pair<RequestState, std::string_view>, 14> kStates{{
    {RequestState::Draft, "draft"},
    {RequestState::Submitted, "submitted"},
    {RequestState::Screening, "screening"},
    {RequestState::InReview, "in-review"},
    {RequestState::ReadyForDecision, "ready-for-decision"},
    {RequestState::Approved, "approved"},
    {RequestState::Active, "active"},
    {RequestState::Returned, "returned"},
    {RequestState::Rejected, "rejected"},
    {RequestState::Withdrawn, "withdrawn"},
    {RequestState::Suspended, "suspended"},
    {RequestState::Expired, "expired"},
    {RequestState::Revoked, "revoked"},
    {RequestState::Closed, "closed"},
}};

constexpr std::array<std::pair<Sharing, std::string_view>, 3> kSharing{{
    {Sharing::Public, "public"},
    {Sharing::Controlled, "controlled"},
    {Sharing::Enclave, "enclave"},
}};

} // namespace

std::string_view name(RequestState state) {
    return kStates.at(static_cast<std::size_t>(state)).second;
}

std::optional<RequestState> requestStateFromName(std::string_view text) {
    for (const auto& [state, word] : kStates) {
        if (word == text)
            return state;
    }
    return std::nullopt;
}

bool isFinal(RequestState state) {
    return state == RequestState::Rejected || state == RequestState::Withdrawn
           || state == RequestState::Expired || state == RequestState::Revoked
           || state == RequestState::Closed;
}

bool isDecidable(RequestState state) {
    return state == RequestState::Submitted || state == RequestState::Screening
           || state == RequestState::InReview || state == RequestState::ReadyForDecision;
}

std::string_view name(Sharing sharing) {
    return kSharing.at(static_cast<std::size_t>(sharing)).second;
}

std::optional<Sharing> sharingFromName(std::string_view text) {
    for (const auto& [sharing, word] : kSharing) {
        if (word == text)
            return sharing;
    }
    return std::nullopt;
}

} // namespace mangrove::authorization
