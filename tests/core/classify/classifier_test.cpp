// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include "base/format.h"
#include "base/random.h"
#include "classify/check_digits.h"
#include "classify/classify_json.h"
#include "classify/column_decision.h"
#include "classify/errors.h"
#include "classify/name_index.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>

using namespace mangrove;

namespace {

using classify::ColumnClassification;
using Values = std::vector<std::string>;

ColumnClassification classifyOne(const std::string& name, const Values& values) {
    const classify::ColumnValues column{name, values, {}, 0};
    const auto result = classify::classifyColumns(std::span(&column, 1), {}, {});
    if (!result.ok())
        qFatal("%s", result.error().message().c_str());
    return result->columns[0];
}

/// `count` values of one make.
template<typename Make>
Values manyValues(std::size_t count, Make make) {
    SeededRandom random(11);
    Values values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(make(random));
    return values;
}

std::string digitsOfLength(std::size_t length, RandomSource& random) {
    std::string text;
    while (text.size() < length)
        text += static_cast<char>('0' + static_cast<int>(random.below(10)));
    return text;
}

std::string citizenNumber(RandomSource& random, bool wrong) {
    std::string number = format("460105{:04}{:02}{:02}99{}", 1901 + random.below(19), 1 + random.below(12),
                                1 + random.below(28), random.below(10));
    const char check = classify::mod11_2(number);
    if (!wrong)
        return number + check;
    return number + (check == '5' ? '6' : '5');
}

} // namespace

class ClassifierTest final : public QObject {
    Q_OBJECT
private slots:
    void wilsonAgreesWithItsFormula();
    void identifiersWithoutAName_data();
    void identifiersWithoutAName();
    void randomNumbersAreNoIdentifier_data();
    void randomNumbersAreNoIdentifier();
    void harmlessCodesAreNoIdentifier_data();
    void harmlessCodesAreNoIdentifier();
    void dirtyIdentifiersStayIdentifiers();
    void shapeAloneIsNotEnough();
    void conflictIsShown();
    void postcodesOnlyByName();
    void namesOfColumns_data();
    void namesOfColumns();
    void wordsOfAValueSet_data();
    void wordsOfAValueSet();
    void textWithIdentifiersIsSensitive();
    void specialDiseaseIsLevelFive();
    void attributesTogetherRaiseTheTable();
    void jsonRoundTrip();
    void foreignJsonIsRefused_data();
    void foreignJsonIsRefused();
    void optionsAreValidated();
    void cancelled();
};

void ClassifierTest::wilsonAgreesWithItsFormula() {
    QCOMPARE(classify::wilsonLower(0, 0, 1.96), 0.0);
    QVERIFY(std::abs(classify::wilsonLower(28, 28, 1.96) - 0.8794) < 0.0001);
    QVERIFY(std::abs(classify::wilsonLower(50, 100, 1.96) - 0.4038) < 0.0001);
    QVERIFY(classify::wilsonLower(60, 100, 1.96) < 0.6);
}

void ClassifierTest::identifiersWithoutAName_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("form");
    QTest::newRow("cn-resident-id") << "cn-resident-id"
                                    << "id";
    QTest::newRow("cn-mobile") << "cn-mobile"
                               << "mobile";
    QTest::newRow("email") << "email"
                           << "email";
    QTest::newRow("cn-plate") << "cn-plate"
                              << "plate";
    QTest::newRow("bank-card") << "bank-card"
                               << "bank";
    QTest::newRow("ip-address") << "ip-address"
                                << "ip";
    QTest::newRow("uuid") << "uuid"
                          << "uuid";
    QTest::newRow("event-date") << "event-date"
                                << "date";
    QTest::newRow("address") << "address"
                             << "address";
}

