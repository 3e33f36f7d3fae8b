// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::store {

class Connection; // private to the room

/// "MNGV": the application_id in the header of every workspace file (bytes 68–71), which file(1) can
/// recognise.
inline constexpr std::uint32_t kWorkspaceApplicationId = 0x4D4E4756;

/// How a workspace file is opened.
struct OpenOptions {
    enum class Access : std::uint8_t { ReadWrite, ReadOnly };
    /// Quick: PRAGMA quick_check before anything else may write. None: for a second connection of the same
    /// program.
    enum class Check : std::uint8_t { Quick, None };
    /// Write-ahead logging needs shared memory, which network file systems lack: there the rollback journal
    /// is used.
    enum class FileSystem : std::uint8_t { Detect, Local, Network };

    Access access = Access::ReadWrite;
    Check check = Check::Quick;
    FileSystem fileSystem = FileSystem::Detect;
    std::chrono::milliseconds busyTimeout{5000};
    /// The newest format (see migration.h) that the caller reads: a file with a newer one is refused before
    /// anything is written to it, the journal mode included.
    int newestFormat = std::numeric_limits<int>::max();
};

/// One connection to a workspace file (SQLite). Sets: write-ahead log, synchronous FULL (the audit must
/// survive a power cut), foreign_keys, recursive_triggers (so that REPLACE meets the triggers), busy_timeout,
/// trusted_schema off. Movable; use one object from one thread at a time, several objects for several
/// threads. All SQL of the program passes through here.
class Database {
public:
    /// A new file with the application id; kFileExists where `path` exists. An aborted creation leaves no
    /// file.
    [[nodiscard]] static Result<Database> create(const std::filesystem::path& path,
                                                 const OpenOptions& options = {});
    /// An existing workspace. kFileNotFound; kNotAWorkspace (other file or other application id);
    /// kWorkspaceDamaged (truncated, garbage, failing quick_check) and kWorkspaceNewer leave the file's bytes
    /// untouched; kWorkspaceBusy.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& path,
                                               const OpenOptions& options = {});
    /// A database in memory: for tests and trials.
    [[nodiscard]] static Result<Database> inMemory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// One or more statements without rows and parameters. Errors: kWorkspaceFull, kWorkspaceIo,
    /// kWorkspaceBusy, kWorkspaceDamaged, kWorkspaceReadOnly, kDatabaseConstraint, a rule error (see
    /// mapRuleErrors), kCancelled, kDatabaseStatement.
    [[nodiscard]] Status exec(std::string_view sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// prepare() with parameters bound (they are copied).
    template<typename... Values>
    [[nodiscard]] Result<Statement> query(std::string_view sql, const Values&... values) {
        MANGROVE_ASSIGN(auto statement, prepare(sql));
        MANGROVE_TRY(statement.bind({Value(values)...}));
        return statement;
    }
    /// One statement with parameters, run to its end.
    template<typename... Values>
    [[nodiscard]] Status run(std::string_view sql, const Values&... values) {
        MANGROVE_ASSIGN(auto statement, prepare(sql));
        MANGROVE_TRY(statement.bind({Value(values)...}));
        return statement.run();
    }
    /// Takes the write lock at once (BEGIN IMMEDIATE), so that what is read inside stays true until commit().
    /// Inside another transaction: a savepoint.
    [[nodiscard]] Result<Transaction> begin();
    /// A transaction that only reads: all its statements see one state of the file, and nobody is kept
    /// waiting.
    [[nodiscard]] Result<Transaction> beginRead();
    [[nodiscard]] bool inTransaction() const;

    /// Rows changed by the last statement.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t lastInsertRowId() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    /// "wal", "delete" or "memory".
    [[nodiscard]] Result<std::string> journalMode();
    /// Whether the file lies on a network file system, where only one computer at a time should work on it.
    [[nodiscard]] bool onNetwork() const;
    /// The format number (PRAGMA user_version); 0 = empty. See migration.h.
    [[nodiscard]] Result<int> userVersion();
    [[nodiscard]] Status setUserVersion(int version);
    /// Full integrity_check and foreign_key_check. kWorkspaceDamaged with the first finding.
    [[nodiscard]] Status checkIntegrity(const RunContext& ctx);

    /// While the returned object lives, statements of this database stop with kCancelled once ctx is asked to
    /// stop. Not nested.
    class Watch {
    public:
        Watch(Watch&&) noexcept = default;
        Watch& operator=(Watch&&) = delete;
        ~Watch();

    private:
        friend class Database;
        explicit Watch(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}
        std::shared_ptr<Connection> m_connection;
    };
    [[nodiscard]] Watch watch(const RunContext& ctx);

    /// Makes errors out of triggers: RAISE(ABORT, 'mangrove:<error-name>:<arg0>|<arg1>…') fails with the
    /// ErrorInfo of that name among those given here (by every room that has triggers, in its constructor),
    /// otherwise with kDatabaseRule.
    void mapRuleErrors(std::span<const ErrorInfo* const> rules);

private:
    [[nodiscard]] Result<Transaction> beginAs(const char* how);
    friend Status backup(Database& database, const std::filesystem::path& target, const RunContext& ctx);
    explicit Database(std::shared_ptr<Connection> connection);
    std::shared_ptr<Connection> m_connection;
};

} // namespace mangrove::store
