// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text_label.h"

#include "theme/fonts.h"
#include "theme/theme.h"

#include <QEvent>

namespace mangrove::ui {

TextLabel::TextLabel(TextStyle style, TextRole role, QWidget* parent)
    : TextLabel(QString(), style, role, parent) {}

TextLabel::TextLabel(const QString& text, TextStyle style, TextRole role, QWidget* parent)
    : QLabel(text, parent), m_style(style), m_role(role) {
    setTextFormat(Qt::PlainText);
    setFont(fontFor(style));
    applyColors();
}

void TextLabel::setRole(TextRole role) {
    m_role = role;
    applyColors();
}

void TextLabel::setTextStyle(TextStyle style) {
    m_style = style;
    setFont(fontFor(style));
}

void TextLabel::setWrapping(bool wrapping) {
    setWordWrap(wrapping);
    QSizePolicy policy(wrapping ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(wrapping);
    setSizePolicy(policy);
}

void TextLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColors();
    QLabel::changeEvent(event);
}

void TextLabel::applyColors() {
    m_applying = true;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colorsOf(this).text(m_role));
    setPalette(own);
    m_applying = false;
}

} // namespace mangrove::ui
