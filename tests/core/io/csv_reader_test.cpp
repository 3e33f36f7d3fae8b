// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/null_words.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <string>

namespace {

struct ReaderTotals {
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    mangrove::io::SourceInfo source;
    std::vector<mangrove::io::ReadWarning> warnings;
};

mangrove::Result<ReaderTotals> readerTotals(const std::filesystem::path& path,
                                            const mangrove::io::ReadOptions& options = {},
                                            const mangrove::RunContext& context = {}) {
    MANGROVE_ASSIGN(const auto reader, mangrove::io::RecordReader::open(path, options, context));
    mangrove::io::RecordBatch batch;
    for (;;) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, context));
        if (!more)
            break;
    }
    return ReaderTotals{reader->rowsRead(), reader->rowsRejected(), reader->source(), reader->warnings()};
}

} // namespace

class CsvReaderTest : public QObject {
    Q_OBJECT

private slots:
    /// Bytes beyond ASCII may come late; the decision falls there and nothing before it changes.
    void decidesTheEncodingLate_data() {
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("utf-8") << QByteArray("林小红") << "UTF-8" << QByteArray("林小红");
        QTest::newRow("gbk") << QByteArray("\xC1\xD6\xD0\xA1\xBA\xEC") << "GB18030" << QByteArray("林小红");
        QTest::newRow("windows-1252") << QByteArray("M\xFCller") << "windows-1252" << QByteArray("Müller");
        QTest::newRow("none") << QByteArray("plain") << "US-ASCII" << QByteArray("plain");
    }
    void decidesTheEncodingLate() {
        QFETCH(QByteArray, tail);
        QFETCH(QString, encoding);
        QFETCH(QByteArray, cell);
        std::string text = "id,name\n";
        while (text.size() < (3U << 20U))
            text += std::to_string(text.size()) + ",somebody with a long ASCII name\n";
        const auto plainRows = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) - 1;
        text += "last," + tail.toStdString() + "\n";
        const mangrove::test::TempDir folder;
        const auto path = folder.write("late.csv", text);
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        std::string last;
        for (;;) {
            const auto more = (*reader)->next(batch, {});
            QVERIFY(more.ok());
            if (!*more)
                break;
            last = batch.cell(1, batch.rows() - 1);
        }
        QCOMPARE(QByteArray::fromStdString(last), cell);
        QCOMPARE((*reader)->rowsRead(), plainRows + 1);
        QCOMPARE(QString::fromStdString((*reader)->source().encoding), encoding);
    }

    void everyRaggedRowIsCounted() {
        std::string text = "a,b\n";
        for (int i = 0; i < 5000; ++i)
            text += i % 2 == 0 ? "1,2\n" : "1\n";
        const mangrove::test::TempDir folder;
        const auto totals = readerTotals(folder.write("t.csv", text));
        QVERIFY(totals.ok());
        QCOMPARE(totals->rows, std::uint64_t{2500});
        QCOMPARE(totals->rejected, std::uint64_t{2500});
        // A thousand places and the total.
        QCOMPARE(totals->warnings.size(), std::size_t{1001});
        QCOMPARE(totals->warnings[0].line, std::uint64_t{3});
        QCOMPARE(totals->warnings[999].line, std::uint64_t{2001});
        QCOMPARE(totals->warnings[1000].code, std::string("csv-rows-refused"));
    }

    void aCellOverManyBlocksIsRead() {
        const std::string big(5U << 20U, 'x');
        const mangrove::test::TempDir folder;
        const auto path = folder.write("big.csv", "a,b\n1,\"" + big + "\"\n2,y\n");
        const auto reader = mangrove::io::RecordReader::open(path);
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        const auto more = (*reader)->next(batch, {});
        QVERIFY(more.ok() && *more);
        QCOMPARE(batch.cell(1, 0).size(), big.size());
    }

    void aCellBeyondTheLimitIsRefusedBeforeItFillsTheMemory() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("big.csv", "a,b\n1,x\n2,\"" + std::string(20U << 20U, 'x') + "\"\n");
        const auto totals = readerTotals(path);
        QVERIFY(!totals.ok());
        QCOMPARE(std::string(totals.error().code()), std::string("csv-cell-too-large"));
        QCOMPARE(totals.error().at().line, std::uint64_t{3});
    }

    void stopsWhenAsked() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", "a,b\n1,2\n");
        std::stop_source stop;
        mangrove::RunContext context;
        context.stop = stop.get_token();
        QVERIFY(readerTotals(path, {}, context).ok());
        stop.request_stop();
        const auto stopped = readerTotals(path, {}, context);
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind(), mangrove::ErrorKind::Cancelled);
    }

    void progressEndsAtTheSize() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", "a,b\n1,2\n");
        mangrove::Progress progress;
        mangrove::RunContext context;
        context.progress = &progress;
        QVERIFY(readerTotals(path, {}, context).ok());
        QCOMPARE(progress.done.load(), std::uint64_t{8});
        QCOMPARE(progress.total.load(), std::uint64_t{8});
        QCOMPARE(std::string(progress.phase.load()), std::string("reading"));
    }

    void refusesBadOptions_data() {
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<quint64>("maxCellBytes");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << ';' << quint64{100} << true;
        QTest::newRow("quote as delimiter") << '"' << quint64{100} << false;
        QTest::newRow("line end as delimiter") << '\n' << quint64{100} << false;
        QTest::newRow("no ASCII") << '\xE9' << quint64{100} << false;
        QTest::newRow("no room for a cell") << ',' << quint64{0} << false;
        QTest::newRow("cells above the ceiling") << ',' << (quint64{513} << 20U) << false;
    }
    void refusesBadOptions() {
        QFETCH(char, delimiter);
        QFETCH(quint64, maxCellBytes);
        QFETCH(bool, good);
        mangrove::io::ReadOptions options;
        options.delimiter = delimiter;
        options.maxCellBytes = maxCellBytes;
        QCOMPARE(options.validate().ok(), good);
    }

    void nullWordsMatchWholeCellsOnly() {
        const mangrove::io::NullWords words({"NA", "?", "keine Angabe"});
        QVERIFY(words.contains("NA"));
        QVERIFY(words.contains("?"));
        QVERIFY(words.contains("keine Angabe"));
        QVERIFY(!words.contains("NAN"));
        QVERIFY(!words.contains("N"));
        QVERIFY(!words.contains("na"));
        QVERIFY(!words.contains(""));
        QVERIFY(!words.contains("??"));
    }
};

MANGROVE_TEST(CsvReaderTest)
#include "csv_reader_test.moc"
