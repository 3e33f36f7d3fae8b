// SPDX-License-Identifier: GPL-3.0-or-later
// Real files (../shared/data) open without an option and give the rows and columns their list states.
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <string>

class SharedFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (mangrove::test::sharedDir().empty())
            QSKIP("../shared is not there");
    }

    void opens_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("table");
        QTest::addColumn<quint64>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("delimiter");
        const auto row = [](const char* file, const char* table, quint64 rows, int columns,
                            const char* encoding, const char* delimiter) {
            QTest::addRow("%s%s", file, table) << QString(file) << QString(table) << rows << columns
                                               << QString(encoding) << QString(delimiter);
        };
        row("diabetes130/dataset_diabetes.zip", "diabetic_data.csv", 101'766, 50, "US-ASCII", ",");
        row("diabetes130/dataset_diabetes.zip", "IDs_mapping.csv", 67, 2, "US-ASCII", ",");
        row("omop-synthea27nj/Synthea27Nj_5.4.zip", "MEASUREMENT.csv", 10'040, 23, "US-ASCII", ",");
        row("omop-synthea27nj/Synthea27Nj_5.4.zip", "CONCEPT_RELATIONSHIP.csv", 266'588, 6, "US-ASCII", ",");
        row("omop-synthea27nj/Synthea27Nj_5.4.zip", "PERSON.csv", 28, 18, "US-ASCII", ",");
        row("synthea-claims/claims.csv", "", 1'267, 31, "US-ASCII", ",");
        row("synthea-claims/claims_transactions.csv", "", 5'228, 33, "US-ASCII", ",");
        row("synthea-claims/patients.csv", "", 27, 25, "US-ASCII", ",");
        row("cn-dialogue-gbk/internal_medicine_gbk.csv", "", 7'644, 4, "GB18030", ",");
        row("cn-divisions/provinces.csv", "", 31, 2, "UTF-8", ",");
        row("cn-divisions/cities.csv", "", 342, 3, "UTF-8", ",");
        row("cn-divisions/areas.csv", "", 2'978, 4, "UTF-8", ",");
        row("cn-divisions/streets.csv", "", 41'352, 5, "UTF-8", ",");
        row("icd10/icd10cn_disease.csv", "", 1'586, 2, "UTF-8", "\t");
        row("icd10/icd10cn_catalog.csv", "", 238, 4, "UTF-8", "\t");
        row("icd10/icd10cm-order-Jan-2021.csv.gz", "", 95'358, 4, "US-ASCII", ",");
        row("icd10/icd_cm_9_to_10_mapping.csv.gz", "", 25'342, 3, "US-ASCII", ",");
        const auto fhir = [&](const char* file, quint64 rows, int columns, const char* encoding) {
            row(file, "", rows, columns, encoding, "");
        };
        fhir("fhir-ndjson/AllergyIntolerance.000.ndjson", 11, 47, "US-ASCII");
        fhir("fhir-ndjson/Condition.000.ndjson", 555, 20, "US-ASCII");
        fhir("fhir-ndjson/Device.000.ndjson", 16, 18, "US-ASCII");
        fhir("fhir-ndjson/DocumentReference.000.ndjson", 1'215, 30, "UTF-8");
        fhir("fhir-ndjson/Encounter.000.ndjson", 1'215, 36, "UTF-8");
        fhir("fhir-ndjson/Immunization.000.ndjson", 161, 15, "US-ASCII");
        fhir("fhir-ndjson/Location.000.ndjson", 44, 23, "US-ASCII");
        fhir("fhir-ndjson/MedicationRequest.000.ndjson", 1'745, 36, "UTF-8");
        fhir("fhir-ndjson/Organization.000.ndjson", 43, 27, "US-ASCII");
        fhir("fhir-ndjson/Patient.000.ndjson", 13, 89, "US-ASCII");
        fhir("fhir-ndjson/Practitioner.000.ndjson", 43, 21, "UTF-8");
        fhir("fhir-ndjson/PractitionerRole.000.ndjson", 43, 26, "UTF-8");
        fhir("fhir-ndjson/Procedure.000.ndjson", 2'056, 18, "US-ASCII");
        fhir("fhir-ndjson/log.ndjson", 4, 14, "US-ASCII");
        row("icd10/icd10cn_diseases.json", "", 19, 155, "UTF-8", "");
        const auto workbook = [&](const char* file, int columns) { row(file, "", 0, columns, "UTF-8", ""); };
        workbook("insurance-platform-templates/mdtrt_d.xlsx", 106);
        workbook("insurance-platform-templates/setl_d.xlsx", 100);
        workbook("insurance-platform-templates/fee_list_d.xlsx", 82);
        workbook("insurance-platform-templates/setl_list_diag_d.xlsx", 23);
        workbook("insurance-platform-templates/setl_list_oprn_d.xlsx", 31);
        workbook("insurance-platform-templates/1.1-机构执业信息提取表.xlsx", 10);
        workbook("insurance-platform-templates/2.1-机构门诊就医提取表.xlsx", 26);
        workbook("insurance-platform-templates/2.2-机构门诊结算提取表.xlsx", 35);
        workbook("insurance-platform-templates/2.3-机构门诊处方提取表.xlsx", 26);
        workbook("insurance-platform-templates/3.1-机构住院就医提取表.xlsx", 28);
        workbook("insurance-platform-templates/3.2-机构住院结算提取表.xlsx", 35);
        workbook("insurance-platform-templates/3.3-机构住院医嘱提取表.xlsx", 27);
        workbook("insurance-platform-templates/4.4-机构化验报告提取表.xlsx", 21);
        workbook("insurance-platform-templates/5.3-机构药库消耗提取表.xlsx", 21);
        row("adult/adult.csv", "", 30'162, 9, "US-ASCII", ";");
        row("adult/adult_hierarchy_age.csv", "", 100, 5, "US-ASCII", ";");
        row("adult/adult_hierarchy_education.csv", "", 16, 4, "US-ASCII", ";");
        row("adult/adult_hierarchy_marital-status.csv", "", 7, 3, "US-ASCII", ";");
        row("adult/adult_hierarchy_native-country.csv", "", 41, 3, "US-ASCII", ";");
        row("adult/adult_hierarchy_occupation.csv", "", 14, 3, "US-ASCII", ";");
        row("adult/adult_hierarchy_race.csv", "", 5, 2, "US-ASCII", ";");
        row("adult/adult_hierarchy_salary-class.csv", "", 2, 2, "US-ASCII", ";");
        row("adult/adult_hierarchy_sex.csv", "", 2, 2, "US-ASCII", ";");
        row("adult/adult_hierarchy_workclass.csv", "", 8, 3, "US-ASCII", ";");
    }
    void opens() {
        QFETCH(QString, file);
        QFETCH(QString, table);
        QFETCH(quint64, rows);
        QFETCH(int, columns);
        QFETCH(QString, encoding);
        QFETCH(QString, delimiter);
        mangrove::io::ReadOptions options;
        if (!table.isEmpty())
            options.table = table.toStdString();
        const auto path = mangrove::test::sharedDir() / "data" / file.toStdString();
        const auto reader = mangrove::io::RecordReader::open(path, options);
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message().c_str());
        mangrove::io::RecordBatch batch;
        for (;;) {
            const auto more = (*reader)->next(batch, {});
            QVERIFY2(more.ok(), more.ok() ? "" : more.error().message().c_str());
            if (!*more)
                break;
        }
        QCOMPARE((*reader)->rowsRead(), rows);
        QCOMPARE((*reader)->rowsRejected(), quint64{0});
        QCOMPARE(static_cast<int>((*reader)->columnNames().size()), columns);
        QCOMPARE(QString::fromStdString((*reader)->source().encoding), encoding);
        QCOMPARE(QString::fromStdString((*reader)->source().delimiter), delimiter);
    }

    void phoneticReadingsAreNoPartOfNames() {
        const auto reader = mangrove::io::RecordReader::open(
            mangrove::test::sharedDir() / "data/insurance-platform-templates/1.1-机构执业信息提取表.xlsx");
        QVERIFY(reader.ok());
        QCOMPARE(QString::fromStdString((*reader)->columnNames().at(1)), QString("机构编码"));
        for (const std::string& name : (*reader)->columnNames())
            QVERIFY(name.find("ji") == std::string::npos);
    }

    void questionMarkIsMissing() {
        mangrove::io::ReadOptions options;
        options.table = "diabetic_data.csv";
        const auto path = mangrove::test::sharedDir() / "data/diabetes130/dataset_diabetes.zip";
        QCOMPARE(countNulls(path, options), std::uint64_t{98'569});
        // The twin: with another null word the '?' are values.
        options.nullWords = {"no such word"};
        QCOMPARE(countNulls(path, options), std::uint64_t{0});
    }

    void newlinesInsideQuotesCount() {
        const auto reader = mangrove::io::RecordReader::open(
            mangrove::test::sharedDir() / "data/cn-dialogue-gbk/internal_medicine_gbk.csv");
        QVERIFY(reader.ok());
        mangrove::io::RecordBatch batch;
        std::uint64_t lastLine = 0;
        std::uint64_t withNewline = 0;
        while (*(*reader)->next(batch, {})) {
            lastLine = batch.lineOf(batch.rows() - 1);
            for (std::size_t r = 0; r < batch.rows(); ++r) {
                bool has = false;
                for (std::size_t c = 0; c < batch.columns(); ++c)
                    has = has || batch.cell(c, r).find('\n') != std::string_view::npos;
                withNewline += has ? 1 : 0;
            }
        }
        QCOMPARE(withNewline, std::uint64_t{7});
        QCOMPARE(lastLine, std::uint64_t{7'691});
    }

private:
    static std::uint64_t countNulls(const std::filesystem::path& path,
                                    const mangrove::io::ReadOptions& options) {
        const auto reader = mangrove::io::RecordReader::open(path, options);
        if (!reader.ok())
            return static_cast<std::uint64_t>(-1);
        const auto& names = (*reader)->columnNames();
        const auto weight =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), "weight") - names.begin());
        std::uint64_t nulls = 0;
        mangrove::io::RecordBatch batch;
        while (*(*reader)->next(batch, {})) {
            for (std::size_t r = 0; r < batch.rows(); ++r)
                nulls += batch.isNull(weight, r) ? 1 : 0;
        }
        return nulls;
    }
};

MANGROVE_TEST(SharedFilesTest)
#include "shared_files_test.moc"
