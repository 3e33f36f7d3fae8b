// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzers of JSON and of workbooks call, over their seeds (tests/data/fuzz, findings among them) and
// over seeded mutations of these.
#include "fuzz/formats_target.h"
#include "fuzz/replay.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>

namespace {

constexpr std::array<std::string_view, 15> kJsonPieces{
    "\"",         "{",       "}",    "[",   "]",  ",",    ":",
    "\\",         "\\u00e9", "null", "1e5", "\n", "\xFF", "\"resourceType\":\"Bundle\"",
    "\"entry\":["};
constexpr std::array<std::string_view, 11> kSheetPieces{
    "<",     ">",    "<row r=\"9\">", "</row>", "<c r=\"B2\" t=\"s\">", "<v>1</v>", "</c>", "<!DOCTYPE a>",
    "&amp;", "\xFF", "_x000D_"};

} // namespace

class FormatsReplayTest : public QObject {
    Q_OBJECT

private slots:
    void json() { replaySeeds("json", &mangrove::test::checkJsonBytes, 60, kJsonPieces); }
    void workbook() { replaySeeds("workbook", &mangrove::test::checkWorkbookBytes, 25, kSheetPieces); }

private:
    static void replaySeeds(const char* kind, mangrove::test::ByteCheck check, int mutations,
                            std::span<const std::string_view> pieces) {
        mangrove::SeededRandom random(47);
        const auto seeds = mangrove::test::seedFiles(mangrove::test::testData() / "fuzz" / kind, "");
        QVERIFY(seeds.size() > 4);
        for (const auto& file : seeds) {
            const std::string fault = mangrove::test::replay(file, mutations, pieces, random, check);
            QVERIFY2(fault.empty(), fault.c_str());
        }
    }
};

MANGROVE_TEST(FormatsReplayTest)
#include "formats_replay_test.moc"
