// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command_table.h"

#include <QList>
#include <QObject>
#include <functional>

class QAction;

namespace mangrove::ui {

/// The command table as live QActions: texts in the user's language, icons, shortcuts. GUI thread.
class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QObject* parent = nullptr);

    [[nodiscard]] QAction* action(CommandId id) const;
    [[nodiscard]] QList<QAction*> actions() const { return m_actions; }
    /// What happens when the command is given. A later handler replaces an earlier one; the action is enabled
    /// while it has one and `context` lives.
    void setHandler(CommandId id, QObject* context, std::function<void()> handler);
    void trigger(CommandId id) const;
    /// The text without accelerator marks, in the user's language.
    [[nodiscard]] static QString text(CommandId id);
    [[nodiscard]] static QString categoryText(CommandCategory category);
    void retranslate();

private:
    QList<QAction*> m_actions; ///< in table order, owned by this
};

} // namespace mangrove::ui
