// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/permit.h"
#include "authorization/request.h"
#include "base/result.h"

#include <cstdint>
#include <vector>

namespace mangrove::store {
class Database;
}

namespace mangrove::authorization {

/// The request with events, decisions, obligations and the state at `now`. kRequestNotFound. Private to the
/// room.
[[nodiscard]] Result<Request> readRequest(store::Database& database, const RequestId& id, Instant now);
/// The stored permit with the signed decisions behind it. kNoPermit where there is none.
[[nodiscard]] Result<Permit> readPermitRecord(store::Database& database, const Request& request);
/// The signed decisions of a request, oldest first.
[[nodiscard]] Result<std::vector<SignedText>> readDecisionTexts(store::Database& database,
                                                                const RequestId& id);
/// Row numbers of the request's obligations, in the order of Request::obligations.
[[nodiscard]] Result<std::vector<std::int64_t>> obligationRows(store::Database& database,
                                                               const RequestId& id);

} // namespace mangrove::authorization
