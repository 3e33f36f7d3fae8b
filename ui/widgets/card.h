// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace mangrove::ui {

class TextLabel;

/// A surface with a hairline and round corners on the canvas: a title (may be empty), things at the right of
/// the title, and a body.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    /// A card without a title around a table that hugs its rows; takes the table over.
    [[nodiscard]] static Card* around(QWidget* table, QWidget* parent);
    void setTitle(const QString& title);
    /// Adds to the right end of the title line.
    void addHeaderWidget(QWidget* widget);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Body to the edges, for tables.
    void setFlush(bool flush);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_title;
    QWidget* m_header;
    QHBoxLayout* m_headerRow;
    QVBoxLayout* m_body;
};

} // namespace mangrove::ui
