// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_writer.h"
#include "io/record_reader.h"
#include "io/warning_codes.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace {

using CorpusJson = nlohmann::json;
using CorpusRow = std::vector<std::optional<std::string>>;

struct CorpusTable {
    std::vector<std::string> columns;
    std::vector<CorpusRow> rows;
    std::vector<std::uint64_t> lines;
    std::uint64_t rejected = 0;
    std::uint64_t read = 0;
    mangrove::io::SourceInfo source;
    std::vector<mangrove::io::ReadWarning> warnings;
};

std::filesystem::path corpusFolder(const char* part) {
    return mangrove::test::testData() / "csv" / part;
}

std::vector<std::string> corpusNames(const char* part) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(corpusFolder(part))) {
        if (entry.path().extension() == ".csv")
            names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void corpusRows(const char* part) {
    QTest::addColumn<QString>("name");
    QTest::addColumn<unsigned>("blockBytes");
    for (const std::string& name : corpusNames(part)) {
        for (const unsigned blockBytes : {1U << 20U, 16U, 23U})
            QTest::addRow("%s/%u", name.c_str(), blockBytes) << QString::fromStdString(name) << blockBytes;
    }
}

mangrove::io::ReadOptions corpusOptions(const CorpusJson& expected, unsigned blockBytes) {
    mangrove::io::ReadOptions options;
    options.blockBytes = blockBytes;
    const CorpusJson given = expected.value("options", CorpusJson::object());
    if (given.contains("delimiter"))
        options.delimiter = given["delimiter"].get<std::string>().front();
    if (given.contains("header"))
        options.header = given["header"].get<bool>();
    if (given.contains("encoding"))
        options.encoding = mangrove::io::encodingFromName(given["encoding"].get<std::string>());
    if (given.contains("null"))
        options.nullWords = given["null"].get<std::vector<std::string>>();
    if (given.contains("maxCellBytes"))
        options.maxCellBytes = given["maxCellBytes"].get<std::uint64_t>();
    if (given.contains("maxColumns"))
        options.maxColumns = given["maxColumns"].get<std::uint32_t>();
    if (given.value("ragged", "") == "pad")
        options.ragged = mangrove::io::RaggedPolicy::Pad;
    if (given.value("ragged", "") == "fail")
        options.ragged = mangrove::io::RaggedPolicy::Fail;
    if (given.contains("quoteEscape"))
        options.quoteEscape = given["quoteEscape"] == "backslash" ? mangrove::io::QuoteEscape::Backslash
                                                                  : mangrove::io::QuoteEscape::Doubled;
    if (given.contains("skipLines"))
        options.skipLines = given["skipLines"].get<std::uint32_t>();
    if (given.value("totals", "") == "leave-out")
        options.totals = mangrove::io::TotalsPolicy::LeaveOut;
    if (given.contains("table"))
        options.table = given["table"].get<std::string>();
    if (given.contains("maxExpandedBytes"))
        options.maxExpandedBytes = given["maxExpandedBytes"].get<std::uint64_t>();
    return options;
}

mangrove::Result<CorpusTable> corpusRead(const std::filesystem::path& path,
                                         const mangrove::io::ReadOptions& options) {
    MANGROVE_ASSIGN(const auto reader, mangrove::io::RecordReader::open(path, options));
    CorpusTable table;
    table.columns = reader->columnNames();
    mangrove::io::RecordBatch batch;
    for (;;) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, {}));
        if (!more)
            break;
        if (batch.firstRow() != table.rows.size())
            return mangrove::Error(mangrove::errors::kInternal, {"firstRow"});
        for (std::size_t r = 0; r < batch.rows(); ++r) {
            CorpusRow row;
            for (std::size_t c = 0; c < batch.columns(); ++c)
                row.push_back(batch.isNull(c, r) ? std::nullopt
                                                 : std::optional<std::string>(batch.cell(c, r)));
            table.rows.push_back(std::move(row));
            table.lines.push_back(batch.lineOf(r));
        }
    }
    table.rejected = reader->rowsRejected();
    table.read = reader->rowsRead();
    table.source = reader->source();
    table.warnings = reader->warnings();
    return table;
}

CorpusJson corpusExpectation(const char* part, const QString& name) {
    return CorpusJson::parse(mangrove::test::readAll(corpusFolder(part) / (name.toStdString() + ".json")));
}

