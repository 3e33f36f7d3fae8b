// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/handoff_fixture.h"
#include "core/handoff/raw_zip.h"
#include "handoff/errors.h"
#include "handoff/package_source.h"
#include "handoff/zip_writer.h"
#include "support/test_registry.h"

#include <QtTest>

#include <unistd.h>

using namespace mangrove;
using mangrove::test::RawMember;
using mangrove::test::RawZip;

namespace {

RawZip soundZip() {
    RawZip zip;
    zip.members.resize(2);
    zip.members[0].name = "P/a.txt";
    zip.members[0].bytes = "alpha";
    zip.members[1].name = "P/b/c.txt";
    zip.members[1].bytes = "gamma";
    return zip;
}

using ZipChange = std::function<void(RawZip&)>;

RawMember member(const char* name) {
    RawMember m;
    m.name = name;
    m.bytes = "x";
    return m;
}

} // namespace

Q_DECLARE_METATYPE(ZipChange)

class ContainerTest : public QObject {
    Q_OBJECT

private slots:
    void soundZipOpens() {
        test::TempDir dir;
        const auto files = test::filesOf(dir.write("a.zip", soundZip().bytes()));
        QCOMPARE(files, (std::map<std::string, std::string>{{"a.txt", "alpha"}, {"b/c.txt", "gamma"}}));
        RawZip withFolders = soundZip();
        withFolders.members.insert(withFolders.members.begin(), member("P/"));
        withFolders.members[0].bytes.clear();
        withFolders.members[0].unixMode = 0040755;
        QCOMPARE(test::filesOf(dir.write("b.zip", withFolders.bytes())), files);
        RawZip withTimes = soundZip();
        withTimes.members[0].extra = std::string("UT\x05\x00\x01\x00\x00\x00\x00", 9);
        QCOMPARE(test::filesOf(dir.write("c.zip", withTimes.bytes())), files);
    }

