// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/adult_data.h"
#include "core/deid/slow_lattice.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/explanation.h"
#include "deid/search.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

#include <numeric>
#include <tuple>

using namespace mangrove;

namespace {

using Node = std::tuple<double, std::uint64_t, unsigned, std::vector<unsigned>>;

std::vector<std::string> codesOf(const deid::Explanation& explanation) {
    std::vector<std::string> codes;
    for (const deid::CodedNote& caution : explanation.cautions)
        codes.push_back(caution.code);
    return codes;
}

bool holds(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The cautions that explanations and reports share.
std::vector<std::string> plainCautions(const std::vector<deid::CodedNote>& notes) {
    std::vector<std::string> texts;
    for (const deid::CodedNote& note : notes) {
        if (note.code == "column-says-nothing" || note.code == "nothing-left"
            || note.code == "most-suppressed")
            texts.push_back(note.text);
    }
    return texts;
}

/// So many of them the file deserves, whose first columns are the quasi-identifiers: one for each that is all
/// stars and one more when all are.
std::size_t silentSlowly(const std::filesystem::path& file, std::size_t quasi) {
    const auto rows = test::readPlainCsv(file);
    std::size_t silent = 0;
    for (std::size_t c = 0; c < quasi; ++c)
        silent +=
            std::all_of(rows.begin() + 1, rows.end(), [&](const auto& row) { return row[c] == "*"; }) ? 1 : 0;
    return silent + (silent == quasi ? 1 : 0);
}

} // namespace

/// Why a result is what it is.
class ExplanationTest final : public QObject {
    Q_OBJECT
private slots:
    /// The chosen node, its neighbours and the next best beside all nodes computed by slow code.
    void agreesWithAllNodes_data() {
        QTest::addColumn<QString>("limit");
        QTest::newRow("none suppressed") << "0";
        QTest::newRow("a tenth") << "0.1";
        QTest::newRow("any number") << "1";
    }
    void agreesWithAllNodes() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        QFETCH(QString, limit);
        const test::AdultData data = test::readAdult(100);
        const test::SlowLattice slow(data);
        std::string csv;
        for (std::size_t c = 0; c < data.columns.size(); ++c)
            csv += (c > 0 ? "," : "") + data.columns[c];
        for (const auto& row : data.rows) {
            csv += "\n";
            for (std::size_t c = 0; c < row.size(); ++c)
                csv += (c > 0 ? "," : "") + row[c];
        }
        const test::TempDir dir;
        const auto file = dir.write("adult.csv", csv + "\n");
        const auto recipe = deid::parseRecipe(test::adultRecipe(5, limit.toStdString()));
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        options.hierarchyFolder = test::adultFolder();
        options.explain = true;
        const auto report = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        const deid::Explanation& explanation = report->explanation.value();

        const auto budget =
            static_cast<std::uint64_t>(limit.toDouble() * static_cast<double>(slow.records()));
        std::vector<Node> valid;
        for (const auto& levels : slow.nodes()) {
            const auto answer = slow.measure(levels, {{}}).front();
            if (answer.suppressed <= budget)
                valid.emplace_back(answer.loss, answer.suppressed,
                                   std::accumulate(levels.begin(), levels.end(), 0U), levels);
        }
        std::sort(valid.begin(), valid.end());
        QVERIFY(valid.size() > 1);
        const auto isNode = [&](const deid::CandidateNode& candidate, const std::vector<unsigned>& levels) {
            const auto answer = slow.measure(levels, {{}}).front();
            return std::equal(levels.begin(), levels.end(), candidate.levels.begin())
                   && candidate.suppressed == answer.suppressed
                   && candidate.valid == (answer.suppressed <= budget)
                   && std::abs(candidate.loss - answer.loss) <= 1e-9 && candidate.demands.size() == 1
                   && candidate.demands[0].suppressed == answer.suppressed;
        };
        QVERIFY(isNode(explanation.chosen, std::get<3>(valid[0])));
        QVERIFY(explanation.nextBestProven);
        QVERIFY(isNode(explanation.nextBest.value(), std::get<3>(valid[1])));
        QCOMPARE(explanation.attributes.size(), data.columns.size());
        for (std::size_t a = 0; a < data.columns.size(); ++a) {
            const deid::LevelReason& reason = explanation.attributes[a];
            auto levels = std::get<3>(valid[0]);
            QCOMPARE(reason.level, levels[a]);
            QCOMPARE(reason.finer.has_value(), levels[a] > 0);
            if (reason.finer) {
                --levels[a];
                QVERIFY(isNode(*reason.finer, levels));
                ++levels[a];
                QCOMPARE(reason.why == deid::LevelReason::Why::CostsMore, reason.finer->valid);
            }
            QCOMPARE(reason.coarser.has_value(), reason.level < report->maxLevels[a]);
            if (reason.coarser) {
                ++levels[a];
                QVERIFY(isNode(*reason.coarser, levels));
            }
        }
        std::uint64_t suppressed = 0;
        for (const auto& [size, classes] : explanation.suppressedSizes) {
            QVERIFY(size > 0 && size < 5);
            suppressed += size * classes;
        }
        QCOMPARE(suppressed, report->suppressed);

        options.threads = 3;
        const auto three = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY(three.ok() && three->explanation->nextBest == explanation.nextBest);
        options.explain = false;
        QVERIFY(!deid::searchRecipe(file, {}, *recipe, options, {})->explanation.has_value());
    }

