// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <nlohmann/json.hpp>
#include <string>

namespace {

mangrove::profile::TableProfile jsonSample() {
    const mangrove::test::TempDir folder;
    const auto path = folder.write(
        "t.csv", "id,name,born,weight,seen,none\n1,林,1990-01-31,70.5,2026-01-01 08:00,\n"
                 "2,林,1985-12-01,?,2026-01-02 09:30,\n3,\"a,b\",2001-05-05,80,2026-01-03 10:00,\n4\n");
    const auto profile = mangrove::profile::profileFile(path, {}, {}, {});
    return profile.value();
}

} // namespace

class ProfileJsonTest : public QObject {
    Q_OBJECT

private slots:
    void hasTheKeysOfTheContract() {
        const auto json = nlohmann::json::parse(mangrove::profile::toJson(jsonSample()));
        for (const char* key : {"source", "rows", "warnings", "columns"})
            QVERIFY2(json.contains(key), key);
        for (const char* key : {"bytes", "sha256", "format", "encoding", "delimiter", "quote", "header"})
            QVERIFY2(json["source"].contains(key), key);
        for (const auto& column : json["columns"]) {
            for (const char* key :
                 {"name", "type", "nulls", "distinct", "distinctExact", "min", "max", "mean", "stddev",
                  "quantiles", "minLength", "maxLength", "top", "histogram", "patterns"})
                QVERIFY2(column.contains(key), key);
        }
        const auto& weight = json["columns"][3];
        QCOMPARE(weight["type"].get<std::string>(), std::string("decimal"));
        QCOMPARE(weight["nulls"].get<int>(), 1);
        QCOMPARE(weight["mean"].get<double>(), 75.25);
        QCOMPARE(weight["quantiles"]["p25"].get<double>(), 70.5);
        QCOMPARE(weight["min"].get<std::string>(), std::string("70.5"));
        QCOMPARE(json["columns"][2]["type"].get<std::string>(), std::string("date"));
        QCOMPARE(json["columns"][2]["quantiles"]["p50"].get<std::string>(), std::string("1990-01-31"));
        QCOMPARE(json["columns"][4]["quantiles"]["p50"].get<std::string>(),
                 std::string("2026-01-02T09:30:00"));
        QCOMPARE(json["columns"][5]["type"].get<std::string>(), std::string("empty"));
        QVERIFY(json["columns"][5]["min"].is_null());
        QCOMPARE(json["rows"].get<int>(), 3);
        QCOMPARE(json["rowsRejected"].get<int>(), 1);
        QCOMPARE(json["warnings"][0]["line"].get<int>(), 5);
    }

    void comesBack() {
        const auto profile = jsonSample();
        const auto back = mangrove::profile::fromJson(mangrove::profile::toJson(profile));
        QVERIFY2(back.ok(), back.ok() ? "" : back.error().message().c_str());
        QVERIFY(back->columns == profile.columns);
        QVERIFY(back->warnings == profile.warnings);
        QCOMPARE(back->source.sha256, profile.source.sha256);
        QCOMPARE(back->source.nullWords, profile.source.nullWords);
        QCOMPARE(mangrove::profile::toJson(*back), mangrove::profile::toJson(profile));
    }

    void hidesRareValuesOnRequest() {
        const auto json = nlohmann::json::parse(
            mangrove::profile::toJson(jsonSample(), mangrove::profile::JsonStyle{2, false}));
        QCOMPARE(json["columns"][1]["top"].size(), std::size_t{1});
        QCOMPARE(json["columns"][1]["top"][0]["count"].get<int>(), 2);
        QVERIFY(json["columns"][0]["top"].empty());
    }

    void refusesOtherTexts_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("rows as text") << QByteArray("\"rows\":3") << QByteArray("\"rows\":\"3\"");
        QTest::newRow("negative rows") << QByteArray("\"rows\":3") << QByteArray("\"rows\":-3");
        QTest::newRow("no columns") << QByteArray("\"columns\":") << QByteArray("\"kolumns\":");
        QTest::newRow("unknown type")
            << QByteArray("\"type\":\"decimal\"") << QByteArray("\"type\":\"float\"");
        QTest::newRow("top of numbers") << QByteArray("\"top\":[{") << QByteArray("\"top\":[1,{");
        QTest::newRow("cut short") << QByteArray("\"rows\":3") << QByteArray("");
        QTest::newRow("source a list") << QByteArray("{\"source\":{") << QByteArray("{\"source\":[],\"x\":{");
    }
    void refusesOtherTexts() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        auto text = QByteArray::fromStdString(mangrove::profile::toJson(jsonSample()));
        QVERIFY(mangrove::profile::fromJson(text.toStdString()).ok());
        const auto at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const auto refused = mangrove::profile::fromJson(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(std::string(refused.error().code()), std::string("profile-json-invalid"));
    }

    void refusesGarbage() {
        for (const char* text : {"", "[]", "null", "{", "\xFF", "{\"a\":1}"})
            QVERIFY(!mangrove::profile::fromJson(text).ok());
    }
};

MANGROVE_TEST(ProfileJsonTest)
#include "profile_json_test.moc"
