// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;

namespace mangrove::io {

/// Whether `path` is no path but names a PostgreSQL database: "postgresql://…", "postgres://…", or words like
/// "service=…", "host=… dbname=…" where no file has that name.
[[nodiscard]] bool isDatabaseName(const std::filesystem::path& path);

/// A connection to a PostgreSQL server (or a relative that speaks its protocol) with one read-only,
/// repeatable transaction open. Never blocks longer than 50 ms without looking at the stop token; a running
/// statement is then cancelled on the server. Errors carry the server's SQLSTATE; where a message could quote
/// a value (classes 22 and 23) only the class is told. One thread.
class PostgresConnection {
public:
    /// `name` as isDatabaseName() knows it. A password in it is refused (database-password-in-name): it would
    /// stand on the command line and in the workspace. It comes from PGPASSFILE, ~/.pgpass, PGPASSWORD, the
    /// service file, or options.askPassword. Errors besides: database-connection, cancelled.
    [[nodiscard]] static Result<std::unique_ptr<PostgresConnection>>
    open(const std::string& name, const AskPassword& askPassword, const RunContext& context);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    /// Rows of a small result as text; a null is empty. `parameters` are texts.
    using Rows = std::vector<std::vector<std::string>>;
    [[nodiscard]] Result<Rows> rows(const std::string& sql, const std::vector<std::string>& parameters,
                                    const RunContext& context);

    struct Column {
        std::string name;
        std::uint32_t type = 0; ///< oid
    };
    /// The columns of one query, which is parsed by the server but not run.
    [[nodiscard]] Result<std::vector<Column>> describe(const std::string& query, const RunContext& context);

    /// Begins to copy the rows of `query` (that describe() accepted).
    [[nodiscard]] Status startCopy(const std::string& query, const RunContext& context);
    /// The next row as COPY's text format has it (without its line end), valid until the next call; false =
    /// there are no more.
    [[nodiscard]] Result<bool> nextCopyRow(std::string_view& row, const RunContext& context);
    /// Ends the transaction.
    [[nodiscard]] Status commit(const RunContext& context);

private:
    PostgresConnection(std::string name, pg_conn* connection)
        : m_name(std::move(name)), m_connection(connection) {}
    struct Answer;
    [[nodiscard]] Status connect(const RunContext& context);
    [[nodiscard]] Status wait(bool forWriting, const RunContext& context);
    void cancel();
    [[nodiscard]] Result<Answer> answer(const RunContext& context);
    [[nodiscard]] Error lost() const;

    std::string m_name;
    pg_conn* m_connection;
    char* m_copied = nullptr;
};

} // namespace mangrove::io
