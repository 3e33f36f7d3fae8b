// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/dataset_relations.h"
#include "workspace/errors.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

/// The bills of every second visit of writeExtract(), two each, by a separator and a header that nobody would
/// guess: "结算号|就诊流水号|金额".
catalog::Dataset registerBills(WorkspaceFixture& f, int visits, bool titled = true) {
    std::string text = titled ? "住院费用\n" : "";
    text += "结算号|就诊号\n";
    for (int row = 0; row < visits; row += 2)
        for (int bill = 0; bill < 2; ++bill)
            text +=
                "S" + std::to_string(500000 + 2 * row + bill) + "|V" + std::to_string(100000 + row) + "\n";
    workspace::RegisterOptions options;
    options.path = f.dir.write("bills.csv", text);
    options.read.delimiter = '|';
    options.read.skipLines = titled ? 1 : 0;
    auto registered = workspace::registerDataset(f.ws(), f.as("officer"), options, {});
    [&] { QVERIFY2(registered.ok(), wordsOf(registered).c_str()); }();
    return registered.value();
}

Result<workspace::DatasetRelations> relate(WorkspaceFixture& f, const DatasetId& id,
                                           const RunContext& context = {}) {
    const auto source = workspace::relationSource(f.ws(), id);
    if (!source.ok())
        return source.error();
    return workspace::relateDataset(*source, context);
}

class DatasetRelationsTest : public QObject {
    Q_OBJECT
private slots:
    void columnsOfOneDatasetAreRelated() {
        WorkspaceFixture f;
        // twelve districts in four cities; the doses go with the weights
        std::string text = "编号,区,市,体重,剂量\n";
        for (int row = 0; row < 600; ++row) {
            const int district = row * 7 % 12;
            const int weight = 40 + row * 13 % 61;
            text += "A" + std::to_string(row) + ",区" + std::to_string(district) + ",市"
                    + std::to_string(district / 3) + "," + std::to_string(weight) + ","
                    + std::to_string(weight * 2 + row % 3) + "\n";
        }
        workspace::RegisterOptions options;
        options.path = f.dir.write("places.csv", text);
        const auto places = workspace::registerDataset(f.ws(), f.as("officer"), options, {}).value();
        const auto events = f.eventCount();
        const auto found = relate(f, places.id);
        QVERIFY2(found.ok(), wordsOf(found).c_str());
        QCOMPARE(found->within.rows, 600U);
        QCOMPARE(found->within.columns, places.columns);
        QCOMPARE(found->within.sourceSha256, places.sha256);
        QCOMPARE(found->within.keys, std::vector<std::uint32_t>{0});
        const auto determines = [&](std::uint32_t from, std::uint32_t to) {
            const auto& all = found->within.dependencies;
            return std::any_of(all.begin(), all.end(),
                               [&](const auto& one) { return one.from == from && one.to == to; });
        };
        QVERIFY(determines(1, 2) && !determines(2, 1));
        QCOMPARE(found->within.correlations.size(), 1U);
        QVERIFY(found->within.correlations[0].a == 3 && found->within.correlations[0].b == 4);
        QVERIFY(found->others.empty() && found->links.empty());
        QCOMPARE(f.eventCount(), events);
    }

    void linksAreSeenFromTheDataset() {
        WorkspaceFixture f;
        const auto visits = f.registerExtract("visits", 600).value();
        const auto bills = registerBills(f, 600);
        const auto found = relate(f, visits.id);
        QVERIFY2(found.ok(), wordsOf(found).c_str());
        QCOMPARE(found->others.size(), 1U);
        QCOMPARE(found->others[0].id, bills.id);
        QCOMPARE(found->others[0].columns, bills.columns);
        QVERIFY(!found->others[0].leftOut.has_value());
        QCOMPARE(found->links.size(), 1U);
        QCOMPARE(found->linksFound, 1U);
        const auto& link = found->links[0];
        QCOMPARE(found->within.columns[link.here.column], std::string("就诊流水号"));
        QCOMPARE(found->others[link.other].columns[link.there.column], std::string("就诊号"));
        QCOMPARE(link.kind(), std::string_view("1:n"));
        QCOMPARE(link.shared, 300U);
        QVERIFY(link.exact && link.here.isKey && !link.there.isKey);
        QCOMPARE(link.here.containment, 0.5);
        QCOMPARE(link.there.containment, 1.0);

        const auto back = relate(f, bills.id);
        QVERIFY2(back.ok(), wordsOf(back).c_str());
        QCOMPARE(back->links.size(), 1U);
        QCOMPARE(back->links[0].kind(), std::string_view("n:1"));
        QCOMPARE(back->links[0].here.containment, 1.0);
        QCOMPARE(back->links[0].there.containment, 0.5);
        QCOMPARE(back->links[0].there.column, link.here.column);
    }

    /// The twin: without values in common there is nothing to link.
    void strangersAreNotLinked() {
        WorkspaceFixture f;
        const auto visits = f.registerExtract("visits", 600).value();
        workspace::RegisterOptions options;
        std::string text = "编号\n";
        for (int row = 0; row < 300; ++row)
            text += "W" + std::to_string(700000 + row) + "\n";
        options.path = f.dir.write("others.csv", text);
        QVERIFY(workspace::registerDataset(f.ws(), f.as("officer"), options, {}).ok());
        const auto found = relate(f, visits.id);
        QVERIFY2(found.ok(), wordsOf(found).c_str());
        QCOMPARE(found->others.size(), 1U);
        QVERIFY(found->links.empty());
    }

    void aChangedSourceIsNotLookedAt() {
        WorkspaceFixture f;
        const auto visits = f.registerExtract("visits", 600).value();
        const auto bills = registerBills(f, 600);
        // another one's is left out, with the reason
        f.dir.write("bills.csv", "住院费用\n结算号|就诊号\nS1|V100000\n");
        const auto found = relate(f, visits.id);
        QVERIFY2(found.ok(), wordsOf(found).c_str());
        QVERIFY(found->links.empty() && found->others[0].leftOut.has_value());
        QVERIFY(found->others[0].leftOut->is(errors::kDatasetSourceChanged));
        std::filesystem::remove(bills.path);
        const auto gone = relate(f, visits.id);
        QVERIFY(gone.ok() && gone->others[0].leftOut->is(errors::kDatasetSourceMissing));
        // its own is an error, of the same number of rows too
        QCOMPARE(codeOf(relate(f, bills.id)), std::string("source-missing"));
        auto text = test::readAll(visits.path);
        text.replace(text.find("外科"), std::string_view("外科").size(), "内科");
        f.dir.write("visits.csv", text);
        QCOMPARE(codeOf(relate(f, visits.id)), std::string("source-changed"));
        QCOMPARE(codeOf(relate(f, DatasetId("DS-9999"))), codeOf(workspace::findDataset(f.ws(), "DS-9999")));
    }

    void isStopped() {
        WorkspaceFixture f;
        const auto visits = f.registerExtract("visits", 600).value();
        registerBills(f, 600);
        std::stop_source stop;
        RunContext context;
        context.stop = stop.get_token();
        QCOMPARE(codeOf(relate(f, visits.id, context)), std::string("ok"));
        stop.request_stop();
        QCOMPARE(codeOf(relate(f, visits.id, context)), std::string("cancelled"));
    }
};

} // namespace

MANGROVE_TEST(DatasetRelationsTest)
#include "dataset_relations_test.moc"
