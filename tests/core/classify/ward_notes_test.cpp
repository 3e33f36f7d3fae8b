// SPDX-License-Identifier: GPL-3.0-or-later
#include "ward_notes.h"

#include "base/format.h"
#include "classify/column_decision.h"
#include "classify/text_scan.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

using namespace mangrove;

namespace {

/// How one sort of planted identifiers fared.
struct WardScore {
    std::uint64_t planted = 0;
    std::uint64_t hidden = 0;                      ///< every character inside some finding
    std::uint64_t partly = 0;                      ///< some characters only
    std::map<std::string, std::uint64_t> takenFor; ///< kind of the first finding that touches it
};

struct WardResult {
    std::map<std::string, WardScore> scores; ///< by "kind" and, for names, "kind/sort"
    std::map<std::string, std::uint64_t> reported;
    std::map<std::string, std::uint64_t> nothing; ///< findings that touch nothing planted
    std::vector<std::string> examples;
};

std::string around(const std::string& text, std::uint64_t start, std::uint64_t end) {
    std::string part;
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
            ++next;
        if (at + 8 >= start && at < end + 8 && text[i] != '\n') {
            part += at == start ? "[" : "";
            part += text.substr(i, next - i);
            part += at + 1 == end ? "]" : "";
        }
        ++at;
        i = next;
    }
    return part;
}

WardResult wardResult(test::NoteSplit split, std::uint64_t seed, int notes, bool known) {
    test::WardNotes writer(split, seed);
    WardResult result;
    for (int i = 0; i < notes; ++i) {
        const test::WardNotes::Note note = writer.next();
        const classify::KnownValues values(note.known);
        const auto found = classify::scanText(note.text, {.known = known ? &values : nullptr});
        for (const auto& [planted, sort] : note.entities) {
            WardScore& score =
                result.scores[sort.empty() ? planted.type : planted.type + "/" + std::string(sort)];
            ++score.planted;
            std::uint64_t covered = 0;
            std::string first;
            for (const auto& entity : found) {
                const std::uint64_t from = std::max(entity.start, planted.start);
                const std::uint64_t to = std::min(entity.end, planted.end);
                if (from < to) {
                    covered += to - from;
                    first = first.empty() ? entity.type : first;
                }
            }
            const bool hidden = covered >= planted.end - planted.start;
            score.hidden += hidden ? 1U : 0U;
            score.partly += !hidden && covered > 0 ? 1U : 0U;
            ++score.takenFor[hidden ? first : covered > 0 ? first + " (part)" : "missed"];
            if (!hidden)
                result.examples.push_back("missed " + planted.type + ": "
                                          + around(note.text, planted.start, planted.end));
        }
        for (const auto& entity : found) {
            ++result.reported[entity.type];
            const bool touches =
                std::any_of(note.entities.begin(), note.entities.end(), [&](const auto& one) {
                    return entity.start < one.planted.end && one.planted.start < entity.end;
                });
            if (!touches) {
                ++result.nothing[entity.type];
                result.examples.push_back("nothing there: " + entity.type + " " + entity.rule + ": "
                                          + around(note.text, entity.start, entity.end));
            }
        }
    }
    return result;
}

