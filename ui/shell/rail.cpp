// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "commands/commands.h"
#include "shell/rail_button.h"
#include "theme/theme.h"
#include "widgets/icon_label.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

// Short enough for 64 px; the full names are the tooltips.
constexpr const char* kRailWords[kPageCount] = {
    QT_TRANSLATE_NOOP("Rail", "Overview"),    QT_TRANSLATE_NOOP("Rail", "Catalogue"),
    QT_TRANSLATE_NOOP("Rail", "Data set"),    QT_TRANSLATE_NOOP("Rail", "Quality"),
    QT_TRANSLATE_NOOP("Rail", "De-identify"), QT_TRANSLATE_NOOP("Rail", "Authorize"),
    QT_TRANSLATE_NOOP("Rail", "Hand-off"),    QT_TRANSLATE_NOOP("Rail", "Audit")};

} // namespace

Rail::Rail(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::k12, 1, space::k12);
    column->setSpacing(0);
    column->addWidget(new IconLabel(QStringLiteral("leaf"), TextRole::Accent, 24), 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    for (int i = 0; i < kPageCount; ++i) {
        auto* button = new RailButton(QString::fromLatin1(commandInfo(static_cast<CommandId>(i)).icon));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        column->addWidget(button, 0, Qt::AlignHCenter);
        m_pages.push_back(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT pageChosen(static_cast<PageId>(i)); });
    }
    column->addStretch(1);
    m_settings = new RailButton(QStringLiteral("settings"));
    m_settings->setCollapsed(true);
    column->addWidget(m_settings, 0, Qt::AlignHCenter);
    m_user = new UserChip;
    column->addSpacing(space::k4);
    column->addWidget(m_user, 0, Qt::AlignHCenter);
    connect(m_settings, &QAbstractButton::clicked, this, &Rail::settingsChosen);
    connect(m_user, &QAbstractButton::clicked, this, &Rail::userChosen);
    setCollapsed(false);
    retranslate();
}

void Rail::setCurrent(PageId page) {
    m_pages.at(static_cast<std::size_t>(page))->setChecked(true);
}

void Rail::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    setFixedWidth((collapsed ? size::kRailCollapsed : size::kRail) + 1);
    for (RailButton* button : m_pages)
        button->setCollapsed(collapsed);
}

void Rail::setPagesEnabled(bool enabled) {
    for (RailButton* button : m_pages)
        button->setEnabled(enabled);
    m_user->setEnabled(enabled);
}

void Rail::setUser(const QString& name, const QString& roles) {
    m_name = name;
    m_roles = roles;
    m_user->setUser(name);
    retranslate();
}

void Rail::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.lineSubtle);
}

void Rail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Rail::retranslate() {
    for (int i = 0; i < kPageCount; ++i) {
        const auto id = static_cast<CommandId>(i);
        const QString keys = QString::fromLatin1(commandInfo(id).keys);
        m_pages.at(static_cast<std::size_t>(i))
            ->setTexts(QCoreApplication::translate("Rail", kRailWords[i]),
                       Commands::text(id) + QStringLiteral(" (") + keys + QStringLiteral(")"));
    }
    m_settings->setTexts(QString(), tr("Settings"));
    const QString who = m_name.isEmpty() ? tr("Nobody is logged in. Click to log in.")
                                         : tr("%1, %2. Click to lock or change.").arg(m_name, m_roles);
    m_user->setToolTip(who);
    m_user->setAccessibleName(who);
}

} // namespace mangrove::ui
