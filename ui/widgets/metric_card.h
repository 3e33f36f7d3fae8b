// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>

namespace mangrove::ui {

/// One number that matters, and a link to what is behind it: title, figure (with unit), a caption that gives
/// the context, a tone for the caption. The whole card is the link (clicked()).
class MetricCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit MetricCard(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setFigure(const QString& figure, const QString& unit = {});
    /// With an icon when the tone is not neutral.
    void setCaption(const QString& caption, Tone tone = Tone::Neutral);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateName();
    QString m_title, m_figure, m_unit, m_caption;
    Tone m_tone = Tone::Neutral;
};

} // namespace mangrove::ui
