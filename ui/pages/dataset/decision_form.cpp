// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/decision_form.h"

#include "classify/identifier_kind.h"
#include "i18n/format.h"
#include "models/words.h"
#include "widgets/button.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

constexpr std::array kChoosableClasses{
    classify::IdentifierClass::Direct,       classify::IdentifierClass::Quasi,
    classify::IdentifierClass::Sensitive,    classify::IdentifierClass::Professional,
    classify::IdentifierClass::Organisation, classify::IdentifierClass::Code,
    classify::IdentifierClass::None};

} // namespace

DecisionForm::DecisionForm(const ColumnView& column, const QString& blocked, QWidget* parent)
    : QWidget(parent), m_column(column), m_blocked(blocked), m_class(new QComboBox(this)),
      m_kind(new QComboBox(this)), m_reason(new QLineEdit(this)),
      m_accept(new Button(tr("Accept"), ButtonKind::Secondary, QStringLiteral("check"), this)),
      m_false(new Button(tr("Not an identifier"), ButtonKind::Secondary, QStringLiteral("ban"), this)),
      m_change(new Button(tr("Record the decision"), ButtonKind::Secondary, QStringLiteral("edit"), this)) {
    auto* body = new QVBoxLayout(this);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(space::k8);
    auto* sentence = new TextLabel(standing(), TextStyle::Body, TextRole::Secondary, this);
    sentence->setWrapping(true);
    body->addWidget(sentence);
    auto* reasonLabel = new TextLabel(tr("Reason (becomes part of the record)"), TextStyle::Caption,
                                      TextRole::Secondary, this);
    reasonLabel->setBuddy(m_reason);
    m_reason->setAccessibleName(reasonLabel->text());
    body->addWidget(reasonLabel);
    body->addWidget(m_reason);
    auto* quick = new QHBoxLayout;
    quick->setSpacing(space::k8);
    quick->addWidget(m_accept);
    quick->addWidget(m_false);
    quick->addStretch();
    body->addLayout(quick);
    auto* choiceLabel =
        new TextLabel(tr("It is something else"), TextStyle::Caption, TextRole::Secondary, this);
    choiceLabel->setBuddy(m_class);
    body->addWidget(choiceLabel);
    m_class->setAccessibleName(tr("Class"));
    m_kind->setAccessibleName(tr("Kind"));
    for (QComboBox* box : {m_class, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        body->addWidget(box);
    }
    body->addWidget(m_change);
    fillClasses();
    connect(m_class, &QComboBox::currentIndexChanged, this, &DecisionForm::fillKinds);
    connect(m_reason, &QLineEdit::textChanged, this, &DecisionForm::updateButtons);
    connect(m_accept, &QAbstractButton::clicked, this, [this] { send(workspace::VerdictKind::Accept); });
    connect(m_false, &QAbstractButton::clicked, this,
            [this] { send(workspace::VerdictKind::NotIdentifier); });
    connect(m_change, &QAbstractButton::clicked, this, [this] { send(workspace::VerdictKind::Change); });
    updateButtons();
}

QString DecisionForm::standing() const {
    const classify::ColumnClassification* proposal = m_column.proposal();
    if (proposal == nullptr)
        return tr("This column came with a new version. Classify the data set again.");
    const QString kind = kindText(proposal->identifier);
    const QString what =
        kind.isEmpty() ? classText(proposal->cls) : tr("%1, %2").arg(classText(proposal->cls), kind);
    QString text = tr("Proposal: %1. Confidence %2.").arg(what, formatShare(proposal->confidence))
                   + QLatin1Char(' ') + evidenceSentence(*proposal);
    const workspace::Field* field = m_column.field();
    if (field != nullptr && field->state == workspace::FieldState::Stale)
        text += QLatin1Char('\n')
                + tr("The decision of version %1 is stale, for this has changed since: %2. Until somebody "
                     "decides again, the stricter of both counts.")
                      .arg(field->decision->version)
                      .arg(fieldChangesText(field->changes));
    return text;
}

void DecisionForm::fillClasses() {
    const QSignalBlocker blocker(m_class);
    for (const classify::IdentifierClass cls : kChoosableClasses)
        m_class->addItem(classText(cls));
    if (const classify::ColumnClassification* now = m_column.classification(); now != nullptr) {
        const auto place = std::find(kChoosableClasses.begin(), kChoosableClasses.end(), now->cls);
        m_class->setCurrentIndex(static_cast<int>(place - kChoosableClasses.begin()));
        fillKinds();
        if (now->identifier.has_value())
            m_kind->setCurrentIndex(std::max(0, m_kind->findData(fromUtf8(*now->identifier))));
    }
}

void DecisionForm::fillKinds() {
    m_kind->clear();
    m_kind->addItem(tr("no particular kind"), QString());
    const auto chosen = static_cast<std::size_t>(std::max(0, m_class->currentIndex()));
    for (const classify::IdentifierKind& kind : classify::identifierKinds())
        if (kind.cls == kChoosableClasses.at(chosen))
            m_kind->addItem(fromUtf8(chineseShown() ? kind.nameZh : kind.nameEn), fromUtf8(kind.id));
}

void DecisionForm::updateButtons() {
    QString blocked = m_blocked;
    if (blocked.isEmpty() && m_column.proposal() == nullptr)
        blocked = tr("Classify the data set again.");
    m_accept->setBlocked(blocked);
    if (blocked.isEmpty() && m_reason->text().trimmed().isEmpty())
        blocked = tr("Write down the reason first.");
    m_false->setBlocked(blocked);
    m_change->setBlocked(blocked);
}

void DecisionForm::send(workspace::VerdictKind kind) {
    workspace::ColumnVerdict verdict;
    verdict.column = m_column.name();
    verdict.kind = kind;
    const QString reason = m_reason->text().trimmed();
    verdict.reason = toUtf8(reason.isEmpty() ? tr("The proposal is right.") : reason);
    if (kind == workspace::VerdictKind::Change) {
        verdict.cls = kChoosableClasses.at(static_cast<std::size_t>(std::max(0, m_class->currentIndex())));
        if (const QString id = m_kind->currentData().toString(); !id.isEmpty())
            verdict.identifier = toUtf8(id);
    }
    Q_EMIT decided(verdict);
}

} // namespace mangrove::ui
