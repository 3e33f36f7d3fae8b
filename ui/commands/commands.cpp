// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commands.h"

#include "theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

namespace mangrove::ui {

Commands::Commands(QObject* parent) : QObject(parent) {
    for (const CommandInfo& info : commandTable()) {
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(info.name));
        action->setIcon(themedIcon(QString::fromLatin1(info.icon)));
        action->setShortcut(
            QKeySequence::fromString(QString::fromLatin1(info.keys), QKeySequence::PortableText));
        action->setEnabled(false);
        m_actions << action;
    }
    retranslate();
}

QAction* Commands::action(CommandId id) const {
    return m_actions.at(static_cast<int>(id));
}

void Commands::setHandler(CommandId id, QObject* context, std::function<void()> handler) {
    QAction* target = action(id);
    target->disconnect(SIGNAL(triggered(bool)));
    target->setEnabled(handler != nullptr);
    if (!handler)
        return;
    connect(target, &QAction::triggered, context, [handler = std::move(handler)] { handler(); });
}

void Commands::trigger(CommandId id) const {
    action(id)->trigger();
}

QString Commands::text(CommandId id) {
    return QCoreApplication::translate("Commands", commandInfo(id).text);
}

QString Commands::categoryText(CommandCategory category) {
    switch (category) {
    case CommandCategory::Navigate:
        return tr("Go to");
    case CommandCategory::Workspace:
        return tr("Workspace");
    case CommandCategory::Page:
        return tr("On this page");
    case CommandCategory::View:
        return tr("View");
    case CommandCategory::Application:
        return tr("Application");
    }
    return {};
}

void Commands::retranslate() {
    for (const CommandInfo& info : commandTable())
        action(info.id)->setText(text(info.id));
}

} // namespace mangrove::ui
