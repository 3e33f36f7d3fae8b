// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that change, stop, fail, explode or are cancelled; progress; the rejects file.
#include "io/block_source.h"
#include "io/byte_source.h"
#include "io/errors.h"
#include "io/expansion_guard.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>
#include <zstd.h>

namespace {

const std::array<const char*, 4> kSafetyContainers{"plain", "gzip", "zstd", "zip"};

std::string safetyRowsOnce() {
    std::string text = "id,name\n";
    std::uint32_t noise = 1;
    for (int i = 0; i < 300'000; ++i) {
        noise = noise * 1664525U + 1013904223U;
        text += std::to_string(i) + "," + std::to_string(noise) + "\n";
    }
    return text;
}

const std::string& safetyRows() {
    static const std::string text = safetyRowsOnce();
    return text;
}

std::string safetyGzip(const std::string& text) {
    z_stream stream{};
    (void)deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in = text;
    std::string out(text.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    (void)deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string safetyZstd(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
    return out;
}

/// safetyRows() in a file of the kind.
std::filesystem::path safetyFile(const mangrove::test::TempDir& folder, const std::string& kind) {
    const std::string& text = safetyRows();
    if (kind == "gzip") {
        static const std::string bytes = safetyGzip(text);
        return folder.write("t.csv.gz", bytes);
    }
    if (kind == "zstd") {
        static const std::string bytes = safetyZstd(text);
        return folder.write("t.csv.zst", bytes);
    }
    if (kind == "zip") {
        static const mangrove::test::TempDir kept;
        const auto path = kept / "t.zip";
        const auto copy = folder / "t.zip";
        if (std::filesystem::exists(path)) {
            std::filesystem::copy_file(path, copy);
            return copy;
        }
        int code = 0;
        zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        (void)zip_file_add(archive, "t.csv", zip_source_buffer(archive, text.data(), text.size(), 0),
                           ZIP_FL_ENC_UTF_8);
        (void)zip_close(archive);
        std::filesystem::copy_file(path, copy);
        return copy;
    }
    return folder.write("t.csv", text);
}

/// Reads to the end; the code of the error, or empty.
std::string safetyRead(mangrove::io::RecordReader& reader, const mangrove::RunContext& context = {}) {
    mangrove::io::RecordBatch batch;
    for (;;) {
        const auto more = reader.next(batch, context);
        if (!more.ok())
            return std::string(more.error().code());
        if (!*more)
            return {};
    }
}

} // namespace

class ReadingSafetyTest : public QObject {
    Q_OBJECT

private slots:
    /// A source that changes under the reader is an error in every container; the twin: an untouched one is
    /// none.
    void changesWhileRead_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("what");
        for (const char* kind : kSafetyContainers) {
            for (const char* what : {"nothing", "truncated", "appended", "replaced", "removed"})
                QTest::addRow("%s %s", kind, what) << QString(kind) << QString(what);
        }
    }
    void changesWhileRead() {
        QFETCH(QString, kind);
        QFETCH(QString, what);
        const mangrove::test::TempDir folder;
        const auto path = safetyFile(folder, kind.toStdString());
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message().c_str());
        mangrove::io::RecordBatch batch;
        QVERIFY((*reader)->next(batch, {}).ok());
        if (what == "truncated")
            std::filesystem::resize_file(path, std::filesystem::file_size(path) * 3 / 4);
        if (what == "appended")
            std::ofstream(path, std::ios::app) << "300001,x\n";
        if (what == "replaced") {
            const mangrove::test::TempDir other;
            const auto copy = safetyFile(other, kind.toStdString());
            std::filesystem::rename(copy, path);
        }
        if (what == "removed")
            std::filesystem::remove(path);
        const std::string error = safetyRead(**reader);
        QCOMPARE(QString::fromStdString(error), what == "nothing" ? QString() : QString("file-changed"));
        if (what == "nothing")
            QCOMPARE((*reader)->rowsRead(), std::uint64_t{300'000});
    }

    /// A disk that fails under the reader (an unmounted share, a bad sector) looks like this file: reading
    /// gives EIO.
    void aReadingErrorIsAnError() {
        const auto reader = mangrove::io::RecordReader::open("/proc/self/mem");
        QVERIFY(!reader.ok());
        QCOMPARE(std::string(reader.error().code()), std::string("file-not-readable"));
    }

    void progressGrowsToTheSize_data() { containers(); }
    void progressGrowsToTheSize() {
        QFETCH(QString, kind);
        const mangrove::test::TempDir folder;
        const auto path = safetyFile(folder, kind.toStdString());
        mangrove::Progress progress;
        mangrove::RunContext context;
        context.progress = &progress;
        const auto reader = mangrove::io::RecordReader::open(path, {}, context);
        QVERIFY(reader.ok());
        const std::uint64_t size = std::filesystem::file_size(path);
        mangrove::io::RecordBatch batch;
        std::uint64_t before = 0;
        std::size_t steps = 0;
        for (;;) {
            const auto more = (*reader)->next(batch, context);
            QVERIFY(more.ok());
            const std::uint64_t done = progress.done.load();
            QVERIFY(done >= before);
            QVERIFY(done <= size);
            steps += done > before ? 1 : 0;
            before = done;
            if (!*more)
                break;
        }
        QCOMPARE(before, size);
        QCOMPARE(progress.total.load(), size);
        QVERIFY(steps > 2);
    }

    /// Wherever a stop comes, the next call answers it.
    void stopsBetweenAnyTwoBatches_data() { containers(); }
    void stopsBetweenAnyTwoBatches() {
        QFETCH(QString, kind);
        const mangrove::test::TempDir folder;
        const auto path = safetyFile(folder, kind.toStdString());
        for (const int batches : {0, 1, 200}) {
            std::stop_source stop;
            mangrove::RunContext context;
            context.stop = stop.get_token();
            const auto reader = mangrove::io::RecordReader::open(path, {}, context);
            QVERIFY(reader.ok());
            mangrove::io::RecordBatch batch;
            for (int i = 0; i < batches; ++i)
                QVERIFY(*(*reader)->next(batch, context));
            stop.request_stop();
            QCOMPARE(safetyRead(**reader, context), std::string("cancelled"));
        }
    }

    /// The sources ask by themselves too, so that one long call is cut short.
    void aSourceStopsWithinOneCall_data() { containers(); }
    void aSourceStopsWithinOneCall() {
        QFETCH(QString, kind);
        if (kind == "plain")
            QSKIP("read(2) of one piece is not interrupted");
        const mangrove::test::TempDir folder;
        const auto path = safetyFile(folder, kind.toStdString());
        const auto source = mangrove::io::ByteSource::open(path, {}, {});
        QVERIFY(source.ok());
        std::vector<char> room(16U << 20U);
        std::stop_source stop;
        mangrove::RunContext context;
        context.stop = stop.get_token();
        const auto some = (*source)->read({room.data(), 1000}, context);
        QVERIFY(some.ok());
        QCOMPARE(*some, std::size_t{1000});
        stop.request_stop();
        const auto rest = (*source)->read(room, context);
        QVERIFY(!rest.ok());
        QCOMPARE(rest.error().kind(), mangrove::ErrorKind::Cancelled);
    }

    /// A pipe into which nobody writes does not hold up a stop.
    void aSilentPipeCanBeStopped() {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        const std::string path = "/proc/self/fd/" + std::to_string(ends[0]);
        std::stop_source stop;
        mangrove::RunContext context;
        context.stop = stop.get_token();
        std::string error;
        std::jthread reading([&] {
            const auto reader = mangrove::io::RecordReader::open(path, {}, context);
            error = reader.ok() ? "read" : std::string(reader.error().code());
        });
        stop.request_stop();
        reading.join();
        ::close(ends[0]);
        ::close(ends[1]);
        QCOMPARE(error, std::string("cancelled"));
    }

    void aHugeCellInASmallFileIsRefused() {
        const mangrove::test::TempDir folder;
        const std::string text = "a,b\n1,2\n3,\"" + std::string(100'000'000, 'x') + "\"\n";
        const auto path = folder.write("big.csv.gz", safetyGzip(text));
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        const auto more = [&] { return (*reader)->next(batch, {}); };
        auto result = more();
        while (result.ok() && *result)
            result = more();
        QVERIFY(!result.ok());
        QCOMPARE(std::string(result.error().code()), std::string("csv-cell-too-large"));
        QCOMPARE(result.error().args().at(1), std::to_string(16U << 20U));
        QCOMPARE(result.error().at().line, std::uint64_t{3});
    }

    void expansionIsLimited() {
        constexpr std::uint64_t kMiB = 1ULL << 20U;
        mangrove::io::ReadOptions options;
        options.maxExpansion = 100;
        mangrove::io::ExpansionGuard small("a.gz", options);
        QVERIFY(small.add(256 * kMiB, 1000).ok()); // whatever the ratio
        QVERIFY(!small.add(1, 1000).ok());
        mangrove::io::ExpansionGuard honest("b.gz", options);
        QVERIFY(honest.add(10'000 * kMiB, 100 * kMiB).ok());
        const auto beyond = honest.add(1, 100 * kMiB);
        QVERIFY(!beyond.ok());
        QCOMPARE(std::string(beyond.error().code()), std::string("archive-expands-too-much"));
        options.maxExpandedBytes = 10;
        mangrove::io::ExpansionGuard tight("c.gz", options);
        QVERIFY(tight.add(10, kMiB).ok());
        QVERIFY(!tight.add(1, kMiB).ok());
    }

    void tenThousandColumns() {
        std::string text;
        for (int row = 0; row < 4; ++row) {
            for (int c = 0; c < 10'000; ++c)
                text += (c == 0 ? "" : ",") + std::string(row == 0 ? "c" : "") + std::to_string(c);
            text += "\n";
        }
        const mangrove::test::TempDir folder;
        const auto reader = mangrove::io::RecordReader::open(folder.write("wide.csv", text));
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->columnNames().size(), std::size_t{10'000});
        QCOMPARE(safetyRead(**reader), std::string());
        QCOMPARE((*reader)->rowsRead(), std::uint64_t{3});
        QVERIFY((*reader)->warnings().empty());
    }

    /// Blocks accounted for in any order give a rejects file in order of lines; a stopped run leaves none.
    void rejectsAreInOrder() {
        std::string text = "a,b\n";
        for (int i = 0; i < 3000; ++i)
            text += i % 3 == 0 ? std::to_string(i) + "\n" : "1,2\n";
        const mangrove::test::TempDir folder;
        mangrove::io::ReadOptions options;
        options.blockBytes = 1000;
        options.rejects = folder / "rejects.csv";
        const auto path = folder.write("t.csv", text);
        {
            const auto reader = mangrove::io::RecordReader::open(path, options);
            QVERIFY(reader.ok());
            auto* blocks = (*reader)->blocks();
            std::vector<mangrove::io::BlockOutcome> outcomes;
            for (;;) {
                const auto block = blocks->nextBlock({}, {});
                QVERIFY(block.ok());
                if (*block == nullptr)
                    break;
                const auto parser = blocks->makeParser();
                QVERIFY(parser->start(*block).ok());
                outcomes.push_back(parser->outcome());
            }
            QVERIFY(outcomes.size() > 5);
            for (auto outcome = outcomes.rbegin(); outcome != outcomes.rend(); ++outcome)
                blocks->account(*outcome);
            QVERIFY(!std::filesystem::exists(*options.rejects));
            QVERIFY(blocks->finishAccounts().ok());
        }
        const std::string written = mangrove::test::readAll(*options.rejects);
        std::string expected = "line,code,reason,record\n";
        for (int i = 0; i < 3000; i += 3)
            expected += std::to_string(i + 2)
                        + ",csv-ragged-row,The row has 1 fields where the header has 2; it was refused.,"
                        + std::to_string(i) + "\n";
        QCOMPARE(QByteArray::fromStdString(written), QByteArray::fromStdString(expected));

        std::filesystem::remove(*options.rejects);
        QVERIFY(mangrove::io::RecordReader::open(path, options).ok());
        QVERIFY(!std::filesystem::exists(*options.rejects));
    }

private:
    static void containers() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : kSafetyContainers)
            QTest::newRow(kind) << QString(kind);
    }
};

MANGROVE_TEST(ReadingSafetyTest)
#include "reading_safety_test.moc"
