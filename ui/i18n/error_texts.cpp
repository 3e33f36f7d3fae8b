// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/error_texts.h"

#include "i18n/format.h"

#include <QCoreApplication>

namespace mangrove::ui {

namespace {

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
    const QString text = fromUtf8(fillPlaceholders(toUtf8(sentence), error.args()));
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
