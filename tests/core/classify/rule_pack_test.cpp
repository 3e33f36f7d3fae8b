// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/rule_pack.h"

#include "classify/classifier.h"
#include "classify/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;

namespace {

/// A pack that is right; tests spoil one thing of it.
const std::string kGoodPack = R"({
  "rulepack": 1,
  "id": "office",
  "version": "1",
  "jurisdiction": "CN-HI",
  "title": {"en": "Office", "zh": "办公室"},
  "kinds": [
    {"id": "his-visit", "name": {"en": "visit", "zh": "就诊"}, "class": "direct", "level39725": 4, "chance": 0.001, "pattern": "ZY[0-9]{8}"}
  ],
  "names": [
    {"kind": "his-visit", "origin": "our HIS", "status": "V", "strong": ["zyid"], "weak": []}
  ],
  "rules": [
    {"id": "office-1", "source": "Office", "clause": "1", "edition": "2026", "status": "M",
     "validFrom": "2026-01-01", "validTo": "2027-01-01",
     "when": {"identifier": ["his-visit"]}, "effect": {"level39725": 5, "flags": ["office"]}, "en": "e", "zh": "中"}
  ]
})";

std::string spoiled(const std::string& from, const std::string& to) {
    std::string pack = kGoodPack;
    const auto at = pack.find(from);
    Q_ASSERT(at != std::string::npos);
    return pack.replace(at, from.size(), to);
}

} // namespace

class RulePackTest final : public QObject {
    Q_OBJECT
private slots:
    void builtInPacksAreRight();
    void aGoodPackIsRead();
    void wrongPacksAreRefused_data();
    void wrongPacksAreRefused();
    void aFolderAddsAndOneWrongPackRefusesAll();
    void laterPackOfSameIdReplaces();
    void rulesHoldAsOfADate();
    void aRuleOfTheSameIdReplaces();
};

void RulePackTest::builtInPacksAreRight() {
    const auto set = classify::RulePackSet::builtIn();
    QVERIFY2(set.ok(), set.ok() ? "" : set.error().message().c_str());
    QCOMPARE((*set)->packs().size(), std::size_t{7});
    std::size_t fromMemory = 0;
    std::size_t names = 0;
    for (const auto& pack : (*set)->packs()) {
        QVERIFY(!pack.title.zh.empty());
        names += pack.names.size();
        for (const auto& rule : pack.rules) {
            QVERIFY(!rule.source.empty() && !rule.clause.empty() && !rule.edition.empty());
            fromMemory += rule.status == classify::RuleStatus::Memory ? 1U : 0U;
            // the level table of 39725 was never read in the standard itself
            if (rule.source == "GB/T 39725-2020" && rule.clause.starts_with("6.2"))
                QCOMPARE(rule.status, classify::RuleStatus::Memory);
        }
    }
    QVERIFY(names > 100);
    QVERIFY(fromMemory >= 8);
}

void RulePackTest::aGoodPackIsRead() {
    const auto pack = classify::RulePack::parse(kGoodPack, "office.json");
    QVERIFY2(pack.ok(), pack.ok() ? "" : pack.error().message().c_str());
    QCOMPARE(pack->rules.size(), std::size_t{1});
    QCOMPARE(pack->kinds.size(), std::size_t{1});
    QCOMPARE(*pack->rules[0].effect.level39725, 5);
    QCOMPARE(pack->rules[0].status, classify::RuleStatus::Memory);
}

