// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "store/connection.h"
#include "store/errors.h"
#include "store/file_check.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace mangrove::store {

namespace {

Status setUp(Connection& connection, const OpenOptions& options) {
    connection.setBusyTimeout(options.busyTimeout);
    return connection.exec("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL;"
                           "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384");
}

// Write-ahead logging where it works. The journal mode is a property of the file, so a workspace that was
// moved to a network share is turned back to the rollback journal; exclusive locking lets that happen without
// shared memory.
Status chooseJournal(Connection& connection, const OpenOptions& options) {
    if (options.access == OpenOptions::Access::ReadOnly)
        return {};
    if (connection.network)
        return connection.exec(
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL;"
            "SELECT count(*) FROM sqlite_schema");
    // A file system that refuses write-ahead logging answers with the old mode; everything works with that
    // too.
    return connection.exec("PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=67108864");
}

Status refuseNewer(Connection& connection, const std::filesystem::path& path, int newest) {
    MANGROVE_ASSIGN(const auto version, connection.single("PRAGMA user_version"));
    if (parseInteger(version).value_or(0) <= newest)
        return {};
    return Error(errors::kWorkspaceNewer, {path.string(), version, std::to_string(newest)});
}

bool onNetworkBy(const std::filesystem::path& path, OpenOptions::FileSystem fileSystem) {
    if (fileSystem == OpenOptions::FileSystem::Detect)
        return isOnNetwork(path);
    return fileSystem == OpenOptions::FileSystem::Network;
}

} // namespace

Database::Database(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::create(const std::filesystem::path& path, const OpenOptions& options) {
    // O_EXCL decides between two programs that create the same file at once.
    const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        if (errno == EEXIST)
            return Error(errors::kFileExists, {path.string()});
        return Error(errors::kFileNotWritable, {path.string(), systemMessage(errno)});
    }
    ::close(descriptor);
    const auto fill = [&]() -> Result<Database> {
        MANGROVE_ASSIGN(auto connection, Connection::open(path.string(), SQLITE_OPEN_READWRITE, path));
        connection->network = onNetworkBy(path, options.fileSystem);
        MANGROVE_TRY(setUp(*connection, options));
        MANGROVE_TRY(connection->exec(format("PRAGMA application_id={}", kWorkspaceApplicationId)));
        MANGROVE_TRY(chooseJournal(*connection, options));
        return Database(std::move(connection));
    };
    auto database = fill();
    if (!database.ok()) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(std::filesystem::path(path) += suffix, ignored);
    }
    return database;
}

Result<Database> Database::open(const std::filesystem::path& path, const OpenOptions& options) {
    MANGROVE_TRY(checkHeader(path));
    if (options.check == OpenOptions::Check::Quick)
        MANGROVE_TRY(checkPages(path));
    const int access =
        options.access == OpenOptions::Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    MANGROVE_ASSIGN(auto connection, Connection::open(path.string(), access, path));
    connection->network = onNetworkBy(path, options.fileSystem);
    MANGROVE_TRY(setUp(*connection, options));
    MANGROVE_TRY(refuseNewer(*connection, path, options.newestFormat));
    MANGROVE_TRY(chooseJournal(*connection, options));
    return Database(std::move(connection));
}

Result<Database> Database::inMemory() {
    MANGROVE_ASSIGN(auto connection,
                    Connection::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, {}));
    MANGROVE_TRY(setUp(*connection, {}));
    MANGROVE_TRY(connection->exec(format("PRAGMA application_id={}", kWorkspaceApplicationId)));
    return Database(std::move(connection));
}

Status Database::exec(std::string_view sql) {
    return m_connection->exec(std::string(sql));
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v2(m_connection->handle(), sql.data(), static_cast<int>(sql.size()), &handle, &tail);
    if (code != SQLITE_OK)
        return m_connection->toError(code);
    Statement statement(m_connection, handle);
    const auto rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    if (handle == nullptr || !trim(rest).empty())
        return Error(errors::kDatabaseStatement, {"one statement is wanted here: " + std::string(sql)});
    return statement;
}

Result<Transaction> Database::begin() {
    return beginAs("BEGIN IMMEDIATE");
}

Result<Transaction> Database::beginRead() {
    return beginAs("BEGIN DEFERRED");
}

Result<Transaction> Database::beginAs(const char* how) {
    if (!m_connection->inTransaction()) {
        MANGROVE_TRY(m_connection->exec(how));
        ++m_connection->outermost;
        m_connection->depth = 1;
        return Transaction(m_connection, 0);
    }
    const int depth = m_connection->depth;
    MANGROVE_TRY(m_connection->exec(format("SAVEPOINT mangrove_{}", depth)));
    m_connection->depth = depth + 1;
    return Transaction(m_connection, depth);
}

bool Database::inTransaction() const {
    return m_connection->inTransaction();
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_connection->handle());
}

std::int64_t Database::lastInsertRowId() const {
    return sqlite3_last_insert_rowid(m_connection->handle());
}

const std::filesystem::path& Database::path() const {
    return m_connection->path();
}

Result<std::string> Database::journalMode() {
    return m_connection->single("PRAGMA journal_mode");
}

bool Database::onNetwork() const {
    return m_connection->network;
}

Result<int> Database::userVersion() {
    MANGROVE_ASSIGN(const auto text, m_connection->single("PRAGMA user_version"));
    return static_cast<int>(parseInteger(text).value_or(0));
}

Status Database::setUserVersion(int version) {
    return m_connection->exec(format("PRAGMA user_version={}", version));
}

Status Database::checkIntegrity(const RunContext& ctx) {
    const auto guard = watch(ctx);
    MANGROVE_ASSIGN(const auto finding, m_connection->single("PRAGMA integrity_check(1)"));
    if (finding != "ok")
        return Error(errors::kWorkspaceDamaged, {path().string(), finding});
    MANGROVE_ASSIGN(const auto orphan, m_connection->single("PRAGMA foreign_key_check"));
    if (!orphan.empty())
        return Error(errors::kWorkspaceDamaged,
                     {path().string(), "a row of " + orphan + " refers to a missing one"});
    return {};
}

Database::Watch::~Watch() {
    if (m_connection != nullptr)
        m_connection->unwatch();
}

Database::Watch Database::watch(const RunContext& ctx) {
    m_connection->watch(ctx.stop);
    return Watch(m_connection);
}

void Database::mapRuleErrors(std::span<const ErrorInfo* const> rules) {
    auto& known = m_connection->rules;
    for (const auto* rule : rules) {
        if (std::find(known.begin(), known.end(), rule) == known.end())
            known.push_back(rule);
    }
}

} // namespace mangrove::store
