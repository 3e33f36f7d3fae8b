// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/dataset/dataset_view.h"
#include "services.h"

#include <QScrollArea>

class QHBoxLayout;

namespace mangrove::ui {

/// Where the data came from and where they went: source file → de-identified tables → packages.
class LineageTab : public QScrollArea {
    Q_OBJECT
public:
    explicit LineageTab(QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view, Instant now);
    void retranslate();

Q_SIGNALS:
    void opened(PageId page, const QString& target);

private:
    void rebuild();
    [[nodiscard]] QWidget* makeSource();
    [[nodiscard]] QWidget* makeReleases();
    [[nodiscard]] QWidget* makePackages();

    QHBoxLayout* m_row;
    std::shared_ptr<const DatasetView> m_view;
    Instant m_now{};
};

} // namespace mangrove::ui
