// SPDX-License-Identifier: GPL-3.0-or-later
// Every engine command reads what hospitals have, not only CSV.
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

namespace {

const char kPatients[] =
    "{\"resourceType\":\"Patient\",\"id\":\"a\",\"gender\":\"male\",\"birthDate\":\"1980-01-02\"}\n"
    "{\"resourceType\":\"Patient\",\"id\":\"b\",\"gender\":\"male\",\"birthDate\":\"1980-01-02\"}\n"
    "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/a\"}}\n";

class FormatCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void tablesAreListed() {
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("all.ndjson", kPatients).string());
        const auto json = mangrove::test::runCli({"tables", file, "--json"}).json();
        QCOMPARE(json.value("format").toString(), QString("fhir"));
        const auto tables = json.value("tables").toArray();
        QCOMPARE(tables.size(), 2);
        QCOMPARE(tables[0].toObject().value("name").toString(), QString("Patient"));
        QCOMPARE(tables[0].toObject().value("rows").toInt(), 2);
        QCOMPARE(tables[1].toObject().value("columns").toArray(),
                 (QJsonArray{"id", "subject.type", "subject.id"}));
        QVERIFY(json.value("model").isNull());
        QVERIFY(mangrove::test::runCli({"tables", file}).out.contains("Encounter"));
    }
    void everyCommandReadsThem() {
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("all.ndjson", kPatients).string());
        const auto several = mangrove::test::runCli({"profile", file, "--json"});
        QCOMPARE(several.exit, 2);
        QCOMPARE(several.errorCode(), QString("several-tables"));
        const auto profile = mangrove::test::runCli({"profile", file, "--table", "Patient", "--json"}).json();
        QCOMPARE(profile.value("rows").toInt(), 2);
        QCOMPARE(profile.value("source").toObject().value("format").toString(), QString("fhir-ndjson"));
        QCOMPARE(mangrove::test::runCli({"classify", file, "--table", "Patient", "--json"})
                     .json()
                     .value("columns")
                     .toArray()
                     .size(),
                 3);
        const auto risk = mangrove::test::runCli(
            {"deid", "risk", file, "--table", "Patient", "--qi", "gender,birthDate", "--json"});
        QCOMPARE(risk.json().value("classes").toInt(), 1);
        QCOMPARE(mangrove::test::runCli({"quality", "check", file, "--table", "Patient", "--json"})
                     .json()
                     .value("rows")
                     .toInt(),
                 2);
    }
    void aPasswordInTheNameIsRefused() {
        const auto said = mangrove::test::runCli({"profile", "postgresql://u:geheim@localhost/x", "--json"});
        QCOMPARE(said.exit, 2);
        QCOMPARE(said.errorCode(), QString("database-password-in-name"));
        QVERIFY(!said.out.contains("geheim") && !said.err.contains("geheim"));
    }
};

} // namespace

MANGROVE_TEST(FormatCommandsTest)
#include "format_commands_test.moc"
