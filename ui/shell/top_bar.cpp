// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/top_bar.h"

#include "commands/commands.h"
#include "shell/breadcrumb.h"
#include "theme/theme.h"
#include "widgets/chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace mangrove::ui {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_breadcrumb(new Breadcrumb), m_demo(new Chip), m_palette(new PaletteBox) {
    setFixedHeight(size::kTopBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k24, 0, space::k24, 0);
    row->setSpacing(space::k16);
    row->addWidget(m_breadcrumb, 1);
    row->addWidget(m_demo);
    row->addWidget(m_palette);
    m_demo->hide();
    connect(m_palette, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
    retranslate();
}

void TopBar::setBreadcrumb(const QStringList& parts) {
    m_breadcrumb->setParts(parts);
}

void TopBar::setDemo(bool demo) {
    m_demo->setVisible(demo);
}

void TopBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.lineSubtle);
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::retranslate() {
    m_demo->setLook({tr("DEMO · synthetic data"), QStringLiteral("demo"), Tone::Warning, 0});
    m_palette->setText(Commands::text(CommandId::Palette));
    m_palette->setAccessibleName(m_palette->text());
}

} // namespace mangrove::ui
