// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mangrove::ui {

class ElidedLabel;
class IconButton;

/// The panel at the right of a page (F9): a title, a close button, a scrolling body.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Where the page puts its widgets, top to bottom.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Removes and deletes everything in the body.
    void clearBody();
    /// A caption between groups of the body.
    void addSection(const QString& title);

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    ElidedLabel* m_title;
    IconButton* m_close;
    QVBoxLayout* m_body;
};

} // namespace mangrove::ui
