// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

class QCustomPlot;

namespace mangrove::ui {

/// QCustomPlot ignores the palette; this sets its background, axes, grid and labels from the tokens.
struct ChartTheme {
    static void apply(QCustomPlot& plot, const Colors& colors);
};

} // namespace mangrove::ui
