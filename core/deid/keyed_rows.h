// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/input_cell.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {
class RecordReader;
}

namespace mangrove::deid {

/// Cells of one column in paired rows.
struct CellCounts {
    std::uint64_t changed = 0; ///< read otherwise than before
    std::uint64_t emptied = 0; ///< of these, had a value and are missing or `*` now
};
/// Counts a pair of cells.
void countChange(const InputCell& before, const InputCell& after, CellCounts& counts);

/// Rows of the original by their keys, in bounded memory: a row is in the sample where the hash of its key
/// begins with level() zero bits, the fewest with which at most `limit` rows remain. Which rows those are
/// hangs on the keys alone, so of a release of the same rows in any order the same ones are looked at, every
/// time. The share of changed cells among n of N such rows has a standard error below 0.5 / sqrt(n): 0.14 %
/// of 131,072. One thread.
class KeyedRows {
public:
    /// `key`, for errors: name of the column; `limit` > 0.
    KeyedRows(std::string key, std::size_t limit) : m_key(std::move(key)), m_limit(limit) {}

    /// Reads the original to its end: column `key`, and `columns`, whose cells are kept. kAttackIdRepeated
    /// where a key is missing, or repeats within the sample.
    [[nodiscard]] Status read(io::RecordReader& original, std::size_t key,
                              const std::vector<std::size_t>& columns, const RunContext& context);
    /// Reads the release to its end and compares its rows of the sample, column beside column; returns how
    /// many those are. kAttackIdForeign for a key that is missing, or for one of the sample that the original
    /// does not have; kAttackIdRepeated.
    [[nodiscard]] Result<std::uint64_t> compare(io::RecordReader& released, std::size_t key,
                                                const std::vector<std::size_t>& columns,
                                                std::vector<CellCounts>& counts,
                                                const RunContext& context) const;
    [[nodiscard]] unsigned level() const { return m_level; }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }

private:
    struct Row {
        std::uint64_t hash = 0;
        std::string cells; ///< the key, then the cells: length and text each, kMissing for a missing one
    };
    [[nodiscard]] bool takes(std::uint64_t hash) const {
        return m_level == 0 || (hash >> (64U - m_level)) == 0;
    }
    [[nodiscard]] std::uint64_t repeated() const;
    void sort();
    [[nodiscard]] Status thin();
    [[nodiscard]] const Row* find(std::uint64_t hash, std::string_view key) const;

    std::string m_key;
    std::size_t m_limit;
    unsigned m_level = 0;
    std::vector<Row> m_rows;
};

} // namespace mangrove::deid
