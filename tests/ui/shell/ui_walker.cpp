// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_walker.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QWidget>

namespace mangrove::test {

namespace {

QString describeWidget(const QWidget& widget) {
    const QPoint place = widget.mapTo(widget.window(), QPoint(0, 0));
    return QStringLiteral("%1 '%2' in %3 at %4,%5")
        .arg(QString::fromLatin1(widget.metaObject()->className()),
             widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName(),
             widget.parentWidget() != nullptr
                 ? QString::fromLatin1(widget.parentWidget()->metaObject()->className())
                 : QString())
        .arg(place.x())
        .arg(place.y());
}

// Parts inside Qt's own widgets (the line edit of a spin box, a table's viewport) speak through their owner.
bool isInnerPart(const QWidget& widget) {
    return widget.focusProxy() != nullptr || widget.objectName().startsWith(QStringLiteral("qt_"));
}

QList<const QWidget*> focusable(const QWidget& root) {
    QList<const QWidget*> result;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
            && !isInnerPart(*widget))
            result << widget;
    }
    return result;
}

} // namespace

QStringList namelessWidgets(const QWidget& root) {
    QStringList result;
    for (const QWidget* widget : focusable(root)) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty())
            result << describeWidget(*widget);
    }
    return result;
}

QStringList unreachableWidgets(const QWidget& root) {
    QSet<const QWidget*> chain;
    const QWidget* window = root.window();
    for (const QWidget* next = window->nextInFocusChain();
         next != nullptr && next != window && !chain.contains(next); next = next->nextInFocusChain())
        chain << next;
    QStringList result;
    for (const QWidget* widget : focusable(root)) {
        if (!chain.contains(widget))
            result << describeWidget(*widget);
    }
    return result;
}

QStringList clippedTexts(const QWidget& root) {
    QStringList result;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QPushButton*>(widget);
        if (label == nullptr && button == nullptr)
            continue;
        if (label != nullptr && label->text().isEmpty())
            continue;
        QSize needed = widget->sizeHint();
        if (label != nullptr && label->wordWrap())
            needed = QSize(0, label->heightForWidth(label->width()));
        if (widget->width() < needed.width() || widget->height() < needed.height())
            result << describeWidget(*widget)
                          + QStringLiteral(" \"%1\" needs %2x%3, has %4x%5")
                                .arg(label != nullptr ? label->text() : button->text())
                                .arg(needed.width())
                                .arg(needed.height())
                                .arg(widget->width())
                                .arg(widget->height());
    }
    return result;
}

} // namespace mangrove::test
