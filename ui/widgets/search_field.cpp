// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search_field.h"

#include "theme/icons.h"

#include <QAction>
#include <QTimer>

namespace mangrove::ui {

namespace {
constexpr int kSearchDelayMs = 200;
} // namespace

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent), m_timer(new QTimer(this)) {
    setPrompt(placeholder);
    setClearButtonEnabled(true);
    addAction(themedIcon(QStringLiteral("search"), TextRole::Muted), QLineEdit::LeadingPosition);
    setMinimumWidth(200);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kSearchDelayMs);
    connect(this, &QLineEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
    connect(m_timer, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(text()); });
}

void SearchField::setPrompt(const QString& prompt) {
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
}

} // namespace mangrove::ui
