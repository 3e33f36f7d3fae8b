// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzers of JSON and of workbooks call, over their seeds (tests/data/fuzz, findings among them) and
// over seeded mutations of these.
#include "base/random.h"
#include "fuzz/formats_target.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::vector<std::filesystem::path> formatSeeds(const char* kind) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(mangrove::test::testData() / "fuzz" / kind))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string formatMutation(std::string bytes, mangrove::SeededRandom& random,
                           const std::vector<std::string_view>& pieces) {
    for (auto changes = 1 + random.below(5); changes > 0; --changes) {
        const auto at = random.below(bytes.size() + 1);
        switch (random.below(4)) {
        case 0:
            bytes.insert(at, pieces[random.below(pieces.size())]);
            break;
        case 1:
            bytes.erase(at, random.below(5));
            break;
        case 2:
            bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(40)));
            break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random.below(256));
        }
    }
    return bytes;
}

} // namespace

class FormatsReplayTest : public QObject {
    Q_OBJECT

private slots:
    void json() {
        replay("json", &mangrove::test::checkJsonBytes, 60,
               {"\"", "{", "}", "[", "]", ",", ":", "\\", "\\u00e9", "null", "1e5", "\n", "\xFF",
                "\"resourceType\":\"Bundle\"", "\"entry\":["});
    }
    void workbook() {
        replay("workbook", &mangrove::test::checkWorkbookBytes, 25,
               {"<", ">", "<row r=\"9\">", "</row>", "<c r=\"B2\" t=\"s\">", "<v>1</v>", "</c>",
                "<!DOCTYPE a>", "&amp;", "\xFF", "_x000D_"});
    }

private:
    static void replay(const char* kind, std::string (*check)(std::string_view), int mutations,
                       const std::vector<std::string_view>& pieces) {
        mangrove::SeededRandom random(47);
        const auto seeds = formatSeeds(kind);
        QVERIFY(seeds.size() > 4);
        for (const auto& file : seeds) {
            const std::string bytes = mangrove::test::readAll(file);
            for (int i = 0; i <= mutations; ++i) {
                const std::string tried = i == 0 ? bytes : formatMutation(bytes, random, pieces);
                const std::string fault = check(tried);
                QVERIFY2(fault.empty(), (file.string() + ": " + fault + "\n"
                                         + QByteArray::fromStdString(tried).toHex().toStdString())
                                            .c_str());
            }
        }
    }
};

MANGROVE_TEST(FormatsReplayTest)
#include "formats_replay_test.moc"
