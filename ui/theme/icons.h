// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QIcon>
#include <QString>
#include <QStringList>

class QPainter;
class QRectF;

namespace mangrove::ui {

/// An icon of our own set (resources/icons/<name>.svg, 20 px box) recoloured from the current theme whenever
/// it is painted, so it survives a live theme switch and is crisp at any device pixel ratio. An unknown name
/// is empty.
[[nodiscard]] QIcon themedIcon(const QString& name, TextRole role = TextRole::Secondary);
/// A white-on-accent flavour for primary buttons.
[[nodiscard]] QIcon onAccentIcon(const QString& name);
/// Draws the icon into `box` in exactly `color`.
void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color);
/// Names of the whole set, sorted.
[[nodiscard]] QStringList iconNames();
/// The icon that stands for a tone: "check-circle", "warning", "critical", "info", "dot".
[[nodiscard]] QString toneIcon(Tone tone);

} // namespace mangrove::ui
