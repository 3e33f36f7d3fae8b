// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QCheckBox;
class QComboBox;

namespace mangrove::ui {

class Button;
class TextLabel;
class Theme;
class Translator;

/// Language, theme and motion; each choice takes effect at once. Not modal.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Theme& theme, Translator& translator, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Something was chosen and is in effect; the owner stores it.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    Theme& m_theme;
    Translator& m_translator;
    TextLabel* m_title;
    QList<TextLabel*> m_labels;
    QComboBox* m_language;
    QComboBox* m_themeMode;
    QCheckBox* m_motion;
    Button* m_close;
    bool m_retranslating = false;
};

} // namespace mangrove::ui
