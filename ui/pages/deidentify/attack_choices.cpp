// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/attack_choices.h"

#include "i18n/format.h"
#include "widgets/button.h"
#include "widgets/columns_box.h"
#include "widgets/flow_layout.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

std::vector<std::string> columnNames(const QStringList& columns) {
    std::vector<std::string> names;
    std::transform(columns.begin(), columns.end(), std::back_inserter(names), toUtf8);
    return names;
}

/// Those of `columns` that are not among `others`.
QStringList without(const QStringList& columns, const QStringList& others) {
    QStringList left;
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(left),
                 [&](const QString& column) { return !others.contains(column); });
    return left;
}

} // namespace

AttackChoices::AttackChoices(QWidget* parent)
    : QWidget(parent), m_known(new ColumnsBox(this)), m_secrets(new ColumnsBox(this)),
      m_first(new ColumnsBox(this)), m_second(new ColumnsBox(this)),
      m_control(new Button({}, ButtonKind::Secondary, QStringLiteral("people"), this)),
      m_noControl(new IconButton(QStringLiteral("close"), {}, this)) {
    auto* flow = new FlowLayout(this);
    for (ColumnsBox* box : {m_known, m_secrets, m_first, m_second}) {
        flow->addWidget(box);
        connect(box, &ColumnsBox::choiceChanged, this, &AttackChoices::changed);
    }
    auto* control = new QWidget(this);
    auto* row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_control);
    row->addWidget(m_noControl);
    flow->addWidget(control);
    connect(m_control, &QAbstractButton::clicked, this, &AttackChoices::controlFileRequested);
    connect(m_noControl, &QAbstractButton::clicked, this, [this] { setControlFile({}); });
    retranslate();
}

void AttackChoices::setRecipe(const deid::Recipe& recipe, const std::vector<deid::AppliedColumn>& columns) {
    QStringList all;
    QStringList secrets;
    m_proposedKnown.clear();
    for (const deid::AppliedColumn& column : columns) {
        if (!column.written)
            continue;
        const QString name = fromUtf8(column.name);
        all << name;
        const deid::Attribute* attribute = recipe.find(column.name);
        if (attribute != nullptr && attribute->role == deid::AttributeRole::Quasi)
            m_proposedKnown << name;
        if (attribute != nullptr && attribute->role == deid::AttributeRole::Sensitive)
            secrets << name;
    }
    m_known->setColumns(all, m_proposedKnown);
    m_secrets->setColumns(all, secrets);
    m_first->setColumns(all, {});
    m_second->setColumns(all, {});
}

workspace::RecipeAttack AttackChoices::attack() const {
    workspace::RecipeAttack attack;
    attack.control = toUtf8(m_controlFile);
    attack.options.known = columnNames(m_known->chosen());
    attack.options.secrets = columnNames(m_secrets->chosen());
    QStringList first = m_first->chosen();
    QStringList second = m_second->chosen();
    const QStringList& known = m_known->chosen().isEmpty() ? m_proposedKnown : m_known->chosen();
    if (first.isEmpty() && !second.isEmpty())
        first = without(known, second);
    else if (second.isEmpty() && !first.isEmpty())
        second = without(known, first);
    attack.options.first = columnNames(first);
    attack.options.second = columnNames(second);
    return attack;
}

void AttackChoices::setControlFile(const QString& path) {
    if (path == m_controlFile)
        return;
    m_controlFile = path;
    showControl();
    Q_EMIT changed();
}

void AttackChoices::clear() {
    for (ColumnsBox* box : {m_known, m_secrets, m_first, m_second})
        box->choose({});
    m_controlFile.clear();
    showControl();
}

void AttackChoices::showControl() {
    m_control->setText(m_controlFile.isEmpty() ? tr("Control file…")
                                               : tr("Control: %1").arg(QFileInfo(m_controlFile).fileName()));
    m_noControl->setVisible(!m_controlFile.isEmpty());
}

void AttackChoices::retranslate() {
    m_known->setTexts(tr("Known"), tr("quasi-identifiers"), tr("the quasi-identifiers"));
    m_secrets->setTexts(tr("Secret"), tr("sensitive"), tr("the sensitive columns"));
    m_first->setTexts(tr("Party A"), tr("half"), tr("every other known column"));
    m_second->setTexts(tr("Party B"), tr("the rest"), tr("the other known columns"));
    m_control->setToolTip(tr("Raw records of people who are not in this data set, to compare with. Without a "
                             "file, records that the table leaves out or that are held back at random."));
    m_noControl->setName(tr("Without the control file"));
    showControl();
}

} // namespace mangrove::ui
