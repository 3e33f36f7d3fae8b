// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/error_texts.h"

#include "i18n/format.h"

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
struct CoreWord {
    std::string_view core;
    const char* shown;
};

constexpr std::array kCoreWords{
    CoreWord{"register data sets", QT_TRANSLATE_NOOP("ErrorWords", "register data sets")},
    CoreWord{"profile, classify or check data sets",
             QT_TRANSLATE_NOOP("ErrorWords", "profile, classify or check data sets")},
    CoreWord{"decide what a column is", QT_TRANSLATE_NOOP("ErrorWords", "decide what a column is")},
    CoreWord{"de-identify data sets", QT_TRANSLATE_NOOP("ErrorWords", "de-identify data sets")},
    CoreWord{"apply for data", QT_TRANSLATE_NOOP("ErrorWords", "apply for data")},
    CoreWord{"enter evidence for a gate", QT_TRANSLATE_NOOP("ErrorWords", "enter evidence for a gate")},
    CoreWord{"review requests", QT_TRANSLATE_NOOP("ErrorWords", "review requests")},
    CoreWord{"decide requests", QT_TRANSLATE_NOOP("ErrorWords", "decide requests")},
    CoreWord{"mark obligations as fulfilled",
             QT_TRANSLATE_NOOP("ErrorWords", "mark obligations as fulfilled")},
    CoreWord{"look up the originals of codes",
             QT_TRANSLATE_NOOP("ErrorWords", "look up the originals of codes")},
    CoreWord{"export packages", QT_TRANSLATE_NOOP("ErrorWords", "export packages")},
    CoreWord{"manage users", QT_TRANSLATE_NOOP("ErrorWords", "manage users")},
    CoreWord{"sign the audit log's state", QT_TRANSLATE_NOOP("ErrorWords", "sign the audit log's state")},
    CoreWord{"admin", QT_TRANSLATE_NOOP("ErrorWords", "administrator")},
    CoreWord{"applicant", QT_TRANSLATE_NOOP("ErrorWords", "applicant")},
    CoreWord{"auditor", QT_TRANSLATE_NOOP("ErrorWords", "auditor")},
    CoreWord{"custodian", QT_TRANSLATE_NOOP("ErrorWords", "custodian")},
    CoreWord{"data-officer", QT_TRANSLATE_NOOP("ErrorWords", "data officer")},
    CoreWord{"decider", QT_TRANSLATE_NOOP("ErrorWords", "decider")},
    CoreWord{"privacy-reviewer", QT_TRANSLATE_NOOP("ErrorWords", "privacy reviewer")},
};

/// In the language of the window, or nullopt where it is no word of core.
std::optional<QString> coreWord(std::string_view text) {
    const auto known = std::find_if(kCoreWords.begin(), kCoreWords.end(),
                                    [&](const CoreWord& word) { return word.core == text; });
    return known != kCoreWords.end() ? std::optional(QCoreApplication::translate("ErrorWords", known->shown))
                                     : std::nullopt;
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
