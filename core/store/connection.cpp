// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "base/text.h"
#include "store/errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sqlite3.h>

namespace mangrove::store {

namespace {

constexpr int kProgressSteps =
    4000; // virtual machine steps between two looks at the stop token: well under 1 ms
constexpr std::string_view kRulePrefix = "mangrove:";

// The errno the operating system gave for the last failing call on the database or its journal.
int lastErrno(sqlite3* handle, int whichFile) {
    sqlite3_file* file = nullptr;
    int value = 0;
    if (sqlite3_file_control(handle, "main", whichFile, static_cast<void*>(&file)) == SQLITE_OK
        && file != nullptr && file->pMethods != nullptr)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &value);
    return value;
}

bool isOutOfSpace(int systemError) {
    return systemError == ENOSPC || systemError == EFBIG || systemError == EDQUOT;
}

} // namespace

Connection::Connection(sqlite3* handle, std::filesystem::path path)
    : m_handle(handle), m_path(std::move(path)) {
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_handler(handle, &Connection::onBusy, this);
    // A hostile file must not run code, change the schema table or make a typing error look like a text.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
}

Connection::~Connection() {
    sqlite3_close_v2(m_handle);
}

Result<std::shared_ptr<Connection>> Connection::open(const std::string& uri, int flags,
                                                     std::filesystem::path path) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &handle, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
    if (handle == nullptr)
        return Error(errors::kWorkspaceIo, {path.string(), "out of memory"});
    std::shared_ptr<Connection> connection(new Connection(handle, std::move(path)));
    if (code != SQLITE_OK)
        return connection->toError(code);
    return connection;
}

Status Connection::exec(const std::string& sql) {
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return toError(code);
    return {};
}

Result<std::string> Connection::single(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr);
    if (code != SQLITE_OK)
        return toError(code);
    std::string text;
    code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        if (const auto* bytes = sqlite3_column_blob(statement, 0); bytes != nullptr)
            text.assign(static_cast<const char*>(bytes),
                        static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
        code = SQLITE_DONE;
    }
    const Status outcome = code == SQLITE_DONE ? Status() : Status(toError(code));
    sqlite3_finalize(statement);
    if (!outcome.ok())
        return outcome.error();
    return text;
}

bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

Error Connection::ruleError(std::string_view message) const {
    const auto parts = split(message.substr(kRulePrefix.size()), ':');
    const std::string_view name = parts.empty() ? std::string_view() : parts.front();
    std::vector<std::string> args;
    if (parts.size() > 1) {
        const std::size_t from = kRulePrefix.size() + name.size() + 1;
        for (const auto arg : split(message.substr(from), '|'))
            args.emplace_back(arg);
    }
    const auto known =
        std::find_if(rules.begin(), rules.end(), [&](const auto* info) { return info->name == name; });
    if (known != rules.end())
        return Error(**known, std::move(args));
    return Error(errors::kDatabaseRule, {std::string(name)});
}

Error Connection::toError(int code) const {
    const std::string file = m_path.string();
    const std::string words = sqlite3_errmsg(m_handle);
    switch (code & 0xFF) {
    case SQLITE_INTERRUPT:
        return Error(errors::kCancelled);
    case SQLITE_FULL:
        return Error(errors::kWorkspaceFull, {file});
    case SQLITE_IOERR:
        if (isOutOfSpace(sqlite3_system_errno(m_handle))
            || isOutOfSpace(lastErrno(m_handle, SQLITE_FCNTL_FILE_POINTER))
            || isOutOfSpace(lastErrno(m_handle, SQLITE_FCNTL_JOURNAL_POINTER)))
            return Error(errors::kWorkspaceFull, {file});
        return Error(errors::kWorkspaceIo, {file, words});
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error(errors::kWorkspaceDamaged, {file, words});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        // A wait for a lock that was given up because of a stop request is a cancellation.
        if (m_stop.stop_requested())
            return Error(errors::kCancelled);
        return Error(errors::kWorkspaceBusy, {file});
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return Error(errors::kWorkspaceReadOnly, {file, words});
    case SQLITE_CONSTRAINT:
        if (words.starts_with(kRulePrefix))
            return ruleError(words);
        return Error(errors::kDatabaseConstraint, {words});
    default:
        return Error(errors::kDatabaseStatement, {words});
    }
}

void Connection::watch(std::stop_token stop) {
    m_stop = std::move(stop);
    sqlite3_progress_handler(m_handle, kProgressSteps, &Connection::onProgress, this);
}

void Connection::unwatch() {
    sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    m_stop = {};
}

bool Connection::waitForLock(int attempt) {
    static constexpr std::array kPauses{1, 2, 5, 10, 20, 40};
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0)
        m_busySince = now;
    if (m_stop.stop_requested() || now - m_busySince >= m_busyTimeout)
        return false;
    sqlite3_sleep(kPauses[std::min(static_cast<std::size_t>(attempt), kPauses.size() - 1)]);
    return true;
}

int Connection::onBusy(void* self, int attempt) {
    return static_cast<Connection*>(self)->waitForLock(attempt) ? 1 : 0;
}

int Connection::onProgress(void* self) {
    return static_cast<Connection*>(self)->m_stop.stop_requested() ? 1 : 0;
}

} // namespace mangrove::store