double wardShare(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void printWardResult(const char* title, const WardResult& result) {
    qInfo("%s", title);
    qInfo("%s", "planted                        number  hidden  (95 % at least)  taken for");
    for (const auto& [name, score] : result.scores) {
        std::string taken;
        for (const auto& [kind, count] : score.takenFor)
            taken += format("{}{} {}", taken.empty() ? "" : ", ", kind, count);
        qInfo("%s", format("{:<29} {:7} {:7.4f} {:12.4f}      {}", name, score.planted,
                           wardShare(score.hidden, score.planted),
                           classify::wilsonLower(score.hidden, score.planted, 1.96), taken)
                        .c_str());
    }
    qInfo("%s", "reported                       number  precision (touches something planted)");
    for (const auto& [kind, count] : result.reported) {
        const auto wrong = result.nothing.find(kind);
        const std::uint64_t bad = wrong == result.nothing.end() ? 0 : wrong->second;
        qInfo("%s", format("{:<29} {:7} {:7.4f}", kind, count, wardShare(count - bad, count)).c_str());
    }
    std::map<std::string, int>
        printed; // set MANGROVE_WARD_EXAMPLES to see what to improve (development only)
    if (qEnvironmentVariableIsSet("MANGROVE_WARD_EXAMPLES"))
        for (const std::string& example : result.examples)
            if (++printed[example.substr(0, example.find(':'))] <= 400)
                qInfo("%s", example.c_str());
}

constexpr int kWardNotes = 3'000;

/// The floors are what was measured, less a margin: a change that loses more is noticed.
void atLeast(const WardResult& result, const char* name, double floor) {
    const auto found = result.scores.find(name);
    QVERIFY2(found != result.scores.end() && found->second.planted > 100, name);
    QVERIFY2(wardShare(found->second.hidden, found->second.planted) >= floor, name);
}

void precisionAtLeast(const WardResult& result, double floor) {
    std::uint64_t reported = 0;
    std::uint64_t nothing = 0;
    for (const auto& [kind, count] : result.reported)
        reported += count;
    for (const auto& [kind, count] : result.nothing)
        nothing += count;
    QVERIFY(wardShare(reported - nothing, reported) >= floor);
}

} // namespace

/// Recall and precision of scanText() on notes with other sentences: development ones, on which the detector
/// was improved, and held-out ones, whose totals alone were looked at. Not blind: see MEASURED.md.
class WardNotesTest final : public QObject {
    Q_OBJECT
private slots:
    void sentencesAndWordsAreApart();
    void development();
    void heldOut();
    void heldOutBesideThePatientsRow();
};

void WardNotesTest::sentencesAndWordsAreApart() {
    test::WardNotes development(test::NoteSplit::Development, 1);
    test::WardNotes heldOut(test::NoteSplit::HeldOut, 1);
    std::set<std::string> styles;
    for (int i = 0; i < 500; ++i) {
        styles.insert(development.next().style);
        const auto note = heldOut.next();
        for (const auto& entity : note.entities)
            QVERIFY(entity.planted.start < entity.planted.end);
    }
    QVERIFY2(development.ok(), development.problem().c_str());
    QVERIFY2(heldOut.ok(), heldOut.problem().c_str());
    QCOMPARE(styles.size(), std::size_t{7});
}

void WardNotesTest::development() {
    const WardResult result = wardResult(test::NoteSplit::Development, 20260301, kWardNotes, false);
    printWardResult("development notes", result);
    atLeast(result, "person-name/common", 0.95);
    atLeast(result, "person-name/compound", 0.98);
    atLeast(result, "professional-name/common", 0.91);
    atLeast(result, "employer", 0.98);
    precisionAtLeast(result, 0.99);
}

void WardNotesTest::heldOut() {
    const WardResult result = wardResult(test::NoteSplit::HeldOut, 77, kWardNotes, false);
    printWardResult("held-out notes", result);
    for (const char* const sure : {"address", "bank-card", "birth-date", "cn-landline", "cn-mobile",
                                   "cn-resident-id", "email", "event-date", "phone", "wechat-id"})
        atLeast(result, sure, 0.99);
    atLeast(result, "person-name/common", 0.78);
    atLeast(result, "person-name/compound", 0.83);
    atLeast(result, "person-name/rare", 0.64);
    atLeast(result, "person-name/Latin", 0.98);
    atLeast(result, "professional-name/common", 0.68);
    precisionAtLeast(result, 0.98);
}

void WardNotesTest::heldOutBesideThePatientsRow() {
    const WardResult result = wardResult(test::NoteSplit::HeldOut, 77, kWardNotes, true);
    printWardResult("held-out notes beside the patient's row", result);
    for (const char* const name : {"person-name/common", "person-name/rare", "person-name/compound",
                                   "person-name/minority", "person-name/Latin", "medical-record-no"})
        atLeast(result, name, 0.99);
}

MANGROVE_TEST(WardNotesTest)
#include "ward_notes_test.moc"
