// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace mangrove::ui {

/// What a chip shows: always a word, an icon and a colour together.
struct ChipLook {
    QString text;
    QString icon; ///< of resources/icons; empty = the tone's own
    Tone tone = Tone::Neutral;
    int level = 0; ///< 1…5: drawn in that GB/T 39725 level's colour instead of the tone
};

/// "4 级 · 高" / "level 4 · high"; level 0 gives the look of "not classified". In tables, where the column
/// says what it is, `compact` gives "4 · 高" / "4 · high".
[[nodiscard]] ChipLook levelChipLook(int level39725, bool compact = false);
/// Width a chip needs; height is size::kChip.
[[nodiscard]] int chipWidth(const ChipLook& look);
/// Draws a chip left-aligned and vertically centred in `box`, elided to fit. Used by Chip and by table cells.
void paintChip(QPainter& painter, const QRect& box, const ChipLook& look, const Colors& colors);

/// A small fact in a pill. Clickable where setClickable(true).
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(ChipLook look = {}, QWidget* parent = nullptr);
    [[nodiscard]] const ChipLook& look() const { return m_look; }
    void setLook(ChipLook look);
    void setClickable(bool clickable);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    ChipLook m_look;
    bool m_clickable = false;
};

/// A GB/T 39725 level 1…5.
class LevelChip : public Chip {
    Q_OBJECT
public:
    explicit LevelChip(int level39725 = 0, QWidget* parent = nullptr);
    void setLevel(int level39725);

protected:
    void changeEvent(QEvent* event) override;

private:
    int m_level = 0;
};

} // namespace mangrove::ui
