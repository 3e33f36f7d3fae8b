// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/identifier_check.h"

#include "classify/errors.h"
#include "classify/identifier_kind.h"
#include "support/test_registry.h"

#include <QtTest>
#include <set>

using namespace mangrove;

namespace {

struct ExampleValue {
    const char* id;
    const char* value;
    const char* reason; ///< "ok" = valid
};

// Citizen numbers are synthetic: births 1901–1919, sequence 99x. Numbers of standards and of public test
// tables.
constexpr ExampleValue kExampleValues[] = {
    {"cn-resident-id", "460105190101019919", "ok"},
    {"cn-resident-id", "469002191202299946", "ok"},
    {"cn-resident-id", "11010119050708909X", "ok"},
    {"cn-resident-id", "11010119050708909x", "ok"},
    {"cn-resident-id", " 460105190101019919 ", "ok"},
    {"cn-resident-id", "４６０１０５１９０１０１０１９９１９", "ok"},
    {"cn-resident-id", "460105190101019910", "check-digit"},
    {"cn-resident-id", "460105190102309918", "date"},
    {"cn-resident-id", "470105190101019910", "division"},
    {"cn-resident-id", "46010519010101991", "length"},
    {"cn-resident-id", "46010519010101991A", "character"},
    {"cn-resident-id", "", "empty"},
    {"cn-resident-id-15", "460105010101991", "ok"},
    {"cn-resident-id-15", "460105011301991", "date"},
    {"cn-resident-id-15", "470105010101991", "division"},
    {"cn-hmt-permit", "810000190101019917", "ok"},
    {"cn-hmt-permit", "810000190101019918", "check-digit"},
    {"cn-hmt-permit", "460105190101019919", "division"},
    {"cn-resident-id", "810000190101019917", "ok"},
    {"cn-foreign-permanent-id", "946840190101019916", "ok"},
    {"cn-foreign-permanent-id", "946840190101019917", "check-digit"},
    {"cn-foreign-permanent-id", "846840190101019916", "prefix"},
    {"cn-foreign-permanent-id", "USA460001010199", "ok"},
    {"cn-passport", "E12345678", "ok"},
    {"cn-passport", "EA1234567", "ok"},
    {"cn-passport", "EI1234567", "prefix"},
    {"cn-passport", "G12345678", "ok"},
    {"cn-passport", "SE1234567", "ok"},
    {"cn-passport", "141234567", "ok"},
    {"cn-passport", "131234567", "prefix"},
    {"cn-hk-macau-pass", "C12345678", "ok"},
    {"cn-hk-macau-pass", "W12345678", "ok"},
    {"cn-hk-macau-pass", "X12345678", "prefix"},
    {"cn-taiwan-pass", "T12345678", "ok"},
    {"cn-taiwan-pass", "L1234567", "length"},
    {"cn-home-return-permit", "H12345678", "ok"},
    {"cn-home-return-permit", "M1234567890", "ok"},
    {"cn-home-return-permit", "K12345678", "prefix"},
    {"cn-taiwan-compatriot-permit", "12345678", "ok"},
    {"cn-taiwan-compatriot-permit", "123456789", "length"},
    {"hk-id", "A123456(3)", "ok"},
    {"hk-id", "A1234563", "ok"},
    {"hk-id", "A123456(4)", "check-digit"},
    {"hk-id", "AB987654(3)", "ok"},
    {"tw-id", "A123456789", "ok"},
    {"tw-id", "A123456788", "check-digit"},
    {"tw-id", "A323456789", "prefix"},
    {"macao-id", "1234567(8)", "ok"},
    {"macao-id", "2234567(8)", "prefix"},
    {"cn-military-id", "军字第2001988号", "ok"},
    {"cn-military-id", "士字第20019882", "ok"},
    {"cn-military-id", "人字第2001988号", "prefix"},
    {"cn-birth-certificate", "X320101001", "ok"},
    {"cn-birth-certificate", "X32010100", "length"},
    {"cn-mobile", "13812345678", "ok"},
    {"cn-mobile", "138 1234 5678", "ok"},
    {"cn-mobile", "138-1234-5678", "ok"},
    {"cn-mobile", "+86 13812345678", "ok"},
    {"cn-mobile", "+86-138-1234-5678", "ok"},
    {"cn-mobile", "8613812345678", "ok"},
    {"cn-mobile", "1381234567", "length"},
    {"cn-mobile", "14012345678", "prefix"},
    {"cn-mobile", "15412345678", "prefix"},
    {"cn-mobile", "12812345678", "prefix"},
    {"cn-landline", "0898-65321234", "ok"},
    {"cn-landline", "(0898)65321234", "ok"},
    {"cn-landline", "010 62345678", "ok"},
    {"cn-landline", "0898-65321234-801", "ok"},
    {"cn-landline", "0898-15321234", "prefix"},
    {"cn-landline", "4008123456", "prefix"},
    {"email", "zhang.san@example.com", "ok"},
    {"email", "user+tag@xn--fiqs8s.xn--fiqs8s", "ok"},
    {"email", "a..b@example.com", "character"},
    {"email", "info@presidio.", "character"},
    {"email", "user@host", "character"},
    {"email", "@example.com", "character"},
    {"wechat-id", "wxid_abc123", "ok"},
    {"wechat-id", "1abcdef", "prefix"},
    {"qq-id", "10001", "ok"},
    {"qq-id", "0123456", "prefix"},
    {"bank-card", "6217000000000000004", "ok"},
    {"bank-card", "6217 0000 0000 0000 004", "ok"},
    {"bank-card", "6217000000000000005", "check-digit"},
    {"bank-card", "4012888888881881", "ok"},
    {"bank-card", "9217000000000000004", "prefix"},
    {"credit-card", "4012888888881881", "ok"},
    {"credit-card", "378282246310005", "ok"},
    {"credit-card", "4012-8888-8888-1881", "ok"},
    {"credit-card", "4012888888881882", "check-digit"},
    {"cn-plate", "琼A12345", "ok"},
    {"cn-plate", "琼AD12345", "ok"},
    {"cn-plate", "琼A12345D", "ok"},
    {"cn-plate", "粤Z1234港", "ok"},
    {"cn-plate", "琼A·12345", "ok"},
    {"cn-plate", "琼AI2345", "character"},
    {"cn-plate", "某A12345", "prefix"},
    {"vin", "1M8GDM9AXKP042788", "ok"},
    {"vin", "1M8GDM9A1KP042788", "check-digit"},
    {"vin", "1M8GDM9AXKPO42788", "character"},
    {"ip-address", "192.168.0.1", "ok"},
    {"ip-address", "2001:db8::1", "ok"},
    {"ip-address", "::ffff:192.168.0.1", "ok"},
    {"ip-address", "2001:0db8:85a3:0000:0000:8a2e:0370:7334", "ok"},
    {"ip-address", "1::2::3", "character"},
    {"ip-address", "256.1.1.1", "range"},
    {"ip-address", "0.0.0.0", "reserved"},
    {"ip-address", "255.255.255.255", "reserved"},
    {"mac-address", "00:1B:44:11:3A:B7", "ok"},
    {"mac-address", "00-1b-44-11-3a-b7", "ok"},
    {"mac-address", "001b.4411.3ab7", "ok"},
    {"mac-address", "ff:ff:ff:ff:ff:ff", "reserved"},
    {"mac-address", "00:00:00:00:00:00", "reserved"},
    {"mac-address", "00:1B:44-11:3A:B7", "character"},
    {"imei", "490154203237518", "ok"},
    {"imei", "49-015420-323751-8", "ok"},
    {"imei", "490154203237519", "check-digit"},
    {"cn-uscc", "91350100M000100Y43", "ok"},
    {"cn-uscc", "91350100M000100Y44", "check-digit"},
    {"cn-uscc", "91350100M000100I43", "character"},
    {"cn-uscc", "91990100M000100Y43", "division"},
    {"cn-org-code", "M000100Y4", "ok"},
    {"cn-org-code", "M000100Y-4", "ok"},
    {"cn-org-code", "M000100Y5", "check-digit"},
    {"cn-medical-institution-code", "H46010500123", "ok"},
    {"cn-medical-institution-code", "P46010500123", "ok"},
    {"cn-medical-institution-code", "K46010500123", "prefix"},
    {"cn-doctor-insurance-code", "D460105000123", "ok"},
    {"cn-nurse-insurance-code", "N460105000123", "ok"},
    {"cn-pharmacist-insurance-code", "HY460105000123", "ok"},
    {"cn-pharmacist-insurance-code", "HJ460105000123", "ok"},
    {"cn-pharmacist-insurance-code", "HK460105000123", "prefix"},
    {"cn-doctor-licence", "110430122000123", "ok"},
    {"cn-doctor-qualification", "200946110460105190101019919", "ok"},
    {"cn-doctor-qualification", "200946110460105190101019910", "check-digit"},
    {"cn-drug-standard-code", "86900000000017", "check-digit"},
    {"gtin", "4006381333931", "ok"},
    {"gtin", "4006381333932", "check-digit"},
    {"cn-drug-approval", "国药准字HJ20140344", "ok"},
    {"cn-drug-approval", "国药准字H61020562", "ok"},
    {"cn-drug-approval", "国药准字ZC20150001", "ok"},
    {"cn-drug-approval", "国药准字Z10980001", "ok"},
    {"cn-drug-approval", "国药准字Q20140344", "prefix"},
    {"cn-device-registration", "国械注准20153151234", "ok"},
    {"cn-device-registration", "琼械注准20152641234", "ok"},
    {"cn-device-registration", "国械注批20153151234", "prefix"},
    {"cn-nhsa-drug-code", "XA02BCA211A012010100154", "ok"},
    {"cn-nhsa-drug-code", "XA02BCA393A012010383696", "ok"},
    {"cn-nhsa-drug-code", "YA02BCA211A012010100154", "character"},
    {"cn-nhsa-tcm-code", "ZA06CAX0438010100154", "ok"},
    {"cn-nhsa-consumable-code", "C0101010010101000001", "ok"},
    {"cn-nhsa-consumable-code", "C010101001010100000112345678", "length"},
    {"icd-10", "E11.900x001", "ok"},
    {"icd-10", "I10.x00x002", "ok"},
    {"icd-10", "E11.9", "ok"},
    {"icd-10", "A00", "ok"},
    {"icd-10", "A17.0+", "ok"},
    {"icd-10", "G01*", "ok"},
    {"icd-10", "S72.001A", "ok"},
    {"icd-10", "11.9", "character"},
    {"icd-9", "250.83", "ok"},
    {"icd-9", "V57", "ok"},
    {"icd-9", "E909", "ok"},
    {"icd-9-cm-3", "00.6600x004", "ok"},
    {"icd-9-cm-3", "99.15", "ok"},
    {"atc-code", "A02BC01", "ok"},
    {"atc-code", "A02BC", "ok"},
    {"atc-code", "E02BC", "prefix"},
    {"loinc", "2160-0", "ok"},
    {"loinc", "718-7", "ok"},
    {"loinc", "4548-4", "ok"},
    {"loinc", "8480-6", "ok"},
    {"loinc", "94500-6", "ok"},
    {"loinc", "94500-5", "check-digit"},
    {"snomed-ct", "404684003", "ok"},
    {"snomed-ct", "404684004", "check-digit"},
    {"snomed-ct", "428211000124100", "ok"},
    {"cas-number", "7732-18-5", "ok"},
    {"cas-number", "7732-18-4", "check-digit"},
    {"dicom-uid", "1.2.840.10008.5.1.4.1.1.1.1", "ok"},
    {"dicom-uid", "1.2.840.01.5", "character"},
    {"udi", "(01)09501101530003(17)290315(10)LOT42(21)488266988", "ok"},
    {"udi", "(01)13465995954590(11)760704(17)010719(10)8477791433724820(21)488266988", "check-digit"},
    {"us-ssn", "078-05-1121", "ok"},
    {"us-ssn", "000-12-3456", "reserved"},
    {"us-ssn", "666-12-3456", "reserved"},
    {"us-ssn", "999-17-5017", "reserved"},
    {"us-ssn", "123-00-6789", "reserved"},
    {"us-ssn", "123-45-0000", "reserved"},
    {"us-itin", "911-70-1234", "ok"},
    {"us-itin", "911-89-1234", "range"},
    {"us-npi", "1234567893", "ok"},
    {"us-npi", "1234567890", "check-digit"},
    {"us-dea", "AB1234563", "ok"},
    {"us-dea", "AB1234564", "check-digit"},
    {"us-mbi", "1EG4-TE5-MK73", "ok"},
    {"us-mbi", "1EG4TE5MK73", "ok"},
    {"us-mbi", "0EG4TE5MK73", "character"},
    {"us-aba", "121000358", "ok"},
    {"us-aba", "121000359", "check-digit"},
    {"uk-nhs-number", "943 476 5919", "ok"},
    {"uk-nhs-number", "9434765919", "ok"},
    {"uk-nhs-number", "9434765918", "check-digit"},
    {"uk-nino", "AB 12 34 56 C", "ok"},
    {"uk-nino", "QQ 12 34 56 C", "prefix"},
    {"uk-postcode", "SW1A 1AA", "ok"},
    {"iban", "GB82 WEST 1234 5698 7654 32", "ok"},
    {"iban", "GB82WEST12345698765433", "check-digit"},
    {"kr-rrn", "900101-1234568", "ok"},
    {"kr-rrn", "900101-1234567", "ok"},
    {"kr-brn", "116-82-00276", "ok"},
    {"kr-brn", "1348672683", "ok"},
    {"kr-brn", "1348672684", "check-digit"},
    {"kr-brn", "116-8200276", "character"},
    {"kr-brn", "1008200276", "range"},
    {"kr-passport", "M123A4567", "ok"},
    {"kr-passport", "M12345678", "ok"},
    {"kr-passport", "A123A4567", "prefix"},
    {"kr-passport", "M1234A567", "character"},
    {"sg-uen", "00192200M", "ok"},
    {"sg-uen", "00192200N", "check-digit"},
    {"sg-uen", "197401143C", "ok"},
    {"sg-uen", "117401143C", "range"},
    {"sg-uen", "S16FC0121D", "ok"},
    {"sg-uen", "S16FC0122D", "check-digit"},
    {"sg-uen", "A16FC0121D", "prefix"},
    {"in-gstin", "27AAPFU0939F1ZV", "ok"},
    {"in-gstin", "27AAPFU0939F1ZO", "check-digit"},
    {"in-gstin", "38AAPFU0939F1ZV", "range"},
    {"in-gstin", "27AAPFU0939F1YV", "character"},
    {"in-passport", "J6932157", "ok"},
    {"in-passport", "J6932150", "character"},
    {"in-voter", "WKH1186253", "ok"},
    {"in-voter", "WKH1186263", "ok"},
    {"in-voter", "WK11186253", "character"},
    {"sg-nric", "S1234567D", "ok"},
    {"sg-nric", "S1234567A", "check-digit"},
    {"sg-nric", "F1234567N", "ok"},
    {"sg-nric", "M1234567K", "ok"},
    {"in-aadhaar", "2363 7205 4217", "check-digit"},
    {"in-pan", "ABCPE1234F", "ok"},
    {"th-national-id", "1101700230708", "ok"},
    {"th-national-id", "1101700230709", "check-digit"},
    {"crypto-wallet", "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ", "ok"},
    {"crypto-wallet", "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyY", "check-digit"},
    {"crypto-wallet", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "ok"},
    {"crypto-wallet", "0J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "prefix"},
    {"crypto-wallet", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "ok"},
    {"crypto-wallet", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "ok"},
    {"crypto-wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "check-digit"},
    {"crypto-wallet", "bc1qw508D6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "character"},
    {"crypto-wallet", "bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297", "ok"},
    {"crypto-wallet", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ok"},
    {"crypto-wallet", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "ok"},
    {"crypto-wallet", "0xdbF03B407c01E7cD3CBea99509d93f8DDdC8C6FB", "check-digit"},
    {"passport-mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "ok"},
    {"passport-mrz",
     "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", "ok"},
    {"passport-mrz", "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6", "ok"},
    {"passport-mrz",
     "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<", "ok"},
    {"passport-mrz", "L898902C37UTO7408122F1204159ZE184226B<<<<<10", "check-digit"},
    {"passport-mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<1", "length"},
    {"ph-national-id", "1234-5678-9012-3456", "ok"},
    {"ph-national-id", "1234-5678-9012-345", "length"},
    {"url", "https://example.com/a?b=c", "ok"},
    {"url", "example.com", "ok"},
    {"url", "example.invalid", "prefix"},
    {"code-system", "http://snomed.info/sct", "ok"},
    {"code-system", "urn:oid:2.16.840.1.113883.6.238", "ok"},
    {"code-system", "phone", "prefix"},
    {"us-zip", "66214-2577", "ok"},
    {"us-zip", "662142577", "ok"},
    {"us-zip", "6621425", "length"},
    {"uuid", "3edac2e3-d223-6fae-d515-daf96ef6bc76", "ok"},
    {"uuid", "3edac2e3-d223-6fae-d515-daf96ef6bc7g", "character"},
    {"birth-date", "1912-02-29", "ok"},
    {"birth-date", "1913-02-29", "date"},
    {"birth-date", "1912年2月29日", "ok"},
    {"event-date", "2024-01-01 23:59:59", "ok"},
    {"event-date", "2023-01-27T16:17:47Z", "ok"},
    {"event-date", "20240131", "ok"},
    {"event-date", "20240132", "date"},
    {"event-date", "9999-12-31", "ok"},
    {"event-date", "27-Jan-2023", "ok"},
    {"event-date", "1/27/2023", "ok"},
    {"event-date", "2024-01-01 25:00:00", "character"},
    {"age", "45", "ok"},
    {"age", "45岁", "ok"},
    {"age", "[70-80)", "ok"},
    {"age", "90+", "ok"},
    {"age", "450", "range"},
    {"sex", "男", "ok"},
    {"sex", "Female", "ok"},
    {"sex", "Unknown/Invalid", "ok"},
    {"sex", "7", "range"},
    {"person-name", "王建国", "ok"},
    {"person-name", "欧阳文", "ok"},
    {"person-name", "买买提·艾力", "ok"},
    {"person-name", "的建国", "prefix"},
    {"person-name", "Ludivina884 Steuber698", "ok"},
    {"address", "海南省海口市美兰区海府路12号3栋501室", "ok"},
    {"address", "784 Stamm Lock Unit 46", "ok"},
    {"address", "主诉头痛三天", "character"},
    {"department", "内科", "no-shape"},
};

} // namespace

class IdentifierCheckTest final : public QObject {
    Q_OBJECT
private slots:
    void examples_data();
    void examples();
    void unknownKindIsAnError();
    void catalogueIsComplete();
    void hostileValuesAreHarmless();
    void everyCheckDigitCatchesEverySingleDigitError();
};

void IdentifierCheckTest::examples_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    for (const ExampleValue& example : kExampleValues)
        QTest::addRow("%s %s", example.id, example.value)
            << QString::fromUtf8(example.id) << QString::fromUtf8(example.value)
            << QString::fromUtf8(example.reason);
}

void IdentifierCheckTest::examples() {
    QFETCH(QString, id);
    QFETCH(QString, value);
    QFETCH(QString, reason);
    const auto verdict = classify::checkIdentifier(id.toStdString(), value.toStdString());
    QVERIFY(verdict.ok());
    QCOMPARE(QString::fromStdString(verdict->reason), reason);
    QCOMPARE(verdict->valid, reason == "ok");
}

void IdentifierCheckTest::unknownKindIsAnError() {
    const auto verdict = classify::checkIdentifier("cn-unknown", "1");
    QVERIFY(!verdict.ok());
    QVERIFY(verdict.error().is(errors::kUnknownIdentifierKind));
    QVERIFY(classify::findIdentifierKind("cn-unknown") == nullptr);
}

void IdentifierCheckTest::catalogueIsComplete() {
    std::set<std::string_view> names;
    for (const auto& kind : classify::identifierKinds()) {
        QVERIFY2(names.insert(kind.id).second, std::string(kind.id).c_str());
        QVERIFY(!kind.nameEn.empty() && !kind.nameZh.empty());
        QVERIFY(kind.level39725 >= 1 && kind.level39725 <= 5);
        QVERIFY(kind.chance > 0 && kind.chance <= 1);
        QVERIFY(classify::findIdentifierKind(kind.id) == &kind);
        for (const char c : kind.id)
            QVERIFY((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
    QVERIFY(names.size() >= 100);
}

void IdentifierCheckTest::hostileValuesAreHarmless() {
    std::vector<std::string> values{"",
                                    " ",
                                    "\xFF\xFE",
                                    "\xE4\xBD",
                                    std::string(3000, '.') + "@",
                                    std::string(100000, '9'),
                                    "(((((((",
                                    "-",
                                    "+",
                                    "@",
                                    "::::",
                                    "琼",
                                    "国药准字",
                                    "(01)",
                                    std::string("\0\0\0", 3),
                                    "\xEF\xBC",
                                    "械注",
                                    "字第",
                                    "1.2:3",
                                    "2:3.4:5",
                                    "12.5:1.25",
                                    "::1.2.3.4:5"};
    for (int length = 1; length < 40; ++length) {
        values.emplace_back(static_cast<std::size_t>(length), 'A');
        values.emplace_back(static_cast<std::size_t>(length), '0');
        values.emplace_back(static_cast<std::size_t>(length), '-');
        values.emplace_back(static_cast<std::size_t>(length), '\xE7');
    }
    for (const auto& kind : classify::identifierKinds()) {
        for (const std::string& value : values)
            QVERIFY(classify::checkIdentifier(kind.id, value).ok());
    }
}

void IdentifierCheckTest::everyCheckDigitCatchesEverySingleDigitError() {
    // the promise of each of these check digit rules: any one digit changed is noticed
    const std::pair<const char*, std::string> numbers[] = {{"cn-resident-id", "460105190101019919"},
                                                           {"bank-card", "6217000000000000004"},
                                                           {"loinc", "94500-6"},
                                                           {"snomed-ct", "404684003"},
                                                           {"uk-nhs-number", "9434765919"},
                                                           {"imei", "490154203237518"},
                                                           {"gtin", "4006381333931"},
                                                           {"us-npi", "1234567893"}};
    for (const auto& [id, number] : numbers) {
        for (std::size_t i = 0; i < number.size(); ++i) {
            if (number[i] < '0' || number[i] > '9')
                continue;
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = number;
                changed[i] = digit;
                QCOMPARE(classify::checkIdentifier(id, changed)->valid, digit == number[i]);
            }
        }
    }
}

MANGROVE_TEST(IdentifierCheckTest)
#include "identifier_check_test.moc"
