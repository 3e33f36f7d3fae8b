// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::deid {

/// How a release is shared (GB/T 37964-2019 3.12-3.14); decides threshold and formula of GB/T 42460.
enum class Sharing : std::uint8_t {
    Public,     ///< completely public: released and out of hand
    Controlled, ///< controlled public: under a data use agreement
    Enclave     ///< inside a secure environment
};
/// "public", "controlled", "enclave".
[[nodiscard]] std::string_view nameOf(Sharing sharing);
[[nodiscard]] std::optional<Sharing> sharingFromName(std::string_view name);

/// The smallest class that can reach level 3 of GB/T 42460: 21 for public sharing (20 meet tau, but R = 1/20
/// is not below 0.05), 5 controlled, 3 enclave.
[[nodiscard]] std::uint64_t smallestClassFor(Sharing sharing);

/// The highest chance for one person that a kind of sharing allows: 1/20 public, 1/5 controlled, 1/3 enclave
/// (GB/T 42460-2023 D.1.5).
[[nodiscard]] double tauOf(Sharing sharing);

/// Probabilities of the three attacks on a release that is not completely public (GB/T 42460-2023 D.1.4).
/// Each 0…1; 1 where nothing is known, which is the cautious reading.
struct ContextRisk {
    double deliberate = 1;
    double inadvertent = 1;
    double breach = 1;
    friend bool operator==(const ContextRisk&, const ContextRisk&) = default;
};

} // namespace mangrove::deid
