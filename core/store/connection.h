// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace mangrove::store {

/// The SQLite handle behind a Database and its statements. Private to the room: include it from store/*.cpp
/// only.
class Connection {
public:
    /// `flags` are SQLITE_OPEN_…; `uri` is a path or, with SQLITE_OPEN_URI, a file: URI; `path` is what
    /// errors name.
    [[nodiscard]] static Result<std::shared_ptr<Connection>> open(const std::string& uri, int flags,
                                                                  std::filesystem::path path);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] Status exec(const std::string& sql);
    /// The first column of the first row as text; empty where there is no row.
    [[nodiscard]] Result<std::string> single(const std::string& sql);
    /// Whether a transaction is open.
    [[nodiscard]] bool inTransaction() const;
    /// SQLite's result code as one of store's errors. Call before the statement is reset.
    [[nodiscard]] Error toError(int code) const;

    /// How long a lock is waited for; the wait ends early when `stop` is asked for.
    void setBusyTimeout(std::chrono::milliseconds timeout) { m_busyTimeout = timeout; }
    void watch(std::stop_token stop);
    void unwatch();

    std::vector<const ErrorInfo*> rules; ///< see Database::mapRuleErrors
    bool network = false;                ///< see Database::onNetwork
    int depth = 0;                       ///< open Transaction objects
    std::uint64_t outermost = 0;         ///< number of the current outermost transaction

private:
    Connection(sqlite3* handle, std::filesystem::path path);
    [[nodiscard]] Error ruleError(std::string_view message) const;
    [[nodiscard]] bool waitForLock(int attempt);
    [[nodiscard]] static int onBusy(void* self, int attempt);
    [[nodiscard]] static int onProgress(void* self);

    sqlite3* m_handle;
    std::filesystem::path m_path;
    std::chrono::milliseconds m_busyTimeout{5000};
    std::chrono::steady_clock::time_point m_busySince;
    std::stop_token m_stop;
};

} // namespace mangrove::store
