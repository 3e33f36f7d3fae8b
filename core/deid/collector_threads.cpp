// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/collector.h"

#include "base/on_threads.h"
#include "io/block_source.h"
#include "io/record_batch.h"
#include "io/record_reader.h"

#include <algorithm>
#include <limits>
#include <mutex>

namespace mangrove::deid {

namespace {

constexpr std::size_t kBatchRows = 1024;
constexpr std::size_t kMaxClassesOfPart = 50'000'000;

/// Where something was first met, and in which part under which number.
struct Met {
    std::uint64_t line = 0;
    std::uint32_t part = 0;
    std::uint32_t number = 0;
    friend bool operator<(const Met& a, const Met& b) {
        return a.line != b.line ? a.line < b.line : a.part < b.part;
    }
};

} // namespace

void QuasiColumn::addCells(const io::RecordBatch& batch, std::size_t column, std::uint32_t* codes,
                           std::size_t stride) {
    const auto cells = batch.column(column);
    for (std::size_t row = 0; row < cells.size(); ++row) {
        std::uint32_t code = 0;
        if (cells[row].emptyNull()) {
            code = missingCode();
        } else {
            bool isNew = false;
            const std::string_view text = batch.view(cells[row]);
            const std::uint32_t number = m_dictionary.add(text, isNew);
            if (isNew) {
                const bool isValue = !batch.isNullWord(text)
                                     || (!m_raw && m_column->hierarchy && m_column->hierarchy->knows(text));
                m_codeOf.push_back(isValue ? static_cast<std::uint32_t>(m_numberOf.size()) : missingCode());
                if (isValue) {
                    m_numberOf.push_back(number);
                    m_rows.push_back(0);
                    m_firstLine.push_back(0);
                }
            }
            code = m_codeOf[number];
        }
        if (m_rows[code]++ == 0)
            m_firstLine[code] = batch.lineOf(row);
        codes[row * stride] = code;
    }
}

std::vector<std::vector<std::uint32_t>> QuasiColumn::absorb(std::span<const QuasiColumn* const> parts) {
    std::vector<Met> met;
    std::vector<std::vector<std::uint32_t>> codes;
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        codes.emplace_back(parts[p]->m_numberOf.size());
        for (std::uint32_t code = 0; code < parts[p]->m_numberOf.size(); ++code)
            met.push_back({parts[p]->m_firstLine[code], p, code});
    }
    std::sort(met.begin(), met.end());
    for (const Met& each : met) {
        const QuasiColumn& part = *parts[each.part];
        std::uint32_t code = 0;
        if (part.m_numberOf[each.number] == table::ValueDictionary::kAbsent) {
            code = missingCode();
        } else {
            bool isNew = false;
            const std::uint32_t number =
                m_dictionary.add(part.m_dictionary.text(part.m_numberOf[each.number]), isNew);
            if (isNew) {
                m_codeOf.push_back(static_cast<std::uint32_t>(m_numberOf.size()));
                m_numberOf.push_back(number);
                m_rows.push_back(0);
                m_firstLine.push_back(0);
            }
            code = m_codeOf[number];
        }
        if (m_rows[code] == 0)
            m_firstLine[code] = each.line;
        m_rows[code] += part.m_rows[each.number];
        codes[each.part][each.number] = code;
    }
    // Null words have no code of their own, but the second pass looks them up.
    for (const QuasiColumn* part : parts) {
        for (std::uint32_t number = 0; number < part->m_codeOf.size(); ++number) {
            if (part->m_missing != part->m_codeOf[number])
                continue;
            bool isNew = false;
            static_cast<void>(m_dictionary.add(part->m_dictionary.text(number), isNew));
            if (isNew)
                m_codeOf.push_back(missingCode());
        }
    }
    return codes;
}

Status Collector::addBatch(const io::RecordBatch& batch) {
    const std::size_t m = m_columns.size();
    m_codes.resize(batch.rows() * m);
    for (std::size_t q = 0; q < m; ++q)
        m_columns[q].addCells(batch, m_plan.quasi[q], m_codes.data() + q, m);
    m_numbers.resize(batch.rows());
    m_classes.addAll(m_codes, m_numbers);
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        if (m_numbers[row] == m_firstLine.size())
            m_firstLine.push_back(batch.lineOf(row));
        for (std::size_t s = 0; s < m_sensitive.size(); ++s)
            m_sensitive[s].add(cellOf(batch, m_plan.sensitive[s].column, row), m_numbers[row]);
    }
    if (m_classes.size() > kMaxClassesOfPart)
        return Error(errors::kTooManyClasses, {std::to_string(kMaxClassesOfPart)});
    return {};
}

