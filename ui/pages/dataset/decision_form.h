// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/dataset/dataset_view.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace mangrove::ui {

class Button;
class TextLabel;

/// Where a person says what one column is: accept the proposal, name something else, or mark it as falsely
/// recognised. Everything but accepting needs a reason. Stands in the details panel of the Fields part.
class DecisionForm : public QWidget {
    Q_OBJECT
public:
    /// `blocked`: empty, or why nobody can decide now.
    DecisionForm(const ColumnView& column, const QString& blocked, QWidget* parent = nullptr);

Q_SIGNALS:
    void decided(const mangrove::workspace::ColumnVerdict& verdict);

private:
    void fillClasses();
    void fillKinds();
    void updateButtons();
    void send(workspace::VerdictKind kind);
    [[nodiscard]] QString standing() const;

    ColumnView m_column;
    QString m_blocked;
    QComboBox* m_class;
    QComboBox* m_kind;
    QLineEdit* m_reason;
    Button* m_accept;
    Button* m_false;
    Button* m_change;
};

} // namespace mangrove::ui
