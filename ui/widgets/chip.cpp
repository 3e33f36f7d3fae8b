// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chip.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kChipPadding = 8;
constexpr int kChipIcon = 14;

QFont chipFont() {
    QFont font = fontFor(TextStyle::Caption);
    font.setPixelSize(12);
    return font;
}
} // namespace

ChipLook levelChipLook(int level39725, bool compact) {
    static constexpr const char* kWords[] = {
        QT_TRANSLATE_NOOP("Level", "very low"), QT_TRANSLATE_NOOP("Level", "low"),
        QT_TRANSLATE_NOOP("Level", "medium"), QT_TRANSLATE_NOOP("Level", "high"),
        QT_TRANSLATE_NOOP("Level", "very high")};
    if (level39725 < 1 || level39725 > 5)
        return {QCoreApplication::translate("Level", "not classified"), QStringLiteral("question"),
                Tone::Neutral, 0};
    const QString word = QCoreApplication::translate("Level", kWords[level39725 - 1]);
    if (compact)
        return {QStringLiteral("%1 · %2").arg(level39725).arg(word), QStringLiteral("shield"), Tone::Neutral,
                level39725};
    //: %1 is 1 to 5, %2 the word for it; zh: "%1 级 · %2"
    const QString text = QCoreApplication::translate("Level", "level %1 · %2").arg(level39725).arg(word);
    return {text, QStringLiteral("shield"), Tone::Neutral, level39725};
}

int chipWidth(const ChipLook& look) {
    return QFontMetrics(chipFont()).horizontalAdvance(look.text) + kChipIcon + space::k4 + 2 * kChipPadding;
}

void paintChip(QPainter& painter, const QRect& box, const ChipLook& look, const Colors& colors) {
    const QFont font = chipFont();
    const int width = std::min(box.width(), chipWidth(look));
    const QRect pill(box.left(), box.top() + (box.height() - size::kChip) / 2, width, size::kChip);
    const bool level = look.level > 0;
    const QColor fill = level ? colors.levelFill(look.level) : colors.soft(look.tone);
    const QColor ink = level ? colors.levelInk(look.level) : colors.tone(look.tone);
    const bool neutral = !level && look.tone == Tone::Neutral;
    parts::roundedBox(painter, pill, size::kChip / 2.0, fill, neutral ? colors.lineSubtle : QColor());
    const QRect icon(pill.left() + kChipPadding, pill.top() + (pill.height() - kChipIcon) / 2, kChipIcon,
                     kChipIcon);
    paintIcon(painter, icon, look.icon.isEmpty() ? toneIcon(look.tone) : look.icon, ink);
    painter.save();
    painter.setFont(font);
    painter.setPen(ink);
    const QRect text(icon.right() + 1 + space::k4, pill.top(),
                     pill.right() - icon.right() - space::k4 - kChipPadding + 2, pill.height());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(look.text, Qt::ElideRight, text.width()));
    painter.restore();
}

Chip::Chip(ChipLook look, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(std::move(look));
}

void Chip::setLook(ChipLook look) {
    m_look = std::move(look);
    setAccessibleName(m_look.text);
    updateGeometry();
    update();
}

void Chip::setClickable(bool clickable) {
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize Chip::sizeHint() const {
    return {chipWidth(m_look), size::kChip};
}

QSize Chip::minimumSizeHint() const {
    return sizeHint();
}

void Chip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintChip(painter, rect(), m_look, colorsOf(this));
    if (m_clickable && parts::showsFocus(this))
        parts::focusRing(painter, rect(), size::kChip / 2.0, colorsOf(this));
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (m_clickable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space))
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

void Chip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

LevelChip::LevelChip(int level39725, QWidget* parent) : Chip({}, parent) {
    setLevel(level39725);
}

void LevelChip::setLevel(int level39725) {
    m_level = level39725;
    setLook(levelChipLook(level39725));
}

void LevelChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setLook(levelChipLook(m_level));
    Chip::changeEvent(event);
}

} // namespace mangrove::ui
