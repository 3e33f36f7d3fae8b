// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "store/database.h"
#include "support/test_registry.h"
#include "workspace/audit_trail.h"
#include "workspace/schema.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::WorkspaceFixture;

namespace {

workspace::CreateOptions createOptions() {
    workspace::CreateOptions options;
    options.organisation = "测试医院";
    options.admin = UserId("admin");
    options.adminPassphrase = WorkspaceFixture::passphraseOf("admin");
    return options;
}

/// Everything in a folder, sorted.
QStringList namesIn(const std::filesystem::path& folder) {
    QStringList names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names << QString::fromStdString(entry.path().filename().string());
    names.sort();
    return names;
}

class WorkspaceFileTest : public QObject {
    Q_OBJECT
private slots:
    void aNewWorkspaceSaysWhatItIs() {
        WorkspaceFixture f;
        const auto info = f.ws().info();
        QVERIFY2(info.ok(), test::wordsOf(info).c_str());
        QCOMPARE(info->name, std::string("hospital"));
        QCOMPARE(info->organisation, std::string("测试医院"));
        QCOMPARE(info->language, std::string("en"));
        QVERIFY(!info->demo);
        QVERIFY(info->created == f.clock.now());
        QCOMPARE(info->schemaVersion, int(workspace::migrations().size()));
        QVERIFY(info->bytes > 0);
        QCOMPARE(info->caFingerprint.size(), 64U);
        QVERIFY(std::filesystem::is_directory(f.filesFolder() / "releases"));
        QVERIFY(std::filesystem::is_directory(f.filesFolder() / "packages"));
        const auto events = workspace::listEvents(f.ws(), {});
        QVERIFY(events.ok());
        QCOMPARE(events->back().action, std::string("workspace.create"));
        QCOMPARE(events->back().seq, 0U);
        QVERIFY(f.ws().check({}).ok());
    }

    void creationIsRefused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("admin");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("code");
        const QByteArray good("long enough");
        QTest::newRow("twin") << QByteArray("a.mangrove") << QByteArray("zh_CN") << QByteArray("admin")
                              << good << QByteArray("ok");
        QTest::newRow("name") << QByteArray("a.sqlite") << QByteArray("en") << QByteArray("admin") << good
                              << QByteArray("workspace-name");
        QTest::newRow("language") << QByteArray("a.mangrove") << QByteArray("fr") << QByteArray("admin")
                                  << good << QByteArray("workspace-option");
        QTest::newRow("user id") << QByteArray("a.mangrove") << QByteArray("en") << QByteArray("A B") << good
                                 << QByteArray("user-id-bad");
        QTest::newRow("passphrase") << QByteArray("a.mangrove") << QByteArray("en") << QByteArray("admin")
                                    << QByteArray("short") << QByteArray("passphrase-too-short");
    }
    void creationIsRefused() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, admin);
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, code);
        WorkspaceFixture f;
        const test::TempDir empty;
        auto options = createOptions();
        options.language = language.toStdString();
        options.admin = UserId(admin.toStdString());
        options.adminPassphrase = crypto::SecretText(passphrase.toStdString());
        const auto made =
            workspace::Workspace::create(empty / file.toStdString(), std::move(options), f.environment());
        QCOMPARE(codeOf(made), code.toStdString());
        if (code != "ok")
            QCOMPARE(namesIn(empty.path()), QStringList());
    }

    void anExistingWorkspaceIsNotTouched() {
        WorkspaceFixture f;
        f.close();
        const auto before = test::readAll(f.file());
        const auto again = workspace::Workspace::create(f.file(), createOptions(), f.environment());
        QCOMPARE(codeOf(again), std::string("workspace-exists"));
        QCOMPARE(test::readAll(f.file()), before);
        QVERIFY(f.reopen().ok());
    }

    void brokenFilesAreNamedAndLeftAlone_data() {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("twin") << QByteArray("none") << QByteArray("ok");
        QTest::newRow("newer") << QByteArray("newer") << QByteArray("workspace-newer");
        QTest::newRow("truncated") << QByteArray("truncated") << QByteArray("workspace-damaged");
        QTest::newRow("other file") << QByteArray("text") << QByteArray("not-a-workspace");
        QTest::newRow("gone") << QByteArray("gone") << QByteArray("file-not-found");
    }
    void brokenFilesAreNamedAndLeftAlone() {
        QFETCH(QByteArray, damage);
        QFETCH(QByteArray, code);
        WorkspaceFixture f;
        f.close();
        if (damage == "newer") {
            auto database = store::Database::open(f.file());
            QVERIFY(database.ok());
            QVERIFY(database->setUserVersion(int(workspace::migrations().size()) + 1).ok());
        } else if (damage == "truncated") {
            std::filesystem::resize_file(f.file(), std::filesystem::file_size(f.file()) / 2);
        } else if (damage == "text") {
            std::filesystem::remove(f.file());
            f.dir.write("hospital.mangrove", "This is no workspace, only a text of some length.\n");
        } else if (damage == "gone") {
            std::filesystem::remove(f.file());
        }
        const auto before = test::readAll(f.file());
        const auto opened = f.reopen();
        QCOMPARE(codeOf(opened), code.toStdString());
        if (code != "ok")
            QCOMPARE(test::readAll(f.file()), before);
    }

    void readersSeeWhatWritersCommit() {
        WorkspaceFixture f;
        const auto reader =
            workspace::Workspace::open(f.file(), f.environment(), workspace::Workspace::Access::Read);
        QVERIFY2(reader.ok(), test::wordsOf(reader).c_str());
        QCOMPARE(workspace::listDatasets(**reader).value().size(), 0U);
        QVERIFY(f.registerExtract("visits", 20).ok());
        QCOMPARE(workspace::listDatasets(**reader).value().size(), 1U);
        workspace::RegisterOptions options;
        options.path = f.writeExtract("second", 5);
        const auto written = workspace::registerDataset(**reader, f.as("officer"), options, {});
        QCOMPARE(codeOf(written), std::string("workspace-read-only"));
    }

    void aBackupOpensAsAWorkspace() {
        WorkspaceFixture f;
        QVERIFY(f.registerExtract("visits", 20).ok());
        const auto copy = f.dir / "copy.mangrove";
        QVERIFY(f.ws().backup(copy, {}).ok());
        const auto opened = workspace::Workspace::open(copy, f.environment());
        QVERIFY2(opened.ok(), test::wordsOf(opened).c_str());
        QCOMPARE(workspace::listDatasets(**opened).value().size(), 1U);
        QCOMPARE(codeOf(f.ws().backup(copy, {})), std::string("file-exists"));
    }
};

} // namespace

MANGROVE_TEST(WorkspaceFileTest)
#include "workspace_file_test.moc"
