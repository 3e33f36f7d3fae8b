// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/handoff/verify_card.h"

#include "i18n/format.h"
#include "models/governance_words.h"
#include "widgets/banner.h"
#include "widgets/drop_area.h"
#include "widgets/key_value_list.h"

#include <QFileInfo>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

VerifyCard::VerifyCard(QWidget* parent)
    : Card({}, parent), m_model(new RowsModel<handoff::VerifyCheck>(this)) {
    m_drop = new DropArea(QStringLiteral("shield-check"), this);
    m_banner = new Banner(this);
    m_facts = new KeyValueList(this);
    m_table = new DataTable(this);
    m_table->setLinkColumn(-1);
    m_table->setModel(m_model);
    m_table->setFitsRows(20);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_drop, m_banner, m_facts, m_table})
        body()->addWidget(widget);
    body()->addStretch();
    m_facts->hide();
    m_table->hide();
    connect(m_drop, &DropArea::dropped, this, &VerifyCard::dropped);
    connect(m_drop, &QAbstractButton::clicked, this, &VerifyCard::chooseRequested);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    retranslate();
}

void VerifyCard::retranslate() {
    using Model = RowsModel<handoff::VerifyCheck>;
    setTitle(tr("Verify a package"));
    m_drop->setTexts(tr("Drop a package here to verify"), tr("or choose a file. No workspace is needed."));
    m_table->setName(tr("Checks of the package"));
    m_model->setColumns(
        {Model::text(tr("Check"), [](const handoff::VerifyCheck& row) { return packageCheckText(row.id); }),
         Model::chip(tr("Result"),
                     [](const handoff::VerifyCheck& row) { return checkOutcomeChip(row.outcome); }),
         Model::text(tr("File"), [](const handoff::VerifyCheck& row) { return fromUtf8(row.file); })});
    m_table->setColumnWidths({0, 112, 160});
    if (m_report.has_value())
        showReport();
}

void VerifyCard::setBusy(const QString& file) {
    m_banner->showMessage(Tone::Info, tr("Verifying %1…").arg(QFileInfo(file).fileName()));
    m_facts->hide();
    m_table->hide();
}

void VerifyCard::setError(const Error& error) {
    m_report.reset();
    m_banner->showError(error);
    m_facts->hide();
    m_table->hide();
}

void VerifyCard::setReport(const handoff::VerifyReport& report, const QString& file) {
    m_report = report;
    m_file = file;
    showReport();
}

void VerifyCard::showReport() {
    const handoff::VerifyReport& report = *m_report;
    const auto failed = static_cast<int>(
        std::count_if(report.checks.begin(), report.checks.end(), [](const handoff::VerifyCheck& check) {
            return check.outcome == handoff::CheckOutcome::Failed;
        }));
    const QString name = QFileInfo(m_file).fileName();
    if (report.ok)
        m_banner->showMessage(
            Tone::Ok,
            tr("%1 holds: nothing was changed since %2 signed it.").arg(name, fromUtf8(report.signer)));
    else
        m_banner->showMessage(Tone::Critical,
                              tr("%1 does not hold: %n check(s) fail.", nullptr, failed).arg(name));
    m_facts->setRows(
        {{tr("Package"), fromUtf8(report.packageId), {}, true},
         {tr("Signed by"),
          fromUtf8(report.signerOrganisation.empty() ? report.signer
                                                     : report.signer + " · " + report.signerOrganisation)},
         {tr("Signed"), report.signedAt.has_value() ? formatDateTime(*report.signedAt) : QString()},
         {tr("Permit until"), report.permitUntil.has_value() ? formatDate(*report.permitUntil) : QString()},
         {tr("Authority"), fromUtf8(report.caFingerprint), {}, true}});
    m_facts->show();
    m_model->setRows(report.checks);
    m_table->show();
}

} // namespace mangrove::ui
