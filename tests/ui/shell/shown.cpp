// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown.h"

#include "widgets/banner.h"
#include "widgets/data_table.h"

#include <QLabel>
#include <algorithm>

namespace mangrove::test {

ui::DataTable* tableOf(const QWidget& in, const char* name) {
    for (ui::DataTable* table : in.findChildren<ui::DataTable*>())
        if (table->accessibleName() == QLatin1String(name))
            return table;
    return nullptr;
}

QString cellOf(const ui::DataTable* table, int row, int column) {
    return table->model()->index(row, column).data().toString();
}

bool says(const QWidget& in, const QString& part) {
    const auto labels = in.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&in) && label->text().contains(part);
    });
}

bool showsBanner(const QWidget& in) {
    const auto banners = in.findChildren<ui::Banner*>();
    return std::any_of(banners.begin(), banners.end(),
                       [](const ui::Banner* banner) { return banner->isVisible(); });
}

} // namespace mangrove::test
