// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/written_rows.h"

#include "base/file.h"
#include "deid/apply.h"
#include "deid/collector.h"
#include "deid/errors.h"
#include "deid/release_writer.h"
#include "deid/solution.h"
#include "io/csv_writer.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <memory>

using namespace mangrove;

namespace {

/// A release whose parts are at hand: three classes, one of them with a missing cell, one with a quote and a
/// comma, and two suppressed records.
struct SmallRelease {
    test::TempDir folder;
    deid::Recipe recipe;
    deid::Plan plan;
    std::optional<deid::Collector> collector;
    std::unique_ptr<deid::Problem> problem;
    deid::Solution solution;
    std::optional<deid::RowTransformer> rows;
    std::string body; ///< of the output, without its header
    std::uint64_t written = 0;

    Status make(const std::string& suppressed) {
        std::string text = "note,town,sex\n";
        const auto add = [&](int times, const std::string& row) {
            for (int i = 0; i < times; ++i)
                text += std::to_string(text.size()) + "," + row + "\n";
        };
        add(3, "Wenchang,F");
        add(4, ",M");
        add(3, "\"a \"\"b\"\", c\",F");
        add(1, "Haikou,M");
        add(1, "Sanya,F");
        MANGROVE_TRY(writeFile(folder / "in.csv", text));
        MANGROVE_ASSIGN(recipe, deid::parseRecipe(
                                    R"({"recipe":1,"attributes":[{"column":"note","role":"insensitive"},
            {"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
            {"column":"town","role":"quasi","hierarchy":"builtin:keep-or-suppress","level":0}],
            "models":[{"type":"k-anonymity","k":3}],"suppressionLimit":0.5,"suppressedRecords":")"
                                    + suppressed + "\"}"));
        io::ReadOptions read;
        read.delimiter = ',';
        MANGROVE_ASSIGN(const auto first, io::RecordReader::open(folder / "in.csv", read, {}));
        const deid::Keys keys = deid::standInKeys();
        MANGROVE_ASSIGN(plan, deid::Plan::make(recipe, first->columnNames(), &keys, folder.path()));
        collector.emplace(plan);
        MANGROVE_TRY(collector->read(*first, 1, {}));
        MANGROVE_ASSIGN(problem, deid::Problem::make(recipe, plan, *collector, true));
        MANGROVE_ASSIGN(solution, deid::solve(*problem, deid::searchOptionsOf(recipe, 1), {}));
        MANGROVE_ASSIGN(const auto second, io::RecordReader::open(folder / "in.csv", read, {}));
        MANGROVE_ASSIGN(io::CsvWriter writer,
                        io::CsvWriter::create(folder / "out.csv", plan.outputNames(), {}));
        const deid::ReleaseParts parts{recipe, plan, *collector, *problem, solution};
        MANGROVE_ASSIGN(deid::RowTransformer made,
                        deid::writeRelease(*second, writer, parts, 2, "in.csv", {}));
        rows.emplace(std::move(made));
        written = writer.rowsWritten();
        MANGROVE_TRY(writer.commit());
        MANGROVE_ASSIGN(body, readFile(folder / "out.csv"));
        body.erase(0, body.find('\n') + 1);
        return {};
    }
};

} // namespace

class WrittenRowsTest : public QObject {
    Q_OBJECT

private slots:
    /// What is read back agrees with what was counted, until a byte is another.
    void differsWhereTheBytesDo_data() {
        QTest::addColumn<QString>("suppressed");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("error"); ///< "" = agrees
        for (const char* suppressed : {"remove", "blank"}) {
            const auto row = [&](const char* name, const char* from, const char* to, const char* error) {
                QTest::addRow("%s, %s", name, suppressed) << suppressed << from << to << error;
            };
            row("as it was written", "", "", "");
            row("other value", "Wenchang,F", "Wenchang,M", "a class is missing|classes of other sizes");
            row("value of nobody", ",,M", ",Qionghai,M", "classes of other sizes");
            row("missing cell filled in all", "ALL ,,M", ",Qionghai,M", "a class is missing");
            row("needless quotes", "Wenchang,F", "\"Wenchang\",F", "");
            row("quotes lost", "\"a \"\"b\"\", c\"", "a b, c", "a record of 4 cells");
            row("quote never closed", "\"a \"\"b\"\", c\",F\n", "\"a \"\"b\"\", c,F\n",
                "a quote out of place|a record");
            row("quote in the middle", "Wenchang", "Wen\"chang", "a quote out of place");
            row("comma gone", "Wenchang,F", "WenchangF", "a record of 2 cells");
            row("line end gone", "M\n", "M", "a record of 5 cells");
        }
        QTest::newRow("row twice") << "remove"
                                   << "ROW"
                                   << ""
                                   << "11 rows instead of 10";
        QTest::newRow("suppressed value shown") << "blank"
                                                << ",*,*"
                                                << ",Sanya,F"
                                                << "classes of other sizes";
    }
    void differsWhereTheBytesDo() {
        QFETCH(QString, suppressed);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, error);
        SmallRelease release;
        const Status made = release.make(suppressed.toStdString());
        QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
        QCOMPARE(release.written, suppressed == "remove" ? std::uint64_t{10} : std::uint64_t{12});
        std::string body = release.body;
        std::string sought = from.toStdString();
        const bool all = sought.starts_with("ALL ");
        if (all)
            sought.erase(0, 4);
        if (sought == "ROW") {
            body += body.substr(0, body.find('\n') + 1);
        } else if (!sought.empty()) {
            std::size_t at = body.find(sought);
            QVERIFY(at != std::string::npos);
            do {
                body.replace(at, sought.size(), to.toStdString());
                at = body.find(sought, at + static_cast<std::size_t>(to.size()));
            } while (all && at != std::string::npos);
        }
        // In two pieces and two readers, as two threads would.
        deid::WrittenRows first(release.plan);
        deid::WrittenRows second(release.plan);
        const std::size_t half = body.find('\n', body.find('\n') + 1) + 1;
        Status status = first.read(std::string_view(body).substr(0, half));
        if (status.ok())
            status = second.read(std::string_view(body).substr(half));
        first.merge(second);
        if (status.ok())
            status = first.compare(*release.rows, release.written);
        QCOMPARE(status.ok(), error.isEmpty());
        if (error.isEmpty())
            return;
        QVERIFY(status.error().is(errors::kOutputDiffers));
        const QString message = QString::fromStdString(status.error().message());
        const QStringList words = error.split('|');
        QVERIFY2(std::any_of(words.begin(), words.end(),
                             [&](const QString& word) { return message.contains(word); }),
                 qPrintable(message));
    }
};

MANGROVE_TEST(WrittenRowsTest)
#include "written_rows_test.moc"
