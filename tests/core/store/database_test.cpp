// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <thread>

using namespace mangrove;
using namespace mangrove::store;

namespace {

std::string codeOf(const Status& status) {
    return status.ok() ? "ok" : std::string(status.error().code());
}

Database memoryWith(std::string_view sql) {
    auto database = Database::inMemory();
    if (!database.ok() || !database->exec(sql).ok())
        qFatal("cannot prepare the database");
    return std::move(database).value();
}

std::int64_t numberOf(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    if (!rows.ok())
        qFatal("%s", rows.error().message().c_str());
    const auto more = rows->step();
    return more.ok() && *more ? rows->integer(0) : -1;
}

inline constexpr ErrorInfo kFourEyes{"test-four-eyes", ErrorKind::NotPermitted, "{0} may not decide {1}"};

} // namespace

/// Database, Statement and Transaction.
class DatabaseTest : public QObject {
    Q_OBJECT
private slots:
    void valuesComeBackAsTheyWent();
    void wrongParameterCountIsRefused();
    void strictTablesRefuseOtherTypes();
    void oneStatementOnly();
    void transactionRollsBackWhenDropped();
    void savepointsUndoOnlyThemselves();
    void ruleErrorsAreMapped();
    void recursiveTriggersMeetReplace();
    void foreignKeysHold();
    void cancelStopsALongStatement();
    void secondWriterIsBusyAndReadersAreNot();
    void cancelEndsTheWaitForALock();
    void fileHasWalAndFullSync();
    void networkFallsBackToRollbackJournal();
    void integrityNamesOrphans();
};

void DatabaseTest::valuesComeBackAsTheyWent() {
    auto database =
        memoryWith("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB, n TEXT, at INTEGER, e BLOB) STRICT");
    const Bytes blob{0, 255, 7};
    const std::string text("汉\0字", 7);
    const Instant at(std::chrono::milliseconds(1795600000123));
    const std::optional<std::string> none;
    QVERIFY(database
                .run("INSERT INTO t VALUES(?,?,?,?,?,?,?)", std::int64_t{-9007199254740993}, 0.1, text, blob,
                     none, at, Bytes{})
                .ok());
    auto rows = database.query("SELECT * FROM t WHERE i = ?", -9007199254740993);
    QVERIFY(rows.ok());
    QVERIFY(*rows->step());
    QCOMPARE(rows->columns(), 7);
    QCOMPARE(rows->integer(0), std::int64_t{-9007199254740993});
    QCOMPARE(rows->real(1), 0.1);
    QVERIFY(rows->text(2) == text);
    QVERIFY(rows->blob(3) == blob);
    QVERIFY(rows->isNull(4));
    QVERIFY(!rows->optionalText(4).has_value());
    QVERIFY(rows->optionalText(2) == text);
    QVERIFY(rows->instant(5) == at);
    QVERIFY(!rows->isNull(6));
    QVERIFY(rows->blob(6).empty());
    QVERIFY(!*rows->step());
}

void DatabaseTest::wrongParameterCountIsRefused() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(?)")), std::string("database-statement"));
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(?)", 1, 2)), std::string("database-statement"));
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(?)", 1)), std::string("ok"));
}

void DatabaseTest::strictTablesRefuseOtherTypes() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(?)", "secret words")),
             std::string("database-constraint"));
    const auto refused = database.run("INSERT INTO t VALUES(?)", "secret words");
    QVERIFY(refused.error().message().find("secret") == std::string::npos);
}

void DatabaseTest::oneStatementOnly() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    QVERIFY(!database.prepare("DELETE FROM t; DELETE FROM t").ok());
    QVERIFY(!database.prepare("  ").ok());
    QVERIFY(!database.prepare("SELEC 1").ok());
    QVERIFY(database.prepare("SELECT 1; ").ok());
}

void DatabaseTest::transactionRollsBackWhenDropped() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    {
        auto transaction = database.begin();
        QVERIFY(transaction.ok());
        QVERIFY(database.inTransaction());
        QVERIFY(database.run("INSERT INTO t VALUES(1)").ok());
    }
    QVERIFY(!database.inTransaction());
    QCOMPARE(numberOf(database, "SELECT count(*) FROM t"), std::int64_t{0});
    auto transaction = database.begin();
    QVERIFY(database.run("INSERT INTO t VALUES(1)").ok());
    QVERIFY(transaction->commit().ok());
    QVERIFY(!transaction->commit().ok());
    QCOMPARE(numberOf(database, "SELECT count(*) FROM t"), std::int64_t{1});
}

