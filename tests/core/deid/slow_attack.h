// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/table.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mangrove::test {

/// The attacks once more, row against row, by code that shares only seeds and draws with the engine.
class SlowAttack {
public:
    /// A table as rows of texts; a missing cell is "".
    using Rows = std::vector<std::vector<std::string>>;
    using Levels = std::map<std::string, std::vector<std::string>>; ///< by value: its labels

    struct Column {
        Levels levels; ///< empty = labels are values
        bool isNumber = false;
    };

    static Rows rowsOf(const table::Table& table, const std::vector<std::string>& columns);

    std::vector<Column> columns;
    Rows original, released;

    [[nodiscard]] bool covers(std::size_t column, const std::string& label, const std::string& value) const;

    /// Released rows that fit what is known of an original row.
    [[nodiscard]] std::vector<std::size_t> candidates(const std::vector<std::size_t>& known,
                                                      const std::vector<std::string>& values) const;

    struct Near {
        std::vector<std::size_t> nearer, tied; ///< tied: by (first row with the same labels, row)
    };
    [[nodiscard]] Near nearest(const std::vector<std::size_t>& known, const std::vector<std::string>& values,
                               std::size_t k) const;

    [[nodiscard]] bool linksUp(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second,
                               const std::vector<std::string>& values, std::size_t row, std::size_t k,
                               std::uint64_t seed) const;
    [[nodiscard]] std::string guess(const std::vector<std::size_t>& known, std::size_t secret,
                                    const std::vector<std::string>& values, std::size_t k) const;
    /// The most frequent label of a column.
    [[nodiscard]] std::string blindGuess(std::size_t secret) const;

private:
    [[nodiscard]] std::uint64_t cost(std::size_t column, const std::string& label,
                                     const std::string& value) const;
    [[nodiscard]] double rangeOf(std::size_t column) const;
    [[nodiscard]] std::string most(const std::vector<std::string>& labels, std::size_t secret) const;
};

} // namespace mangrove::test
