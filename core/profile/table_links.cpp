// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/table_links.h"

#include "base/text.h"
#include "io/record_reader.h"
#include "profile/batch_sink.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace mangrove::profile {

namespace {

constexpr std::size_t kSketchSize = 32'768;
constexpr std::size_t kLeastSketchSize = 1'024;
constexpr std::size_t kSketchEntries = 8U << 20U; ///< of all columns of a table together
/// So many values decide whether a pair is worth a closer look; fewer than kFewest cannot show a containment.
constexpr std::size_t kFirstLook = 512;
constexpr std::size_t kFewest = 10;

class TableSketch final : public BatchSink {
public:
    TableSketch(std::size_t columns, std::size_t limit) : keys(columns, KeySketch(limit)) {}

    void append(const io::RecordBatch& batch, std::uint64_t /*blockIndex*/) override {
        rows += batch.rows();
        for (std::size_t c = 0; c < keys.size(); ++c) {
            for (const io::CellRef cell : batch.column(c)) {
                const std::string_view value = batch.view(cell);
                if (!cell.emptyNull() && !batch.isNullWord(value))
                    keys[c].add(value);
            }
        }
    }

    std::vector<KeySketch> keys;
    std::uint64_t rows = 0;
};

/// A column ready to be compared.
struct Comparable {
    std::uint32_t table = 0;
    std::uint32_t column = 0;
    const KeySketch* sketch = nullptr;
    std::vector<KeySketch::Entry> values; ///< by hash
    std::string name;                     ///< lower case, letters and digits only
    bool isKey = false;
    bool isMeasure = false;
    bool isInteger = false;
    bool isLongCode = false;
    double least = 0; ///< isInteger
    double most = 0;

    /// Values of at least that level.
    [[nodiscard]] std::size_t valuesAt(unsigned level) const {
        if (level == 0)
            return values.size();
        const std::uint64_t bound = KeySketch::bound(level);
        return static_cast<std::size_t>(
            std::lower_bound(
                values.begin(), values.end(), bound,
                [](const KeySketch::Entry& entry, std::uint64_t limit) { return entry.hash < limit; })
            - values.begin());
    }
};

std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : toLowerAscii(name)) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) >= 0x80);
        if (letter)
            plain += c;
    }
    return plain;
}

double nameAgreementOf(const std::string& a, const std::string& b) {
    constexpr std::size_t kLeastPart = 4;
    if (a.empty() || b.empty())
        return 0;
    if (a == b)
        return 1;
    const bool holds = a.size() > b.size() ? a.find(b) != std::string::npos : b.find(a) != std::string::npos;
    return holds && std::min(a.size(), b.size()) >= kLeastPart ? 0.5 : 0;
}

Comparable comparableOf(const TableKeys& table, std::uint32_t tableIndex, std::uint32_t column) {
    Comparable made;
    made.table = tableIndex;
    made.column = column;
    made.sketch = &table.keys[column];
    made.values = made.sketch->sorted();
    made.name = plainName(table.columns[column]);
    std::size_t repeated = 0;
    std::size_t longCodes = 0;
    std::size_t integers = 0;
    std::size_t measures = 0;
    made.least = std::numeric_limits<double>::max();
    made.most = std::numeric_limits<double>::lowest();
    for (const KeySketch::Entry& entry : made.values) {
        repeated += entry.rows > 1 ? 1 : 0;
        longCodes += entry.kind == KeySketch::Kind::LongCode ? 1 : 0;
        if (entry.kind == KeySketch::Kind::Integer) {
            ++integers;
            made.least = std::min(made.least, entry.number);
            made.most = std::max(made.most, entry.number);
        }
        measures += entry.kind == KeySketch::Kind::Amount || entry.kind == KeySketch::Kind::Time ? 1 : 0;
    }
    made.isKey = !made.values.empty() && repeated * 100 <= made.values.size();
    made.isLongCode = longCodes * 10 >= made.values.size() * 9 && longCodes > 0;
    made.isInteger = integers * 10 >= made.values.size() * 9 && integers > 0;
    made.isMeasure = measures * 10 >= made.values.size() && measures > 0;
    return made;
}

