// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/postgres_reader.h"

#include "base/hex.h"
#include "base/number.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/name_list.h"
#include "io/sql_name.h"

#include <algorithm>

namespace mangrove::io {

namespace {

constexpr std::uint32_t kBooleanOid = 16;

/// What the role may read: qualified name, bare name, whether the bare name means it, kind, estimated rows,
/// bytes.
constexpr const char* kRelations =
    "SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid)::text, c.relkind::text, "
    "c.reltuples::bigint::text, CASE WHEN c.relkind IN ('r','m') THEN "
    "pg_catalog.pg_relation_size(c.oid)::text "
    "END FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind "
    "IN "
    "('r','v','m','f','p') AND n.nspname NOT IN ('pg_catalog','information_schema') AND n.nspname NOT LIKE "
    "'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%' AND pg_catalog.has_table_privilege(c.oid, 'SELECT') "
    "AND "
    "NOT c.relispartition ORDER BY 1, 2 LIMIT 10000";

std::string shownName(const std::vector<std::string>& relation) {
    return relation[2] == "true" ? relation[1] : relation[0] + "." + relation[1];
}

std::string sqlName(const std::vector<std::string>& relation) {
    return quotedIdentifier(relation[0]) + "." + quotedIdentifier(relation[1]);
}

/// Undoes the escapes of COPY's text format.
void unescapeCopied(std::string_view text, std::string& into) {
    into.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            into += text[i];
            continue;
        }
        const char c = text[++i];
        switch (c) {
        case 'b':
            into += '\b';
            break;
        case 'f':
            into += '\f';
            break;
        case 'n':
            into += '\n';
            break;
        case 'r':
            into += '\r';
            break;
        case 't':
            into += '\t';
            break;
        case 'v':
            into += '\v';
            break;
        default:
            into += c;
        }
    }
}

} // namespace

Result<std::unique_ptr<PostgresReader>> PostgresReader::open(const std::filesystem::path& name,
                                                             const ReadOptions& options,
                                                             const RunContext& context) {
    std::unique_ptr<PostgresReader> reader(new PostgresReader(name, options));
    context.start("reading", 0);
    MANGROVE_ASSIGN(reader->m_connection,
                    PostgresConnection::open(name.string(), options.askPassword, context));
    auto& info = reader->m_info;
    info.format = "postgresql";
    info.encoding = "UTF-8";
    info.encodingEvidence = "the server sends UTF-8";
    info.headerEvidence = "the database names its columns";
    MANGROVE_ASSIGN(const std::string query, reader->chooseQuery(context));
    MANGROVE_ASSIGN(const auto columns, reader->m_connection->describe(query, context));
    if (columns.empty())
        return Error(errors::kDatabaseQuery, {"it gives no rows", "42601"});
    std::vector<std::string> names;
    for (const auto& column : columns) {
        names.push_back(column.name);
        reader->m_boolean.push_back(column.type == kBooleanOid);
    }
    MANGROVE_TRY(reader->nameColumns(names, 0));
    MANGROVE_TRY(reader->m_connection->startCopy(query, context));
    MANGROVE_TRY(reader->prime(context));
    return reader;
}

Result<std::string> PostgresReader::chooseQuery(const RunContext& context) {
    if (m_options.query) {
        m_info.member = "query";
        std::string_view query = trim(*m_options.query);
        while (query.ends_with(';'))
            query = trim(query.substr(0, query.size() - 1));
        return std::string(query);
    }
    MANGROVE_ASSIGN(const auto relations, m_connection->rows(kRelations, {}, context));
    std::vector<std::string> names;
    const std::vector<std::string>* chosen = nullptr;
    for (const auto& relation : relations) {
        names.push_back(shownName(relation));
        if (m_options.table
            && (names.back() == *m_options.table || relation[0] + "." + relation[1] == *m_options.table))
            chosen = &relation;
    }
    if (!m_options.table && relations.size() == 1)
        chosen = &relations.front();
    const std::string listed = listNames(names);
    if (chosen == nullptr && m_options.table)
        return Error(errors::kTableMissing, {m_path, *m_options.table, listed});
    if (chosen == nullptr && relations.empty())
        return Error(errors::kCsvEmpty, {m_path});
    if (chosen == nullptr)
        return Error(errors::kSeveralTables, {m_path, std::to_string(names.size()), listed});
    m_info.member = shownName(*chosen);
    return "SELECT * FROM " + sqlName(*chosen);
}

