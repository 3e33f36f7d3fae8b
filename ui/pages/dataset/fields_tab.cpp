// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/fields_tab.h"

#include "models/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

using FieldModel = RowsModel<ColumnView>;

constexpr std::array kChoosableClasses{
    classify::IdentifierClass::Direct,       classify::IdentifierClass::Quasi,
    classify::IdentifierClass::Sensitive,    classify::IdentifierClass::Professional,
    classify::IdentifierClass::Organisation, classify::IdentifierClass::Code,
    classify::IdentifierClass::None};

ChipLook decisionChip(const ColumnView& column) {
    if (const catalog::ColumnDecision* decision = column.decision())
        return {FieldsTab::tr("%1 decided").arg(fromUtf8(decision->by.text())),
                QStringLiteral("check-circle"), Tone::Ok};
    if (column.unresolved())
        return {FieldsTab::tr("To decide"), QStringLiteral("question"), Tone::Warning};
    return {FieldsTab::tr("Proposed"), QStringLiteral("dot"), Tone::Neutral};
}

} // namespace

FieldsTab::FieldsTab(QWidget* parent) : QStackedWidget(parent), m_model(new FieldModel(this)) {
    auto* filled = new QWidget(this);
    auto* row = new QHBoxLayout(filled);
    row->setContentsMargins(0, space::k4, 0, 0);
    row->setSpacing(space::k24);
    m_table = new DataTable(filled);
    m_table->setModel(m_model);
    row->addWidget(m_table, 1);
    row->addWidget(makeDecision(), 0, Qt::AlignTop);
    addWidget(filled);
    m_empty = new EmptyState(QStringLiteral("rules"), this);
    addWidget(m_empty);

    connect(m_empty->action(), &QAbstractButton::clicked, this, &FieldsTab::classifyRequested);
    connect(m_table, &DataTable::currentRowChanged, this, [this](const QModelIndex& index) {
        const ColumnView* column = m_model->at(index);
        showCurrent();
        Q_EMIT columnSelected(column == nullptr ? ColumnView() : *column);
    });
    retranslate();
}

QWidget* FieldsTab::makeDecision() {
    m_card = new Card({}, this);
    m_card->setFixedWidth(size::kDetails);
    m_sentence = new TextLabel(TextStyle::Body, TextRole::Secondary, m_card);
    m_sentence->setWrapping(true);
    const auto label = [this] { return new TextLabel(TextStyle::Caption, TextRole::Secondary, m_card); };
    m_classLabel = label();
    m_kindLabel = label();
    m_reasonLabel = label();
    m_class = new QComboBox(m_card);
    m_kind = new QComboBox(m_card);
    m_reason = new QLineEdit(m_card);
    m_classLabel->setBuddy(m_class);
    m_kindLabel->setBuddy(m_kind);
    m_reasonLabel->setBuddy(m_reason);
    m_accept = new Button({}, ButtonKind::Secondary, QStringLiteral("check"), m_card);
    m_record = new Button({}, ButtonKind::Secondary, QStringLiteral("edit"), m_card);
    QVBoxLayout* body = m_card->body();
    body->addWidget(m_sentence);
    body->addWidget(m_accept);
    body->addSpacing(space::k8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_classLabel, m_class, m_kindLabel, m_kind,
                                                           m_reasonLabel, m_reason, m_record})
        body->addWidget(widget);
    connect(m_class, &QComboBox::currentIndexChanged, this, [this] {
        fillKinds();
        updateButtons();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &FieldsTab::updateButtons);
    connect(m_accept, &QAbstractButton::clicked, this, &FieldsTab::accept);
    connect(m_record, &QAbstractButton::clicked, this, &FieldsTab::record);
    return m_card;
}

void FieldsTab::retranslate() {
    m_table->setName(tr("Fields"));
    m_empty->setTexts(tr("Not classified yet"),
                      tr("Classification looks at every distinct value and at the names of the columns, and "
                         "proposes a class and a level for each, with its evidence."),
                      tr("Classify"));
    m_model->setColumns(
        {FieldModel::text(tr("Column"), [](const ColumnView& row) { return fromUtf8(row.name()); }),
         FieldModel::chip(tr("Class"),
                          [](const ColumnView& row) {
                              return row.classification() == nullptr ? ChipLook()
                                                                     : classChip(row.classification()->cls);
                          }),
         FieldModel::text(tr("Kind"),
                          [](const ColumnView& row) {
                              return row.classification() == nullptr
                                         ? QString()
                                         : kindText(row.classification()->identifier);
                          }),
         FieldModel::share(tr("Confidence"),
                           [](const ColumnView& row) {
                               return row.classification() == nullptr ? 0.0
                                                                      : row.classification()->confidence;
                           }),
         FieldModel::level(tr("Level"),
                           [](const ColumnView& row) {
                               return row.classification() == nullptr ? 0 : row.classification()->level39725;
                           }),
         FieldModel::chip(tr("Decision"), decisionChip)});
    m_table->setColumnWidths({0, 150, 150, 104, 104, 140});
    m_classLabel->setText(tr("Class"));
    m_kindLabel->setText(tr("Kind"));
    m_reasonLabel->setText(tr("Reason (becomes part of the record)"));
    m_accept->setText(tr("Accept the proposal"));
    m_record->setText(tr("Record the decision"));
    const int chosen = std::max(0, m_class->currentIndex());
    {
        const QSignalBlocker blocker(m_class);
        m_class->clear();
        for (const classify::IdentifierClass cls : kChoosableClasses)
            m_class->addItem(classText(cls));
        m_class->setCurrentIndex(chosen);
    }
    showCurrent();
}

