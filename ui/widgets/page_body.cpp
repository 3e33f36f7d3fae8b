// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_body.h"

#include "theme/tokens.h"

#include <QVBoxLayout>

namespace mangrove::ui {

PageBody::PageBody(QWidget* parent)
    : QScrollArea(parent), m_content(new QWidget), m_column(new QVBoxLayout(m_content)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_column->setSpacing(space::k24);
    m_column->setContentsMargins(space::k24, 0, space::k24, space::k24);
    setWidget(m_content);
}

void PageBody::resizeEvent(QResizeEvent* event) {
    const int side = std::max(space::k24, (width() - size::kReading) / 2);
    m_column->setContentsMargins(side, 0, side, space::k24);
    QScrollArea::resizeEvent(event);
}

} // namespace mangrove::ui
