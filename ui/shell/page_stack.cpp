// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/page_stack.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QPointer>
#include <QVariantAnimation>

namespace mangrove::ui {

namespace {

class Veil : public QWidget {
public:
    Veil(const QPixmap& picture, QWidget* parent) : QWidget(parent), m_picture(picture) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(parent->rect());
    }
    void setOpacity(double opacity) {
        m_opacity = opacity;
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setOpacity(m_opacity);
        painter.drawPixmap(0, 0, m_picture);
    }

private:
    QPixmap m_picture;
    double m_opacity = 1;
};

} // namespace

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent) {}

void PageStack::showPage(QWidget* page, int fadeMs) {
    if (page == currentWidget())
        return;
    delete m_veil;
    m_veil = nullptr;
    // The page takes the focus as a whole: hiding the old one would otherwise tab into the first button, ring
    // and all.
    page->setFocusPolicy(Qt::ClickFocus);
    if (isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    if (fadeMs <= 0 || !isVisible() || currentWidget() == nullptr) {
        setCurrentWidget(page);
        page->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto* veil = new Veil(grab(), this);
    m_veil = veil;
    connect(veil, &QObject::destroyed, this, [this, veil] {
        if (m_veil == veil)
            m_veil = nullptr;
    });
    setCurrentWidget(page);
    page->setFocus(Qt::OtherFocusReason);
    veil->show();
    veil->raise();
    auto* fade = new QVariantAnimation(veil);
    fade->setStartValue(1.0);
    fade->setEndValue(0.0);
    fade->setDuration(fadeMs);
    connect(fade, &QVariantAnimation::valueChanged, veil,
            [veil](const QVariant& value) { veil->setOpacity(value.toDouble()); });
    connect(fade, &QVariantAnimation::finished, veil, &QObject::deleteLater);
    fade->start();
}

} // namespace mangrove::ui
