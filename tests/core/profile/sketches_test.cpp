// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/on_threads.h"
#include "base/random.h"
#include "profile/distinct_counter.h"
#include "profile/exact_moments.h"
#include "profile/shared_distinct.h"
#include "profile/value_dictionary.h"
#include "support/test_registry.h"
#include "table/row_sample.h"

#include <QtTest>
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace {

/// Two passes in long double: the plain way to say it.
std::pair<double, double> sketchSlowMoments(const std::vector<double>& values) {
    long double sum = 0;
    for (const double value : values)
        sum += value;
    const long double mean = sum / static_cast<long double>(values.size());
    long double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {static_cast<double>(mean),
            static_cast<double>(std::sqrt(squares / static_cast<long double>(values.size() - 1)))};
}

bool sketchClose(double a, double b, double relative) {
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/// The rows of one part of a sample, kept beside it.
struct SampledRows {
    SampledRows(std::size_t limit, mangrove::table::SampleCount* shared) : sample(limit, shared) {}

    void take(const std::vector<std::uint64_t>& blocks) {
        for (const std::uint64_t block : blocks) {
            sample.select(block, 0, 500, places);
            for (const std::uint32_t row : places)
                rows.push_back(block * 500 + row);
            thinIfTooMany();
        }
    }
    void thinIfTooMany() {
        while (sample.tooMany())
            thin();
    }
    void thin() {
        sample.thin(places);
        std::vector<std::uint64_t> kept;
        for (const std::uint32_t place : places)
            kept.push_back(rows[place]);
        rows = std::move(kept);
    }

    mangrove::table::RowSample sample;
    std::vector<std::uint64_t> rows;
    std::vector<std::uint32_t> places;
};

} // namespace

class SketchesTest : public QObject {
    Q_OBJECT

private slots:
    void momentsAgreeWithTwoPasses_data() {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("scale");
        QTest::newRow("small") << 0.0 << 1.0;
        QTest::newRow("far from zero") << 1e9 << 1.0;
        QTest::newRow("large") << 0.0 << 1e150;
        QTest::newRow("tiny") << 0.0 << 1e-150;
        QTest::newRow("negative") << -5e6 << 100.0;
    }
    void momentsAgreeWithTwoPasses() {
        QFETCH(double, shift);
        QFETCH(double, scale);
        mangrove::SeededRandom random(5);
        std::vector<double> values;
        mangrove::profile::ExactMoments moments;
        for (int i = 0; i < 20'000; ++i) {
            values.push_back(shift + (random.unit() - 0.5) * scale);
            moments.add(values.back());
        }
        const auto [mean, stddev] = sketchSlowMoments(values);
        QVERIFY(sketchClose(*moments.mean(), mean, 1e-12)
                || std::abs(*moments.mean() - mean) < 1e-15 * scale * 20'000);
        QVERIFY2(sketchClose(*moments.stddev(), stddev, 1e-10),
                 qPrintable(QString("%1 %2").arg(*moments.stddev()).arg(stddev)));
    }

    /// The same bits in any order, with counts instead of repetition, and over any number of merged parts.
    void momentsDoNotDependOnOrder() {
        mangrove::SeededRandom random(6);
        std::vector<double> values;
        for (int i = 0; i < 3000; ++i)
            values.push_back(std::ldexp(random.unit() - 0.3, static_cast<int>(random.below(80)) - 40));
        const auto of = [&](std::size_t parts, bool backwards) {
            std::vector<mangrove::profile::ExactMoments> all(parts);
            for (std::size_t i = 0; i < values.size(); ++i)
                all[i % parts].add(values[backwards ? values.size() - 1 - i : i], 3);
            for (std::size_t p = 1; p < parts; ++p)
                all[0].merge(all[p]);
            return std::pair{*all[0].mean(), *all[0].stddev()};
        };
        mangrove::profile::ExactMoments repeated;
        for (int times = 0; times < 3; ++times) {
            for (const double value : values)
                repeated.add(value);
        }
        const std::pair expected{*repeated.mean(), *repeated.stddev()};
        QVERIFY(of(1, false) == expected);
        QVERIFY(of(1, true) == expected);
        QVERIFY(of(7, false) == expected);
        QVERIFY(of(7, true) == expected);
    }

    void momentsOfFewValues() {
        mangrove::profile::ExactMoments moments;
        QVERIFY(!moments.mean().has_value());
        moments.add(5);
        QCOMPARE(*moments.mean(), 5.0);
        QVERIFY(!moments.stddev().has_value());
        moments.add(5);
        QCOMPARE(*moments.stddev(), 0.0);
        moments.add(-1);
        QCOMPARE(*moments.mean(), 3.0);
        QCOMPARE(*moments.stddev(), std::sqrt(12.0));
    }

    void distinctIsExactUpToAMillion() {
        mangrove::profile::DistinctCounter counter;
        mangrove::SeededRandom random(7);
        std::vector<std::uint64_t> hashes(1'000'000);
        for (std::uint64_t& hash : hashes)
            hash = random.next();
        hashes[0] = 0;
        for (int times = 0; times < 2; ++times) {
            counter.add(hashes);
            counter.settle();
            QVERIFY(counter.exact());
            QCOMPARE(counter.count(), std::uint64_t{1'000'000});
        }
        counter.add(std::vector{random.next()});
        counter.settle();
        QVERIFY(!counter.exact());
        QVERIFY(sketchClose(static_cast<double>(counter.count()), 1e6, 0.02));
    }

    /// Beside a set, over values of which many, few or none repeat, in pieces of any size.
    void distinctOfRepeatedValues_data() {
        QTest::addColumn<int>("different");
        for (const int different : {1, 3, 60, 1000, 40'000, 300'000})
            QTest::addRow("%d", different) << different;
    }
    void distinctOfRepeatedValues() {
        QFETCH(int, different);
        mangrove::SeededRandom random(static_cast<std::uint64_t>(different));
        mangrove::profile::DistinctCounter counter;
        std::set<std::uint64_t> expected;
        for (std::size_t given = 0; given < 300'000;) {
            std::vector<std::uint64_t> part(random.below(2'000));
            for (std::uint64_t& hash : part) // 0 among them
                hash = random.below(static_cast<std::uint64_t>(different)) * 0x9E3779B97F4A7C15ULL;
            given += part.size();
            expected.insert(part.begin(), part.end());
            counter.add(part);
            if (random.below(50) == 0) {
                counter.settle();
                QCOMPARE(counter.count(), std::uint64_t{expected.size()});
            }
        }
        counter.settle();
        QVERIFY(counter.exact());
        QCOMPARE(counter.count(), std::uint64_t{expected.size()});
    }

    void distinctEstimateIsWithinTwoPercent_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void distinctEstimateIsWithinTwoPercent() {
        QFETCH(int, seed);
        mangrove::SeededRandom random(static_cast<std::uint64_t>(seed));
        mangrove::profile::DistinctCounter counter;
        std::vector<std::uint64_t> hashes(2'500'000);
        for (std::uint64_t& hash : hashes)
            hash = random.next();
        counter.add(hashes);
        counter.settle();
        QVERIFY(sketchClose(static_cast<double>(counter.count()), 2.5e6, 0.02));
        QVERIFY(std::abs(counter.standardError() - 0.0041) < 1e-4);
    }

    /// Whenever the limit is lowered, the counter is the one that had it from the beginning.
    void distinctLimitCanBeLoweredAtAnyMoment_data() {
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("limit");
        QTest::newRow("stays exact") << 400 << 500;
        QTest::newRow("just at it") << 500 << 500;
        QTest::newRow("one too many") << 501 << 500;
        QTest::newRow("sketched before, folded after") << 40'000 << 100;
        QTest::newRow("folded by one") << 40'000 << 7'000;
    }
    void distinctLimitCanBeLoweredAtAnyMoment() {
        QFETCH(int, values);
        QFETCH(int, limit);
        mangrove::SeededRandom random(21);
        std::vector<std::uint64_t> hashes(static_cast<std::size_t>(values));
        for (std::uint64_t& hash : hashes)
            hash = random.next();
        hashes.back() = 0;
        mangrove::profile::DistinctCounter expected(static_cast<std::size_t>(limit));
        expected.add(hashes);
        expected.settle();
        QCOMPARE(expected.exact(), values <= limit);
        for (const std::size_t before : {std::size_t{0}, std::size_t{50}, hashes.size() / 2, hashes.size()}) {
            mangrove::profile::DistinctCounter counter(16'000);
            counter.add(std::span(hashes).first(before));
            counter.lowerLimit(static_cast<std::size_t>(limit) * 2);
            counter.lowerLimit(static_cast<std::size_t>(limit));
            counter.add(std::span(hashes).subspan(before));
            counter.settle();
            QCOMPARE(counter.exact(), expected.exact());
            QCOMPARE(counter.count(), expected.count());
            QCOMPARE(counter.kept(), expected.kept());
            QCOMPARE(counter.standardError(), expected.standardError());
            QVERIFY(sketchClose(static_cast<double>(counter.count()), values, 5 * counter.standardError()));
        }
    }

    /// The highest limit at which all columns fit, found by trying, and the same for every order of rows and
    /// any number of threads.
    void distinctPoolEndsAtTheHighestLimitThatFits() {
        using mangrove::profile::DistinctCounter;
        using mangrove::profile::DistinctPool;
        constexpr std::uint64_t kBytes = 600'000;
        const std::vector<std::size_t> sizes{3, 900, 5'000, 20'000, 60'000, 60'000, 4};
        const auto feed = [&](unsigned threads, bool backwards) {
            auto pool = std::make_unique<DistinctPool>(kBytes, sizes.size());
            constexpr std::size_t kParts = 100;
            mangrove::forEachOnThreads(threads, sizes.size() * kParts, [&](std::size_t task) {
                const std::size_t place = backwards ? sizes.size() * kParts - 1 - task : task;
                const std::size_t column = place / kParts;
                mangrove::SeededRandom random(column + 1);
                std::vector<std::uint64_t> hashes(sizes[column]);
                for (std::uint64_t& hash : hashes)
                    hash = random.next();
                std::vector<std::uint64_t> part;
                for (std::size_t i = place % kParts; i < hashes.size(); i += kParts)
                    part.push_back(hashes[i]);
                pool->column(column).add(part);
            });
            pool->settle(threads);
            return pool;
        };
        std::size_t limit = DistinctCounter::kExactLimit;
        const auto needed = [&] {
            std::uint64_t bytes = 0;
            for (const std::size_t size : sizes)
                bytes += DistinctCounter::bytesFor(std::min(size, limit));
            return bytes;
        };
        while (needed() > kBytes)
            limit /= 2;
        QVERIFY(limit > 900 && limit < 60'000); // some columns fit, others do not
        for (const unsigned threads : {1U, 4U}) {
            for (const bool backwards : {false, true}) {
                const auto pool = feed(threads, backwards);
                QCOMPARE(pool->exactLimit(), limit);
                for (std::size_t c = 0; c < sizes.size(); ++c) {
                    const DistinctCounter& counter = pool->column(c).counter();
                    QCOMPARE(counter.exact(), sizes[c] <= limit);
                    QVERIFY(counter.exact() ? counter.count() == sizes[c]
                                            : sketchClose(static_cast<double>(counter.count()),
                                                          static_cast<double>(sizes[c]), 0.03));
                }
            }
        }
    }

    void dictionaryCounts() {
        mangrove::SeededRandom random(8);
        mangrove::profile::ValueDictionary dictionary;
        std::map<std::string, std::uint64_t> expected;
        for (int i = 0; i < 50'000; ++i) {
            const std::string text(random.below(40), static_cast<char>('a' + random.below(26)));
            bool isNew = false;
            dictionary.add(text, mangrove::hashValue(text), 2, isNew);
            QCOMPARE(isNew, !expected.contains(text));
            expected[text] += 2;
        }
        QCOMPARE(dictionary.size(), expected.size());
        for (const auto& entry : dictionary.entries())
            QCOMPARE(dictionary.countOf(entry), expected[std::string(dictionary.text(entry))]);
    }

    /// Texts with the same hash stay apart.
    void dictionaryComparesTexts() {
        mangrove::profile::ValueDictionary dictionary;
        bool isNew = false;
        dictionary.add("a", 1, 1, isNew);
        dictionary.add("b", 1, 1, isNew);
        QVERIFY(isNew);
        dictionary.add("a", 1, 1, isNew);
        QVERIFY(!isNew);
        QCOMPARE(dictionary.size(), std::size_t{2});
    }

    void sampleIsTheSameForEveryDivision_data() {
        QTest::addColumn<bool>("shared");
        QTest::newRow("each part under the limit") << false;
        QTest::newRow("all parts together under the limit") << true;
    }
    void sampleIsTheSameForEveryDivision() {
        QFETCH(bool, shared);
        constexpr std::size_t kLimit = 2000;
        std::vector<std::uint64_t> all;
        std::vector<std::uint64_t> few;
        std::vector<std::uint64_t> rest;
        for (std::uint64_t block = 0; block < 200; ++block) {
            all.push_back(block);
            (block % 17 == 3 ? few : rest).push_back(block);
        }
        SampledRows whole(kLimit, nullptr);
        whole.take(all);
        mangrove::table::SampleCount count(kLimit);
        SampledRows a(kLimit, shared ? &count : nullptr);
        SampledRows b(kLimit, shared ? &count : nullptr);
        a.take(few);
        b.take(rest);
        a.thinIfTooMany();
        QVERIFY(a.sample.level() <= b.sample.level());
        QCOMPARE(a.sample.level() == b.sample.level(), shared);
        while (a.sample.level() < b.sample.level())
            a.thin();
        a.sample.append(b.sample);
        a.rows.insert(a.rows.end(), b.rows.begin(), b.rows.end());
        QVERIFY(!shared || !a.sample.tooMany());
        a.thinIfTooMany();
        std::sort(a.rows.begin(), a.rows.end());
        QVERIFY(a.rows == whole.rows);
        QVERIFY(whole.rows.size() > kLimit / 2 && whole.rows.size() <= kLimit);
    }

    /// Whatever the threads do at once, the level is in the end that of all keys.
    void sampleCountOfThreads() {
        for (const std::size_t limit :
             {std::size_t{0}, std::size_t{1}, std::size_t{700}, std::size_t{80'000}}) {
            std::vector<std::uint64_t> keys(40'000);
            mangrove::SeededRandom random(11);
            for (std::uint64_t& key : keys)
                key = random.next() >> random.below(9);
            keys[17] = 0;
            mangrove::table::SampleCount count(limit);
            mangrove::forEachOnThreads(4, keys.size() / 100, [&](std::size_t part) {
                count.add(std::span(keys).subspan(part * 100, 100));
            });
            unsigned expected = 0;
            const auto remaining = [&] {
                return std::count_if(keys.begin(), keys.end(), [&](std::uint64_t key) {
                    return std::countl_zero(key) >= static_cast<int>(expected);
                });
            };
            while (static_cast<std::size_t>(remaining()) > limit)
                ++expected;
            QCOMPARE(count.level(), expected);
        }
    }
};

MANGROVE_TEST(SketchesTest)
#include "sketches_test.moc"
