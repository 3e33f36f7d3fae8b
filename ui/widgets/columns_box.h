// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStringList>

class QMenu;

namespace mangrove::ui {

/// Chooses some of a list of columns: a box that says what is chosen and opens a list of ticks, which stays
/// open until it is left. Without a choice what is proposed holds.
class ColumnsBox : public QComboBox {
    Q_OBJECT
public:
    explicit ColumnsBox(QWidget* parent = nullptr);
    /// `name`: what is chosen ("Known"); what holds without a choice in a word for the box and in full for
    /// the list.
    void setTexts(const QString& name, const QString& proposal, const QString& explanation);
    /// The proposed ones are ticked until somebody chooses. Chosen ones that still exist stay chosen.
    void setColumns(const QStringList& columns, const QStringList& proposed);
    /// Empty: as proposed.
    [[nodiscard]] const QStringList& chosen() const { return m_chosen; }
    /// Without a signal. Columns that do not exist are passed over.
    void choose(const QStringList& columns);
    void showPopup() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The list was left with another choice than before.
    void choiceChanged();

private:
    void fillMenu();
    void toggle(const QString& column, bool on);
    [[nodiscard]] QStringList existing(const QStringList& columns) const;
    void updateTicks();
    void updateText();

    QMenu* m_menu;
    QAction* m_asProposed = nullptr;
    QString m_name;
    QString m_proposal;
    QString m_explanation;
    QStringList m_columns;
    QStringList m_proposed;
    QStringList m_chosen; ///< in the order of m_columns
    QStringList m_before; ///< when the list was opened
};

} // namespace mangrove::ui
