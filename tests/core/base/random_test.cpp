// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <set>

namespace {

using namespace mangrove;

class RandomTest : public QObject {
    Q_OBJECT
private slots:
    void repeatsForTheSameSeed() {
        // first outputs of SplitMix64 for seed 1234567, as published with the algorithm (little endian here)
        SeededRandom random(1234567);
        std::array<std::uint8_t, 8> bytes{};
        random.fill(bytes);
        std::uint64_t value = 0;
        for (std::size_t i = 8; i-- > 0;)
            value = (value << 8U) | bytes[i];
        QCOMPARE(value, std::uint64_t(6457827717110365317U));
    }
    void staysBelowTheBoundAndReachesAll() {
        SeededRandom random(7);
        std::array<int, 6> seen{};
        for (int i = 0; i < 6000; ++i)
            ++seen.at(random.below(6));
        for (const int count : seen)
            QVERIFY2(count > 850 && count < 1150, std::to_string(count).c_str());
        for (int i = 0; i < 1000; ++i) {
            const double unit = random.unit();
            QVERIFY(unit >= 0.0 && unit < 1.0);
        }
    }
    void makesIdsThatDiffer() {
        SeededRandom random(7);
        std::set<std::string> ids;
        for (int i = 0; i < 10000; ++i)
            ids.insert(makeId("DS", random));
        QCOMPARE(ids.size(), std::size_t(10000));
        QVERIFY(QRegularExpression("^DS-[0-9A-HJKMNP-TV-Z]{8}$")
                    .match(QString::fromStdString(*ids.begin()))
                    .hasMatch());
    }
};

} // namespace

MANGROVE_TEST(RandomTest)
#include "random_test.moc"
