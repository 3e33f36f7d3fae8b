// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/postgres_connection.h"

#include "base/text.h"
#include "io/errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <libpq-fe.h>
#include <poll.h>
#include <system_error>

namespace mangrove::io {

namespace {

constexpr int kPollMs = 50;
constexpr int kConnectPolls = 30 * 1000 / kPollMs; ///< half a minute without any answer

void ignoreNotice(void* /*user*/, const PGresult* /*result*/) {}

std::string line(const char* message) {
    std::string text(trim(message == nullptr ? "" : message));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.empty() ? "the server closed the connection" : text;
}

/// The sentence for a failed statement: the server's own, unless it may quote a value of a cell.
std::string harmless(const PGresult* result, std::string_view state) {
    if (state.starts_with("22"))
        return "a value cannot be converted or computed";
    if (state.starts_with("23"))
        return "a constraint does not hold";
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return line(message != nullptr ? message : PQresultErrorMessage(result));
}

struct FreeOptions {
    void operator()(PQconninfoOption* options) const noexcept { PQconninfoFree(options); }
};

} // namespace

struct PostgresConnection::Answer {
    struct Free {
        void operator()(PGresult* cleared) const noexcept { PQclear(cleared); }
    };
    std::unique_ptr<PGresult, Free> result;
};

bool isDatabaseName(const std::filesystem::path& path) {
    const std::string name = path.string();
    if (name.starts_with("postgresql://") || name.starts_with("postgres://"))
        return true;
    static constexpr std::array<std::string_view, 7> kWords{
        "host=", "hostaddr=", "port=", "dbname=", "service=", "user=", "passfile="};
    if (std::none_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return name.starts_with(word); }))
        return false;
    std::error_code problem;
    return !std::filesystem::exists(path, problem);
}

PostgresConnection::~PostgresConnection() {
    PQfreemem(m_copied);
    PQfinish(m_connection);
}

Error PostgresConnection::lost() const {
    return Error(errors::kDatabaseConnection, {line(PQerrorMessage(m_connection))});
}

void PostgresConnection::cancel() {
    if (PGcancel* handle = PQgetCancel(m_connection); handle != nullptr) {
        std::array<char, 256> why{};
        (void)PQcancel(handle, why.data(), static_cast<int>(why.size()));
        PQfreeCancel(handle);
    }
}

/// Until the socket is ready or 50 ms have passed.
Status PostgresConnection::wait(bool forWriting, const RunContext& context) {
    if (context.cancelled()) {
        cancel();
        return Error(errors::kCancelled);
    }
    pollfd socket{PQsocket(m_connection), static_cast<short>(forWriting ? POLLOUT : POLLIN), 0};
    if (socket.fd < 0)
        return lost();
    if (::poll(&socket, 1, kPollMs) < 0 && errno != EINTR)
        return lost();
    return {};
}

Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::open(const std::string& name, const AskPassword& askPassword, const RunContext& context) {
    char* fault = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeOptions> given(PQconninfoParse(name.c_str(), &fault));
    if (given == nullptr) {
        // libpq quotes what it does not understand, which may be a password with an unescaped character.
        PQfreemem(fault);
        return Error(errors::kDatabaseName);
    }
    for (const PQconninfoOption* option = given.get(); option->keyword != nullptr; ++option) {
        const std::string_view keyword(option->keyword);
        if ((keyword == "password" || keyword == "sslpassword") && option->val != nullptr
            && *option->val != '\0')
            return Error(errors::kDatabasePasswordInName);
    }
    crypto::SecretText password;
    for (int attempt = 0;; ++attempt) {
        const std::string word(password.view());
        const std::array<const char*, 5> keywords{"dbname", "fallback_application_name", "client_encoding",
                                                  attempt > 0 ? "password" : nullptr, nullptr};
        const std::array<const char*, 5> values{name.c_str(), "mangrove", "UTF8", word.c_str(), nullptr};
        pg_conn* raw = PQconnectStartParams(keywords.data(), values.data(), 1);
        if (raw == nullptr)
            return Error(errors::kDatabaseConnection, {"there is not enough memory"});
        std::unique_ptr<PostgresConnection> connection(new PostgresConnection(name, raw));
        PQsetNoticeReceiver(raw, &ignoreNotice, nullptr);
        const Status connected = connection->connect(context);
        if (!connected.ok()) {
            if (attempt > 0 || !askPassword || PQconnectionNeedsPassword(raw) == 0)
                return connected.error();
            MANGROVE_ASSIGN(password, askPassword());
            continue;
        }
        // What is set where the server knows it: the text of a value must depend on the value alone.
        MANGROVE_ASSIGN(
            const auto begun,
            connection->rows("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", {}, context));
        MANGROVE_ASSIGN(
            const auto set,
            connection->rows(
                "SELECT pg_catalog.set_config(v.name, v.setting, true) FROM (VALUES "
                "('DateStyle','ISO, YMD'),('IntervalStyle','iso_8601'),('TimeZone','UTC'),"
                "('extra_float_digits','3'),('bytea_output','hex'),('synchronize_seqscans','off'),"
                "('statement_timeout','0'),('standard_conforming_strings','on')) AS v(name, "
                "setting) JOIN pg_catalog.pg_settings s ON pg_catalog.lower(s.name) = "
                "pg_catalog.lower(v.name)",
                {}, context));
        return connection;
    }
}

