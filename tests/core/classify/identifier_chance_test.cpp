// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "chance_strings.h"
#include "classify/identifier_check.h"
#include "classify/identifier_kind.h"
#include "classify/kind_table.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace mangrove;

namespace {

constexpr std::uint64_t kChanceStrings = 300'000;

const classify::KindEntry* entryOf(std::string_view id) {
    for (const classify::KindEntry& entry : classify::kindTable())
        if (entry.kind.id == id)
            return &entry;
    return nullptr;
}

/// Random strings of a kind's own length and alphabet (see ChanceStrings) and how many may pass. Three sorts
/// of rows: those of identifiers.md 4.5, where the share of valid strings counts; forms of a kind for
/// which 4.5 states nothing, where the share of telling strings (Strength::Strong, what a column is decided
/// by) may not exceed the chance rate of the kind's own entry, since thresholds rest on it; and marked forms,
/// whose separators or prefix are evidence and no chance, where the share stated is what such a mark leaves
/// open.
struct ChanceCase {
    const char* id;
    const char* form;
    double most = 0; ///< 0: the kind's own entry
    bool marked = false;
};

constexpr ChanceCase kChanceCases[] = {
    // the rows of 4.5
    {"cn-resident-id", "999999999999999999", 0.00003 * 2.5},
    {"cn-resident-id", "999999D999Y", 0.0325},
    {"cn-resident-id-15", "999999999999999", 0.013},
    {"imei", "999999999999999", 0.102},
    {"cn-uscc", "UUUUUUUUUUUUUUUUUU", 0.00001 * 4},
    {"cn-uscc", "999999999999999999", 0.029},
    {"cn-org-code", "999999999", 0.0925},
    {"bank-card", "9999999999999999", 0.023},
    {"bank-card", "9999999999999999999", 0.0012},
    {"bank-card", "6299999999999999999", 0.102},
    {"cn-mobile", "99999999999", 0.056},
    {"uk-nhs-number", "9999999999", 0.0925},
    {"us-npi", "9999999999", 0.0205},
    {"gtin", "99999999999999", 0.102},
    {"snomed-ct", "99999999", 0.089},
    {"tw-id", "A999999999", 0.041},
    {"cn-birth-certificate", "A999999999", 1.0},
    {"cn-postcode", "999999", 1.0},
    // every other form of every kind
    {"address", "CCCCCCCC99"},
    {"address", "999 WWWWWW WWWWWW"},
    {"age", "99"},
    {"atc-code", "N99AA99", 0.39, true},
    {"atc-code", "NNNNNNN"},
    {"atc-code", "NNN"},
    {"birth-date", "99999999"},
    {"birth-date", "9999-99-99", 0.05, true},
    {"cas-number", "9999-99-9", 0.102, true},
    {"cn-birth-certificate", "NNNNNNNNNN"},
    {"cn-device-registration", "CCCC99999999999"},
    {"cn-division", "999999"},
    {"cn-doctor-insurance-code", "\\D999999999999"},
    {"cn-doctor-licence", "999999999999999"},
    {"cn-doctor-qualification", "999999999999999D999Y"},
    {"cn-doctor-qualification", "999999999999999999999999999"},
    {"cn-drug-approval", "A99999999"},
    {"cn-drug-approval", "国药准字A99999999", 0.105, true},
    {"cn-drug-standard-code", "99999999999999"},
    {"cn-drug-standard-code", "86999999999999", 0.0108, true},
    {"cn-drug-trace-code", "99999999999999999999"},
    {"cn-foreign-permanent-id", "999999999999999999"},
    {"cn-foreign-permanent-id", "99999999999999999Y"},
    {"cn-foreign-permanent-id", "AAA999999999999"},
    {"cn-health-code", "LLLLLLLLLLLLLLLLLLLLLLLL"},
    {"cn-hk-macau-pass", "A99999999"},
    {"cn-hmt-permit", "999999999999999999"},
    {"cn-hmt-permit", "810000D999Y", 0.092, true},
    {"cn-home-return-permit", "A99999999"},
    {"cn-insurance-person-no", "999999999999"},
    {"cn-landline", "99999999999"},
    {"cn-landline", "0999-99999999", 0.565, true},
    {"cn-medical-institution-code", "A99999999999"},
    {"cn-military-id", "C字第9999999号", 0.003, true},
    {"cn-military-id", "CCC9999999C"},
    {"cn-nhsa-consumable-code", "A9999999999999999999"},
    {"cn-nhsa-consumable-code", "A99999999999999999999999999"},
    {"cn-nhsa-drug-code", "NNNNNNNNNNNNNNNNNNNNNNN"},
    {"cn-nhsa-drug-code", "A99999999999999999999999999"},
    {"cn-nhsa-tcm-code", "NNNNNNNNNNNNNNNNNNNN"},
    {"cn-nhsa-tcm-code", "A9999999999999999999"},
    {"cn-nurse-insurance-code", "\\N999999999999"},
    {"cn-org-code", "NNNNNNNN9"},
    {"cn-passport", "A99999999"},
    {"cn-pharmacist-insurance-code", "\\HA999999999999"},
    {"cn-plate", "CANNNNN"},
    {"cn-social-security-card", "A99999999"},
    {"cn-taiwan-compatriot-permit", "99999999"},
    {"cn-taiwan-pass", "A99999999"},
    {"code-system", "LLLLLLLL.LLL:LLL"},
    {"credit-card", "9999999999999"},
    {"credit-card", "999999999999999"},
    {"credit-card", "9999999999999999"},
    {"crypto-wallet", "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"},
    {"crypto-wallet", "1BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", 0.0001, true},
    {"crypto-wallet", "bc1EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE"},
    {"death-date", "99999999"},
    {"dicom-uid", "9.9.999.99999.9.9", 0.245, true},
    {"dicom-uid", "99999.99.99"},
    {"email", "PPPPPPPPPPPPPPPP"},
    {"email", "LLLLLL\\@LLLLLLLL", 0.0001, true},
    {"encounter-no", "LLLLLLLLLL"},
    {"event-date", "99999999"},
    {"event-date", "99999999999999"},
    {"genetic-variant", "PPPPPPPPPP"},
    {"genetic-variant", "LLLLLLLL"},
    {"gtin", "99999999"},
    {"gtin", "9999999999999"},
    {"hk-id", "A9999999"},
    {"hk-id", "AA9999999"},
    {"iban", "AA99999999999999999999"},
    {"iban", "NNNNNNNNNNNNNNNNNNNNNN"},
    {"icd-10", "NNNNN"},
    {"icd-10", "A99.99", 1, true},
    {"icd-10", "PPPPPP"},
    {"icd-9", "999.99"},
    {"icd-9-cm-3", "99.99"},
    {"icd-9-cm-3", "99.9999x999", 1, true},
    {"icd-9-cm-3", "9999.99"},
    {"in-aadhaar", "999999999999"},
    {"in-gstin", "99AAAAA9999ANZN", 0.0106, true},
    {"in-gstin", "NNNNNNNNNNNNNNN"},
    {"in-passport", "A9999999"},
    {"in-voter", "AAA9999999"},
    {"kr-brn", "9999999999"},
    {"kr-passport", "A99999999"},
    {"sg-uen", "99999999A"},
    {"sg-uen", "999999999A"},
    {"sg-uen", "\\T99AA9999A"},
    {"in-pan", "AAAAA9999A", 0.386, true},
    {"in-pan", "NNNNNNNNNN"},
    {"ip-address", "99.999.999.99", 0.022, true},
    {"ip-address", "HHHHHHHHHHHH"},
    {"ip-address", "999.999.9.9", 0.026, true},
    {"kr-frn", "9999999999999"},
    {"kr-rrn", "9999999999999"},
    {"latitude-longitude", "999.99999"},
    {"loinc", "99999-9", 0.102, true},
    {"mac-address", "HHHHHHHHHHHH"},
    {"mac-address", "LLLLLLLLLLLL"},
    {"macao-id", "99999999"},
    {"medical-record-no", "99999999"},
    {"order-no", "LLLLLLLLLLLL"},
    {"passport-mrz", "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"},
    {"passport-mrz", "MMMMMMMMM9AAA9999999M9999999MMMMMMMMMMMMMMMM", 0.001, true},
    {"person-name", "CCC"},
    {"person-name", "AWWWWW AWWWWWW"},
    {"ph-national-id", "999999999999"},
    {"phone", "999-999-9999", 0.735, true},
    {"phone", "9999999999"},
    {"phone", "99999999999"},
    {"phone", "9999999"},
    {"professional-name", "CCC"},
    {"qq-id", "999999999"},
    {"sex", "W"},
    {"sex", "WWWW"},
    {"sex", "99"},
    {"sg-nric", "A9999999A"},
    {"snomed-ct", "9999999999999999"},
    {"th-national-id", "9999999999999"},
    {"udi", "(01)99999999999999(17)999999", 0.102, true},
    {"udi", "(99)99999999999999(99)999999"},
    {"uk-nhs-number", "999 999 9999"},
    {"uk-nino", "AA999999A"},
    {"uk-nino", "NNNNNNNNN"},
    {"uk-postcode", "NNN NNN"},
    {"uk-postcode", "NNNNNN"},
    {"url", "PPPPPPPPPPPPPPPPPPPP"},
    {"url", "LLLLLLLL.LLL"},
    {"us-aba", "999999999"},
    {"us-dea", "AA9999999"},
    {"us-itin", "999999999"},
    {"us-itin", "999-99-9999", 0.05, true},
    {"us-mbi", "NNNNNNNNNNN"},
    {"us-npi", "1999999999"},
    {"us-passport", "999999999"},
    {"us-ssn", "999999999"},
    {"us-ssn", "999-99-9999", 0.892, true},
    {"us-zip", "99999"},
    {"uuid", "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH"},
    {"uuid", "LLLLLLLL-LLLL-LLLL-LLLL-LLLLLLLLLLLL"},
    {"vin", "VVVVVVVVVVVVVVVVV"},
    {"vin", "99999999999999999"},
    {"wechat-id", "LLLLLLLL"},
};

struct ChanceRates {
    double valid = 0;
    double telling = 0;
};

ChanceRates ratesOf(const ChanceCase& one, const classify::KindEntry& entry) {
    test::ChanceStrings strings(one.form, 20260101);
    std::uint64_t valid = 0;
    std::uint64_t telling = 0;
    for (std::uint64_t i = 0; i < kChanceStrings; ++i) {
        const classify::Outcome outcome = entry.check(strings.next());
        valid += outcome.valid() ? 1U : 0U;
        telling += outcome.strength == classify::Strength::Strong ? 1U : 0U;
    }
    constexpr auto kAll = static_cast<double>(kChanceStrings);
    return {static_cast<double>(valid) / kAll, static_cast<double>(telling) / kAll};
}

/// What the draws may scatter: three standard deviations of a share.
double withScatter(double rate) {
    return rate + 3 * std::sqrt(rate * (1 - rate) / static_cast<double>(kChanceStrings));
}

} // namespace

