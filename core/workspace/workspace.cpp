// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "crypto/certificate.h"
#include "store/backup.h"
#include "store/file_check.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/schema.h"

#include <array>

namespace mangrove::workspace {

namespace {

constexpr std::string_view kSuffix = ".mangrove";
const std::array<const ErrorInfo*, 1> kRules{&errors::kWorkspaceFixed};

/// Removes what an aborted creation made; the file only where this creation made it.
class Rollback {
public:
    explicit Rollback(std::filesystem::path file, std::filesystem::path folder)
        : m_file(std::move(file)), m_folder(std::move(folder)) {}
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    ~Rollback() {
        if (m_done)
            return;
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(m_file.string() + suffix, ignored);
        std::filesystem::remove_all(m_folder, ignored);
    }
    void done() { m_done = true; }

private:
    std::filesystem::path m_file;
    std::filesystem::path m_folder;
    bool m_done = false;
};

Result<std::filesystem::path> absoluteWorkspacePath(const std::filesystem::path& file) {
    if (file.extension() != kSuffix || file.stem().empty())
        return Error(errors::kWorkspaceName, {file.string()});
    std::error_code problem;
    auto absolute = std::filesystem::absolute(file, problem);
    if (problem)
        return Error(errors::kWorkspaceName, {file.string()});
    return absolute.lexically_normal();
}

Status checkOptions(const CreateOptions& options) {
    if (options.language != "en" && options.language != "zh_CN")
        return Error(errors::kWorkspaceOption, {"language", "must be 'en' or 'zh_CN'"});
    return {};
}

Status foundInside(Rooms& rooms, const CreateOptions& options, const Environment& environment) {
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    const identity::NewUser admin{options.admin,
                                  options.adminDisplayName.empty() ? options.admin.text()
                                                                   : options.adminDisplayName,
                                  {identity::Role::Admin}};
    MANGROVE_TRY(rooms.organisation.found(options.organisation, admin, options.adminPassphrase));
    MANGROVE_TRY(rooms.audit.setOrigin("mangrove.invalid/" + makeId("WS", environment.random)));
    MANGROVE_TRY(
        rooms.database.run("INSERT INTO workspace_record (one, language, demo, created) VALUES (1, ?, ?, ?)",
                           options.language, options.demo ? 1 : 0, environment.clock.now()));
    Payload payload;
    payload.add("organisation", options.organisation)
        .add("language", options.language)
        .add("demo", options.demo);
    MANGROVE_TRY(rooms.audit.append({options.admin, std::string(identity::roleName(identity::Role::Admin)),
                                     "workspace.create", "", payload.json()}));
    return transaction.commit();
}

} // namespace

Workspace::Workspace(const Environment& environment, std::unique_ptr<Rooms> rooms)
    : m_environment(environment), m_rooms(std::move(rooms)) {}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const std::filesystem::path& file, CreateOptions options,
                                                     const Environment& environment) {
    MANGROVE_ASSIGN(const auto path, absoluteWorkspacePath(file));
    MANGROVE_TRY(checkOptions(options));
    const auto folder = path.parent_path() / (path.stem().string() + ".files");
    std::error_code ignored;
    for (const auto& taken : {path, folder}) {
        if (std::filesystem::exists(taken, ignored))
            return Error(errors::kWorkspaceExists, {taken.string()});
    }
    MANGROVE_TRY(makeFolder(path.parent_path()));
    Rollback rollback(path, folder);
    std::unique_ptr<Workspace> workspace;
    {
        MANGROVE_ASSIGN(auto database, store::Database::create(path));
        MANGROVE_TRY(store::migrate(database, migrations(), {}));
        database.mapRuleErrors(kRules);
        auto rooms = std::make_unique<Rooms>(std::move(database), environment);
        MANGROVE_TRY(makeFolder(rooms->releasesFolder()));
        MANGROVE_TRY(makeFolder(rooms->packagesFolder()));
        MANGROVE_TRY(foundInside(*rooms, options, environment));
        workspace.reset(new Workspace(environment, std::move(rooms)));
    }
    rollback.done();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path& file,
                                                   const Environment& environment, Access access) {
    // What is no workspace is called that, whatever its name.
    MANGROVE_TRY(store::checkHeader(file));
    MANGROVE_ASSIGN(const auto path, absoluteWorkspacePath(file));
    store::OpenOptions options;
    options.newestFormat = static_cast<int>(migrations().size());
    if (access == Access::Read) {
        options.access = store::OpenOptions::Access::ReadOnly;
        options.check = store::OpenOptions::Check::None;
    }
    MANGROVE_ASSIGN(auto database, store::Database::open(path, options));
    MANGROVE_TRY(store::migrate(database, migrations(), {}));
    database.mapRuleErrors(kRules);
    auto rooms = std::make_unique<Rooms>(std::move(database), environment);
    return std::unique_ptr<Workspace>(new Workspace(environment, std::move(rooms)));
}

Result<WorkspaceInfo> Workspace::info() {
    WorkspaceInfo info;
    info.file = m_rooms->database.path();
    info.filesFolder = m_rooms->filesFolder;
    info.name = info.file.stem().string();
    MANGROVE_ASSIGN(const auto organisation, m_rooms->organisation.info());
    info.organisation = organisation.name;
    MANGROVE_ASSIGN(const auto authority, crypto::Certificate::fromPem(organisation.authorityPem));
    info.caFingerprint = toHex(authority.fingerprint());
    MANGROVE_ASSIGN(auto row,
                    m_rooms->database.prepare("SELECT language, demo, created FROM workspace_record"));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return Error(errors::kWorkspaceRecord, {"it is empty"});
    info.language = row.text(0);
    info.demo = row.boolean(1);
    info.created = row.instant(2);
    MANGROVE_ASSIGN(info.schemaVersion, m_rooms->database.userVersion());
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(info.file, ignored);
    info.bytes = ignored ? 0 : bytes;
    return info;
}

Status Workspace::check(const RunContext& context) {
    return m_rooms->database.checkIntegrity(context);
}

Status Workspace::backup(const std::filesystem::path& target, const RunContext& context) {
    return store::backup(m_rooms->database, target, context);
}

} // namespace mangrove::workspace
