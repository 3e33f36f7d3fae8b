// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzers of delimited text and of the sniffers call, over the corpus and over seeded mutations of
// it.
#include "fuzz/csv_target.h"
#include "fuzz/replay.h"
#include "fuzz/sniffer_target.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>

namespace {

constexpr std::array<std::string_view, 14> kCsvPieces{
    "\"",   ",",    "\n", "\r", "\r\n", "\"\"", ";", "\t", std::string_view("\0", 1),
    "\xFF", "\xE4", "中", "?",  "1"};

} // namespace

class CsvReplayTest : public QObject {
    Q_OBJECT

private slots:
    void csv() { replayCorpus(&mangrove::test::checkCsvBytes, 12); }
    void sniffers() { replayCorpus(&mangrove::test::checkSnifferBytes, 40); }

private:
    static void replayCorpus(mangrove::test::ByteCheck check, int mutations) {
        constexpr std::uintmax_t kSmall = 2000;
        mangrove::SeededRandom random(31);
        for (const char* part : {"csv/must-pass", "csv/must-fail", "fuzz/sniffers"}) {
            const auto files = mangrove::test::seedFiles(mangrove::test::testData() / part, ".csv");
            QVERIFY(!files.empty());
            for (const auto& file : files) {
                const int times = std::filesystem::file_size(file) > kSmall ? 0 : mutations;
                const std::string fault = mangrove::test::replay(file, times, kCsvPieces, random, check);
                QVERIFY2(fault.empty(), fault.c_str());
            }
        }
    }
};

MANGROVE_TEST(CsvReplayTest)
#include "csv_replay_test.moc"