Status PostgresConnection::connect(const RunContext& context) {
    int idle = 0;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (PQstatus(m_connection) == CONNECTION_BAD || state == PGRES_POLLING_FAILED)
            return lost();
        if (context.cancelled())
            return Error(errors::kCancelled);
        pollfd socket{PQsocket(m_connection),
                      static_cast<short>(state == PGRES_POLLING_WRITING ? POLLOUT : POLLIN), 0};
        const int ready = socket.fd < 0 ? -1 : ::poll(&socket, 1, kPollMs);
        if (ready < 0 && errno != EINTR)
            return lost();
        if (ready == 0) {
            if (++idle > kConnectPolls)
                return Error(errors::kDatabaseConnection, {"the server does not answer"});
            continue;
        }
        idle = 0;
        state = PQconnectPoll(m_connection);
    }
    return {};
}

Result<PostgresConnection::Answer> PostgresConnection::answer(const RunContext& context) {
    while (PQflush(m_connection) == 1)
        MANGROVE_TRY(wait(true, context));
    Answer last;
    for (;;) {
        while (PQisBusy(m_connection) == 1) {
            MANGROVE_TRY(wait(false, context));
            if (PQconsumeInput(m_connection) == 0)
                return lost();
        }
        Answer next{decltype(Answer::result)(PQgetResult(m_connection))};
        if (next.result == nullptr)
            break;
        last = std::move(next);
        const ExecStatusType status = PQresultStatus(last.result.get());
        if (status == PGRES_COPY_OUT)
            break;
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            const char* field = PQresultErrorField(last.result.get(), PG_DIAG_SQLSTATE);
            const std::string state = field == nullptr ? "08006" : field;
            if (PQstatus(m_connection) == CONNECTION_BAD)
                return Error(errors::kDatabaseConnection, {harmless(last.result.get(), state)});
            return Error(errors::kDatabaseQuery, {harmless(last.result.get(), state), state});
        }
    }
    if (last.result == nullptr)
        return lost();
    return last;
}

Result<PostgresConnection::Rows> PostgresConnection::rows(const std::string& sql,
                                                          const std::vector<std::string>& parameters,
                                                          const RunContext& context) {
    std::vector<const char*> values;
    for (const std::string& parameter : parameters)
        values.push_back(parameter.c_str());
    if (PQsendQueryParams(m_connection, sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                          nullptr, nullptr, 0)
        == 0)
        return lost();
    MANGROVE_ASSIGN(const Answer found, answer(context));
    Rows rows;
    for (int r = 0; r < PQntuples(found.result.get()); ++r) {
        auto& row = rows.emplace_back();
        for (int c = 0; c < PQnfields(found.result.get()); ++c)
            row.emplace_back(PQgetvalue(found.result.get(), r, c),
                             static_cast<std::size_t>(PQgetlength(found.result.get(), r, c)));
    }
    return rows;
}

Result<std::vector<PostgresConnection::Column>> PostgresConnection::describe(const std::string& query,
                                                                             const RunContext& context) {
    if (PQsendPrepare(m_connection, "mangrove", query.c_str(), 0, nullptr) == 0)
        return lost();
    MANGROVE_ASSIGN(const Answer prepared, answer(context));
    if (PQsendDescribePrepared(m_connection, "mangrove") == 0)
        return lost();
    MANGROVE_ASSIGN(const Answer found, answer(context));
    std::vector<Column> columns;
    for (int c = 0; c < PQnfields(found.result.get()); ++c)
        columns.push_back(
            {PQfname(found.result.get(), c), static_cast<std::uint32_t>(PQftype(found.result.get(), c))});
    return columns;
}

Status PostgresConnection::startCopy(const std::string& query, const RunContext& context) {
    // describe() has proven that the text is one statement, so that it cannot close the bracket and go on.
    if (PQsendQuery(m_connection, ("COPY (\n" + query + "\n) TO STDOUT").c_str()) == 0)
        return lost();
    MANGROVE_ASSIGN(const Answer started, answer(context));
    if (PQresultStatus(started.result.get()) != PGRES_COPY_OUT)
        return Error(errors::kDatabaseQuery, {"it gives no rows", "42601"});
    return {};
}

Result<bool> PostgresConnection::nextCopyRow(std::string_view& row, const RunContext& context) {
    PQfreemem(m_copied);
    m_copied = nullptr;
    for (;;) {
        const int got = PQgetCopyData(m_connection, &m_copied, 1);
        if (got > 0) {
            row = {m_copied, static_cast<std::size_t>(got)};
            if (row.ends_with('\n'))
                row.remove_suffix(1);
            return true;
        }
        if (got == -1) {
            MANGROVE_ASSIGN(const Answer ended, answer(context));
            return false;
        }
        if (got == -2)
            return lost();
        MANGROVE_TRY(wait(false, context));
        if (PQconsumeInput(m_connection) == 0)
            return lost();
    }
}

Status PostgresConnection::commit(const RunContext& context) {
    MANGROVE_ASSIGN(const auto done, rows("COMMIT", {}, context));
    return {};
}

} // namespace mangrove::io
