// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/dataset/dataset_view.h"
#include "services.h"

#include <QWidget>

class QCheckBox;

namespace mangrove::ui {

class Banner;
class DataTable;
class RowWindowModel;
class TextLabel;

/// The rows of the source file as they are, read page by page when they come into view. Direct identifiers
/// and free text are covered until a person uncovers them; with nothing classified every value is.
class DataTab : public QWidget {
    Q_OBJECT
public:
    explicit DataTab(Services& services, QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view);
    void retranslate();
    [[nodiscard]] RowWindowModel* model() const { return m_model; }

private:
    void applyMask();

    Services& m_services;
    RowWindowModel* m_model;
    DataTable* m_table;
    Banner* m_banner;
    QCheckBox* m_reveal;
    TextLabel* m_footer;
    std::shared_ptr<const DatasetView> m_view;
};

} // namespace mangrove::ui
