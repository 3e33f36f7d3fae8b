// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/banner.h"

#include "i18n/error_texts.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr int kChainHeight = 96;

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(QStringLiteral("info"))), m_text(new TextLabel),
      m_action(new Button), m_details(new Button(QString(), ButtonKind::Quiet)),
      m_copy(new Button(QString(), ButtonKind::Quiet, QStringLiteral("copy"))),
      m_close(new IconButton(QStringLiteral("close"))), m_chain(new QPlainTextEdit) {
    m_text->setWrapping(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chain->setReadOnly(true);
    m_chain->setFont(monospacedFont(TextStyle::Caption));
    m_chain->setFixedHeight(kChainHeight);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    for (QWidget* button : std::initializer_list<QWidget*>{m_details, m_copy, m_action, m_close})
        row->addWidget(button, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k16, space::k8, space::k8, space::k8);
    column->setSpacing(space::k8);
    column->addLayout(row);
    column->addWidget(m_chain);
    connect(m_details, &QPushButton::clicked, this, [this] {
        m_chain->setVisible(m_chain->isHidden());
        m_copy->setVisible(!m_chain->isHidden());
        retranslate();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_chain->toPlainText()); });
    connect(m_action, &QPushButton::clicked, this, &Banner::actionClicked);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    m_action->hide();
    clear();
    retranslate();
}

void Banner::showError(const Error& error) {
    m_error = error;
    m_tone = Tone::Critical;
    m_chain->setPlainText(errorDetails(error));
    m_chain->hide();
    m_copy->hide();
    m_details->show();
    retranslate();
    applyTone();
    show();
}

void Banner::showMessage(Tone tone, const QString& text) {
    m_error.reset();
    m_tone = tone;
    m_text->setText(text);
    m_chain->hide();
    m_copy->hide();
    m_details->hide();
    applyTone();
    show();
}

void Banner::clear() {
    m_error.reset();
    hide();
}

void Banner::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool dismissible) {
    m_close->setVisible(dismissible);
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    parts::roundedBox(painter, rect(), radius::kControl, c.soft(m_tone),
                      blend(QColor(c.tone(m_tone).red(), c.tone(m_tone).green(), c.tone(m_tone).blue(), 90),
                            c.soft(m_tone)));
}

void Banner::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Banner::retranslate() {
    if (m_error)
        m_text->setText(errorText(*m_error));
    m_details->setText(m_chain->isHidden() ? tr("Details") : tr("Hide details"));
    m_copy->setText(tr("Copy"));
    m_close->setName(tr("Dismiss"));
    m_chain->setAccessibleName(tr("Error details"));
}

void Banner::applyTone() {
    m_icon->setIcon(m_tone == Tone::Neutral ? QStringLiteral("info") : toneIcon(m_tone), toneRole(m_tone));
    update();
}

} // namespace mangrove::ui
