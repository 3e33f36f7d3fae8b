// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/text.h"
#include "classify/classifier.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <algorithm>
#include <filesystem>

using namespace mangrove;

namespace {

/// "column | identifier | class | level", one line a column.
QString classificationText(const classify::TableClassification& table) {
    std::string text;
    for (const auto& column : table.columns)
        text += format("{} | {} | {} | {}\n", column.name, column.identifier.value_or("-"),
                       classify::toText(column.cls), column.level39725);
    return QString::fromStdString(text);
}

struct ExpectedTable {
    std::string file;
    std::string member; ///< of a zip archive
    QString text;
};

/// tests/data/classification/real-files.txt: "== file [member]" followed by the lines of
/// classificationText().
std::vector<ExpectedTable> expectedTables() {
    std::vector<ExpectedTable> tables;
    const std::string bytes = test::readAll(test::testData() / "classification/real-files.txt");
    for (const std::string_view line : split(bytes, '\n')) {
        if (line.starts_with("== ")) {
            const auto parts = split(line.substr(3), ' ');
            tables.push_back(
                {std::string(parts[0]), parts.size() > 1 ? std::string(parts[1]) : std::string(), {}});
        } else if (!line.empty() && !line.starts_with("#")) {
            tables.back().text += QString::fromStdString(std::string(line)) + '\n';
        }
    }
    return tables;
}

} // namespace

class RealFilesTest final : public QObject {
    Q_OBJECT
private slots:
    void classifiedAsReviewed_data();
    void classifiedAsReviewed();
    void everyFileIsReviewed();
};

void RealFilesTest::classifiedAsReviewed_data() {
    QTest::addColumn<int>("index");
    const auto tables = expectedTables();
    QVERIFY(tables.size() > 20);
    for (std::size_t i = 0; i < tables.size(); ++i)
        QTest::addRow("%s %s", tables[i].file.c_str(), tables[i].member.c_str()) << static_cast<int>(i);
}

void RealFilesTest::classifiedAsReviewed() {
    QFETCH(int, index);
    if (test::sharedDir().empty())
        QSKIP("../shared is absent");
    const ExpectedTable expected = expectedTables()[static_cast<std::size_t>(index)];
    io::ReadOptions options;
    if (!expected.member.empty())
        options.table = expected.member;
    auto reader = io::RecordReader::open(test::sharedDir() / "data" / expected.file, options);
    QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message().c_str());
    const auto table = table::Table::read(**reader, {});
    QVERIFY2(table.ok(), table.ok() ? "" : table.error().message().c_str());
    const auto result = classify::classifyTable(*table, {}, {});
    QVERIFY(result.ok());
    QCOMPARE(classificationText(*result), expected.text);
}

void RealFilesTest::everyFileIsReviewed() {
    if (test::sharedDir().empty())
        QSKIP("../shared is absent");
    const auto expected = expectedTables();
    const std::filesystem::path data = test::sharedDir() / "data";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        const std::string file = std::filesystem::relative(entry.path(), data).generic_string();
        if (!entry.is_regular_file() || file.ends_with(".md"))
            continue;
        ++files;
        const bool reviewed = std::any_of(expected.begin(), expected.end(),
                                          [&](const ExpectedTable& table) { return table.file == file; });
        QVERIFY2(reviewed, file.c_str());
    }
    QVERIFY(files > 60);
}

MANGROVE_TEST(RealFilesTest)
#include "real_files_test.moc"
