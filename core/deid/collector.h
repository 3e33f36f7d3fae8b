// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/cell_worker.h"
#include "deid/class_table.h"
#include "deid/input_cell.h"
#include "deid/plan.h"
#include "deid/quasi_domain.h"
#include "deid/sensitive_counts.h"
#include "table/value_dictionary.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {
class RecordBatch;
class RecordReader;
} // namespace mangrove::io
namespace mangrove::table {
class Table;
}

namespace mangrove::deid {

/// The distinct values of one quasi-identifier, after its cell transform if it has one, with what is known of
/// each. A null word that the hierarchy knows is a value; any other missing cell is the one missing value.
class QuasiColumn {
public:
    QuasiColumn(const PlannedColumn& column, bool raw);

    /// Where a cell stands and whose it is.
    struct Place {
        std::optional<std::string_view> person;
        std::uint64_t row = 0;
        std::uint64_t line = 0;
    };
    /// Code of the value that the cell stands for; new ones are added.
    std::uint32_t add(const InputCell& cell, const Place& place);
    /// The same without adding: table::ValueDictionary::kAbsent for a value not seen by add(). `worker`: one
    /// of the column's function, or nullptr where it has none. Several threads may call it at once.
    [[nodiscard]] std::uint32_t find(const InputCell& cell, const Place& place, CellWorker* worker) const;
    /// A worker for find(), where the column's values are transformed ones.
    [[nodiscard]] std::optional<CellWorker> makeWorker() const;

    /// add() for a whole column of a batch, without a transform: code of row r goes to codes[r * stride].
    void addCells(const io::RecordBatch& batch, std::size_t column, std::uint32_t* codes, std::size_t stride);
    /// Takes in the values of `parts`, numbered by first line; returns the new code of each of their codes.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> absorb(std::span<const QuasiColumn* const> parts);

    [[nodiscard]] std::vector<QuasiDomain::Value> values() const;
    [[nodiscard]] std::uint64_t rowsOf(std::uint32_t code) const { return m_rows[code]; }
    [[nodiscard]] std::uint64_t firstLineOf(std::uint32_t code) const { return m_firstLine[code]; }
    /// Cells that the transform could not read, by what was wrong.
    struct Trouble {
        std::uint64_t cells = 0;
        std::uint64_t firstLine = 0;
    };
    [[nodiscard]] const Trouble& unreadable() const { return m_unreadable; }
    [[nodiscard]] const Trouble& personMissing() const { return m_personMissing; }

private:
    /// The text to look up, or nullopt for missing.
    std::optional<std::string_view> textOf(const InputCell& cell, const Place& place, CellWorker* worker,
                                           CellFate& fate) const;
    std::uint32_t missingCode();

    const PlannedColumn* m_column;
    bool m_raw; ///< the values as they are in the input, no transform
    table::ValueDictionary m_dictionary;
    std::vector<std::uint32_t> m_codeOf;   ///< dictionary number -> value code
    std::vector<std::uint32_t> m_numberOf; ///< value code -> dictionary number, kAbsent for missing
    std::optional<std::uint32_t> m_missing;
    std::vector<std::uint64_t> m_rows;
    std::vector<std::uint64_t> m_firstLine;
    std::optional<CellWorker> m_worker;
    Trouble m_unreadable, m_personMissing;
};

/// The first pass: distinct combinations of quasi-identifiers with their counts, in memory that does not grow
/// with rows. One thread. The plan outlives it.
class Collector {
public:
    explicit Collector(const Plan& plan);

    /// Reads to the end (phase "reading"). kTooManyClasses, kSubsetBeyond, errors of the reader, kCancelled.
    [[nodiscard]] Status read(io::RecordReader& reader, const RunContext& context);
    [[nodiscard]] Status read(const table::Table& table, const RunContext& context);
    /// The same with several threads, where the file and the plan allow it; all numbers are the same.
    [[nodiscard]] Status read(io::RecordReader& reader, unsigned threads, const RunContext& context);

