// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace mangrove::ui {

/// Utility (up) against risk (right), one dot for each candidate, the current one ringed, the threshold a
/// line. A click on a dot or Left/Right and Enter chooses it.
class FrontierChart : public Chart {
    Q_OBJECT
public:
    struct Point {
        double risk = 0;    ///< 0…1
        double utility = 0; ///< 0…1
        QString label;
        bool current = false;
        bool admissible = true;
    };
    explicit FrontierChart(QWidget* parent = nullptr);
    void setPoints(std::vector<Point> points);
    /// Highest admissible risk; negative = none.
    void setThreshold(double risk);

Q_SIGNALS:
    void pointChosen(int index);

protected:
    void draw(QCustomPlot& plot, const Colors& colors) override;
    [[nodiscard]] QStringList tableHead() const override;
    [[nodiscard]] std::vector<QStringList> tableRows() const override;
    [[nodiscard]] QString describe() const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    std::vector<Point> m_points;
    double m_threshold = -1;
    int m_marked = -1;
};

} // namespace mangrove::ui
