// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/palette_model.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace mangrove::ui {

/// The box that Ctrl+K opens over the window: type, choose with the arrows, Enter does it, Esc closes.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    void setEntries(std::vector<PaletteEntry> entries);
    /// Shows it at the top middle of the window with an empty field, or with `text` in it.
    void popUp(const QString& text = {});
    [[nodiscard]] PaletteModel& model() { return m_model; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void retranslate();
    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace mangrove::ui