void RulePackTest::wrongPacksAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& json, int line, const char* reason) {
        QTest::newRow(name) << QString::fromStdString(json) << line << reason;
    };
    row("no json", "{\n\n  \"rulepack\": 1,,\n}", 3, "not well-formed");
    row("not an object", "[]", 1, "must be an object");
    row("form", spoiled("\"rulepack\": 1", "\"rulepack\": 2"), 2, "'rulepack'");
    row("no version", spoiled("  \"version\": \"1\",\n", ""), 1, "'version' is missing");
    row("unknown member", spoiled("\"version\"", "\"colour\": 1, \"version\""), 4, "no member 'colour'");
    row("key twice", spoiled("\"version\": \"1\"", "\"version\": \"1\", \"version\": \"2\""), 4,
        "stands twice");
    row("id form", spoiled("\"office\"", "\"Of fice\""), 1, "'id' must consist");
    row("class", spoiled("\"class\": \"direct\"", "\"class\": \"secret\""), 8, "is no class");
    row("kind level", spoiled("\"level39725\": 4", "\"level39725\": 6"), 8, "from 1 to 5");
    row("kind pattern", spoiled("ZY[0-9]{8}", "ZY[0-9"), 8, "no RE2 pattern");
    row("back reference", spoiled("ZY[0-9]{8}", "(a)\\\\1"), 8, "no RE2 pattern");
    row("built-in kind", spoiled("\"id\": \"his-visit\"", "\"id\": \"email\""), 8, "built-in kind");
    row("chance", spoiled("\"chance\": 0.001", "\"chance\": 0"), 8, "'chance'");
    row("name of no kind", spoiled("{\"kind\": \"his-visit\"", "{\"kind\": \"no-kind\""), 11,
        "no kind 'no-kind'");
    row("no names", spoiled("[\"zyid\"]", "[]"), 11, "holds no name");
    row("names no texts", spoiled("[\"zyid\"]", "[7]"), 11, "must hold texts");
    row("status", spoiled("\"status\": \"M\"", "\"status\": \"X\""), 14, "V, S or M");
    row("no clause", spoiled("\"clause\": \"1\", ", ""), 14, "'clause' is missing");
    row("date", spoiled("2026-01-01", "2026-02-30"), 15, "must be a date");
    row("dates", spoiled("2027-01-01", "2025-01-01"), 14, "ends before");
    row("rule of no kind", spoiled("[\"his-visit\"]}", "[\"no-kind\"]}"), 16, "no kind 'no-kind'");
    row("empty when", spoiled("{\"identifier\": [\"his-visit\"]}", "{}"), 16, "'when' is empty");
    row("empty effect", spoiled("{\"level39725\": 5, \"flags\": [\"office\"]}", "{}"), 16,
        "'effect' is empty");
    row("level", spoiled("\"level39725\": 5", "\"level39725\": 5.5"), 16, "whole number");
    row("flag", spoiled("[\"office\"]", "[\"a b\"]"), 16, "flag");
    row("category", spoiled("\"level39725\": 5", "\"category39725\": \"gossip\""), 16, "6.1");
    row("table rule with more",
        spoiled("{\"identifier\": [\"his-visit\"]}",
                "{\"tableAtLeast\": {\"quasi\": 2}, \"freeText\": true}"),
        16, "stand alone");
    row("national level", spoiled("\"level39725\": 5", "\"level43697\": \"secret\""), 16,
        "general-1 to general-4");
    row("age", spoiled("{\"identifier\": [\"his-visit\"]}", "{\"ageBelow\": 0}"), 16, "from 1 to 150");
    row("persons with more",
        spoiled("{\"identifier\": [\"his-visit\"]}", "{\"personsAtLeast\": 5, \"class\": [\"direct\"]}"), 16,
        "stand alone");
    row("too deep", std::string(100, '['), 1, "levels deep");
}

void RulePackTest::wrongPacksAreRefused() {
    QFETCH(QString, json);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const auto pack = classify::RulePack::parse(json.toStdString(), "office.json");
    QVERIFY(!pack.ok());
    QVERIFY(pack.error().is(errors::kRulePackInvalid));
    const QString message = QString::fromStdString(pack.error().message());
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(message.contains("office.json"));
    QCOMPARE(pack.error().at().file, std::string("office.json"));
    QCOMPARE(static_cast<int>(pack.error().at().line), line);
}

