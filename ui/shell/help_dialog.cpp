// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_dialog.h"

#include "commands/commands.h"
#include "theme/theme.h"
#include "widgets/key_value_list.h"
#include "widgets/text_label.h"

#include <QEvent>
#include <QKeySequence>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>
#include <map>

namespace mangrove::ui {

HelpDialog::HelpDialog(QWidget* parent) : QDialog(parent) {
    resize(520, 640);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(space::k24, space::k24, space::k24, space::k24);
    m_column->setSpacing(space::k12);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    fill();
}

void HelpDialog::fill() {
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setWindowTitle(tr("Help and shortcuts"));
    m_column->addWidget(new TextLabel(tr("Help and shortcuts"), TextStyle::Page));
    auto* lead = new TextLabel(
        tr("Everything the workbench can do is in the palette (Ctrl+K): type a few letters of a "
           "command, a page, a data set or a request."),
        TextStyle::Body, TextRole::Secondary);
    lead->setWrapping(true);
    m_column->addWidget(lead);
    std::map<CommandCategory, std::vector<KeyValue>> groups;
    for (const CommandInfo& info : commandTable()) {
        if (info.keys[0] != '\0')
            groups[info.category].push_back(
                {Commands::text(info.id), QKeySequence::fromString(QString::fromLatin1(info.keys))
                                              .toString(QKeySequence::NativeText)});
    }
    for (const auto& [category, rows] : groups) {
        m_column->addWidget(new TextLabel(Commands::categoryText(category), TextStyle::Title));
        auto* list = new KeyValueList;
        list->setRows(rows);
        m_column->addWidget(list);
    }
    m_column->addStretch(1);
}

void HelpDialog::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).surface);
}

void HelpDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

} // namespace mangrove::ui
