// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/users.h"

#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

namespace mangrove::workspace {

Result<identity::OrganisationInfo> organisation(Workspace& workspace) {
    return workspace.rooms().organisation.info();
}

Result<identity::User> addUser(Workspace& workspace, const Session& admin, const identity::NewUser& user,
                               const crypto::SecretText& passphrase) {
    MANGROVE_ASSIGN(const auto role, admin.roleFor(Act::ManageUsers));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(auto added, rooms.users.add(user, passphrase, admin.signer()));
    Payload payload;
    payload.add("displayName", added.displayName).add("roles", identity::rolesToText(added.roles));
    MANGROVE_TRY(record(rooms, admin, role, "user.add", added.id.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return added;
}

Result<std::vector<identity::User>> listUsers(Workspace& workspace) {
    return workspace.rooms().users.list();
}

Result<identity::User> showUser(Workspace& workspace, const UserId& user) {
    return workspace.rooms().users.find(user);
}

Status setUserRoles(Workspace& workspace, const Session& admin, const UserId& user,
                    const std::set<identity::Role>& roles) {
    MANGROVE_ASSIGN(const auto role, admin.roleFor(Act::ManageUsers));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.users.setRoles(user, roles, admin.signer()));
    Payload payload;
    payload.add("roles", identity::rolesToText(roles));
    MANGROVE_TRY(record(rooms, admin, role, "user.set-roles", user.text(), payload));
    return transaction.commit();
}

Status switchUser(Workspace& workspace, const Session& admin, const UserId& user, UserSwitch to) {
    MANGROVE_ASSIGN(const auto role, admin.roleFor(Act::ManageUsers));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    if (to == UserSwitch::Disable)
        MANGROVE_TRY(rooms.users.disable(user, admin.signer()));
    else
        MANGROVE_TRY(rooms.users.enable(user, admin.signer()));
    MANGROVE_TRY(record(rooms, admin, role, to == UserSwitch::Disable ? "user.disable" : "user.enable",
                        user.text(), Payload()));
    return transaction.commit();
}

Status changePassphrase(Workspace& workspace, const Session& session, const crypto::SecretText& oldPassphrase,
                        const crypto::SecretText& newPassphrase) {
    if (session.locked())
        return Error(errors::kSessionLocked, {session.user().displayName});
    Rooms& rooms = workspace.rooms();
    const UserId& user = session.user().id;
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.users.changePassphrase(user, oldPassphrase, newPassphrase));
    MANGROVE_TRY(rooms.audit.append(
        {user, identity::rolesToText(session.user().roles), "user.change-passphrase", user.text(), "{}"}));
    return transaction.commit();
}

Status shareDeidKeys(Workspace& workspace, const Session& holder, const Session& to) {
    MANGROVE_ASSIGN(const auto role, holder.roleFor(Act::Deidentify));
    MANGROVE_TRY(to.may(Act::ResolveCodes));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.vault.grant(identity::kDeidVault, holder.signer(), to.signer()));
    MANGROVE_TRY(record(rooms, holder, role, "user.grant-keys", to.user().id.text(), Payload()));
    return transaction.commit();
}

} // namespace mangrove::workspace
