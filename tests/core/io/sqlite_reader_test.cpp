// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read_whole.h"
#include "crypto/sha256.h"
#include "io/sqlite_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <thread>

namespace {

/// A database made of these statements.
std::filesystem::path makeDatabase(const mangrove::test::TempDir& folder, const std::string& sql) {
    const auto path = folder / "data 100%?.bin"; // the name says nothing and needs escaping
    sqlite3* database = nullptr;
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK
        || sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        const std::string why = sqlite3_errmsg(database);
        sqlite3_close(database);
        return "cannot make the database: " + why;
    }
    sqlite3_close(database);
    return path;
}

const char* const kVisits =
    "CREATE TABLE \"visit \"\"x\"(id INTEGER PRIMARY KEY, big, r REAL, t TEXT, b BLOB, Id2);"
    "INSERT INTO \"visit \"\"x\" VALUES (1, 9223372036854775807, 0.1, 'a', x'00ff', NULL),"
    "(2, -1, 1e300, '', NULL, CAST(x'41ff' AS TEXT));";

} // namespace

class SqliteReaderTest : public QObject {
    Q_OBJECT

private slots:
    void valuesOfEveryKind() {
        const mangrove::test::TempDir folder;
        const auto path = makeDatabase(folder, kVisits);
        const auto table = mangrove::test::readWhole(path);
        QCOMPARE(QString::fromStdString(table.text()),
                 QString("id|big|r|t|b|Id2\n1|9223372036854775807|0.1|a|00ff|∅\n2|-1|1e+300||∅|A\uFFFD"));
        QCOMPARE(QString::fromStdString(table.source.format), QString("sqlite"));
        QCOMPARE(QString::fromStdString(table.source.member), QString("visit \"x"));
        QCOMPARE(table.source.sha256,
                 mangrove::toHex(mangrove::crypto::sha256(mangrove::test::readAll(path))));
        QVERIFY(table.warned("sqlite-blob"));
        QVERIFY(table.warned("text-undecodable"));
    }

    void tablesViewsAndQueries() {
        const mangrove::test::TempDir folder;
        const auto path = makeDatabase(folder, std::string(kVisits)
                                                   + "CREATE VIEW v AS SELECT id, t FROM \"visit \"\"x\";"
                                                     "CREATE TABLE z(a);");
        auto table = mangrove::test::readWhole(path);
        QCOMPARE(QString::fromStdString(table.error), QString("several-tables"));
        QVERIFY(table.errorText.find("v, visit \"x, z") != std::string::npos);
        mangrove::io::ReadOptions options;
        options.table = "v";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).text()),
                 QString("id|t\n1|a\n2|"));
        options.table = "nowhere";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).error),
                 QString("table-missing"));
        options.table.reset();
        options.query = "SELECT count(*) AS n FROM v";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).text()), QString("n\n2"));
        const auto tables = mangrove::io::SqliteReader::tables(path, {});
        QVERIFY(tables.ok());
        QCOMPARE(tables->size(), std::size_t{3});
        QCOMPARE(QString::fromStdString((*tables)[0].kind), QString("view"));
        QCOMPARE((*tables)[0].columns, (std::vector<std::string>{"id", "t"}));
    }

    void onlyReadingIsLetThrough_data() {
        QTest::addColumn<QString>("query");
        for (const char* query :
             {"DELETE FROM z RETURNING a", "ATTACH 'other.db' AS o", "PRAGMA user_version=3",
              "SELECT load_extension('x')", "SELECT zeroblob(100000000)", "CREATE TABLE y(a)",
              "SELECT 1; SELECT 2", "", "SELECT randomblob(100000000)"})
            QTest::newRow(query) << query;
    }
    void onlyReadingIsLetThrough() {
        QFETCH(QString, query);
        const mangrove::test::TempDir folder;
        const auto path = makeDatabase(folder, "CREATE TABLE z(a); INSERT INTO z VALUES (1)");
        mangrove::io::ReadOptions options;
        options.query = query.toStdString();
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).error),
                 QString("sqlite-unreadable"));
        options.query = "SELECT a FROM z"; // the twin
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).text()), QString("a\n1"));
    }

    void aViewWithoutEndIsStopped() {
        const mangrove::test::TempDir folder;
        const auto path =
            makeDatabase(folder, "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 "
                                 "FROM n) SELECT count(*) AS c FROM n");
        std::stop_source stop;
        mangrove::RunContext context;
        context.stop = stop.get_token();
        stop.request_stop();
        const auto reader = mangrove::io::RecordReader::open(path, {}, context);
        QVERIFY(!reader.ok());
        QCOMPARE(QString::fromStdString(std::string(reader.error().code())), QString("cancelled"));
    }

    void damagedFilesAreErrors() {
        const mangrove::test::TempDir folder;
        const auto path = makeDatabase(folder, kVisits);
        std::string bytes = mangrove::test::readAll(path);
        const std::string whole = bytes;
        bytes.resize(bytes.size() / 2);
        const auto half = mangrove::test::readWhole(folder.write("half", bytes));
        QCOMPARE(QString::fromStdString(half.error), QString("sqlite-unreadable"));
        bytes = whole;
        for (std::size_t i = 100; i < bytes.size(); i += 7)
            bytes[i] = static_cast<char>(i * 31);
        QVERIFY(!mangrove::test::readWhole(folder.write("scrambled", bytes)).error.empty());
        QVERIFY(mangrove::test::readWhole(folder.write("whole", whole)).error.empty());
    }

    void longCellsAreRefused() {
        const mangrove::test::TempDir folder;
        const auto path =
            makeDatabase(folder, "CREATE TABLE z(a); INSERT INTO z VALUES (hex(zeroblob(3000)))");
        mangrove::io::ReadOptions options;
        options.maxCellBytes = 6000;
        QVERIFY(mangrove::test::readWhole(path, options).error.empty());
        options.maxCellBytes = 5999;
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(path, options).error),
                 QString("csv-cell-too-large"));
    }

    void wideRowsOfLongTextsAreRefused() {
        const mangrove::test::TempDir folder;
        std::string sql = "CREATE TABLE z(t); INSERT INTO z VALUES (hex(zeroblob(2000000))); CREATE VIEW v "
                          "AS SELECT t AS c0";
        for (int c = 1; c < 20; ++c)
            sql += ", t AS c" + std::to_string(c);
        mangrove::io::ReadOptions options;
        options.table = "v";
        QCOMPARE(QString::fromStdString(
                     mangrove::test::readWhole(makeDatabase(folder, sql + " FROM z"), options).error),
                 QString("sqlite-unreadable"));
    }

    void openChangesAreSaid() {
        const mangrove::test::TempDir folder;
        const auto path = makeDatabase(folder, kVisits);
        QVERIFY(!mangrove::test::readWhole(path).warned("sqlite-open-changes"));
        folder.write(path.filename().string() + "-wal", "x");
        QVERIFY(mangrove::test::readWhole(path).warned("sqlite-open-changes"));
    }
};

MANGROVE_TEST(SqliteReaderTest)
#include "sqlite_reader_test.moc"
