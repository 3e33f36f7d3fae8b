// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/text.h"
#include "classify/identifier_check.h"
#include "classify/text_scan.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;

namespace {

/// A line of tests/data/classification/public-detector.tsv (its head explains the columns).
struct DetectorRow {
    std::string kind;
    bool isText = false;
    std::string text;
    std::string theirs;
    std::string ours;
    std::string why;
};

std::vector<DetectorRow> detectorRows() {
    std::vector<DetectorRow> rows;
    const std::string bytes = test::readAll(test::testData() / "classification/public-detector.tsv");
    for (const std::string_view line : split(bytes, '\n')) {
        if (line.empty() || line.starts_with("#"))
            continue;
        const auto fields = split(line, '\t');
        DetectorRow row{std::string(fields[0]),
                        fields[1] == "T",
                        std::string(fields[2]),
                        std::string(fields[3]),
                        fields.size() > 4 ? std::string(fields[4]) : "=",
                        fields.size() > 5 ? std::string(fields[5]) : ""};
        if (row.ours == "=")
            row.ours = row.theirs;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string spansOf(const DetectorRow& row) {
    std::string spans;
    for (const auto& entity : classify::scanText(row.text, {.minimumScore = 0.1}))
        if (entity.type == row.kind)
            spans += format("{}{}-{}", spans.empty() ? "" : ",", entity.start, entity.end);
    return spans.empty() ? "-" : spans;
}

} // namespace

/// Agreement with the test tables of the best-known open-source detector, and the reasons where we differ.
class PublicDetectorTest final : public QObject {
    Q_OBJECT
private slots:
    void everyRowOfTheTable();
    void differencesHaveReasons();
};

void PublicDetectorTest::everyRowOfTheTable() {
    const auto rows = detectorRows();
    QVERIFY(rows.size() > 600);
    int wrong = 0;
    for (const DetectorRow& row : rows) {
        std::string found;
        if (row.isText) {
            found = spansOf(row);
        } else {
            const auto verdict = classify::checkIdentifier(row.kind, row.text);
            QVERIFY2(verdict.ok(), row.kind.c_str());
            found = verdict->valid ? "valid" : "invalid";
        }
        if (found != row.ours) {
            ++wrong;
            qWarning("%s '%s': %s, expected %s", row.kind.c_str(), row.text.c_str(), found.c_str(),
                     row.ours.c_str());
        }
    }
    QCOMPARE(wrong, 0);
}

void PublicDetectorTest::differencesHaveReasons() {
    std::size_t differing = 0;
    const auto rows = detectorRows();
    for (const DetectorRow& row : rows) {
        if (row.ours == row.theirs)
            continue;
        ++differing;
        QVERIFY2(row.why.size() > 20, row.text.c_str());
    }
    qInfo("%zu rows, %zu of them judged differently, each with its reason", rows.size(), differing);
    QVERIFY(differing * 20 <= rows.size());
}

MANGROVE_TEST(PublicDetectorTest)
#include "public_detector_test.moc"
