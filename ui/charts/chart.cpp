// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart.h"

#include "base/file.h"
#include "charts/chart_theme.h"
#include "i18n/format.h"
#include "theme/theme.h"
#include "widgets/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>
#include <qcustomplot.h>

namespace mangrove::ui {

namespace {
constexpr int kChartHeight = 220;
constexpr int kExportWidth = 960;
constexpr int kExportHeight = 540;
} // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot), m_stack(new QStackedWidget), m_table(new QTableWidget),
      m_toggle(new IconButton(QStringLiteral("table"))) {
    m_plot->installEventFilter(this);
    m_plot->setMinimumHeight(kChartHeight);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(size::kRow);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_stack, 1);
    row->addWidget(m_toggle, 0, Qt::AlignTop);
    m_toggle->setCheckable(true);
    connect(m_toggle, &QPushButton::clicked, this, &Chart::showTable);
    retranslate();
}

Chart::~Chart() = default;

void Chart::setName(const QString& name) {
    m_name = name;
    m_plot->setAccessibleName(name);
    m_table->setAccessibleName(name);
}

void Chart::setAxisTitles(const QString& horizontal, const QString& vertical) {
    m_horizontal = horizontal;
    m_vertical = vertical;
    rebuild();
}

Status Chart::exportPng(const QString& path) {
    // A hidden copy in light colours: paper is white whatever the screen is.
    QCustomPlot copy;
    copy.setBufferDevicePixelRatio(1);
    copy.xAxis->setLabel(m_horizontal);
    copy.yAxis->setLabel(m_vertical);
    ChartTheme::apply(copy, lightColors());
    draw(copy, lightColors());
    if (!copy.savePng(path, kExportWidth, kExportHeight, 2))
        return Error(errors::kFileNotWritable, {toUtf8(path), toUtf8(tr("the picture could not be saved"))});
    return {};
}

bool Chart::tableShown() const {
    return m_stack->currentIndex() == 1;
}

void Chart::showTable(bool shown) {
    m_stack->setCurrentIndex(shown ? 1 : 0);
    m_toggle->setChecked(shown);
    retranslate();
}

void Chart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    } else if (event->type() == QEvent::PaletteChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

bool Chart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::Paint)
        checkPixelRatio();
    if (watched == m_plot && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent*>(event));
        if (event->isAccepted())
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Chart::rebuild() {
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_plot->xAxis->setLabel(m_horizontal);
    m_plot->yAxis->setLabel(m_vertical);
    ChartTheme::apply(*m_plot, colorsOf(this));
    draw(*m_plot, colorsOf(this));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_plot->setAccessibleDescription(describe());
    setAccessibleDescription(describe());

    const QStringList head = tableHead();
    const std::vector<QStringList> rows = tableRows();
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(head.size()));
    m_table->setRowCount(static_cast<int>(rows.size()));
    m_table->setHorizontalHeaderLabels(head);
    for (int r = 0; r < m_table->rowCount(); ++r) {
        const QStringList& row = rows.at(static_cast<std::size_t>(r));
        for (int c = 0; c < row.size(); ++c) {
            auto* item = new QTableWidgetItem(row.at(c));
            item->setTextAlignment((c == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_table->setItem(r, c, item);
        }
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void Chart::retranslate() {
    m_toggle->setName(tableShown() ? tr("Show as chart") : tr("Show as table"));
    m_toggle->setIconName(tableShown() ? QStringLiteral("chart") : QStringLiteral("table"));
}

// QCustomPlot 2.1.0 fixes its buffers' ratio when it is made; a window moved to another screen would blur.
void Chart::checkPixelRatio() {
    if (std::abs(m_plot->bufferDevicePixelRatio() - m_plot->devicePixelRatioF()) > 0.001) {
        m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

} // namespace mangrove::ui
