// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profiler.h"

#include "base/format.h"
#include "io/record_reader.h"
#include "profile/batch_sink.h"
#include "profile/column_accumulator.h"
#include "profile/column_limits.h"
#include "profile/column_summary.h"
#include "profile/duplicate_rows.h"
#include "table/row_sample.h"

#include <atomic>
#include <memory>
#include <span>
#include <thread>
#include <vector>

namespace mangrove::profile {

namespace {

/// What one thread has seen of all columns.
class TableAccumulator final : public BatchSink {
public:
    TableAccumulator(const ColumnLimits& limits, std::span<const std::unique_ptr<SharedDistinct>> distinct)
        : m_sample(limits.sampleRows), m_duplicates(limits.rowHashes) {
        for (const auto& column : distinct)
            m_columns.emplace_back(limits, *column);
    }

    void append(const io::RecordBatch& batch, std::uint64_t blockIndex) override {
        m_rows += batch.rows();
        m_sample.select(blockIndex, batch.firstRow(), batch.rows(), m_places);
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            m_columns[c].append(batch, c, m_places, m_scratch);
        m_duplicates.append(batch);
        while (m_sample.tooMany())
            thin();
    }

    void merge(TableAccumulator&& other) {
        m_rows += other.m_rows;
        while (m_sample.level() < other.m_sample.level())
            thin();
        while (other.m_sample.level() < m_sample.level())
            other.thin();
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            m_columns[c].merge(std::move(other.m_columns[c]));
        m_sample.append(other.m_sample);
        m_duplicates.merge(std::move(other.m_duplicates));
        while (m_sample.tooMany())
            thin();
    }

    [[nodiscard]] std::vector<ColumnAccumulator>& columns() { return m_columns; }
    [[nodiscard]] unsigned sampleLevel() const { return m_sample.level(); }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] DuplicateRows& duplicates() { return m_duplicates; }

private:
    void thin() {
        m_sample.thin(m_places);
        for (ColumnAccumulator& column : m_columns)
            column.keepSampled(m_places);
    }

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

Result<TableAccumulator> readAll(io::RecordReader& reader, unsigned threads, const ColumnLimits& limits,
                                 std::span<const std::unique_ptr<SharedDistinct>> distinct,
                                 const RunContext& context) {
    std::vector<TableAccumulator> tables;
    for (unsigned t = 0; t < threads; ++t)
        tables.emplace_back(limits, distinct);
    std::vector<BatchSink*> sinks;
    for (TableAccumulator& table : tables)
        sinks.push_back(&table);
    MANGROVE_TRY(readInParallel(reader, sinks, context));
    for (unsigned t = 1; t < threads; ++t)
        tables[0].merge(std::move(tables[t]));
    return std::move(tables[0]);
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

using SharedColumns = std::vector<std::unique_ptr<SharedDistinct>>;

ColumnLimits limitsFor(const ProfileOptions& options, std::size_t columns) {
    return ColumnLimits::within(options.memoryBudget != 0 ? options.memoryBudget : defaultMemoryBudget(),
                                columns);
}

SharedColumns makeShared(const ColumnLimits& limits, std::size_t columns) {
    SharedColumns distinct;
    for (std::size_t c = 0; c < columns; ++c)
        distinct.push_back(std::make_unique<SharedDistinct>(limits.exactDistinct));
    return distinct;
}

TableProfile summarizeTable(io::RecordReader& reader, TableAccumulator& table, const ColumnLimits& limits,
                            const SharedColumns& distinct, unsigned threads, const ProfileOptions& options) {
    TableProfile profile;
    profile.source = reader.source();
    profile.rows = table.rows();
    profile.rowsRejected = reader.rowsRejected();
    profile.warnings = reader.warnings();
    profile.duplicateRows = table.duplicates().count(threads);
    const auto& names = reader.columnNames();
    profile.columns.resize(names.size());
    std::atomic<std::size_t> next = 0;
    const auto summarizeColumns = [&] {
        for (std::size_t c = next++; c < names.size(); c = next++) {
            ColumnAccumulator& column = table.columns()[c];
            profile.columns[c] = summarize(names[c], column, table.sampleLevel(), options);
            column = ColumnAccumulator(limits, *distinct[c]); // gives its memory back
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned t = 1; t < threads; ++t)
            others.emplace_back(summarizeColumns);
        summarizeColumns();
    }
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
    const unsigned threads = threadsFor(options.threads);
    const std::size_t columns = reader->columnNames().size();
    const ColumnLimits limits = limitsFor(options, columns);
    const SharedColumns distinct = makeShared(limits, columns);
    MANGROVE_ASSIGN(TableAccumulator table, readAll(*reader, threads, limits, distinct, context));
    return summarizeTable(*reader, table, limits, distinct, threads, options);
}

Result<TableProfile> profileHead(const std::filesystem::path& path, const io::ReadOptions& readOptions,
                                 const ProfileOptions& options, std::uint64_t rows,
                                 const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const std::size_t columns = reader->columnNames().size();
    const ColumnLimits limits = limitsFor(options, columns);
    const SharedColumns distinct = makeShared(limits, columns);
    TableAccumulator table(limits, distinct);
    MANGROVE_ASSIGN(const bool all, readFirst(*reader, table, rows, context));
    TableProfile profile = summarizeTable(*reader, table, limits, distinct, 1, options);
    profile.complete = all;
    if (!all)
        profile.source.sha256.clear(); // a small file is read whole for its first rows already
    return profile;
}

} // namespace mangrove::profile
