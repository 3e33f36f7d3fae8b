// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "store/database.h"
#include "store/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mangrove;
using namespace mangrove::store;

namespace {

// A closed workspace of some 60 pages.
std::string workspaceBytes(const test::TempDir& dir) {
    const auto file = dir / "made.mangrove";
    auto database = Database::create(file);
    if (!database.ok()
        || !database
                ->exec("CREATE TABLE t(i INTEGER PRIMARY KEY, s TEXT NOT NULL) STRICT;"
                       "CREATE INDEX ts ON t(s);"
                       "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<2000)"
                       "INSERT INTO t SELECT i, printf('row number %06d of the table', i) FROM c")
                .ok())
        qFatal("cannot make a workspace");
    database = Error(errors::kInternal);
    return test::readAll(file);
}

std::string openCode(const std::filesystem::path& file) {
    const auto database = Database::open(file);
    return database.ok() ? "ok" : std::string(database.error().code());
}

std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

/// What happens to files that are no, no longer or not yet a good workspace.
class WorkspaceFileTest : public QObject {
    Q_OBJECT
private slots:
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void truncatedFilesAreDamagedAndUntouched();
    void garbagePagesAreDamagedAndUntouched();
    void pendingLogIsPartOfTheFile();
    void oddPathsWork();
    void readOnlyRefusesWriting();
    void createNeverOverwrites();
    void createInMissingFolderLeavesNothing();
    void fullDiskUndoesTheTransaction();
};

void WorkspaceFileTest::otherFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::string>("code");
    QTest::newRow("empty") << QByteArray() << std::string("not-a-workspace");
    QTest::newRow("text") << QByteArray("name;age\n") << std::string("not-a-workspace");
    QTest::newRow("zeros") << QByteArray(8192, '\0') << std::string("not-a-workspace");
    QTest::newRow("start of the magic") << QByteArray("SQLite for") << std::string("workspace-damaged");
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) << std::string("workspace-damaged");
    QByteArray foreign("SQLite format 3\0", 16);
    foreign.append(QByteArray(4080, '\0'));
    QTest::newRow("another program's") << foreign << std::string("not-a-workspace");
    QByteArray badPageSize = foreign;
    badPageSize.replace(68, 4, "MNGV");
    QTest::newRow("impossible page size") << badPageSize << std::string("workspace-damaged");
}

void WorkspaceFileTest::otherFilesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(std::string, code);
    test::TempDir dir;
    const auto file = dir.write("w.mangrove", bytes.toStdString());
    QCOMPARE(openCode(file), code);
    QVERIFY(test::readAll(file) == bytes.toStdString());
    QCOMPARE(filesIn(dir.path()), std::size_t{1});
    QCOMPARE(openCode(dir / "missing.mangrove"), std::string("file-not-found"));
    QCOMPARE(openCode(dir.path()), std::string("not-a-workspace"));
}

void WorkspaceFileTest::truncatedFilesAreDamagedAndUntouched() {
    test::TempDir dir;
    const auto bytes = workspaceBytes(dir);
    QVERIFY(bytes.size() > 100000);
    const auto whole = dir.write("whole.mangrove", bytes);
    QCOMPARE(openCode(whole), std::string("ok"));
    test::TempDir other;
    for (const std::size_t keep : {std::size_t{50}, std::size_t{100}, std::size_t{4096}, bytes.size() / 2,
                                   bytes.size() - 4096, bytes.size() - 1}) {
        const auto cut = other.write("cut.mangrove", std::string_view(bytes).substr(0, keep));
        QVERIFY2(openCode(cut) == "workspace-damaged", std::to_string(keep).c_str());
        QCOMPARE(test::readAll(cut).size(), keep);
        QCOMPARE(filesIn(other.path()), std::size_t{1});
    }
}

void WorkspaceFileTest::garbagePagesAreDamagedAndUntouched() {
    test::TempDir dir;
    const auto bytes = workspaceBytes(dir);
    test::TempDir other;
    std::size_t pages = 0;
    for (std::size_t page = 4096; page < bytes.size(); page += 4096, ++pages) {
        auto damaged = bytes;
        for (std::size_t i = 0; i < 4096; ++i)
            damaged[page + i] = static_cast<char>(i * 37 + page / 4096);
        const auto file = other.write("bad.mangrove", damaged);
        QVERIFY2(openCode(file) == "workspace-damaged", format("page {}", page / 4096).c_str());
        QVERIFY(test::readAll(file) == damaged);
        QCOMPARE(filesIn(other.path()), std::size_t{1});
    }
    QVERIFY(pages > 20);
}

