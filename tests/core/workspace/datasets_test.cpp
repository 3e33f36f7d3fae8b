// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/audit_trail.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

class WorkspaceDatasetsTest : public QObject {
    Q_OBJECT
private slots:
    void registrationWritesDownWhatWasFound() {
        WorkspaceFixture f;
        const auto events = f.eventCount();
        const auto dataset = f.registerExtract("visits", 20);
        QVERIFY2(dataset.ok(), wordsOf(dataset).c_str());
        QCOMPARE(dataset->name, std::string("visits"));
        QCOMPARE(dataset->rows, 20U);
        QCOMPARE(dataset->columns.size(), 6U);
        QCOMPARE(dataset->columns[1], std::string("姓名"));
        QCOMPARE(dataset->bytes, std::filesystem::file_size(f.dir / "visits.csv"));
        QCOMPARE(dataset->dialect.delimiter, std::string(","));
        QCOMPARE(dataset->dialect.encoding, std::string("UTF-8"));
        QVERIFY(dataset->dialect.header);
        QCOMPARE(f.eventCount(), events + 1);

        const auto shown = workspace::showDataset(f.ws(), "visits");
        QVERIFY(shown.ok());
        QVERIFY(shown->dataset == *dataset);
        QVERIFY(workspace::showDataset(f.ws(), dataset->id.text()).ok());
        QCOMPARE(codeOf(workspace::showDataset(f.ws(), "DS-NONE")), std::string("dataset-not-found"));
        QCOMPARE(workspace::listDatasets(f.ws(), "姓名").value().size(), 1U);
        QCOMPARE(workspace::listDatasets(f.ws(), "nothing like it").value().size(), 0U);
    }

    void everyChoiceOfReadingIsKept() {
        WorkspaceFixture f;
        workspace::RegisterOptions options;
        options.path = f.dir.write("odd.csv", "title\na|b\n1|x\n2\n\"3\\\"\"|y\n合计|5\n");
        options.read.delimiter = '|';
        options.read.skipLines = 1;
        options.read.ragged = io::RaggedPolicy::Pad;
        options.read.totals = io::TotalsPolicy::LeaveOut;
        options.read.quoteEscape = io::QuoteEscape::Backslash;
        options.read.maxCellBytes = 100;
        const auto dataset = workspace::registerDataset(f.ws(), f.as("officer"), options, {});
        QVERIFY2(dataset.ok(), wordsOf(dataset).c_str());
        QCOMPARE(dataset->rows, 3U);
        const auto again = workspace::readOptionsOf(workspace::findDataset(f.ws(), "odd").value()).value();
        QVERIFY(again.delimiter == options.read.delimiter);
        QVERIFY(again.skipLines == options.read.skipLines);
        QVERIFY(again.ragged == options.read.ragged);
        QVERIFY(again.totals == options.read.totals);
        QVERIFY(again.quoteEscape == options.read.quoteEscape);
        QCOMPARE(again.maxCellBytes, options.read.maxCellBytes);
        const auto page = workspace::readRows(f.ws(), dataset->id, 0, 10, {}).value();
        QCOMPARE(page.rows.size(), 3U);
        QVERIFY(page.rows[2][0] == "3\"" && page.rows[1][1] == std::nullopt);
    }

