// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/text_scan.h"

#include "base/format.h"
#include "base/text.h"
#include "classify/classify_json.h"
#include "demo/generator.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

using namespace mangrove;

namespace {

/// "type=text type=text" in order.
QString foundIn(const std::string& text) {
    QStringList found;
    for (const auto& entity : classify::scanText(text))
        found << QString::fromStdString(entity.type + "=" + entity.text);
    return found.join(' ');
}

struct ScanScore {
    std::uint64_t planted = 0;
    std::uint64_t hit = 0;
    std::uint64_t reported = 0;
};

} // namespace

class TextScanTest final : public QObject {
    Q_OBJECT
private slots:
    void examples_data();
    void examples();
    void everydayWordsAreNoNames_data();
    void everydayWordsAreNoNames();
    void spansAreCodePoints();
    void plantedIdentifiersAreFound();
    void hostileTextIsHarmless();
    void jsonOfALine();
};

void TextScanTest::examples_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const std::pair<const char*, const char*> examples[] = {
        {"身份证460105190101019919电话13812345678",
         "cn-resident-id=460105190101019919 cn-mobile=13812345678"},
        {"身份证号：460105190101019910", "cn-resident-id=460105190101019910"},
        {"号码 460105 19010101 9919。", "cn-resident-id=460105 19010101 9919"},
        {"编号4601051901010199190", ""},
        {"电话138-1234-5678或0898-65321234", "cn-mobile=138-1234-5678 cn-landline=0898-65321234"},
        {"手机：１３８１２３４５６７８。", "cn-mobile=１３８１２３４５６７８"},
        {"联系 zhang@example.com，", "email=zhang@example.com"},
        {"见 https://example.com/a?id=1。", "url=https://example.com/a?id=1"},
        {"主机 192.168.10.21 登录", "ip-address=192.168.10.21"},
        {"得分1.2.3.4", ""},
        {"卡号6217000000000000004", "bank-card=6217000000000000004"},
        {"车牌琼A12345", "cn-plate=琼A12345"},
        {"证件 L898902C36UTO7408122F1204159ZE184226B<<<<<10 复印",
         "passport-mrz=L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\n无法识读",
         "passport-mrz=P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"},
        {"血压<<正常，A<B<<C", ""},
        {"军字第2001988号", "cn-military-id=军字第2001988号"},
        {"病案号：ZY0012345，", "medical-record-no=ZY0012345"},
        {"住院号 0012345", "medical-record-no=0012345"},
        {"护照号E12345678", "cn-passport=E12345678"},
        {"患者王建国，男，45岁", "person-name=王建国"},
        {"由其子王小明陪同", "person-name=王小明"},
        {"由之妻欧阳文静陪同，代诉", "person-name=欧阳文静"},
        {"姓名：买买提·艾力", "person-name=买买提·艾力"},
        {"患者李某某，女", "person-name=李某某"},
        {"主治医师：陈海明", "professional-name=陈海明"},
        {"助手：陈海明、林志强", "professional-name=陈海明 professional-name=林志强"},
        {"张伟主任医师查房", "professional-name=张伟"},
        {"请王医生会诊", "professional-name=王"},
        {"家住海南省海口市美兰区某某路12号3栋501室，无疫区旅居史",
         "address=海南省海口市美兰区某某路12号3栋501室"},
        {"于2024年1月31日入院，2024-02-03出院", "event-date=2024年1月31日 event-date=2024-02-03"},
        {"SSN 078-05-1121", "us-ssn=078-05-1121"},
        {"MRN: A1234567", "medical-record-no=A1234567"},
        {"Patient Name: Mary Smith", "person-name=Mary Smith"},
        {"seen by Dr. Jones today", "professional-name=Jones"},
        {"BP 138/84mmHg，WBC 12.4×10^9/L，T 36.8℃", ""}};
    for (const auto& [text, found] : examples)
        QTest::newRow(text) << text << found;
}

void TextScanTest::examples() {
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(foundIn(text.toStdString()), found);
}

void TextScanTest::everydayWordsAreNoNames_data() {
    QTest::addColumn<QString>("text");
    for (const char* const text :
         {"患者高血压病史5年",  "患者黄疸",       "患者白细胞升高",   "患者严重，",
          "患者何时入院",       "患者任何不适",   "患者余无异常。",   "患者常规检查",
          "患者方案",           "患者许可",       "麻烦医生指导",     "谢谢大夫！",
          "由医生选择",         "遵从医生的建议", "后来医生开了些药", "高血压患者有一定的调节作用",
          "糖尿病人能吃的水果", "病人康复的期望", "乙肝患者经过2年",  "查金黄色葡萄球菌",
          "予万古霉素",         "毛细血管充盈",   "石膏固定",         "我家住农村，",
          "医院地址在哪里",     "患者空腹。",     "孕妇常见的",       "那医生说"})
        QTest::newRow(text) << text;
}

