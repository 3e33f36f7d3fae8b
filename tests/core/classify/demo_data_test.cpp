// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/classifier.h"
#include "demo/generator.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace mangrove;

/// The demo generator's manifest is the judge of the classification of its three extracts.
class DemoDataTest final : public QObject {
    Q_OBJECT
private slots:
    void everyColumnAsTheManifestSays();
};

void DemoDataTest::everyColumnAsTheManifestSays() {
    const test::TempDir dir;
    demo::DemoOptions options;
    options.visits = 1000;
    const auto files = demo::generateDemoData(dir.path(), options, {});
    QVERIFY(files.ok());
    const auto manifest = nlohmann::json::parse(test::readAll(files->manifest));
    std::map<std::pair<std::string, std::string>, int> confusion; // by planted class and found class
    std::set<std::string> classes;
    int missed = 0;
    int accused = 0;
    int columns = 0;
    for (const auto& planted : manifest["tables"]) {
        auto reader = io::RecordReader::open(dir / planted["file"].get<std::string>());
        QVERIFY(reader.ok());
        const auto table = table::Table::read(**reader, {});
        QVERIFY(table.ok());
        const auto result = classify::classifyTable(*table, {}, {});
        QVERIFY(result.ok());
        QCOMPARE(result->columns.size(), planted["columns"].size());
        for (std::size_t i = 0; i < result->columns.size(); ++i) {
            const auto& truth = planted["columns"][i];
            const auto& found = result->columns[i];
            const auto kind =
                truth["identifier"].is_null() ? std::string() : truth["identifier"].get<std::string>();
            const auto cls = truth["class"].get<std::string>();
            const std::string foundClass(classify::toText(found.cls));
            ++columns;
            ++confusion[{cls, foundClass}];
            classes.insert({cls, foundClass});
            const bool identifies = cls == "direct" || cls == "professional" || cls == "quasi";
            const bool foundIdentifies =
                foundClass == "direct" || foundClass == "professional" || foundClass == "quasi";
            missed += identifies && found.identifier.value_or("") != kind ? 1 : 0;
            accused += !identifies && cls != "sensitive" && foundIdentifies ? 1 : 0;
            if (found.identifier.value_or("") != kind || foundClass != cls)
                qInfo("%s: planted %s (%s), found %s (%s)", found.name.c_str(), kind.c_str(), cls.c_str(),
                      found.identifier.value_or("-").c_str(), foundClass.c_str());
        }
    }
    std::string head = "planted \\ found ";
    for (const std::string& cls : classes)
        head += format("{:>13}", cls);
    qInfo("%s", head.c_str());
    for (const std::string& row : classes) {
        std::string line = format("{:<16}", row);
        for (const std::string& column : classes)
            line += format("{:>13}", confusion[{row, column}]);
        qInfo("%s", line.c_str());
    }
    QVERIFY(columns > 40);
    QCOMPARE(missed, 0);
    QCOMPARE(accused, 0);
}

MANGROVE_TEST(DemoDataTest)
#include "demo_data_test.moc"
