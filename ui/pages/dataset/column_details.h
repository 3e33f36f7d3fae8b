// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/dataset/dataset_view.h"

#include <QCoreApplication>

namespace mangrove::ui {

class DetailsPanel;

/// Values that occur in fewer rows than this are never shown by themselves (WhiteRabbit's minimum cell
/// count).
inline constexpr std::uint64_t kMinCellCount = 5;

/// What the details panel says about one column: facts, quantiles, frequent values, patterns, evidence, the
/// rules with their clauses, the history of decisions.
class ColumnDetails {
    Q_DECLARE_TR_FUNCTIONS(ColumnDetails)
public:
    /// Replaces the panel's body. `form` stands above the facts where there is one; the panel takes it over.
    static void fill(DetailsPanel& panel, const ColumnView& column, QWidget* form = nullptr);
    /// A quantile or histogram limit as people read it: numbers, dates, times.
    [[nodiscard]] static QString limitText(double value, profile::ValueType type);

private:
    static void addFacts(DetailsPanel& panel, const ColumnView& column);
    static void addDistribution(DetailsPanel& panel, const profile::ColumnProfile& facts);
    static void addValues(DetailsPanel& panel, const ColumnView& column);
    static void addPatterns(DetailsPanel& panel, const profile::ColumnProfile& facts);
    static void addEvidence(DetailsPanel& panel, const ColumnView& column);
    static void addHistory(DetailsPanel& panel, const ColumnView& column);
};

} // namespace mangrove::ui
