// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"
#include "store/database.h"
#include "store/errors.h"
#include "store/migration.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>

using namespace mangrove;
using namespace mangrove::store;

namespace {

constexpr Migration kFirst{1, "first",
                           "CREATE TABLE a(i INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES(1)"};
constexpr Migration kSecond{2, "second", "CREATE TABLE b(i INTEGER) STRICT; INSERT INTO b SELECT i FROM a"};
constexpr std::array kBoth{kFirst, kSecond};

std::int64_t migratedCount(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    if (!rows.ok())
        return -1;
    const auto more = rows->step();
    return more.ok() && *more ? rows->integer(0) : -1;
}

} // namespace

/// Numbered migrations and the backup before them.
class MigrationTest : public QObject {
    Q_OBJECT
private slots:
    void newFileGetsEveryStep();
    void olderFileIsBackedUpAndBroughtUp();
    void failingStepLeavesTheOldFormat();
    void newerFileIsRefusedUntouched();
    void changedStepIsRefused();
    void stepMustNotEndTheTransaction();
    void numbersMustBeConsecutive();
    void cancelledMigrationLeavesTheOldFormat();
    void backupIsOneCompleteFile();
    void backupWhileWriting();
    void backupNeverOverwrites();
};

void MigrationTest::newFileGetsEveryStep() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    const auto outcome = migrate(*database, kBoth, {});
    QVERIFY2(outcome.ok(), outcome.ok() ? "" : outcome.error().message().c_str());
    QCOMPARE(outcome->from, 0);
    QCOMPARE(outcome->to, 2);
    QVERIFY(outcome->backup.empty());
    QCOMPARE(*database->userVersion(), 2);
    QCOMPARE(migratedCount(*database, "SELECT count(*) FROM b"), std::int64_t{1});
    const auto again = migrate(*database, kBoth, {});
    QVERIFY(again.ok());
    QCOMPARE(again->from, 2);
}

void MigrationTest::olderFileIsBackedUpAndBroughtUp() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, std::span(kBoth).first(1), {}).ok());
    QVERIFY(database->run("INSERT INTO a VALUES(2)").ok());
    const auto outcome = migrate(*database, kBoth, {});
    QVERIFY2(outcome.ok(), outcome.ok() ? "" : outcome.error().message().c_str());
    QCOMPARE(outcome->from, 1);
    QCOMPARE(outcome->backup.filename().string(), std::string("w.mangrove.format-1.bak"));
    QCOMPARE(migratedCount(*database, "SELECT count(*) FROM b"), std::int64_t{2});
    auto copy = Database::open(outcome->backup);
    QVERIFY(copy.ok());
    QCOMPARE(*copy->userVersion(), 1);
    QCOMPARE(migratedCount(*copy, "SELECT count(*) FROM a"), std::int64_t{2});
    QCOMPARE(migratedCount(*copy, "SELECT count(*) FROM b"), std::int64_t{-1});
}

void MigrationTest::failingStepLeavesTheOldFormat() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, std::span(kBoth).first(1), {}).ok());
    const std::array broken{
        kFirst, Migration{2, "broken", "CREATE TABLE c(i INTEGER) STRICT; INSERT INTO nowhere VALUES(1)"}};
    const auto outcome = migrate(*database, broken, {});
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().is(errors::kMigrationFailed));
    QVERIFY(outcome.error().cause() != nullptr);
    QCOMPARE(*database->userVersion(), 1);
    QVERIFY(!database->query("SELECT * FROM c").ok());
    QVERIFY(migrate(*database, kBoth, {}).ok());
}

void MigrationTest::newerFileIsRefusedUntouched() {
    test::TempDir dir;
    const auto file = dir / "w.mangrove";
    {
        auto database = Database::create(file);
        QVERIFY(migrate(*database, kBoth, {}).ok());
        QVERIFY(database->setUserVersion(9).ok());
    }
    const auto before = test::readAll(file);
    {
        auto database = Database::open(file);
        QVERIFY(database.ok());
        const auto outcome = migrate(*database, kBoth, {});
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().is(errors::kWorkspaceNewer));
        QCOMPARE(outcome.error().args().at(1), std::string("9"));
        QCOMPARE(outcome.error().args().at(2), std::string("2"));
    }
    QVERIFY(test::readAll(file) == before);
}

