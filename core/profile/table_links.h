// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"
#include "io/source_info.h"
#include "profile/key_sketch.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::profile {

struct LinkOptions {
    unsigned threads = 0; ///< 0 = as many as the machine has. The result is the same for every number
    double leastContainment = 0.5;  ///< of the better contained side, 0.05…1
    std::uint32_t leastShared = 20; ///< values in common; 2…1,000,000. See ColumnLink for the exception
    std::uint32_t links = 1000;     ///< the best are listed; 1…1,000,000

    [[nodiscard]] Status validate() const;
    /// Values kept of each column: 32,768, less where the columns are many, but at least 1,024.
    [[nodiscard]] static std::size_t sketchSizeFor(std::size_t columns);
};

/// One table as far as links need it: what sketchTable() keeps of it. No values, only their hashes.
struct TableKeys {
    std::string name; ///< for people; unique among the tables compared
    std::uint64_t rows = 0;
    std::vector<std::string> columns;
    std::vector<KeySketch> keys; ///< parallel to columns
    std::vector<io::ReadWarning> warnings;
    std::string sourceSha256; ///< of the bytes that were read
};

/// Reads the table once (phase "reading"). Errors: those of io::RecordReader, bad-option.
[[nodiscard]] Result<TableKeys> sketchTable(const std::string& name, const std::filesystem::path& path,
                                            const io::ReadOptions& readOptions, const LinkOptions& options,
                                            const RunContext& context);

struct LinkEnd {
    std::uint32_t table = 0;  ///< index among the tables compared
    std::uint32_t column = 0; ///< from 0
    std::uint64_t distinct = 0;
    /// At most one in a hundred of the values (of those kept) occurs more than once: a key, perhaps with a
    /// few rows entered twice.
    bool isKey = false;
    /// Share of this end's distinct values that the other end has.
    double containment = 0;
    friend bool operator==(const LinkEnd&, const LinkEnd&) = default;
};

/// Two columns by which rows of two tables belong together. `from` is the side that is contained better;
/// equally contained: the one that is no key.
struct ColumnLink {
    LinkEnd from;
    LinkEnd to;
    std::uint64_t shared = 0; ///< distinct values in common; estimated where not exact
    bool exact = true;        ///< every value of both was compared, not a sample
    /// Of from.containment, where not exact: sqrt(p (1 - p) / n) over the n values compared.
    double standardError = 0;
    double nameAgreement =
        0;            ///< 1 = the same but for case and punctuation, 0.5 = one holds the other, else 0
    double score = 0; ///< 0…1: from.containment, less where `to` is no key and the names differ
    friend bool operator==(const ColumnLink&, const ColumnLink&) = default;

    /// "1:1", "n:1", "1:n", "n:m": how many rows of from's table go with how many of to's.
    [[nodiscard]] std::string_view kind() const;
};

/// What could not be a link, so that its absence is no riddle: pairs of columns that agree well enough but
struct LinksLeftOut {
    std::uint64_t fewValues = 0; ///< have too few values in common to mean anything (flags, departments)
    std::uint64_t chance = 0;    ///< are whole numbers from the same narrow range (ages, row numbers)
    std::uint64_t measures = 0;  ///< are dates, times or amounts: these agree without belonging together
    friend bool operator==(const LinksLeftOut&, const LinksLeftOut&) = default;
};

struct TableLinks {
    std::vector<ColumnLink> links; ///< best first, then in order of tables and columns
    std::uint64_t found = 0;       ///< more than are listed where LinkOptions::links was hit
    LinksLeftOut leftOut;
};

/// Compares all columns of different tables (phase "relating", in pairs of tables). Two columns are linked
/// where enough of the values of one are among those of the other and that says something: at least
/// leastShared in common, or 2 where both are long codes, or the names agree and one side is a key; of whole
/// numbers more than numbers drawn at random from the other's range would share (1.5 times that and 5 points
/// more), unless the names agree. Values are compared as texts without the blanks at their ends, by 64-bit
/// hashes.
[[nodiscard]] Result<TableLinks> linkTables(const std::vector<TableKeys>& tables, const LinkOptions& options,
                                            const RunContext& context);

/// The object of `mangrove relations --json`.
[[nodiscard]] std::string toJson(const TableLinks& links, const std::vector<TableKeys>& tables);

} // namespace mangrove::profile
