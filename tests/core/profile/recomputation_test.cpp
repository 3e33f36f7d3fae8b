// SPDX-License-Identifier: GPL-3.0-or-later
// Every published figure of a real file (Diabetes-130) computed a second time, slowly and by other means: a
// reader of a few lines, maps, sorted vectors, long double.
#include "io/byte_source.h"
#include "profile/profiler.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

std::string recomputedText(const std::filesystem::path& archive) {
    mangrove::io::ReadOptions archived;
    archived.table = "diabetic_data.csv";
    const auto source = mangrove::io::ByteSource::open(archive, archived, {});
    std::string text;
    std::vector<char> piece(1U << 20U);
    for (;;) {
        const auto got = (*source)->read(piece, {});
        if (!got.ok() || *got == 0)
            return text;
        text.append(piece.data(), *got);
    }
}

bool recomputedIsNumber(const std::string& text) {
    char* end = nullptr;
    (void)std::strtod(text.c_str(), &end);
    return !text.empty() && *end == '\0' && (std::isdigit(static_cast<unsigned char>(text[0])) != 0);
}

} // namespace

class RecomputationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (mangrove::test::sharedDir().empty())
            QSKIP("../shared is not there");
        const auto archive = mangrove::test::sharedDir() / "data/diabetes130/dataset_diabetes.zip";
        const std::string text = recomputedText(archive);
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string line = text.substr(at, end - at);
            at = end + 1;
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            std::vector<std::string> cells;
            for (std::size_t from = 0;;) {
                const std::size_t comma = line.find(',', from);
                cells.push_back(line.substr(from, comma - from));
                if (comma == std::string::npos)
                    break;
                from = comma + 1;
            }
            m_records.push_back(std::move(cells));
        }
        mangrove::io::ReadOptions options;
        options.table = "diabetic_data.csv";
        auto profile = mangrove::profile::profileFile(archive, options, {}, {});
        QVERIFY(profile.ok());
        m_profile = *std::move(profile);
    }

    void rowsAndColumns() {
        QCOMPARE(m_profile.rows, static_cast<std::uint64_t>(m_records.size() - 1));
        QCOMPARE(m_profile.columns.size(), m_records[0].size());
        for (std::size_t c = 0; c < m_profile.columns.size(); ++c)
            QCOMPARE(m_profile.columns[c].name, m_records[0][c]);
    }

    void everyColumn() {
        for (std::size_t c = 0; c < m_profile.columns.size(); ++c) {
            checkCounts(c);
            checkNumbers(c);
            if (QTest::currentTestFailed())
                qFatal("column %s", m_profile.columns[c].name.c_str());
        }
    }

    /// Nineteen in twenty medicines are No: no head of the file shows this column's second value.
    void theValueFarDown() {
        const auto found = std::find_if(m_profile.columns.begin(), m_profile.columns.end(),
                                        [](const auto& column) { return column.name == "acetohexamide"; });
        QVERIFY(found != m_profile.columns.end());
        QCOMPARE(found->type, mangrove::profile::ValueType::Text);
        QCOMPARE(found->top, (std::vector<mangrove::profile::ValueCount>{{"No", 101'765}, {"Steady", 1}}));
    }

private:
    void checkCounts(std::size_t c) {
        const auto& column = m_profile.columns[c];
        std::map<std::string, std::uint64_t> counts;
        std::uint64_t nulls = 0;
        std::size_t shortest = 1000;
        std::size_t longest = 0;
        for (std::size_t r = 1; r < m_records.size(); ++r) {
            const std::string& cell = m_records[r][c];
            if (cell.empty() || cell == "?") {
                ++nulls;
                continue;
            }
            ++counts[cell];
            shortest = std::min(shortest, cell.size());
            longest = std::max(longest, cell.size());
        }
        QCOMPARE(column.nulls, nulls);
        // One column has more values than are kept with their counts; its distinct values are exact all the
        // same.
        QCOMPARE(column.distinct, static_cast<std::uint64_t>(counts.size()));
        QVERIFY(column.distinctExact);
        QCOMPARE(column.minLength, static_cast<std::uint64_t>(shortest));
        QCOMPARE(column.maxLength, static_cast<std::uint64_t>(longest));
        std::vector<std::pair<std::uint64_t, std::string>> order;
        for (const auto& [value, count] : counts)
            order.emplace_back(count, value);
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        QVERIFY(column.topExact);
        QCOMPARE(column.top.size(), std::min<std::size_t>(10, order.size()));
        for (std::size_t i = 0; i < column.top.size(); ++i) {
            QCOMPARE(column.top[i].value, order[i].second);
            QCOMPARE(column.top[i].count, order[i].first);
        }
        if (column.type == mangrove::profile::ValueType::Text) {
            QCOMPARE(column.min, counts.begin()->first);
            QCOMPARE(column.max, counts.rbegin()->first);
        }
    }

    void checkNumbers(std::size_t c) {
        const auto& column = m_profile.columns[c];
        std::vector<double> numbers;
        std::uint64_t others = 0;
        for (std::size_t r = 1; r < m_records.size(); ++r) {
            const std::string& cell = m_records[r][c];
            if (recomputedIsNumber(cell))
                numbers.push_back(std::strtod(cell.c_str(), nullptr));
            else if (!cell.empty() && cell != "?")
                ++others;
        }
        const bool isNumber = others * 100 <= numbers.size() + others && !numbers.empty();
        QCOMPARE(column.type == mangrove::profile::ValueType::Integer
                     || column.type == mangrove::profile::ValueType::Decimal,
                 isNumber);
        if (!isNumber)
            return;
        QCOMPARE(column.disagreeing, others);
        std::sort(numbers.begin(), numbers.end());
        long double sum = 0;
        for (const double number : numbers)
            sum += number;
        const long double mean = sum / static_cast<long double>(numbers.size());
        long double squares = 0;
        for (const double number : numbers)
            squares += (number - mean) * (number - mean);
        QVERIFY(std::abs(*column.mean - static_cast<double>(mean)) <= 1e-12 * std::abs(*column.mean));
        const auto stddev =
            static_cast<double>(std::sqrt(squares / static_cast<long double>(numbers.size() - 1)));
        QVERIFY(std::abs(*column.stddev - stddev) <= 1e-12 * stddev);
        QCOMPARE(std::strtod(column.min.c_str(), nullptr), numbers.front());
        QCOMPARE(std::strtod(column.max.c_str(), nullptr), numbers.back());
        const auto quantile = [&](double p) {
            return numbers[static_cast<std::size_t>(std::ceil(p * static_cast<double>(numbers.size()))) - 1];
        };
        QVERIFY(column.quantilesExact);
        QCOMPARE(column.quantiles->p25, quantile(0.25));
        QCOMPARE(column.quantiles->p50, quantile(0.50));
        QCOMPARE(column.quantiles->p75, quantile(0.75));
        for (std::size_t i = 0; i < column.histogram.size(); ++i) {
            const auto& bin = column.histogram[i];
            const bool last = i + 1 == column.histogram.size();
            const auto count = std::count_if(numbers.begin(), numbers.end(), [&](double number) {
                return number >= bin.from && (number < bin.to || (last && number <= bin.to));
            });
            QCOMPARE(bin.count, static_cast<std::uint64_t>(count));
        }
    }

    std::vector<std::vector<std::string>> m_records;
    mangrove::profile::TableProfile m_profile;
};

MANGROVE_TEST(RecomputationTest)
#include "recomputation_test.moc"
