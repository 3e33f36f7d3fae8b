// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"
#include "io/source_info.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::profile {

/// How the columns of one table hang together. What a pair of columns says is counted over the rows where
/// neither is missing ("rows"), all of them of a sample that is the same for any number of threads.
struct RelationOptions {
    unsigned threads = 0; ///< 0 = as many as the machine has. The result is the same for every number
    /// At most so many rows are looked at; 0 = sampleRowsFor(columns). Up to that the result is exact, beyond
    /// it stands on between half of them and all of them, chosen by a hash of their place.
    std::uint32_t sampleRows = 0;
    double greatestError = 0.01;   ///< of a dependency, 0…0.5
    double leastStrength = 0.8;    ///< of a dependency, 0…1
    double leastCorrelation = 0.3; ///< of |r| or V, 0…1
    std::uint32_t categories = 64; ///< columns with more distinct values get no V; 2…1000
    std::uint32_t findings = 1000; ///< of each kind, the strongest; 1…1,000,000

    [[nodiscard]] Status validate() const;
    /// 131,072, less where the columns are many: at most 16 million cells are kept (16 bytes each) and about
    /// 4 thousand million row visits made, but it is at least 2,000. A sample holds between half and all of
    /// it.
    [[nodiscard]] static std::uint32_t sampleRowsFor(std::size_t columns);
    /// How many columns are paired with each other for a sample of that size: all, up to some 2,000.
    [[nodiscard]] static std::size_t pairedColumnsFor(std::uint32_t sampleRows);
};

/// Column numbers count from 0 in the table.
///
/// `from` → `to`: equal values of `from` go with one value of `to`.
/// error = g3, the share of rows to remove so that it holds (Kivinen & Mannila 1995, "Approximate inference
/// of functional dependencies from relations"): 1 - sum over a of max over b of n(a,b), over n.
/// strength = mu, by how much `from` predicts `to` better than chance (Piatetsky-Shapiro & Matheus 1993;
/// recommended by Parciak et al. 2024, "Measuring approximate functional dependencies"):
/// 1 - (1 - pdep(from,to)) / (1 - pdep(to)) · (n - 1) / (n - K), K = distinct values of `from`,
/// pdep(from,to) = 1/n · sum of n(a,b)² / n(a), pdep(to) = sum of (n(b)/n)². 1 = holds in every row, 0 = what
/// shuffled rows would show on average.
struct Dependency {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint64_t rows = 0;
    double error = 0;
    std::uint64_t support = 0; ///< rows whose `from` occurs more than once: the others cannot contradict
    double strength = 0;
    friend bool operator==(const Dependency&, const Dependency&) = default;
};

/// Of two numeric columns. Pearson's r; Spearman's rho = r of the ranks, ties sharing their average rank.
/// nullopt where a column is constant over the rows.
struct Correlation {
    std::uint32_t a = 0;
    std::uint32_t b = 0; ///< > a
    std::uint64_t rows = 0;
    std::optional<double> pearson;
    std::optional<double> spearman;
    friend bool operator==(const Correlation&, const Correlation&) = default;
};

/// Of two columns with few distinct values: Cramér's V with the bias correction of Bergsma 2013 ("A
/// bias-correction for Cramér's V and Tschuprow's T").
struct Association {
    std::uint32_t a = 0;
    std::uint32_t b = 0; ///< > a
    std::uint64_t rows = 0;
    double cramersV = 0;
    friend bool operator==(const Association&, const Association&) = default;
};

struct ColumnRelations {
    std::vector<std::string> columns;
    std::uint64_t rows = 0;        ///< of the table
    std::uint64_t sampledRows = 0; ///< looked at; all of them where exact()
    /// Columns that say nothing about others, kept out of the dependencies: every value occurs once; there is
    /// one value or none. Of the rows looked at.
    std::vector<std::uint32_t> keys;
    std::vector<std::uint32_t> constants;
    /// Strongest first, then by column. Not among them: what chance would show, i.e. where under ten
    /// contradictions were to be expected of shuffled rows ((n - K) · (1 - pdep(to)) < 10).
    std::vector<Dependency> dependencies;
    /// Strongest first, then by column. Not among them and the associations: what chance would show in one of
    /// a thousand such tables, with x = ln(1000 · pairs) where (1 - r²)^((n - 2) / 2) > e^-x (r² is Beta(1/2,
    /// (n - 2) / 2), Fisher 1915, and Beta(1, …) bounds its tail) or chi² < df + 2 sqrt(df · x) + 2x
    /// (Laurent & Massart 2000, lemma 1).
    std::vector<Correlation> correlations;
    std::vector<Association> associations;
    std::uint64_t dependenciesFound = 0; ///< more than are listed where RelationOptions::findings was hit
    std::uint64_t correlationsFound = 0;
    std::uint64_t associationsFound = 0;
    /// Those of the reader, and "relations-left-out" where columns or findings were.
    std::vector<io::ReadWarning> warnings;
    std::string sourceSha256; ///< of the bytes that were read

    [[nodiscard]] bool exact() const { return sampledRows == rows; }
    friend bool operator==(const ColumnRelations&, const ColumnRelations&) = default;
};

/// Reads the file once (phase "reading", in bytes), then looks at all pairs of columns (phase "relating", in
/// pairs). A column is numeric where at least 95 in 100 of its values are numbers; the others count as
/// missing. Texts are compared by 64-bit hashes. Errors: those of io::RecordReader, bad-option.
[[nodiscard]] Result<ColumnRelations> relateColumns(const std::filesystem::path& path,
                                                    const io::ReadOptions& readOptions,
                                                    const RelationOptions& options,
                                                    const RunContext& context);

} // namespace mangrove::profile