    void malformedFilesLeaveNothing_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("twin") << QByteArray("a,b\n1,\"x\"\n") << QByteArray("ok");
        QTest::newRow("unclosed quote")
            << QByteArray("a,b\n1,\"x\n2,y\n") << QByteArray("csv-unclosed-quote");
        QTest::newRow("empty") << QByteArray() << QByteArray("csv-empty");
    }
    void malformedFilesLeaveNothing() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        WorkspaceFixture f;
        workspace::RegisterOptions options;
        options.path = f.dir.write("odd.csv", text.toStdString());
        const auto events = f.eventCount();
        const auto done = workspace::registerDataset(f.ws(), f.as("officer"), options, {});
        QCOMPARE(codeOf(done), code.toStdString());
        QCOMPARE(workspace::listDatasets(f.ws()).value().size(), code == "ok" ? 1U : 0U);
        QCOMPARE(f.eventCount(), events + (code == "ok" ? 1 : 0));
        if (code == "csv-unclosed-quote")
            QCOMPARE(done.error().at().line, 2U);
    }

    void aChangedSourceIsNoticed_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("twin: touched only") << QByteArray("touch") << QByteArray("ok");
        QTest::newRow("one digit") << QByteArray("digit") << QByteArray("source-changed");
        QTest::newRow("longer") << QByteArray("append") << QByteArray("source-changed");
        QTest::newRow("unclosed quote now") << QByteArray("quote") << QByteArray("source-changed");
        QTest::newRow("gone") << QByteArray("gone") << QByteArray("source-missing");
    }
    void aChangedSourceIsNoticed() {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, code);
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 50).value();
        auto text = test::readAll(f.dir / "visits.csv");
        if (change == "digit")
            text[text.size() - 3] = text[text.size() - 3] == '1' ? '2' : '1';
        else if (change == "append")
            text += "V9,x,男,1950,外科,1\n";
        else if (change == "quote")
            text += "\"open\n";
        if (change == "gone")
            std::filesystem::remove(f.dir / "visits.csv");
        else
            f.dir.write("visits.csv", text);

        const auto checked = workspace::checkSource(f.ws(), dataset.id, {});
        QCOMPARE(codeOf(checked), code.toStdString());
        const auto risk = workspace::riskOf(f.ws(), dataset.id, {"性别"}, {}, {});
        QCOMPARE(codeOf(risk), code.toStdString());
        const auto release = workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, f.recipe(), {});
        QCOMPARE(codeOf(release), code == "ok" ? std::string("deid-no-solution") : code.toStdString());
        QVERIFY(std::filesystem::is_empty(f.filesFolder() / "releases"));
        if (code == "source-changed") {
            QCOMPARE(checked.error().args()[1], dataset.sha256.substr(0, 12));
            QVERIFY(checked.error().args()[2] != dataset.sha256.substr(0, 12));
            QCOMPARE(checked.error().args()[2].size(), 12U);
        }
    }

    void aMovedFileIsFoundAgain() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 20).value();
        std::filesystem::rename(f.dir / "visits.csv", f.dir / "moved.csv");
        QVERIFY(workspace::showDataset(f.ws(), "visits")->source == workspace::SourceState::Missing);
        f.dir.write("other.csv", "a\n1\n");
        const auto wrong =
            workspace::relocateDataset(f.ws(), f.as("officer"), dataset.id, f.dir / "other.csv", {});
        QCOMPARE(codeOf(wrong), std::string("source-changed"));
        const auto right =
            workspace::relocateDataset(f.ws(), f.as("officer"), dataset.id, f.dir / "moved.csv", {});
        QVERIFY2(right.ok(), wordsOf(right).c_str());
        QVERIFY(workspace::showDataset(f.ws(), "visits")->source == workspace::SourceState::Present);
        QVERIFY(workspace::checkSource(f.ws(), dataset.id, {}).ok());
    }

    void rowsAreReadInPages() {
        WorkspaceFixture f;
        workspace::RegisterOptions options;
        options.path = f.dir.write("t.csv", "n,x\n0,a\n1,\n2,\"\"\n3,d\n");
        const auto dataset = workspace::registerDataset(f.ws(), f.as("officer"), options, {}).value();
        const auto page = workspace::readRows(f.ws(), dataset.id, 1, 2, {});
        QVERIFY2(page.ok(), wordsOf(page).c_str());
        QCOMPARE(page->columns.size(), 2U);
        QCOMPARE(page->firstRow, 1U);
        QCOMPARE(page->rows.size(), 2U);
        QVERIFY(page->rows[0][0] == "1");
        QVERIFY(page->rows[0][1] == std::nullopt);
        QVERIFY(page->rows[1][1] == "");
        QVERIFY(!page->last);
        const auto end = workspace::readRows(f.ws(), dataset.id, 3, 10, {}).value();
        QCOMPARE(end.rows.size(), 1U);
        QVERIFY(end.last);
        QVERIFY(workspace::readRows(f.ws(), dataset.id, 100, 10, {})->rows.empty());
    }

    void aCancelledRegistrationLeavesNothing() {
        WorkspaceFixture f;
        std::stop_source source;
        source.request_stop();
        RunContext context;
        context.stop = source.get_token();
        workspace::RegisterOptions options;
        options.path = f.writeExtract("visits", 5000);
        QCOMPARE(codeOf(workspace::registerDataset(f.ws(), f.as("officer"), options, context)),
                 std::string("cancelled"));
        QCOMPARE(workspace::listDatasets(f.ws()).value().size(), 0U);
    }
};

} // namespace

MANGROVE_TEST(WorkspaceDatasetsTest)
#include "datasets_test.moc"
