// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/key_value_list.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

namespace mangrove::ui {

KeyValueList::KeyValueList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::k16);
    m_grid->setVerticalSpacing(space::k8);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const std::vector<KeyValue>& rows) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const KeyValue& row : rows) {
        auto* key = new TextLabel(row.key, TextStyle::Body, TextRole::Secondary);
        m_grid->addWidget(key, line, 0, Qt::AlignTop | Qt::AlignLeft);
        QWidget* value = nullptr;
        if (row.monospaced) {
            auto* label =
                new ElidedLabel(row.value.isEmpty() ? dash() : row.value, TextStyle::Body, row.role);
            label->setFont(monospacedFont(TextStyle::Body));
            label->setElideMode(Qt::ElideMiddle);
            auto* copy = new QAction(tr("Copy"), label);
            connect(copy, &QAction::triggered, label,
                    [text = row.value] { QGuiApplication::clipboard()->setText(text); });
            label->addAction(copy);
            label->setContextMenuPolicy(Qt::ActionsContextMenu);
            value = label;
        } else {
            auto* label = new TextLabel(row.value.isEmpty() ? dash() : row.value, TextStyle::Body,
                                        row.value.isEmpty() ? TextRole::Muted : row.role);
            label->setWrapping(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            value = label;
        }
        if (!row.toolTip.isEmpty())
            value->setToolTip(row.toolTip);
        m_grid->addWidget(value, line, 1);
        ++line;
    }
}

} // namespace mangrove::ui