void Collector::absorb(std::vector<Collector>& parts) {
    const std::size_t m = m_columns.size();
    std::vector<std::vector<std::vector<std::uint32_t>>> codes; // [quasi-identifier][part][code]
    for (std::size_t q = 0; q < m; ++q) {
        std::vector<const QuasiColumn*> columns;
        for (const Collector& part : parts)
            columns.push_back(&part.m_columns[q]);
        codes.push_back(m_columns[q].absorb(columns));
    }
    std::vector<Met> met;
    std::vector<std::vector<std::uint32_t>> combinations;
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        combinations.emplace_back(parts[p].m_classes.size());
        for (std::uint32_t c = 0; c < parts[p].m_classes.size(); ++c)
            met.push_back({parts[p].m_firstLine[c], p, c});
    }
    std::sort(met.begin(), met.end());
    std::vector<std::uint32_t> row(m);
    for (const Met& each : met) {
        const ClassTable& classes = parts[each.part].m_classes;
        const auto old = classes.codes(each.number);
        for (std::size_t q = 0; q < m; ++q)
            row[q] = codes[q][each.part][old[q]];
        combinations[each.part][each.number] = m_classes.add(row, classes.count(each.number));
    }
    for (std::size_t s = 0; s < m_sensitive.size(); ++s) {
        for (std::size_t p = 0; p < parts.size(); ++p)
            m_sensitive[s].merge(parts[p].m_sensitive[s], combinations[p]);
    }
}

/// What the threads share: they take turns at the serial part.
class Collector::Parts {
public:
    Parts(io::BlockSource& source, const RunContext& context) : m_source(source), m_context(context) {}

    void work(Collector& part) {
        const auto parser = m_source.makeParser();
        std::shared_ptr<io::TextBlock> block;
        io::RecordBatch batch;
        while ((block = next(std::move(block))) != nullptr) {
            const std::uint64_t index = block->index;
            if (const Status started = parser->start(block); !started.ok())
                return fail(index, started.error());
            while (parser->next(batch, kBatchRows) && !m_context.cancelled()) {
                if (const Status added = part.addBatch(batch); !added.ok())
                    return fail(index, added.error());
                m_context.advance(batch.rows());
            }
            batch.release();
            parser->release();
            const std::lock_guard lock(m_reading);
            m_source.account(parser->outcome());
        }
    }
    [[nodiscard]] Status status() const {
        if (m_error)
            return *m_error;
        return m_context.check();
    }

private:
    std::shared_ptr<io::TextBlock> next(std::shared_ptr<io::TextBlock> recycled) {
        const std::lock_guard lock(m_reading);
        if (m_stopped)
            return nullptr;
        auto block = m_source.nextBlock(std::move(recycled), m_context);
        if (block.ok()) {
            ++m_nextIndex;
            return std::move(block).value();
        }
        take(m_nextIndex, block.error());
        return nullptr;
    }
    void fail(std::uint64_t index, const Error& error) {
        const std::lock_guard lock(m_reading);
        take(index, error);
    }
    /// The error of the lowest block counts, so that it is the same for any number of threads.
    void take(std::uint64_t index, const Error& error) {
        m_stopped = true;
        if (!m_error || index < m_errorIndex) {
            m_errorIndex = index;
            m_error = error;
        }
    }

    io::BlockSource& m_source;
    const RunContext& m_context;
    std::mutex m_reading;
    std::uint64_t m_nextIndex = 0;
    bool m_stopped = false;
    std::uint64_t m_errorIndex = std::numeric_limits<std::uint64_t>::max();
    std::optional<Error> m_error;
};

Status Collector::read(io::RecordReader& reader, unsigned threads, const RunContext& context) {
    io::BlockSource* source = reader.blocks();
    // Rows in order, transformed values and raw combinations are the other read()'s business.
    const bool allowed =
        !m_plan.needsRowNumbers() && m_plan.subset == nullptr && !m_plan.rawDiffers() && !m_columns.empty();
    if (source == nullptr || !allowed)
        return read(reader, context);
    context.start("reading", 0);
    Parts shared(*source, context);
    std::vector<Collector> parts;
    for (unsigned thread = 0; thread < threads; ++thread)
        parts.emplace_back(m_plan);
    onThreads(threads, [&](unsigned thread) { shared.work(parts[thread]); });
    MANGROVE_TRY(shared.status());
    MANGROVE_TRY(source->finishAccounts());
    if (parts.size() > 1) {
        absorb(parts);
    } else {
        m_columns = std::move(parts[0].m_columns);
        m_classes = std::move(parts[0].m_classes);
        m_sensitive = std::move(parts[0].m_sensitive);
    }
    return {};
}

} // namespace mangrove::deid