QByteArray corpusText(const std::vector<CorpusRow>& rows) {
    CorpusJson json = CorpusJson::array();
    for (const CorpusRow& row : rows) {
        CorpusJson cells = CorpusJson::array();
        for (const auto& cell : row)
            cells.push_back(cell ? CorpusJson(*cell) : CorpusJson(nullptr));
        json.push_back(std::move(cells));
    }
    return QByteArray::fromStdString(json.dump());
}

} // namespace

class CorpusTest : public QObject {
    Q_OBJECT

private slots:
    void hasEnoughFiles() {
        QVERIFY(corpusNames("must-pass").size() >= 110);
        QVERIFY(corpusNames("must-fail").size() >= 25);
    }

    void mustPass_data() { corpusRows("must-pass"); }
    void mustPass() {
        QFETCH(QString, name);
        QFETCH(unsigned, blockBytes);
        const CorpusJson expected = corpusExpectation("must-pass", name);
        const auto path = corpusFolder("must-pass") / (name.toStdString() + ".csv");
        const mangrove::test::TempDir folder;
        mangrove::io::ReadOptions options = corpusOptions(expected, blockBytes);
        options.rejects = folder / "rejects.csv";
        const auto result = corpusRead(path, options);
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
        const CorpusTable& table = *result;
        QCOMPARE(QByteArray::fromStdString(CorpusJson(table.columns).dump()),
                 QByteArray::fromStdString(expected["columns"].dump()));
        QCOMPARE(corpusText(table.rows), QByteArray::fromStdString(expected["rows"].dump()));
        QCOMPARE(table.read, static_cast<std::uint64_t>(expected["rows"].size()));
        QCOMPARE(table.rejected, expected.value("rejected", std::uint64_t{0}));
        if (expected.contains("lines"))
            QCOMPARE(QByteArray::fromStdString(CorpusJson(table.lines).dump()),
                     QByteArray::fromStdString(expected["lines"].dump()));
        checkRejects(*options.rejects, table, expected);
        checkSource(table.source, expected);
        checkWarnings(table.warnings, expected);
        QCOMPARE(table.source.bytes, static_cast<std::uint64_t>(std::filesystem::file_size(path)));
    }

    /// What is read, written and read again is the same.
    void roundTrip_data() { corpusRows("must-pass"); }
    void roundTrip() {
        QFETCH(QString, name);
        QFETCH(unsigned, blockBytes);
        const CorpusJson expected = corpusExpectation("must-pass", name);
        const auto path = corpusFolder("must-pass") / (name.toStdString() + ".csv");
        const auto first = corpusRead(path, corpusOptions(expected, blockBytes));
        QVERIFY(first.ok());
        const mangrove::test::TempDir folder;
        const auto copy = folder / "copy.csv";
        auto writer = mangrove::io::CsvWriter::create(copy, first->columns);
        QVERIFY(writer.ok());
        for (const CorpusRow& row : first->rows) {
            const std::vector<std::optional<std::string_view>> cells(row.begin(), row.end());
            QVERIFY(writer->row(cells).ok());
        }
        QVERIFY(writer->commit().ok());
        mangrove::io::ReadOptions options;
        options.delimiter = ',';
        options.encoding = mangrove::io::Encoding::Utf8;
        options.header = true;
        options.skipLines = 0;
        options.nullWords = {"no such word"};
        const auto second = corpusRead(copy, options);
        QVERIFY2(second.ok(), second.ok() ? "" : second.error().message().c_str());
        QCOMPARE(corpusText(second->rows), corpusText(first->rows));
        QCOMPARE(second->columns, first->columns);
        QCOMPARE(second->source.sha256, writer->sha256());
    }

