// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profiler.h"

#include "base/format.h"
#include "base/on_threads.h"
#include "io/record_reader.h"
#include "profile/batch_sink.h"
#include "profile/column_accumulator.h"
#include "profile/column_limits.h"
#include "profile/column_summary.h"
#include "profile/duplicate_rows.h"
#include "profile/shared_distinct.h"
#include "table/row_sample.h"

#include <vector>

namespace mangrove::profile {

namespace {

/// What one thread has seen of all columns.
class TableAccumulator final : public BatchSink {
public:
    /// `distinct` and `sampled` are those of all threads; they outlive this.
    TableAccumulator(const ColumnLimits& limits, DistinctPool& distinct, table::SampleCount& sampled)
        : m_sample(limits.sampleRows, &sampled), m_duplicates(limits.rowHashes) {
        for (std::size_t c = 0; c < distinct.columns(); ++c)
            m_columns.emplace_back(limits, distinct.column(c));
    }

    void append(const io::RecordBatch& batch, std::uint64_t blockIndex) override {
        m_rows += batch.rows();
        m_sample.select(blockIndex, batch.firstRow(), batch.rows(), m_places);
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            m_columns[c].append(batch, c, m_places, m_scratch);
        m_duplicates.append(batch);
        thinIfTooMany();
    }

    /// To be called once all threads are done, before the others are taken over: the samples of all have one
    /// level then.
    void thinIfTooMany() {
        while (m_sample.tooMany()) {
            m_sample.thin(m_places);
            for (ColumnAccumulator& column : m_columns)
                column.keepSampled(m_places);
        }
    }
    /// Takes over what the other counted of the table, except for its columns.
    void mergeRows(TableAccumulator& other) {
        m_rows += other.m_rows;
        m_duplicates.merge(std::move(other.m_duplicates));
    }

    [[nodiscard]] std::vector<ColumnAccumulator>& columns() { return m_columns; }
    [[nodiscard]] unsigned sampleLevel() const { return m_sample.level(); }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] DuplicateRows& duplicates() { return m_duplicates; }

private:
    std::vector<ColumnAccumulator> m_columns;
    table::RowSample m_sample;
    DuplicateRows m_duplicates;
    std::vector<std::uint32_t> m_places;
    ColumnScratch m_scratch; ///< lent to the columns
    std::uint64_t m_rows = 0;
};

/// Batch after batch, as one block, until there are `rows` of them; whether that was all.
Result<bool> readFirst(io::RecordReader& reader, TableAccumulator& table, std::uint64_t rows,
                       const RunContext& context) {
    io::RecordBatch batch;
    for (;;) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more || table.rows() >= rows)
            return !more;
        table.append(batch, 0);
    }
}

Status readAll(io::RecordReader& reader, std::vector<TableAccumulator>& tables, const RunContext& context) {
    std::vector<BatchSink*> sinks;
    for (TableAccumulator& table : tables)
        sinks.push_back(&table);
    MANGROVE_TRY(readInParallel(reader, sinks, context));
    forEachOnThreads(static_cast<unsigned>(tables.size()), tables.size(),
                     [&](std::size_t t) { tables[t].thinIfTooMany(); });
    for (std::size_t t = 1; t < tables.size(); ++t)
        tables[0].mergeRows(tables[t]);
    return {};
}

} // namespace

Status ProfileOptions::validate() const {
    if (threads > 256)
        return Error(errors::kBadOption, {"threads", std::to_string(threads), "0 to 256 are allowed"});
    if (histogramBins < 2 || histogramBins > 1000)
        return Error(errors::kBadOption,
                     {"histogramBins", std::to_string(histogramBins), "2 to 1000 are allowed"});
    if (memoryBudget != 0 && memoryBudget < kLeastMemory)
        return Error(errors::kBadOption, {"memoryBudget", std::to_string(memoryBudget), "at least 1 MiB"});
    return {};
}

