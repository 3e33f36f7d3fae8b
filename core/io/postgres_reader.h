// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/sha256.h"
#include "io/postgres_connection.h"
#include "io/row_reader.h"
#include "io/table_listing.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mangrove::io {

/// RecordReader of a table, view or query of a PostgreSQL database, streamed by COPY out of one read-only,
/// repeatable-read transaction. Memory does not grow with the table.
///
/// options.table is "table" or "schema.table" as the database spells it; options.query is one SELECT. Values
/// are the server's texts with time zone UTC and ISO dates; booleans are true and false; NULL is missing. The
/// bytes and the SHA-256 of source() are those of the rows as COPY's text format has them, so that they
/// change where a value, its text or the order of rows does. The line of a row is its number, from 1.
class PostgresReader final : public RowReader {
public:
    /// `options` were validated. Errors: those of PostgresConnection, several-tables, table-missing,
    /// csv-empty.
    [[nodiscard]] static Result<std::unique_ptr<PostgresReader>>
    open(const std::filesystem::path& name, const ReadOptions& options, const RunContext& context);
    /// Tables, views, materialized views, foreign and partitioned tables that the role may read; rows are the
    /// server's estimate, where it has one.
    [[nodiscard]] static Result<std::vector<TableFacts>>
    tables(const std::filesystem::path& name, const ReadOptions& options, const RunContext& context);

private:
    PostgresReader(const std::filesystem::path& name, const ReadOptions& options)
        : RowReader(name, options) {}
    [[nodiscard]] Result<std::string> chooseQuery(const RunContext& context);
    [[nodiscard]] Result<bool> fill(BatchBuilder& rows, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] Status addRow(BatchBuilder& rows, std::string_view copied);

    std::unique_ptr<PostgresConnection> m_connection;
    std::vector<bool> m_boolean; ///< by column
    crypto::Sha256 m_hash;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_row = 0;
    std::string m_cell;
};

} // namespace mangrove::io
