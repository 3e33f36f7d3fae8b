// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/errors.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mangrove::deid {

/// A hierarchy read from ARX's CSV form: one row a value, column i = level i, `;` between columns, RFC 4180
/// quotes, LF or CR LF, blank lines ignored. Labels are interned per level. Immutable after parse(),
/// thread-safe.
class HierarchyTable {
public:
    HierarchyTable() = default;
    HierarchyTable(HierarchyTable&&) = default;
    HierarchyTable& operator=(HierarchyTable&&) = default;

    /// Reads and checks: equal numbers of levels, no value twice, monotone. Errors carry the line.
    [[nodiscard]] static Result<HierarchyTable> parse(std::string_view text, const std::string& name);

    [[nodiscard]] std::uint32_t rows() const;
    [[nodiscard]] std::uint32_t levels() const { return static_cast<std::uint32_t>(m_levels.size()); }
    /// The row of a level-0 value.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view value) const;
    [[nodiscard]] std::string_view label(std::uint32_t row, std::uint32_t level) const;

private:
    struct Level {
        std::vector<std::string> labels;
        std::vector<std::uint32_t> codeOfRow;
    };
    [[nodiscard]] Status addRow(std::vector<std::string>& cells, std::uint64_t line, const std::string& name);
    [[nodiscard]] Status checkMonotone(const std::string& name) const;

    std::vector<Level> m_levels;
    std::vector<std::unordered_map<std::string, std::uint32_t>> m_codes; ///< label -> code, per level
    std::vector<std::uint64_t> m_lineOfRow;
};

} // namespace mangrove::deid
