// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading options change, each beside the run without it; and that a registered data set is read
// again with all of them.
#include "cli/cli_process.h"
#include "cli/record_journey.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

namespace {

using mangrove::test::runCli;

/// Two lines of titles, a short row, a long row and a line of totals.
const char kExtract[] = "出院病人登记\n"
                        "2026 年 1 月\n"
                        "id;name;paid\n"
                        "1;a;10\n"
                        "2;b\n"
                        "3;c;30;x\n"
                        "4;d;40\n"
                        "合计;;80\n";

class ReadingOptionsTest : public QObject {
    Q_OBJECT
private slots:
    void optionsChangeTheRows_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("rejected");
        QTest::addColumn<QString>("firstColumn");
        QTest::addColumn<QString>("warning");
        const auto row = [](const char* name, const QByteArray& text, const QStringList& options, int rows,
                            int rejected, const char* column, const char* warning) {
            QTest::newRow(name) << text << options << rows << rejected << QString(column) << QString(warning);
        };
        row("twin: nothing given", kExtract, {}, 3, 2, "id", "csv-rows-refused");
        row("short rows padded", kExtract, {"--ragged", "pad"}, 4, 1, "id", "csv-rows-padded");
        row("rows refused in words", kExtract, {"--ragged", "reject"}, 3, 2, "id", "csv-rows-refused");
        row("totals left out", kExtract, {"--totals", "leave-out"}, 2, 3, "id", "csv-totals-rows");
        row("totals kept in words", kExtract, {"--totals", "keep"}, 3, 2, "id", "csv-totals-rows");
        row("header below the third line", kExtract, {"--skip-lines", "3", "--header", "yes"}, 2, 2, "1",
            "csv-rows-refused");
        row("no header", "1,a\n2,b\n", {"--header", "no"}, 2, 0, "column_1", "");
        row("a header", "1,a\n2,b\n", {"--header", "yes"}, 1, 0, "1", "");
        row("quotes by backslash", "a,b\n\"x\\\",y\",1\n\"z\",2\n", {"--quote-escape", "backslash"}, 2, 0,
            "a", "");
        row("the same bytes by doubling", "a,b\n\"x\\\",y\",1\n\"z\",2\n", {"--quote-escape", "doubled"}, 1,
            1, "a", "csv-stray-quotes");
        row("a cell just short enough", "a,b\n12345678,1\n", {"--max-cell-bytes", "8"}, 1, 0, "a", "");
    }
    void optionsChangeTheRows() {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, options);
        QFETCH(int, rows);
        QFETCH(int, rejected);
        QFETCH(QString, firstColumn);
        QFETCH(QString, warning);
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("x.csv", text.toStdString()).string());
        const auto run = runCli(QStringList{"profile", file, "--json"} + options);
        QVERIFY2(run.exit == 0, run.out);
        const auto json = run.json();
        QCOMPARE(json.value("rows").toInt(), rows);
        QCOMPARE(json.value("rowsRejected").toInt(), rejected);
        QCOMPARE(json.value("columns").toArray()[0].toObject().value("name").toString(), firstColumn);
        QStringList codes;
        for (const auto& each : json.value("warnings").toArray())
            codes << each.toObject().value("code").toString();
        QVERIFY2(warning.isEmpty() || codes.contains(warning), qPrintable(codes.join(' ')));
    }

    void badChoicesAreRefused_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exit");
        QTest::newRow("ragged rows as an error")
            << QStringList{"--ragged", "fail"} << QString("csv-ragged-row") << 3;
        QTest::newRow("a cell too long")
            << QStringList{"--max-cell-bytes", "3"} << QString("csv-cell-too-large") << 3;
        QTest::newRow("cells without bytes")
            << QStringList{"--max-cell-bytes", "0"} << QString("bad-option") << 2;
        QTest::newRow("two characters") << QStringList{"--delimiter", "||"} << QString("bad-option") << 2;
        QTest::newRow("a quote as delimiter")
            << QStringList{"--delimiter", "\""} << QString("bad-option") << 2;
        QTest::newRow("no encoding") << QStringList{"--encoding", "klingon"} << QString("bad-option") << 2;
    }
    void badChoicesAreRefused() {
        QFETCH(QStringList, options);
        QFETCH(QString, code);
        QFETCH(int, exit);
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("x.csv", kExtract).string());
        const auto run = runCli(QStringList{"profile", file, "--json"} + options);
        QCOMPARE(run.exit, exit);
        QCOMPARE(run.errorCode(), code);
        QCOMPARE(runCli({"profile", file, "--ragged", "sometimes"}).exit, 2);
    }

    void rejectsAreWrittenWithLineAndReason() {
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("x.csv", kExtract).string());
        const auto rejects = QString::fromStdString((dir / "rejects.csv").string());
        QCOMPARE(runCli({"profile", file, "--rejects", rejects, "--totals", "leave-out"}).exit, 0);
        const auto lines = QString::fromStdString(mangrove::test::readAll(dir / "rejects.csv"))
                               .split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0].trimmed(), QString("line,code,reason,record"));
        QVERIFY2(lines[1].startsWith("1,csv-title-line,"), qPrintable(lines[1]));
        QVERIFY2(lines[3].startsWith("5,csv-ragged-row,") && lines[3].contains("2;b"), qPrintable(lines[3]));
        QVERIFY2(lines[5].startsWith("8,csv-totals-row,"), qPrintable(lines[5]));
        // a file that is there is not replaced, and a failed run leaves none
        const auto again = runCli({"profile", file, "--rejects", rejects, "--json"});
        QCOMPARE(again.exit, 6);
        QCOMPARE(again.errorCode(), QString("file-exists"));
        const auto other = QString::fromStdString((dir / "other.csv").string());
        QVERIFY(runCli({"profile", file, "--rejects", other, "--ragged", "fail"}).exit != 0);
        QVERIFY(!std::filesystem::exists(dir / "other.csv"));
    }

    void aDataSetIsReadAgainAsItWasRegistered() {
        const mangrove::test::RecordJourney journey;
        const auto file = QString::fromStdString(journey.dir().write("x.csv", kExtract).string());
        const auto added =
            journey.run("officer", {"dataset", "add", file, "--name", "odd", "--skip-lines", "2", "--ragged",
                                    "pad", "--totals", "leave-out", "--quote-escape", "backslash"});
        QVERIFY2(added.exit == 0, added.out + added.err);
        const auto source = added.json().value("source").toObject();
        QCOMPARE(added.json().value("rows").toInt(), 3);
        QCOMPARE(source.value("skipLines").toInt(), 2);
        QCOMPARE(source.value("ragged").toString(), QString("pad"));
        QCOMPARE(source.value("totals").toString(), QString("leave-out"));
        QCOMPARE(source.value("quoteEscape").toString(), QString("backslash"));
        // without the choices kept, a second reading would find two rows fewer
        QCOMPARE(journey.run("officer", {"dataset", "assess", "odd"}).exit, 0);
        const auto shown = journey.run({}, {"dataset", "show", "odd"}).json();
        QCOMPARE(shown.value("quality").toObject().value("rows").toInt(), 3);
        const auto words = runCli({"dataset", "show", "odd", "--workspace", journey.workspace()}).out;
        QVERIFY2(
            words.contains(
                "lines skipped 2, quotes escaped by a backslash, ragged rows pad, lines of totals left out"),
            words);
    }
};

} // namespace

MANGROVE_TEST(ReadingOptionsTest)
#include "reading_options_test.moc"