    /// Problems that the recipe does not let pass: kHierarchyUnmatched needs the domains; this checks
    /// kDateUnreadable and kPersonMissing.
    [[nodiscard]] Status checkCells() const;

    [[nodiscard]] const ClassTable& classes() const { return m_classes; }
    /// Released records by combination of all quasi-identifiers as they are in the input; none is 0.
    [[nodiscard]] std::vector<std::uint64_t> rawSizes() const;
    [[nodiscard]] const QuasiColumn& column(std::size_t q) const { return m_columns[q]; }
    /// Values of the plan's sensitive columns, released records only.
    [[nodiscard]] const SensitiveCounts& sensitive(std::size_t s) const { return m_sensitive[s]; }
    /// Released records by combination; empty where all are.
    [[nodiscard]] const std::vector<std::uint64_t>& released() const { return m_released; }
    /// Rows of the input that the recipe's sample left out.
    [[nodiscard]] std::uint64_t rowsLeftOut() const { return m_leftOut; }
    /// Rows outside the recipe's subset, which only stand for the population.
    [[nodiscard]] std::uint64_t rowsOnlyPopulation() const { return m_onlyPopulation; }

private:
    friend class CombinationLookup;
    /// A few hundred rows. cellAt(row, column) and lineOf(row) count them from 0; the first is data row
    /// `firstRow`.
    template<typename CellAt, typename LineOf>
    Status addRows(const CellAt& cellAt, const LineOf& lineOf, std::uint64_t firstRow, std::size_t rows);

    const Plan& m_plan;
    std::vector<QuasiColumn> m_columns;
    std::vector<QuasiColumn> m_rawColumns;
    class Parts;
    [[nodiscard]] Status addBatch(const io::RecordBatch& batch);
    void absorb(std::vector<Collector>& parts);

    ClassTable m_classes;
    std::vector<std::uint64_t> m_firstLine; ///< of each combination; only while threads read
    std::vector<SensitiveCounts> m_sensitive;
    std::vector<std::uint64_t> m_released;
    std::optional<ClassTable> m_raw; ///< where it differs from m_classes; released records only
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint32_t> m_rawCodes;
    std::vector<std::uint32_t> m_numbers; ///< combinations of a batch
    std::vector<std::size_t> m_taken;     ///< rows of it that are in the sample
    std::uint64_t m_leftOut = 0;
    std::uint64_t m_onlyPopulation = 0;
};

/// The second pass of one thread: which combination a row of the same input is. The collector outlives it and
/// stays unchanged.
class CombinationLookup {
public:
    /// What find() says of a row that is not in the recipe's sample.
    static constexpr std::uint32_t kLeftOut = ClassTable::kAbsent - 1;

    explicit CombinationLookup(const Collector& collector);
    /// Looks the rows of a batch up; where Plan::needsRowNumbers(), the batches come from one reader.
    void findAll(const io::RecordBatch& batch);
    /// The combination's number of a row of the batch; ClassTable::kAbsent for one that the first pass did
    /// not meet.
    [[nodiscard]] std::uint32_t number(std::size_t rowOfBatch) const { return m_numbers[rowOfBatch]; }
    /// Value codes of a row of the batch, by quasi-identifier.
    [[nodiscard]] std::span<const std::uint32_t> codes(std::size_t rowOfBatch) const {
        return std::span(m_codes).subspan(rowOfBatch * columns(), columns());
    }
    /// One row of a table; its codes are codes(0).
    [[nodiscard]] std::uint32_t find(const table::Table& table, std::uint64_t row);

private:
    [[nodiscard]] std::size_t columns() const { return m_workers.size(); }
    /// Writes the row's codes; kLeftOut or kAbsent where that settles it, 0 where it is to be looked up.
    template<typename CellAt>
    std::uint32_t encode(const CellAt& cellAt, std::uint64_t row, std::uint32_t* codes);

    const Collector& m_collector;
    std::vector<std::optional<CellWorker>> m_workers;
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint32_t> m_numbers;
    std::vector<std::uint32_t> m_settled; ///< by row of the batch, see encode()
};

} // namespace mangrove::deid
