// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace mangrove::ui {
class DataTable;
}

namespace mangrove::test {

/// What a person finds within a page or card.
/// The table of that accessible name; nullptr where there is none.
[[nodiscard]] ui::DataTable* tableOf(const QWidget& in, const char* name);
[[nodiscard]] QString cellOf(const ui::DataTable* table, int row, int column);
/// Whether a text that can be seen holds `part`.
[[nodiscard]] bool says(const QWidget& in, const QString& part);
[[nodiscard]] bool showsBanner(const QWidget& in);

} // namespace mangrove::test
