// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read_whole.h"
#include "crypto/sha256.h"
#include "io/number_format.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "support/zip_writer.h"

#include <QtTest>
#include <string>

using mangrove::test::readWhole;
using mangrove::test::WorkbookParts;

namespace {

/// A row of inline strings.
std::string textRow(int number, const std::vector<std::string>& texts, char firstColumn = 'A') {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < texts.size(); ++i)
        row += std::string("<c r=\"") + static_cast<char>(firstColumn + static_cast<char>(i))
               + std::to_string(number) + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>";
    return row + "</row>";
}

mangrove::test::WholeTable readParts(const WorkbookParts& parts,
                                     const mangrove::io::ReadOptions& options = {}) {
    const mangrove::test::TempDir folder;
    // the name says nothing: content decides
    const auto path = folder / "table.dat";
    if (!mangrove::test::writeZip(path, parts.members()))
        return {};
    auto table = readWhole(path, options);
    const std::string sha256 = mangrove::toHex(mangrove::crypto::sha256(mangrove::test::readAll(path)));
    if (table.error.empty() && table.source.sha256 != sha256)
        table.error = "wrong hash";
    return table;
}

mangrove::test::WholeTable readSheet(const std::string& rows, const std::string& sharedStrings = {}) {
    WorkbookParts parts;
    parts.sheets = {{"Sheet1", rows}};
    parts.sharedStrings = sharedStrings;
    return readParts(parts);
}

} // namespace

