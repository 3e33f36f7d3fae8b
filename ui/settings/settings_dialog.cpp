// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_dialog.h"

#include "i18n/translator.h"
#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {
constexpr int kSettingsWidth = 420;
}

SettingsDialog::SettingsDialog(Theme& theme, Translator& translator, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_translator(translator), m_title(new TextLabel(TextStyle::Title)),
      m_language(new QComboBox), m_themeMode(new QComboBox), m_motion(new QCheckBox),
      m_close(new Button(QString(), ButtonKind::Secondary)) {
    setFixedWidth(kSettingsWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k24, space::k24, space::k24, space::k24);
    column->setSpacing(space::k8);
    column->addWidget(m_title);
    for (QComboBox* box : {m_language, m_themeMode}) {
        column->addSpacing(space::k8);
        auto* label = new TextLabel(TextStyle::Body, TextRole::Secondary);
        label->setBuddy(box);
        m_labels << label;
        column->addWidget(label);
        column->addWidget(box);
    }
    column->addSpacing(space::k8);
    column->addWidget(m_motion);
    column->addSpacing(space::k16);
    column->addWidget(m_close, 0, Qt::AlignRight);
    retranslate();
    connect(m_language, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_retranslating || index < 0)
            return;
        m_translator.setLanguage(static_cast<Translator::Language>(index));
        Q_EMIT changed();
    });
    connect(m_themeMode, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_retranslating || index < 0)
            return;
        m_theme.setMode(static_cast<Theme::Mode>(index));
        Q_EMIT changed();
    });
    connect(m_motion, &QCheckBox::toggled, this, [this](bool reduced) {
        m_theme.setReducedMotion(reduced);
        Q_EMIT changed();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void SettingsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).surface);
}

void SettingsDialog::retranslate() {
    m_retranslating = true;
    setWindowTitle(tr("Settings"));
    m_title->setText(tr("Settings"));
    m_labels.at(0)->setText(tr("Language"));
    m_labels.at(1)->setText(tr("Theme"));
    m_language->setAccessibleName(tr("Language"));
    m_themeMode->setAccessibleName(tr("Theme"));
    m_language->clear();
    m_language->addItems({QStringLiteral("English"), QStringLiteral("中文（简体）")});
    m_language->setCurrentIndex(static_cast<int>(m_translator.language()));
    m_themeMode->clear();
    m_themeMode->addItems({tr("Like the system"), tr("Light"), tr("Dark")});
    m_themeMode->setCurrentIndex(static_cast<int>(m_theme.mode()));
    m_motion->setText(tr("Reduced motion: no fades"));
    m_motion->setChecked(m_theme.reducedMotion());
    m_close->setText(tr("Close"));
    m_retranslating = false;
}

} // namespace mangrove::ui
