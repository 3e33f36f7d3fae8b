// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::catalog {

/// Which of the linked medical sectors a data set comes from: medical care, medical insurance, medicines.
enum class Domain : std::uint8_t { Care, Insurance, Pharma, Other };

inline constexpr std::array<Domain, 4> kDomains{Domain::Care, Domain::Insurance, Domain::Pharma,
                                                Domain::Other};

/// Stable word for files and the command line: "care", "insurance", "pharma", "other".
[[nodiscard]] std::string_view name(Domain domain);
/// The domain with that word, or nullopt.
[[nodiscard]] std::optional<Domain> parseDomain(std::string_view word);

} // namespace mangrove::catalog