class IdentifierChanceTest final : public QObject {
    Q_OBJECT
private slots:
    void randomStringsPassNoMoreOftenThanPublished();
    void everyKindHasARow();
    void aLooserCheckerWouldBeSeen();
    void citizenNumbersThatPassOtherChecks();
    void tableNeverPromisesLessThanItsCheckersAccept();
};

void IdentifierChanceTest::randomStringsPassNoMoreOftenThanPublished() {
    qInfo("%s", "accepted as                   random form                                       valid    "
                "telling    at most");
    int above = 0;
    for (const ChanceCase& one : kChanceCases) {
        const classify::KindEntry* const entry = entryOf(one.id);
        QVERIFY2(entry != nullptr && entry->check != nullptr, one.id);
        const ChanceRates rates = ratesOf(one, *entry);
        const bool stated = one.most > 0;
        const double most = stated ? one.most : withScatter(entry->kind.chance);
        const bool tooMany = (stated ? rates.valid : rates.telling) > most;
        const char* const sort = one.marked ? "marked" : stated ? "4.5" : "own";
        qInfo("%s",
              format("{:<29} {:<45} {:8.4f} % {:8.4f} % {:8.4f} % {}{}", one.id, one.form, rates.valid * 100,
                     rates.telling * 100, std::min(most, 1.0) * 100, sort, tooMany ? " ABOVE" : "")
                  .c_str());
        above += tooMany ? 1 : 0;
    }
    QCOMPARE(above, 0);
}

