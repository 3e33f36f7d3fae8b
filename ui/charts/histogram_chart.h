// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace mangrove::ui {

/// Counts over ranges or categories, optionally with the counts before (grey outline) under those after
/// (filled).
class HistogramChart : public Chart {
    Q_OBJECT
public:
    struct Bar {
        QString label; ///< under the bar: "20–29", "M"
        double count = 0;
        double before = -1; ///< negative = none
    };
    explicit HistogramChart(QWidget* parent = nullptr);
    void setBars(std::vector<Bar> bars);

protected:
    void draw(QCustomPlot& plot, const Colors& colors) override;
    [[nodiscard]] QStringList tableHead() const override;
    [[nodiscard]] std::vector<QStringList> tableRows() const override;
    [[nodiscard]] QString describe() const override;

private:
    std::vector<Bar> m_bars;
};

} // namespace mangrove::ui
