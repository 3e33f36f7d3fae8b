// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filter_chip_row.h"

#include "widgets/button.h"
#include "widgets/filter_toggle.h"
#include "widgets/flow_layout.h"

#include <QEvent>

namespace mangrove::ui {

FilterChipRow::FilterChipRow(QWidget* parent) : QWidget(parent) {
    auto* flow = new FlowLayout(this, space::k8);
    m_clear = new Button(tr("Clear all"), ButtonKind::Quiet, QStringLiteral("close"), this);
    m_clear->hide();
    flow->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &FilterChipRow::clear);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FilterChipRow::setChips(const std::vector<FilterChip>& chips) {
    const QStringList on = active();
    for (FilterToggle* toggle : m_toggles)
        delete toggle;
    m_toggles.clear();
    layout()->removeWidget(m_clear);
    for (const FilterChip& chip : chips) {
        auto* toggle = new FilterToggle(chip, this);
        toggle->setChecked(on.contains(chip.id));
        layout()->addWidget(toggle);
        m_toggles.push_back(toggle);
        connect(toggle, &QAbstractButton::clicked, this, [this, toggle] {
            if (m_exclusive && toggle->isChecked()) {
                for (FilterToggle* other : m_toggles)
                    other->setChecked(other == toggle);
            }
            updateClear();
            Q_EMIT changed(active());
        });
        toggle->show();
    }
    layout()->addWidget(m_clear);
    updateClear();
    updateGeometry();
}

QStringList FilterChipRow::active() const {
    QStringList ids;
    for (const FilterToggle* toggle : m_toggles) {
        if (toggle->isChecked())
            ids << toggle->id();
    }
    return ids;
}

void FilterChipRow::setActive(const QStringList& ids) {
    for (FilterToggle* toggle : m_toggles)
        toggle->setChecked(ids.contains(toggle->id()));
    updateClear();
    Q_EMIT changed(active());
}

bool FilterChipRow::clear() {
    if (active().isEmpty())
        return false;
    setActive({});
    return true;
}

void FilterChipRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        m_clear->setText(tr("Clear all"));
    QWidget::changeEvent(event);
}

void FilterChipRow::updateClear() {
    m_clear->setVisible(!active().isEmpty());
}

} // namespace mangrove::ui
