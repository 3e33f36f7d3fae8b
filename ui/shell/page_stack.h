// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace mangrove::ui {

/// A stack whose changes fade: the old picture over the new page, gone after the given time (0 = at once).
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);
    void showPage(QWidget* page, int fadeMs);

private:
    QWidget* m_veil = nullptr;
};

} // namespace mangrove::ui