void MigrationTest::changedStepIsRefused() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, kBoth, {}).ok());
    const std::array other{Migration{1, "first", "CREATE TABLE a(i INTEGER PRIMARY KEY) STRICT"}, kSecond};
    const auto outcome = migrate(*database, other, {});
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().is(errors::kMigrationChanged));
    QVERIFY(database->exec("DELETE FROM workspace_format WHERE number=2").ok());
    const auto incomplete = migrate(*database, kBoth, {});
    QVERIFY(!incomplete.ok());
    QVERIFY(incomplete.error().is(errors::kWorkspaceDamaged));
}

void MigrationTest::stepMustNotEndTheTransaction() {
    auto database = Database::inMemory();
    const std::array rude{Migration{1, "rude", "CREATE TABLE a(i INTEGER) STRICT; COMMIT"}};
    const auto outcome = migrate(*database, rude, {});
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().is(errors::kMigrationFailed));
    QCOMPARE(*database->userVersion(), 0);
}

void MigrationTest::numbersMustBeConsecutive() {
    auto database = Database::inMemory();
    const std::array gap{kFirst, Migration{3, "third", "SELECT 1"}};
    QVERIFY(!migrate(*database, gap, {}).ok());
    QVERIFY(migrate(*database, kBoth, {}).ok());
}

void MigrationTest::cancelledMigrationLeavesTheOldFormat() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, std::span(kBoth).first(1), {}).ok());
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = migrate(*database, kBoth, RunContext{stop.get_token(), nullptr});
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().is(errors::kCancelled));
    QCOMPARE(*database->userVersion(), 1);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(dir.path()), {}),
             std::ptrdiff_t{3}); // with -wal, -shm
}

void MigrationTest::backupIsOneCompleteFile() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, kBoth, {}).ok());
    Progress progress;
    QVERIFY(backup(*database, dir / "copy.mangrove", RunContext{{}, &progress}).ok());
    QVERIFY(progress.done.load() > 0);
    QCOMPARE(progress.done.load(), progress.total.load());
    const auto bytes = test::readAll(dir / "copy.mangrove");
    QCOMPARE(int(bytes.at(18)), 1); // not write-ahead mode
    QVERIFY(!std::filesystem::exists(dir / "copy.mangrove-wal"));
    auto copy = Database::open(dir / "copy.mangrove");
    QVERIFY(copy.ok());
    QCOMPARE(*copy->userVersion(), 2);
}

void MigrationTest::backupWhileWriting() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    QVERIFY(migrate(*database, kBoth, {}).ok());
    auto transaction = database->begin();
    QVERIFY(database->run("INSERT INTO b VALUES(99)").ok());
    const auto copied = backup(*database, dir / "copy.mangrove", {});
    QVERIFY2(copied.ok(), copied.ok() ? "" : copied.error().message().c_str());
    auto copy = Database::open(dir / "copy.mangrove");
    QCOMPARE(migratedCount(*copy, "SELECT count(*) FROM b"), std::int64_t{1});
}

void MigrationTest::backupNeverOverwrites() {
    test::TempDir dir;
    auto database = Database::create(dir / "w.mangrove");
    dir.write("copy.mangrove", "mine");
    const auto refused = backup(*database, dir / "copy.mangrove", {});
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kFileExists));
    QCOMPARE(test::readAll(dir / "copy.mangrove"), std::string("mine"));
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = backup(*database, dir / "other.mangrove", RunContext{stop.get_token(), nullptr});
    QVERIFY(!cancelled.ok());
    QVERIFY(cancelled.error().is(errors::kCancelled));
    QVERIFY(!std::filesystem::exists(dir / "other.mangrove"));
}

MANGROVE_TEST(MigrationTest)
#include "migration_test.moc"
