// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"
#include "widgets/chip.h"
#include "workspace/overview.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace mangrove::ui {

/// Things to do, most urgent first: icon, sentence, due chip. Each line leads to where it is done.
class TodoList : public QWidget {
    Q_OBJECT
public:
    explicit TodoList(QWidget* parent = nullptr);
    void setTodos(const std::vector<workspace::Todo>& todos);

    /// One sentence in the user's language.
    [[nodiscard]] static QString sentence(const workspace::Todo& todo);
    /// "3 days left", "overdue"; empty text where it has no date.
    [[nodiscard]] static ChipLook dueChip(const workspace::Todo& todo);

Q_SIGNALS:
    void opened(PageId page, const QString& target);

private:
    QVBoxLayout* m_layout;
};

} // namespace mangrove::ui
