// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace mangrove::ui {

/// Numbered steps on a line: done ones carry a check, the current one is filled, clickable up to `reachable`.
/// Left and Right choose the neighbours.
class StepBar : public QWidget {
    Q_OBJECT
public:
    explicit StepBar(QWidget* parent = nullptr);
    void setSteps(const QStringList& steps);
    /// 0-based.
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    /// Steps 0…reachable may be chosen.
    void setReachable(int step);
    /// Steps 0…done-1 carry a check.
    void setDone(int done);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int stepAt(const QPoint& position) const;
    [[nodiscard]] QRect stepRect(int step) const;
    void updateName();
    QStringList m_steps;
    int m_current = 0;
    int m_reachable = 0;
    int m_done = 0;
    int m_hovered = -1;
};

} // namespace mangrove::ui