class XlsxReaderTest : public QObject {
    Q_OBJECT

private slots:
    void valuesOfEveryKind() {
        const auto table = readSheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
            "t=\"s\"><v>2</v></c>"
            "<c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c></row>"
            "<row r=\"2\"><c r=\"A2\"><v>1.50</v></c><c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" "
            "t=\"str\"><f>A1&amp;B1</f>"
            "<v>cached</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c><c r=\"E2\" "
            "t=\"inlineStr\"><is><r><t>in</t></r><r>"
            "<t xml:space=\"preserve\">line </t></r></is></c></row>"
            "<row r=\"4\"><c r=\"A4\"><v>1.1E+17</v></c><c r=\"B4\" t=\"b\"><v>0</v></c><c "
            "r=\"C4\"><f>NOW()</f></c>"
            "<c r=\"E4\" t=\"s\"><v>5</v></c></row>",
            "<si><t>机构</t><rPh sb=\"0\" eb=\"1\"><t>ji "
            "gou</t></rPh></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r>"
            "</si><si><t>c</t></si><si><t>d</t></si><si><t>e</t></si><si><t>a_x000D_b_x005F_x</t></si>");
        QCOMPARE(QString::fromStdString(table.text()),
                 QString("机构|rich|c|d|e\n1.50|true|cached|∅|inline \n110000000000000000|false|∅|∅|a\rb_x"));
        QVERIFY(table.warned("workbook-error-value"));
        QVERIFY(table.warned("workbook-formula-without-value"));
        QVERIFY(table.warned("workbook-blank-rows"));
        QVERIFY(table.warned("workbook-long-number"));
        QCOMPARE(table.lines, (std::vector<std::uint64_t>{2, 4}));
        QCOMPARE(QString::fromStdString(table.source.format), QString("xlsx"));
        QCOMPARE(QString::fromStdString(table.source.member), QString("Sheet1"));
        // the twin: a sheet without any of it warns of nothing
        QVERIFY(readSheet(textRow(1, {"a", "b"}) + textRow(2, {"1", "2"})).warnings.empty());
    }

    void datesByNumberFormat() {
        const std::string rows =
            textRow(1, {"a", "b", "c", "d", "e", "f"})
            + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45293</v></c><c r=\"B2\" s=\"2\"><v>0.375</v></c>"
              "<c r=\"C2\" s=\"3\"><v>45293.520833333336</v></c><c r=\"D2\" s=\"4\"><v>59</v></c>"
              "<c r=\"E2\" s=\"5\"><v>1.5</v></c><c r=\"F2\" s=\"6\"><v>45293</v></c></row>"
              "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>60</v></c><c r=\"B3\" s=\"7\"><v>45293</v></c>"
              "<c r=\"C3\" t=\"d\"><v>2024-01-02T00:00:00</v></c><c r=\"D3\" s=\"4\"><v>-1</v></c></row>";
        auto table = readSheet(rows);
        QCOMPARE(QString::fromStdString(table.text()),
                 QString("a|b|c|d|e|f\n2024-01-02|09:00:00|2024-01-02T12:30:00|1900-02-28|36:00:00|45293\n"
                         "60|45293|2024-01-02T00:00:00|-1|∅|∅"));
        QVERIFY(table.warned("workbook-bad-date"));
        WorkbookParts parts;
        parts.sheets = {{"Sheet1", rows}};
        parts.workbookProperties = "<workbookPr date1904=\"1\"/>";
        QCOMPARE(QString::fromStdString(readParts(parts).rows[0][0]), QString("2028-01-03"));
    }

    void serialNumbers_data() {
        QTest::addColumn<double>("serial");
        QTest::addColumn<bool>("from1904");
        QTest::addColumn<QString>("iso");
        QTest::newRow("first") << 1.0 << false << "1900-01-01";
        QTest::newRow("before the day that never was") << 59.0 << false << "1900-02-28";
        QTest::newRow("the day that never was") << 60.0 << false << "";
        QTest::newRow("after it") << 61.0 << false << "1900-03-01";
        QTest::newRow("leap day") << 45351.0 << false << "2024-02-29";
        QTest::newRow("a time is kept") << 45351.25 << false << "2024-02-29T06:00:00";
        QTest::newRow("last") << 2958465.0 << false << "9999-12-31";
        QTest::newRow("too late") << 2958466.0 << false << "";
        QTest::newRow("1904") << 0.0 << true << "1904-01-01";
        QTest::newRow("negative") << -0.5 << false << "";
        QTest::newRow("rounded up to midnight") << 45350.999999999 << false << "2024-02-29";
    }
    void serialNumbers() {
        QFETCH(double, serial);
        QFETCH(bool, from1904);
        QFETCH(QString, iso);
        QCOMPARE(QString::fromStdString(
                     mangrove::io::isoFromSerial(serial, mangrove::io::NumberKind::Date, from1904)),
                 iso);
    }

    void formatCodes() {
        using mangrove::io::NumberKind;
        using mangrove::io::numberKindOf;
        QCOMPARE(numberKindOf("General"), NumberKind::Plain);
        QCOMPARE(numberKindOf("0.00E+00"), NumberKind::Plain);
        QCOMPARE(numberKindOf("#,##0 \"days\";[Red]-#,##0"), NumberKind::Plain);
        QCOMPARE(numberKindOf("\\d\\m0"), NumberKind::Plain);
        QCOMPARE(numberKindOf("[$-804]yyyy\"年\"m\"月\"d\"日\";@"), NumberKind::Date);
        QCOMPARE(numberKindOf("mm/dd/yy"), NumberKind::Date);
        QCOMPARE(numberKindOf("mm:ss.0"), NumberKind::Time);
        QCOMPARE(numberKindOf("h:mm AM/PM"), NumberKind::Time);
        QCOMPARE(numberKindOf("yyyy-mm-dd hh:mm"), NumberKind::DateTime);
        QCOMPARE(numberKindOf("[hh]:mm"), NumberKind::Elapsed);
        QCOMPARE(numberKindOf("[Blue]0"), NumberKind::Plain);
        QCOMPARE(mangrove::io::builtinNumberKind(31), NumberKind::Date);
        QCOMPARE(mangrove::io::builtinNumberKind(9), NumberKind::Plain);
    }

    void titlesAboveTheHeader() {
        const auto table = readSheet(textRow(1, {"Report of 2024"}) + textRow(3, {"text", "text", "text"})
                                     + textRow(4, {"id", "name", "id"}, 'B')
                                     + textRow(5, {"1", "2", "3"}, 'B') + textRow(6, {"4"}, 'B'));
        QCOMPARE(QString::fromStdString(table.text()), QString("id|name|id_2\n1|2|3\n4|∅|∅"));
        const auto distinct = readSheet(textRow(1, {"Report of 2024"}) + textRow(3, {"text", "text", "text"})
                                        + textRow(4, {"id", "name", "sex"}) + textRow(5, {"1", "2", "3"}));
        QCOMPARE(QString::fromStdString(distinct.text()), QString("id|name|sex\n1|2|3"));
        QVERIFY(distinct.warned("workbook-title-rows"));
    }

    void sheetWithoutHeader() {
        const std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2.5</v></c></row>"
                                 "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>";
        QCOMPARE(QString::fromStdString(readSheet(rows).text()), QString("column_1|column_2\n1|2.5\n3|4"));
        mangrove::io::ReadOptions options;
        options.header = true;
        WorkbookParts parts;
        parts.sheets = {{"Sheet1", rows}};
        QCOMPARE(QString::fromStdString(readParts(parts, options).text()), QString("1|2.5\n3|4"));
    }

    void sheetsByNameNumberAndDefault() {
        WorkbookParts parts;
        parts.sheets = {{"hidden", textRow(1, {"h"})},
                        {"empty", "<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>"},
                        {"first", textRow(1, {"a", "b"}) + textRow(2, {"1", "2"})},
                        {"4", textRow(1, {"x"})}};
        parts.states = {"veryHidden"};
        auto table = readParts(parts);
        QCOMPARE(QString::fromStdString(table.text()), QString("a|b\n1|2"));
        QVERIFY(table.warned("workbook-other-sheets"));
        mangrove::io::ReadOptions options;
        options.sheet = "4";
        QCOMPARE(QString::fromStdString(readParts(parts, options).text()), QString("x"));
        options.sheet = "3";
        QCOMPARE(QString::fromStdString(readParts(parts, options).text()), QString("a|b\n1|2"));
        options.sheet = "nowhere";
        table = readParts(parts, options);
        QCOMPARE(QString::fromStdString(table.error), QString("workbook-sheet-missing"));
        QVERIFY(table.errorText.find("first") != std::string::npos);
    }

    void raggedRows() {
        std::string rows = textRow(1, {"a", "b"});
        for (int r = 2; r < 400; ++r)
            rows += textRow(r, {"1", "2"});
        rows += textRow(400, {"1", "2", "beyond"});
        auto table = readSheet(rows);
        QCOMPARE(table.rows.size(), std::size_t{398});
        QCOMPARE(table.rejected, std::uint64_t{1});
        QVERIFY(table.warned("csv-ragged-row"));
        WorkbookParts parts;
        parts.sheets = {{"Sheet1", rows}};
        mangrove::io::ReadOptions options;
        options.ragged = mangrove::io::RaggedPolicy::Fail;
        QCOMPARE(QString::fromStdString(readParts(parts, options).error), QString("csv-ragged-row"));
    }

    void mergedCellsAreReported() {
        WorkbookParts parts;
        parts.sheets = {{"Sheet1", textRow(1, {"a", "b"}) + textRow(2, {"1", "2"}) + textRow(3, {"3", "4"})}};
        parts.after = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
        QVERIFY(!readParts(parts).warned("workbook-merged-cells"));
        parts.after = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";
        QVERIFY(readParts(parts).warned("workbook-merged-cells"));
    }

    void hostile_data() {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("error");
        const QString head = "<?xml version=\"1.0\"?>";
        QTest::newRow("entities")
            << head
                   + "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>"
                     "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData>"
                     "</worksheet>"
            << "workbook-damaged";
        QTest::newRow("external entity") << head + "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>"
                                         << "workbook-damaged";
        QTest::newRow("deep") << head + QString("<a>").repeated(1000) << "workbook-damaged";
        QTest::newRow("long tag") << head + "<worksheet x=\"" + QString(9 << 20, 'x') + "\"/>"
                                  << "workbook-damaged";
        QTest::newRow("cut off") << head + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>"
                                 << "workbook-damaged";
        QTest::newRow("no such text") << "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>"
                                      << "workbook-damaged";
        QTest::newRow("column") << "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"
                                << "workbook-too-large";
        QTest::newRow("row") << "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"
                             << "workbook-too-large";
        QTest::newRow("reference") << "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>"
                                   << "workbook-damaged";
        QTest::newRow("endless row") << "<row r=\"1\">" + QString("<c r=\"A1\"/>").repeated(17000) + "</row>"
                                     << "workbook-too-large";
        QTest::newRow("nothing") << ""
                                 << "csv-empty";
        QTest::newRow("long cell") << "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + QString(17 << 20, 'x')
                                          + "</v></c></row>"
                                   << "csv-cell-too-large";
    }
    void hostile() {
        QFETCH(QString, sheet);
        QFETCH(QString, error);
        QCOMPARE(QString::fromStdString(readSheet(sheet.toStdString()).error), error);
    }

    /// A shared text of 1 MiB in 2,000 cells is 2 GiB asked for by a file of a few KiB.
    void sharedTextBomb() {
        std::string row = textRow(1, {"a"}) + "<row r=\"2\">";
        for (int i = 0; i < 2000; ++i)
            row += "<c t=\"s\"><v>0</v></c>";
        const auto table = readSheet(row + "</row>", "<si><t>" + std::string(1U << 20U, 'x') + "</t></si>");
        QCOMPARE(QString::fromStdString(table.error), QString("workbook-too-large"));
    }

    void declaredDimensionIsNotBelieved() {
        const std::string sheet =
            "<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"m\"><x:dimension ref=\"A1:XFD1048576\"/>"
            "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>a</x:v></x:c></x:row><x:row "
            "r=\"1048576\"><x:c r=\"A1048576\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        const auto table = readSheet(sheet);
        QCOMPARE(QString::fromStdString(table.text()), QString("a\n7"));
        QCOMPARE(table.lines.front(), std::uint64_t{1'048'576});
    }
};

MANGROVE_TEST(XlsxReaderTest)
#include "xlsx_reader_test.moc"
