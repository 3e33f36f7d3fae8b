// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/apply.h"
#include "deid/cell_worker.h"
#include "deid/class_table.h"
#include "deid/collector.h"
#include "deid/model_check.h"
#include "deid/plan.h"
#include "deid/solution.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// A cell of the output: nullopt = missing. The text lives until the next row.
using OutputCell = std::optional<std::string_view>;

/// The second pass of one thread, row by row: turns input cells into output cells by the plan and the
/// solution found, and counts what it did. Plan, problem, solution and collector outlive it.
class RowTransformer {
public:
    RowTransformer(const Recipe& recipe, const Plan& plan, const Problem& problem, const Solution& solution);

    /// What row() takes: cells of one input row.
    using CellAt = InputCell (*)(const void* source, std::size_t column, std::uint64_t row);
    struct Row {
        const void* source = nullptr;
        CellAt cellAt = nullptr;
        std::uint64_t row = 0;    ///< of the source
        std::uint64_t number = 0; ///< data row of the input; only where Plan::needsRowNumbers()
        std::uint64_t line = 0;
        std::uint32_t combination = 0;        ///< of CombinationLookup
        std::span<const std::uint32_t> codes; ///< CombinationLookup::codes()
        [[nodiscard]] InputCell cell(std::size_t column) const { return cellAt(source, column, row); }
    };
    /// Fills `out` (one per plan column; those not written or left to the caller stay nullopt) and returns
    /// false where the record is suppressed and, by the recipe, not written; the cells are filled all the
    /// same with what would be shown.
    [[nodiscard]] bool transform(const Row& row, std::vector<OutputCell>& out);
    /// A row outside the recipe's subset: counts among the people who look like a class, and is not written.
    void countPopulation(const Row& row);
    /// A row that leaves with its person (linked tables): it is not written, but the table's distribution of
    /// sensitive values is that with it, and so is the population.
    void countLeaving(const Row& row);
    /// Columns that are written as they came, most of most tables, are the caller's from now on: transform()
    /// leaves them alone, and countMissing() is told of the missing cells in the rows that were written.
    void leaveKeptColumns();
    [[nodiscard]] bool keepsColumn(std::size_t column) const { return m_columns[column].keeps; }
    void countMissing(std::size_t column, std::uint64_t cells) {
        m_columns[column].facts.missingCells += cells;
    }
    /// Adds what another thread counted.
    void merge(const RowTransformer& other);

    [[nodiscard]] std::uint64_t suppressed() const { return m_suppressed; }
    /// The classes of the records written, counted from what was written, with all that the recipe's models
    /// need to know of them; lives as long as this.
    [[nodiscard]] WrittenClasses written() const;
    [[nodiscard]] std::size_t writtenClasses() const { return m_written.size(); }
    /// The records written of a class, and its texts as they were written (a missing cell is the empty text).
    [[nodiscard]] std::uint64_t writtenClass(std::size_t number, std::vector<std::string_view>& texts) const;
    [[nodiscard]] std::vector<AppliedColumn> columns() const;
    /// The originals of the reversible pseudonyms that were written.
    [[nodiscard]] CodeIndex codeIndex() const;
    /// kDateUnreadable, kCellsUnreadable, kPersonMissing and kHierarchyUnmatched of columns that are no
    /// quasi-identifiers.
    [[nodiscard]] Status checkCells() const;

private:
    struct ColumnState {
        AppliedColumn facts;
        std::uint64_t personMissing = 0;
        std::uint64_t firstPersonMissing = 0;
        std::optional<CellWorker> worker;
        bool keeps = false;               ///< neither transformed nor a quasi-identifier
        table::ValueDictionary originals; ///< of reversible pseudonyms
        // Generalised columns that are no quasi-identifiers: values met lately.
        table::ValueDictionary known;
        std::vector<std::optional<std::string>> knownTexts; ///< nullopt = no place in the hierarchy
    };
    [[nodiscard]] OutputCell freeCell(std::size_t column, const InputCell& cell, const Row& row);
    [[nodiscard]] OutputCell generalised(std::size_t column, std::string_view text, std::uint64_t line);
    void addLevels(const QuasiDomain& domain);
    [[nodiscard]] OutputCell quasiCell(std::size_t q, const Row& row) const;
    [[nodiscard]] std::uint32_t labelOf(std::size_t q, const Row& row) const;
    /// Counts the row in `classes`; the class's number.
    std::uint32_t count(ClassTable& classes, std::vector<std::uint32_t>& classOf, const Row& row);

    const Recipe& m_recipe;
    const Plan& m_plan;
    const Solution& m_solution;
    std::vector<ColumnState> m_columns;
    std::vector<std::size_t> m_filled;                                 ///< columns that transform() fills
    std::vector<std::vector<OutputCell>> m_quasiOut;                   ///< [q][value code]
    std::vector<std::vector<std::vector<OutputCell>>> m_localOut;      ///< [q][level][value code]
    std::vector<std::vector<std::vector<std::uint32_t>>> m_localLabel; ///< as m_localOut
    std::vector<std::vector<std::uint32_t>> m_labelOf;
    std::vector<std::vector<std::string_view>> m_textOf; ///< [q][label]
    std::vector<std::uint32_t> m_topLabel; ///< [q]: label of `*`, ClassTable::kAbsent where there is none
    ClassTable m_written;
    std::optional<ClassTable> m_population; ///< all rows by their labels; where the recipe has a subset
    /// [combination]: its class in m_written and m_population, kAbsent = not met yet. The labels of a row
    /// follow from its combination, so each is looked up once.
    std::vector<std::uint32_t> m_writtenOf, m_populationOf;
    std::vector<SensitiveCounts> m_sensitive; ///< of the plan; see WrittenClasses::Sensitive
    std::vector<std::uint32_t> m_labels;
    std::uint64_t m_suppressed = 0;
};

} // namespace mangrove::deid
