// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/text.h"
#include "crypto/sha256.h"
#include "io/csv_writer.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <optional>
#include <string>
#include <vector>

namespace {

using WriterRow = std::vector<std::optional<std::string>>;

std::optional<std::string> writerRandomCell(mangrove::SeededRandom& random) {
    static constexpr std::array<std::string_view, 12> kPieces{"a",  "\"", ",",  "\n", "\r", "\r\n",
                                                              "中", " ",  "\t", "0",  ";",  "😀"};
    if (random.below(6) == 0)
        return std::nullopt;
    std::string text;
    for (auto pieces = random.below(6); pieces > 0; --pieces)
        text += kPieces[random.below(kPieces.size())];
    return text;
}

} // namespace

class CsvWriterTest : public QObject {
    Q_OBJECT

private slots:
    void writesExactBytes() {
        const mangrove::test::TempDir folder;
        auto writer =
            mangrove::io::CsvWriter::create(folder / "t.csv", std::vector<std::string>{"id", "a b", "x,y"});
        QVERIFY(writer.ok());
        writer->cell("1");
        writer->null();
        writer->cell("");
        QVERIFY(writer->endRow().ok());
        writer->cell("say \"yes\"");
        writer->cell("two\nlines");
        writer->cell(" blank");
        QVERIFY(writer->endRow().ok());
        QVERIFY(writer->commit().ok());
        const std::string expected =
            "id,a b,\"x,y\"\n1,,\"\"\n\"say \"\"yes\"\"\",\"two\nlines\",\" blank\"\n";
        QCOMPARE(mangrove::test::readAll(folder / "t.csv"), expected);
        QCOMPARE(writer->rowsWritten(), std::uint64_t{2});
        QCOMPARE(writer->sha256(), mangrove::toHex(mangrove::crypto::sha256(expected)));
    }

    void leavesNothingWithoutCommit() {
        const mangrove::test::TempDir folder;
        {
            auto writer = mangrove::io::CsvWriter::create(folder / "t.csv", std::vector<std::string>{"a"});
            QVERIFY(writer.ok());
        }
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }

    void keepsAnExistingFile() {
        const mangrove::test::TempDir folder;
        folder.write("t.csv", "old");
        const auto writer = mangrove::io::CsvWriter::create(folder / "t.csv", std::vector<std::string>{"a"});
        QVERIFY(!writer.ok());
        QVERIFY(writer.error().is(mangrove::errors::kFileExists));
        QCOMPARE(mangrove::test::readAll(folder / "t.csv"), std::string("old"));
    }

    /// Random tables come back cell for cell, missing and empty told apart, for every block size.
    void randomTablesComeBack() {
        mangrove::SeededRandom random(4711);
        const mangrove::test::TempDir folder;
        for (int round = 0; round < 120; ++round) {
            const std::size_t columns = 1 + random.below(6);
            std::vector<std::string> names;
            for (std::size_t c = 0; c < columns; ++c)
                names.push_back("name_" + std::to_string(c));
            std::vector<WriterRow> rows(random.below(300));
            for (WriterRow& row : rows) {
                for (std::size_t c = 0; c < columns; ++c)
                    row.push_back(writerRandomCell(random));
            }
            const auto path = folder / (std::to_string(round) + ".csv");
            auto writer = mangrove::io::CsvWriter::create(path, names);
            QVERIFY(writer.ok());
            for (const WriterRow& row : rows)
                QVERIFY(
                    writer->row(std::vector<std::optional<std::string_view>>(row.begin(), row.end())).ok());
            QVERIFY(writer->commit().ok());
            mangrove::io::ReadOptions options;
            options.header = true;
            options.delimiter = ',';
            options.nullWords = {"no such word"};
            options.blockBytes = static_cast<std::uint32_t>(16 + random.below(2000));
            compare(path, options, names, rows);
        }
    }

private:
    static void compare(const std::filesystem::path& path, const mangrove::io::ReadOptions& options,
                        const std::vector<std::string>& names, const std::vector<WriterRow>& rows) {
        const auto reader = mangrove::io::RecordReader::open(path, options);
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message().c_str());
        QCOMPARE((*reader)->columnNames(), names);
        mangrove::io::RecordBatch batch;
        std::size_t row = 0;
        for (;;) {
            const auto more = (*reader)->next(batch, {});
            QVERIFY(more.ok());
            if (!*more)
                break;
            for (std::size_t r = 0; r < batch.rows(); ++r, ++row) {
                QVERIFY(row < rows.size());
                for (std::size_t c = 0; c < names.size(); ++c) {
                    QCOMPARE(batch.isNull(c, r), !rows[row][c].has_value());
                    QCOMPARE(std::string(batch.cell(c, r)), rows[row][c].value_or(""));
                }
            }
        }
        QCOMPARE(row, rows.size());
        QCOMPARE((*reader)->rowsRejected(), std::uint64_t{0});
    }
};

MANGROVE_TEST(CsvWriterTest)
#include "csv_writer_test.moc"