/// Which of a's values of that level b has.
std::size_t sharedAt(const Comparable& a, const Comparable& b, std::size_t values) {
    std::size_t shared = 0;
    for (std::size_t i = 0; i < values; ++i)
        shared += b.sketch->contains(a.values[i].hash) ? 1 : 0;
    return shared;
}

/// How much of a's values b would have if a's were whole numbers drawn at random from a's range.
double expectedByChance(const Comparable& a, const Comparable& b) {
    const double rangeA = a.most - a.least + 1;
    const double rangeB = b.most - b.least + 1;
    const double common = std::min(a.most, b.most) - std::max(a.least, b.least) + 1;
    if (common <= 0)
        return 0;
    return std::min(1.0, common / rangeA) * std::min(1.0, static_cast<double>(b.sketch->distinct()) / rangeB);
}

class PairJudge {
public:
    PairJudge(const LinkOptions& options, LinksLeftOut& leftOut) : m_options(options), m_leftOut(leftOut) {}

    std::optional<ColumnLink> judge(const Comparable& a, const Comparable& b) {
        if (a.values.empty() || b.values.empty())
            return std::nullopt;
        const unsigned level = std::max(a.sketch->level(), b.sketch->level());
        const std::size_t ofA = a.valuesAt(level);
        const std::size_t ofB = b.valuesAt(level);
        const bool aIsSmaller = ofA <= ofB;
        const Comparable& smaller = aIsSmaller ? a : b;
        const Comparable& larger = aIsSmaller ? b : a;
        const std::size_t values = std::min(ofA, ofB);
        if (values == 0 || (level > 0 && values < kFewest))
            return std::nullopt;
        // The smaller side is the one contained better. A prefix of its values is a sample of them.
        const std::size_t look = std::min(values, kFirstLook);
        const double seen = static_cast<double>(sharedAt(smaller, larger, look)) / static_cast<double>(look);
        const double doubt = look < values ? 4 * std::sqrt(0.25 / static_cast<double>(look)) : 0;
        if (seen + doubt < m_options.leastContainment)
            return std::nullopt;
        const std::size_t shared = sharedAt(smaller, larger, values);
        if (static_cast<double>(shared) < m_options.leastContainment * static_cast<double>(values))
            return std::nullopt;
        return linkOf(a, b, shared, ofA, ofB, level);
    }

private:
    std::optional<ColumnLink> linkOf(const Comparable& a, const Comparable& b, std::size_t shared,
                                     std::size_t ofA, std::size_t ofB, unsigned level) {
        ColumnLink link;
        link.nameAgreement = nameAgreementOf(a.name, b.name);
        link.exact = level == 0;
        link.shared = std::uint64_t{shared} << level;
        if (saysNothing(a, b, link))
            return std::nullopt;
        const auto end = [&](const Comparable& side, std::size_t values) {
            return LinkEnd{side.table, side.column, side.sketch->distinct(), side.isKey,
                           static_cast<double>(shared) / static_cast<double>(values)};
        };
        link.from = end(a, ofA);
        link.to = end(b, ofB);
        const bool turn =
            link.from.containment < link.to.containment
            || (link.from.containment == link.to.containment && link.from.isKey && !link.to.isKey);
        if (turn)
            std::swap(link.from, link.to);
        if (const double p = link.from.containment; !link.exact)
            link.standardError = std::sqrt(p * (1 - p) / static_cast<double>(turn ? ofB : ofA));
        link.score = link.from.containment * (link.to.isKey || link.from.isKey ? 1 : 0.7)
                     * (0.8 + 0.2 * link.nameAgreement);
        return link;
    }

    bool saysNothing(const Comparable& a, const Comparable& b, const ColumnLink& link) {
        constexpr std::uint64_t kLeastOfCertain = 2;
        const bool namesAgree = link.nameAgreement >= 1;
        if (a.isMeasure || b.isMeasure) {
            ++m_leftOut.measures;
            return true;
        }
        const bool certain = (namesAgree && (a.isKey || b.isKey)) || (a.isLongCode && b.isLongCode);
        if (link.shared < (certain ? kLeastOfCertain : m_options.leastShared)) {
            ++m_leftOut.fewValues;
            return true;
        }
        if (!a.isInteger || !b.isInteger || namesAgree)
            return false;
        const bool aIsSmaller = a.sketch->distinct() <= b.sketch->distinct();
        const double expected = aIsSmaller ? expectedByChance(a, b) : expectedByChance(b, a);
        const double contained = static_cast<double>(link.shared)
                                 / static_cast<double>(std::min(a.sketch->distinct(), b.sketch->distinct()));
        if (contained > 1.5 * expected + 0.05)
            return false;
        ++m_leftOut.chance;
        return true;
    }

