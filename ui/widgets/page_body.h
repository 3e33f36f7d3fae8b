// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace mangrove::ui {

/// The content of a page under its header: scrolls vertically, 24 px gutters, at most size::kReading wide and
/// then centred. Nothing in it scrolls sideways.
class PageBody : public QScrollArea {
    Q_OBJECT
public:
    explicit PageBody(QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_content;
    QVBoxLayout* m_column;
};

} // namespace mangrove::ui
