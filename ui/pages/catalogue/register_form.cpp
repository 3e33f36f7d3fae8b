// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/register_form.h"

#include "i18n/format.h"
#include "models/words.h"
#include "widgets/button.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mangrove::ui {

RegisterForm::RegisterForm(QWidget* parent) : Card({}, parent) {
    m_explanation = new TextLabel(TextStyle::Body, TextRole::Secondary, this);
    m_explanation->setWrapping(true);
    m_file = new ElidedLabel({}, TextStyle::Caption, TextRole::Muted, this);
    m_file->setElideMode(Qt::ElideMiddle);
    body()->addWidget(m_explanation);
    body()->addWidget(m_file);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::k16);
    grid->setVerticalSpacing(space::k4);
    const auto label = [this] { return new TextLabel(TextStyle::Caption, TextRole::Secondary, this); };
    m_nameLabel = label();
    m_domainLabel = label();
    m_ownerLabel = label();
    m_descriptionLabel = label();
    m_name = new QLineEdit(this);
    m_domain = new QComboBox(this);
    m_owner = new QLineEdit(this);
    m_description = new QLineEdit(this);
    m_nameLabel->setBuddy(m_name);
    m_domainLabel->setBuddy(m_domain);
    m_ownerLabel->setBuddy(m_owner);
    m_descriptionLabel->setBuddy(m_description);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_domainLabel, 0, 1);
    grid->addWidget(m_ownerLabel, 0, 2);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_domain, 1, 1);
    grid->addWidget(m_owner, 1, 2);
    grid->addWidget(m_descriptionLabel, 2, 0, 1, 3);
    grid->addWidget(m_description, 3, 0, 1, 3);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    body()->addLayout(grid);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel = new Button({}, ButtonKind::Quiet, {}, this);
    m_submit = new Button({}, ButtonKind::Primary, QStringLiteral("plus"), this);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    body()->addLayout(buttons);

    connect(m_cancel, &QAbstractButton::clicked, this, &RegisterForm::cancelled);
    connect(m_submit, &QAbstractButton::clicked, this, &RegisterForm::submitted);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_submit->setBlocked(text.trimmed().isEmpty() ? tr("A data set needs a name.") : QString());
    });
    retranslate();
}

void RegisterForm::start(const QString& path) {
    m_path = path;
    m_file->setText(path);
    m_name->setText(QFileInfo(path).completeBaseName());
    m_owner->clear();
    m_description->clear();
    m_domain->setCurrentIndex(0);
    setBusy(false);
    m_name->setFocus();
    m_name->selectAll();
}

workspace::RegisterOptions RegisterForm::options() const {
    workspace::RegisterOptions options;
    options.path = std::filesystem::path(toUtf8(m_path));
    options.name = toUtf8(m_name->text().trimmed());
    options.description = toUtf8(m_description->text().trimmed());
    options.owner = toUtf8(m_owner->text().trimmed());
    options.domain = catalog::kDomains.at(static_cast<std::size_t>(m_domain->currentIndex()));
    return options;
}

void RegisterForm::setBusy(bool busy) {
    m_submit->setBlocked(busy ? tr("The file is being read.") : QString());
    for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_domain),
                           static_cast<QWidget*>(m_owner), static_cast<QWidget*>(m_description)})
        field->setEnabled(!busy);
}

void RegisterForm::retranslate() {
    setTitle(tr("Register a file"));
    m_explanation->setText(tr("The file is read once to count its rows and to take its fingerprint. It stays "
                              "where it is; its rows are never copied into the workspace."));
    m_nameLabel->setText(tr("Name"));
    m_domainLabel->setText(tr("Domain"));
    m_ownerLabel->setText(tr("Responsible department"));
    m_descriptionLabel->setText(tr("Description"));
    m_submit->setText(tr("Register"));
    m_cancel->setText(tr("Cancel"));
    const int chosen = std::max(0, m_domain->currentIndex());
    m_domain->clear();
    for (const catalog::Domain domain : catalog::kDomains)
        m_domain->addItem(domainText(domain));
    m_domain->setCurrentIndex(chosen);
}

} // namespace mangrove::ui