    const LinkOptions& m_options;
    LinksLeftOut& m_leftOut;
};

} // namespace

Status LinkOptions::validate() const {
    const auto wrong = [](const char* what, const std::string& value, const char* allowed) {
        return Error(errors::kBadOption, {what, value, allowed});
    };
    if (threads > 256)
        return wrong("threads", std::to_string(threads), "0 to 256 are allowed");
    if (!(leastContainment >= 0.05 && leastContainment <= 1))
        return wrong("leastContainment", std::to_string(leastContainment), "0.05 to 1 are allowed");
    if (leastShared < 2 || leastShared > 1'000'000)
        return wrong("leastShared", std::to_string(leastShared), "2 to 1000000 are allowed");
    if (links < 1 || links > 1'000'000)
        return wrong("links", std::to_string(links), "1 to 1000000 are allowed");
    return {};
}

std::size_t LinkOptions::sketchSizeFor(std::size_t columns) {
    return std::clamp(kSketchEntries / std::max<std::size_t>(columns, 1), kLeastSketchSize, kSketchSize);
}

std::string_view ColumnLink::kind() const {
    if (from.isKey)
        return to.isKey ? "1:1" : "1:n";
    return to.isKey ? "n:1" : "n:m";
}

Result<TableKeys> sketchTable(const std::string& name, const std::filesystem::path& path,
                              const io::ReadOptions& readOptions, const LinkOptions& options,
                              const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const std::size_t columns = reader->columnNames().size();
    std::vector<TableSketch> sketches(threadsFor(options.threads),
                                      TableSketch(columns, LinkOptions::sketchSizeFor(columns)));
    std::vector<BatchSink*> sinks;
    for (TableSketch& sketch : sketches)
        sinks.push_back(&sketch);
    MANGROVE_TRY(readInParallel(*reader, sinks, context));
    for (std::size_t t = 1; t < sketches.size(); ++t) {
        sketches[0].rows += sketches[t].rows;
        for (std::size_t c = 0; c < columns; ++c)
            sketches[0].keys[c].merge(sketches[t].keys[c]);
        sketches[t].keys = {};
    }
    return TableKeys{name,
                     sketches[0].rows,
                     reader->columnNames(),
                     std::move(sketches[0].keys),
                     reader->warnings(),
                     reader->source().sha256};
}

Result<TableLinks> linkTables(const std::vector<TableKeys>& tables, const LinkOptions& options,
                              const RunContext& context) {
    MANGROVE_TRY(options.validate());
    std::vector<std::vector<Comparable>> columns;
    for (std::uint32_t t = 0; t < tables.size(); ++t) {
        MANGROVE_TRY(context.check());
        auto& made = columns.emplace_back();
        for (std::uint32_t c = 0; c < tables[t].columns.size(); ++c)
            made.push_back(comparableOf(tables[t], t, c));
    }
    TableLinks found;
    PairJudge judge(options, found.leftOut);
    context.start("relating", tables.size() * (tables.size() - std::min<std::size_t>(tables.size(), 1)) / 2);
    for (std::size_t one = 0; one < columns.size(); ++one) {
        for (std::size_t other = one + 1; other < columns.size(); ++other) {
            for (const Comparable& a : columns[one]) {
                MANGROVE_TRY(context.check());
                for (const Comparable& b : columns[other]) {
                    if (auto link = judge.judge(a, b))
                        found.links.push_back(*link);
                }
            }
            context.advance(1);
        }
    }
    const auto place = [](const ColumnLink& link) {
        return std::tuple(link.from.table, link.from.column, link.to.table, link.to.column);
    };
    std::sort(found.links.begin(), found.links.end(), [&](const ColumnLink& a, const ColumnLink& b) {
        if (a.score != b.score)
            return a.score > b.score;
        return a.shared != b.shared ? a.shared > b.shared : place(a) < place(b);
    });
    found.found = found.links.size();
    found.links.resize(std::min<std::size_t>(found.links.size(), options.links));
    return found;
}

} // namespace mangrove::profile
