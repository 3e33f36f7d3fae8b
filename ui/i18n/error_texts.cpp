// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/error_texts.h"

#include "i18n/format.h"
#include "i18n/word_table.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::ui {

namespace {

/// Words of core that stand in the arguments of errors: what a session may not do, and the roles.
constexpr std::array kCoreWords{
    WordText{"register data sets", QT_TRANSLATE_NOOP("ErrorWords", "register data sets")},
    WordText{"profile, classify or check data sets",
             QT_TRANSLATE_NOOP("ErrorWords", "profile, classify or check data sets")},
    WordText{"decide what a column is", QT_TRANSLATE_NOOP("ErrorWords", "decide what a column is")},
    WordText{"de-identify data sets", QT_TRANSLATE_NOOP("ErrorWords", "de-identify data sets")},
    WordText{"apply for data", QT_TRANSLATE_NOOP("ErrorWords", "apply for data")},
    WordText{"enter evidence for a gate", QT_TRANSLATE_NOOP("ErrorWords", "enter evidence for a gate")},
    WordText{"review requests", QT_TRANSLATE_NOOP("ErrorWords", "review requests")},
    WordText{"decide requests", QT_TRANSLATE_NOOP("ErrorWords", "decide requests")},
    WordText{"mark obligations as fulfilled",
             QT_TRANSLATE_NOOP("ErrorWords", "mark obligations as fulfilled")},
    WordText{"look up the originals of codes",
             QT_TRANSLATE_NOOP("ErrorWords", "look up the originals of codes")},
    WordText{"export packages", QT_TRANSLATE_NOOP("ErrorWords", "export packages")},
    WordText{"manage users", QT_TRANSLATE_NOOP("ErrorWords", "manage users")},
    WordText{"sign the audit log's state", QT_TRANSLATE_NOOP("ErrorWords", "sign the audit log's state")},
    WordText{"admin", QT_TRANSLATE_NOOP("ErrorWords", "administrator")},
    WordText{"applicant", QT_TRANSLATE_NOOP("ErrorWords", "applicant")},
    WordText{"auditor", QT_TRANSLATE_NOOP("ErrorWords", "auditor")},
    WordText{"custodian", QT_TRANSLATE_NOOP("ErrorWords", "custodian")},
    WordText{"data-officer", QT_TRANSLATE_NOOP("ErrorWords", "data officer")},
    WordText{"decider", QT_TRANSLATE_NOOP("ErrorWords", "decider")},
    WordText{"privacy-reviewer", QT_TRANSLATE_NOOP("ErrorWords", "privacy reviewer")},
};

std::optional<QString> coreWord(std::string_view text) {
    return wordText(kCoreWords, "ErrorWords", text);
}

/// The argument in the language of the window where it is a word of core, or several joined by " or ".
std::string argumentText(const std::string& argument) {
    if (const auto word = coreWord(argument))
        return toUtf8(*word);
    QStringList words;
    for (const QString& part : fromUtf8(argument).split(QStringLiteral(" or "))) {
        const auto word = coreWord(toUtf8(part));
        if (!word)
            return argument;
        words << *word;
    }
    return toUtf8(words.join(QCoreApplication::translate("ErrorWords", " or ")));
}

QString placeOf(const Location& at) {
    if (at.file.empty() && at.line == 0)
        return {};
    QString place = fromUtf8(at.file);
    if (at.line > 0)
        place += QStringLiteral(":") + QString::number(at.line);
    if (at.column > 0)
        place += QStringLiteral(":") + QString::number(at.column);
    return place;
}

} // namespace

QString errorText(const Error& error) {
    // The catalogue holds the English sentence of every ErrorInfo in the context "Errors" (tests/ui checks
    // that).
    const QByteArray english(error.info().text.data(), static_cast<qsizetype>(error.info().text.size()));
    const QString sentence = QCoreApplication::translate("Errors", english.constData());
    std::vector<std::string> arguments = error.args();
    std::transform(arguments.begin(), arguments.end(), arguments.begin(), argumentText);
    const QString text = fromUtf8(fillPlaceholders(toUtf8(sentence), arguments));
    const QString place = placeOf(error.at());
    return place.isEmpty() ? text : text + QStringLiteral(" (") + place + QStringLiteral(")");
}

QString errorDetails(const Error& error) {
    QStringList lines;
    for (const Error* e = &error; e != nullptr; e = e->cause()) {
        QString line = fromUtf8(e->code()) + QStringLiteral(": ") + fromUtf8(e->message());
        const QString place = placeOf(e->at());
        if (!place.isEmpty())
            line += QStringLiteral(" [") + place + QStringLiteral("]");
        lines << line;
    }
    return lines.join(QStringLiteral("\n↳ "));
}

} // namespace mangrove::ui
