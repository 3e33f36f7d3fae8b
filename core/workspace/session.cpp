// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/session.h"

#include "base/text.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mangrove::workspace {

namespace {

using identity::Role;

struct ActInfo {
    Act act;
    std::string_view words; ///< "… may not <words>"
    std::array<Role, 5> roles;
    std::size_t roleCount;
};

constexpr std::array kActs{
    ActInfo{Act::RegisterDataset, "register data sets", {Role::DataOfficer}, 1},
    ActInfo{Act::AssessDataset,
            "profile, classify or check data sets",
            {Role::DataOfficer, Role::PrivacyReviewer},
            2},
    ActInfo{Act::DecideColumn, "decide what a column is", {Role::DataOfficer, Role::PrivacyReviewer}, 2},
    ActInfo{Act::Deidentify, "de-identify data sets", {Role::DataOfficer}, 1},
    ActInfo{Act::CreateRequest, "apply for data", {Role::Applicant, Role::DataOfficer}, 2},
    ActInfo{Act::RecordEvidence, "enter evidence for a gate", {Role::PrivacyReviewer, Role::DataOfficer}, 2},
    ActInfo{Act::ReviewRequest, "review requests", {Role::PrivacyReviewer}, 1},
    ActInfo{Act::DecideRequest, "decide requests", {Role::Decider}, 1},
    ActInfo{Act::FulfilObligation, "mark obligations as fulfilled", {Role::DataOfficer, Role::Custodian}, 2},
    ActInfo{Act::ResolveCodes, "look up the originals of codes", {Role::Custodian, Role::DataOfficer}, 2},
    ActInfo{Act::Export, "export packages", {Role::Custodian, Role::DataOfficer}, 2},
    ActInfo{Act::ManageUsers, "manage users", {Role::Admin}, 1},
    ActInfo{Act::Checkpoint,
            "sign the audit log's state",
            {Role::Auditor, Role::DataOfficer, Role::Custodian, Role::Decider, Role::Admin},
            5},
};

const ActInfo& infoOf(Act act) {
    return *std::find_if(kActs.begin(), kActs.end(), [act](const ActInfo& info) { return info.act == act; });
}

} // namespace

std::span<const Role> rolesFor(Act act) {
    const ActInfo& info = infoOf(act);
    return std::span(info.roles).first(info.roleCount);
}

Session::Session(identity::UnlockedSigner signer) : m_user(signer.user), m_signer(std::move(signer)) {}

void Session::lock() {
    m_signer.reset();
}

Status Session::may(Act act) const {
    if (const auto role = roleFor(act); !role.ok())
        return role.error();
    return {};
}

Result<Role> Session::roleFor(Act act) const {
    if (locked())
        return Error(errors::kSessionLocked, {m_user.displayName});
    std::vector<std::string> names;
    for (const Role role : rolesFor(act)) {
        if (m_user.has(role))
            return role;
        names.emplace_back(identity::roleName(role));
    }
    return Error(errors::kRoleNotAllowed,
                 {m_user.displayName, std::string(infoOf(act).words), join(names, " or ")});
}

Result<Session> login(Workspace& workspace, const UserId& user, const crypto::SecretText& passphrase) {
    MANGROVE_ASSIGN(auto signer, workspace.rooms().users.unlock(user, passphrase));
    return Session(std::move(signer));
}

} // namespace mangrove::workspace
