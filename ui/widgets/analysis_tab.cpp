// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/analysis_tab.h"

#include "theme/tokens.h"
#include "widgets/button.h"
#include "widgets/empty_state.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mangrove::ui {

AnalysisTab::AnalysisTab(const QString& icon, QWidget* parent)
    : QWidget(parent), m_choices(new QHBoxLayout), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(icon, m_stack)), m_running(new EmptyState(QStringLiteral("clock"), m_stack)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(space::k12);
    m_choices->setSpacing(space::k12);
    outer->addLayout(m_choices);
    outer->addWidget(m_stack, 1);

    auto* scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::k16);
    scroll->setWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_running);
    m_stack->addWidget(scroll);
    connect(m_empty->action(), &QAbstractButton::clicked, this, &AnalysisTab::requested);
    connect(m_running->action(), &QAbstractButton::clicked, this, &AnalysisTab::stopRequested);
}

void AnalysisTab::setState(State state) {
    m_state = state;
    m_stack->setCurrentIndex(static_cast<int>(state));
}

void AnalysisTab::setPurpose(const QString& headline, const QString& explanation, const QString& action) {
    m_empty->setTexts(headline, explanation, action);
}

void AnalysisTab::setRunning(const QString& headline) {
    m_running->setTexts(headline, tr("The status bar shows how far it is. Everything else can be used."),
                        tr("Stop"));
}

void AnalysisTab::choicesChanged() {
    if (m_state != State::Empty)
        Q_EMIT requested();
}

} // namespace mangrove::ui
