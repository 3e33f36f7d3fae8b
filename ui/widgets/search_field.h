// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace mangrove::ui {

/// A line edit with a magnifier and a clear button; searchChanged comes 200 ms after the last key.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder = {}, QWidget* parent = nullptr);
    /// Placeholder and accessible name.
    void setPrompt(const QString& prompt);

Q_SIGNALS:
    void searchChanged(const QString& text);

private:
    QTimer* m_timer;
};

} // namespace mangrove::ui