void ClassifierTest::identifiersWithoutAName() {
    QFETCH(QString, kind);
    QFETCH(QString, form);
    const Values values = manyValues(200, [&](RandomSource& random) -> std::string {
        if (form == "id")
            return citizenNumber(random, false);
        if (form == "mobile")
            return "138" + digitsOfLength(8, random);
        if (form == "email")
            return "u" + digitsOfLength(5, random) + "@example.com";
        if (form == "plate")
            return "琼A" + digitsOfLength(5, random);
        if (form == "ip")
            return format("10.{}.{}.{}", random.below(256), random.below(256), 1 + random.below(255));
        if (form == "uuid")
            return format("{:08x}-0000-4000-8000-{:012x}", random.below(1U << 31U), random.below(1U << 31U));
        if (form == "date")
            return format("20{:02}-{:02}-{:02}", random.below(25), 1 + random.below(12),
                          1 + random.below(28));
        if (form == "address")
            return format("海南省海口市美兰区某路{}号{}室", 1 + random.below(99), 100 + random.below(900));
        std::string card = "62170000" + digitsOfLength(10, random);
        for (char check = '0';; ++check)
            if (classify::luhn(card + check))
                return card + check;
    });
    const ColumnClassification column = classifyOne("c1", values);
    QCOMPARE(QString::fromStdString(column.identifier.value_or("-")), kind);
    QVERIFY(column.confidence > 0.8);
    QVERIFY(!column.evidence.empty());
}

void ClassifierTest::randomNumbersAreNoIdentifier_data() {
    QTest::addColumn<int>("length");
    for (int length = 1; length <= 24; ++length)
        QTest::addRow("%d digits", length) << length;
}

void ClassifierTest::randomNumbersAreNoIdentifier() {
    QFETCH(int, length);
    const Values values = manyValues(
        2000, [&](RandomSource& random) { return digitsOfLength(static_cast<std::size_t>(length), random); });
    const ColumnClassification column = classifyOne("c1", values);
    QVERIFY2(!column.identifier.has_value(), column.identifier.value_or("").c_str());
    QCOMPARE(column.cls, classify::IdentifierClass::None);
}

void ClassifierTest::harmlessCodesAreNoIdentifier_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("loinc") << "loinc" << QStringList{"2160-0",  "718-7",  "4548-4", "8480-6",
                                                     "94500-6", "8302-2", "72514-3"};
    QTest::newRow("snomed") << "code"
                            << QStringList{"404684003", "195662009", "84489001", "384758001", "53950000"};
    QTest::newRow("drug") << "c1" << QStringList{"XA02BCA211A012010100154", "XA02BCA393A012010383696"};
    QTest::newRow("approval") << "c1"
                              << QStringList{"国药准字HJ20140344", "国药准字H61020562", "国药准字Z10980001"};
    QTest::newRow("device") << "c1" << QStringList{"国械注准20153151234", "国械注进20162641235"};
    QTest::newRow("gtin") << "c1"
                          << QStringList{"4006381333931", "5901234123457", "9780306406157", "9501101530003",
                                         "0012345678905"};
    QTest::newRow("atc") << "c1" << QStringList{"A02BC01", "C09AA05", "N02BE01", "J01CA04", "A10BA02"};
    QTest::newRow("cas") << "c1"
                         << QStringList{"7732-18-5", "50-00-0", "64-17-5", "58-08-2", "50-78-2", "103-90-2"};
    QTest::newRow("units") << "units" << QStringList{"mg/dL", "mmol/L", "%", "kg", "cm"};
    QTest::newRow("department") << "c1" << QStringList{"心内科", "呼吸科", "康复科", "方舱", "高压氧科"};
    QTest::newRow("clinical words") << "c1" << QStringList{"高血压", "黄疸",   "白细胞",   "金黄色葡萄球菌",
                                                           "石膏",   "马蹄肾", "毛细血管", "万古霉素",
                                                           "何时",   "任何",   "严重",     "余无异常",
                                                           "常规",   "方案",   "许可",     "段落"};
}

void ClassifierTest::harmlessCodesAreNoIdentifier() {
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    Values texts;
    for (const QString& value : values)
        texts.push_back(value.toStdString());
    const ColumnClassification column = classifyOne(name.toStdString(), texts);
    QVERIFY2(column.cls == classify::IdentifierClass::Code || column.cls == classify::IdentifierClass::None,
             column.identifier.value_or("-").c_str());
    QVERIFY(column.textFindings.empty());
}

