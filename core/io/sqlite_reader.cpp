// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sqlite_reader.h"

#include "base/format.h"
#include "base/hex.h"
#include "base/number.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/sql_name.h"

#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <system_error>

namespace mangrove::io {

namespace {

constexpr std::uint64_t kMaxSqliteRow = 64U << 20U; ///< or two cells, where those may be longer
constexpr int kProgressOps = 10'000; ///< virtual machine steps between two looks at the stop token

/// "file:" address of a path, so that no character of it means anything to SQLite.
std::string fileAddress(const std::string& path) {
    static constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string address = "file:";
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos)
            address += c;
        else
            address += format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return address + "?mode=ro&immutable=1";
}

/// Lets reading through and nothing else; functions that reach outside of the database are refused.
int authorize(void* /*user*/, int action, const char* /*first*/, const char* second, const char* /*database*/,
              const char* /*trigger*/) {
    if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE)
        return SQLITE_OK;
    if (action != SQLITE_FUNCTION || second == nullptr)
        return SQLITE_DENY;
    static constexpr std::array<std::string_view, 7> kRefused{
        "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "zeroblob", "randomblob"};
    const std::string name = toLowerAscii(second);
    return std::find(kRefused.begin(), kRefused.end(), name) == kRefused.end() ? SQLITE_OK : SQLITE_DENY;
}

int stopWhenCancelled(void* user) {
    return static_cast<const RunContext*>(user)->cancelled() ? 1 : 0;
}

/// Watches the stop token while SQLite works.
class Watch {
public:
    Watch(sqlite3* database, const RunContext& context) : m_database(database), m_context(context) {
        sqlite3_progress_handler(m_database, kProgressOps, &stopWhenCancelled, &m_context);
    }
    ~Watch() { sqlite3_progress_handler(m_database, 0, nullptr, nullptr); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    sqlite3* m_database;
    RunContext m_context;
};

} // namespace

void SqliteReader::Close::operator()(sqlite3* database) const noexcept {
    (void)sqlite3_close_v2(database);
}
void SqliteReader::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    (void)sqlite3_finalize(statement);
}

SqliteReader::SqliteReader(const std::filesystem::path& path, const ReadOptions& options)
    : RowReader(path, options) {}
SqliteReader::~SqliteReader() = default;

Error SqliteReader::failure() const {
    const int code = sqlite3_errcode(m_database.get());
    if (code == SQLITE_INTERRUPT)
        return Error(errors::kCancelled);
    if (code == SQLITE_TOOBIG)
        return Error(errors::kCsvCellTooLarge,
                     {std::to_string(m_row + 1), std::to_string(m_options.maxCellBytes)},
                     {m_path, m_row + 1, 0});
    return Error(errors::kSqliteUnreadable, {m_path, sqlite3_errmsg(m_database.get())}, {m_path, 0, 0});
}

Status SqliteReader::connect() {
    MANGROVE_ASSIGN(m_opened, quickFingerprint(m_path));
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(
        fileAddress(m_path).c_str(), &database,
        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK)
        return failure();
    for (const auto& [option, on] :
         {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0}})
        (void)sqlite3_db_config(database, option, on, nullptr);
    const auto maxLength = static_cast<int>(std::max<std::uint64_t>(m_options.maxCellBytes, 1U << 20U));
    for (const auto& [limit, value] :
         {std::pair{SQLITE_LIMIT_LENGTH, maxLength}, std::pair{SQLITE_LIMIT_SQL_LENGTH, 1'000'000},
          std::pair{SQLITE_LIMIT_COLUMN, 32'767}, std::pair{SQLITE_LIMIT_EXPR_DEPTH, 200},
          std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 50}, std::pair{SQLITE_LIMIT_VDBE_OP, 1'000'000},
          std::pair{SQLITE_LIMIT_FUNCTION_ARG, 32}, std::pair{SQLITE_LIMIT_ATTACHED, 0},
          std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}, std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
          std::pair{SQLITE_LIMIT_WORKER_THREADS, 0}})
        (void)sqlite3_limit(database, limit, value);
    if (sqlite3_exec(database, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY",
                     nullptr, nullptr, nullptr)
        != SQLITE_OK)
        return failure();
    (void)sqlite3_set_authorizer(database, &authorize, nullptr);
    for (const char* suffix : {"-wal", "-journal"}) {
        std::error_code problem;
        const auto size = std::filesystem::file_size(m_path + suffix, problem);
        if (!problem && size > 0)
            m_log.warn("sqlite-open-changes", 0,
                       format("Beside the database lies a {} file: changes in it are not read. Close the "
                              "program that writes the database first.",
                              suffix));
    }
    return {};
}

Result<SqliteReader::Statement> SqliteReader::prepare(const std::string& sql) const {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v2(m_database.get(), sql.c_str(), static_cast<int>(sql.size() + 1), &raw, &tail);
    Statement statement(raw);
    if (code != SQLITE_OK)
        return failure();
    if (statement == nullptr || !trim(tail).empty() || sqlite3_column_count(raw) == 0)
        return Error(errors::kSqliteUnreadable, {m_path, "one query that gives rows is needed"},
                     {m_path, 0, 0});
    return statement;
}

Result<std::vector<TableFacts>> SqliteReader::listTables() const {
    MANGROVE_ASSIGN(
        const auto statement,
        prepare("SELECT name, type FROM sqlite_schema WHERE type IN ('table','view') AND name NOT "
                "LIKE 'sqlite\\_%' ESCAPE '\\' AND (sql IS NULL OR sql NOT LIKE 'CREATE VIRTUAL%') "
                "ORDER BY name LIMIT 10000"));
    std::vector<TableFacts> tables;
    const auto text = [&](int column) {
        const auto* bytes = sqlite3_column_text(statement.get(), column);
        return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes));
    };
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
        TableFacts facts;
        facts.name = text(0);
        facts.kind = text(1);
        if (!facts.name.empty() && findInvalidUtf8(facts.name) == std::string::npos)
            tables.push_back(std::move(facts));
    }
    if (code != SQLITE_DONE)
        return failure();
    return tables;
}

