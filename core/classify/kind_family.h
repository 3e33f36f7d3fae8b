// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mangrove::classify {

/// Kinds that a column mixes in practice: a column named "phone" holds mobiles and landlines, one named
/// 证件号码 holds identity cards, passports and permits.
enum class KindFamily : std::uint8_t { None, Phone, Identity, Date, Card, PostalCode, Count };
[[nodiscard]] KindFamily familyOf(std::string_view kind);

/// More exact kinds that the values of a column named as `kind` may turn out to be: a doctor's number may be
/// an insurance doctor code, a drug code a Chinese medicine code.
[[nodiscard]] std::span<const std::string_view> refinementsOf(std::string_view kind);

/// Kinds that consist of words: a column of plain numbers is none, whatever its name.
[[nodiscard]] bool isWordy(std::string_view kind);

/// Keys without meaning of their own (record numbers, UUIDs): a name decides what they are keys of.
[[nodiscard]] bool isOpaqueKey(std::string_view kind);

} // namespace mangrove::classify
