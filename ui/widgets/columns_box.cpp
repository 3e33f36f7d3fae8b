// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columns_box.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kWidestName = 160; ///< px; longer ones are in the tooltip

/// Ticks do not close it.
class TickMenu final : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        QAction* action = actionAt(event->pos());
        if (action != nullptr && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override {
        QAction* action = activeAction();
        const bool ticks =
            event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (ticks && action != nullptr && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

} // namespace

ColumnsBox::ColumnsBox(QWidget* parent) : QComboBox(parent), m_menu(new TickMenu(this)) {
    addItem({});
    connect(m_menu, &QMenu::aboutToHide, this, [this] {
        if (m_chosen != m_before)
            Q_EMIT choiceChanged();
    });
}

void ColumnsBox::setTexts(const QString& name, const QString& proposal, const QString& explanation) {
    m_name = name;
    m_proposal = proposal;
    m_explanation = explanation;
    setAccessibleName(name);
    updateText();
}

void ColumnsBox::setColumns(const QStringList& columns, const QStringList& proposed) {
    if (columns == m_columns && proposed == m_proposed)
        return;
    m_columns = columns;
    m_proposed = proposed;
    m_chosen = existing(m_chosen);
    updateText();
}

void ColumnsBox::choose(const QStringList& columns) {
    m_chosen = existing(columns);
    updateText();
}

QStringList ColumnsBox::existing(const QStringList& columns) const {
    QStringList found;
    std::copy_if(m_columns.begin(), m_columns.end(), std::back_inserter(found),
                 [&](const QString& column) { return columns.contains(column); });
    return found;
}

void ColumnsBox::showPopup() {
    m_before = m_chosen;
    fillMenu(); // only now: a table may have thousands of columns, and the list is seldom opened
    m_menu->setMinimumWidth(width());
    m_menu->popup(mapToGlobal(rect().bottomLeft()));
}

/// Of the text as it is now; QComboBox keeps the width it once had.
QSize ColumnsBox::sizeHint() const {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(itemText(0)), fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, this);
}

void ColumnsBox::fillMenu() {
    m_menu->clear();
    m_asProposed = m_menu->addAction(tr("As proposed: %1").arg(m_explanation));
    m_asProposed->setCheckable(true);
    connect(m_asProposed, &QAction::triggered, this, [this] {
        m_chosen.clear();
        updateTicks();
    });
    m_menu->addSeparator();
    for (const QString& column : m_columns) {
        // the first "&" of a name would be a key
        QAction* action = m_menu->addAction(QString(column).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::triggered, this, [this, column](bool on) { toggle(column, on); });
    }
    updateTicks();
}

void ColumnsBox::toggle(const QString& column, bool on) {
    const QStringList from = m_chosen.isEmpty() ? m_proposed : m_chosen;
    m_chosen.clear();
    for (const QString& one : m_columns)
        if (one == column ? on : from.contains(one))
            m_chosen << one;
    if (m_chosen == m_proposed)
        m_chosen.clear();
    updateTicks();
}

void ColumnsBox::updateTicks() {
    const QStringList& ticked = m_chosen.isEmpty() ? m_proposed : m_chosen;
    for (QAction* action : m_menu->actions())
        if (action->data().isValid())
            action->setChecked(ticked.contains(action->data().toString()));
    m_asProposed->setChecked(m_chosen.isEmpty());
    updateText();
}

void ColumnsBox::updateText() {
    const QSignalBlocker blocker(this);
    QString text = m_proposal;
    if (m_chosen.size() == 1)
        text = fontMetrics().elidedText(m_chosen.first(), Qt::ElideMiddle, kWidestName);
    else if (!m_chosen.isEmpty())
        text = tr("%n column(s)", nullptr, static_cast<int>(m_chosen.size()));
    setItemText(0, tr("%1: %2").arg(m_name, text));
    updateGeometry();
    setToolTip(m_chosen.join(tr(", ")));
}

} // namespace mangrove::ui
