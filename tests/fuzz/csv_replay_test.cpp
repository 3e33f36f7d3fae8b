// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzer calls, over the corpus and over seeded mutations of it.
#include "base/random.h"
#include "fuzz/csv_target.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace {

std::vector<std::filesystem::path> replayFiles() {
    std::vector<std::filesystem::path> files;
    for (const char* part : {"must-pass", "must-fail"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator(mangrove::test::testData() / "csv" / part)) {
            if (entry.path().extension() == ".csv")
                files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string replayMutation(std::string bytes, mangrove::SeededRandom& random) {
    static constexpr std::array<std::string_view, 14> kPieces{
        "\"", ",", "\n", "\r", "\r\n", "\"\"", ";", "\t", "\0", "\xFF", "\xE4", "中", "?", "1"};
    for (auto changes = 1 + random.below(6); changes > 0; --changes) {
        const auto at = random.below(bytes.size() + 1);
        const auto piece = kPieces[random.below(kPieces.size())];
        switch (random.below(4)) {
        case 0:
            bytes.insert(at, piece);
            break;
        case 1:
            bytes.erase(at, random.below(4));
            break;
        case 2:
            bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(30)));
            break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random.below(256));
        }
    }
    return bytes;
}

} // namespace

class CsvReplayTest : public QObject {
    Q_OBJECT

private slots:
    void corpus() {
        for (const auto& file : replayFiles()) {
            const std::string fault = mangrove::test::checkCsvBytes(mangrove::test::readAll(file));
            QVERIFY2(fault.empty(), (file.string() + ": " + fault).c_str());
        }
    }

    void mutations() {
        mangrove::SeededRandom random(31);
        for (const auto& file : replayFiles()) {
            const std::string bytes = mangrove::test::readAll(file);
            if (bytes.size() > 2000)
                continue;
            for (int i = 0; i < 12; ++i) {
                const std::string mutated = replayMutation(bytes, random);
                const std::string fault = mangrove::test::checkCsvBytes(mutated);
                QVERIFY2(fault.empty(), (file.string() + ": " + fault + "\n"
                                         + QByteArray::fromStdString(mutated).toHex().toStdString())
                                            .c_str());
            }
        }
    }
};

MANGROVE_TEST(CsvReplayTest)
#include "csv_replay_test.moc"
