// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"
#include "catalog/domain.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::catalog {

/// How the source was read when it was registered, all of it resolved (nothing left to sniff): reading again
/// with these gives the same cells. Kept as words because the records wing does not know the readers.
struct SourceDialect {
    std::string format;                 ///< "csv"
    std::string encoding;               ///< "UTF-8", "GB18030"… as io names it
    std::string delimiter;              ///< one character, or empty where the format has none
    std::string quote;                  ///< one character, or empty
    bool header = true;                 ///< the first record holds the column names
    std::vector<std::string> nullWords; ///< cells read as missing besides the empty one
    std::string sheet;                  ///< of a workbook, or empty
    std::string table;                  ///< of a database, or empty
    std::string query = {};             ///< to a database instead of a table, or empty
    /// Lines above the header that were asked to be passed over; empty = titles are found by the content.
    std::optional<std::uint32_t> skipLines = {};
    std::string quoteEscape = {};   ///< "doubled", "backslash", or empty where no quote was seen
    std::string ragged = "reject";  ///< what becomes of rows of another width: "reject", "pad", "fail"
    std::string totals = "keep";    ///< what becomes of lines of totals: "keep", "leave-out"
    std::uint64_t maxCellBytes = 0; ///< 0 = the reader's own limit
    friend bool operator==(const SourceDialect&, const SourceDialect&) = default;
};

/// One registered data set: where the source is and what it was at registration. Its rows are never in the
/// workspace.
struct Dataset {
    DatasetId id;            ///< DS-…
    std::string name;        ///< unique in the workspace, for people
    std::string description; ///< may be empty
    Domain domain = Domain::Other;
    std::string owner; ///< department or office responsible, for people
    std::string path;  ///< absolute path of the source file, UTF-8
    SourceDialect dialect;
    std::uint64_t bytes = 0;
    std::string sha256; ///< hex of the source's bytes at registration
    std::uint64_t rows = 0;
    std::vector<std::string> columns; ///< column names in file order
    Instant registered{};
    UserId registeredBy;
    int version = 1;    ///< grows by one with each re-registration of changed content
    int level39725 = 0; ///< GB/T 39725 data level 1…5 of the latest classification; 0 = not classified
    friend bool operator==(const Dataset&, const Dataset&) = default;
};

/// What a data set was before its content was renewed. Immutable.
struct DatasetVersion {
    DatasetId dataset;
    int version = 1;
    std::string sha256; ///< hex of the source's bytes
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;
    std::vector<std::string> columns; ///< in file order
    Instant until{};                  ///< when the next version took its place
    UserId renewedBy;
    friend bool operator==(const DatasetVersion&, const DatasetVersion&) = default;
};

} // namespace mangrove::catalog
