// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profiler.h"

#include "base/format.h"
#include "io/block_source.h"
#include "io/record_reader.h"
#include "profile/column_accumulator.h"
#include "profile/column_summary.h"
#include "profile/row_sample.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace mangrove::profile {

namespace {

constexpr std::size_t kBatchRows = 512;
constexpr std::size_t kSampleRows = 131'072;
constexpr std::size_t kSampleCells = 64U << 20U; ///< over all columns: bounds the memory of very wide tables

std::size_t sampleLimit(std::size_t columns) {
    return std::clamp<std::size_t>(kSampleCells / std::max<std::size_t>(columns, 1), 16'384, kSampleRows);
}

/// What one thread has seen of all columns.
class TableAccumulator {
public:
    explicit TableAccumulator(std::size_t columns) : m_columns(columns), m_sample(sampleLimit(columns)) {}

    void append(const io::RecordBatch& batch, std::uint64_t blockIndex) {
        m_rows += batch.rows();
        m_sample.select(blockIndex, batch.firstRow(), batch.rows(), m_places);
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            m_columns[c].append(batch, c, m_places);
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
        while (m_sample.tooMany())
            thin();
    }

    [[nodiscard]] std::vector<ColumnAccumulator>& columns() { return m_columns; }
    [[nodiscard]] unsigned sampleLevel() const { return m_sample.level(); }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    void thin() {
        m_sample.thin(m_places);
        for (ColumnAccumulator& column : m_columns)
            column.keepSampled(m_places);
    }

    std::vector<ColumnAccumulator> m_columns;
    RowSample m_sample;
    std::vector<std::uint32_t> m_places;
    std::uint64_t m_rows = 0;
};

/// What the threads share: they take turns at the serial part.
struct Shared {
    std::mutex reading;
    io::BlockSource* source = nullptr;
    std::uint64_t nextIndex = 0;
    bool stopped = false;
    std::uint64_t errorIndex = std::numeric_limits<std::uint64_t>::max();
    std::optional<Error> error;

    /// The error of the lowest block counts, so that it is the same for any number of threads. Holds
    /// `reading`.
    void fail(std::uint64_t index, const Error& what) {
        stopped = true;
        if (!error || index < errorIndex) {
            errorIndex = index;
            error = what;
        }
    }
};

void work(Shared& shared, TableAccumulator& table, const RunContext& context) {
    const auto parser = shared.source->makeParser();
    std::shared_ptr<io::TextBlock> block;
    io::RecordBatch batch;
    for (;;) {
        {
            const std::lock_guard lock(shared.reading);
            if (shared.stopped)
                return;
            auto next = shared.source->nextBlock(std::move(block), context);
            if (!next.ok()) {
                shared.fail(shared.nextIndex, next.error());
                return;
            }
            block = std::move(next).value();
            if (block == nullptr)
                return;
            ++shared.nextIndex;
        }
        const std::uint64_t index = block->index;
        const Status started = parser->start(block);
        if (!started.ok()) {
            const std::lock_guard lock(shared.reading);
            shared.fail(index, started.error());
            return;
        }
        while (parser->next(batch, kBatchRows)) {
            if (context.cancelled())
                break;
            table.append(batch, index);
        }
        batch.release();
        parser->release();
        const std::lock_guard lock(shared.reading);
        shared.source->account(parser->outcome());
    }
}

/// Formats without a door for several threads: batch after batch, as one block.
Result<TableAccumulator> readSerially(io::RecordReader& reader, const RunContext& context) {
    TableAccumulator table(reader.columnNames().size());
    io::RecordBatch batch;
    for (;;) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            return table;
        table.append(batch, 0);
    }
}

Result<TableAccumulator> readAll(io::RecordReader& reader, unsigned threads, const RunContext& context) {
    if (reader.blocks() == nullptr)
        return readSerially(reader, context);
    Shared shared;
    shared.source = reader.blocks();
    std::vector<TableAccumulator> tables;
    for (unsigned t = 0; t < threads; ++t)
        tables.emplace_back(reader.columnNames().size());
    {
        std::vector<std::jthread> others;
        for (unsigned t = 1; t < threads; ++t)
            others.emplace_back([&shared, &table = tables[t], &context] { work(shared, table, context); });
        work(shared, tables[0], context);
    }
    if (shared.error)
        return *shared.error;
    MANGROVE_TRY(context.check());
    shared.source->finishAccounts();
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
    return {};
}

Result<TableProfile> profileFile(const std::filesystem::path& path, const io::ReadOptions& readOptions,
                                 const ProfileOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(path, readOptions, context));
    const unsigned threads =
        options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    MANGROVE_ASSIGN(TableAccumulator table, readAll(*reader, threads, context));

    TableProfile profile;
    profile.source = reader->source();
    profile.rows = reader->rowsRead();
    profile.rowsRejected = reader->rowsRejected();
    profile.warnings = reader->warnings();
    const auto& names = reader->columnNames();
    for (std::size_t c = 0; c < names.size(); ++c) {
        ColumnAccumulator& column = table.columns()[c];
        profile.columns.push_back(summarize(names[c], column, table.sampleLevel(), options));
        if (const std::uint64_t count = column.facts().nullLike(); count > 0)
            profile.warnings.push_back(
                {"null-word-candidate", 0,
                 format("The column {} has {} cells that look like a word for missing but were "
                        "read as text.",
                        names[c], count)});
        column = {};
    }
    return profile;
}

} // namespace mangrove::profile
