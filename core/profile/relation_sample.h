// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/batch_sink.h"
#include "table/coded_column.h"
#include "table/row_sample.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mangrove::profile {

/// Collects the sampled rows of a table: a hash and a number of each cell, never its text. One thread.
class RelationSample final : public BatchSink {
public:
    RelationSample(std::size_t columns, std::size_t limit);

    void append(const io::RecordBatch& batch, std::uint64_t blockIndex) override;
    /// Takes the other's rows; both have the same limit.
    void merge(RelationSample&& other);

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t sampledRows() const { return m_places.size(); }
    /// Brings the rows into the order of the file; after the last append() or merge().
    void finish();
    /// After finish(). Codes are in order of first appearance. The cells of the column are gone then. Safe
    /// for different columns at once.
    [[nodiscard]] table::CodedColumn takeColumn(std::size_t column);

private:
    struct Cell {
        std::uint64_t hash = 0; ///< 0 = missing
        double number = 0;      ///< NaN = none
    };
    struct Remembered {
        std::uint64_t hash = 0;
        double number = 0;
        bool isNull = false;
    };
    static constexpr std::size_t kRemembered = 2048;

    [[nodiscard]] Cell cellOf(const io::RecordBatch& batch, io::CellRef cell);
    void thin();
    void thinIfFull() {
        while (m_sample.tooMany())
            thin();
    }

    table::RowSample m_sample;
    std::uint64_t m_rows = 0;
    std::vector<std::uint64_t> m_places; ///< of the rows in the file; their order is that of the file
    std::vector<std::vector<Cell>> m_cells;
    std::vector<std::uint32_t> m_order; ///< after finish()
    std::vector<std::uint32_t> m_scratch;
    std::vector<Remembered> m_remembered; ///< what a text means, so that it is parsed once
};

} // namespace mangrove::profile
