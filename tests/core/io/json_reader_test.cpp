// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read_whole.h"
#include "crypto/sha256.h"
#include "io/json_tape.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <string>
#include <zlib.h>

namespace {

mangrove::test::WholeTable readJson(const std::string& bytes, const mangrove::io::ReadOptions& options = {}) {
    const mangrove::test::TempDir folder;
    const auto path = folder.write("table.dat", bytes);
    auto table = mangrove::test::readWhole(path, options);
    if (table.error.empty()
        && table.source.sha256 != mangrove::toHex(mangrove::crypto::sha256(std::string_view(bytes))))
        table.error = "wrong hash";
    return table;
}

QString textOf(const mangrove::test::WholeTable& table) {
    return QString::fromStdString(table.text());
}

} // namespace

class JsonReaderTest : public QObject {
    Q_OBJECT

private slots:
    void linesArraysAndObjects_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("lines") << QByteArray("{\"a\":1,\"b\":\"x\"}\n\n{\"b\":\"y\"}\r\n") << "json-lines";
        QTest::newRow("one line") << QByteArray("\xEF\xBB\xBF{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\"}")
                                  << "json-lines";
        QTest::newRow("array") << QByteArray("[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\"}]") << "json";
        QTest::newRow("array with layout")
            << QByteArray("\n[\n  {\n  \"a\" : 1,\n  \"b\" : \"x\"\n}\n,\n{\"b\":\"y\"}\n]\n") << "json";
        QTest::newRow("objects") << QByteArray("{\n \"a\": 1,\n \"b\": \"x\"\n}\n{\n \"b\": \"y\"\n}\n")
                                 << "json";
    }
    void linesArraysAndObjects() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        const auto table = readJson(bytes.toStdString());
        QCOMPARE(textOf(table), QString("a|b\n1|x\n∅|y"));
        QCOMPARE(QString::fromStdString(table.source.format), format);
        QVERIFY(table.warnings.empty());
    }

    void valuesStayExact() {
        const auto table =
            readJson("{\"id\":9007199254740993,\"d\":1.10,\"e\":1E5,\"t\":true,\"n\":null,\"s\":\"\","
                     "\"u\":\"\\u4e2d\\ud83d\\ude00\\n\\\"\",\"x\":NaN}\n"
                     "{\"id\":18446744073709551615,\"n\":\"NULL\"}\n");
        QCOMPARE(textOf(table), QString("id|d|e|t|n|s|u|x\n9007199254740993|1.10|1E5|true|∅||中😀\n\"|∅\n"
                                        "18446744073709551615|∅|∅|∅|∅|∅|∅|∅"));
        QVERIFY(table.warned("json-not-a-number"));
        QCOMPARE(table.source.nullWords, (std::vector<std::string>{"NULL"}));
    }

    void pathsOfNestedObjects() {
        const auto table = readJson(
            R"({"a":{"b":1,"c":{"d":"x"}},"tags":["p|q",2,null,"\\"],"list":[{"k":1},{"k":2}],"m":[[1,2],[3]]})"
            "\n"
            R"({"list":[{"k":9,"z":0}],"a":5,"a":6,"tags":[]})"
            "\n");
        QCOMPARE(textOf(table), QString("a|a.b|a.c.d|tags|list[0].k|list[0].z|list[1].k|m[0]|m[1]|a#2\n"
                                        "∅|1|x|p\\|q|2||\\\\|1|∅|2|1|2|3|∅\n5|∅|∅|∅|9|0|∅|∅|∅|6"));
    }

    void longArraysKeepTheirRest() {
        std::string line = "{\"a\":[";
        for (int i = 0; i < 10; ++i)
            line += (i > 0 ? "," : "") + std::string("{\"k\":") + std::to_string(i) + "}";
        const auto table = readJson(line + "]}\n");
        QCOMPARE(table.names.size(), std::size_t{9});
        QCOMPARE(QString::fromStdString(table.column("a[7].k")), QString("7"));
        QCOMPARE(QString::fromStdString(table.column("a[rest]")), QString("[{\"k\":8},{\"k\":9}]"));
    }

    void aFieldOfTheLastLineIsAColumn() {
        std::string bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += "{\"id\":" + std::to_string(i) + "}\n";
        const auto table = readJson(bytes + "{\"id\":200000,\"late\":\"x\"}\n");
        QCOMPARE(table.rows.size(), std::size_t{200'001});
        QCOMPARE(QString::fromStdString(table.rows.back()[1]), QString("x"));
        QCOMPARE(table.lines.back(), std::uint64_t{200'001});
    }

    void brokenLinesAreRefusedWithTheirLine() {
        const std::string bytes =
            "{\"a\":1}\n{\"a\":2\n[1]\n{\"a\":3}}\n{\"a\":\"\x01\"}\n{\"a\":01}\n{\"a\":4}\n";
        const auto table = readJson(bytes);
        QCOMPARE(textOf(table), QString("a\n1\n4"));
        QCOMPARE(table.rejected, std::uint64_t{5});
        std::vector<std::uint64_t> lines;
        for (const auto& warning : table.warnings) {
            if (warning.line > 0)
                lines.push_back(warning.line);
        }
        QCOMPARE(lines, (std::vector<std::uint64_t>{2, 3, 4, 5, 6}));
        mangrove::io::ReadOptions options;
        options.ragged = mangrove::io::RaggedPolicy::Fail;
        const auto failed = readJson(bytes, options);
        QCOMPARE(QString::fromStdString(failed.error), QString("json-broken"));
        QVERIFY(failed.errorText.find("line 2") != std::string::npos);
    }

    void brokenStructureIsAnError_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::newRow("array cut off") << QByteArray("[{\"a\":1},{\"a\":2") << "json-broken";
        QTest::newRow("no comma") << QByteArray("[{\"a\":1}{\"a\":2}]") << "json-broken";
        QTest::newRow("more behind") << QByteArray("[{\"a\":1}] x") << "json-broken";
        QTest::newRow("closing comma") << QByteArray("[{\"a\":1},]") << "json-broken";
        QTest::newRow("empty array") << QByteArray("[]") << "csv-empty";
        QTest::newRow("no fields") << QByteArray("{}\n{}\n") << "csv-empty";
        QTest::newRow("wide") << QByteArray("{\"a\":1,\"b\":2,\"c\":3}\n") << "csv-too-many-columns";
        QTest::newRow("long cell") << QByteArray("{\"a\":\"" + QByteArray(5000, 'x') + "\"}\n")
                                   << "csv-cell-too-large";
    }
    void brokenStructureIsAnError() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        mangrove::io::ReadOptions options;
        options.maxColumns = 2;
        options.maxCellBytes = 4096;
        QCOMPARE(QString::fromStdString(readJson(bytes.toStdString(), options).error), error);
    }

    void deepNestingIsRefused() {
        const auto nested = [](int depth) {
            std::string line = "{\"a\":";
            for (int i = 0; i < depth; ++i)
                line += "{\"a\":";
            return line + "1" + std::string(static_cast<std::size_t>(depth) + 1, '}') + "\n";
        };
        QCOMPARE(readJson("{\"b\":1}\n" + nested(63)).rejected, std::uint64_t{0});
        QCOMPARE(readJson("{\"b\":1}\n" + nested(64)).rejected, std::uint64_t{1});
        QCOMPARE(readJson("{\"b\":1}\n" + nested(100'000)).rejected, std::uint64_t{1});
    }

    void invalidBytesAreCounted() {
        mangrove::io::ReadOptions options;
        options.encoding = mangrove::io::Encoding::Utf8;
        const auto table = readJson(
            "{\"a\":\"caf\xC3\xA9 \xFF\"}\n{\"a\":\"\xE4\xB8\xAD\"}\n{\"a\":\"\\ud800\"}\n", options);
        QCOMPARE(textOf(table), QString("a\ncafé \uFFFD\n中\n\uFFFD"));
        QVERIFY(table.warned("text-undecodable"));
    }

    void fhirPathsNameWhatElementsAre() {
        const auto table = readJson(
            R"({"resourceType":"Patient","id":"p1","identifier":[{"type":{"coding":[{"code":"MR"}]},"value":"7"},)"
            R"({"system":"http://hl7.org/fhir/sid/us-ssn","value":"9"}],"name":[{"use":"official","family":"Li",)"
            R"("given":["Na","Xi"]}],"managingOrganization":{"reference":"Organization/o1"},"telecom":[)"
            R"({"system":"phone","use":"home","value":"1"},{"system":"phone","use":"home","value":"2"}],)"
            R"("maritalStatus":{"coding":[{"system":"http://x/v3","code":"M"},{"system":"urn:oid:2.16","code":"2"}]},)"
            R"("generalPractitioner":[{"reference":"urn:uuid:5"}]})"
            "\n"
            R"({"resourceType":"Patient","id":"p2","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"8"}]})"
            "\n");
        QCOMPARE(QString::fromStdString(table.source.format), QString("fhir-ndjson"));
        QCOMPARE(QString::fromStdString(table.source.member), QString("Patient"));
        QCOMPARE(QString::fromStdString(table.column("identifier[us-ssn].value")), QString("9 8"));
        QCOMPARE(QString::fromStdString(table.column("identifier[MR].value")), QString("7 ∅"));
        QCOMPARE(QString::fromStdString(table.column("name[official].given")), QString("Na|Xi ∅"));
        QCOMPARE(QString::fromStdString(table.column("managingOrganization.type")),
                 QString("Organization ∅"));
        QCOMPARE(QString::fromStdString(table.column("managingOrganization.id")), QString("o1 ∅"));
        QCOMPARE(QString::fromStdString(table.column("telecom[phone-home]#2.value")), QString("2 ∅"));
        QCOMPARE(QString::fromStdString(table.column("maritalStatus.coding[v3].code")), QString("M ∅"));
        QCOMPARE(QString::fromStdString(table.column("maritalStatus.coding[2.16].code")), QString("2 ∅"));
        QCOMPARE(QString::fromStdString(table.column("generalPractitioner[0].reference")),
                 QString("urn:uuid:5 ∅"));
        QCOMPARE(QString::fromStdString(table.column("resourceType")), QString("no column"));
    }

    void bundles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        const QByteArray bundle =
            R"({"resourceType":"Bundle","type":"collection","meta":{"x":[1,{"entry":[]}]},"entry":[)"
            R"({"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"a"}},)"
            R"({"fullUrl":"urn:uuid:2","resource":{"resourceType":"Encounter","id":"e"}},)"
            R"({"response":{"status":"200"}},)"
            R"({"resource":{"resourceType":"Patient","id":"b"}}],"total":3})";
        QTest::newRow("one line") << bundle << "fhir-bundle";
        QByteArray spread = bundle;
        spread.replace(",", ",\n  ");
        QTest::newRow("many lines") << spread << "fhir-bundle";
        QByteArray lines = bundle;
        lines.replace(R"(,{"resource":{"resourceType":"Patient","id":"b"}})", "");
        QTest::newRow("lines of Bundles")
            << lines + "\n"
                   + R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"b"}}]})"
                   + "\n"
            << "fhir-ndjson";
    }
    void bundles() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        mangrove::io::ReadOptions options;
        options.table = "Patient";
        const auto table = readJson(bytes.toStdString(), options);
        QCOMPARE(textOf(table), QString("id|fullUrl\na|urn:uuid:1\nb|∅"));
        QCOMPARE(QString::fromStdString(table.source.format), format);
        QVERIFY(table.warned("fhir-entry-without-resource"));
        const auto several = readJson(bytes.toStdString());
        QCOMPARE(QString::fromStdString(several.error), QString("several-tables"));
        QVERIFY(several.errorText.find("Encounter, Patient") != std::string::npos);
        options.table = "Device";
        QCOMPARE(QString::fromStdString(readJson(bytes.toStdString(), options).error),
                 QString("table-missing"));
    }

    void compressed() {
        const mangrove::test::TempDir folder;
        const auto path = folder / "lines.gz";
        gzFile file = gzopen(path.c_str(), "wb");
        const std::string bytes = "{\"a\":1}\n{\"a\":2}\n";
        QCOMPARE(gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size())),
                 static_cast<int>(bytes.size()));
        gzclose(file);
        const auto table = mangrove::test::readWhole(path);
        QCOMPARE(textOf(table), QString("a\n1\n2"));
        QCOMPARE(QString::fromStdString(table.source.format), QString("json-lines+gzip"));
        QVERIFY(!table.source.sha256.empty());
    }

    void textThatOnlyBeginsLikeJsonIsNone() {
        QCOMPARE(QString::fromStdString(readJson("[id],[name]\n1,2\n").source.format), QString("csv"));
        QCOMPARE(QString::fromStdString(readJson("{a},b\n1,2\n").source.format), QString("csv"));
    }

    void tapeAgreesOnNumbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good :
             {"0", "-0", "10", "1.5", "-1.5e+10", "1E-2", "NaN", "-Infinity", "\"\\u00e9\""})
            QTest::newRow(good) << good << true;
        for (const char* bad : {"01", "+1", ".5", "1.", "1e", "-", "tru", "\"a", "\"\\x\"", "\"\\u12g4\"",
                                "[1,]", "{\"a\"}", "{\"a\":1,}", "1 2", ""})
            QTest::newRow(bad) << bad << false;
    }
    void tapeAgreesOnNumbers() {
        QFETCH(QString, text);
        QFETCH(bool, good);
        mangrove::io::JsonTape tape;
        QCOMPARE(tape.parse(text.toStdString()), good);
    }
};

MANGROVE_TEST(JsonReaderTest)
#include "json_reader_test.moc"
