// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/cell_function.h"
#include "table/value_dictionary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// One thread's hand on a CellFunction: remembers results of values and offsets of persons met lately, so
/// that each distinct one is worked out once. Memory is bounded (about 200,000 texts of at most 64 bytes);
/// remembering stops where hardly anything repeats. The function outlives it. One thread.
class CellWorker {
public:
    explicit CellWorker(const CellFunction& function) : m_function(&function) {}

    /// `out` lives until the next apply(). `person` absent or empty = there is none.
    [[nodiscard]] CellFate apply(std::string_view cell, std::optional<std::string_view> person,
                                 std::uint64_t row, std::string_view& out);

private:
    struct Known {
        std::string text;
        CellFate fate = CellFate::Written;
    };
    [[nodiscard]] CellFate remembered(const CellInput& cell, std::string_view& out);
    [[nodiscard]] std::int32_t offsetOf(std::string_view person);

    const CellFunction* m_function;
    table::ValueDictionary m_values;
    std::vector<Known> m_known;
    std::uint64_t m_asked = 0;
    bool m_remembers = true;
    table::ValueDictionary m_persons;
    std::vector<std::int32_t> m_offsets;
    std::string m_lastPerson;
    std::optional<std::int32_t> m_lastOffset;
    std::string m_scratch;
};

} // namespace mangrove::deid