void ClassifierTest::dirtyIdentifiersStayIdentifiers() {
    const Values values =
        manyValues(400, [](RandomSource& random) { return citizenNumber(random, random.below(100) < 30); });
    const ColumnClassification column = classifyOne("c1", values);
    QCOMPARE(column.identifier, std::optional<std::string>("cn-resident-id"));
    QVERIFY(column.near > 80 && column.near < 160);
    QCOMPARE(column.valid + column.near, column.distinct);
    const bool told = std::any_of(column.evidence.begin(), column.evidence.end(), [](const auto& evidence) {
        return evidence.detail.find("typing errors") != std::string::npos && evidence.share > 0.05;
    });
    QVERIFY(told);
    // the twin: clean values tell of no errors
    const ColumnClassification clean =
        classifyOne("c1", manyValues(400, [](RandomSource& random) { return citizenNumber(random, false); }));
    QCOMPARE(clean.near, std::uint64_t{0});
    QCOMPARE(clean.evidence.size(), std::size_t{1});
}

void ClassifierTest::shapeAloneIsNotEnough() {
    // division, date and a running number: looks like a citizen number, but its "check digits" agree only by
    // chance
    const Values values = manyValues(400, [](RandomSource& random) {
        return format("460105{:04}{:02}{:02}{:04}", 1960 + random.below(60), 1 + random.below(12),
                      1 + random.below(28), random.below(10000));
    });
    const ColumnClassification column = classifyOne("c1", values);
    QVERIFY(column.identifier != "cn-resident-id");
    const bool listed = std::any_of(column.rejected.begin(), column.rejected.end(), [](const auto& rejected) {
        return rejected.identifier == "cn-resident-id";
    });
    QVERIFY(listed);
}

void ClassifierTest::conflictIsShown() {
    const Values values = manyValues(200, [](RandomSource& random) { return citizenNumber(random, false); });
    const ColumnClassification column = classifyOne("联系电话", values);
    QCOMPARE(column.identifier, std::optional<std::string>("cn-resident-id"));
    QVERIFY(column.conflict);
    QCOMPARE(column.rejected.front().identifier, std::string("cn-mobile"));
    QVERIFY(!classifyOne("身份证号", values).conflict);
}

void ClassifierTest::postcodesOnlyByName() {
    const Values values = manyValues(100, [](RandomSource& random) { return digitsOfLength(6, random); });
    QVERIFY(!classifyOne("x", values).identifier.has_value());
    QCOMPARE(classifyOne("邮编", values).identifier, std::optional<std::string>("cn-postcode"));
}

