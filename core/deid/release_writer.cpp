// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/release_writer.h"

#include "base/on_threads.h"
#include "deid/written_rows.h"
#include "io/block_source.h"

#include <limits>
#include <mutex>
#include <utility>

namespace mangrove::deid {

namespace {

constexpr std::size_t kBatchRows = 256;
constexpr std::uint64_t kWindow = 16; ///< blocks of about 1 MiB a thread may be ahead of another

/// One thread's work on batches: looks rows up, transforms them and appends them as CSV.
class BatchWriter {
public:
    explicit BatchWriter(const ReleaseParts& parts)
        : m_plan(parts.plan), m_persons(parts.persons), m_lookup(parts.collector),
          m_rows(parts.recipe, parts.plan, parts.problem, parts.solution), m_written(parts.plan) {
        m_rows.leaveKeptColumns();
        m_missing.resize(m_plan.columns.size());
        for (std::size_t c = 0; c < m_plan.columns.size(); ++c) {
            if (!m_plan.columns[c].written)
                continue;
            const bool kept = m_rows.keepsColumn(c);
            if (kept && !m_pieces.empty() && m_pieces.back().kept && m_pieces.back().end == c)
                ++m_pieces.back().end;
            else
                m_pieces.push_back({c, c + 1, kept});
        }
        m_row.cellAt = [](const void* source, std::size_t column, std::uint64_t number) {
            return cellOf(*static_cast<const io::RecordBatch*>(source), column,
                          static_cast<std::size_t>(number));
        };
    }

    /// False for a row that the first pass did not meet.
    [[nodiscard]] bool append(const io::RecordBatch& batch, std::string& text, std::uint64_t& rows) {
        m_row.source = &batch;
        m_lookup.findAll(batch);
        for (std::size_t i = 0; i < batch.rows(); ++i) {
            m_row.row = i;
            m_row.number = batch.firstRow() + i;
            m_row.line = batch.lineOf(i);
            m_row.combination = m_lookup.number(i);
            if (m_row.combination == ClassTable::kAbsent)
                return false;
            if (m_row.combination == CombinationLookup::kLeftOut)
                continue;
            m_row.codes = m_lookup.codes(i);
            if (!m_plan.releases(m_row.number)) {
                m_rows.countPopulation(m_row);
                continue;
            }
            if (m_persons != nullptr && !keepsPerson(cellOf(batch, m_persons->column, i))) {
                m_rows.countLeaving(m_row);
                continue;
            }
            if (!m_rows.transform(m_row, m_cells))
                continue;
            appendRow(text, batch, i);
            ++rows;
        }
        for (std::size_t c = 0; c < m_missing.size(); ++c)
            m_rows.countMissing(c, std::exchange(m_missing[c], 0));
        return true;
    }

    /// What was appended, before it goes to the file. kOutputDiffers.
    [[nodiscard]] Status readBack(std::string_view text) { return m_written.read(text); }

    [[nodiscard]] RowTransformer& rows() { return m_rows; }
    [[nodiscard]] WrittenRows& written() { return m_written; }

private:
    bool keepsPerson(const InputCell& cell) {
        const auto person = personOf(cell);
        if (person && !person->empty())
            return m_persons->keeps(*person);
        const std::size_t number = m_nameless++;
        return number < m_persons->keepsNameless->size() && (*m_persons->keepsNameless)[number];
    }

    /// Columns begin…end-1: several that are written as they came, or one that is not.
    struct Piece {
        std::size_t begin;
        std::size_t end;
        bool kept;
    };

    void appendRow(std::string& text, const io::RecordBatch& batch, std::size_t row) {
        const bool plain = batch.delimiter() == ',' && batch.plainText(row).has_value();
        for (const Piece& piece : m_pieces) {
            if (piece.begin != m_pieces.front().begin)
                text.push_back(',');
            if (!piece.kept) {
                if (m_cells[piece.begin])
                    io::appendCsvCell(text, *m_cells[piece.begin]);
            } else if (!noteKept(piece, batch, row) && plain) {
                const char* begin = batch.cell(piece.begin, row).data();
                const std::string_view last = batch.cell(piece.end - 1, row);
                text.append(begin, last.data() + last.size());
            } else {
                appendKept(text, piece, batch, row);
            }
        }
        text.push_back('\n');
    }

    /// Counts missing cells; returns whether a cell has a blank at an end, which is written with quotes.
    bool noteKept(const Piece& piece, const io::RecordBatch& batch, std::size_t row) {
        const auto blank = [](char c) { return c == ' ' || c == '\t'; };
        bool edges = false;
        for (std::size_t c = piece.begin; c < piece.end; ++c) {
            const io::CellRef cell = batch.column(c)[row];
            if (cell.emptyNull()) {
                ++m_missing[c];
                continue;
            }
            const std::string_view value = batch.view(cell);
            edges = edges || value.empty() || blank(value.front()) || blank(value.back());
            m_missing[c] += batch.isNullWord(value) ? 1U : 0U;
        }
        return edges;
    }

    static void appendKept(std::string& text, const Piece& piece, const io::RecordBatch& batch,
                           std::size_t row) {
        for (std::size_t c = piece.begin; c < piece.end; ++c) {
            if (c > piece.begin)
                text.push_back(',');
            const io::CellRef cell = batch.column(c)[row];
            if (!cell.emptyNull())
                io::appendCsvCell(text, batch.view(cell));
        }
    }

