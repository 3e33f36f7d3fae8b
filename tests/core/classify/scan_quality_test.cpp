// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/column_decision.h"
#include "classify/division_gazetteer.h"
#include "classify/text_scan.h"
#include "core/classify/note_generator.h"
#include "support/test_registry.h"

#include <QtTest>
#include <map>

using namespace mangrove;

namespace {

struct KindScore {
    std::uint64_t planted = 0;
    std::uint64_t exact = 0;   ///< found with its kind and its span
    std::uint64_t covered = 0; ///< every character hidden, whatever it was taken for
    std::uint64_t reported = 0;
    std::uint64_t right = 0; ///< reported of this kind and touching a planted one of it
};
using Scores = std::map<std::string, KindScore>;

bool touches(const classify::TextEntity& entity, const test::PlantedEntity& planted) {
    return entity.start < planted.end && planted.start < entity.end;
}

/// Is every code point of `planted` inside some entity?
bool covers(const std::vector<classify::TextEntity>& entities, const test::PlantedEntity& planted) {
    std::uint64_t at = planted.start;
    for (const auto& entity : entities)
        if (entity.start <= at && entity.end > at)
            at = entity.end;
    return at >= planted.end;
}

Scores measure(bool known) {
    constexpr int kNotes = 4000;
    SeededRandom random(4711);
    Scores scores;
    for (int i = 0; i < kNotes; ++i) {
        const test::LabelledNote note = test::writeLabelledNote(random);
        const classify::KnownValues values(note.known);
        const auto found = classify::scanText(note.text, {.known = known ? &values : nullptr});
        for (const auto& planted : note.entities) {
            KindScore& score = scores[planted.type];
            ++score.planted;
            score.covered += covers(found, planted) ? 1U : 0U;
            score.exact += std::any_of(found.begin(), found.end(),
                                       [&](const auto& entity) {
                                           return entity.type == planted.type && entity.start == planted.start
                                                  && entity.end == planted.end;
                                       })
                               ? 1U
                               : 0U;
        }
        for (const auto& entity : found) {
            KindScore& score = scores[entity.type];
            ++score.reported;
            score.right += std::any_of(note.entities.begin(), note.entities.end(),
                                       [&](const auto& planted) {
                                           return planted.type == entity.type && touches(entity, planted);
                                       })
                               ? 1U
                               : 0U;
        }
    }
    return scores;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Scores& scores) {
    qInfo("%s",
          "kind                planted  exact   hidden  (95 % at least)  reported  precision (at least)");
    for (const auto& [type, s] : scores)
        qInfo("%s", format("{:<19} {:7} {:7.4f} {:7.4f} {:12.4f} {:14} {:9.4f} {:9.4f}", type, s.planted,
                           share(s.exact, s.planted), share(s.covered, s.planted),
                           classify::wilsonLower(s.covered, s.planted, 1.96), s.reported,
                           share(s.right, s.reported), classify::wilsonLower(s.right, s.reported, 1.96))
                        .c_str());
}

} // namespace

/// Recall and precision on notes whose writer shares no list with the detector. The floors are what was
/// measured, less a margin: a change that loses more is noticed.
class ScanQualityTest final : public QObject {
    Q_OBJECT
private slots:
    void recallAndPrecision();
    void knownValuesLeaveNothing();
    void fragmentsOfKnownValues();
    void sections();
    void tags();
    void divisionsByEdition();
};

void ScanQualityTest::recallAndPrecision() {
    const Scores scores = measure(false);
    print(scores);
    for (const char* const sure : {"cn-resident-id", "cn-mobile", "email", "bank-card", "cn-plate"}) {
        const KindScore& score = scores.at(sure);
        QVERIFY2(classify::wilsonLower(score.exact, score.planted, 1.96) >= 0.98, sure);
        QVERIFY2(share(score.right, score.reported) >= 0.99, sure);
    }
    for (const char* const likely :
         {"person-name", "professional-name", "address", "event-date", "birth-date", "medical-record-no"}) {
        const KindScore& score = scores.at(likely);
        QVERIFY2(classify::wilsonLower(score.covered, score.planted, 1.96) >= 0.93, likely);
        QVERIFY2(classify::wilsonLower(score.right, score.reported, 1.96) >= 0.95, likely);
    }
}