void ClassifierTest::namesOfColumns_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    const std::pair<const char*, const char*> names[] = {
        {"psn_no", "cn-insurance-person-no"},
        {"PSN_NAME", "person-name"},
        {"certno", "cn-resident-id"},
        {"fixmedins_code", "cn-medical-institution-code"},
        {"fixmedins_name", "organisation-name"},
        {"mdtrt_id", "encounter-no"},
        {"setl_id", "encounter-no"},
        {"ipt_otp_no", "medical-record-no"},
        {"chfpdr_name", "professional-name"},
        {"bilg_dr_code", "professional-id"},
        {"brdy", "birth-date"},
        {"gend", "sex"},
        {"naty", "ethnic-group"},
        {"insu_admdvs", "cn-division"},
        {"tel", "cn-mobile"},
        {"addr", "address"},
        {"emp_name", "employer"},
        {"dscg_maindiag_code", "icd-10"},
        {"dscg_maindiag_name", "diagnosis"},
        {"oprn_oprt_code", "icd-9-cm-3"},
        {"med_list_codg", "cn-nhsa-drug-code"},
        {"medfee_sumamt", "amount"},
        {"memo", "free-text"},
        {"rx_drord_no", "order-no"},
        {"insutype", "insurance-type"},
        {"人员姓名", "person-name"},
        {"人员性别", "sex"},
        {"身份证号", "cn-resident-id"},
        {"门诊号", "medical-record-no"},
        {"结算流水号", "encounter-no"},
        {"首诊医生姓名", "professional-name"},
        {"主管医生姓名", "professional-name"},
        {"机构名称", "organisation-name"},
        {"疾病诊断名称", "diagnosis"},
        {"疾病编码ICD", "icd-10"},
        {"参保地区划", "cn-division"},
        {"费用科室名称", "department"},
        {"检验者姓名", "professional-name"},
        {"样本编号", "order-no"},
        {"家属联系电话", "cn-mobile"},
        {"联系人地址", "address"},
        {"入院日期", "event-date"},
        {"xm", "person-name"},
        {"sfzh", "cn-resident-id"},
        {"csrq", "birth-date"},
        {"zyh", "medical-record-no"},
        {"patientId", "patient-id"},
        {"PatientID", "patient-id"},
        {"patient_nbr", "patient-id"},
        {"encounter_id", "encounter-no"},
        {"person_source_value", "patient-id"},
        {"year_of_birth", "birth-date-part"},
        {"Patient.birthDate", "birth-date"},
        {"date-of-birth", "birth-date"},
        {"AddressLine1", "address"},
        {"native-country", "region"},
        {"marital-status", "marital-status"},
        {"性别（代码）", "sex"},
        {"StudyInstanceUID", "dicom-uid"},
        {"Patient.name", "person-name"},
        {"PatientName", "person-name"},
        {"Patient.identifier", "patient-id"},
        {"OtherPatientIDs", "patient-id"},
        {"AccessionNumber", "order-no"},
        {"ReferringPhysicianName", "professional-name"},
        {"OperatorsName", "professional-name"},
        {"InstitutionName", "organisation-name"},
        {"DeviceSerialNumber", "device-id"},
        {"FrameOfReferenceUID", "dicom-uid"},
        {"Practitioner.name", "professional-name"},
        {"effectiveDateTime", "event-date"},
        {"telecom.value", "phone"},
        {"person_id", "patient-id"},
        {"care_site_name", "organisation-name"},
        {"provider_id", "professional-id"},
        {"hzxm", "person-name"},
        {"jtzz", "address"},
        {"lxrdh", "cn-mobile"},
        {"gzdw", "employer"},
        {"ysxm", "professional-name"},
        {"zdmc", "diagnosis"},
        {"bahm", "medical-record-no"},
        {"RESP_NURS_NAME", "professional-name"},
        {"MRG_STAS", "marital-status"},
        {"coner_name", "person-name"},
        {"CONER_TEL", "cn-mobile"},
        {"MEDCASNO", "medical-record-no"},
        {"HKID", "hk-id"},
        {"NHS Number", "uk-nhs-number"},
        {"统一社会信用代码", "cn-uscc"},
        {"医师执业证书编码", "cn-doctor-licence"},
        {"name[official].family", "person-name"},
        {"address[0].line", "address"},
        {"telecom[phone].value", "phone"},
        {"identifier[synthea].value", "patient-id"},
        {"identifier[DL].value", "driver-licence"},
        {"identifier[MR].value", "medical-record-no"},
        {"identifier[us-npi].value", "us-npi"},
        {"telecom[email-work].value", "email"},
        {"type.coding[loinc.org]#2.system", "code-system"},
        {"participant[0].individual.reference", "professional-id"},
        {"extension[us-core-race].extension[ombCategory].valueCoding.display", "race"},
        {"address[0].extension[geolocation].extension[latitude].valueDecimal", "latitude-longitude"},
        {"code.coding[sct].code", "snomed-ct"},
        {"extension[patient-mothersMaidenName].valueString", "person-name"},
        {"SSN", "us-ssn"}};
    for (const auto& [name, kind] : names)
        QTest::newRow(name) << name << kind;
}

void ClassifierTest::namesOfColumns() {
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const auto packs = classify::RulePackSet::builtIn();
    const classify::NameIndex index(**packs);
    const auto matches = index.match(name.toStdString());
    QVERIFY(!matches.empty());
    QCOMPARE(QString::fromStdString(matches.front().kind), kind);
    // an extract without rows is classified by its header alone
    QCOMPARE(QString::fromStdString(classifyOne(name.toStdString(), {}).identifier.value_or("-")), kind);
}

void ClassifierTest::wordsOfAValueSet_data() {
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("kind");
    QTest::newRow("ethnic groups") << QStringList{"汉族", "黎族", "苗族"} << "ethnic-group";
    QTest::newRow("marital status") << QStringList{"未婚", "已婚", "丧偶"} << "marital-status";
    QTest::newRow("education") << QStringList{"本科", "大专", "初中", "小学"} << "education";
    QTest::newRow("relations") << QStringList{"配偶", "儿子", "父亲"} << "relation";
    QTest::newRow("one word only") << QStringList{"汉族"} << "-";
    QTest::newRow("words of none") << QStringList{"好转", "治愈", "未愈"} << "-";
    QTest::newRow("mostly others") << QStringList{"汉族", "黎族", "其它甲", "其它乙"} << "-";
}

void ClassifierTest::wordsOfAValueSet() {
    QFETCH(QStringList, values);
    QFETCH(QString, kind);
    Values texts;
    for (const QString& value : values)
        texts.push_back(value.toStdString());
    QCOMPARE(QString::fromStdString(classifyOne("c1", texts).identifier.value_or("-")), kind);
}

