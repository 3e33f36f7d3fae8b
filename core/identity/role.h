// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::identity {

/// What a person may do. Names in files and on the command line are kebab-case: "data-officer".
enum class Role : std::uint8_t {
    DataOfficer,     ///< registers, classifies, checks, de-identifies, screens requests
    PrivacyReviewer, ///< reviews risk and law; did not set the de-identification
    Decider,         ///< decides requests (data owner)
    Custodian,       ///< exports under a permit
    Auditor,         ///< reads everything, changes nothing
    Applicant,       ///< asks for data
    Admin            ///< keeps users and the authority; cannot decide
};

[[nodiscard]] std::span<const Role> allRoles();
[[nodiscard]] std::string_view roleName(Role role);
/// kUnknownRole lists the names there are.
[[nodiscard]] Result<Role> parseRole(std::string_view name);
/// "admin,data-officer": sorted by name.
[[nodiscard]] std::string rolesToText(const std::set<Role>& roles);
[[nodiscard]] Result<std::set<Role>> rolesFromText(std::string_view text);

/// Two roles one person must not hold, and why (an English clause for kRolesConflict).
struct RoleConflict {
    Role first;
    Role second;
    std::string_view reason;
};
[[nodiscard]] std::span<const RoleConflict> roleConflicts();
/// kRolesConflict with the first conflicting pair. Rules about one request (the applicant never decides it)
/// are authorization's; these are about persons.
[[nodiscard]] Status checkSeparation(const std::set<Role>& roles);

} // namespace mangrove::identity
