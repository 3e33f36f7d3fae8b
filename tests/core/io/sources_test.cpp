// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/sha256.h"
#include "io/byte_source.h"
#include "io/fingerprint.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>

namespace {

std::string sourceGzip(const std::string& text) {
    z_stream stream{};
    (void)deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(text.size() + 1000, '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    (void)deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

void sourceZip(const std::filesystem::path& path,
               const std::vector<std::pair<std::string, std::string>>& members) {
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const auto& [name, text] : members) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        (void)zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    (void)zip_close(archive);
}

mangrove::Result<std::uint64_t> sourceRows(const std::filesystem::path& path, const char* table = nullptr) {
    mangrove::io::ReadOptions options;
    if (table != nullptr)
        options.table = table;
    MANGROVE_ASSIGN(const auto reader, mangrove::io::RecordReader::open(path, options));
    mangrove::io::RecordBatch batch;
    for (;;) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, {}));
        if (!more)
            return reader->rowsRead();
    }
}

std::string sourceManyRows() {
    std::string text = "id,name\n";
    for (int i = 0; i < 300'000; ++i)
        text += std::to_string(i) + ",abcdefgh\n";
    return text;
}

} // namespace

class SourcesTest : public QObject {
    Q_OBJECT

private slots:
    void gzip() {
        const mangrove::test::TempDir folder;
        const std::string text = sourceManyRows();
        const auto path = folder.write("t.csv.gz", sourceGzip(text));
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        while (*(*reader)->next(batch, {})) {
        }
        QCOMPARE((*reader)->rowsRead(), std::uint64_t{300'000});
        QCOMPARE((*reader)->source().format, std::string("csv+gzip"));
        // The hash and the size are those of the file on disk.
        const std::string raw = mangrove::test::readAll(path);
        QCOMPARE((*reader)->source().sha256, mangrove::toHex(mangrove::crypto::sha256(raw)));
        QCOMPARE((*reader)->source().bytes, static_cast<std::uint64_t>(raw.size()));
    }

    void gzipInSeveralMembers() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.gz", sourceGzip("id,name\n1,a\n") + sourceGzip("2,b\n3,c\n"));
        const auto rows = sourceRows(path);
        QVERIFY(rows.ok());
        QCOMPARE(*rows, std::uint64_t{3});
    }

    void gzipDamaged_data() {
        QTest::addColumn<int>("drop");
        QTest::addColumn<int>("flip");
        QTest::addColumn<bool>("good");
        QTest::newRow("whole") << 0 << -1 << true;
        QTest::newRow("cut in the trailer") << 3 << -1 << false;
        QTest::newRow("cut in the data") << 5000 << -1 << false;
        QTest::newRow("one byte flipped") << 0 << 5000 << false;
    }
    void gzipDamaged() {
        QFETCH(int, drop);
        QFETCH(int, flip);
        QFETCH(bool, good);
        std::string bytes = sourceGzip(sourceManyRows());
        bytes.resize(bytes.size() - static_cast<std::size_t>(drop));
        if (flip >= 0)
            bytes[static_cast<std::size_t>(flip)] =
                static_cast<char>(bytes[static_cast<std::size_t>(flip)] ^ 0x10);
        const mangrove::test::TempDir folder;
        const auto rows = sourceRows(folder.write("t.csv.gz", bytes));
        QCOMPARE(rows.ok(), good);
        if (!good)
            QCOMPARE(std::string(rows.error().code()), std::string("archive-damaged"));
    }

    void zipMembers() {
        const mangrove::test::TempDir folder;
        const auto one = folder / "one.zip";
        sourceZip(one, {{"__MACOSX/._a.csv", "x"}, {"readme.md", "x"}, {"data/a.csv", "id,n\n1,a\n2,b\n"}});
        const auto rows = sourceRows(one);
        QVERIFY2(rows.ok(), rows.ok() ? "" : rows.error().message().c_str());
        QCOMPARE(*rows, std::uint64_t{2});

        const auto several = folder / "several.zip";
        sourceZip(several, {{"b.csv", "id,n\n1,a\n"}, {"a.csv", "id,n\n1,a\n2,b\n"}});
        const auto unnamed = sourceRows(several);
        QVERIFY(!unnamed.ok());
        QCOMPARE(std::string(unnamed.error().code()), std::string("archive-several-members"));
        QCOMPARE(unnamed.error().args().at(2), std::string("a.csv, b.csv"));
        QCOMPARE(*sourceRows(several, "b.csv"), std::uint64_t{1});
        const auto missing = sourceRows(several, "c.csv");
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().kind(), mangrove::ErrorKind::NotFound);

        const auto none = folder / "none.zip";
        sourceZip(none, {{"picture.png", "x"}});
        QCOMPARE(std::string(sourceRows(none).error().code()), std::string("archive-no-member"));
        const auto workbook = folder / "book.xlsx";
        sourceZip(workbook, {{"[Content_Types].xml", "<x/>"}});
        QCOMPARE(std::string(sourceRows(workbook).error().code()), std::string("format-not-supported"));
    }

