// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/role.h"

#include "base/text.h"
#include "identity/errors.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mangrove::identity {

namespace {

constexpr std::array kRoles{Role::DataOfficer, Role::PrivacyReviewer, Role::Decider, Role::Custodian,
                            Role::Auditor,     Role::Applicant,       Role::Admin};
constexpr std::array<std::string_view, kRoles.size()> kNames{
    "data-officer", "privacy-reviewer", "decider", "custodian", "auditor", "applicant", "admin"};
constexpr std::string_view kOneself = "nobody audits her own acts";
constexpr std::array kConflicts{
    RoleConflict{Role::Admin, Role::Decider, "who names the users does not decide requests"},
    RoleConflict{Role::DataOfficer, Role::PrivacyReviewer,
                 "who sets the de-identification does not review it"},
    RoleConflict{Role::Decider, Role::Custodian, "who decides a request does not export under it"},
    RoleConflict{Role::Auditor, Role::DataOfficer, kOneself},
    RoleConflict{Role::Auditor, Role::PrivacyReviewer, kOneself},
    RoleConflict{Role::Auditor, Role::Decider, kOneself},
    RoleConflict{Role::Auditor, Role::Custodian, kOneself},
    RoleConflict{Role::Auditor, Role::Applicant, kOneself},
    RoleConflict{Role::Auditor, Role::Admin, kOneself},
};

std::vector<std::string> sortedNames(std::span<const Role> roles) {
    std::vector<std::string> names;
    for (const Role role : roles)
        names.emplace_back(roleName(role));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

std::span<const Role> allRoles() {
    return kRoles;
}

std::string_view roleName(Role role) {
    return kNames[static_cast<std::size_t>(role)];
}

Result<Role> parseRole(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return Error(errors::kUnknownRole, {std::string(name), join(sortedNames(kRoles), ", ")});
    return kRoles[static_cast<std::size_t>(found - kNames.begin())];
}

std::string rolesToText(const std::set<Role>& roles) {
    return join(sortedNames(std::vector<Role>(roles.begin(), roles.end())), ",");
}

Result<std::set<Role>> rolesFromText(std::string_view text) {
    std::set<Role> roles;
    if (text.empty())
        return roles;
    for (const auto name : split(text, ',')) {
        MANGROVE_ASSIGN(const Role role, parseRole(trim(name)));
        roles.insert(role);
    }
    return roles;
}

std::span<const RoleConflict> roleConflicts() {
    return kConflicts;
}

Status checkSeparation(const std::set<Role>& roles) {
    for (const auto& conflict : kConflicts) {
        if (roles.contains(conflict.first) && roles.contains(conflict.second))
            return Error(errors::kRolesConflict,
                         {std::string(roleName(conflict.first)), std::string(roleName(conflict.second)),
                          std::string(conflict.reason)});
    }
    return {};
}

} // namespace mangrove::identity
