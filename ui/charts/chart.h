// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "theme/tokens.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QCustomPlot;
class QStackedWidget;
class QTableWidget;

namespace mangrove::ui {

class IconButton;

/// Base of the charts: a plot in the theme's colours that can be read as a table and exported in light
/// colours. Accessible name and a one-sentence description made from the data; sharp on every screen it is
/// moved to.
class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);
    ~Chart() override;

    /// What the chart shows ("Distribution of age").
    void setName(const QString& name);
    void setAxisTitles(const QString& horizontal, const QString& vertical);
    /// PNG in light colours whatever the theme, twice the pixels.
    [[nodiscard]] Status exportPng(const QString& path);
    [[nodiscard]] bool tableShown() const;
    void showTable(bool shown);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Draws the data into the (cleared) plot in these colours.
    virtual void draw(QCustomPlot& plot, const Colors& colors) = 0;
    /// Head and rows of "Show as table".
    [[nodiscard]] virtual QStringList tableHead() const = 0;
    [[nodiscard]] virtual std::vector<QStringList> tableRows() const = 0;
    /// One sentence for those who do not see the picture.
    [[nodiscard]] virtual QString describe() const = 0;
    /// Call after the data have changed.
    void rebuild();
    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }

private:
    void retranslate();
    void checkPixelRatio();
    QCustomPlot* m_plot;
    QStackedWidget* m_stack;
    QTableWidget* m_table;
    IconButton* m_toggle;
    QString m_name, m_horizontal, m_vertical;
};

} // namespace mangrove::ui
