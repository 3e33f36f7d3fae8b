// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

namespace mangrove::ui {

/// The way from the organisation to what is shown; the last part stands out, earlier ones give way first.
class Breadcrumb : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget* parent = nullptr);
    void setParts(const QStringList& parts);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_parts;
};

/// A button that looks like the field it opens: "Search or do…   Ctrl+K".
class PaletteBox : public QAbstractButton {
    Q_OBJECT
public:
    explicit PaletteBox(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace mangrove::ui