void RulePackTest::aFolderAddsAndOneWrongPackRefusesAll() {
    const test::TempDir folder;
    folder.write("a.json", kGoodPack);
    folder.write("note.txt", "no pack");
    const auto set = classify::RulePackSet::withFolder(folder.path());
    QVERIFY(set.ok());
    QCOMPARE((*set)->packs().size(), std::size_t{8});
    folder.write("b.json", spoiled("\"status\": \"M\"", "\"status\": \"Q\""));
    const auto refused = classify::RulePackSet::withFolder(folder.path());
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().at().file.ends_with("b.json"));
    QVERIFY(!classify::RulePackSet::withFolder(folder / "absent").ok());
}

void RulePackTest::laterPackOfSameIdReplaces() {
    auto first = classify::RulePack::parse(kGoodPack, "1.json");
    auto second = classify::RulePack::parse(spoiled("\"version\": \"1\"", "\"version\": \"2\""), "2.json");
    std::vector<classify::RulePack> packs;
    packs.push_back(std::move(first).value());
    packs.push_back(std::move(second).value());
    const auto set = classify::RulePackSet::make(std::move(packs));
    QCOMPARE((*set)->packs().size(), std::size_t{1});
    QCOMPARE((*set)->packs()[0].version, std::string("2"));
}

void RulePackTest::rulesHoldAsOfADate() {
    const test::TempDir folder;
    folder.write("a.json", kGoodPack);
    classify::ClassifyOptions options;
    options.packs = *classify::RulePackSet::withFolder(folder.path());
    const std::vector<std::string> values{"ZY00000001", "ZY00000002", "ZY00000003", "ZY00000004"};
    const classify::ColumnValues column{"zyid", values, {}, 0};
    const auto levelAt = [&](const char* day) {
        options.asOf = *parseIso8601(day);
        const auto result = classify::classifyColumns(std::span(&column, 1), options, {});
        Q_ASSERT(result.ok() && result->columns[0].identifier == "his-visit");
        return result->columns[0].level39725;
    };
    QCOMPARE(levelAt("2025-12-31"), 4); // before the office's rule: that of 39725
    QCOMPARE(levelAt("2026-06-01"), 5);
    QCOMPARE(levelAt("2027-01-01"), 4);
}

void RulePackTest::aRuleOfTheSameIdReplaces() {
    // the province knows better: sensitive columns are level 4, by the id of the built-in rule
    const test::TempDir folder;
    const auto file = folder.write(
        "province.json",
        R"({"rulepack": 1, "id": "province", "version": "1", "jurisdiction": "CN-HI", "title": {"en": "P", "zh": "省"},
 "rules": [{"id": "39725-level-sensitive", "source": "P", "clause": "1", "edition": "2026", "status": "V",
 "when": {"class": ["sensitive"]}, "effect": {"level39725": 4}, "en": "e", "zh": "中"}]})");
    const std::vector<std::filesystem::path> files{file};
    const auto set = classify::RulePackSet::withFiles(files);
    QVERIFY2(set.ok(), set.ok() ? "" : set.error().message().c_str());
    std::size_t same = 0;
    for (const auto& pack : (*set)->packs())
        same += static_cast<std::size_t>(
            std::count_if(pack.rules.begin(), pack.rules.end(),
                          [](const auto& rule) { return rule.id == "39725-level-sensitive"; }));
    QCOMPARE(same, std::size_t{1});
    const std::vector<std::string> values{"3.4", "5.6"};
    const classify::ColumnValues column{"检验结果", values, {}, 0};
    classify::ClassifyOptions options;
    QCOMPARE(classify::classifyColumns(std::span(&column, 1), options, {})->columns[0].level39725, 3);
    options.packs = *set;
    const auto result = classify::classifyColumns(std::span(&column, 1), options, {});
    QCOMPARE(result->columns[0].level39725, 4);
    QVERIFY(std::any_of(result->columns[0].rules.begin(), result->columns[0].rules.end(),
                        [](const auto& rule) { return rule.pack == "province"; }));
    QVERIFY(std::any_of(result->packs.begin(), result->packs.end(),
                        [](const auto& pack) { return pack.id == "province"; }));
}

MANGROVE_TEST(RulePackTest)
#include "rule_pack_test.moc"
