// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kOrganisationMissing{
    "organisation-missing", ErrorKind::NotFound,
    "This workspace has no organisation yet. Found one first: 'mangrove workspace new'."};
inline constexpr ErrorInfo kOrganisationExists{
    "organisation-exists", ErrorKind::Conflict,
    "This workspace belongs to {0} already. One workspace serves one organisation."};
inline constexpr ErrorInfo kUserNotFound{"user-not-found", ErrorKind::NotFound,
                                         "There is no user '{0}'. See the list of users."};
inline constexpr ErrorInfo kUserExists{"user-exists", ErrorKind::Conflict,
                                       "There is a user '{0}' already. Choose another login name."};
inline constexpr ErrorInfo kUserDisabled{
    "user-disabled", ErrorKind::NotPermitted,
    "The user '{0}' is disabled. An administrator can enable the account."};
inline constexpr ErrorInfo kBadUserId{
    "user-id-bad", ErrorKind::BadInput,
    "'{0}' cannot be a login name: 1 to 32 of a-z, 0-9, '.', '_', '-', starting with a letter."};
inline constexpr ErrorInfo kBadDisplayName{
    "display-name-bad", ErrorKind::BadInput,
    "A displayed name has 1 to 64 characters without control characters."};
inline constexpr ErrorInfo kPassphraseTooShort{
    "passphrase-too-short", ErrorKind::BadInput,
    "A passphrase has at least {0} characters; choose a longer one."};
inline constexpr ErrorInfo kUnknownRole{"role-unknown", ErrorKind::BadInput,
                                        "There is no role '{0}'. Roles are: {1}."};
inline constexpr ErrorInfo kRolesConflict{
    "roles-conflict", ErrorKind::NotPermitted,
    "One person cannot be both {0} and {1}: {2}. Give one of the roles to somebody else."};
inline constexpr ErrorInfo kRoleNeeded{"role-needed", ErrorKind::NotPermitted,
                                       "'{0}' lacks the role {1}. Ask somebody who has it."};
inline constexpr ErrorInfo kLastAdmin{
    "last-admin", ErrorKind::Conflict,
    "'{0}' is the last enabled administrator; without one nobody could add users. Name another one first."};
inline constexpr ErrorInfo kVaultExists{"vault-exists", ErrorKind::Conflict,
                                        "There is a vault '{0}' already."};
inline constexpr ErrorInfo kVaultNotFound{"vault-not-found", ErrorKind::NotFound, "There is no vault '{0}'."};
inline constexpr ErrorInfo kVaultNotGranted{
    "vault-not-granted", ErrorKind::NotPermitted,
    "'{0}' may not open the vault '{1}'. Somebody who may has to grant it."};
inline constexpr ErrorInfo kVaultLastHolder{"vault-last-holder", ErrorKind::Conflict,
                                            "'{0}' is the last who may open the vault '{1}'; without her its "
                                            "secrets were lost. Grant it to somebody else first."};
inline constexpr ErrorInfo kSecretNotFound{"secret-not-found", ErrorKind::NotFound,
                                           "There is no secret '{0}'."};
inline constexpr ErrorInfo kSecretExists{"secret-exists", ErrorKind::Conflict,
                                         "There is a secret '{0}' already; it is never overwritten."};
inline constexpr ErrorInfo kIdentityRecordDamaged{
    "identity-record-damaged", ErrorKind::BadInput,
    "The record of '{0}' does not fit its certificate ({1}): it was altered. Restore a backup."};
inline constexpr ErrorInfo kIdentityPermanent{"identity-permanent", ErrorKind::NotPermitted,
                                              "Users, their certificates and stored secrets are permanent, "
                                              "since signatures and data were made with them. "
                                              "Disable the user instead."};

} // namespace mangrove::errors
