// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace mangrove::ui {

/// A dashed field that takes one dropped file; a click or Enter asks for a file instead (clicked()).
class DropArea : public QAbstractButton {
    Q_OBJECT
public:
    explicit DropArea(const QString& icon, QWidget* parent = nullptr);
    /// "Drop a package here to verify", "or choose a file"
    void setTexts(const QString& headline, const QString& hint);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dropped(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QString m_icon, m_headline, m_hint;
    bool m_over = false;
};

} // namespace mangrove::ui
