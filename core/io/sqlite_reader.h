// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/fingerprint.h"
#include "io/row_reader.h"
#include "io/table_listing.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace mangrove::io {

/// RecordReader of a table, a view or a query (options.table, options.query) of an SQLite database that
/// nobody vouches for: opened read-only and as immutable, without its triggers, extensions and virtual
/// tables, its schema not trusted, with limits on what it may ask for, and with an authorizer that lets only
/// reading through. Changes that still lie in a write-ahead log are not read, which a warning says.
///
/// Numbers as SQLite stores them (doubles by their shortest text), blobs in hexadecimal, NULL is missing. The
/// line of a row is its number in the result, from 1.
class SqliteReader final : public RowReader {
public:
    /// `options` were validated. Errors: file-not-found, sqlite-unreadable, several-tables, table-missing.
    [[nodiscard]] static Result<std::unique_ptr<SqliteReader>>
    open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context);
    /// Tables and views with their columns.
    [[nodiscard]] static Result<std::vector<TableFacts>> tables(const std::filesystem::path& path,
                                                                const RunContext& context);
    ~SqliteReader() override;

private:
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    using Handle = std::unique_ptr<sqlite3, Close>;
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    SqliteReader(const std::filesystem::path& path, const ReadOptions& options);
    [[nodiscard]] Status connect();
    [[nodiscard]] Result<Statement> prepare(const std::string& sql) const;
    [[nodiscard]] Result<std::vector<TableFacts>> listTables() const;
    [[nodiscard]] Status choose();
    [[nodiscard]] Error failure() const;
    [[nodiscard]] Result<bool> fill(BatchBuilder& rows, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] Status addCell(BatchBuilder& rows, int column);

    Fingerprint m_opened;
    Handle m_database;
    Statement m_statement;
    std::uint64_t m_row = 0;
    std::uint64_t m_blobs = 0;
    std::uint64_t m_rowBytes = 0; ///< text of the present row
};

} // namespace mangrove::io