void IdentifierChanceTest::everyKindHasARow() {
    for (const classify::KindEntry& entry : classify::kindTable()) {
        if (entry.check == nullptr) { // no form: only a name or a label may decide
            QVERIFY2(entry.kind.decidedBy != classify::DecidedBy::Values, entry.kind.id.data());
            QCOMPARE(entry.kind.chance, 1.0);
            continue;
        }
        bool shaped = false;
        for (const ChanceCase& one : kChanceCases)
            if (one.id == entry.kind.id) {
                // a form the table would never hand to the checker would prove nothing
                test::ChanceStrings strings(one.form, 1);
                const std::string sample = strings.next();
                shaped = shaped || (sample.size() >= entry.minBytes && sample.size() <= entry.maxBytes);
            }
        QVERIFY2(shaped, entry.kind.id.data());
    }
}

void IdentifierChanceTest::aLooserCheckerWouldBeSeen() {
    // the twin: the rate of a checker without its check digit lies far above what the kind promises
    const classify::KindEntry* const strict = entryOf("imei");
    classify::KindEntry loose = *strict;
    loose.check = [](std::string_view value) {
        const classify::Outcome outcome = entryOf("imei")->check(value);
        return outcome.strength == classify::Strength::Near ? classify::kStrong : outcome;
    };
    const ChanceCase one{"imei", "999999999999999", 0.102};
    QVERIFY(ratesOf(one, *strict).valid <= one.most);
    QVERIFY(ratesOf(one, loose).valid > 0.9);
}

