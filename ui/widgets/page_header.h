// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace mangrove::ui {

class Button;
class Chip;
class ElidedLabel;
class TextLabel;

/// Title, one line that says what the page is about right now, and at most one primary action at the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setState(const QString& sentence);
    /// Chips stand behind the title; the header owns them.
    void addChip(Chip* chip);
    /// The one primary action, made at the first call.
    Button* primary();
    /// Another action to the left of the primary one.
    Button* addSecondary(const QString& icon = {});

private:
    TextLabel* m_title;
    ElidedLabel* m_state;
    QHBoxLayout* m_titleRow;
    QHBoxLayout* m_actions;
    Button* m_primary = nullptr;
};

} // namespace mangrove::ui
