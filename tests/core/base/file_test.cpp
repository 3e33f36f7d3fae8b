// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <csignal>
#include <sys/resource.h>

namespace {

using namespace mangrove;

std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

class FileTest : public QObject {
    Q_OBJECT
private slots:
    void appearsOnlyWhenCommitted() {
        const test::TempDir dir;
        const auto path = dir / "out.csv";
        {
            auto file = OutputFile::create(path);
            QVERIFY(file.ok());
            QVERIFY(file->write("a,b\n").ok());
            QVERIFY(file->flush().ok());
            QVERIFY(!std::filesystem::exists(path));
            QCOMPARE(filesIn(dir.path()), std::size_t(1));
        }
        QCOMPARE(filesIn(dir.path()), std::size_t(0)); // dropped: nothing left
        QVERIFY(writeFile(path, "a,b\n").ok());
        QCOMPARE(test::readAll(path), std::string("a,b\n"));
        QCOMPARE(filesIn(dir.path()), std::size_t(1));
    }
    void refusesToOverwriteUnlessAsked() {
        const test::TempDir dir;
        const auto path = dir.write("x", "old");
        const Status refused = writeFile(path, "new");
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().is(errors::kFileExists));
        QCOMPARE(test::readAll(path), std::string("old"));
        QVERIFY(writeFile(path, "new", OutputFile::IfExists::Replace).ok());
        QCOMPARE(test::readAll(path), std::string("new"));
    }
    void doesNotOverwriteAFileThatAppearedMeanwhile() {
        const test::TempDir dir;
        const auto path = dir / "x";
        auto file = OutputFile::create(path);
        QVERIFY(file.ok());
        QVERIFY(file->write("mine").ok());
        dir.write("x", "theirs");
        const Status refused = file->commit();
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().is(errors::kFileExists));
        QCOMPARE(test::readAll(path), std::string("theirs"));
        QCOMPARE(filesIn(dir.path()), std::size_t(1));
    }
    void leavesNothingOnAFullDisk() {
        const test::TempDir dir;
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{4096, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Status full = writeFile(dir / "big", std::string(1U << 20U, 'x'));
        const Status fits = writeFile(dir / "small", "x");
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!full.ok());
        QVERIFY(full.error().is(errors::kFileNotWritable));
        QVERIFY(fits.ok());
        QCOMPARE(filesIn(dir.path()), std::size_t(1));
    }
    void readsWithALimit() {
        const test::TempDir dir;
        const auto path = dir.write("x", "12345");
        QCOMPARE(*readFile(path, 5), std::string("12345"));
        QVERIFY(readFile(path, 4).error().is(errors::kFileTooLarge));
        QVERIFY(readFile(dir / "none").error().is(errors::kFileNotFound));
        QVERIFY(readFile(dir.path()).error().is(errors::kFileNotReadable));
    }
};

} // namespace

MANGROVE_TEST(FileTest)
#include "file_test.moc"
