// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/histogram_chart.h"

#include "i18n/format.h"

#include <algorithm>
#include <qcustomplot.h>

namespace mangrove::ui {

namespace {
constexpr std::size_t kMostLabels = 12;
}

HistogramChart::HistogramChart(QWidget* parent) : Chart(parent) {}

void HistogramChart::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    rebuild();
}

void HistogramChart::draw(QCustomPlot& plot, const Colors& colors) {
    QVector<double> keys;
    QVector<double> counts;
    QVector<double> before;
    double largest = 1;
    bool compares = false;
    // Too many labels would lie on one another: every n-th is written.
    const std::size_t every = std::max<std::size_t>(1, (m_bars.size() + kMostLabels - 1) / kMostLabels);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const auto key = static_cast<double>(i);
        keys << key;
        counts << bar.count;
        before << std::max(0.0, bar.before);
        compares = compares || bar.before >= 0;
        largest = std::max({largest, bar.count, bar.before});
        if (i % every == 0)
            ticker->addTick(key, bar.label);
    }
    plot.xAxis->setTicker(ticker);
    plot.xAxis->setRange(-0.6, static_cast<double>(m_bars.size()) - 0.4);
    plot.yAxis->setRange(0, largest * 1.08);
    plot.yAxis->setNumberFormat(QStringLiteral("f"));
    plot.yAxis->setNumberPrecision(0);
    auto* after = new QCPBars(plot.xAxis, plot.yAxis);
    after->setWidth(0.8);
    after->setPen(Qt::NoPen);
    after->setBrush(colors.series[0]);
    after->setData(keys, counts, true);
    if (compares) {
        auto* outline = new QCPBars(plot.xAxis, plot.yAxis);
        outline->setWidth(0.8);
        outline->setPen(QPen(colors.seriesBefore, 1.5));
        outline->setBrush(Qt::NoBrush);
        outline->setData(keys, before, true);
    }
}

QStringList HistogramChart::tableHead() const {
    const bool compares =
        std::any_of(m_bars.begin(), m_bars.end(), [](const Bar& bar) { return bar.before >= 0; });
    if (compares)
        return {tr("Value"), tr("Before"), tr("After")};
    return {tr("Value"), tr("Count")};
}

std::vector<QStringList> HistogramChart::tableRows() const {
    const bool compares = tableHead().size() == 3;
    std::vector<QStringList> rows;
    for (const Bar& bar : m_bars) {
        QStringList row{bar.label};
        if (compares)
            row << formatDecimal(std::max(0.0, bar.before), 0);
        row << formatDecimal(bar.count, 0);
        rows.push_back(row);
    }
    return rows;
}

QString HistogramChart::describe() const {
    if (m_bars.empty())
        return tr("No values.");
    const auto highest = std::max_element(m_bars.begin(), m_bars.end(),
                                          [](const Bar& a, const Bar& b) { return a.count < b.count; });
    return tr("%n bar(s); the highest is %1 with %2.", nullptr, static_cast<int>(m_bars.size()))
        .arg(highest->label, formatDecimal(highest->count, 0));
}

} // namespace mangrove::ui
