// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/rooms.h"

#include "workspace/errors.h"

namespace mangrove::workspace {

namespace {

std::filesystem::path filesFolderOf(const std::filesystem::path& file) {
    return file.parent_path() / (file.stem().string() + ".files");
}

} // namespace

Rooms::Rooms(store::Database opened, const Environment& environment)
    : database(std::move(opened)), filesFolder(filesFolderOf(database.path())), catalog(database),
      organisation(database, environment.clock, environment.random, environment.scrypt),
      users(database, environment.clock, environment.random, environment.scrypt),
      vault(database, environment.clock, environment.random),
      authorization(database, environment.clock, environment.random), audit(database, environment.clock) {}

Result<audit::AuditEvent> record(Rooms& rooms, const Session& session, identity::Role role,
                                 std::string_view action, std::string_view object, const Payload& payload) {
    return rooms.audit.append({session.user().id, std::string(identity::roleName(role)), std::string(action),
                               std::string(object), payload.json()});
}

Status makeFolder(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return Error(errors::kFolderBlocked, {folder.string(), problem.message()});
    return {};
}

} // namespace mangrove::workspace
