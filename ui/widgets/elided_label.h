// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace mangrove::ui {

/// One line that gives way: text that does not fit ends in "…" (or has it in the middle, for paths and
/// hashes) and is whole in the tooltip and for screen readers.
class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, TextStyle style = TextStyle::Body,
                         TextRole role = TextRole::Primary, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    void setRole(TextRole role);
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateToolTip();
    QString m_text;
    TextRole m_role;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace mangrove::ui