    const Plan& m_plan;
    const PersonFilter* m_persons;
    std::size_t m_nameless = 0; ///< rows without a person so far
    CombinationLookup m_lookup;
    RowTransformer m_rows;
    WrittenRows m_written;
    RowTransformer::Row m_row;
    std::vector<OutputCell> m_cells;
    std::vector<Piece> m_pieces;
    std::vector<std::uint64_t> m_missing; ///< per column, in the rows written of this batch
};

/// What the threads share.
struct Shared {
    io::BlockSource* source = nullptr;
    OrderedOutput* output = nullptr;
    const std::string* file = nullptr;
    std::mutex reading;
    std::uint64_t nextIndex = 0;
    std::uint64_t errorIndex = std::numeric_limits<std::uint64_t>::max();
    std::optional<Error> error;

    /// The error of the lowest block counts, so that it is the same for any number of threads.
    void fail(std::uint64_t index, const Error& what) {
        {
            const std::lock_guard lock(reading);
            if (!error || index < errorIndex) {
                errorIndex = index;
                error = what;
            }
        }
        output->stop();
    }

    Result<std::shared_ptr<io::TextBlock>> next(std::shared_ptr<io::TextBlock> recycled, std::uint64_t& index,
                                                const RunContext& context) {
        const std::lock_guard lock(reading);
        if (error)
            return std::shared_ptr<io::TextBlock>();
        index = nextIndex;
        MANGROVE_ASSIGN(auto block, source->nextBlock(std::move(recycled), context));
        if (block != nullptr)
            ++nextIndex;
        return block;
    }
};

Status writeBlock(Shared& shared, BatchWriter& writer, io::BlockParser& parser, std::uint64_t index,
                  std::string& text, const RunContext& context) {
    io::RecordBatch batch;
    std::uint64_t rows = 0;
    while (parser.next(batch, kBatchRows)) {
        MANGROVE_TRY(context.check());
        if (!writer.append(batch, text, rows))
            return Error(errors::kSourceChanged, {*shared.file});
        context.advance(batch.rows());
    }
    batch.release();
    parser.release();
    {
        const std::lock_guard lock(shared.reading);
        shared.source->account(parser.outcome());
    }
    MANGROVE_TRY(writer.readBack(text));
    return shared.output->put(index, text, rows);
}

void work(Shared& shared, BatchWriter& writer, const RunContext& context) {
    const auto parser = shared.source->makeParser();
    std::shared_ptr<io::TextBlock> block;
    std::string text;
    for (;;) {
        std::uint64_t index = 0;
        auto next = shared.next(std::move(block), index, context);
        if (!next.ok())
            return shared.fail(index, next.error());
        block = std::move(next).value();
        if (block == nullptr)
            return;
        if (const Status started = parser->start(block); !started.ok())
            return shared.fail(index, started.error());
        if (const Status written = writeBlock(shared, writer, *parser, index, text, context); !written.ok())
            return shared.fail(index, written.error());
    }
}

Status writeParallel(io::BlockSource& source, OrderedOutput& output, std::vector<BatchWriter>& writers,
                     const std::string& file, const RunContext& context) {
    Shared shared;
    shared.source = &source;
    shared.output = &output;
    shared.file = &file;
    onThreads(static_cast<unsigned>(writers.size()),
              [&](unsigned thread) { work(shared, writers[thread], context); });
    if (shared.error)
        return *shared.error;
    MANGROVE_TRY(source.finishAccounts());
    return context.check();
}

Status writeSerial(io::RecordReader& reader, io::CsvWriter& writer, BatchWriter& batches,
                   const std::string& file, const RunContext& context) {
    io::RecordBatch batch;
    std::string text;
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            return {};
        std::uint64_t rows = 0;
        text.clear();
        if (!batches.append(batch, text, rows))
            return Error(errors::kSourceChanged, {file});
        MANGROVE_TRY(batches.readBack(text));
        MANGROVE_TRY(writer.rows(text, rows));
        context.advance(batch.rows());
        MANGROVE_TRY(context.check());
    }
}

} // namespace

Result<RowTransformer> writeRelease(io::RecordReader& reader, io::CsvWriter& writer,
                                    const ReleaseParts& parts, unsigned threads, const std::string& file,
                                    const RunContext& context) {
    const bool inOrder =
        parts.plan.needsRowNumbers() || (parts.persons != nullptr && !parts.persons->keepsNameless->empty());
    io::BlockSource* source = inOrder ? nullptr : reader.blocks();
    std::vector<BatchWriter> writers;
    const unsigned count = source == nullptr ? 1 : std::max(1U, threads);
    writers.reserve(count);
    for (unsigned t = 0; t < count; ++t)
        writers.emplace_back(parts);
    if (source == nullptr) {
        MANGROVE_TRY(writeSerial(reader, writer, writers[0], file, context));
    } else {
        OrderedOutput output(writer, kWindow * count);
        MANGROVE_TRY(writeParallel(*source, output, writers, file, context));
    }
    for (std::size_t t = 1; t < writers.size(); ++t) {
        writers[0].rows().merge(writers[t].rows());
        writers[0].written().merge(writers[t].written());
    }
    MANGROVE_TRY(writers[0].written().compare(writers[0].rows(), writer.rowsWritten()));
    return std::move(writers[0].rows());
}

} // namespace mangrove::deid