void IdentifierChanceTest::citizenNumbersThatPassOtherChecks() {
    test::ChanceStrings numbers("460105D999Y", 7);
    std::uint64_t valid = 0;
    std::uint64_t uscc = 0;
    std::uint64_t gs1 = 0;
    for (std::uint64_t i = 0; i < kChanceStrings; ++i) {
        const std::string number = numbers.next();
        if (!classify::checkIdentifier("cn-resident-id", number)->valid)
            continue;
        ++valid;
        uscc += classify::checkIdentifier("cn-uscc", number)->valid ? 1U : 0U;
        gs1 += classify::checkIdentifier("bank-card", number)->valid ? 1U : 0U;
    }
    QVERIFY(valid > 20'000);
    // why the order of tests matters: a citizen number is sometimes a well-formed credit code too
    QVERIFY(static_cast<double>(uscc) / static_cast<double>(valid) <= 0.033);
    QCOMPARE(gs1, std::uint64_t{0});
}

void IdentifierChanceTest::tableNeverPromisesLessThanItsCheckersAccept() {
    // Random digits of every length a kind takes: those the values alone may decide stay under their chance
    // rate.
    for (const classify::KindEntry& entry : classify::kindTable()) {
        if (entry.kind.decidedBy != classify::DecidedBy::Values || entry.check == nullptr)
            continue;
        for (std::size_t length = std::max<std::size_t>(entry.minBytes, 4);
             length <= std::min<std::size_t>(entry.maxBytes, 27); ++length) {
            std::uint64_t strong = 0;
            constexpr std::uint64_t kStrings = 4'000;
            test::ChanceStrings numbers(std::string(length, '9'), 99);
            for (std::uint64_t i = 0; i < kStrings; ++i) {
                strong += entry.check(numbers.next()).strength == classify::Strength::Strong ? 1U : 0U;
            }
            const double rate = static_cast<double>(strong) / static_cast<double>(kStrings);
            QVERIFY2(rate <= entry.kind.chance * 1.2 + 0.002,
                     format("{} length {}: {}", entry.kind.id, length, rate).c_str());
        }
    }
}

MANGROVE_TEST(IdentifierChanceTest)
#include "identifier_chance_test.moc"
