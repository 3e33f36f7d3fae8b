// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/quality/quality_data.h"

#include <QWidget>
#include <vector>

class QAbstractButton;
class QButtonGroup;
class QGridLayout;

namespace mangrove::ui {

/// Dimensions (rows) × data sets (columns): how many checks pass, with the worst state as icon and colour. A
/// click on a cell asks for its findings; a second click for all.
class QualityMatrix : public QWidget {
    Q_OBJECT
public:
    explicit QualityMatrix(QWidget* parent = nullptr);
    void setRuns(const std::vector<QualityRun>& runs);
    /// Empty id and dimension: nothing is chosen.
    void select(const DatasetId& dataset, const std::string& dimension);

Q_SIGNALS:
    /// Empty texts: everything.
    void chosen(const QString& dataset, const QString& dimension);

private:
    void addCell(const QualityRun& run, quality::Dimension dimension, int row, int column);

    QGridLayout* m_grid;
    std::vector<QAbstractButton*> m_cells;
};

} // namespace mangrove::ui