namespace {

ColumnLimits limitsFor(const ProfileOptions& options, std::size_t columns) {
    return ColumnLimits::within(options.memoryBudget != 0 ? options.memoryBudget : defaultMemoryBudget(),
                                columns);
}

/// What all threads have seen; their columns are gone then. The tables are one at least.
TableProfile summarizeTable(io::RecordReader& reader, std::vector<TableAccumulator>& tables,
                            DistinctPool& distinct, const ProfileOptions& options) {
    TableAccumulator& table = tables.front();
    const auto threads = static_cast<unsigned>(tables.size());
    TableProfile profile;
    profile.source = reader.source();
    profile.rows = table.rows();
    profile.rowsRejected = reader.rowsRejected();
    profile.warnings = reader.warnings();
    profile.duplicateRows = table.duplicates().count(threads);
    const auto& names = reader.columnNames();
    profile.columns.resize(names.size());
    const auto merge = [&](std::size_t c, ColumnAccumulator& column) {
        for (std::size_t t = 1; t < tables.size(); ++t)
            column.merge(ColumnAccumulator(std::move(tables[t].columns()[c])));
    };
    // The limit of one column depends on all, so the pool is settled before the first is summarized. Columns
    // that have no more to tell it are merged later, as they give their memory back: thousands may be wide.
    std::vector<char> merged(names.size());
    forEachOnThreads(threads, names.size(), [&](std::size_t c) {
        std::vector<const ColumnAccumulator*> parts;
        for (TableAccumulator& part : tables)
            parts.push_back(&part.columns()[c]);
        if (ColumnAccumulator::mergingCounts(parts)) {
            merge(c, table.columns()[c]);
            merged[c] = 1;
        }
    });
    distinct.settle(threads);
    forEachOnThreads(threads, names.size(), [&](std::size_t c) {
        ColumnAccumulator column = std::move(table.columns()[c]);
        if (merged[c] == 0)
            merge(c, column);
        profile.columns[c] = summarize(names[c], column, table.sampleLevel(), options);
    });
    for (const ColumnProfile& column : profile.columns) {
        if (column.nullLike > 0)
            profile.warnings.push_back(
                {"null-word-candidate", 0,
                 format("The column {} has {} cells that look like a word for missing but were "
                        "read as text.",
                        column.name, column.nullLike)});
    }
    return profile;
}

} // namespace

Result<TableProfile> profileFile(const std::filesystem::path& path, const io::ReadOptions& readOptions,
                                 const ProfileOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const std::size_t columns = reader->columnNames().size();
    const ColumnLimits limits = limitsFor(options, columns);
    DistinctPool distinct(limits.distinctBytes, columns);
    table::SampleCount sampled(limits.sampleRows);
    std::vector<TableAccumulator> tables;
    for (unsigned t = 0; t < threadsFor(options.threads); ++t)
        tables.emplace_back(limits, distinct, sampled);
    MANGROVE_TRY(readAll(*reader, tables, context));
    return summarizeTable(*reader, tables, distinct, options);
}

Result<TableProfile> profileHead(const std::filesystem::path& path, const io::ReadOptions& readOptions,
                                 const ProfileOptions& options, std::uint64_t rows,
                                 const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const std::size_t columns = reader->columnNames().size();
    const ColumnLimits limits = limitsFor(options, columns);
    DistinctPool distinct(limits.distinctBytes, columns);
    table::SampleCount sampled(limits.sampleRows);
    std::vector<TableAccumulator> tables;
    tables.emplace_back(limits, distinct, sampled);
    MANGROVE_ASSIGN(const bool all, readFirst(*reader, tables.front(), rows, context));
    TableProfile profile = summarizeTable(*reader, tables, distinct, options);
    profile.complete = all;
    if (!all)
        profile.source.sha256.clear(); // a small file is read whole for its first rows already
    return profile;
}

} // namespace mangrove::profile
