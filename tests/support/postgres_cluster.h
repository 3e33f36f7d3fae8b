// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temp_dir.h"

#include <filesystem>
#include <string>

namespace mangrove::test {

/// A throw-away PostgreSQL server in a folder of its own, reachable through a socket there and nowhere else.
/// Uses Debian's `postgresql` package; initdb refuses to run as root, so root lends the folder to the user
/// postgres (or nobody) for it. Stopped and removed when the object dies.
class PostgresCluster {
public:
    PostgresCluster();
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// Empty, or why there is no server: a test then skips (package absent) or fails.
    [[nodiscard]] const std::string& fault() const { return m_fault; }
    /// The package is not installed.
    [[nodiscard]] bool absent() const { return m_absent; }
    /// "host=… port=… dbname=postgres user=…" without a password.
    [[nodiscard]] std::string name(const std::string& user = "owner") const;
    /// Runs SQL as the owner; empty, or psql's complaint.
    [[nodiscard]] std::string run(const std::string& sql) const;
    /// For tests that need a password: the role and its password.
    [[nodiscard]] static const char* guest() { return "guest"; }

private:
    [[nodiscard]] std::string asServerUser(const std::string& command) const;

    TempDir m_folder;
    std::string m_binaries;
    std::string m_prefix; ///< what turns root into the server's user
    std::string m_fault;
    bool m_absent = false;
    bool m_running = false;
};

} // namespace mangrove::test