Result<std::vector<TableFacts>> PostgresReader::tables(const std::filesystem::path& name,
                                                       const ReadOptions& options,
                                                       const RunContext& context) {
    MANGROVE_ASSIGN(const auto connection,
                    PostgresConnection::open(name.string(), options.askPassword, context));
    MANGROVE_ASSIGN(const auto relations, connection->rows(kRelations, {}, context));
    MANGROVE_ASSIGN(
        const auto columns,
        connection->rows("SELECT n.nspname, c.relname, a.attname FROM pg_catalog.pg_attribute a JOIN "
                         "pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n "
                         "ON n.oid = c.relnamespace WHERE a.attnum > 0 AND NOT a.attisdropped AND "
                         "c.relkind IN ('r','v','m','f','p') AND n.nspname NOT IN "
                         "('pg_catalog','information_schema') ORDER BY 1, 2, a.attnum LIMIT 1000000",
                         {}, context));
    std::vector<TableFacts> tables;
    for (const auto& relation : relations) {
        TableFacts facts;
        facts.name = shownName(relation);
        facts.kind = relation[3] == "v" || relation[3] == "m" ? "view" : "table";
        // -1 and, in old servers, 0 mean that nobody has counted yet
        if (const auto rows = parseInteger(relation[4]); rows && *rows > 0) {
            facts.rows = static_cast<std::uint64_t>(*rows);
            facts.note = "rows as the server estimates";
        }
        facts.bytes = parseUnsigned(relation[5]);
        for (const auto& column : columns) {
            if (column[0] == relation[0] && column[1] == relation[1])
                facts.columns.push_back(column[2]);
        }
        tables.push_back(std::move(facts));
    }
    MANGROVE_TRY(connection->commit(context));
    return tables;
}

Status PostgresReader::addRow(BatchBuilder& rows, std::string_view copied) {
    ++m_row;
    rows.beginRow(m_row);
    std::size_t column = 0;
    std::size_t from = 0;
    while (column < m_names.size()) {
        const std::size_t end = std::min(copied.find('\t', from), copied.size());
        std::string_view text = copied.substr(from, end - from);
        if (text != "\\N") {
            if (text.find('\\') != std::string_view::npos) {
                unescapeCopied(text, m_cell);
                text = m_cell;
            }
            if (text.size() > m_options.maxCellBytes)
                return Error(errors::kCsvCellTooLarge,
                             {std::to_string(m_row), std::to_string(m_options.maxCellBytes)},
                             {m_path, m_row, 0});
            if (m_boolean[column])
                text = text == "t" ? "true" : "false";
            rows.set(column, validText(text, m_row), true);
        }
        ++column;
        if (end == copied.size())
            break;
        from = end + 1;
    }
    if (column != m_names.size())
        return Error(errors::kDatabaseQuery, {"a row has not as many values as columns", "XX000"});
    m_log.addRow();
    return {};
}

Result<bool> PostgresReader::fill(BatchBuilder& rows, const RunContext& context) {
    std::string_view copied;
    while (!rows.full()) {
        if (m_row % 256 == 0)
            MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const bool any, m_connection->nextCopyRow(copied, context));
        if (!any)
            return false;
        m_hash.update(copied).update(std::string_view("\n"));
        m_bytes += copied.size() + 1;
        context.advance(copied.size() + 1);
        MANGROVE_TRY(addRow(rows, copied));
    }
    return true;
}

Status PostgresReader::finish(const RunContext& context) {
    MANGROVE_TRY(m_connection->commit(context));
    m_info.bytes = m_bytes;
    m_info.sha256 = toHex(m_hash.finish());
    return {};
}

} // namespace mangrove::io
