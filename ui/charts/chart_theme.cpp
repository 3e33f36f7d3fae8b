// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_theme.h"

#include "theme/fonts.h"

#include <qcustomplot.h>

namespace mangrove::ui {

void ChartTheme::apply(QCustomPlot& plot, const Colors& colors) {
    plot.setBackground(QBrush(colors.surface));
    const QFont labels = fontFor(TextStyle::Caption);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) {
        axis->setBasePen(QPen(colors.lineStrong, 1));
        axis->setTickPen(QPen(colors.lineStrong, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 4);
        axis->setTickLabelFont(labels);
        axis->setTickLabelColor(colors.textSecondary);
        axis->setLabelFont(labels);
        axis->setLabelColor(colors.textSecondary);
        axis->setTickLabelPadding(6);
        axis->setLabelPadding(6);
        axis->setLowerEnding(QCPLineEnding(QCPLineEnding::esNone));
        axis->setUpperEnding(QCPLineEnding(QCPLineEnding::esNone));
        axis->grid()->setPen(QPen(colors.lineSubtle, 1));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.xAxis->grid()->setVisible(false);
    plot.yAxis->setBasePen(Qt::NoPen);
    plot.yAxis->setTickPen(Qt::NoPen);
    if (plot.legend != nullptr)
        plot.legend->setVisible(false);
}

} // namespace mangrove::ui
