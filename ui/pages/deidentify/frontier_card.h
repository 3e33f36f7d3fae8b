// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/frontier.h"
#include "widgets/card.h"

#include <optional>

namespace mangrove::ui {

class FrontierChart;
class TextLabel;

/// Risk against use over all levels of a recipe that no other levels beat in both: every point is a release
/// that could be made. A point that is chosen tells its levels.
class FrontierCard : public Card {
    Q_OBJECT
public:
    explicit FrontierCard(QWidget* parent = nullptr);
    /// Another recipe: what is shown would be wrong.
    void clear();
    void setReport(deid::FrontierReport report);
    /// The levels of the recipe as it stands, by column of the report; rings its point.
    void setCurrent(const deid::Levels& levels);
    [[nodiscard]] const std::optional<deid::FrontierReport>& report() const { return m_report; }
    void retranslate();

Q_SIGNALS:
    /// Of the report's points.
    void pointChosen(int index);

private:
    void showPoints();

    std::optional<deid::FrontierReport> m_report;
    deid::Levels m_current;
    TextLabel* m_text;
    FrontierChart* m_chart;
};

} // namespace mangrove::ui
