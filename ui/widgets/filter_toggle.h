// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/filter_chip_row.h"

#include <QAbstractButton>

namespace mangrove::ui {

/// One toggle of a FilterChipRow.
class FilterToggle : public QAbstractButton {
    Q_OBJECT
public:
    explicit FilterToggle(const FilterChip& chip, QWidget* parent = nullptr);
    [[nodiscard]] const QString& id() const { return m_chip.id; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString countText() const;
    FilterChip m_chip;
};

} // namespace mangrove::ui
