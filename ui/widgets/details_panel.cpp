// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details_panel.h"

#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mangrove::ui {

DetailsPanel::DetailsPanel(QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel(QString(), TextStyle::Title)),
      m_close(new IconButton(QStringLiteral("close"))), m_body(nullptr) {
    setFixedWidth(size::kDetails);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::k16, space::k12, space::k8, space::k4);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(space::k16, space::k4, space::k16, space::k16);
    m_body->setSpacing(space::k12);
    m_body->setAlignment(Qt::AlignTop);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(m_close, &QPushButton::clicked, this, &DetailsPanel::closeRequested);
    retranslate();
}

void DetailsPanel::setTitle(const QString& title) {
    m_title->setText(title);
}

void DetailsPanel::clearBody() {
    while (QLayoutItem* item = m_body->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void DetailsPanel::addSection(const QString& title) {
    m_body->addWidget(new TextLabel(title, TextStyle::Emphasis, TextRole::Secondary));
}

void DetailsPanel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, 0, 1, height()), c.lineSubtle);
}

void DetailsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DetailsPanel::retranslate() {
    m_close->setName(tr("Close the details"));
}

} // namespace mangrove::ui
