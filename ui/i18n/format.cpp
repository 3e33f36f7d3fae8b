// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <array>
#include <cmath>

namespace mangrove::ui {

namespace {

QString formatTr(const char* text, int n = -1) {
    return QCoreApplication::translate("Format", text, nullptr, n);
}

QDateTime toDateTime(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const QString& text) {
    return text.toStdString();
}

QString dash() {
    return QStringLiteral("—");
}

QString formatCount(quint64 value) {
    return QLocale().toString(value);
}

QString formatDecimal(double value, int decimals) {
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    const QString zero = locale.zeroDigit();
    while (text.endsWith(zero))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(1);
    return text;
}

QString formatShare(double share, int decimals) {
    const double smallest = std::pow(10.0, -decimals);
    const double percent = share * 100;
    if (percent > 0 && percent < smallest)
        return QStringLiteral("< ") + formatDecimal(smallest, decimals) + QStringLiteral(" %");
    if (percent < 100 && percent > 100 - smallest)
        return QStringLiteral("> ") + formatDecimal(100 - smallest, decimals) + QStringLiteral(" %");
    return formatDecimal(percent, decimals) + QStringLiteral(" %");
}

QString formatBytes(quint64 bytes) {
    static constexpr std::array<const char*, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return formatDecimal(value, unit == 0 || value >= 99.95 ? 0 : 1) + QChar(0x00A0)
           + QString::fromLatin1(kUnits.at(unit));
}

QString formatDuration(qint64 milliseconds) {
    if (milliseconds < 10'000)
        return formatTr(QT_TRANSLATE_NOOP("Format", "%1 s"))
            .arg(formatDecimal(double(milliseconds) / 1000, 1));
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return formatTr(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(seconds);
    return formatTr(QT_TRANSLATE_NOOP("Format", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
}

QString formatDate(Instant instant) {
    return toDateTime(instant).toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
}

QString formatDateTime(Instant instant) {
    return toDateTime(instant).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString formatUtc(Instant instant) {
    return toDateTime(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

QString formatRelative(Instant instant, Instant now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - instant).count();
    const bool future = seconds < 0;
    const qint64 distance = std::abs(seconds);
    const auto text = [future](const char* past, const char* ahead, qint64 n) {
        return formatTr(future ? ahead : past, static_cast<int>(n));
    };
    if (distance < 45)
        return formatTr(QT_TRANSLATE_NOOP("Format", "just now"));
    if (distance < qint64{45} * 60)
        return text(QT_TRANSLATE_N_NOOP("Format", "%n minute(s) ago"),
                    QT_TRANSLATE_N_NOOP("Format", "in %n minute(s)"),
                    std::max<qint64>(1, (distance + 30) / 60));
    if (distance < qint64{22} * 3600)
        return text(QT_TRANSLATE_N_NOOP("Format", "%n hour(s) ago"),
                    QT_TRANSLATE_N_NOOP("Format", "in %n hour(s)"),
                    std::max<qint64>(1, (distance + 1800) / 3600));
    const qint64 days = std::max<qint64>(1, (distance + 43'200) / 86'400);
    if (days < 60)
        return text(QT_TRANSLATE_N_NOOP("Format", "%n day(s) ago"),
                    QT_TRANSLATE_N_NOOP("Format", "in %n day(s)"), days);
    if (days < 730)
        return text(QT_TRANSLATE_N_NOOP("Format", "%n month(s) ago"),
                    QT_TRANSLATE_N_NOOP("Format", "in %n month(s)"), days / 30);
    return text(QT_TRANSLATE_N_NOOP("Format", "%n year(s) ago"),
                QT_TRANSLATE_N_NOOP("Format", "in %n year(s)"), days / 365);
}

QString shortHash(std::string_view hex, int characters) {
    const QString text = fromUtf8(hex);
    return text.size() <= characters ? text : text.left(characters) + QStringLiteral("…");
}

} // namespace mangrove::ui
