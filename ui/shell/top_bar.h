// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace mangrove::ui {

class Breadcrumb;
class Chip;
class PaletteBox;

/// Where one is (breadcrumb, left), a DEMO mark, and the palette box (right). 48 px.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setBreadcrumb(const QStringList& parts);
    void setDemo(bool demo);

Q_SIGNALS:
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    Breadcrumb* m_breadcrumb;
    Chip* m_demo;
    PaletteBox* m_palette;
};

} // namespace mangrove::ui
