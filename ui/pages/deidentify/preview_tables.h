// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/preview.h"
#include "models/rows_model.h"

#include <QSet>
#include <QWidget>

class QCheckBox;

namespace mangrove::ui {

class Card;
class DataTable;

/// The same rows before and after, side by side; they scroll together and changed cells are tinted. Direct
/// identifiers of the left side are covered unless uncovered.
class PreviewTables : public QWidget {
    Q_OBJECT
public:
    explicit PreviewTables(QWidget* parent = nullptr);
    /// `covered`: names of columns whose raw values are covered.
    void setPreview(const deid::PreviewReport& preview, const QSet<QString>& covered);
    void clear();
    void setUncovered(bool uncovered);
    void retranslate();

private:
    using Model = RowsModel<deid::PreviewRow>;
    [[nodiscard]] std::vector<Model::Column> beforeColumns() const;
    [[nodiscard]] std::vector<Model::Column> afterColumns() const;
    void rebuildColumns();
    void fitWidths(const std::vector<deid::PreviewRow>& rows);

    Card* m_beforeCard;
    Card* m_afterCard;
    QCheckBox* m_uncover;
    QWidget* m_level;
    QList<int> m_widths;
    DataTable* m_before;
    DataTable* m_after;
    Model* m_beforeModel;
    Model* m_afterModel;
    std::vector<deid::AppliedColumn> m_columns;
    QSet<QString> m_covered;
};

} // namespace mangrove::ui
