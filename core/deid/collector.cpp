// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/collector.h"

#include "io/record_reader.h"
#include "table/table.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

/// About 2.5 GiB of combinations of nine columns.
constexpr std::size_t kMaxClasses = 50'000'000;
constexpr std::uint64_t kRowsAtOnce = 1024;

} // namespace

QuasiColumn::QuasiColumn(const PlannedColumn& column, bool raw)
    : m_column(&column), m_raw(raw), m_worker(makeWorker()) {}

std::optional<CellWorker> QuasiColumn::makeWorker() const {
    return m_raw || !m_column->cells ? std::nullopt : std::optional<CellWorker>(*m_column->cells);
}

std::optional<std::string_view> QuasiColumn::textOf(const InputCell& cell, const Place& place,
                                                    CellWorker* worker, CellFate& fate) const {
    fate = CellFate::Written;
    if (cell.missing && cell.text.empty())
        return std::nullopt;
    if (worker == nullptr)
        return cell.text;
    if (cell.missing)
        return std::nullopt;
    std::string_view text;
    fate = worker->apply(cell.text, place.person, place.row, text);
    return fate == CellFate::Written ? std::optional(text) : std::nullopt;
}

std::uint32_t QuasiColumn::missingCode() {
    if (!m_missing) {
        m_missing = static_cast<std::uint32_t>(m_numberOf.size());
        m_numberOf.push_back(table::ValueDictionary::kAbsent);
        m_rows.push_back(0);
        m_firstLine.push_back(0);
    }
    return *m_missing;
}

std::uint32_t QuasiColumn::add(const InputCell& cell, const Place& place) {
    CellFate fate{};
    const auto text = textOf(cell, place, m_worker ? &*m_worker : nullptr, fate);
    if (fate == CellFate::Unreadable || fate == CellFate::PersonMissing) {
        Trouble& trouble = fate == CellFate::Unreadable ? m_unreadable : m_personMissing;
        if (trouble.cells++ == 0)
            trouble.firstLine = place.line;
    }
    std::uint32_t code = 0;
    if (!text) {
        code = missingCode();
    } else {
        bool isNew = false;
        const std::uint32_t number = m_dictionary.add(*text, isNew);
        if (isNew) {
            const bool isValue =
                !cell.missing || (!m_raw && m_column->hierarchy && m_column->hierarchy->knows(*text));
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
        m_firstLine[code] = place.line;
    return code;
}

std::uint32_t QuasiColumn::find(const InputCell& cell, const Place& place, CellWorker* worker) const {
    CellFate fate{};
    const auto text = textOf(cell, place, worker, fate);
    if (!text)
        return m_missing.value_or(table::ValueDictionary::kAbsent);
    const std::uint32_t number = m_dictionary.find(*text);
    return number == table::ValueDictionary::kAbsent ? number : m_codeOf[number];
}

std::vector<QuasiDomain::Value> QuasiColumn::values() const {
    std::vector<QuasiDomain::Value> values;
    for (const std::uint32_t number : m_numberOf) {
        if (number == table::ValueDictionary::kAbsent)
            values.push_back({{}, true});
        else
            values.push_back({m_dictionary.text(number), false});
    }
    return values;
}

Collector::Collector(const Plan& plan)
    : m_plan(plan), m_classes(plan.quasi.size()), m_rawCodes(plan.rawQuasi.size()) {
    m_sensitive.resize(plan.sensitive.size());
    for (const std::size_t index : plan.quasi)
        m_columns.emplace_back(plan.columns[index], false);
    if (plan.rawDiffers()) {
        m_raw.emplace(plan.rawQuasi.size());
        for (const std::size_t index : plan.rawQuasi)
            m_rawColumns.emplace_back(plan.columns[index], true);
    }
}

namespace {

template<typename CellAt>
QuasiColumn::Place placeOf(const PlannedColumn& column, const CellAt& cellAt, std::uint64_t row,
                           std::uint64_t line) {
    QuasiColumn::Place place{{}, row, line};
    if (column.person)
        place.person = personOf(cellAt(*column.person));
    return place;
}

/// Whether the row is in the recipe's sample.
template<typename CellAt>
bool isTaken(const Plan& plan, const CellAt& cellAt, std::uint64_t row) {
    return !plan.sampler
           || plan.sampler->takes(row,
                                  plan.samplePerson ? personOf(cellAt(*plan.samplePerson)) : std::nullopt);
}

} // namespace

template<typename CellAt, typename LineOf>
Status Collector::addRows(const CellAt& cellAt, const LineOf& lineOf, std::uint64_t firstRow,
                          std::size_t rows) {
    m_taken.clear();
    m_codes.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        const auto cellOfRow = [&](std::size_t column) { return cellAt(row, column); };
        const std::uint64_t number = firstRow + row;
        if (!isTaken(m_plan, cellOfRow, number)) {
            ++m_leftOut;
            continue;
        }
        m_taken.push_back(row);
        for (std::size_t q = 0; q < m_columns.size(); ++q) {
            const PlannedColumn& column = m_plan.columns[m_plan.quasi[q]];
            m_codes.push_back(m_columns[q].add(cellOfRow(m_plan.quasi[q]),
                                               placeOf(column, cellOfRow, number, lineOf(row))));
        }
    }
    m_numbers.resize(m_taken.size());
    m_classes.addAll(m_codes, m_numbers);
    if (m_plan.subset != nullptr)
        m_released.resize(m_classes.size(), 0);
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        const std::size_t row = m_taken[i];
        const bool isReleased = m_plan.releases(firstRow + row);
        for (std::size_t s = 0; isReleased && s < m_sensitive.size(); ++s)
            m_sensitive[s].add(cellAt(row, m_plan.sensitive[s].column), m_numbers[i]);
        if (m_plan.subset != nullptr) {
            m_released[m_numbers[i]] += isReleased ? 1 : 0;
            m_onlyPopulation += isReleased ? 0 : 1;
        }
        if (m_raw && isReleased) {
            for (std::size_t q = 0; q < m_rawColumns.size(); ++q)
                m_rawCodes[q] =
                    m_rawColumns[q].add(cellAt(row, m_plan.rawQuasi[q]), {{}, firstRow + row, lineOf(row)});
            m_raw->add(m_rawCodes);
        }
    }
    if (m_classes.size() > kMaxClasses || (m_raw && m_raw->size() > kMaxClasses))
        return Error(errors::kTooManyClasses, {std::to_string(kMaxClasses)});
    return {};
}

