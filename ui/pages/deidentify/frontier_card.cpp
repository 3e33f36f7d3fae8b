// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/frontier_card.h"

#include "charts/frontier_chart.h"
#include "i18n/format.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

FrontierCard::FrontierCard(QWidget* parent)
    : Card({}, parent), m_text(new TextLabel(TextStyle::Caption, TextRole::Secondary, this)),
      m_chart(new FrontierChart(this)) {
    m_text->setWrapping(true);
    body()->addWidget(m_text);
    body()->addWidget(m_chart, 1);
    connect(m_chart, &FrontierChart::pointChosen, this, &FrontierCard::pointChosen);
}

void FrontierCard::clear() {
    m_report.reset();
    showPoints();
}

void FrontierCard::setReport(deid::FrontierReport report) {
    m_report = std::move(report);
    showPoints();
}

void FrontierCard::setCurrent(const deid::Levels& levels) {
    m_current = levels;
    showPoints();
}

void FrontierCard::retranslate() {
    setTitle(tr("Information kept against average risk"));
    showPoints();
}

void FrontierCard::showPoints() {
    std::vector<FrontierChart::Point> points;
    if (m_report) {
        m_text->setText(tr("%1 of %2 combinations of levels meet the models; %n of them are beaten by no "
                           "other in average "
                           "risk (to the right) and information kept (up). Choose one to take its levels.",
                           nullptr, static_cast<int>(m_report->points.size()))
                            .arg(formatCount(m_report->valid), formatCount(m_report->lattice)));
        for (const deid::FrontierPoint& point : m_report->points) {
            QStringList levels;
            for (const std::uint32_t level : point.levels)
                levels << QString::number(level);
            points.push_back({point.averageRisk, std::clamp(1.0 - point.loss, 0.0, 1.0),
                              levels.join(QLatin1Char(' ')), point.levels == m_current, true});
        }
    }
    m_chart->setPoints(std::move(points));
}

} // namespace mangrove::ui
