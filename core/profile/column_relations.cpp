// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_relations.h"

#include "base/format.h"
#include "base/on_threads.h"
#include "io/record_reader.h"
#include "profile/batch_sink.h"
#include "profile/relation_sample.h"
#include "profile/strongest.h"
#include "table/pair_statistics.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>

#include <tuple>

namespace mangrove::profile {

namespace {

constexpr std::uint64_t kSampleRows = 131'072;
constexpr std::uint64_t kLeastSampleRows = 2'000;
constexpr std::uint64_t kCells = 16'000'000;
constexpr std::uint64_t kRowVisits = 4'000'000'000;
constexpr unsigned kMostSamplers = 8; ///< each may hold a whole sample for a while
constexpr double kLeastContradictions = 10;
constexpr double kChanceTables = 1000; ///< chance may show in one of so many tables
constexpr const char* kLeftOut = "relations-left-out";

double strengthOf(const Correlation& correlation) {
    return std::max(std::abs(correlation.pearson.value_or(0)), std::abs(correlation.spearman.value_or(0)));
}

bool strongerDependency(const Dependency& x, const Dependency& y) {
    return std::tuple(-x.strength, x.error, x.from, x.to) < std::tuple(-y.strength, y.error, y.from, y.to);
}
bool strongerCorrelation(const Correlation& x, const Correlation& y) {
    return std::tuple(-strengthOf(x), x.a, x.b) < std::tuple(-strengthOf(y), y.a, y.b);
}
bool strongerAssociation(const Association& x, const Association& y) {
    return std::tuple(-x.cramersV, x.a, x.b) < std::tuple(-y.cramersV, y.a, y.b);
}

struct RelationFindings {
    Strongest<Dependency, strongerDependency> dependencies;
    Strongest<Correlation, strongerCorrelation> correlations;
    Strongest<Association, strongerAssociation> associations;

    explicit RelationFindings(std::size_t limit)
        : dependencies(limit), correlations(limit), associations(limit) {}
    void merge(RelationFindings&& other) {
        dependencies.merge(std::move(other.dependencies));
        correlations.merge(std::move(other.correlations));
        associations.merge(std::move(other.associations));
    }
};

/// The columns that are paired, with what the pairs need of them.
struct PairedColumns {
    std::vector<std::uint32_t> numbers; ///< in the table
    std::vector<table::CodedColumn> columns;
    std::vector<std::vector<std::uint32_t>> rowsByCode;
};

/// One thread's part: pairs in any order, findings in one.
class PairWorker {
public:
    PairWorker(const PairedColumns& paired, const RelationOptions& options)
        : m_paired(paired), m_options(options), m_chance(chanceOf(paired.columns.size())),
          m_findings(options.findings) {}

    void visit(std::size_t i, std::size_t j) {
        const table::CodedColumn& a = m_paired.columns[i];
        const table::CodedColumn& b = m_paired.columns[j];
        const auto facts = m_statistics.count(a, m_paired.rowsByCode[i], b, m_paired.rowsByCode[j],
                                              m_options.greatestError, m_options.categories);
        if (!a.key() && !b.key()) {
            note(i, j, facts.forward);
            note(j, i, facts.backward);
        }
        if (facts.association && facts.association->cramersV) {
            const table::AssociationFacts& found = *facts.association;
            if (*found.cramersV >= m_options.leastCorrelation && beyondChance(found))
                m_findings.associations.add(
                    {m_paired.numbers[i], m_paired.numbers[j], found.rows, *found.cramersV});
        }
        if (a.numeric && b.numeric)
            correlate(i, j);
    }
    [[nodiscard]] RelationFindings& findings() { return m_findings; }

private:
    /// ln(1000 · pairs): a tail of e^-x is one pair of all in one of a thousand tables.
    static double chanceOf(std::size_t columns) {
        const double pairs = static_cast<double>(columns) * (static_cast<double>(columns) - 1) / 2;
        return std::log(kChanceTables * std::max(1.0, pairs));
    }
    [[nodiscard]] bool beyondChance(double correlation, std::uint64_t rows) const {
        return -(static_cast<double>(rows) - 2) / 2 * std::log1p(-correlation * correlation) >= m_chance;
    }
    [[nodiscard]] bool beyondChance(const table::AssociationFacts& facts) const {
        const auto freedom = static_cast<double>(facts.freedom);
        return facts.chiSquare >= freedom + 2 * std::sqrt(freedom * m_chance) + 2 * m_chance;
    }
    void note(std::size_t from, std::size_t to, const std::optional<table::DependencyFacts>& facts) {
        if (!facts || facts->expectedViolations() < kLeastContradictions)
            return;
        const auto mu = facts->mu();
        if (mu && *mu >= m_options.leastStrength)
            m_findings.dependencies.add({m_paired.numbers[from], m_paired.numbers[to], facts->rows,
                                         facts->error(), facts->support, *mu});
    }
    void correlate(std::size_t i, std::size_t j) {
        const auto facts = m_statistics.correlate(m_paired.columns[i], m_paired.columns[j]);
        const Correlation found{m_paired.numbers[i], m_paired.numbers[j], facts.rows, facts.pearson,
                                facts.spearman};
        const double strength = strengthOf(found);
        if (strength > 0 && strength >= m_options.leastCorrelation && beyondChance(strength, facts.rows))
            m_findings.correlations.add(found);
    }

