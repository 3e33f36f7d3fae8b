// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QLabel>

namespace mangrove::ui {

/// A text in one of the styles and roles of the tokens; follows theme changes. Wraps where asked.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(TextStyle style = TextStyle::Body, TextRole role = TextRole::Primary,
                       QWidget* parent = nullptr);
    TextLabel(const QString& text, TextStyle style, TextRole role = TextRole::Primary,
              QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setTextStyle(TextStyle style);
    /// Wrapping text with the line height of the tokens; plain text only.
    void setWrapping(bool wrapping);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColors();
    TextStyle m_style;
    TextRole m_role;
    bool m_applying = false;
};

} // namespace mangrove::ui
