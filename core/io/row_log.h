// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/source_info.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// Counts the rows and collects the warnings of a reader that works row by row: of each code the first 1,000,
/// then one line with the total. One thread.
class RowLog {
public:
    void warn(std::string_view code, std::uint64_t line, std::string message);
    /// Without a line of its own: only the total is reported, as `sentence` with {} for the count.
    void count(std::string_view code, std::string_view sentence, std::uint64_t by = 1);
    void addRow() { ++m_rows; }
    void reject() { ++m_rejected; }
    /// Appends the totals; once.
    void finish();

    [[nodiscard]] const std::vector<ReadWarning>& list() const { return m_list; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::uint64_t rejected() const { return m_rejected; }

private:
    struct Total {
        std::uint64_t count = 0;
        std::string sentence;
    };
    std::vector<ReadWarning> m_list;
    std::map<std::string, std::uint64_t, std::less<>> m_shown;
    std::map<std::string, Total, std::less<>> m_totals;
    std::uint64_t m_rows = 0;
    std::uint64_t m_rejected = 0;
};

} // namespace mangrove::io
