// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QWidget>
#include <vector>

class QHBoxLayout;

namespace mangrove::ui {

/// One figure that matters, with what it is and what it means.
struct Figure {
    QString title;
    QString value;
    QString caption;
    Tone tone = Tone::Neutral; ///< of the caption, which then has the tone's icon
};

/// A few figures side by side, equally wide. They are text and no links.
class FigureRow : public QWidget {
    Q_OBJECT
public:
    explicit FigureRow(QWidget* parent = nullptr);
    void setFigures(const std::vector<Figure>& figures);

private:
    QHBoxLayout* m_row;
};

} // namespace mangrove::ui
