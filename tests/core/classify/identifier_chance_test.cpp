// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "classify/identifier_check.h"
#include "classify/identifier_kind.h"
#include "classify/kind_table.h"
#include "support/test_registry.h"

#include <QtTest>
#include <functional>

using namespace mangrove;

namespace {

constexpr std::uint64_t kChanceStrings = 300'000;

/// Random strings of one form: 9 digit, A capital, U one of the 31 symbols of a credit code, L letter of a
/// passport, Y digit or X; others stand for themselves.
std::string randomForm(std::string_view form, RandomSource& random) {
    constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::string_view kVin = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    std::string text;
    for (const char c : form) {
        if (c == '9')
            text += static_cast<char>('0' + static_cast<int>(random.below(10)));
        else if (c == 'A')
            text += static_cast<char>('A' + static_cast<int>(random.below(26)));
        else if (c == 'U')
            text += kSymbols[random.below(kSymbols.size())];
        else if (c == 'V')
            text += kVin[random.below(kVin.size())];
        else if (c == 'Y')
            text += "0123456789X"[random.below(11)];
        else if (c == 'D') // a plausible birth date
            text += format("{:04}{:02}{:02}", 1900 + random.below(120), 1 + random.below(12),
                           1 + random.below(28));
        else
            text += c;
    }
    return text;
}

classify::Checker checkerOf(std::string_view id) {
    for (const classify::KindEntry& entry : classify::kindTable())
        if (entry.kind.id == id)
            return entry.check;
    return nullptr;
}

struct ChanceCase {
    const char* form;
    const char* id;
    double most; ///< identifiers.md 4.5; a rate above is a looser checker than promised
};

constexpr ChanceCase kChanceCases[] = {
    {"999999999999999999", "cn-resident-id", 0.00003 * 2.5},
    {"999999D999Y", "cn-resident-id", 0.0325},
    {"999999999999999", "cn-resident-id-15", 0.013},
    {"999999999999999", "imei", 0.102},
    {"UUUUUUUUUUUUUUUUUU", "cn-uscc", 0.00001 * 4},
    {"999999999999999999", "cn-uscc", 0.029},
    {"999999999", "cn-org-code", 0.0925},
    {"9999999999999999", "bank-card", 0.023},
    {"9999999999999999999", "bank-card", 0.0012},
    {"6299999999999999999", "bank-card", 0.102},
    {"99999999999", "cn-mobile", 0.056},
    {"9999999999", "uk-nhs-number", 0.0925},
    {"9999999999", "us-npi", 0.0205},
    {"99999999999999", "gtin", 0.102},
    {"99999999", "snomed-ct", 0.089},
    {"A999999999", "tw-id", 0.041},
    {"A999999999", "cn-birth-certificate", 1.0},
    {"999999", "cn-postcode", 1.0},
    {"A9999999", "hk-id", 0.0925},
    {"9999999999999", "th-national-id", 0.1},
    {"999999999999", "in-aadhaar", 0.082},
    {"VVVVVVVVVVVVVVVVV", "vin", 0.092},
    {"99999-9", "loinc", 0.102},
    {"9999-99-9", "cas-number", 0.102},
    {"A9999999A", "sg-nric", 0.05},
    {"AA9999999", "us-dea", 0.102},
    {"99999999", "event-date", 0.001},
    {"999999999999999999", "cn-hmt-permit", 0.00001},
    {"999999999999999999", "cn-foreign-permanent-id", 0.0095},
    {"AA99999999999999999999", "iban", 0.0108},
    {"86999999999999", "cn-drug-standard-code", 0.0108},
    {"99999999999", "cn-landline", 0.09},
    {"9999999999999", "kr-rrn", 0.016},
    {"9999999999999", "kr-frn", 0.016},
    {"999999999999999", "credit-card", 0.013},
    {"9999999999999999", "credit-card", 0.025},
};

} // namespace

class IdentifierChanceTest final : public QObject {
    Q_OBJECT
private slots:
    void randomStringsPassNoMoreOftenThanPublished();
    void citizenNumbersThatPassOtherChecks();
    void tableNeverPromisesLessThanItsCheckersAccept();
};

void IdentifierChanceTest::randomStringsPassNoMoreOftenThanPublished() {
    qInfo("%s", "random form                 accepted as               rate      published");
    for (const ChanceCase& one : kChanceCases) {
        SeededRandom random(20260101);
        std::uint64_t passed = 0;
        const classify::Checker checker = checkerOf(one.id);
        for (std::uint64_t i = 0; i < kChanceStrings; ++i)
            passed += checker(randomForm(one.form, random)).valid() ? 1U : 0U;
        const double rate = static_cast<double>(passed) / static_cast<double>(kChanceStrings);
        qInfo("%s", format("{:<27} {:<25} {:8.4f} % {:8.4f} %", one.form, one.id, rate * 100, one.most * 100)
                        .c_str());
        QVERIFY2(rate <= one.most, one.id);
    }
}

void IdentifierChanceTest::citizenNumbersThatPassOtherChecks() {
    SeededRandom random(7);
    std::uint64_t valid = 0;
    std::uint64_t uscc = 0;
    std::uint64_t gs1 = 0;
    for (std::uint64_t i = 0; i < kChanceStrings; ++i) {
        const std::string number = randomForm("460105D999Y", random);
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
    SeededRandom random(99);
    for (const classify::KindEntry& entry : classify::kindTable()) {
        if (entry.kind.decidedBy != classify::DecidedBy::Values || entry.check == nullptr)
            continue;
        for (std::size_t length = std::max<std::size_t>(entry.minBytes, 4);
             length <= std::min<std::size_t>(entry.maxBytes, 27); ++length) {
            std::uint64_t strong = 0;
            constexpr std::uint64_t kStrings = 4'000;
            for (std::uint64_t i = 0; i < kStrings; ++i) {
                const std::string number = randomForm(std::string(length, '9'), random);
                strong += entry.check(number).strength == classify::Strength::Strong ? 1U : 0U;
            }
            const double rate = static_cast<double>(strong) / static_cast<double>(kStrings);
            QVERIFY2(rate <= entry.kind.chance * 1.2 + 0.002,
                     format("{} length {}: {}", entry.kind.id, length, rate).c_str());
        }
    }
}

MANGROVE_TEST(IdentifierChanceTest)
#include "identifier_chance_test.moc"
