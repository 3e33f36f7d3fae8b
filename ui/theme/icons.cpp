// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/mangrove_style.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

namespace mangrove::ui {

namespace {

QByteArray iconSource(const QString& name) {
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One rendered pixmap for each (name, colour, device size): painting an icon in a table cell is then a blit.
QPixmap iconPixmap(const QString& name, const QColor& color, int devicePixels) {
    const QString key =
        QStringLiteral("mangrove-icon:%1:%2:%3").arg(name, color.name(QColor::HexArgb)).arg(devicePixels);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(devicePixels, devicePixels);
    pixmap.fill(Qt::transparent);
    QByteArray source = iconSource(name);
    if (!source.isEmpty()) {
        source.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(source);
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

const Colors& applicationColors() {
    const auto* style = qobject_cast<const MangroveStyle*>(QApplication::style());
    return style != nullptr ? style->colors() : lightColors();
}

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, TextRole role, bool onAccent)
        : m_name(std::move(name)), m_role(role), m_onAccent(onAccent) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override {
        paintIcon(*painter, rect, m_name, color(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override {
        return iconPixmap(m_name, color(mode), std::min(size.width(), size.height()));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        // size is in device pixels here; the caller marks the ratio on what it gets.
        Q_UNUSED(scale)
        return pixmap(size, mode, state);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override {
        return !QFile::exists(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
    }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const {
        const Colors& colors = applicationColors();
        if (mode == QIcon::Disabled)
            return colors.lineStrong;
        if (m_onAccent)
            return colors.onAccent;
        return mode == QIcon::Selected ? colors.accent : colors.text(m_role);
    }

    QString m_name;
    TextRole m_role;
    bool m_onAccent;
};

} // namespace

QIcon themedIcon(const QString& name, TextRole role) {
    return name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name, role, false));
}

QIcon onAccentIcon(const QString& name) {
    return name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name, TextRole::Primary, true));
}

void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color) {
    if (name.isEmpty())
        return;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const qreal side = std::min(box.width(), box.height());
    QPixmap pixmap = iconPixmap(name, color, static_cast<int>(std::lround(side * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    // On whole device pixels, or the strokes blur.
    const QPointF corner(box.center().x() - side / 2, box.center().y() - side / 2);
    painter.drawPixmap(
        QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio), pixmap);
}

QStringList iconNames() {
    QStringList names;
    const QStringList files =
        QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        names << file.chopped(4);
    return names;
}

QString toneIcon(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
    case Tone::Accent:
        return QStringLiteral("dot");
    case Tone::Ok:
        return QStringLiteral("check-circle");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Critical:
        return QStringLiteral("critical");
    case Tone::Info:
        return QStringLiteral("info");
    }
    return QStringLiteral("dot");
}

} // namespace mangrove::ui
