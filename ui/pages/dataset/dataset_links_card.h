// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "widgets/card.h"
#include "workspace/dataset_relations.h"

namespace mangrove::ui {

class Button;
class DataTable;
class TextLabel;

/// By which columns a data set belongs together with the others of the workspace, best first; which of them
/// were not compared, and why.
class DatasetLinksCard : public Card {
    Q_OBJECT
public:
    explicit DatasetLinksCard(QWidget* parent = nullptr);
    void setRelations(const workspace::DatasetRelations& relations);
    void retranslate();

Q_SIGNALS:
    void datasetOpened(const mangrove::DatasetId& id);
    /// The work shall be done again.
    void requested();

private:
    struct Link {
        QString column;
        DatasetId other;
        QString otherName;
        QString otherColumn;
        workspace::DatasetLink link;
    };
    using LinkModel = RowsModel<Link>;

    [[nodiscard]] static QString meaning(const workspace::DatasetLink& link);
    void setColumns();
    void showRelations();

    TextLabel* m_summary;
    DataTable* m_table;
    TextLabel* m_leftOut;
    TextLabel* m_measures;
    Button* m_again;
    LinkModel* m_model;
    std::optional<workspace::DatasetRelations> m_relations;
};

} // namespace mangrove::ui