void DatabaseTest::savepointsUndoOnlyThemselves() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    auto outer = database.begin();
    QVERIFY(database.run("INSERT INTO t VALUES(1)").ok());
    {
        auto inner = database.begin();
        QVERIFY(inner.ok());
        QVERIFY(database.run("INSERT INTO t VALUES(2)").ok());
        auto innermost = database.begin();
        QVERIFY(database.run("INSERT INTO t VALUES(3)").ok());
        QVERIFY(innermost->commit().ok());
    }
    QCOMPARE(numberOf(database, "SELECT count(*) FROM t"), std::int64_t{1});
    auto inner = database.begin();
    QVERIFY(database.run("INSERT INTO t VALUES(4)").ok());
    QVERIFY(inner->commit().ok());
    QVERIFY(outer->commit().ok());
    QCOMPARE(numberOf(database, "SELECT sum(i) FROM t"), std::int64_t{5});
}

void DatabaseTest::ruleErrorsAreMapped() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT;"
                               "CREATE TRIGGER a BEFORE INSERT ON t WHEN NEW.i=1 BEGIN SELECT "
                               "RAISE(ABORT,'mangrove:test-four-eyes:the applicant|her: request'); END;"
                               "CREATE TRIGGER b BEFORE INSERT ON t WHEN NEW.i=2 BEGIN SELECT "
                               "RAISE(ABORT,'mangrove:unheard-of'); END");
    static constexpr std::array<const ErrorInfo*, 1> rules{&kFourEyes};
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(1)")), std::string("database-rule"));
    database.mapRuleErrors(rules);
    const auto refused = database.run("INSERT INTO t VALUES(1)");
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(kFourEyes));
    QCOMPARE(refused.error().message(), std::string("the applicant may not decide her: request"));
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(2)")), std::string("database-rule"));
    QCOMPARE(codeOf(database.run("INSERT INTO t VALUES(3)")), std::string("ok"));
}

void DatabaseTest::recursiveTriggersMeetReplace() {
    auto database =
        memoryWith("CREATE TABLE t(i INTEGER PRIMARY KEY, s TEXT) STRICT; INSERT INTO t VALUES(1,'a');"
                   "CREATE TRIGGER d BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT,'mangrove:no'); END");
    QCOMPARE(codeOf(database.run("INSERT OR REPLACE INTO t VALUES(1,'b')")), std::string("database-rule"));
    QCOMPARE(numberOf(database, "SELECT count(*) FROM t WHERE s='a'"), std::int64_t{1});
}

void DatabaseTest::foreignKeysHold() {
    auto database = memoryWith(
        "CREATE TABLE p(i INTEGER PRIMARY KEY) STRICT; CREATE TABLE c(i INTEGER REFERENCES p(i)) STRICT");
    QCOMPARE(codeOf(database.run("INSERT INTO c VALUES(1)")), std::string("database-constraint"));
}

void DatabaseTest::cancelStopsALongStatement() {
    auto database = memoryWith("CREATE TABLE t(i INTEGER) STRICT");
    std::stop_source stop;
    RunContext ctx{stop.get_token(), nullptr};
    constexpr std::string_view kCount = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE "
                                        "i < 50000) SELECT count(*) FROM c";
    {
        const auto guard = database.watch(ctx);
        QCOMPARE(numberOf(database, kCount), std::int64_t{50000});
        stop.request_stop();
        auto rows = database.query(kCount);
        QVERIFY(rows.ok());
        const auto more = rows->step();
        QVERIFY(!more.ok());
        QVERIFY(more.error().is(errors::kCancelled));
    }
    QCOMPARE(numberOf(database, kCount), std::int64_t{50000});
}

