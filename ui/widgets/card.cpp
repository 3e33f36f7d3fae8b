// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"

#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {
// So far from the edge the round corner is less than a pixel wide.
constexpr int kRoundInset = 6;
} // namespace

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new TextLabel(TextStyle::Emphasis)), m_header(new QWidget(this)),
      m_headerRow(new QHBoxLayout(m_header)), m_body(new QVBoxLayout) {
    m_headerRow->setContentsMargins(space::k16, space::k12, space::k12, 0);
    m_headerRow->setSpacing(space::k8);
    m_headerRow->addWidget(m_title);
    m_headerRow->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_body, 1);
    m_body->setSpacing(space::k12);
    setFlush(false);
    setTitle(title);
}

Card* Card::around(QWidget* table, QWidget* parent) {
    auto* card = new Card({}, parent);
    card->m_body->setContentsMargins(1, kRoundInset, 1, kRoundInset);
    card->m_body->addWidget(table);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return card;
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_header->setVisible(!title.isEmpty() || m_headerRow->count() > 2);
}

void Card::addHeaderWidget(QWidget* widget) {
    m_headerRow->addWidget(widget);
    m_header->show();
}

void Card::setFlush(bool flush) {
    // One pixel stays for the hairline, and the corners of what lies inside must not cover the round ones.
    if (flush)
        m_body->setContentsMargins(1, space::k8, 1, space::k8);
    else
        m_body->setContentsMargins(space::k16, space::k12, space::k16, space::k16);
}

void Card::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    parts::roundedBox(painter, rect(), radius::kCard, c.surface, c.lineSubtle);
}

} // namespace mangrove::ui
