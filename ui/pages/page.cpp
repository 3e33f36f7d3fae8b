// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include <QEvent>

namespace mangrove::ui {

Page::Page(PageId id, Services& services, QWidget* parent)
    : QWidget(parent), m_id(id), m_services(services) {}

void Page::reveal(const QString& /*target*/) {}

void Page::runCommand(CommandId /*command*/) {}

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT breadcrumbChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace mangrove::ui
