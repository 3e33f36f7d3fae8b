// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mangrove::ui {

class Button;
class TextLabel;

/// What an empty page says: a 48 px icon, one line, one explanation, one action.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);
    void setTexts(const QString& headline, const QString& explanation, const QString& action = {});
    /// The action (hidden while its text is empty).
    [[nodiscard]] Button* action() const { return m_action; }

private:
    TextLabel* m_headline;
    TextLabel* m_explanation;
    Button* m_action;
};

} // namespace mangrove::ui
