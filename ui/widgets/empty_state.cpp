// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_state.h"

#include "widgets/button.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>

namespace mangrove::ui {

namespace {
constexpr int kEmptyTextWidth = 440;
} // namespace

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent), m_headline(new TextLabel(TextStyle::Title)),
      m_explanation(new TextLabel(TextStyle::Body, TextRole::Secondary)),
      m_action(new Button(QString(), ButtonKind::Primary)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k48, space::k24, space::k48);
    column->setSpacing(space::k8);
    column->addStretch(1);
    column->addWidget(new IconLabel(icon, TextRole::Muted, size::kIconEmpty), 0, Qt::AlignHCenter);
    column->addSpacing(space::k8);
    column->addWidget(m_headline, 0, Qt::AlignHCenter);
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_explanation->setFixedWidth(kEmptyTextWidth);
    column->addWidget(m_explanation, 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(2);
    m_action->hide();
}

void EmptyState::setTexts(const QString& headline, const QString& explanation, const QString& action) {
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    // the layout asks a centred label for its size hint, which knows nothing of the width it gets
    m_explanation->setMinimumHeight(m_explanation->heightForWidth(kEmptyTextWidth));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace mangrove::ui