void ScanQualityTest::knownValuesLeaveNothing() {
    const Scores scores = measure(true);
    print(scores);
    for (const char* const known : {"person-name", "cn-resident-id", "address", "medical-record-no"}) {
        const KindScore& score = scores.at(known);
        QVERIFY2(classify::wilsonLower(score.covered, score.planted, 1.96) >= 0.98, known);
    }
}

void ScanQualityTest::fragmentsOfKnownValues() {
    const std::vector<classify::KnownValue> row{{"person-name", "苑建国"},
                                                {"cn-mobile", "13812345678"},
                                                {"address", "海南省海口市美兰区青年路12号3栋501室"},
                                                {"birth-date", "1951-03-05"},
                                                {"medical-record-no", "ZY0012345"}};
    const classify::KnownValues known(row);
    const std::pair<const char*, const char*> examples[] = {{"建国入院后好转", "建国"},
                                                            {"苑某诉头痛", "苑某"},
                                                            {"电话尾号5678", "5678"},
                                                            {"拨打138 1234 5678", "138 1234 5678"},
                                                            {"住青年路12号3栋501室", "青年路12号3栋501室"},
                                                            {"1951年3月5日", "1951年3月5日"},
                                                            {"编码 zy0012345 作废", "zy0012345"}};
    for (const auto& [text, hidden] : examples) {
        const auto found = classify::scanText(text, {.known = &known});
        QVERIFY2(std::any_of(found.begin(), found.end(),
                             [&](const auto& entity) { return entity.text == hidden; }),
                 text);
    }
    // the twin: others' values stay
    QVERIFY(classify::scanText("志强入院后好转，剂量5678单位", {.known = &known}).empty());
}

void ScanQualityTest::sections() {
    const auto found = classify::scanText("主诉：头痛。现病史：患者王建国，男。\n医师签名：陈海明");
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].section, std::string("present-illness"));
    QCOMPARE(found[1].section, std::string("signature"));
    QCOMPARE(classify::scanText("患者王建国，男")[0].section, std::string());
}

void ScanQualityTest::tags() {
    const std::string text = "患者王建国，电话13812345678；王建国出院，患者李秀英在院";
    const classify::KnownValue name{"person-name", "王建国"};
    const classify::KnownValues known(std::span(&name, 1));
    const auto found = classify::scanText(text, {.known = &known});
    QCOMPARE(
        classify::taggedText(text, found),
        std::string("患者[person-name 1]，电话[cn-mobile 1]；[person-name 1]出院，患者[person-name 2]在院"));
    QCOMPARE(classify::unresolvedNames("今日王建国，好转", {}), std::uint64_t{0});
    QCOMPARE(classify::unresolvedNames("今日好转，王建国，无不适", {}), std::uint64_t{1});
}

void ScanQualityTest::divisionsByEdition() {
    using classify::DivisionEdition;
    QVERIFY(classify::divisions().size() > 3300);
    QCOMPARE(classify::resolveDivision("469025").province, std::string_view("海南省"));
    QCOMPARE(classify::resolveDivision("469025").place, std::string_view());
    QCOMPARE(classify::resolveDivision("469025", DivisionEdition::Year2002).place,
             std::string_view("定安县"));
    QCOMPARE(classify::resolveDivision("469025", DivisionEdition::Year2023).place,
             std::string_view("白沙黎族自治县"));
    QCOMPARE(classify::resolveDivision("470000").province, std::string_view());
    QVERIFY(classify::findDivision("460105") != nullptr && classify::findDivision("460199") == nullptr);
}

MANGROVE_TEST(ScanQualityTest)
#include "scan_quality_test.moc"
