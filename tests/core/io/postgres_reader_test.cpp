// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real server that the test starts for itself (support/postgres_cluster.h).
#include "core/io/read_whole.h"
#include "crypto/sha256.h"
#include "io/postgres_connection.h"
#include "io/postgres_reader.h"
#include "support/postgres_cluster.h"
#include "support/test_registry.h"

#include <QtTest>
#include <memory>
#include <string>
#include <thread>

class PostgresReaderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_cluster = std::make_unique<mangrove::test::PostgresCluster>();
        if (m_cluster->absent())
            QSKIP("the package postgresql is not installed");
        QVERIFY2(m_cluster->fault().empty(), m_cluster->fault().c_str());
        const std::string fault = m_cluster->run(
            "CREATE ROLE guest LOGIN PASSWORD 'secret';"
            "CREATE TABLE visit(id bigint PRIMARY KEY, name text, ok boolean, amount numeric, at "
            "timestamptz, day date, "
            "blob bytea, x double precision);"
            "INSERT INTO visit VALUES (9007199254740993, E'tab\\there\\\\ \\n中', true, 1.10, '2024-01-02 "
            "03:04:05+08', "
            "'2024-02-29', '\\x00ff', 0.1), (2, '', false, NULL, NULL, NULL, NULL, 'Infinity'), (3, "
            "E'\\\\Nx', NULL, "
            "12345678901234567890.5, NULL, NULL, NULL, NULL);"
            "CREATE SCHEMA \"Ward 1\"; CREATE TABLE \"Ward 1\".\"Bed \"\"x\"(a int); GRANT SELECT ON visit "
            "TO guest;"
            "CREATE VIEW big AS SELECT g AS n, repeat('x', 100) AS t FROM generate_series(1, 20000) g;");
        QVERIFY2(fault.empty(), fault.c_str());
    }

    void valuesOfEveryKind() {
        const auto table = read("visit");
        QCOMPARE(
            QString::fromStdString(table.text()),
            QString(
                "id|name|ok|amount|at|day|blob|x\n"
                "9007199254740993|tab\there\\ \n中|true|1.10|2024-01-01 19:04:05+00|2024-02-29|\\x00ff|0.1\n"
                "2||false|∅|∅|∅|∅|Infinity\n3|\\Nx|∅|12345678901234567890.5|∅|∅|∅|∅"));
        QCOMPARE(QString::fromStdString(table.source.format), QString("postgresql"));
        QCOMPARE(QString::fromStdString(table.source.member), QString("visit"));
        // bytes and hash are those of COPY's text
        const std::string copied =
            "9007199254740993\ttab\\there\\\\ \\n中\tt\t1.10\t2024-01-01 "
            "19:04:05+00\t2024-02-29\t\\\\x00ff\t0.1\n2\t\tf\t\\N\t\\N\t\\N\t\\N\tInfinity\n3\t\\\\"
            "Nx\t\\N\t12345678901234567890.5\t\\N\t\\N\t\\N\t\\N\n";
        QCOMPARE(table.source.sha256, mangrove::toHex(mangrove::crypto::sha256(std::string_view(copied))));
        QCOMPARE(table.source.bytes, std::uint64_t{copied.size()});
    }

    void tablesByName() {
        QCOMPARE(QString::fromStdString(read("public.visit").error), QString());
        QCOMPARE(QString::fromStdString(read("Ward 1.Bed \"x").text()), QString("a"));
        const auto missing = read("nowhere");
        QCOMPARE(QString::fromStdString(missing.error), QString("table-missing"));
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(m_cluster->name()).error),
                 QString("several-tables"));
        const auto tables = mangrove::io::PostgresReader::tables(m_cluster->name(), {}, {});
        QVERIFY2(tables.ok(), tables.ok() ? "" : tables.error().message().c_str());
        std::string names;
        for (const auto& table : *tables)
            names += table.name + "/" + table.kind + "/" + std::to_string(table.columns.size()) + " ";
        QCOMPARE(QString::fromStdString(names), QString("Ward 1.Bed \"x/table/1 big/view/2 visit/table/8 "));
    }

    void queriesAreStreamed() {
        mangrove::io::ReadOptions options;
        options.query = "SELECT n, t FROM big ORDER BY n DESC; -- the last first";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(m_cluster->name(), options).error),
                 QString("database-query"));
        options.query = "SELECT n, t FROM big ORDER BY n DESC -- the last first";
        const auto table = mangrove::test::readWhole(m_cluster->name(), options);
        QCOMPARE(table.rows.size(), std::size_t{20'000});
        QCOMPARE(QString::fromStdString(table.rows.front()[0]), QString("20000"));
        QCOMPARE(table.source.bytes, std::uint64_t{20'000 * 102 + 9 + 180 + 2700 + 36'000 + 10'001 * 5});
    }

    void errorsCarryTheState_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("state");
        QTest::newRow("syntax") << "SELEKT 1"
                                << "42601";
        QTest::newRow("no such table") << "SELECT * FROM nowhere"
                                       << "42P01";
        QTest::newRow("writing") << "WITH x AS (DELETE FROM visit RETURNING id) SELECT * FROM x"
                                 << "25006";
        QTest::newRow("two statements") << "SELECT 1; DROP TABLE visit"
                                        << "42601";
        QTest::newRow("closes the bracket") << "SELECT 1) TO PROGRAM 'id' --"
                                            << "42601";
        QTest::newRow("no rows") << "SET work_mem = '1MB'"
                                 << "42601";
        QTest::newRow("a value") << "SELECT name::int FROM visit"
                                 << "22P02";
    }
    void errorsCarryTheState() {
        QFETCH(QString, query);
        QFETCH(QString, state);
        mangrove::io::ReadOptions options;
        options.query = query.toStdString();
        const auto table = mangrove::test::readWhole(m_cluster->name(), options);
        QCOMPARE(QString::fromStdString(table.error), QString("database-query"));
        QVERIFY2(table.errorText.find(state.toStdString()) != std::string::npos, table.errorText.c_str());
        // no value of a cell in it
        QVERIFY(table.errorText.find("here") == std::string::npos || state != "22P02");
        QCOMPARE(read("visit").rows.size(), std::size_t{3});
    }

    void passwordsAreAskedAndNeverInTheName() {
        const std::string guest = m_cluster->name(mangrove::test::PostgresCluster::guest());
        mangrove::io::ReadOptions options;
        options.table = "visit";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(guest, options).error),
                 QString("database-connection"));
        int asked = 0;
        std::string answer = "secret";
        options.askPassword = [&]() -> mangrove::Result<mangrove::crypto::SecretText> {
            ++asked;
            return mangrove::crypto::SecretText(answer);
        };
        QCOMPARE(mangrove::test::readWhole(guest, options).rows.size(), std::size_t{3});
        QCOMPARE(asked, 1);
        answer = "wrong";
        const auto refused = mangrove::test::readWhole(guest, options);
        QCOMPARE(QString::fromStdString(refused.error), QString("database-connection"));
        QVERIFY(refused.errorText.find("wrong") == std::string::npos);
        const auto named = mangrove::test::readWhole(guest + " password=secret", options);
        QCOMPARE(QString::fromStdString(named.error), QString("database-password-in-name"));
        QVERIFY(named.errorText.find("secret") == std::string::npos);
        QCOMPARE(
            QString::fromStdString(mangrove::test::readWhole("postgresql://guest:secret@localhost/x").error),
            QString("database-password-in-name"));
    }

    void aLongQueryIsCancelled() {
        mangrove::io::ReadOptions options;
        options.query = "SELECT g, pg_sleep(0.0001) FROM generate_series(1, 100000000) g";
        std::stop_source stop;
        mangrove::RunContext context;
        context.stop = stop.get_token();
        const auto reader = mangrove::io::RecordReader::open(m_cluster->name(), options, context);
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message().c_str());
        mangrove::io::RecordBatch batch;
        QVERIFY(*(*reader)->next(batch, context));
        stop.request_stop();
        const auto more = (*reader)->next(batch, context);
        QVERIFY(!more.ok());
        QCOMPARE(QString::fromStdString(std::string(more.error().code())), QString("cancelled"));
    }

    void namesOfDatabasesAreNoPaths() {
        using mangrove::io::isDatabaseName;
        QVERIFY(isDatabaseName("postgresql://localhost/x"));
        QVERIFY(isDatabaseName("service=hospital"));
        QVERIFY(!isDatabaseName("visits.csv"));
        const mangrove::test::TempDir folder;
        const auto file = folder.write("host=x", "a\n1\n");
        QVERIFY(!isDatabaseName(file));
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole("postgresql://%zz").error),
                 QString("database-name"));
    }

    void noServerIsAnError() {
        const mangrove::test::TempDir folder;
        QCOMPARE(QString::fromStdString(
                     mangrove::test::readWhole("host=" + folder.path().string() + " dbname=x user=y").error),
                 QString("database-connection"));
    }

    void cleanupTestCase() { m_cluster.reset(); }

private:
    mangrove::test::WholeTable read(const std::string& table) const {
        mangrove::io::ReadOptions options;
        options.table = table;
        return mangrove::test::readWhole(m_cluster->name(), options);
    }
    std::unique_ptr<mangrove::test::PostgresCluster> m_cluster;
};

MANGROVE_TEST(PostgresReaderTest)
#include "postgres_reader_test.moc"
