// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "theme/tokens.h"

#include <QFrame>
#include <optional>

class QPlainTextEdit;

namespace mangrove::ui {

class Button;
class IconButton;
class IconLabel;
class TextLabel;

/// A message where it arises, not in a window: what happened, where, what to do. Errors fold out their code
/// and causes, which can be copied. Hidden until it has something to say.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    void showError(const Error& error);
    void showMessage(Tone tone, const QString& text);
    /// Hides it.
    void clear();
    /// A button at the right ("Log in", "Try again"); an empty text removes it.
    void setAction(const QString& text);
    void setDismissible(bool dismissible);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionClicked();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void applyTone();
    Tone m_tone = Tone::Info;
    std::optional<Error> m_error;
    IconLabel* m_icon;
    TextLabel* m_text;
    Button* m_action;
    Button* m_details;
    Button* m_copy;
    IconButton* m_close;
    QPlainTextEdit* m_chain;
};

} // namespace mangrove::ui