void FieldsTab::setBlocked(const QString& reason) {
    m_blocked = reason;
    m_empty->action()->setBlocked(reason);
    updateButtons();
}

void FieldsTab::setView(const std::shared_ptr<const DatasetView>& view) {
    const ColumnView* before = m_model->at(m_table->currentIndex());
    const std::string current = before == nullptr ? std::string() : before->name();
    m_view = view;
    setCurrentIndex(view != nullptr && view->classification.has_value() ? 0 : 1);
    std::vector<ColumnView> columns = columnsOf(view);
    std::stable_partition(columns.begin(), columns.end(),
                          [](const ColumnView& column) { return column.unresolved(); });
    m_model->setRows(std::move(columns));
    select(current);
}

void FieldsTab::select(const std::string& column) {
    const auto& rows = m_model->rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const ColumnView& row) { return row.name() == column; });
    const int row = found == rows.end() ? 0 : static_cast<int>(found - rows.begin());
    m_table->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

void FieldsTab::fillKinds() {
    m_kind->clear();
    m_kind->addItem(dash(), QString());
    if (m_class->currentIndex() < 0)
        return;
    const classify::IdentifierClass cls =
        kChoosableClasses.at(static_cast<std::size_t>(m_class->currentIndex()));
    for (const classify::IdentifierKind& kind : classify::identifierKinds())
        if (kind.cls == cls)
            m_kind->addItem(fromUtf8(chineseShown() ? kind.nameZh : kind.nameEn), fromUtf8(kind.id));
}

void FieldsTab::showCurrent() {
    const ColumnView* column = m_model->at(m_table->currentIndex());
    const classify::ColumnClassification* proposal = column == nullptr ? nullptr : column->proposal();
    m_card->setTitle(column == nullptr ? tr("Field") : fromUtf8(column->name()));
    m_reason->clear();
    if (proposal == nullptr) {
        m_sentence->setText(tr("Select a field to decide what it is."));
        updateButtons();
        return;
    }
    const QString kind = kindText(proposal->identifier);
    const QString what =
        kind.isEmpty() ? classText(proposal->cls) : tr("%1, %2").arg(classText(proposal->cls), kind);
    const QString evidence =
        proposal->evidence.empty() ? QString() : fromUtf8(proposal->evidence.front().detail);
    m_sentence->setText(
        evidence.isEmpty()
            ? tr("Proposal: %1. Confidence %2.").arg(what, formatShare(proposal->confidence))
            : tr("Proposal: %1. Confidence %2: %3.").arg(what, formatShare(proposal->confidence), evidence));
    const classify::ColumnClassification& now = *column->classification();
    const auto place = std::find(kChoosableClasses.begin(), kChoosableClasses.end(), now.cls);
    m_class->setCurrentIndex(static_cast<int>(place - kChoosableClasses.begin()));
    fillKinds();
    if (now.identifier.has_value())
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(fromUtf8(*now.identifier))));
    updateButtons();
}

void FieldsTab::updateButtons() {
    const ColumnView* column = m_model->at(m_table->currentIndex());
    QString blocked = m_blocked;
    if (blocked.isEmpty() && (column == nullptr || column->proposal() == nullptr))
        blocked = tr("Select a field first.");
    m_accept->setBlocked(blocked);
    if (blocked.isEmpty() && m_reason->text().trimmed().isEmpty())
        blocked = tr("Write down the reason first.");
    m_record->setBlocked(blocked);
}

void FieldsTab::accept() {
    const ColumnView* column = m_model->at(m_table->currentIndex());
    if (column == nullptr || column->proposal() == nullptr)
        return;
    const classify::ColumnClassification& proposal = *column->proposal();
    const QString reason =
        m_reason->text().trimmed().isEmpty() ? tr("The proposal is right.") : m_reason->text().trimmed();
    Q_EMIT decided({column->name(), proposal.cls, proposal.identifier, toUtf8(reason)});
}

void FieldsTab::record() {
    const ColumnView* column = m_model->at(m_table->currentIndex());
    if (column == nullptr || m_class->currentIndex() < 0)
        return;
    workspace::ColumnVerdict verdict;
    verdict.column = column->name();
    verdict.cls = kChoosableClasses.at(static_cast<std::size_t>(m_class->currentIndex()));
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty())
        verdict.identifier = toUtf8(kind);
    verdict.reason = toUtf8(m_reason->text().trimmed());
    Q_EMIT decided(verdict);
}

} // namespace mangrove::ui
