// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/value.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace mangrove::store {

class Connection; // private to the room

/// One prepared statement. Move-only; keeps its database open; same thread as the database.
///
///     MANGROVE_ASSIGN(auto rows, database.query("SELECT id, name FROM dataset WHERE domain = ?", domain));
///     while (true) {
///         MANGROVE_ASSIGN(const bool more, rows.step());
///         if (!more) break;
///         use(rows.text(0), rows.text(1));
///     }
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds the parameters in order (all of them: kDatabaseStatement on a wrong count) and makes the
    /// statement ready to run again.
    [[nodiscard]] Status bind(std::span<const Value> values);
    [[nodiscard]] Status bind(std::initializer_list<Value> values) {
        return bind(std::span(values.begin(), values.size()));
    }
    /// true: a row stands ready; false: done (and reset). Errors are those of Database::exec.
    [[nodiscard]] Result<bool> step();
    /// Runs to the end and resets, for statements without rows.
    [[nodiscard]] Status run();
    /// bind() and run() in one, for the same insert many times.
    template<typename... Values>
    [[nodiscard]] Status run(const Values&... values) requires(sizeof...(Values) > 0) {
        MANGROVE_TRY(bind({Value(values)...}));
        return run();
    }

    /// Columns of the current row count from 0. A NULL reads as 0, 0.0, empty; use the optional forms where
    /// it matters.
    [[nodiscard]] int columns() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t count(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] Instant instant(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] std::optional<Instant> optionalInstant(int column) const;
    /// Valid until the next step(), run() or bind().
    [[nodiscard]] std::string_view textView(int column) const;
    [[nodiscard]] ByteView blobView(int column) const;

private:
    friend class Database;
    Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* handle);

    std::shared_ptr<Connection> m_connection;
    sqlite3_stmt* m_handle = nullptr;
};

} // namespace mangrove::store
