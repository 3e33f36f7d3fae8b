// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_cluster.h"

#include <array>
#include <cstdio>
#include <pwd.h>
#include <unistd.h>

namespace mangrove::test {

namespace {

struct Outcome {
    int status = -1;
    std::string output;
};

Outcome runShell(const std::string& command) {
    Outcome outcome;
    FILE* pipe = ::popen((command + " 2>&1 </dev/null").c_str(), "r");
    if (pipe == nullptr)
        return outcome;
    std::array<char, 4096> piece{};
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), pipe))
        outcome.output.append(piece.data(), got);
    outcome.status = ::pclose(pipe);
    return outcome;
}

std::string newestBinaries() {
    for (int version = 25; version >= 11; --version) {
        const std::string folder = "/usr/lib/postgresql/" + std::to_string(version) + "/bin";
        if (std::filesystem::exists(folder + "/initdb"))
            return folder;
    }
    return {};
}

} // namespace

std::string PostgresCluster::asServerUser(const std::string& command) const {
    return "cd " + m_folder.path().string() + " && " + m_prefix + command;
}

PostgresCluster::PostgresCluster() {
    m_binaries = newestBinaries();
    if (m_binaries.empty()) {
        m_absent = true;
        m_fault = "the package postgresql is not installed";
        return;
    }
    const std::filesystem::path data = m_folder / "data";
    if (::getuid() == 0) {
        const passwd* user = ::getpwnam("postgres");
        if (user == nullptr)
            user = ::getpwnam("nobody");
        if (user == nullptr || ::chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
            m_fault = "there is no user to run the server as";
            return;
        }
        m_prefix = "setpriv --reuid=" + std::to_string(user->pw_uid)
                   + " --regid=" + std::to_string(user->pw_gid)
                   + " --clear-groups env HOME=" + m_folder.path().string() + " ";
    }
    auto made = runShell(asServerUser(m_binaries + "/initdb -D " + data.string()
                                      + " -U owner -E UTF8 --locale=C.UTF-8 -A trust --no-sync"));
    if (made.status != 0) {
        m_fault = "initdb: " + made.output;
        return;
    }
    // The guest must show a password, the owner not.
    made = runShell(asServerUser("sh -c 'printf \"local all guest scram-sha-256\\nlocal all all trust\\n\" > "
                                 + data.string() + "/pg_hba.conf'"));
    if (made.status != 0) {
        m_fault = "pg_hba.conf: " + made.output;
        return;
    }
    made = runShell(asServerUser(
        m_binaries + "/pg_ctl -D " + data.string() + " -l " + data.string()
        + "/log -w -t 60 -o \"-c listen_addresses='' -c unix_socket_directories=" + m_folder.path().string()
        + " -c port=54329 -c fsync=off -c max_connections=10 -c shared_buffers=16MB\" start "
          ">/dev/null"));
    if (made.status != 0) {
        m_fault = "pg_ctl: " + made.output + readAll(data / "log");
        return;
    }
    m_running = true;
}

PostgresCluster::~PostgresCluster() {
    if (m_running)
        (void)runShell(asServerUser(m_binaries + "/pg_ctl -D " + (m_folder / "data").string()
                                    + " -m immediate -w stop"));
}

std::string PostgresCluster::name(const std::string& user) const {
    return "host=" + m_folder.path().string() + " port=54329 dbname=postgres user=" + user;
}

std::string PostgresCluster::run(const std::string& sql) const {
    const auto script = m_folder.write("script.sql", sql);
    const auto done =
        runShell(m_binaries + "/psql -v ON_ERROR_STOP=1 -q -X -f " + script.string() + " \"" + name() + "\"");
    return done.status == 0 ? std::string() : done.output;
}

} // namespace mangrove::test
