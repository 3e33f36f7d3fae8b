// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QTranslator;

namespace mangrove::ui {

/// The language of the workbench: English (source) or Simplified Chinese, switched live. Installs our
/// catalogue and Qt's own, and sets QLocale's default, by which numbers and dates are written. One per
/// application, GUI thread.
class Translator : public QObject {
    Q_OBJECT
public:
    enum class Language : std::uint8_t { English, Chinese };
    Q_ENUM(Language)

    explicit Translator(QObject* parent = nullptr);
    ~Translator() override;

    [[nodiscard]] Language language() const { return m_language; }
    /// Widgets get QEvent::LanguageChange before changed() is emitted.
    void setLanguage(Language language);
    /// "en" or "zh_CN".
    [[nodiscard]] static QString code(Language language);
    /// From "en", "zh", "zh_CN", "zh-Hans"…; English where it is none of them.
    [[nodiscard]] static Language fromCode(const QString& code);
    [[nodiscard]] static Language systemLanguage();

Q_SIGNALS:
    void changed();

private:
    Language m_language = Language::English;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace mangrove::ui
