// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/recipe.h"
#include "deid/suggest.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace mangrove;

namespace {

const char* const kFullRecipe = R"({"recipe":1,
 "attributes":[
  {"column":"name","role":"direct","transform":{"type":"suppress"}},
  {"column":"pid","role":"direct","transform":{"type":"pseudonym","domain":"patient"}},
  {"column":"phone","role":"direct","transform":{"type":"mask","keepFirst":3,"keepLast":4,"with":"#"}},
  {"column":"note","role":"sensitive","transform":{"type":"suppress","mode":"empty"}},
  {"column":"age","role":"quasi","hierarchy":"builtin:age-5y","minLevel":1,"maxLevel":3,"unmatched":"suppress"},
  {"column":"sex","role":"quasi"},
  {"column":"place","role":"quasi","hierarchy":"builtin:cn-division","level":2},
  {"column":"admitted","role":"insensitive","transform":{"type":"date-shift","person":"pid","domain":"patient","days":182}}
 ],
 "models":[{"type":"k-anonymity","k":5},{"type":"gbt-39725"},
           {"type":"gbt-42460","sharing":"controlled","context":{"deliberate":0.1,"inadvertent":0.2,"breach":0.05}}],
 "suppressionLimit":0.05,
 "measure":{"type":"loss","aggregate":"geometric-mean","gsFactor":0.25},
 "suppressedRecords":"blank","unlistedColumns":"error","recipient":"Institute A"})";

std::string withAttribute(const std::string& attribute) {
    return "{\"recipe\":1,\n\"attributes\":[\n" + attribute + "]}";
}

} // namespace

class RecipeTest : public QObject {
    Q_OBJECT

private slots:
    void survivesTheRoundTrip() {
        const auto recipe = deid::parseRecipe(kFullRecipe);
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        QCOMPARE(recipe->attributes.size(), std::size_t{8});
        QCOMPARE(recipe->requiredClassSize(), std::uint64_t{6});
        QCOMPARE(recipe->find("age")->minLevel, std::optional<std::uint32_t>(1));
        const std::string text = deid::toJson(*recipe);
        const auto again = deid::parseRecipe(text);
        QVERIFY(again.ok());
        QVERIFY(*again == *recipe);
        QCOMPARE(deid::toJson(*again), text);
        QCOMPARE(deid::recipeSha256(*again), deid::recipeSha256(*recipe));
        QCOMPARE(deid::recipeSha256(*recipe).size(), std::size_t{64});
        deid::Recipe other = *recipe;
        other.suppressionLimit = 0.04;
        QVERIFY(deid::recipeSha256(other) != deid::recipeSha256(*recipe));
    }

    /// GB/T 39725 10.2 f: the range of a date shift is nobody else's business.
    void keepsTheShiftRangeFromTheRecipient() {
        const auto recipe = deid::parseRecipe(kFullRecipe);
        QVERIFY(deid::toJson(*recipe).find("182") != std::string::npos);
        const std::string shown = deid::toJson(*recipe, deid::Disclosure::ForRecipient);
        QVERIFY(shown.find("182") == std::string::npos);
        QVERIFY(shown.find("date-shift") != std::string::npos);
    }

