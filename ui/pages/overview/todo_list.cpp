// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/todo_list.h"

#include "i18n/format.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr std::size_t kShownTodos = 12;

/// One line as a link.
class TodoLine : public QAbstractButton {
public:
    TodoLine(const QString& icon, const QString& sentence, const ChipLook& due, QWidget* parent)
        : QAbstractButton(parent), m_icon(icon), m_due(due) {
        setText(sentence);
        setAccessibleName(due.text.isEmpty() ? sentence : QStringLiteral("%1, %2").arg(sentence, due.text));
        setToolTip(sentence);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {200, size::kTableHeader}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& colors = colorsOf(this);
        if (underMouse() || parts::showsFocus(this)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(underMouse() ? colors.sunken : colors.accentSoft);
            painter.drawRoundedRect(rect(), radius::kControl, radius::kControl);
        }
        const int middle = height() / 2;
        paintIcon(painter, QRectF(space::k8, middle - size::kIcon / 2.0, size::kIcon, size::kIcon), m_icon,
                  colors.textSecondary);
        int right = width() - space::k8;
        if (!m_due.text.isEmpty()) {
            const int chip = chipWidth(m_due);
            right -= chip;
            paintChip(painter, QRect(right, middle - size::kChip / 2, chip, size::kChip), m_due, colors);
            right -= space::k12;
        }
        const int left = space::k8 + size::kIcon + space::k12;
        painter.setPen(colors.textPrimary);
        painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, right - left));
    }

private:
    QString m_icon;
    ChipLook m_due;
};

QString todoIcon(workspace::TodoKind kind) {
    switch (kind) {
    case workspace::TodoKind::ProfileDataset:
    case workspace::TodoKind::ClassifyDataset:
    case workspace::TodoKind::ResolveColumns:
        return QStringLiteral("dataset");
    case workspace::TodoKind::CheckQuality:
    case workspace::TodoKind::QualityFailing:
        return QStringLiteral("quality");
    case workspace::TodoKind::SourceMissing:
    case workspace::TodoKind::SourceChanged:
        return QStringLiteral("warning");
    case workspace::TodoKind::ReviewRequest:
    case workspace::TodoKind::DecideRequest:
    case workspace::TodoKind::PermitExpiring:
        return QStringLiteral("authorize");
    case workspace::TodoKind::ExportRequest:
        return QStringLiteral("handoff");
    case workspace::TodoKind::Checkpoint:
        break;
    }
    return QStringLiteral("audit");
}

PageId todoPage(workspace::TodoKind kind) {
    switch (kind) {
    case workspace::TodoKind::ProfileDataset:
    case workspace::TodoKind::ClassifyDataset:
    case workspace::TodoKind::ResolveColumns:
    case workspace::TodoKind::SourceMissing:
    case workspace::TodoKind::SourceChanged:
        return PageId::Dataset;
    case workspace::TodoKind::CheckQuality:
    case workspace::TodoKind::QualityFailing:
        return PageId::Quality;
    case workspace::TodoKind::ReviewRequest:
    case workspace::TodoKind::DecideRequest:
    case workspace::TodoKind::PermitExpiring:
        return PageId::Authorizations;
    case workspace::TodoKind::ExportRequest:
        return PageId::Handoff;
    case workspace::TodoKind::Checkpoint:
        break;
    }
    return PageId::Audit;
}

QString todoTarget(const workspace::Todo& todo) {
    if (!todo.request.empty())
        return fromUtf8(todo.request.text());
    QString target = fromUtf8(todo.dataset.text());
    if (todo.kind == workspace::TodoKind::ResolveColumns)
        target += QStringLiteral("/fields");
    return target;
}

} // namespace

TodoList::TodoList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

QString TodoList::sentence(const workspace::Todo& todo) {
    const QString subject = fromUtf8(todo.subject);
    const int count = static_cast<int>(todo.count);
    switch (todo.kind) {
    case workspace::TodoKind::ProfileDataset:
        return tr("Profile “%1”").arg(subject);
    case workspace::TodoKind::ClassifyDataset:
        return tr("Classify the columns of “%1”").arg(subject);
    case workspace::TodoKind::CheckQuality:
        return tr("Check the quality of “%1”").arg(subject);
    case workspace::TodoKind::SourceMissing:
        return tr("The source file of “%1” is missing").arg(subject);
    case workspace::TodoKind::SourceChanged:
        return tr("The source file of “%1” has changed").arg(subject);
    case workspace::TodoKind::ResolveColumns:
        return tr("Decide what %n column(s) of “%1” are", nullptr, count).arg(subject);
    case workspace::TodoKind::QualityFailing:
        return tr("%n quality check(s) of “%1” fail", nullptr, count).arg(subject);
    case workspace::TodoKind::ReviewRequest:
        return tr("Review the request “%1”").arg(subject);
    case workspace::TodoKind::DecideRequest:
        return tr("Decide the request “%1”").arg(subject);
    case workspace::TodoKind::ExportRequest:
        return tr("Hand off what “%1” was approved for").arg(subject);
    case workspace::TodoKind::PermitExpiring:
        return tr("The permit for “%1” ends soon").arg(subject);
    case workspace::TodoKind::Checkpoint:
        break;
    }
    return tr("Sign a checkpoint of the audit log");
}

ChipLook TodoList::dueChip(const workspace::Todo& todo) {
    if (!todo.daysLeft.has_value())
        return {};
    const auto days = static_cast<int>(*todo.daysLeft);
    if (days < 0)
        return {tr("overdue"), QStringLiteral("critical"), Tone::Critical};
    if (days == 0)
        return {tr("today"), QStringLiteral("clock"), Tone::Warning};
    return {tr("%n day(s) left", nullptr, days), QStringLiteral("clock"),
            days <= 7 ? Tone::Warning : Tone::Neutral};
}

void TodoList::setTodos(const std::vector<workspace::Todo>& todos) {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (todos.empty()) {
        auto* done = new TextLabel(tr("Nothing is waiting."), TextStyle::Body, TextRole::Muted, this);
        m_layout->addWidget(done);
    }
    for (std::size_t i = 0; i < todos.size() && i < kShownTodos; ++i) {
        const workspace::Todo& todo = todos[i];
        auto* line = new TodoLine(todoIcon(todo.kind), sentence(todo), dueChip(todo), this);
        connect(
            line, &QAbstractButton::clicked, this,
            [this, page = todoPage(todo.kind), target = todoTarget(todo)] { Q_EMIT opened(page, target); });
        m_layout->addWidget(line);
    }
    if (todos.size() > kShownTodos) {
        const auto more = static_cast<int>(todos.size() - kShownTodos);
        m_layout->addWidget(
            new TextLabel(tr("and %n more", nullptr, more), TextStyle::Caption, TextRole::Muted, this));
    }
    m_layout->addStretch();
}

} // namespace mangrove::ui