void DatabaseTest::secondWriterIsBusyAndReadersAreNot() {
    test::TempDir dir;
    auto first = Database::create(dir / "w.mangrove");
    QVERIFY(first.ok());
    QVERIFY(first->exec("CREATE TABLE t(i INTEGER) STRICT").ok());
    OpenOptions options;
    options.busyTimeout = std::chrono::milliseconds(20);
    auto second = Database::open(dir / "w.mangrove", options);
    QVERIFY2(second.ok(), second.ok() ? "" : second.error().message().c_str());
    auto transaction = first->begin();
    QVERIFY(first->run("INSERT INTO t VALUES(1)").ok());
    QCOMPARE(numberOf(*second, "SELECT count(*) FROM t"), std::int64_t{0});
    const auto refused = second->begin();
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kWorkspaceBusy));
    QVERIFY(transaction->commit().ok());
    QCOMPARE(numberOf(*second, "SELECT count(*) FROM t"), std::int64_t{1});
    QVERIFY(second->begin().ok());

    // Two writers that wait for each other's short transactions lose nothing.
    const auto write = [&](int from) {
        auto mine = Database::open(dir / "w.mangrove");
        for (int i = 0; i < 50; ++i) {
            auto step = mine->begin();
            if (!step.ok() || !mine->run("INSERT INTO t VALUES(?)", from + i).ok() || !step->commit().ok())
                return false;
        }
        return true;
    };
    bool otherFine = false;
    std::thread other([&] { otherFine = write(1000); });
    const bool thisFine = write(2000);
    other.join();
    QVERIFY(thisFine && otherFine);
    QCOMPARE(numberOf(*second, "SELECT count(*) FROM t"), std::int64_t{101});
}

void DatabaseTest::cancelEndsTheWaitForALock() {
    test::TempDir dir;
    auto first = Database::create(dir / "w.mangrove");
    QVERIFY(first.ok());
    auto second = Database::open(dir / "w.mangrove");
    QVERIFY(second.ok());
    auto transaction = first->begin();
    std::stop_source stop;
    stop.request_stop();
    const auto guard = second->watch(RunContext{stop.get_token(), nullptr});
    const auto refused = second->begin();
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kCancelled));
}

void DatabaseTest::fileHasWalAndFullSync() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(database.ok());
    QCOMPARE(*database->journalMode(), std::string("wal"));
    QVERIFY(!database->onNetwork());
    QCOMPARE(numberOf(*database, "PRAGMA synchronous"), std::int64_t{2});
    QCOMPARE(numberOf(*database, "PRAGMA foreign_keys"), std::int64_t{1});
    QCOMPARE(numberOf(*database, "PRAGMA recursive_triggers"), std::int64_t{1});
    QCOMPARE(numberOf(*database, "PRAGMA application_id"), std::int64_t{0x4D4E4756});
}

void DatabaseTest::networkFallsBackToRollbackJournal() {
    test::TempDir dir;
    {
        auto local = Database::create(dir / "w.mangrove");
        QVERIFY(local.ok());
        QVERIFY(local->exec("CREATE TABLE t(i INTEGER) STRICT; INSERT INTO t VALUES(7)").ok());
    }
    OpenOptions options;
    options.fileSystem = OpenOptions::FileSystem::Network;
    auto moved = Database::open(dir / "w.mangrove", options);
    QVERIFY2(moved.ok(), moved.ok() ? "" : moved.error().message().c_str());
    QVERIFY(moved->onNetwork());
    QCOMPARE(*moved->journalMode(), std::string("delete"));
    QVERIFY(!std::filesystem::exists(dir / "w.mangrove-shm"));
    QCOMPARE(numberOf(*moved, "SELECT i FROM t"), std::int64_t{7});
    QVERIFY(moved->run("INSERT INTO t VALUES(8)").ok());
    auto other = Database::open(dir / "w.mangrove", options);
    QVERIFY2(other.ok(), other.ok() ? "" : other.error().message().c_str());
    QCOMPARE(numberOf(*other, "SELECT count(*) FROM t"), std::int64_t{2});
    auto fresh = Database::create(dir / "n.mangrove", options);
    QVERIFY(fresh.ok());
    QCOMPARE(*fresh->journalMode(), std::string("delete"));
}

void DatabaseTest::integrityNamesOrphans() {
    auto database = memoryWith(
        "CREATE TABLE p(i INTEGER PRIMARY KEY) STRICT; CREATE TABLE c(i INTEGER REFERENCES p(i)) STRICT");
    QCOMPARE(codeOf(database.checkIntegrity({})), std::string("ok"));
    QVERIFY(database.exec("PRAGMA foreign_keys=OFF; INSERT INTO c VALUES(1)").ok());
    QCOMPARE(codeOf(database.checkIntegrity({})), std::string("workspace-damaged"));
}

MANGROVE_TEST(DatabaseTest)
#include "database_test.moc"
