// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/frontier_chart.h"

#include "i18n/format.h"

#include <QKeyEvent>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace mangrove::ui {

namespace {

constexpr double kClickRadius = 12;

QCPGraph* addDots(QCustomPlot& plot, const QVector<double>& x, const QVector<double>& y, const QPen& pen,
                  const QBrush& brush, double diameter) {
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, pen, brush, diameter));
    graph->setData(x, y);
    return graph;
}

} // namespace

FrontierChart::FrontierChart(QWidget* parent) : Chart(parent) {
    connect(&plot(), &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        int nearest = -1;
        double best = kClickRadius;
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            const double dx = plot().xAxis->coordToPixel(m_points[i].risk) - event->position().x();
            const double dy = plot().yAxis->coordToPixel(m_points[i].utility) - event->position().y();
            if (const double distance = std::hypot(dx, dy); distance < best) {
                best = distance;
                nearest = static_cast<int>(i);
            }
        }
        choose(nearest);
    });
}

void FrontierChart::setPoints(std::vector<Point> points) {
    m_points = std::move(points);
    m_marked = -1;
    rebuild();
}

void FrontierChart::setThreshold(double risk) {
    m_threshold = risk;
    rebuild();
}

void FrontierChart::choose(int index) {
    if (index >= 0)
        Q_EMIT pointChosen(index);
}

void FrontierChart::draw(QCustomPlot& plot, const Colors& colors) {
    QVector<double> goodX, goodY, badX, badY, ringX, ringY, markX, markY;
    double widest = std::max(0.05, m_threshold * 1.3);
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const Point& point = m_points[i];
        (point.admissible ? goodX : badX) << point.risk;
        (point.admissible ? goodY : badY) << point.utility;
        if (point.current) {
            ringX << point.risk;
            ringY << point.utility;
        }
        if (static_cast<int>(i) == m_marked) {
            markX << point.risk;
            markY << point.utility;
        }
        widest = std::max(widest, point.risk * 1.08);
    }
    plot.xAxis->setRange(0, std::min(1.05, widest));
    plot.yAxis->setRange(0, 1.05);
    plot.xAxis->setNumberFormat(QStringLiteral("gb"));
    plot.yAxis->setNumberFormat(QStringLiteral("gb"));
    addDots(plot, badX, badY, QPen(colors.seriesBefore, 1.5), Qt::NoBrush, 8);
    addDots(plot, goodX, goodY, Qt::NoPen, colors.series[0], 9);
    addDots(plot, ringX, ringY, QPen(colors.textPrimary, 2), Qt::NoBrush, 17);
    addDots(plot, markX, markY, QPen(colors.accent, 2), Qt::NoBrush, 13);
    if (m_threshold >= 0) {
        auto* line = new QCPItemStraightLine(&plot);
        line->point1->setCoords(m_threshold, 0);
        line->point2->setCoords(m_threshold, 1);
        line->setPen(QPen(colors.critical, 1, Qt::DashLine));
        auto* text = new QCPItemText(&plot);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
        text->position->setCoords(m_threshold, 0);
        text->setPadding(QMargins(4, 0, 0, 2));
        text->setFont(plot.xAxis->tickLabelFont());
        text->setColor(colors.critical);
        text->setText(tr("highest admissible risk"));
    }
}

QStringList FrontierChart::tableHead() const {
    return {tr("Candidate"), tr("Risk"), tr("Utility"), tr("State")};
}

std::vector<QStringList> FrontierChart::tableRows() const {
    std::vector<QStringList> rows;
    for (const Point& point : m_points)
        rows.push_back(
            {point.label, formatShare(point.risk), formatShare(point.utility),
             point.current ? tr("current") : (point.admissible ? tr("admissible") : tr("not admissible"))});
    return rows;
}

QString FrontierChart::describe() const {
    const auto current =
        std::find_if(m_points.begin(), m_points.end(), [](const Point& p) { return p.current; });
    const QString count = tr("%n candidate(s).", nullptr, static_cast<int>(m_points.size()));
    if (current == m_points.end())
        return count;
    return count + QLatin1Char(' ')
           + tr("The current one has risk %1 and utility %2.")
                 .arg(formatShare(current->risk), formatShare(current->utility));
}

void FrontierChart::keyPressEvent(QKeyEvent* event) {
    const int n = static_cast<int>(m_points.size());
    if (n > 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const int step = event->key() == Qt::Key_Right ? 1 : n - 1;
        m_marked = m_marked < 0 ? 0 : (m_marked + step) % n;
        rebuild();
        event->accept();
    } else if (m_marked >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        choose(m_marked);
        event->accept();
    } else {
        event->ignore();
    }
}

} // namespace mangrove::ui