Status Collector::read(io::RecordReader& reader, const RunContext& context) {
    context.start("reading", 0);
    io::RecordBatch batch;
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            return m_plan.subset == nullptr ? Status() : m_plan.subset->fits(reader.rowsRead());
        MANGROVE_TRY(addRows([&](std::size_t row, std::size_t column) { return cellOf(batch, column, row); },
                             [&](std::size_t row) { return batch.lineOf(row); }, batch.firstRow(),
                             batch.rows()));
        context.advance(batch.rows());
        MANGROVE_TRY(context.check());
    }
}

Status Collector::read(const table::Table& table, const RunContext& context) {
    for (std::uint64_t first = 0; first < table.rows(); first += kRowsAtOnce) {
        MANGROVE_TRY(
            addRows([&](std::size_t row, std::size_t column) { return cellOf(table, column, first + row); },
                    [&](std::size_t row) { return first + row + 1; }, first,
                    static_cast<std::size_t>(std::min<std::uint64_t>(kRowsAtOnce, table.rows() - first))));
        MANGROVE_TRY(context.check());
    }
    return m_plan.subset == nullptr ? Status() : m_plan.subset->fits(table.rows());
}

std::vector<std::uint64_t> Collector::rawSizes() const {
    const auto counts = m_raw ? m_raw->counts() : m_classes.counts();
    std::vector<std::uint64_t> sizes(counts.begin(), counts.end());
    if (!m_raw && m_plan.subset != nullptr)
        sizes = m_released;
    std::erase(sizes, 0U);
    return sizes;
}

Status Collector::checkCells() const {
    for (std::size_t q = 0; q < m_columns.size(); ++q) {
        const PlannedColumn& column = m_plan.columns[m_plan.quasi[q]];
        if (column.unmatched() == UnmatchedPolicy::Suppress)
            continue;
        const auto& unreadable = m_columns[q].unreadable();
        if (unreadable.cells > 0)
            return unreadableError(column, unreadable.cells, unreadable.firstLine);
        const auto& missing = m_columns[q].personMissing();
        if (missing.cells > 0)
            return Error(errors::kPersonMissing,
                         {std::to_string(missing.cells), std::to_string(missing.firstLine), column.name,
                          column.transform.person});
    }
    return {};
}

CombinationLookup::CombinationLookup(const Collector& collector) : m_collector(collector) {
    for (const QuasiColumn& column : collector.m_columns)
        m_workers.push_back(column.makeWorker());
}

template<typename CellAt>
std::uint32_t CombinationLookup::encode(const CellAt& cellAt, std::uint64_t row, std::uint32_t* codes) {
    const Plan& plan = m_collector.m_plan;
    if (!isTaken(plan, cellAt, row))
        return kLeftOut;
    for (std::size_t q = 0; q < columns(); ++q) {
        const PlannedColumn& column = plan.columns[plan.quasi[q]];
        codes[q] = m_collector.m_columns[q].find(cellAt(plan.quasi[q]), placeOf(column, cellAt, row, 0),
                                                 m_workers[q] ? &*m_workers[q] : nullptr);
        if (codes[q] == table::ValueDictionary::kAbsent)
            return ClassTable::kAbsent;
    }
    return 0;
}

void CombinationLookup::findAll(const io::RecordBatch& batch) {
    m_codes.assign(batch.rows() * columns(), 0);
    m_numbers.resize(batch.rows());
    m_settled.resize(batch.rows());
    for (std::size_t row = 0; row < batch.rows(); ++row)
        m_settled[row] = encode([&](std::size_t column) { return cellOf(batch, column, row); },
                                batch.firstRow() + row, m_codes.data() + row * columns());
    m_collector.m_classes.findAll(m_codes, m_numbers);
    for (std::size_t row = 0; row < batch.rows(); ++row)
        m_numbers[row] = m_settled[row] == 0 ? m_numbers[row] : m_settled[row];
}

std::uint32_t CombinationLookup::find(const table::Table& table, std::uint64_t row) {
    m_codes.assign(columns(), 0);
    const std::uint32_t settled =
        encode([&](std::size_t column) { return cellOf(table, column, row); }, row, m_codes.data());
    return settled == 0 ? m_collector.m_classes.find(m_codes) : settled;
}

} // namespace mangrove::deid