    void zipWithOneByteFlipped() {
        const mangrove::test::TempDir folder;
        const auto path = folder / "t.zip";
        sourceZip(path, {{"t.csv", sourceManyRows()}});
        QVERIFY(sourceRows(path).ok());
        std::string bytes = mangrove::test::readAll(path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
        const auto rows = sourceRows(folder.write("flipped.zip", bytes));
        QVERIFY(!rows.ok());
        QCOMPARE(std::string(rows.error().code()), std::string("archive-damaged"));
    }

    /// A file that changes under the reader is an error; the twin shows that an unchanged one is none.
    void changesWhileRead_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("nothing") << "nothing";
        QTest::newRow("truncated") << "truncated";
        QTest::newRow("appended") << "appended";
        QTest::newRow("replaced") << "replaced";
        QTest::newRow("removed") << "removed";
    }
    void changesWhileRead() {
        QFETCH(QString, what);
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", sourceManyRows());
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        QVERIFY((*reader)->next(batch, {}).ok());
        if (what == "truncated")
            std::filesystem::resize_file(path, 1'500'000);
        if (what == "appended")
            std::ofstream(path, std::ios::app) << "300001,x\n";
        if (what == "replaced") {
            const auto other = folder.write("other.csv", sourceManyRows());
            std::filesystem::rename(other, path);
        }
        if (what == "removed")
            std::filesystem::remove(path);
        for (;;) {
            const auto more = (*reader)->next(batch, {});
            if (!more.ok()) {
                QVERIFY(what != "nothing");
                QCOMPARE(std::string(more.error().code()), std::string("file-changed"));
                return;
            }
            if (!*more)
                break;
        }
        QCOMPARE(what, QString("nothing"));
    }

    void standardInput() {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        const std::string text = "id,name\n1,a\n2,b\n";
        QCOMPARE(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
        ::close(ends[1]);
        const int kept = ::dup(STDIN_FILENO);
        QVERIFY(::dup2(ends[0], STDIN_FILENO) >= 0);
        const auto rows = sourceRows("-");
        if (kept >= 0)
            ::dup2(kept, STDIN_FILENO);
        ::close(ends[0]);
        ::close(kept);
        QVERIFY(rows.ok());
        QCOMPARE(*rows, std::uint64_t{2});
    }

    void missingFileAndFolder() {
        const mangrove::test::TempDir folder;
        QCOMPARE(std::string(sourceRows(folder / "no.csv").error().code()), std::string("file-not-found"));
        QCOMPARE(std::string(sourceRows(folder.path()).error().code()), std::string("csv-empty"));
    }

    void fingerprints() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.bin", "abc");
        const auto full = mangrove::io::fingerprint(path, {});
        QVERIFY(full.ok());
        QCOMPARE(full->bytes, std::uint64_t{3});
        // FIPS 180-4, example "abc".
        QCOMPARE(full->sha256,
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        const auto quick = mangrove::io::quickFingerprint(path);
        QVERIFY(quick.ok());
        QCOMPARE(quick->mtime, full->mtime);
        QVERIFY(quick->sha256.empty());
        QVERIFY(!mangrove::io::fingerprint(folder / "none", {}).ok());
    }
};

MANGROVE_TEST(SourcesTest)
#include "sources_test.moc"