Status SqliteReader::choose() {
    std::string sql;
    if (m_options.query) {
        sql = *m_options.query;
        m_info.member = "query";
    } else {
        MANGROVE_ASSIGN(const auto tables, listTables());
        std::vector<std::string> names;
        for (const TableFacts& table : tables)
            names.push_back(table.name);
        const std::string listed = join(names, ", ");
        if (names.empty())
            return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
        if (!m_options.table && names.size() > 1)
            return Error(errors::kSeveralTables, {m_path, std::to_string(names.size()), listed},
                         {m_path, 0, 0});
        m_info.member = m_options.table.value_or(names.front());
        if (std::find(names.begin(), names.end(), m_info.member) == names.end())
            return Error(errors::kTableMissing, {m_path, m_info.member, listed}, {m_path, 0, 0});
        sql = "SELECT * FROM " + quotedIdentifier(m_info.member);
    }
    MANGROVE_ASSIGN(m_statement, prepare(sql));
    std::vector<std::string> columns;
    for (int c = 0; c < sqlite3_column_count(m_statement.get()); ++c)
        columns.emplace_back(sqlite3_column_name(m_statement.get(), c));
    return nameColumns(columns, 0);
}

Result<std::unique_ptr<SqliteReader>>
SqliteReader::open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context) {
    std::unique_ptr<SqliteReader> reader(new SqliteReader(path, options));
    MANGROVE_TRY(reader->connect());
    context.start("reading", 0);
    const Watch watch(reader->m_database.get(), context);
    reader->m_info.format = "sqlite";
    reader->m_info.encoding = "UTF-8";
    reader->m_info.encodingEvidence = "SQLite gives its texts in UTF-8";
    reader->m_info.headerEvidence = "the database names its columns";
    MANGROVE_TRY(reader->choose());
    MANGROVE_TRY(reader->prime(context));
    return reader;
}

Result<std::vector<TableFacts>> SqliteReader::tables(const std::filesystem::path& path,
                                                     const RunContext& context) {
    SqliteReader reader(path, {});
    MANGROVE_TRY(reader.connect());
    const Watch watch(reader.m_database.get(), context);
    MANGROVE_ASSIGN(auto tables, reader.listTables());
    for (TableFacts& table : tables) {
        const auto statement = reader.prepare("SELECT * FROM " + quotedIdentifier(table.name));
        if (!statement.ok()) {
            table.note = statement.error().message();
            continue;
        }
        for (int c = 0; c < sqlite3_column_count(statement.value().get()); ++c)
            table.columns.emplace_back(sqlite3_column_name(statement.value().get(), c));
    }
    return tables;
}

Status SqliteReader::addCell(BatchBuilder& rows, int column) {
    sqlite3_stmt* statement = m_statement.get();
    const auto place = static_cast<std::size_t>(column);
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        rows.set(place, std::to_string(sqlite3_column_int64(statement, column)));
        return {};
    case SQLITE_FLOAT:
        rows.set(place, formatDouble(sqlite3_column_double(statement, column)));
        return {};
    default:
        break;
    }
    const bool blob = sqlite3_column_type(statement, column) == SQLITE_BLOB;
    // The bytes first: asking for their number afterwards must not convert them.
    const void* bytes = blob ? sqlite3_column_blob(statement, column)
                             : static_cast<const void*>(sqlite3_column_text(statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    // A view can put a long text into each of 32,767 columns.
    m_rowBytes += size * (blob ? 2 : 1);
    if (m_rowBytes > std::max(kMaxSqliteRow, 2 * m_options.maxCellBytes))
        return Error(errors::kSqliteUnreadable, {m_path, "a row holds more than 64 MiB of text"},
                     {m_path, m_row, 0});
    if (size * (blob ? 2 : 1) > m_options.maxCellBytes)
        return Error(errors::kCsvCellTooLarge,
                     {std::to_string(m_row), std::to_string(m_options.maxCellBytes)}, {m_path, m_row, 0});
    const std::string_view text(static_cast<const char*>(bytes), bytes == nullptr ? 0 : size);
    if (blob) {
        ++m_blobs;
        rows.set(place, toHex(asBytes(text)), true);
    } else {
        rows.set(place, validText(text, m_row), true);
    }
    return {};
}

Result<bool> SqliteReader::fill(BatchBuilder& rows, const RunContext& context) {
    const Watch watch(m_database.get(), context);
    while (!rows.full()) {
        const int code = sqlite3_step(m_statement.get());
        if (code == SQLITE_DONE)
            return false;
        if (code != SQLITE_ROW)
            return failure();
        ++m_row;
        m_rowBytes = 0;
        rows.beginRow(m_row);
        for (int c = 0; c < static_cast<int>(m_names.size()); ++c)
            MANGROVE_TRY(addCell(rows, c));
        m_log.addRow();
    }
    return true;
}

Status SqliteReader::finish(const RunContext& context) {
    MANGROVE_ASSIGN(const Fingerprint now, fingerprint(m_path, context));
    if (now.bytes != m_opened.bytes || now.mtime != m_opened.mtime)
        return Error(errors::kFileChanged, {m_path}, {m_path, 0, 0});
    m_info.bytes = now.bytes;
    m_info.sha256 = now.sha256;
    if (m_blobs > 0)
        m_log.count("sqlite-blob", "{} cells are blobs and were written in hexadecimal.", m_blobs);
    return {};
}

} // namespace mangrove::io
