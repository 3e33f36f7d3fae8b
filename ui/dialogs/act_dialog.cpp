// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/act_dialog.h"

#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {
constexpr int kDialogWidth = 460;
}

ActDialog::ActDialog(const QString& title, const QString& sentence, const QString& verb, ButtonKind kind,
                     QWidget* parent)
    : QDialog(parent), m_fields(new QVBoxLayout),
      m_reason(new TextLabel(TextStyle::Caption, TextRole::Muted)), m_verb(new Button(verb, kind)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setFixedWidth(kDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k24, space::k24, space::k24);
    column->setSpacing(space::k8);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    column->addWidget(new TextLabel(title, TextStyle::Title));
    auto* text = new TextLabel(sentence, TextStyle::Body, TextRole::Secondary);
    text->setWrapping(true);
    column->addWidget(text);
    text->setVisible(!sentence.isEmpty());
    m_fields->setSpacing(space::k4);
    column->addLayout(m_fields);
    m_reason->setWrapping(true);
    column->addWidget(m_reason);
    column->addSpacing(space::k16);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    column->addLayout(buttons);
    m_verb->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);
    setBlocked({});
}

void ActDialog::addField(const QString& label, QWidget* field) {
    m_fields->addSpacing(space::k8);
    auto* caption = new TextLabel(label, TextStyle::Body, TextRole::Secondary);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    m_fields->addWidget(caption);
    m_fields->addWidget(field);
}

void ActDialog::addHint(const QString& text) {
    if (text.isEmpty())
        return;
    auto* hint = new TextLabel(text, TextStyle::Caption, TextRole::Muted);
    hint->setWrapping(true);
    m_fields->addSpacing(space::k4);
    m_fields->addWidget(hint);
}

void ActDialog::setBlocked(const QString& reason) {
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_verb->setBlocked(reason);
}

void ActDialog::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).surface);
}

} // namespace mangrove::ui
