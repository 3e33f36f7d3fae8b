// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/block_parser.h"
#include "io/source_info.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::io {

/// Collects the warnings of a file block by block, in any order, and ends up with the same list for each
/// order: of a code the 1,000 with the lowest lines, then the total. One thread.
class WarningLog {
public:
    void add(ReadWarning warning);
    void add(const BlockOutcome& outcome);
    /// Bytes above the first block that are no characters.
    void addUndecodable(std::uint64_t count) { m_undecodable += count; }
    void addMixedLines(std::uint64_t count) { m_mixedLines += count; }
    /// Sorts and appends the totals; once.
    void finish(const std::string& encodingName);

    [[nodiscard]] const std::vector<ReadWarning>& list() const { return m_list; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::uint64_t rejected() const { return m_rejected; }

private:
    void prune();

    std::vector<ReadWarning> m_list;
    std::uint64_t m_rows = 0;
    std::uint64_t m_rejected = 0;
    std::uint64_t m_padded = 0;
    std::uint64_t m_blankLines = 0;
    std::uint64_t m_strayQuotes = 0;
    std::uint64_t m_undecodable = 0;
    std::uint64_t m_nulBytes = 0;
    std::uint64_t m_ragged = 0;
    std::uint64_t m_totals = 0;
    std::uint64_t m_mixedLines = 0;
};

} // namespace mangrove::io
