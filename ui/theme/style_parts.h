// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

class QPainter;
class QRect;
class QRectF;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;

/// The drawings behind MangroveStyle; only it and own-drawn widgets use them.
namespace mangrove::ui::parts {

/// A rounded rectangle whose 1 px line lies inside `rect`. An invalid colour leaves fill or line out.
void roundedBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
                const QColor& line = {}, double width = 1);
/// Whether `widget` has the focus and the window is being worked by keyboard: a click leaves no ring behind.
[[nodiscard]] bool showsFocus(const QWidget* widget);
/// The ring that shows keyboard focus, inside `rect`.
void focusRing(QPainter& painter, const QRectF& rect, double radius, const Colors& colors);

void buttonBevel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget,
                 const Colors& colors);
void buttonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget,
                 const Colors& colors);
void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const Colors& colors);
void fieldBox(QPainter& painter, const QStyleOption& option, const Colors& colors);
void checkBox(QPainter& painter, const QStyleOption& option, const Colors& colors);
void radioButton(QPainter& painter, const QStyleOption& option, const Colors& colors);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Colors& colors);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style, const QWidget* widget,
             const Colors& colors);
void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle,
            const Colors& colors);
void progressBar(QPainter& painter, const QStyleOptionProgressBar& option, const Colors& colors);

void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Colors& colors);
void headerLabel(QPainter& painter, const QStyleOptionHeader& option, const Colors& colors);
void itemPanel(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors);
void tabShape(QPainter& painter, const QStyleOptionTab& option, const Colors& colors);
void tabLabel(QPainter& painter, const QStyleOptionTab& option, const Colors& colors);
void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Colors& colors);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle,
               const Colors& colors);

} // namespace mangrove::ui::parts
