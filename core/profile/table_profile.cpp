// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/table_profile.h"

#include <array>
#include <utility>

namespace mangrove::profile {

namespace {

constexpr std::array<std::pair<ValueType, std::string_view>, 8> kNames{{{ValueType::Empty, "empty"},
                                                                        {ValueType::Boolean, "boolean"},
                                                                        {ValueType::Integer, "integer"},
                                                                        {ValueType::Decimal, "decimal"},
                                                                        {ValueType::Date, "date"},
                                                                        {ValueType::DateTime, "datetime"},
                                                                        {ValueType::Time, "time"},
                                                                        {ValueType::Text, "text"}}};

constexpr std::array<std::pair<CandidateKey, std::string_view>, 3> kKeyNames{
    {{CandidateKey::No, "no"}, {CandidateKey::Possible, "possible"}, {CandidateKey::Yes, "yes"}}};

} // namespace

std::string_view candidateKeyName(CandidateKey key) {
    return kKeyNames[static_cast<std::size_t>(key)].second;
}

std::optional<CandidateKey> candidateKeyFromName(std::string_view name) {
    for (const auto& [key, text] : kKeyNames) {
        if (text == name)
            return key;
    }
    return std::nullopt;
}

std::string_view valueTypeName(ValueType type) {
    return kNames[static_cast<std::size_t>(type)].second;
}

std::optional<ValueType> valueTypeFromName(std::string_view name) {
    for (const auto& [type, text] : kNames) {
        if (text == name)
            return type;
    }
    return std::nullopt;
}

} // namespace mangrove::profile