void WorkspaceFileTest::pendingLogIsPartOfTheFile() {
    // A program that was killed leaves its last changes in the -wal file.
    test::TempDir dir;
    const auto file = dir / "w.mangrove";
    if (const pid_t child = fork(); child == 0) {
        auto database = Database::create(file);
        const bool fine =
            database.ok() && database->exec("CREATE TABLE t(i INTEGER) STRICT; INSERT INTO t VALUES(5)").ok();
        _exit(fine ? 0 : 1);
    } else {
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    QVERIFY(std::filesystem::file_size(dir / "w.mangrove-wal") > 0);
    auto database = Database::open(file);
    QVERIFY2(database.ok(), database.ok() ? "" : database.error().message().c_str());
    auto rows = database->query("SELECT i FROM t");
    QVERIFY(rows.ok() && *rows->step());
    QCOMPARE(rows->integer(0), std::int64_t{5});
}

void WorkspaceFileTest::oddPathsWork() {
    test::TempDir dir;
    const auto file = dir / "海南 医院?mode=memory#1%41.mangrove";
    {
        auto database = Database::create(file);
        QVERIFY(database.ok());
        QVERIFY(database->exec("CREATE TABLE t(i INTEGER) STRICT").ok());
    }
    QVERIFY(std::filesystem::file_size(file) > 0);
    QCOMPARE(openCode(file), std::string("ok"));
    QCOMPARE(filesIn(dir.path()), std::size_t{1});
}

void WorkspaceFileTest::readOnlyRefusesWriting() {
    test::TempDir dir;
    const auto bytes = workspaceBytes(dir);
    OpenOptions options;
    options.access = OpenOptions::Access::ReadOnly;
    auto database = Database::open(dir / "made.mangrove", options);
    QVERIFY(database.ok());
    const auto refused = database->run("DELETE FROM t");
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kWorkspaceReadOnly));
    QVERIFY(test::readAll(dir / "made.mangrove") == bytes);
}

void WorkspaceFileTest::createNeverOverwrites() {
    test::TempDir dir;
    const auto file = dir.write("w.mangrove", "mine");
    const auto database = Database::create(file);
    QVERIFY(!database.ok());
    QVERIFY(database.error().is(errors::kFileExists));
    QCOMPARE(test::readAll(file), std::string("mine"));
}

void WorkspaceFileTest::createInMissingFolderLeavesNothing() {
    test::TempDir dir;
    const auto database = Database::create(dir / "no/such/w.mangrove");
    QVERIFY(!database.ok());
    QVERIFY(database.error().is(errors::kFileNotWritable));
    QCOMPARE(filesIn(dir.path()), std::size_t{0});
}

void WorkspaceFileTest::fullDiskUndoesTheTransaction() {
    // RLIMIT_FSIZE stands in for a full disk: writes beyond it fail as on one. In a child, since the limit
    // stays.
    test::TempDir dir;
    const auto file = dir / "w.mangrove";
    const pid_t child = fork();
    if (child == 0) {
        auto database = Database::create(file);
        if (!database.ok()
            || !database->exec("CREATE TABLE t(s TEXT) STRICT; INSERT INTO t VALUES('kept')").ok())
            _exit(10);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{200000, 200000};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
            _exit(11);
        auto transaction = database->begin();
        Status written;
        const std::string row(5000, 'x');
        for (int i = 0; i < 100 && written.ok(); ++i)
            written = database->run("INSERT INTO t VALUES(?)", row);
        if (written.ok())
            written = transaction->commit();
        if (written.ok() || !written.error().is(errors::kWorkspaceFull))
            _exit(12);
        if (transaction->commit().ok()) // nothing of it may be kept by trying again
            _exit(13);
        auto rows = database->query("SELECT count(*) FROM t");
        if (!rows.ok() || !*rows->step() || rows->integer(0) != 1)
            _exit(14);
        _exit(0);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(WEXITSTATUS(status), 0);
    auto database = Database::open(file);
    QVERIFY(database.ok());
    QVERIFY(database->checkIntegrity({}).ok());
    auto rows = database->query("SELECT s FROM t");
    QVERIFY(rows.ok() && *rows->step());
    QCOMPARE(rows->text(0), std::string("kept"));
    QVERIFY(!*rows->step());
}

MANGROVE_TEST(WorkspaceFileTest)
#include "workspace_file_test.moc"
