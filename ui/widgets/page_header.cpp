// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_header.h"

#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextStyle::Page)),
      m_state(new ElidedLabel(QString(), TextStyle::Body, TextRole::Secondary)), m_titleRow(new QHBoxLayout),
      m_actions(new QHBoxLayout) {
    setFixedHeight(size::kPageHeader);
    m_titleRow->setSpacing(space::k12);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch(1);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch(1);
    texts->addLayout(m_titleRow);
    texts->addWidget(m_state);
    texts->addStretch(1);
    m_actions->setSpacing(space::k8);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k24, 0, space::k24, 0);
    row->setSpacing(space::k24);
    row->addLayout(texts, 1);
    row->addLayout(m_actions);
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

void PageHeader::setState(const QString& sentence) {
    m_state->setText(sentence);
}

void PageHeader::addChip(Chip* chip) {
    m_titleRow->insertWidget(m_titleRow->count() - 1, chip);
}

Button* PageHeader::primary() {
    if (m_primary == nullptr) {
        m_primary = new Button(QString(), ButtonKind::Primary);
        m_actions->addWidget(m_primary);
    }
    return m_primary;
}

Button* PageHeader::addSecondary(const QString& icon) {
    auto* button = new Button(QString(), ButtonKind::Secondary, icon);
    m_actions->insertWidget(m_primary == nullptr ? m_actions->count() : m_actions->count() - 1, button);
    return button;
}

} // namespace mangrove::ui
