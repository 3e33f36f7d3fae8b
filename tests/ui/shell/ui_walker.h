// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace mangrove::test {

/// Focusable, visible, enabled widgets under `root` without an accessible name; "Class#objectName at x,y".
QStringList namelessWidgets(const QWidget& root);
/// Visible, enabled widgets that take the focus by Tab but are not in the Tab chain of their window.
QStringList unreachableWidgets(const QWidget& root);
/// Visible labels and buttons that are narrower or lower than their text needs.
QStringList clippedTexts(const QWidget& root);

} // namespace mangrove::test
