// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace mangrove::ui {

/// A dial for a share 0…1 with its threshold marked, the figure as text in the middle-right, a caption under
/// it. Low is good (risk) by default.
class RiskMeter : public QWidget {
    Q_OBJECT
public:
    explicit RiskMeter(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// `figure` is what is read ("1/21", "77 %"), `caption` the context ("42460 level 3 · τ 1/20").
    void setValue(double share, const QString& figure, const QString& caption);
    /// A mark on the dial; negative = none.
    void setThreshold(double share);
    void setTone(Tone tone);
    /// Nothing measured yet.
    void clear();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateName();
    QString m_title, m_figure, m_caption;
    double m_share = 0;
    double m_threshold = -1;
    bool m_empty = true;
    Tone m_tone = Tone::Accent;
};

} // namespace mangrove::ui
