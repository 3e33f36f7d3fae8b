// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/button_kind.h"

#include <QDialog>

class QVBoxLayout;

namespace mangrove::ui {

class Button;
class TextLabel;

/// The one look of every dialog: a title, one sentence, fields, Cancel and a button that carries the verb.
/// Opened window-modal; deletes itself.
class ActDialog : public QDialog {
    Q_OBJECT
public:
    ActDialog(const QString& title, const QString& sentence, const QString& verb, ButtonKind kind,
              QWidget* parent = nullptr);
    /// A field with its label above it; the label is its accessible name.
    void addField(const QString& label, QWidget* field);
    /// A quiet line under the fields.
    void addHint(const QString& text);
    /// Shows why the dialog cannot be accepted yet; empty = it can.
    void setBlocked(const QString& reason);
    [[nodiscard]] Button* verb() const { return m_verb; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_fields;
    TextLabel* m_reason;
    Button* m_verb;
};

} // namespace mangrove::ui