    void mustFail_data() { corpusRows("must-fail"); }
    void mustFail() {
        QFETCH(QString, name);
        QFETCH(unsigned, blockBytes);
        const CorpusJson expected = corpusExpectation("must-fail", name);
        const auto path = corpusFolder("must-fail") / (name.toStdString() + ".csv");
        const auto result = corpusRead(path, corpusOptions(expected, blockBytes));
        QVERIFY(!result.ok());
        QCOMPARE(QByteArray::fromStdString(std::string(result.error().code())),
                 QByteArray::fromStdString(expected["error"].get<std::string>()));
        QCOMPARE(result.error().at().line, expected["line"].get<std::uint64_t>());
        QCOMPARE(result.error().kind(), mangrove::ErrorKind::BadInput);
    }

private:
    /// The rejects file holds every record that is no row, each with a known code.
    static void checkRejects(const std::filesystem::path& path, const CorpusTable& table,
                             const CorpusJson& expected) {
        mangrove::io::ReadOptions options;
        options.delimiter = ',';
        options.encoding = mangrove::io::Encoding::Utf8;
        options.header = true;
        options.skipLines = 0;
        options.nullWords = {"no such word"};
        const auto rejects = corpusRead(path, options);
        QVERIFY2(rejects.ok(), rejects.ok() ? "" : rejects.error().message().c_str());
        QCOMPARE(rejects->columns, (std::vector<std::string>{"line", "code", "reason", "record"}));
        QCOMPARE(static_cast<std::uint64_t>(rejects->rows.size()), table.rejected + table.source.titleLines);
        CorpusJson found = CorpusJson::array();
        for (const CorpusRow& row : rejects->rows)
            found.push_back({{"line", std::stoull(row[0].value_or(""))},
                             {"code", row[1].value_or("")},
                             {"record", row[3].value_or("")}});
        if (expected.contains("rejects"))
            QCOMPARE(QByteArray::fromStdString(found.dump()),
                     QByteArray::fromStdString(expected["rejects"].dump()));
    }

    static void checkSource(const mangrove::io::SourceInfo& source, const CorpusJson& expected) {
        const auto compare = [&](const char* key, const std::string& actual) {
            if (expected.contains(key))
                QCOMPARE(QByteArray::fromStdString(actual),
                         QByteArray::fromStdString(expected[key].get<std::string>()));
        };
        compare("encoding", source.encoding);
        compare("delimiter", source.delimiter);
        compare("quote", source.quote);
        compare("format", source.format);
        if (expected.contains("titleLines"))
            QCOMPARE(source.titleLines, expected["titleLines"].get<std::uint64_t>());
        if (expected.contains("backslashEscapes"))
            QCOMPARE(source.backslashEscapes, expected["backslashEscapes"].get<bool>());
        QVERIFY(!source.encodingEvidence.empty());
        QVERIFY(!source.delimiterEvidence.empty());
        QVERIFY(!source.headerEvidence.empty());
        QCOMPARE(source.titleEvidence.empty(), source.titleLines == 0);
        if (expected.contains("header"))
            QCOMPARE(source.header, expected["header"].get<bool>());
        if (expected.contains("nullWords"))
            QCOMPARE(source.nullWords, expected["nullWords"].get<std::vector<std::string>>());
        QCOMPARE(source.sha256.size(), std::size_t{64});
    }

    static void checkWarnings(const std::vector<mangrove::io::ReadWarning>& warnings,
                              const CorpusJson& expected) {
        std::vector<std::string> actual;
        std::vector<std::uint64_t> badBytes;
        for (const auto& warning : warnings) {
            actual.push_back(warning.code + " " + std::to_string(warning.line));
            const auto& known = mangrove::io::warnings::kAll;
            QVERIFY2(std::find(known.begin(), known.end(), warning.code) != known.end(),
                     warning.code.c_str());
            if (warning.code == mangrove::io::warnings::kUndecodable)
                badBytes.push_back(
                    std::stoull(warning.message.substr(std::string("The byte at offset ").size())));
        }
        if (expected.contains("badBytes"))
            QCOMPARE(badBytes, expected["badBytes"].get<std::vector<std::uint64_t>>());
        std::vector<std::string> wanted;
        for (const CorpusJson& warning : expected["warnings"])
            wanted.push_back(warning["code"].get<std::string>() + " "
                             + std::to_string(warning["line"].get<std::uint64_t>()));
        std::sort(actual.begin(), actual.end());
        std::sort(wanted.begin(), wanted.end());
        QCOMPARE(QByteArray::fromStdString(CorpusJson(actual).dump()),
                 QByteArray::fromStdString(CorpusJson(wanted).dump()));
    }
};

MANGROVE_TEST(CorpusTest)
#include "corpus_test.moc"
