// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::authorization {

/// Where a request stands. Never stored as such: it follows from the last event, and Active turns into
/// Expired by itself when the clock passes the end of the permit (computed at every read, never by a
/// background job).
enum class RequestState : std::uint8_t {
    Draft,
    Submitted,
    Screening,
    InReview,
    ReadyForDecision,
    Approved,
    Active,
    Returned,
    Rejected,
    Withdrawn,
    Suspended,
    Expired,
    Revoked,
    Closed
};

/// "draft", "in-review", "ready-for-decision"…: the names of files, JSON and the command line.
[[nodiscard]] std::string_view name(RequestState state);
[[nodiscard]] std::optional<RequestState> requestStateFromName(std::string_view text);
/// Rejected, Withdrawn, Expired, Revoked, Closed: nothing moves any more.
[[nodiscard]] bool isFinal(RequestState state);
/// Submitted, Screening, InReview, ReadyForDecision: a decider may decide.
[[nodiscard]] bool isDecidable(RequestState state);

/// GB/T 37964-2019, 3.12 to 3.14: how the table is given away. Thresholds of GB/T 42460 hang on it.
enum class Sharing : std::uint8_t { Public, Controlled, Enclave };

/// "public", "controlled", "enclave".
[[nodiscard]] std::string_view name(Sharing sharing);
[[nodiscard]] std::optional<Sharing> sharingFromName(std::string_view text);

} // namespace mangrove::authorization
