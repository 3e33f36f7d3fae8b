// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/authorizations/request_detail.h"

#include "i18n/format.h"
#include "models/governance_words.h"
#include "models/words.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/flow_layout.h"
#include "widgets/key_value_list.h"
#include "widgets/text_label.h"
#include "widgets/timeline.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

RequestDetail::RequestDetail(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k16);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::k16);
    m_requestCard = new Card({}, this);
    m_sentences = new TextLabel(TextStyle::Body, TextRole::Primary, m_requestCard);
    m_sentences->setWrapping(true);
    m_facts = new KeyValueList(m_requestCard);
    m_requestCard->body()->addWidget(m_sentences);
    m_requestCard->body()->addWidget(m_facts);
    left->addWidget(m_requestCard);
    m_gatesCard = new Card({}, this);
    m_chips = new QWidget(m_gatesCard);
    m_chipRow = new FlowLayout(m_chips, space::k8);
    m_evidence = new TextLabel(TextStyle::Body, TextRole::Secondary, m_gatesCard);
    m_evidence->setWrapping(true);
    m_gatesCard->body()->addWidget(m_chips);
    m_gatesCard->body()->addWidget(m_evidence);
    left->addWidget(m_gatesCard);
    left->addStretch();
    row->addLayout(left, 3);
    m_timelineCard = new Card({}, this);
    m_timeline = new Timeline(m_timelineCard);
    m_timelineCard->body()->addWidget(m_timeline);
    m_timelineCard->body()->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(m_timelineCard);
    right->addStretch();
    row->addLayout(right, 2);
    retranslate();
}

void RequestDetail::retranslate() {
    m_gatesCard->setTitle(tr("Gates"));
    m_timelineCard->setTitle(tr("What happened"));
    if (m_view.has_value())
        setRequest(workspace::RequestView(*m_view), std::map(m_names), m_now);
}

QString RequestDetail::nameOf(const UserId& user) const {
    const auto found = m_names.find(user.text());
    return fromUtf8(found == m_names.end() ? user.text() : found->second);
}

QString RequestDetail::sentences(const workspace::RequestView& view) {
    const authorization::Request& request = view.request;
    QStringList text;
    const QString what =
        request.release.has_value()
            ? tr("the de-identified table %1 of “%2”")
                  .arg(fromUtf8(request.release->text()), fromUtf8(view.datasetName))
            : tr("a de-identified table of “%1”, still to be made").arg(fromUtf8(view.datasetName));
    text << tr("%1 asks for %2 on behalf of %3 (%4).")
                .arg(fromUtf8(view.applicantName), what, fromUtf8(request.recipient),
                     fromUtf8(request.recipientOrganisation));
    text << tr("Purpose: %1.").arg(fromUtf8(request.purpose));
    text << (request.columns.empty()
                 ? tr("All columns of the table, as %1, until %2.")
                       .arg(sharingText(request.sharing), formatDate(request.requestedUntil))
                 : tr("%1 columns, as %2, until %3.")
                       .arg(formatCount(request.columns.size()), sharingText(request.sharing),
                            formatDate(request.requestedUntil)));
    text << (view.twoDeciders ? tr("Two different people have to approve it.")
                              : tr("One decider has to approve it."));
    if (request.crossBorder)
        text << tr("The recipient is outside the mainland.");
    return text.join(QLatin1Char(' '));
}