    void readsTheExampleOfTheContract() {
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi","hierarchy":"age.csv"},{"column":"occupation","role":"sensitive"},{"column":"name","role":"direct","transform":{"type":"suppress"}}],
     "models":[{"type":"k-anonymity","k":5}],
     "suppressionLimit":0.05,"measure":{"type":"loss","aggregate":"geometric-mean"}})");
        QVERIFY(recipe.ok());
        QCOMPARE(recipe->measure.aggregate, deid::Aggregate::GeometricMean);
    }

    void explainsWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("path"); ///< first argument
        QTest::addColumn<quint64>("line");
        const auto add = [](const char* name, const std::string& text, const char* code, const char* path,
                            quint64 line) {
            QTest::newRow(name) << QString::fromStdString(text) << code << path << line;
        };
        add("no JSON", "{\n\"recipe\":1,\n", "recipe-syntax", "3", 3);
        add("comment", "{\n// x\n\"recipe\":1}", "recipe-syntax", "2", 2);
        add("twice", "{\"recipe\":1,\n\"recipe\":1}", "recipe-syntax", "2", 2);
        add("deep", std::string(20, '[') + std::string(20, ']'), "recipe-syntax", "1", 1);
        add("list", "[]", "recipe-field", "top level", 1);
        add("version", "{\n\"recipe\":2,\"attributes\":[]}", "recipe-field", "recipe", 2);
        add("version text", "{\n\"recipe\":\"1\"}", "recipe-field", "recipe", 2);
        add("no attributes", "{\"recipe\":1,\n\"attributes\":\n[]}", "recipe-field", "attributes", 3);
        add("unknown key", "{\"recipe\":1,\n\"atributes\":[]}", "recipe-field", "atributes", 2);
        add("role", withAttribute(R"({"column":"a","role":"quasy"})"), "recipe-field", "attributes[0].role",
            3);
        add("no role", withAttribute(R"({"column":"a"})"), "recipe-field", "attributes[0].role", 3);
        add("level text",
            withAttribute("{\"column\":\"a\",\"role\":\"quasi\",\n\"hierarchy\":\"h\",\n\"level\":\"2\"}"),
            "recipe-field", "attributes[0].level", 5);
        add("level fraction", withAttribute(R"({"column":"a","role":"quasi","hierarchy":"h","level":1.5})"),
            "recipe-field", "attributes[0].level", 3);
        add("transform key",
            withAttribute(
                "{\"column\":\"a\",\"role\":\"direct\",\n\"transform\":{\"type\":\"mask\",\n\"keep\":3}}"),
            "recipe-field", "attributes[0].transform.keep", 5);
        add("shift without days",
            withAttribute(
                R"({"column":"a","role":"insensitive","transform":{"type":"date-shift","person":"p"}})"),
            "recipe-field", "attributes[0].transform.days", 3);
        add("k below 2",
            R"({"recipe":1,"attributes":[{"column":"a","role":"quasi"}],"models":[{"type":"k-anonymity","k":1}]})",
            "recipe-field", "models[0].k", 1);
        add("limit", R"({"recipe":1,"attributes":[{"column":"a","role":"quasi"}],"suppressionLimit":5})",
            "recipe-field", "suppressionLimit", 1);
        add("42460 without sharing",
            R"({"recipe":1,"attributes":[{"column":"a","role":"quasi"}],"models":[{"type":"gbt-42460"}]})",
            "recipe-field", "models[0].sharing", 1);
        add("column twice", withAttribute(R"({"column":"a","role":"quasi"},{"column":"a","role":"direct"})"),
            "recipe-invalid", "names the column a twice", 0);
        add("level without hierarchy", withAttribute(R"({"column":"a","role":"quasi","level":1})"),
            "recipe-invalid", "gives the column a a level but no hierarchy", 0);
        add("own person",
            withAttribute(
                R"({"column":"a","role":"insensitive","transform":{"type":"date-shift","person":"a","days":3}})"),
            "recipe-invalid",
            "gives the column a a date shift without another column that tells persons apart", 0);
        add("mask of two",
            withAttribute(R"({"column":"a","role":"direct","transform":{"type":"mask","with":"**"}})"),
            "recipe-invalid", "gives the column a a mask that is not exactly one character", 0);
    }
    void explainsWhatIsWrong() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, path);
        QFETCH(quint64, line);
        const auto recipe = deid::parseRecipe(text.toStdString(), "r.json");
        QVERIFY(!recipe.ok());
        QCOMPARE(QString::fromStdString(std::string(recipe.error().code())), code);
        QCOMPARE(QString::fromStdString(recipe.error().args().front()), path);
        QCOMPARE(recipe.error().at().line, std::uint64_t{line});
        QCOMPARE(recipe.error().at().file, std::string("r.json"));
    }

    void saysWhoCanUndoATransform() {
        QCOMPARE(deid::transformInfos().size(), std::size_t{17});
        for (const auto& info : deid::transformInfos()) {
            QVERIFY(!info.reversibleBy.empty() && !info.effect.empty());
            QCOMPARE(&deid::describe(info.type), &info);
            QCOMPARE(deid::transformFromName(info.name), std::optional(info.type));
        }
        QCOMPARE(deid::describe(deid::TransformType::Suppress).reversibility, deid::Reversibility::Nobody);
        QCOMPARE(deid::describe(deid::TransformType::Pseudonym).reversibility,
                 deid::Reversibility::KeyHolder);
    }

    void masksByCodePoint_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint32>("first");
        QTest::addColumn<quint32>("last");
        QTest::addColumn<QString>("masked");
        QTest::newRow("phone") << "13812345678" << quint32{3} << quint32{4} << "138****5678";
        QTest::newRow("name") << "欧阳小明" << quint32{1} << quint32{1} << "欧**明";
        QTest::newRow("all") << "abc" << quint32{0} << quint32{0} << "***";
        QTest::newRow("would hide nothing") << "abc" << quint32{2} << quint32{1} << "***";
        QTest::newRow("would overlap") << "ab" << quint32{4000000000} << quint32{4000000000} << "**";
        QTest::newRow("empty") << "" << quint32{1} << quint32{1} << "";
        QTest::newRow("beyond the BMP") << "𠮷a𠮷" << quint32{1} << quint32{0} << "𠮷**";
    }
    void masksByCodePoint() {
        QFETCH(QString, text);
        QFETCH(quint32, first);
        QFETCH(quint32, last);
        QFETCH(QString, masked);
        QCOMPARE(QString::fromStdString(deid::maskText(text.toStdString(), first, last, "*")), masked);
    }

    void suggestsSomethingSensible() {
        const std::vector<deid::ColumnRole> columns{
            {"pid", "direct", "patient-id", 4, "text", 900, 10, {"A1"}},
            {"name", "direct", "person-name", 4, "text", 900, 4, {}},
            {"id", "direct", "cn-resident-id", 4, "text", 900, 18, {}},
            {"doctor", "professional", "professional-name", 4, "text", 9, 4, {}},
            {"age", "quasi", "age", 3, "text", 10, 7, {"[70-80)", "[0-10)"}},
            {"born", "quasi", "birth-date", 3, "date", 800, 10, {"1910-03-04"}},
            {"place", "quasi", "cn-division", 3, "integer", 20, 6, {"460105", "469025"}},
            {"sex", "quasi", "sex", 3, "text", 2, 1, {"男"}},
            {"admitted", "quasi", "event-date", 3, "date", 300, 10, {"2024-01-01"}},
            {"diagnosis", "sensitive", "icd-10", 3, "text", 200, 5, {"E11.9"}},
            {"note", "sensitive", "free-text", 4, "text", 900, 300, {}},
            {"drug", "code", "cn-drug-approval", 1, "text", 90, 14, {}},
        };
        const deid::Recipe recipe = deid::suggestRecipe(columns);
        QVERIFY(deid::validate(recipe).ok());
        const auto typeOf = [&](const char* column) {
            return deid::effectiveTransform(*recipe.find(column)).type;
        };
        QCOMPARE(typeOf("pid"), deid::TransformType::Pseudonym);
        QCOMPARE(typeOf("name"), deid::TransformType::Suppress);
        QCOMPARE(typeOf("id"), deid::TransformType::Suppress);
        QCOMPARE(typeOf("doctor"), deid::TransformType::Suppress);
        QCOMPARE(recipe.find("age")->hierarchy, std::string("builtin:interval"));
        QCOMPARE(recipe.find("born")->hierarchy, std::string("builtin:date"));
        QCOMPARE(recipe.find("place")->hierarchy, std::string("builtin:cn-division"));
        QCOMPARE(recipe.find("sex")->hierarchy, std::string("builtin:keep-or-suppress"));
        QCOMPARE(typeOf("admitted"), deid::TransformType::DateShift);
        QCOMPARE(recipe.find("admitted")->transform->person, std::string("pid"));
        QCOMPARE(typeOf("diagnosis"), deid::TransformType::Keep);
        QCOMPARE(typeOf("note"), deid::TransformType::Suppress);
        QCOMPARE(typeOf("drug"), deid::TransformType::Keep);
        QVERIFY(recipe.requiredClassSize() >= 6);
        QVERIFY(deid::parseRecipe(deid::toJson(recipe)).ok());

        // without a person a date is generalised instead
        const deid::Recipe alone = deid::suggestRecipe({columns[8]});
        QCOMPARE(alone.attributes[0].hierarchy, std::string("builtin:date"));
        QCOMPARE(alone.attributes[0].role, deid::AttributeRole::Quasi);
    }

    /// The published schema knows the same keys as the reader.
    void schemaKeepsStep() {
        const std::string schema =
            test::readAll(test::sourceDir() / "resources" / "schemas" / "recipe.schema.json");
        for (const char* key : {"recipe",
                                "attributes",
                                "models",
                                "suppressionLimit",
                                "measure",
                                "suppressedRecords",
                                "unlistedColumns",
                                "recipient",
                                "column",
                                "role",
                                "hierarchy",
                                "level",
                                "minLevel",
                                "maxLevel",
                                "unmatched",
                                "transform",
                                "keepFirst",
                                "keepLast",
                                "with",
                                "domain",
                                "person",
                                "days",
                                "k",
                                "sharing",
                                "context",
                                "aggregate",
                                "gsFactor"})
            QVERIFY2(schema.find("\"" + std::string(key) + "\":") != std::string::npos, key);
    }

    /// Each transform has exactly its parameters in the schema.
    void schemaKnowsEveryTransform() {
        const auto schema = QJsonDocument::fromJson(QByteArray::fromStdString(
            test::readAll(test::sourceDir() / "resources" / "schemas" / "recipe.schema.json")));
        const QJsonArray forms = schema["$defs"]["transform"]["oneOf"].toArray();
        for (const auto& info : deid::transformInfos()) {
            const QString name =
                QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
            int found = 0;
            for (const QJsonValue& form : forms) {
                const QJsonObject properties = form["properties"].toObject();
                if (properties["type"]["const"].toString() != name
                    && !properties["type"]["enum"].toArray().contains(name))
                    continue;
                ++found;
                QSet<QString> wanted{"type"}, known;
                for (const auto& parameter : info.parameters)
                    wanted.insert(QString::fromUtf8(parameter.name.data(),
                                                    static_cast<qsizetype>(parameter.name.size())));
                for (const QString& key : properties.keys())
                    known.insert(key);
                QCOMPARE(known, wanted);
            }
            QCOMPARE(found, 1);
        }
    }
};

MANGROVE_TEST(RecipeTest)
#include "recipe_test.moc"
