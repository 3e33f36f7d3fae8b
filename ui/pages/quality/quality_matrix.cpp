// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/quality/quality_matrix.h"

#include "i18n/format.h"
#include "models/words.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QPainter>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

constexpr int kCellHeight = 36;

struct CellCounts {
    quint64 judged = 0;
    quint64 passed = 0;
    quality::FindingStatus worst = quality::FindingStatus::NotApplicable;
};

CellCounts countCell(const QualityRun& run, quality::Dimension dimension) {
    CellCounts counts;
    if (!run.quality.has_value())
        return counts;
    const auto weight = [](quality::FindingStatus status) {
        static constexpr std::array kOrder{quality::FindingStatus::NotApplicable,
                                           quality::FindingStatus::Pass,
                                           quality::FindingStatus::PassWithViolations,
                                           quality::FindingStatus::Error, quality::FindingStatus::Fail};
        return std::find(kOrder.begin(), kOrder.end(), status) - kOrder.begin();
    };
    for (const quality::Finding& finding : run.quality->value.findings) {
        if (finding.dimension != dimension)
            continue;
        if (weight(finding.status) > weight(counts.worst))
            counts.worst = finding.status;
        if (finding.status == quality::FindingStatus::NotApplicable
            || finding.status == quality::FindingStatus::Error)
            continue;
        ++counts.judged;
        counts.passed += finding.status == quality::FindingStatus::Fail ? 0 : 1;
    }
    return counts;
}

class MatrixCell : public QAbstractButton {
public:
    MatrixCell(const CellCounts& counts, const QString& name, QWidget* parent)
        : QAbstractButton(parent), m_counts(counts), m_look(findingStatusChip(counts.worst)) {
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setText(counts.judged == 0
                    ? dash()
                    : QStringLiteral("%1 / %2").arg(formatCount(counts.passed), formatCount(counts.judged)));
        setAccessibleName(name);
        setToolTip(name);
        setEnabled(counts.judged > 0 || counts.worst == quality::FindingStatus::Error);
    }
    [[nodiscard]] QSize sizeHint() const override { return {104, kCellHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {72, kCellHeight}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& colors = colorsOf(this);
        const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setBrush(isEnabled() ? colors.soft(m_look.tone) : colors.sunken);
        painter.setPen(isChecked() || parts::showsFocus(this)
                           ? QPen(colors.accent, 2)
                           : QPen(underMouse() ? colors.lineStrong : Qt::transparent, 1));
        painter.drawRoundedRect(box, radius::kControl, radius::kControl);
        if (!isEnabled()) {
            painter.setPen(colors.textMuted);
            painter.drawText(rect(), Qt::AlignCenter, text());
            return;
        }
        const QColor ink = m_look.tone == Tone::Neutral ? colors.textSecondary : colors.tone(m_look.tone);
        const int wide = size::kIconSmall + space::k8 + fontMetrics().horizontalAdvance(text());
        const qreal left = (width() - wide) / 2.0;
        paintIcon(painter,
                  QRectF(left, (height() - size::kIconSmall) / 2.0, size::kIconSmall, size::kIconSmall),
                  m_look.icon, ink);
        painter.setPen(colors.textPrimary);
        painter.drawText(QRectF(left + size::kIconSmall + space::k8, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text());
    }

private:
    CellCounts m_counts;
    ChipLook m_look;
};

} // namespace

QualityMatrix::QualityMatrix(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::k4);
}

void QualityMatrix::setRuns(const std::vector<QualityRun>& runs) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_cells.clear();
    int column = 1;
    for (const QualityRun& run : runs) {
        auto* head = new ElidedLabel(fromUtf8(run.summary.dataset.name), TextStyle::Caption,
                                     TextRole::Secondary, this);
        m_grid->addWidget(head, 0, column);
        m_grid->setColumnStretch(column, 1);
        ++column;
    }
    int row = 1;
    for (int i = 0; i <= static_cast<int>(quality::Dimension::Accessibility); ++i) {
        const auto dimension = static_cast<quality::Dimension>(i);
        const bool used = std::any_of(runs.begin(), runs.end(), [&](const QualityRun& run) {
            return run.quality.has_value()
                   && std::any_of(
                       run.quality->value.findings.begin(), run.quality->value.findings.end(),
                       [&](const quality::Finding& finding) { return finding.dimension == dimension; });
        });
        if (!used)
            continue;
        m_grid->addWidget(new TextLabel(dimensionText(quality::toText(dimension)), TextStyle::Body,
                                        TextRole::Primary, this),
                          row, 0);
        for (std::size_t at = 0; at < runs.size(); ++at)
            addCell(runs[at], dimension, row, static_cast<int>(at) + 1);
        ++row;
    }
    updateGeometry();
}

void QualityMatrix::addCell(const QualityRun& run, quality::Dimension dimension, int row, int column) {
    const CellCounts counts = countCell(run, dimension);
    const QString id = fromUtf8(run.summary.dataset.id.text());
    const QString dimensionId = fromUtf8(quality::toText(dimension));
    const QString name =
        tr("%1, %2: %3 of %4 checks pass, worst: %5")
            .arg(fromUtf8(run.summary.dataset.name), dimensionText(quality::toText(dimension)),
                 formatCount(counts.passed), formatCount(counts.judged), findingStatusText(counts.worst));
    auto* cell = new MatrixCell(counts, name, this);
    cell->setProperty("dataset", id);
    cell->setProperty("dimension", dimensionId);
    m_cells.push_back(cell);
    m_grid->addWidget(cell, row, column);
    connect(cell, &QAbstractButton::clicked, this, [this, cell, id, dimensionId](bool checked) {
        for (QAbstractButton* other : m_cells)
            if (other != cell)
                other->setChecked(false);
        Q_EMIT chosen(checked ? id : QString(), checked ? dimensionId : QString());
    });
}

void QualityMatrix::select(const DatasetId& dataset, const std::string& dimension) {
    for (QAbstractButton* cell : m_cells)
        cell->setChecked(!dataset.empty() && cell->property("dataset").toString() == fromUtf8(dataset.text())
                         && cell->property("dimension").toString() == fromUtf8(dimension));
}

} // namespace mangrove::ui