    void hostileZip_data() {
        QTest::addColumn<ZipChange>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* code, const ZipChange& change) {
            QTest::newRow(name) << change << code;
        };
        row("trailing bytes", "zip-stray-bytes", [](RawZip& z) { z.after = "x"; });
        row("leading bytes", "zip-stray-bytes", [](RawZip& z) { z.before = "x"; });
        row("archive comment", "zip-stray-bytes", [](RawZip& z) { z.endComment = "hello"; });
        row("member comment", "zip-stray-bytes", [](RawZip& z) { z.members[0].comment = "hello"; });
        row("gap", "zip-stray-bytes", [](RawZip& z) { z.members[1].gapBefore = "hidden"; });
        row("another zip in front", "zip-stray-bytes", [](RawZip& z) { z.before = soundZip().bytes(); });
        row("names disagree", "zip-headers-disagree", [](RawZip& z) { z.members[0].localName = "P/z.txt"; });
        row("sizes disagree", "zip-malformed", [](RawZip& z) { z.members[0].sizeLie = 1; });
        row("encrypted", "zip-encrypted", [](RawZip& z) { z.members[0].flags = 1; });
        row("data descriptor", "zip-feature", [](RawZip& z) { z.members[0].flags = 8; });
        row("strong encryption", "zip-feature", [](RawZip& z) { z.members[0].flags = 1U << 6U; });
        row("bzip2", "zip-feature", [](RawZip& z) { z.members[0].method = 12; });
        row("deflate lie", "zip-member-damaged", [](RawZip& z) { z.members[0].method = 8; });
        row("other name in an extra field", "zip-feature",
            [](RawZip& z) { z.members[0].extra = std::string("up\x05\x00\x01\x00\x00\x00\x00", 9); });
        row("extra field cut off", "zip-malformed",
            [](RawZip& z) { z.members[0].extra = std::string("UT\x09\x00\x01", 5); });
        row("link", "package-link", [](RawZip& z) { z.members[0].unixMode = 0120777; });
        row("device", "package-link", [](RawZip& z) { z.members[0].unixMode = 0020666; });
        row("twice", "package-path-twice", [](RawZip& z) { z.members.push_back(member("P/a.txt")); });
        row("case", "package-path-case", [](RawZip& z) { z.members.push_back(member("P/A.TXT")); });
        row("folder case", "package-path-case", [](RawZip& z) { z.members.push_back(member("P/B/d.txt")); });
        row("file and folder", "package-path-twice",
            [](RawZip& z) { z.members.push_back(member("P/a.txt/x")); });
        row("two folders", "package-folder", [](RawZip& z) { z.members.push_back(member("Q/a.txt")); });
        row("no folder", "package-folder", [](RawZip& z) { z.members.push_back(member("top.txt")); });
        row("empty", "package-folder", [](RawZip& z) { z.members.clear(); });
        for (const char* path :
             {"/etc/passwd", "P/../../x", "../x", "P/./x", "C:/x", "P\\x", "P/a b", "P/\xe5\x8c\xbb",
              "P/a\nb", "P/-rf", "P/.hidden", "P/con.txt", "P/x.", "P//x", "P/a/b/c/d/e/f/g/h"}) {
            row(path, "package-path-unsafe", [path](RawZip& z) { z.members.push_back(member(path)); });
        }
    }

    void hostileZip() {
        QFETCH(ZipChange, change);
        QFETCH(QString, code);
        test::TempDir dir;
        RawZip zip = soundZip();
        change(zip);
        const auto path = dir.write("x.zip", zip.bytes());
        const auto report = test::must(handoff::verifyPackage(path, {}, {}));
        QVERIFY(!report.ok);
        QCOMPARE(report.checks[0].id, std::string("container"));
        QCOMPARE(QString::fromStdString(report.checks[0].code), code);
        QCOMPARE(report.checks[1].outcome, handoff::CheckOutcome::Skipped);
    }

    /// No cut-off and no garbled archive opens or crashes.
    void brokenBytes() {
        test::TempDir dir;
        const std::string zip = soundZip().bytes();
        for (std::size_t size = 0; size < zip.size(); ++size) {
            const auto path = dir.write("cut.zip", zip.substr(0, size));
            QVERIFY(!test::must(handoff::verifyPackage(path, {}, {})).checks[0].ok);
        }
        const auto files = test::filesOf(dir.write("sound.zip", zip));
        for (std::size_t i = 0; i < zip.size(); ++i) {
            for (const int mask : {0x01, 0x20, 0x80, 0xff}) {
                std::string broken = zip;
                broken[i] = static_cast<char>(broken[i] ^ mask);
                const auto path = dir.write("broken.zip", broken);
                // Times and the like may differ; names and contents may not.
                if (test::must(handoff::verifyPackage(path, {}, {})).checks[0].ok)
                    QCOMPARE(test::filesOf(path), files);
            }
        }
    }

    void limits() {
        test::TempDir dir;
        const auto path = dir.write("a.zip", soundZip().bytes());
        handoff::VerifyOptions options;
        QVERIFY(test::must(handoff::verifyPackage(path, options, {})).checks[0].ok);
        options.limits.maxFiles = 1;
        QCOMPARE(test::must(handoff::verifyPackage(path, options, {})).checks[0].code,
                 std::string("package-too-large"));
        options.limits = {};
        options.limits.maxTotalBytes = 9;
        QCOMPARE(test::must(handoff::verifyPackage(path, options, {})).checks[0].code,
                 std::string("package-too-large"));
    }

    void bomb() {
        test::TempDir dir;
        const auto path = dir / "bomb.zip";
        test::must(handoff::writeZip(path, {{"P/zeros", std::string(8U << 20U, '0'), {}, {}}}, {}));
        handoff::VerifyOptions options;
        QVERIFY(test::must(handoff::verifyPackage(path, options, {})).checks[0].ok);
        options.limits.freeBytes = 1U << 20U;
        QCOMPARE(test::must(handoff::verifyPackage(path, options, {})).checks[0].code,
                 std::string("package-too-large"));
    }

    void folderLinks() {
        test::TempDir dir;
        dir.write("P/bagit.txt", "x");
        QVERIFY(test::must(handoff::verifyPackage(dir / "P", {}, {})).checks[0].ok);
        QCOMPARE(::symlink("bagit.txt", (dir / "P/other.txt").c_str()), 0);
        QCOMPARE(test::must(handoff::verifyPackage(dir / "P", {}, {})).checks[0].code,
                 std::string("package-link"));
    }

    void missingFile() {
        test::TempDir dir;
        QVERIFY(handoff::verifyPackage(dir / "none.zip", {}, {}).error().is(errors::kFileNotFound));
    }

    void writtenZipIsTheSame() {
        test::TempDir dir;
        const auto members = [] {
            return std::vector<handoff::ZipMember>{{"P/b", "two", {}, {}},
                                                   {"P/a", std::string(5000, 'a'), {}, {}}};
        };
        test::must(handoff::writeZip(dir / "1.zip", members(), {}));
        test::must(handoff::writeZip(dir / "2.zip", members(), {}));
        QCOMPARE(test::readAll(dir / "1.zip"), test::readAll(dir / "2.zip"));
        QVERIFY(test::readAll(dir / "1.zip").size() < 500);
        QVERIFY(handoff::writeZip(dir / "1.zip", members(), {}).error().is(errors::kFileExists));
        QVERIFY(handoff::writeZip(dir / "no/1.zip", members(), {}).error().is(errors::kPackageWrite));
    }
};

MANGROVE_TEST(ContainerTest)
#include "container_test.moc"