void TextScanTest::everydayWordsAreNoNames() {
    QFETCH(QString, text);
    QCOMPARE(foundIn(text.toStdString()), QString());
}

void TextScanTest::spansAreCodePoints() {
    const std::string text = "𠮷野家：患者王建国，电话13812345678";
    const auto entities = classify::scanText(text);
    QCOMPARE(entities.size(), std::size_t{2});
    QCOMPARE(entities[0].start, std::uint64_t{6});
    QCOMPARE(entities[0].end, std::uint64_t{9});
    QCOMPARE(entities[1].start, std::uint64_t{12});
    QCOMPARE(entities[1].end, std::uint64_t{23});
    QCOMPARE(entities[1].rule, std::string("form/cn-mobile"));
}

void TextScanTest::plantedIdentifiersAreFound() {
    // The notes' generator has its own names and sentences; the detector knows none of its lists.
    const test::TempDir dir;
    demo::DemoOptions options;
    options.visits = 1500;
    const auto files = demo::generateDemoData(dir.path(), options, {});
    QVERIFY(files.ok());
    auto reader = io::RecordReader::open(files->visits);
    QVERIFY(reader.ok());
    const auto table = table::Table::read(**reader, {});
    QVERIFY(table.ok());
    const auto notes = table->columnIndex("入院记录");
    QVERIFY(notes.has_value());
    const auto manifest = nlohmann::json::parse(test::readAll(files->manifest));
    std::map<std::uint64_t, std::vector<classify::TextEntity>> found;
    std::map<std::string, ScanScore> scores;
    for (std::uint64_t row = 0; row < table->rows(); ++row) {
        if (const auto note = table->cell(*notes, row))
            found[row + 1] = classify::scanText(*note);
        for (const auto& entity : found[row + 1])
            ++scores[entity.type].reported;
    }
    for (const auto& planted : manifest["entities"]) {
        ScanScore& score = scores[planted["type"].get<std::string>()];
        ++score.planted;
        for (const auto& entity : found[planted["row"].get<std::uint64_t>()])
            score.hit += entity.type == planted["type"] && entity.start == planted["start"]
                                 && entity.end == planted["end"]
                             ? 1U
                             : 0U;
    }
    qInfo("%s", "kind                      planted   found  recall  precision");
    for (const auto& [type, score] : scores) {
        if (score.planted == 0)
            continue;
        const double recall = static_cast<double>(score.hit) / static_cast<double>(score.planted);
        const double precision = static_cast<double>(score.hit) / static_cast<double>(score.reported);
        qInfo("%s",
              format("{:<25} {:7} {:7} {:7.4f} {:10.4f}", type, score.planted, score.hit, recall, precision)
                  .c_str());
        const bool name = type == "person-name" || type == "professional-name" || type == "address";
        QVERIFY2(recall >= (name ? 0.98 : 1.0), type.c_str());
        QVERIFY2(precision >= 0.98, type.c_str());
    }
    QVERIFY(scores["person-name"].planted > 1000 && scores["cn-resident-id"].planted > 200);
}

void TextScanTest::hostileTextIsHarmless() {
    const std::string pieces[] = {".",       "@",      "1.",         "http://", "138-",     "460105-",
                                  "患者",    "患者王", "·",          "病案号",  "海南省",   "家住",
                                  "(0898)",  "医生",   "王医生",     "\xFF",    "\xE7\x8E", "62170000 ",
                                  "姓名：",  "某",     "a@a.",       "琼A",     "字第",     "之母",
                                  "2024-1-", "::",     "1:",         "+1 ",     "AL47 ",    "12床，",
                                  "就职于",  "二〇",   "出生日期：", "IMEI: 4", "(415) ",   "a.b"};
    for (const std::string& piece : pieces) {
        std::string text;
        while (text.size() < 200'000)
            text += piece;
        // 200 kB of anything; quadratic time would take minutes and run into the test's time limit
        for (const auto& entity : classify::scanText(text))
            QVERIFY(entity.start < entity.end && entity.end <= text.size());
    }
    QVERIFY(classify::scanText("").empty());
    QVERIFY(!classify::scanText(std::string("a\0b 13812345678", 15)).empty());
}

void TextScanTest::jsonOfALine() {
    const auto entities = classify::scanText("电话13812345678");
    QCOMPARE(
        classify::scanLineJson(3, entities, 0),
        std::string(R"({"line":3,"entities":[{"type":"cn-mobile","start":2,"end":13,"text":"13812345678",)"
                    R"("score":0.9,"rule":"form/cn-mobile"}],"unresolvedNames":0})"));
    QCOMPARE(classify::scanLineJson(4, {}, 2),
             std::string(R"({"line":4,"entities":[],"unresolvedNames":2})"));
}

MANGROVE_TEST(TextScanTest)
#include "text_scan_test.moc"
