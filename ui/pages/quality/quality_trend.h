// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/quality/quality_data.h"

#include <QWidget>

namespace mangrove::ui {

/// Share of checks passed by each data set: its runs as bars, oldest first, the newest as a figure, and how
/// it moved since the run before.
class QualityTrend : public QWidget {
    Q_OBJECT
public:
    explicit QualityTrend(QWidget* parent = nullptr);
    void setRuns(const std::vector<QualityRun>& runs);
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QString name;
        std::vector<double> rates;
    };
    [[nodiscard]] static QString movement(const Line& line);
    std::vector<Line> m_lines;
};

} // namespace mangrove::ui