void RequestDetail::setRequest(const workspace::RequestView& view,
                               const std::map<std::string, std::string>& names, Instant now) {
    const bool same = m_view.has_value() && m_view->request.id == view.request.id;
    m_view = view;
    m_names = names;
    m_now = now;
    if (!same)
        m_gate.clear();
    const authorization::Request& request = m_view->request;
    m_requestCard->setTitle(fromUtf8(request.title));
    m_sentences->setText(sentences(*m_view));
    std::vector<KeyValue> facts{{tr("Request"), fromUtf8(request.id.text()), {}, true},
                                {tr("Created"), formatDateTime(request.created)},
                                {tr("Legal basis"), fromUtf8(request.legalBasis)}};
    if (m_view->permit.has_value())
        facts.push_back({tr("Permit"), fromUtf8(m_view->permit->id.text()), {}, true});
    if (m_view->daysLeft.has_value())
        facts.push_back({tr("Valid"),
                         *m_view->daysLeft < 0
                             ? tr("ended %1").arg(formatRelative(request.validUntil.value_or(now), now))
                             : tr("%n more day(s)", nullptr, static_cast<int>(*m_view->daysLeft)),
                         {},
                         false,
                         *m_view->daysLeft < 30 ? TextRole::Warning : TextRole::Primary});
    for (const authorization::DecisionRecord& decision : request.decisions)
        for (const std::string& condition : decision.conditions)
            facts.push_back({tr("Condition"), fromUtf8(condition)});
    for (const authorization::Obligation& obligation : request.obligations) {
        QString text = obligationText(obligation.type);
        if (!obligation.text.empty())
            text = tr("%1: %2").arg(text, fromUtf8(obligation.text));
        if (obligation.due.has_value())
            text = tr("%1, due %2").arg(text, formatDate(*obligation.due));
        facts.push_back({tr("Obligation"),
                         tr("%1 (%2)").arg(text, obligationStatusChip(obligation.status).text),
                         {},
                         false,
                         obligation.status == authorization::ObligationStatus::Overdue ? TextRole::Critical
                                                                                       : TextRole::Primary});
    }
    m_facts->setRows(facts);
    showGates();
    showTimeline();
}

void RequestDetail::showGates() {
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const authorization::Gate& gate : m_view->gates) {
        auto* chip = new Chip(gateChip(gate), m_chips);
        // The number alone: all ten stand in one row, and the chosen one is spelled out below.
        ChipLook look = chip->look();
        look.text = fromUtf8(gate.id);
        chip->setLook(look);
        chip->setClickable(true);
        chip->setAccessibleName(
            QStringLiteral("%1: %2").arg(gateChip(gate).text, gateStatusText(gate.status)));
        chip->setToolTip(chip->accessibleName());
        connect(chip, &Chip::clicked, this, [this, id = gate.id] { showGate(id); });
        m_chipRow->addWidget(chip);
        chip->show();
        if (m_gate.empty() && gate.blocks)
            m_gate = gate.id;
    }
    showGate(m_gate.empty() && !m_view->gates.empty() ? m_view->gates.front().id : m_gate);
}

void RequestDetail::showGate(const std::string& id) {
    m_gate = id;
    for (const authorization::Gate& gate : m_view->gates) {
        if (gate.id != id)
            continue;
        QStringList lines{tr("%1 · %2").arg(gateChip(gate).text, gateStatusText(gate.status)),
                          gateReasonText(gate)};
        if (!gate.evidenceSha256.empty())
            lines << tr("Evidence: SHA-256 %1").arg(shortHash(gate.evidenceSha256, 16));
        lines << tr("Rule: %1").arg(gateSource(gate.id));
        if (gate.blocks)
            lines << tr("While it stands like this, approval and export are refused.");
        m_evidence->setText(lines.join(QLatin1Char('\n')));
        return;
    }
    m_evidence->clear();
}

void RequestDetail::showTimeline() {
    std::vector<TimelineEntry> entries;
    for (const authorization::RequestEvent& event : m_view->request.history) {
        const ChipLook look = requestEventLook(event.kind);
        const bool isDecision =
            event.kind == "approved" || event.kind == "first-approval" || event.kind == "rejected";
        entries.push_back({look.icon, look.tone, look.text, nameOf(event.actor),
                           formatRelative(event.time, m_now), formatUtc(event.time), fromUtf8(event.note),
                           isDecision});
    }
    m_timeline->setEntries(entries);
}

} // namespace mangrove::ui
