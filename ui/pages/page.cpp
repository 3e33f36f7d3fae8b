// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "theme/tokens.h"

#include <QEvent>
#include <QLayout>
#include <algorithm>

namespace mangrove::ui {

Page::Page(PageId id, Services& services, QWidget* parent)
    : QWidget(parent), m_id(id), m_services(services) {}

void Page::reveal(const QString& /*target*/) {}

void Page::runCommand(CommandId /*command*/) {}

void Page::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (layout() == nullptr || details() != nullptr)
        return;
    const int side = std::max(0, (width() - size::kReading - 2 * space::k24) / 2);
    layout()->setContentsMargins(side, 0, side, 0);
}

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT breadcrumbChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace mangrove::ui
