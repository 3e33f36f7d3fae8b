// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/risk.h"

#include "base/text.h"
#include "deid/class_table.h"
#include "deid/hierarchy.h"
#include "table/table.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsBetweenChecks = 65'536;

Result<std::vector<std::size_t>> indicesOf(const table::Table& table, const std::vector<std::string>& names) {
    std::vector<std::size_t> indices;
    for (const std::string& name : names) {
        const auto index = table.columnIndex(name);
        if (!index) {
            std::vector<std::string> known;
            for (const table::Column& column : table.columns())
                known.push_back(column.name);
            return Error(errors::kRiskColumnMissing, {name, join(known, ", ")});
        }
        if (std::find(indices.begin(), indices.end(), *index) == indices.end())
            indices.push_back(*index);
    }
    return indices;
}

/// The code of `*` in a column, or a code that no cell has.
std::uint32_t codeOfTop(const table::Column& column) {
    const auto found = std::find(column.dictionary.begin(), column.dictionary.end(), kTop);
    return static_cast<std::uint32_t>(found - column.dictionary.begin());
}

} // namespace

Result<RiskReport> measureRisk(const table::Table& table, const std::vector<std::string>& quasi,
                               const RiskOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const std::vector<std::size_t> columns, indicesOf(table, quasi));
    context.start("grouping", table.rows());
    ClassTable classes(columns.size());
    std::vector<std::uint32_t> codes(columns.size());
    for (std::uint64_t row = 0; row < table.rows(); ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            codes[i] = table.column(columns[i]).codes[row];
        classes.add(codes);
        if (row % kRowsBetweenChecks == 0) {
            MANGROVE_TRY(context.check());
            context.advance(kRowsBetweenChecks);
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        codes[i] = codeOfTop(table.column(columns[i]));
    const std::uint32_t suppressedClass = columns.empty() ? ClassTable::kAbsent : classes.find(codes);
    std::vector<std::uint64_t> sizes;
    for (std::uint32_t c = 0; c < classes.size(); ++c) {
        if (c != suppressedClass)
            sizes.push_back(classes.count(c));
    }
    const std::uint64_t suppressed =
        suppressedClass == ClassTable::kAbsent ? 0 : classes.count(suppressedClass);
    RiskReport report = riskOfClasses(sizes, suppressed, columns.size(), options);
    for (const std::size_t index : columns)
        report.quasiIdentifiers.push_back(table.column(index).name);
    return report;
}

} // namespace mangrove::deid
