// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read_whole.h"
#include "io/cdm.h"
#include "io/table_listing.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "support/zip_writer.h"

#include <QtTest>
#include <string>

namespace {

QString listedNames(const std::filesystem::path& path) {
    const auto listing = mangrove::io::listTables(path, {}, {});
    if (!listing.ok())
        return QString::fromStdString("error " + std::string(listing.error().code()));
    std::string text = listing->format + ":";
    for (const auto& table : listing->tables)
        text += " " + table.name + "/" + table.kind + "/" + std::to_string(table.columns.size());
    return QString::fromStdString(text);
}

} // namespace

class TableListingTest : public QObject {
    Q_OBJECT

private slots:
    void membersNamedOnChineseWindows() {
        // one stored member, its name 病人.csv in GBK without a word about it
        const QByteArray zip = QByteArray::fromHex(
            "504b0304140000000000000021007b07970a080000000800000008000000b2a1c8cb2e637376612c620a312c"
            "320a504b01021400140000000000000021007b07970a08000000080000000800000000000000000000000000"
            "00000000b2a1c8cb2e637376504b05060000000001000100360000002e0000000000");
        const mangrove::test::TempDir dir;
        const auto file = dir.write("gbk.zip", zip.toStdString());
        QCOMPARE(listedNames(file), QString("zip: 病人.csv/file/2"));
        mangrove::io::ReadOptions options;
        options.table = "病人.csv";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(file, options).text()),
                 QString::fromStdString(
                     mangrove::test::readWhole(dir.write("plain.csv", "a,b\n1,2\n"), {}).text()));
    }
    void archivesFoldersAndSheets() {
        const mangrove::test::TempDir folder;
        QVERIFY(mangrove::test::writeZip(folder / "all.zip", {{"x/A.csv", "a,b\n1,2\n"},
                                                              {"__MACOSX/x/._A.csv", "a"},
                                                              {"._B.csv", "a"},
                                                              {"b.ndjson", "{\"k\":1}\n"},
                                                              {"read.me", "no table"}}));
        QCOMPARE(listedNames(folder / "all.zip"), QString("zip: x/A.csv/file/2 b.ndjson/file/1"));
        mangrove::io::ReadOptions options;
        options.table = "a"; // without folder, ending and case
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(folder / "all.zip", options).text()),
                 QString("a|b\n1|2"));
        options.table = "b.ndjson";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(folder / "all.zip", options).text()),
                 QString("k\n1"));

        const mangrove::test::TempDir files;
        files.write("PERSON.csv", "person_id\n1\n");
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(files.path()).text()),
                 QString("person_id\n1"));
        files.write("visit.tsv", "a\tb\n1\t2\n");
        files.write(".hidden.csv", "a\n");
        QCOMPARE(listedNames(files.path()), QString("folder: PERSON.csv/file/1 visit.tsv/file/2"));
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(files.path()).error),
                 QString("several-tables"));
        options.table = "person";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(files.path(), options).text()),
                 QString("person_id\n1"));
        options.table = "nothing";
        QCOMPARE(QString::fromStdString(mangrove::test::readWhole(files.path(), options).error),
                 QString("table-missing"));

        mangrove::test::WorkbookParts parts;
        parts.sheets = {{"one", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>"}, {"two", ""}};
        parts.states = {"", "hidden"};
        QVERIFY(mangrove::test::writeZip(folder / "book", parts.members()));
        QCOMPARE(listedNames(folder / "book"), QString("xlsx: one/sheet/1 two/sheet/0"));
        const auto plain = folder.write("plain.csv", "a,b\n1,2\n");
        QCOMPARE(listedNames(plain), QString("csv: plain.csv/file/2"));
        const auto fhir = folder.write(
            "fhir", "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n{\"resourceType\":\"Device\"}\n"
                    "{\"resourceType\":\"Patient\",\"id\":\"2\"}\n");
        QCOMPARE(listedNames(fhir), QString("fhir: Patient/resource/1 Device/resource/0"));
        QCOMPARE(listedNames(folder / "nowhere"), QString("error file-not-found"));
    }

    void cdmIsRecognisedWithEvidence() {
        using mangrove::io::TableFacts;
        const auto table = [](const char* name, std::vector<std::string> columns) {
            TableFacts facts;
            facts.name = name;
            facts.columns = std::move(columns);
            return facts;
        };
        std::vector<TableFacts> tables{
            table("PERSON.csv", {"person_id", "gender_concept_id", "provider_id"}),
            table("VISIT_OCCURRENCE.csv",
                  {"VISIT_OCCURRENCE_ID", "person_id", "admitting_source_concept_id"}),
            table("cdm/Measurement.csv.gz", {"measurement_id", "person_id", "visit_occurrence_id"}),
            table("provider.csv", {"provider_id"}), table("other.csv", {"person_id"})};
        auto facts = mangrove::io::recogniseCdm(tables, "");
        QVERIFY(facts.has_value());
        QCOMPARE(QString::fromStdString(facts->version), QString("5.3"));
        QCOMPARE(facts->tables.size(), std::size_t{4});
        std::string links;
        for (const auto& link : facts->links)
            links += link.column + "<" + link.owner + ":" + std::to_string(link.keys.size()) + " ";
        QCOMPARE(QString::fromStdString(links),
                 QString("person_id<PERSON.csv:3 visit_occurrence_id<VISIT_OCCURRENCE.csv:2 "
                         "provider_id<provider.csv:2 "));
        facts = mangrove::io::recogniseCdm(tables, "v5.4");
        QCOMPARE(QString::fromStdString(facts->version), QString("5.3"));
        QVERIFY(facts->evidence.find("contradict") != std::string::npos);
        facts = mangrove::io::recogniseCdm(tables, "v5.3.1");
        QCOMPARE(QString::fromStdString(facts->version), QString("5.3.1"));
        // the twin: three tables, or persons without a gender concept, are no model
        tables[0].columns = {"person_id"};
        QVERIFY(!mangrove::io::recogniseCdm(tables, "5.4"));
        tables[0].columns = {"person_id", "gender_concept_id"};
        tables.erase(tables.begin() + 3);
        QVERIFY(!mangrove::io::recogniseCdm(tables, "5.4"));
    }

    void cdmOfRealFiles() {
        if (mangrove::test::sharedDir().empty())
            QSKIP("../shared is not there");
        const auto path = mangrove::test::sharedDir() / "data/omop-synthea27nj/Synthea27Nj_5.4.zip";
        const auto listing = mangrove::io::listTables(path, {}, {});
        QVERIFY(listing.ok());
        QCOMPARE(listing->tables.size(), std::size_t{39});
        for (const auto& table : listing->tables)
            QVERIFY2(!table.columns.empty(), table.name.c_str());
        const auto facts = mangrove::io::recogniseCdm(path, *listing, {});
        QVERIFY(facts.ok() && facts->has_value());
        QCOMPARE(QString::fromStdString((*facts)->version), QString("5.4"));
        QCOMPARE((*facts)->tables.size(), std::size_t{39});
        const auto claims =
            mangrove::io::listTables(mangrove::test::sharedDir() / "data/synthea-claims", {}, {});
        QVERIFY(claims.ok());
        QCOMPARE(claims->tables.size(), std::size_t{18});
        QVERIFY(!mangrove::io::recogniseCdm(claims->tables, ""));
    }
};

MANGROVE_TEST(TableListingTest)
#include "table_listing_test.moc"
