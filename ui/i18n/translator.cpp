// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE declares a global function.
static void registerTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace mangrove::ui {

Translator::Translator(QObject* parent)
    : QObject(parent), m_own(std::make_unique<QTranslator>()), m_qt(std::make_unique<QTranslator>()) {
    registerTranslations();
    setLanguage(Language::English);
}

Translator::~Translator() {
    QCoreApplication::removeTranslator(m_own.get());
    QCoreApplication::removeTranslator(m_qt.get());
}

void Translator::setLanguage(Language language) {
    QCoreApplication::removeTranslator(m_own.get());
    QCoreApplication::removeTranslator(m_qt.get());
    m_language = language;
    const QString name = code(language);
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                      : QLocale(QLocale::English, QLocale::UnitedStates));
    // English has a catalogue too: it holds the plural forms ("1 minute", "2 minutes").
    if (m_own->load(QStringLiteral(":/translations/mangrove_%1.qm").arg(name)))
        QCoreApplication::installTranslator(m_own.get());
    if (language == Language::Chinese
        && m_qt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qt.get());
    Q_EMIT changed();
}

QString Translator::code(Language language) {
    return language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

Translator::Language Translator::fromCode(const QString& code) {
    return code.startsWith(QLatin1String("zh"), Qt::CaseInsensitive) ? Language::Chinese : Language::English;
}

Translator::Language Translator::systemLanguage() {
    return fromCode(QLocale::system().name());
}

} // namespace mangrove::ui
