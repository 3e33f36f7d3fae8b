// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/apply.h"
#include "table/table.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::deid {

/// One row before and after, cell by cell in the table's column order.
struct PreviewRow {
    std::uint64_t row = 0;   ///< 0-based row of the table
    bool suppressed = false; ///< the record's class is too small: it will not be released as it stands
    std::vector<std::string> before, after;
    std::vector<bool> changed;
};

/// What a recipe would do, for the workbench's before/after tables.
struct PreviewReport {
    std::vector<AppliedColumn> columns; ///< as `before`/`after`; written = false for columns that disappear
    std::vector<PreviewRow> rows;       ///< the first ones
    RiskReport before, after;
    std::vector<ModelCheck> models; ///< of the recipe, judged on the whole table as it would be written
    std::uint64_t rowsSuppressed = 0;
    double loss = 0;
    Levels levels;
    bool valid = false;  ///< models met within the suppression limit
    std::string problem; ///< error code where not valid (deid-no-solution, deid-model-unmet…)
};

struct PreviewOptions {
    std::uint64_t rows = 200;
    std::filesystem::path hierarchyFolder;
    double riskThreshold = 0.2;
    Sharing sharing = Sharing::Controlled;
    ContextRisk contextRisk;
    const TextFinder* textFinder = nullptr; ///< for redact-text; not owned
};

/// Runs the recipe on a table in memory. Risk figures cover the whole `table`, rows only the first ones (of
/// the subset where the recipe has one). Values without a place in a hierarchy never stop a preview: they are
/// counted in `columns` and shown as
/// `*`. Keys may be empty: then pseudonyms and offsets are made with a fixed key and are NOT those of the
/// release.
[[nodiscard]] Result<PreviewReport> previewRecipe(const table::Table& table, const Recipe& recipe,
                                                  const Keys& keys, const PreviewOptions& options,
                                                  const RunContext& context);

} // namespace mangrove::deid
