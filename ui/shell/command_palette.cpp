// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr int kPaletteWidth = 620;
constexpr int kPaletteRow = 36;
constexpr int kPaletteRows = 9;
constexpr int kShadow = 16;

class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colors& c = colorsOf(option.widget);
        painter->save();
        const QRect row = option.rect.adjusted(space::k8, 1, -space::k8, -1);
        if (option.state.testFlag(QStyle::State_Selected))
            parts::roundedBox(*painter, row, radius::kControl, c.accentSoft);
        const QRect icon(row.left() + space::k8, row.center().y() - 9, 18, 18);
        paintIcon(*painter, icon, index.data(PaletteModel::IconRole).toString(), c.textSecondary);
        QRect text = row.adjusted(space::k8 + 18 + space::k12, 0, -space::k8, 0);
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        painter->setFont(fontFor(TextStyle::Caption));
        painter->setPen(c.textMuted);
        const QString right = keys.isEmpty() ? index.data(PaletteModel::GroupRole).toString() : keys;
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, right);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(right) - space::k12);
        painter->setFont(fontFor(TextStyle::Body));
        painter->setPen(c.textPrimary);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/,
                                 const QModelIndex& /*index*/) const override {
        return {200, kPaletteRow};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_field(new QLineEdit), m_list(new QListView) {
    hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kShadow + space::k12, kShadow + space::k12, kShadow + space::k12,
                               kShadow + space::k8);
    column->setSpacing(space::k8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->setSpacing(space::k8);
    m_field->addAction(themedIcon(QStringLiteral("search"), TextRole::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setPattern(text);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    window->installEventFilter(this);
    retranslate();
}

void CommandPalette::setEntries(std::vector<PaletteEntry> entries) {
    m_model.setEntries(std::move(entries));
    m_list->setCurrentIndex(m_model.index(0));
}

void CommandPalette::popUp(const QString& text) {
    const QWidget* window = parentWidget();
    const int width = std::min(kPaletteWidth + 2 * kShadow, window->width() - 2 * space::k24);
    const int height = 2 * kShadow + space::k12 + size::kControl + 2 * space::k8 + kPaletteRows * kPaletteRow;
    setGeometry((window->width() - width) / 2, size::kTopBar - kShadow + space::k8, width, height);
    m_field->setText(text);
    m_model.setPattern(text);
    m_list->setCurrentIndex(m_model.index(0));
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_list->currentIndex().row();
        switch (key->key()) {
        case Qt::Key_Down:
            m_list->setCurrentIndex(m_model.index(std::min(row + 1, m_model.rowCount() - 1)));
            return true;
        case Qt::Key_Up:
            m_list->setCurrentIndex(m_model.index(std::max(row - 1, 0)));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        default:
            break;
        }
    }
    // Esc is also a command of the window; while the palette is open it belongs to the palette.
    if (watched == m_field && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut)
        hide();
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        hide();
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    // The one soft shadow: thin rings that fade outwards.
    for (int i = 0; i < kShadow; ++i) {
        const double fade = double(i + 1) / kShadow;
        const QColor ring(0, 0, 0, static_cast<int>((c.dark ? 20 : 7) * fade * fade));
        parts::roundedBox(painter, QRectF(rect()).adjusted(i, i + 2, -i, -i + 2), radius::kCard + kShadow - i,
                          ring);
    }
    parts::roundedBox(painter, rect().adjusted(kShadow, kShadow, -kShadow, -kShadow), radius::kCard,
                      c.surface, c.lineStrong);
}

void CommandPalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CommandPalette::choose(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const auto run = m_model.entry(index.row()).run;
    hide();
    if (run)
        run();
}

void CommandPalette::retranslate() {
    m_field->setPlaceholderText(tr("A command, a page, a data set or a request"));
    m_field->setAccessibleName(tr("Search or do"));
    m_list->setAccessibleName(tr("Matches"));
}

} // namespace mangrove::ui