    void callsOutWhatSaysNothing_data() {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QStringList>("codes");
        const QByteArray k(R"({"type":"k-anonymity","k":4})");
        QTest::newRow("twin: nothing to say") << k << QByteArray() << QStringList();
        QTest::newRow("generalising is free") << k << QByteArray(R"(,"measure":{"type":"loss","gsFactor":1})")
                                              << QStringList{"generalisation-free"};
        QTest::newRow("suppressing is free")
            << k << QByteArray(R"(,"suppressionLimit":0.5,"measure":{"type":"loss","gsFactor":0})")
            << QStringList{"suppression-free"};
        QTest::newRow("met already") << QByteArray(
            R"({"type":"k-anonymity","k":4},{"type":"k-anonymity","k":2})")
                                     << QByteArray() << QStringList{"model-without-effect"};
        QTest::newRow("nothing left") << QByteArray(R"({"type":"k-anonymity","k":24})") << QByteArray()
                                      << QStringList{"column-says-nothing", "nothing-left"};
        QTest::newRow("one sensitive value")
            << k + R"(,{"type":"t-closeness","variant":"equal","t":0.2,"column":"illness"})" << QByteArray()
            << QStringList{"sensitive-constant", "model-without-effect"};
    }
    void callsOutWhatSaysNothing() {
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, more);
        QFETCH(QStringList, codes);
        // 24 people: every combination of two columns twice, four times once one of them is left out
        std::string csv = "ward,sex,illness\n";
        for (int i = 0; i < 24; ++i)
            csv += "W" + std::to_string(i / 2 % 6) + (i / 12 == 0 ? ",F," : ",M,") + "flu\n";
        const test::TempDir dir;
        const auto file = dir.write("in.csv", csv);
        dir.write("ward.csv", "W0;A;*\nW1;A;*\nW2;B;*\nW3;B;*\nW4;C;*\nW5;C;*\n");
        const bool sensitive = models.contains("illness");
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"ward","role":"quasi","hierarchy":"ward.csv"},
               {"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},{"column":"illness","role":")"
            + std::string(sensitive ? "sensitive" : "insensitive") + R"("}],"models":[)"
            + models.toStdString() + "]" + more.toStdString() + "}");
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        deid::SearchOptions options;
        options.hierarchyFolder = dir.path();
        options.explain = true;
        const auto report = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        const auto said = codesOf(*report->explanation);
        for (const QString& code : codes)
            QVERIFY2(holds(said, code.toStdString()), qPrintable(code));
        if (codes.isEmpty())
            QVERIFY2(said.empty(), said.empty() ? "" : said.front().c_str());
        QVERIFY(deid::toJson(*report).find("\"explanation\":{\"chosen\":") != std::string::npos);
        // The report of the release says of its rows what the explanation says of the search.
        deid::ApplyOptions applying;
        applying.hierarchyFolder = dir.path();
        const auto made =
            deid::applyRecipe(file, {}, *recipe, deid::standInKeys(), dir / "out.csv", applying, {});
        QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
        QCOMPARE(plainCautions(made->notes), plainCautions(report->explanation->cautions));
        QCOMPARE(plainCautions(made->notes).size(), silentSlowly(dir / "out.csv", 2));
    }

    void reportsSayWhatTheyDid() {
        const test::TempDir dir;
        const auto file = dir.write("in.csv", "pid,sex,age,memo\nA,F,30,x\nB,F,31,x\nC,F,old,x\nD,M,90,x\n");
        const auto make = [&](const std::string& role, const std::string& limit) {
            const auto recipe = deid::parseRecipe(
                R"({"recipe":1,"attributes":[{"column":"pid","role":")" + role
                + R"("},{"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
                {"column":"age","role":"insensitive","hierarchy":"builtin:age-5y","level":1,"unmatched":"suppress"}],
                "models":[{"type":"k-anonymity","k":3}],"suppressionLimit":)"
                + limit + "}");
            deid::ApplyOptions options;
            options.ifExists = OutputFile::IfExists::Replace;
            return deid::applyRecipe(file, {}, *recipe, deid::standInKeys(), dir / "out.csv", options, {});
        };
        const auto codes = [](const deid::ApplyReport& report) {
            QStringList list;
            for (const deid::CodedNote& note : report.notes)
                list << QString::fromStdString(note.code);
            return list;
        };
        const auto one = make("direct", "0.3");
        QVERIFY2(one.ok(), one.ok() ? "" : one.error().message().c_str());
        QCOMPARE(codes(*one), (QStringList{"cells-unmatched", "columns-unlisted", "one-class"}));
        QCOMPARE(one->notes[0].args, (std::vector<std::string>{"age", "1", "4"}));
        QCOMPARE(one->notes[1].args, std::vector<std::string>{"memo"});
        // everybody keeps a label where nobody may be left out, and it is `*`
        const auto all = make("direct", "0");
        QVERIFY(all.ok());
        QCOMPARE(codes(*all),
                 (QStringList{"cells-unmatched", "columns-unlisted", "column-says-nothing", "nothing-left"}));
        // Reports of older versions had the sentences alone.
        std::string json = deid::toJson(*one);
        const auto again = deid::applyReportFromJson(json);
        QVERIFY(again.ok() && again->notes == one->notes);
        json.replace(json.find("\"notes\":["), std::string::npos, R"("notes":["Something was removed."]})");
        const auto old = deid::applyReportFromJson(json);
        QVERIFY(old.ok());
        QCOMPARE(old->notes, (std::vector<deid::CodedNote>{{"", {}, "Something was removed."}}));
        QVERIFY(deid::infoOf(old->notes[0]) == nullptr);
    }
};

MANGROVE_TEST(ExplanationTest)
#include "explanation_test.moc"
