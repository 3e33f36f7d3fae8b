// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "crypto/secret.h"
#include "workspace/environment.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace mangrove::workspace {

struct Rooms;

/// What a new workspace needs to know.
struct CreateOptions {
    std::string organisation;     ///< name of the hospital or office; stands in every certificate and package
    UserId admin;                 ///< login name of the first user, [a-z0-9._-]{1,32}; gets the role Admin
    std::string adminDisplayName; ///< for people; the login name where empty
    crypto::SecretText adminPassphrase; ///< seals the admin's key and the organisation's certificate key
    std::string language = "en";        ///< "en" or "zh_CN": language of texts written into packages
    bool demo = false;                  ///< marks the workspace as DEMO for good
};

struct WorkspaceInfo {
    std::filesystem::path file;        ///< absolute path of the *.mangrove file
    std::filesystem::path filesFolder; ///< absolute path of "<name>.files"
    std::string name;                  ///< file name without ".mangrove"
    std::string organisation;
    std::string language;
    bool demo = false;
    Instant created{};
    int schemaVersion = 0;
    std::uint64_t bytes = 0;   ///< size of the workspace file
    std::string caFingerprint; ///< SHA-256 of the organisation's certificate, hex
};

/// One workspace: a single SQLite file "<name>.mangrove" and the folder "<name>.files" beside it (releases/,
/// packages/). Source rows are in neither. It is only the handle; what can be done with it are the use cases,
/// one header a group:
///
///     session.h           login, lock, who may do what
///     users.h             organisation; add, list, switch users; passphrases; share keys
///     datasets.h          register, list, show, relocate, drift check, read rows for a grid
///     assessments.h       profile, classify, check quality; decide what a column is
///     deidentification.h  risk, suggest and preview a recipe, apply it -> release
///     requests.h          create, submit, review, decide, withdraw, revoke, list, show with gates
///     exports.h           packing list, export a package, list packages
///     audit_trail.h       list, verify, checkpoint, proof
///     overview.h          the numbers of the Overview page
///
/// (Verifying somebody's package needs no workspace: handoff/package_verifier.h.)
///
/// Every state change writes its audit event in the same transaction: either both are there or neither.
/// Thread: one Workspace object is one database connection and belongs to one thread at a time (the workbench
/// has a writer lane). Any number of further objects may be open on the same file for reading on other
/// threads, each with its own connection (Access::Read); they see the last committed state.
class Workspace {
public:
    enum class Access : std::uint8_t {
        Write, ///< may change things
        Read   ///< every use case that changes something fails with the store's read-only error
    };

    /// Makes file and folder. `file` must end in ".mangrove" (kWorkspaceName) and not exist
    /// (kWorkspaceExists). On any failure nothing is left.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    create(const std::filesystem::path& file, CreateOptions options, const Environment& environment);
    /// Opens and, where an older program made it, migrates it (backup first). Fails with file-not-found, or
    /// the store's errors: workspace-newer (made by a newer program), workspace-damaged (truncated or
    /// corrupt), not-a-workspace.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    open(const std::filesystem::path& file, const Environment& environment, Access access = Access::Write);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] Result<WorkspaceInfo> info();
    /// Full integrity check of the file (slow on large ones). Fails with workspace-damaged.
    [[nodiscard]] Status check(const RunContext& context);
    /// A consistent copy of the workspace file (not of the files folder) at `target`, which must not exist.
    [[nodiscard]] Status backup(const std::filesystem::path& target, const RunContext& context);

    /// The inner rooms, for the use cases in this folder only (workspace/rooms.h).
    [[nodiscard]] Rooms& rooms() { return *m_rooms; }
    [[nodiscard]] const Environment& environment() const { return m_environment; }

private:
    Workspace(const Environment& environment, std::unique_ptr<Rooms> rooms);

    Environment m_environment;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace mangrove::workspace
