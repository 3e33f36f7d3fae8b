// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/authorization.h"
#include "authorization/request_state.h"
#include "identity/role.h"

#include <span>

namespace mangrove::authorization {

/// One line of the state machine: who may do it, from where, to where. Four eyes come on top (see
/// Authorization). The workspace room tells from it what is possible before anybody tries.
struct MoveRule {
    Move move;
    std::string_view name; ///< also the event's kind; the triggers know these words
    std::span<const RequestState> from;
    RequestState to;
    std::span<const identity::Role> roles; ///< any of them; empty = the applicant alone
};

[[nodiscard]] const MoveRule& ruleOf(Move move);

} // namespace mangrove::authorization
