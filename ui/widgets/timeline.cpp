// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline.h"

#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr int kMarkSide = 28;

// One entry: the mark and the line down to the next one are painted, the texts are labels beside them.
class TimelineRow : public QWidget {
public:
    TimelineRow(const TimelineEntry& entry, bool last)
        : m_icon(entry.icon), m_tone(entry.tone), m_last(last) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(kMarkSide + space::k12, 4, 0, last ? 0 : space::k16);
        column->setSpacing(2);
        auto* head = new QHBoxLayout;
        head->setSpacing(space::k8);
        head->addWidget(new TextLabel(entry.title, TextStyle::Emphasis));
        if (entry.signature)
            head->addWidget(new Chip({Timeline::tr("signed"), QStringLiteral("sign"), Tone::Ok, 0}));
        head->addStretch(1);
        auto* when = new TextLabel(entry.when, TextStyle::Caption, TextRole::Muted);
        when->setToolTip(entry.whenExact);
        head->addWidget(when);
        column->addLayout(head);
        if (!entry.who.isEmpty())
            column->addWidget(new TextLabel(entry.who, TextStyle::Body, TextRole::Secondary));
        if (!entry.detail.isEmpty()) {
            auto* detail = new TextLabel(entry.detail, TextStyle::Body, TextRole::Secondary);
            detail->setWrapping(true);
            column->addWidget(detail);
        }
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        const Colors& c = colorsOf(this);
        QPainter painter(this);
        if (!m_last)
            painter.fillRect(QRectF(kMarkSide / 2.0 - 0.5, kMarkSide + 2, 1, height() - kMarkSide - 2),
                             c.lineStrong);
        const QRectF mark(0, 0, kMarkSide, kMarkSide);
        parts::roundedBox(painter, mark, kMarkSide / 2.0, c.soft(m_tone),
                          m_tone == Tone::Neutral ? c.lineSubtle : QColor());
        paintIcon(painter, mark.adjusted(6, 6, -6, -6), m_icon.isEmpty() ? toneIcon(m_tone) : m_icon,
                  c.tone(m_tone));
    }

private:
    QString m_icon;
    Tone m_tone;
    bool m_last;
};

} // namespace

Timeline::Timeline(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void Timeline::setEntries(const std::vector<TimelineEntry>& entries) {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        m_layout->addWidget(new TimelineRow(entries[i], i + 1 == entries.size()));
}

} // namespace mangrove::ui
