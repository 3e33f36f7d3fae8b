// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/quality/quality_trend.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr int kTrendRow = 44;
constexpr int kTrendWidth = 184;
constexpr int kTrendBar = 6;
constexpr int kTrendHeight = 24;
constexpr std::size_t kTrendRuns = 8;
// Shares lie close together near one: bars start here so that a fall can be seen.
constexpr double kTrendFloor = 0.5;

} // namespace

QualityTrend::QualityTrend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
}

void QualityTrend::setRuns(const std::vector<QualityRun>& runs) {
    m_lines.clear();
    for (const QualityRun& run : runs)
        if (!run.passRates.empty())
            m_lines.push_back({fromUtf8(run.summary.dataset.name), run.passRates});
    retranslate();
    updateGeometry();
    update();
}

void QualityTrend::retranslate() {
    QStringList sentences;
    for (const Line& line : m_lines)
        sentences << tr("%1: %2 passed, %3").arg(line.name, formatShare(line.rates.back()), movement(line));
    setAccessibleName(tr("Checks passed, run by run"));
    setAccessibleDescription(sentences.join(QStringLiteral("\n")));
    setToolTip(accessibleDescription());
    update();
}

QString QualityTrend::movement(const Line& line) {
    if (line.rates.size() < 2)
        return tr("first run");
    const double change = line.rates.back() - line.rates[line.rates.size() - 2];
    if (std::abs(change) < 0.0005)
        return tr("as before");
    const QString points = QLocale().toString(std::abs(change) * 100, 'f', 1);
    return change > 0 ? tr("up by %1 points").arg(points) : tr("down by %1 points").arg(points);
}

QSize QualityTrend::sizeHint() const {
    return {kTrendWidth, kTrendRow * std::max(1, static_cast<int>(m_lines.size()))};
}

QSize QualityTrend::minimumSizeHint() const {
    return sizeHint();
}

void QualityTrend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    int top = 0;
    for (const Line& line : m_lines) {
        const QRect box(0, top, width(), kTrendRow - space::k4);
        painter.setFont(fontFor(TextStyle::Caption));
        painter.setPen(c.textSecondary);
        const int room = width() - 64;
        painter.drawText(QRect(0, top, room, 18), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(line.name, Qt::ElideRight, room));
        painter.setPen(c.textMuted);
        painter.drawText(box.adjusted(0, 18, 0, 0), Qt::AlignRight | Qt::AlignVCenter, movement(line));
        painter.setFont(fontFor(TextStyle::Emphasis));
        painter.setPen(c.textPrimary);
        painter.drawText(QRect(0, top, width(), 18), Qt::AlignVCenter | Qt::AlignRight,
                         formatShare(line.rates.back()));
        const std::size_t first = line.rates.size() > kTrendRuns ? line.rates.size() - kTrendRuns : 0;
        const int base = box.bottom();
        for (std::size_t i = first; line.rates.size() > 1 && i < line.rates.size(); ++i) {
            const double above = std::max(0.0, (line.rates[i] - kTrendFloor) / (1 - kTrendFloor));
            const int height = std::max(2, static_cast<int>(std::lround(above * (kTrendHeight - 4))));
            const bool last = i + 1 == line.rates.size();
            painter.fillRect(
                QRect(static_cast<int>(i - first) * (kTrendBar + 2), base - height, kTrendBar, height),
                last ? c.accent : c.lineStrong);
        }
        top += kTrendRow;
    }
}

void QualityTrend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace mangrove::ui
