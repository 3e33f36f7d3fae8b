// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/authorizations/request_form.h"

#include "i18n/format.h"
#include "models/governance_words.h"
#include "models/words.h"
#include "widgets/button.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>
#include <array>

namespace mangrove::ui {

namespace {

constexpr std::array kRequestSharings{authorization::Sharing::Controlled, authorization::Sharing::Enclave,
                                      authorization::Sharing::Public};
constexpr int kDefaultMonths = 12;

} // namespace

RequestForm::RequestForm(QWidget* parent) : Card({}, parent) {
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(space::k16);
    m_form->setVerticalSpacing(space::k8);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_dataset = new QComboBox(this);
    m_release = new QComboBox(this);
    m_title = new QLineEdit(this);
    m_purpose = new QLineEdit(this);
    m_recipient = new QLineEdit(this);
    m_organisation = new QLineEdit(this);
    m_legalBasis = new QLineEdit(this);
    m_sharing = new QComboBox(this);
    m_until = new QDateEdit(this);
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_title, m_dataset, m_release, m_purpose, m_recipient,
                                         m_organisation, m_legalBasis, m_sharing, m_until}) {
        auto* label = new TextLabel(TextStyle::Body, TextRole::Secondary, this);
        label->setBuddy(field);
        m_labels.push_back(label);
        m_form->addRow(label, field);
    }
    body()->addLayout(m_form);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel = new Button({}, ButtonKind::Quiet, {}, this);
    m_submit = new Button({}, ButtonKind::Primary, QStringLiteral("plus"), this);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    body()->addLayout(buttons);

    connect(m_cancel, &QAbstractButton::clicked, this, &RequestForm::cancelled);
    connect(m_submit, &QAbstractButton::clicked, this, &RequestForm::submitted);
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &RequestForm::fillReleases);
    for (QLineEdit* field : {m_title, m_purpose, m_recipient, m_organisation, m_legalBasis})
        connect(field, &QLineEdit::textChanged, this, &RequestForm::updateSubmit);
    retranslate();
}

void RequestForm::start(const std::vector<workspace::DatasetSummary>& datasets,
                        const std::vector<catalog::Release>& releases, const ReleaseId& chosen, Instant now) {
    m_releases = releases;
    DatasetId dataset;
    for (const catalog::Release& release : releases)
        if (release.id == chosen)
            dataset = release.dataset;
    {
        const QSignalBlocker blocker(m_dataset);
        m_dataset->clear();
        for (const workspace::DatasetSummary& one : datasets) {
            m_dataset->addItem(fromUtf8(one.dataset.name), fromUtf8(one.dataset.id.text()));
            if (one.dataset.id == dataset)
                m_dataset->setCurrentIndex(m_dataset->count() - 1);
        }
    }
    fillReleases();
    if (const int place = m_release->findData(fromUtf8(chosen.text())); place >= 0 && !chosen.empty())
        m_release->setCurrentIndex(place);
    for (QLineEdit* field : {m_title, m_purpose, m_recipient, m_organisation, m_legalBasis})
        field->clear();
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc()).date();
    m_until->setMinimumDate(today.addDays(1));
    m_until->setDate(today.addMonths(kDefaultMonths));
    m_busy = false;
    updateSubmit();
    m_title->setFocus();
}

void RequestForm::fillReleases() {
    const std::string dataset = toUtf8(m_dataset->currentData().toString());
    m_release->clear();
    m_release->addItem(tr("to be made later"), QString());
    for (const catalog::Release& release : m_releases)
        if (release.dataset.text() == dataset)
            m_release->addItem(
                tr("%1 · %2 rows · risk %3")
                    .arg(fromUtf8(release.id.text()), formatCount(release.rows), oneIn(release.highestRisk)),
                fromUtf8(release.id.text()));
    if (m_release->count() > 1)
        m_release->setCurrentIndex(1);
}

authorization::NewRequest RequestForm::request() const {
    authorization::NewRequest wanted;
    wanted.dataset = DatasetId(toUtf8(m_dataset->currentData().toString()));
    if (const QString release = m_release->currentData().toString(); !release.isEmpty())
        wanted.release = ReleaseId(toUtf8(release));
    wanted.title = toUtf8(m_title->text().trimmed());
    wanted.purpose = toUtf8(m_purpose->text().trimmed());
    wanted.recipient = toUtf8(m_recipient->text().trimmed());
    wanted.recipientOrganisation = toUtf8(m_organisation->text().trimmed());
    wanted.legalBasis = toUtf8(m_legalBasis->text().trimmed());
    wanted.sharing = kRequestSharings.at(static_cast<std::size_t>(std::max(0, m_sharing->currentIndex())));
    const QDateTime end(m_until->date(), QTime(23, 59, 59), QTimeZone::utc());
    wanted.requestedUntil = Instant(std::chrono::milliseconds(end.toMSecsSinceEpoch()));
    return wanted;
}

void RequestForm::setBusy(bool busy) {
    m_busy = busy;
    updateSubmit();
}

void RequestForm::updateSubmit() {
    QString blocked;
    if (m_busy)
        blocked = tr("The request is being written.");
    else if (m_title->text().trimmed().isEmpty() || m_purpose->text().trimmed().isEmpty())
        blocked = tr("A request needs a title and a purpose.");
    else if (m_recipient->text().trimmed().isEmpty() || m_organisation->text().trimmed().isEmpty())
        blocked = tr("Say who receives the data.");
    else if (m_legalBasis->text().trimmed().isEmpty())
        blocked = tr("Name the legal basis.");
    m_submit->setBlocked(blocked);
}

void RequestForm::retranslate() {
    setTitle(tr("New request"));
    const QStringList labels{tr("Title"),       tr("Data set"),  tr("Table"),
                             tr("Purpose"),     tr("Recipient"), tr("Organisation"),
                             tr("Legal basis"), tr("Sharing"),   tr("Until")};
    for (int i = 0; i < labels.size(); ++i)
        m_labels[static_cast<std::size_t>(i)]->setText(labels[i]);
    m_submit->setText(tr("Write the draft"));
    m_cancel->setText(tr("Cancel"));
    const int chosen = std::max(0, m_sharing->currentIndex());
    m_sharing->clear();
    for (const authorization::Sharing sharing : kRequestSharings)
        m_sharing->addItem(sharingText(sharing));
    m_sharing->setCurrentIndex(chosen);
    updateSubmit();
}

} // namespace mangrove::ui
