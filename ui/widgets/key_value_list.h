// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QWidget>
#include <vector>

class QGridLayout;

namespace mangrove::ui {

struct KeyValue {
    QString key;
    QString value; ///< empty shows "—"
    QString toolTip = {};
    bool monospaced = false; ///< hashes and ids; elided in the middle, whole when copied
    TextRole role = TextRole::Primary;
};

/// Facts in two columns: keys in secondary colour, values selectable and copyable.
class KeyValueList : public QWidget {
    Q_OBJECT
public:
    explicit KeyValueList(QWidget* parent = nullptr);
    void setRows(const std::vector<KeyValue>& rows);

private:
    QGridLayout* m_grid;
};

} // namespace mangrove::ui
