// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace mangrove::deid {

struct Recipe;

/// The data rows that are released, where the table is a population that an attacker may know and its other
/// rows only say how many people look alike (the research subset of k-map and delta-presence). Memory: 8
/// bytes a row of the subset. Immutable, thread-safe.
class RowSubset {
public:
    /// Null where the recipe has no subset. kSubsetMalformed, errors of reading its file, which lies in
    /// `folder`.
    [[nodiscard]] static Result<std::shared_ptr<const RowSubset>> of(const Recipe& recipe,
                                                                     const std::filesystem::path& folder);

    /// `rows` in any order.
    [[nodiscard]] static std::shared_ptr<const RowSubset> ofRows(std::vector<std::uint64_t> rows);

    [[nodiscard]] bool contains(std::uint64_t row) const {
        return std::binary_search(m_rows.begin(), m_rows.end(), row);
    }
    /// kSubsetBeyond where it names a row that a table of `rows` rows does not have.
    [[nodiscard]] Status fits(std::uint64_t rows) const;

private:
    explicit RowSubset(std::vector<std::uint64_t> rows) : m_rows(std::move(rows)) {}
    std::vector<std::uint64_t> m_rows; ///< ascending, each once
};

} // namespace mangrove::deid
