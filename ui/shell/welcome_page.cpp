// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome_page.h"

#include "theme/tokens.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/elided_label.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {
constexpr int kWelcomeWidth = 560;
}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextStyle::Figure)),
      m_lead(new TextLabel(TextStyle::Body, TextRole::Secondary)),
      m_demoHint(new TextLabel(TextStyle::Caption, TextRole::Muted)),
      m_new(new Button(QString(), ButtonKind::Secondary, QStringLiteral("plus"))),
      m_open(new Button(QString(), ButtonKind::Secondary, QStringLiteral("folder"))),
      m_demo(new Button(QString(), ButtonKind::Primary, QStringLiteral("demo"))), m_recent(new Card) {
    auto* content = new QWidget;
    content->setFixedWidth(kWelcomeWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k12);
    column->addWidget(new IconLabel(QStringLiteral("leaf"), TextRole::Accent, 56));
    column->addWidget(m_title);
    m_lead->setWrapping(true);
    column->addWidget(m_lead);
    column->addSpacing(space::k12);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_demo);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_demoHint->setWrapping(true);
    column->addWidget(m_demoHint);
    column->addSpacing(space::k12);
    column->addWidget(m_recent);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::k24, space::k24, space::k24, space::k24);
    outer->addStretch(2);
    // Not by alignment: an aligned item gets its plain size hint, which cuts wrapping texts.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(content);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(3);
    m_recent->hide();
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    retranslate();
}

void WelcomePage::setRecent(const QStringList& paths) {
    while (QLayoutItem* item = m_recent->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::k12);
        auto* button =
            new Button(QFileInfo(path).completeBaseName(), ButtonKind::Quiet, QStringLiteral("file"));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        row->addWidget(button);
        auto* folder = new ElidedLabel(QFileInfo(path).absolutePath(), TextStyle::Body, TextRole::Muted);
        folder->setElideMode(Qt::ElideMiddle);
        row->addWidget(folder, 1);
        m_recent->body()->addWidget(line);
    }
    m_recent->setVisible(!paths.isEmpty());
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::retranslate() {
    m_title->setText(tr("Mangrove"));
    m_lead->setText(
        tr("Turn a raw health data set into a governed, de-identified, authorized and signed package, and "
           "let a reviewer check every step offline. A workspace is one file with your catalogue, decisions "
           "and audit log."));
    m_new->setText(tr("New workspace…"));
    m_open->setText(tr("Open workspace…"));
    m_demo->setText(tr("Open the demo"));
    m_demoHint->setText(
        tr("The demo is a made-up hospital with synthetic data; nothing in it belongs to a living person."));
    m_recent->setTitle(tr("Recent workspaces"));
}

} // namespace mangrove::ui
