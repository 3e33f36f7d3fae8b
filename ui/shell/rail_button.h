// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace mangrove::ui {

/// One entry of the rail: an icon above a word.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit RailButton(const QString& icon, QWidget* parent = nullptr);
    /// `word` stands under the icon, `name` is the tooltip and the accessible name.
    void setTexts(const QString& word, const QString& name);
    void setCollapsed(bool collapsed);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    bool m_collapsed = false;
};

/// A round chip with the first character of the user's name.
class UserChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit UserChip(QWidget* parent = nullptr);
    void setUser(const QString& name);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace mangrove::ui