    const PairedColumns& m_paired;
    const RelationOptions& m_options;
    double m_chance;
    table::PairStatistics m_statistics;
    RelationFindings m_findings;
};

Result<RelationSample> sampleOf(io::RecordReader& reader, unsigned threads, std::uint32_t limit,
                                const RunContext& context) {
    std::vector<RelationSample> samples;
    for (unsigned t = 0; t < std::min(threads, kMostSamplers); ++t)
        samples.emplace_back(reader.columnNames().size(), limit);
    std::vector<BatchSink*> sinks;
    for (RelationSample& sample : samples)
        sinks.push_back(&sample);
    MANGROVE_TRY(readInParallel(reader, sinks, context));
    for (std::size_t t = 1; t < samples.size(); ++t)
        samples[0].merge(std::move(samples[t]));
    samples[0].finish();
    return std::move(samples[0]);
}

/// Codes all columns; those that say nothing are named in `relations`, the others returned.
Result<PairedColumns> pairable(RelationSample& sample, unsigned threads, std::size_t most,
                               ColumnRelations& relations, const RunContext& context) {
    const std::size_t count = relations.columns.size();
    std::vector<table::CodedColumn> coded(count);
    forEachOnThreads(threads, count, [&](std::size_t c) {
        if (!context.cancelled())
            coded[c] = sample.takeColumn(c);
    });
    MANGROVE_TRY(context.check());
    PairedColumns paired;
    std::size_t leftOut = 0;
    for (std::uint32_t c = 0; c < count; ++c) {
        if (coded[c].constant())
            relations.constants.push_back(c);
        else if (coded[c].key())
            relations.keys.push_back(c);
        if (coded[c].constant() || (coded[c].key() && !coded[c].numeric))
            continue;
        if (paired.numbers.size() == most) {
            ++leftOut;
            continue;
        }
        paired.numbers.push_back(c);
        paired.columns.push_back(std::move(coded[c]));
    }
    if (leftOut > 0)
        relations.warnings.push_back(
            {kLeftOut, 0,
             format("{} of {} columns were left out of the pairs, beyond the first {} that have several "
                    "values: with {} columns more pairs would take too long.",
                    leftOut, count, most, count)});
    paired.rowsByCode.resize(paired.columns.size());
    forEachOnThreads(threads, paired.columns.size(), [&](std::size_t c) {
        if (!context.cancelled())
            paired.rowsByCode[c] = table::PairStatistics::rowsByCode(paired.columns[c]);
    });
    MANGROVE_TRY(context.check());
    return paired;
}

Result<RelationFindings> relatePairs(const PairedColumns& paired, unsigned threads,
                                     const RelationOptions& options, const RunContext& context) {
    const std::size_t count = paired.columns.size();
    context.start("relating", count < 2 ? 0 : std::uint64_t{count} * (count - 1) / 2);
    std::vector<PairWorker> workers;
    for (unsigned t = 0; t < threads; ++t)
        workers.emplace_back(paired, options);
    std::atomic<std::size_t> next{0};
    onThreads(threads, [&](unsigned t) {
        for (std::size_t i = next++; i + 1 < count && !context.cancelled(); i = next++) {
            for (std::size_t j = i + 1; j < count && !context.cancelled(); ++j)
                workers[t].visit(i, j);
            context.advance(count - 1 - i);
        }
    });
    MANGROVE_TRY(context.check());
    for (unsigned t = 1; t < threads; ++t)
        workers[0].findings().merge(std::move(workers[t].findings()));
    return std::move(workers[0].findings());
}

template<typename Found>
void takeFindings(Found& found, auto& list, std::uint64_t& total, const char* what,
                  ColumnRelations& relations) {
    total = found.found();
    list = found.take();
    if (total > list.size())
        relations.warnings.push_back({kLeftOut, 0,
                                      format("{} of {} {} were left out; the strongest are listed.",
                                             total - list.size(), total, what)});
}

Status outside(const char* name, const std::string& value, const char* allowed) {
    return Error(errors::kBadOption, {name, value, allowed});
}

} // namespace

std::uint32_t RelationOptions::sampleRowsFor(std::size_t columns) {
    const std::uint64_t count = std::max<std::uint64_t>(columns, 2);
    const std::uint64_t pairs = count * (count - 1) / 2;
    return static_cast<std::uint32_t>(
        std::clamp(std::min(kCells / count, kRowVisits / pairs), kLeastSampleRows, kSampleRows));
}

std::size_t RelationOptions::pairedColumnsFor(std::uint32_t sampleRows) {
    // n (n - 1) / 2 pairs of that many rows.
    const double pairs = static_cast<double>(kRowVisits)
                         / static_cast<double>(std::max<std::uint64_t>(sampleRows, kLeastSampleRows));
    return static_cast<std::size_t>((1 + std::sqrt(1 + 8 * pairs)) / 2);
}

Status RelationOptions::validate() const {
    if (threads > 256)
        return outside("threads", std::to_string(threads), "0 to 256 are allowed");
    if (sampleRows > kSampleRows)
        return outside("sampleRows", std::to_string(sampleRows), "0 to 131072 are allowed");
    if (!(greatestError >= 0 && greatestError <= 0.5))
        return outside("greatestError", std::to_string(greatestError), "0 to 0.5 are allowed");
    if (!(leastStrength >= 0 && leastStrength <= 1))
        return outside("leastStrength", std::to_string(leastStrength), "0 to 1 are allowed");
    if (!(leastCorrelation >= 0 && leastCorrelation <= 1))
        return outside("leastCorrelation", std::to_string(leastCorrelation), "0 to 1 are allowed");
    if (categories < 2 || categories > 1000)
        return outside("categories", std::to_string(categories), "2 to 1000 are allowed");
    if (findings < 1 || findings > 1'000'000)
        return outside("findings", std::to_string(findings), "1 to 1000000 are allowed");
    return {};
}

Result<ColumnRelations> relateColumns(const std::filesystem::path& path, const io::ReadOptions& readOptions,
                                      const RelationOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const unsigned threads = threadsFor(options.threads);
    const std::size_t columns = reader->columnNames().size();
    const std::uint32_t limit =
        options.sampleRows != 0 ? options.sampleRows : RelationOptions::sampleRowsFor(columns);
    MANGROVE_ASSIGN(auto sample, sampleOf(*reader, threads, limit, context));
    ColumnRelations relations;
    relations.columns = reader->columnNames();
    relations.rows = sample.rows();
    relations.sampledRows = sample.sampledRows();
    relations.warnings = reader->warnings();
    relations.sourceSha256 = reader->source().sha256;
    const auto sampled = static_cast<std::uint32_t>(relations.sampledRows);
    MANGROVE_ASSIGN(
        const PairedColumns paired,
        pairable(sample, threads, RelationOptions::pairedColumnsFor(sampled), relations, context));
    MANGROVE_ASSIGN(auto found, relatePairs(paired, threads, options, context));
    takeFindings(found.dependencies, relations.dependencies, relations.dependenciesFound, "dependencies",
                 relations);
    takeFindings(found.correlations, relations.correlations, relations.correlationsFound, "correlations",
                 relations);
    takeFindings(found.associations, relations.associations, relations.associationsFound,
                 "associations of categories", relations);
    return relations;
}

} // namespace mangrove::profile