void ClassifierTest::textWithIdentifiersIsSensitive() {
    const ColumnClassification column =
        classifyOne("extra", {"无", "电话13812345678", "已转院", "见附件", "正常", "复查", "随访"});
    QVERIFY(!column.identifier.has_value());
    QCOMPARE(column.cls, classify::IdentifierClass::Sensitive);
    QCOMPARE(column.level39725, 4);
    QCOMPARE(column.textFindings.size(), std::size_t{1});
    QCOMPARE(column.textFindings[0].identifier, std::string("cn-mobile"));
    QCOMPARE(column.textFindings[0].values, std::uint64_t{1});
    QCOMPARE(classifyOne("extra", {"无", "已转院", "见附件"}).cls, classify::IdentifierClass::None);
}

void ClassifierTest::specialDiseaseIsLevelFive() {
    const Values codes{"E11.900", "I10.x00", "B20.000", "J18.900"};
    QCOMPARE(classifyOne("疾病编码", codes).level39725, 5);
    QCOMPARE(classifyOne("疾病编码", {"E11.900", "I10.x00", "J18.900"}).level39725, 3);
}

void ClassifierTest::attributesTogetherRaiseTheTable() {
    const Values sexes{"男", "女"};
    const Values ages{"34", "56"};
    const Values married{"未婚", "已婚"};
    std::vector<classify::ColumnValues> columns{{"性别", sexes, {}, 0}, {"年龄", ages, {}, 0}};
    auto result = classify::classifyColumns(columns, {}, {});
    QCOMPARE(result->tableLevel39725, 2);
    QVERIFY(result->rules.empty());
    columns.push_back({"婚姻状况", married, {}, 0});
    result = classify::classifyColumns(columns, {}, {});
    QCOMPARE(result->tableLevel39725, 3);
    QCOMPARE(result->rules.size(), std::size_t{1});
    QCOMPARE(result->rules[0].status, std::string("S"));
}

void ClassifierTest::jsonRoundTrip() {
    const Values phones{"13812345678", "138123456", "联系13912345678"};
    const std::vector<classify::ColumnValues> columns{{"电话 \"x\"", phones, {}, 0}, {"空", {}, {}, 0}};
    const auto result = classify::classifyColumns(columns, {}, {});
    const std::string json = classify::toJson(*result);
    const auto read = classify::classificationFromJson(json);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(*read, *result);
    QCOMPARE(classify::toJson(*read), json);
    for (const Values& values : {phones})
        for (const std::string& value : values)
            QVERIFY2(json.find(value) == std::string::npos, "a cell value must not reach a report");
}

void ClassifierTest::foreignJsonIsRefused_data() {
    QTest::addColumn<QString>("json");
    for (const char* const json : {"", "[]", "{}", "{\"columns\":[],\"tableLevel39725\":9,\"rules\":[]}",
                                   "{\"columns\":[7],\"tableLevel39725\":1,\"rules\":[]}",
                                   "{\"columns\":{},\"tableLevel39725\":1,\"rules\":[]}",
                                   "{\"columns\":[{\"name\":1}],\"tableLevel39725\":1,\"rules\":[]}"})
        QTest::newRow(json) << json;
}

void ClassifierTest::foreignJsonIsRefused() {
    QFETCH(QString, json);
    const auto read = classify::classificationFromJson(json.toStdString());
    QVERIFY(!read.ok());
    QVERIFY(read.error().is(errors::kClassificationInvalid));
}

void ClassifierTest::optionsAreValidated() {
    classify::ClassifyOptions options;
    QVERIFY(options.validate().ok());
    options.minimumShare = 1.5;
    QVERIFY(!options.validate().ok());
    options.minimumShare = 0.6;
    options.chanceFactor = 0;
    QVERIFY(!classify::classifyColumns({}, options, {}).ok());
}

void ClassifierTest::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    const Values values{"1"};
    const classify::ColumnValues column{"a", values, {}, 0};
    const auto result = classify::classifyColumns(std::span(&column, 1), {}, context);
    QVERIFY(!result.ok());
    QVERIFY(result.error().is(errors::kCancelled));
}

MANGROVE_TEST(ClassifierTest)
#include "classifier_test.moc"
