// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/figure_row.h"

#include "theme/icons.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

QWidget* makeFigure(const Figure& figure, QWidget* parent) {
    auto* widget = new QWidget(parent);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k4);
    auto* title = new TextLabel(figure.title, TextStyle::Caption, TextRole::Secondary, widget);
    title->setWrapping(true);
    column->addWidget(title);
    column->addWidget(new TextLabel(figure.value, TextStyle::Figure, TextRole::Primary, widget));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::k4);
    if (figure.tone != Tone::Neutral)
        line->addWidget(new IconLabel(toneIcon(figure.tone), toneRole(figure.tone), size::kIconSmall, widget),
                        0, Qt::AlignTop);
    auto* caption = new TextLabel(figure.caption, TextStyle::Caption, toneRole(figure.tone), widget);
    caption->setWrapping(true);
    line->addWidget(caption, 1);
    column->addLayout(line);
    column->addStretch();
    return widget;
}

} // namespace

FigureRow::FigureRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::k24);
}

void FigureRow::setFigures(const std::vector<Figure>& figures) {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Figure& figure : figures)
        m_row->addWidget(makeFigure(figure, this), 1);
}

} // namespace mangrove::ui
