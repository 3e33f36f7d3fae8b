// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/governance_words.h"

#include "authorization/gates.h"
#include "i18n/format.h"
#include "models/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string>

namespace mangrove::ui {

namespace {

/// A stable word of core, what it reads as, and how it looks.
struct Wording {
    std::string_view id;
    const char* text;
    const char* icon = "";
    Tone tone = Tone::Neutral;
};

template<std::size_t Size>
const Wording* findWording(const std::array<Wording, Size>& list, std::string_view id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Wording& wording) { return wording.id == id; });
    return found == list.end() ? nullptr : &*found;
}

QString say(const char* text) {
    return QCoreApplication::translate("GovernanceWords", text);
}

template<std::size_t Size>
QString textOf(const std::array<Wording, Size>& list, std::string_view id) {
    const Wording* wording = findWording(list, id);
    return wording == nullptr ? fromUtf8(id) : say(wording->text);
}

template<std::size_t Size>
ChipLook lookOf(const std::array<Wording, Size>& list, std::string_view id) {
    const Wording* wording = findWording(list, id);
    if (wording == nullptr)
        return {fromUtf8(id), QStringLiteral("dot"), Tone::Neutral};
    return {say(wording->text), QString::fromLatin1(wording->icon), wording->tone};
}

constexpr std::array kStates{
    Wording{"draft", QT_TRANSLATE_NOOP("GovernanceWords", "Draft"), "edit", Tone::Neutral},
    Wording{"submitted", QT_TRANSLATE_NOOP("GovernanceWords", "Submitted"), "send", Tone::Info},
    Wording{"screening", QT_TRANSLATE_NOOP("GovernanceWords", "Screening"), "send", Tone::Info},
    Wording{"in-review", QT_TRANSLATE_NOOP("GovernanceWords", "In review"), "eye", Tone::Info},
    Wording{"ready-for-decision", QT_TRANSLATE_NOOP("GovernanceWords", "Ready for decision"), "eye",
            Tone::Warning},
    Wording{"approved", QT_TRANSLATE_NOOP("GovernanceWords", "Approved"), "check-circle", Tone::Ok},
    Wording{"active", QT_TRANSLATE_NOOP("GovernanceWords", "Active"), "check-circle", Tone::Ok},
    Wording{"returned", QT_TRANSLATE_NOOP("GovernanceWords", "Returned"), "warning", Tone::Warning},
    Wording{"rejected", QT_TRANSLATE_NOOP("GovernanceWords", "Rejected"), "critical", Tone::Critical},
    Wording{"withdrawn", QT_TRANSLATE_NOOP("GovernanceWords", "Withdrawn"), "dot", Tone::Neutral},
    Wording{"suspended", QT_TRANSLATE_NOOP("GovernanceWords", "Suspended"), "warning", Tone::Warning},
    Wording{"expired", QT_TRANSLATE_NOOP("GovernanceWords", "Expired"), "clock", Tone::Warning},
    Wording{"revoked", QT_TRANSLATE_NOOP("GovernanceWords", "Revoked"), "critical", Tone::Critical},
    Wording{"closed", QT_TRANSLATE_NOOP("GovernanceWords", "Closed"), "dot", Tone::Neutral},
};

constexpr std::array kEvents{
    Wording{"created", QT_TRANSLATE_NOOP("GovernanceWords", "Created"), "plus", Tone::Neutral},
    Wording{"release-attached", QT_TRANSLATE_NOOP("GovernanceWords", "Released table attached"), "link",
            Tone::Neutral},
    Wording{"submitted", QT_TRANSLATE_NOOP("GovernanceWords", "Submitted"), "send", Tone::Info},
    Wording{"start-screening", QT_TRANSLATE_NOOP("GovernanceWords", "Screening began"), "search", Tone::Info},
    Wording{"start-review", QT_TRANSLATE_NOOP("GovernanceWords", "Review began"), "eye", Tone::Info},
    Wording{"mark-ready", QT_TRANSLATE_NOOP("GovernanceWords", "Ready for decision"), "check", Tone::Info},
    Wording{"return", QT_TRANSLATE_NOOP("GovernanceWords", "Returned to the applicant"), "warning",
            Tone::Warning},
    Wording{"withdraw", QT_TRANSLATE_NOOP("GovernanceWords", "Withdrawn"), "dot", Tone::Neutral},
    Wording{"first-approval", QT_TRANSLATE_NOOP("GovernanceWords", "First approval"), "check-circle",
            Tone::Ok},
    Wording{"approved", QT_TRANSLATE_NOOP("GovernanceWords", "Approved"), "check-circle", Tone::Ok},
    Wording{"rejected", QT_TRANSLATE_NOOP("GovernanceWords", "Rejected"), "critical", Tone::Critical},
    Wording{"activated", QT_TRANSLATE_NOOP("GovernanceWords", "Permit issued"), "sign", Tone::Ok},
    Wording{"exported", QT_TRANSLATE_NOOP("GovernanceWords", "Package exported"), "handoff", Tone::Accent},
    Wording{"obligation-fulfilled", QT_TRANSLATE_NOOP("GovernanceWords", "Obligation fulfilled"), "check",
            Tone::Ok},
    Wording{"suspend", QT_TRANSLATE_NOOP("GovernanceWords", "Suspended"), "warning", Tone::Warning},
    Wording{"resume", QT_TRANSLATE_NOOP("GovernanceWords", "Resumed"), "check", Tone::Ok},
    Wording{"revoke", QT_TRANSLATE_NOOP("GovernanceWords", "Revoked"), "critical", Tone::Critical},
    Wording{"close", QT_TRANSLATE_NOOP("GovernanceWords", "Closed"), "dot", Tone::Neutral},
};

constexpr std::array kGateStates{
    Wording{"pass", QT_TRANSLATE_NOOP("GovernanceWords", "Pass"), "check-circle", Tone::Ok},
    Wording{"conditional", QT_TRANSLATE_NOOP("GovernanceWords", "Pass with conditions"), "check-circle",
            Tone::Warning},
    Wording{"fail", QT_TRANSLATE_NOOP("GovernanceWords", "Fail"), "critical", Tone::Critical},
    Wording{"stale", QT_TRANSLATE_NOOP("GovernanceWords", "Stale"), "warning", Tone::Critical},
    Wording{"open", QT_TRANSLATE_NOOP("GovernanceWords", "Open"), "clock", Tone::Warning},
    Wording{"not-applicable", QT_TRANSLATE_NOOP("GovernanceWords", "Not applicable"), "dot", Tone::Neutral},
};

constexpr std::array kObligations{
    Wording{"delete", QT_TRANSLATE_NOOP("GovernanceWords", "Destroy the data")},
    Wording{"attribute", QT_TRANSLATE_NOOP("GovernanceWords", "Name the source")},
    Wording{"pay", QT_TRANSLATE_NOOP("GovernanceWords", "Pay")},
    Wording{"report-use", QT_TRANSLATE_NOOP("GovernanceWords", "Report the use")},
    Wording{"return-results", QT_TRANSLATE_NOOP("GovernanceWords", "Return the results")},
    Wording{"no-onward-sharing", QT_TRANSLATE_NOOP("GovernanceWords", "Do not pass the data on")},
    Wording{"no-reidentifying", QT_TRANSLATE_NOOP("GovernanceWords", "Do not try to re-identify anybody")},
    Wording{"re-review", QT_TRANSLATE_NOOP("GovernanceWords", "Review again")},
    Wording{"incident-notice", QT_TRANSLATE_NOOP("GovernanceWords", "Report incidents")},
    Wording{"sign-agreement", QT_TRANSLATE_NOOP("GovernanceWords", "Sign the data-use agreement")},
    Wording{"register", QT_TRANSLATE_NOOP("GovernanceWords", "Register the product")},
};

constexpr std::array kObligationStates{
    Wording{"open", QT_TRANSLATE_NOOP("GovernanceWords", "Open"), "clock", Tone::Warning},
    Wording{"standing", QT_TRANSLATE_NOOP("GovernanceWords", "Standing"), "info", Tone::Info},
    Wording{"fulfilled", QT_TRANSLATE_NOOP("GovernanceWords", "Fulfilled"), "check-circle", Tone::Ok},
    Wording{"overdue", QT_TRANSLATE_NOOP("GovernanceWords", "Overdue"), "critical", Tone::Critical},
};

constexpr std::array kRoles{
    Wording{"data-officer", QT_TRANSLATE_NOOP("GovernanceWords", "Data officer")},
    Wording{"privacy-reviewer", QT_TRANSLATE_NOOP("GovernanceWords", "Privacy reviewer")},
    Wording{"decider", QT_TRANSLATE_NOOP("GovernanceWords", "Decider")},
    Wording{"custodian", QT_TRANSLATE_NOOP("GovernanceWords", "Custodian")},
    Wording{"auditor", QT_TRANSLATE_NOOP("GovernanceWords", "Auditor")},
    Wording{"applicant", QT_TRANSLATE_NOOP("GovernanceWords", "Applicant")},
    Wording{"admin", QT_TRANSLATE_NOOP("GovernanceWords", "Administrator")},
};

constexpr std::array kActions{
    Wording{"workspace.create", QT_TRANSLATE_NOOP("GovernanceWords", "created the workspace"), "overview"},
    Wording{"dataset.register", QT_TRANSLATE_NOOP("GovernanceWords", "registered a data set"), "dataset"},
    Wording{"dataset.relocate", QT_TRANSLATE_NOOP("GovernanceWords", "told where the source is now"),
            "dataset"},
    Wording{"dataset.renew", QT_TRANSLATE_NOOP("GovernanceWords", "entered a new version of a data set"),
            "dataset"},
    Wording{"dataset.profile", QT_TRANSLATE_NOOP("GovernanceWords", "profiled a data set"), "overview"},
    Wording{"dataset.classify", QT_TRANSLATE_NOOP("GovernanceWords", "classified a data set"), "catalogue"},
    Wording{"dataset.check-quality", QT_TRANSLATE_NOOP("GovernanceWords", "checked the quality"), "quality"},
    Wording{"dataset.decide-column", QT_TRANSLATE_NOOP("GovernanceWords", "decided what a column is"),
            "check"},
    Wording{"release.create", QT_TRANSLATE_NOOP("GovernanceWords", "made a de-identified table"),
            "deidentify"},
    Wording{"code.resolve", QT_TRANSLATE_NOOP("GovernanceWords", "looked up who codes stand for"), "key"},
    Wording{"request.create", QT_TRANSLATE_NOOP("GovernanceWords", "drafted a request"), "authorize"},
    Wording{"request.submit", QT_TRANSLATE_NOOP("GovernanceWords", "submitted a request"), "authorize"},
    Wording{"request.attach-release", QT_TRANSLATE_NOOP("GovernanceWords", "attached a released table"),
            "link"},
    Wording{"request.start-screening", QT_TRANSLATE_NOOP("GovernanceWords", "began to screen a request"),
            "authorize"},
    Wording{"request.start-review", QT_TRANSLATE_NOOP("GovernanceWords", "began to review a request"),
            "authorize"},
    Wording{"request.mark-ready", QT_TRANSLATE_NOOP("GovernanceWords", "marked a request ready for decision"),
            "authorize"},
    Wording{"request.return", QT_TRANSLATE_NOOP("GovernanceWords", "returned a request"), "warning"},
    Wording{"request.withdraw", QT_TRANSLATE_NOOP("GovernanceWords", "withdrew a request"), "authorize"},
    Wording{"request.approve", QT_TRANSLATE_NOOP("GovernanceWords", "approved a request"), "check-circle"},
    Wording{"request.reject", QT_TRANSLATE_NOOP("GovernanceWords", "rejected a request"), "critical"},
    Wording{"request.suspend", QT_TRANSLATE_NOOP("GovernanceWords", "suspended a permit"), "warning"},
    Wording{"request.resume", QT_TRANSLATE_NOOP("GovernanceWords", "resumed a permit"), "check"},
    Wording{"request.revoke", QT_TRANSLATE_NOOP("GovernanceWords", "revoked a permit"), "critical"},
    Wording{"request.close", QT_TRANSLATE_NOOP("GovernanceWords", "closed a request"), "authorize"},
    Wording{"request.fulfil", QT_TRANSLATE_NOOP("GovernanceWords", "fulfilled an obligation"), "check"},
    Wording{"request.gate-evidence", QT_TRANSLATE_NOOP("GovernanceWords", "entered evidence for the gates"),
            "authorize"},
    Wording{"package.export", QT_TRANSLATE_NOOP("GovernanceWords", "exported a package"), "handoff"},
    Wording{"audit.checkpoint", QT_TRANSLATE_NOOP("GovernanceWords", "signed a checkpoint"), "audit"},
    Wording{"user.add", QT_TRANSLATE_NOOP("GovernanceWords", "added a user"), "people"},
    Wording{"user.set-roles", QT_TRANSLATE_NOOP("GovernanceWords", "changed the roles of a user"), "people"},
    Wording{"user.disable", QT_TRANSLATE_NOOP("GovernanceWords", "disabled a user"), "people"},
    Wording{"user.enable", QT_TRANSLATE_NOOP("GovernanceWords", "enabled a user"), "people"},
    Wording{"user.change-passphrase", QT_TRANSLATE_NOOP("GovernanceWords", "changed the own passphrase"),
            "lock"},
    Wording{"user.grant-keys", QT_TRANSLATE_NOOP("GovernanceWords", "shared the de-identification keys"),
            "lock"},
};

constexpr std::array kChecks{
    Wording{"container", QT_TRANSLATE_NOOP("GovernanceWords", "Container")},
    Wording{"bag-structure", QT_TRANSLATE_NOOP("GovernanceWords", "BagIt structure")},
    Wording{"files", QT_TRANSLATE_NOOP("GovernanceWords", "Nothing added, nothing missing")},
    Wording{"tag-manifest", QT_TRANSLATE_NOOP("GovernanceWords", "Tag manifest")},
    Wording{"payload-sha256", QT_TRANSLATE_NOOP("GovernanceWords", "Payload digests SHA-256")},
    Wording{"payload-sm3", QT_TRANSLATE_NOOP("GovernanceWords", "Payload digests SM3")},
    Wording{"seal", QT_TRANSLATE_NOOP("GovernanceWords", "Seal")},
    Wording{"certificate", QT_TRANSLATE_NOOP("GovernanceWords", "Certificate")},
    Wording{"signature", QT_TRANSLATE_NOOP("GovernanceWords", "Signature")},
    Wording{"signer", QT_TRANSLATE_NOOP("GovernanceWords", "Signer")},
    Wording{"permit-signature", QT_TRANSLATE_NOOP("GovernanceWords", "Signature of the permit")},
    Wording{"permit-decisions", QT_TRANSLATE_NOOP("GovernanceWords", "Decisions behind the permit")},
    Wording{"permit-payload", QT_TRANSLATE_NOOP("GovernanceWords", "The permit is for this payload")},
    Wording{"permit-validity", QT_TRANSLATE_NOOP("GovernanceWords", "Validity of the permit")},
    Wording{"checkpoint", QT_TRANSLATE_NOOP("GovernanceWords", "Audit checkpoint")},
    Wording{"approval-proof", QT_TRANSLATE_NOOP("GovernanceWords", "Proof of the approval")},
    Wording{"export-proof", QT_TRANSLATE_NOOP("GovernanceWords", "Proof of the export")},
};

constexpr std::array kOutcomes{
    Wording{"passed", QT_TRANSLATE_NOOP("GovernanceWords", "Passed"), "check-circle", Tone::Ok},
    Wording{"failed", QT_TRANSLATE_NOOP("GovernanceWords", "Failed"), "critical", Tone::Critical},
    Wording{"absent", QT_TRANSLATE_NOOP("GovernanceWords", "Absent"), "dot", Tone::Neutral},
    Wording{"skipped", QT_TRANSLATE_NOOP("GovernanceWords", "Skipped"), "dot", Tone::Neutral},
};

constexpr std::array kFiles{
    Wording{"payload", QT_TRANSLATE_NOOP("GovernanceWords", "Data")},
    Wording{"permit", QT_TRANSLATE_NOOP("GovernanceWords", "Permit")},
    Wording{"policy", QT_TRANSLATE_NOOP("GovernanceWords", "Policy")},
    Wording{"evidence", QT_TRANSLATE_NOOP("GovernanceWords", "Evidence")},
    Wording{"description", QT_TRANSLATE_NOOP("GovernanceWords", "Description")},
    Wording{"signature", QT_TRANSLATE_NOOP("GovernanceWords", "Signature")},
    Wording{"anchor", QT_TRANSLATE_NOOP("GovernanceWords", "Audit anchor")},
    Wording{"tag", QT_TRANSLATE_NOOP("GovernanceWords", "Bag file")},
};

} // namespace

QString requestStateText(authorization::RequestState state) {
    return textOf(kStates, authorization::name(state));
}

ChipLook requestStateChip(authorization::RequestState state) {
    return lookOf(kStates, authorization::name(state));
}

QString requestEventText(std::string_view kind) {
    return textOf(kEvents, kind);
}

ChipLook requestEventLook(std::string_view kind) {
    return lookOf(kEvents, kind);
}

QString gateStatusText(authorization::GateStatus status) {
    return textOf(kGateStates, authorization::name(status));
}

ChipLook gateChip(const authorization::Gate& gate) {
    ChipLook look = lookOf(kGateStates, authorization::name(gate.status));
    look.text = QStringLiteral("%1 %2").arg(fromUtf8(gate.id), gateName(gate.id));
    return look;
}

QString gateName(std::string_view id) {
    for (const authorization::GateInfo& info : authorization::gateInfos())
        if (info.id == id)
            return fromUtf8(chineseShown() ? info.nameZh : info.nameEn);
    return fromUtf8(id);
}

QString gateSource(std::string_view id) {
    for (const authorization::GateInfo& info : authorization::gateInfos())
        if (info.id == id)
            return fromUtf8(info.source);
    return {};
}

QString gateReasonText(const authorization::Gate& gate) {
    return fromUtf8(authorization::gateText(gate, chineseShown()));
}

QString sharingText(authorization::Sharing sharing) {
    switch (sharing) {
    case authorization::Sharing::Public:
        return say(QT_TRANSLATE_NOOP("GovernanceWords", "Completely public"));
    case authorization::Sharing::Controlled:
        return say(QT_TRANSLATE_NOOP("GovernanceWords", "Controlled public"));
    case authorization::Sharing::Enclave:
        break;
    }
    return say(QT_TRANSLATE_NOOP("GovernanceWords", "Enclave"));
}

QString sharingText(deid::Sharing sharing) {
    return sharingText(
        authorization::sharingFromName(deid::nameOf(sharing)).value_or(authorization::Sharing::Controlled));
}

QString obligationText(authorization::ObligationType type) {
    return textOf(kObligations, authorization::name(type));
}

ChipLook obligationStatusChip(authorization::ObligationStatus status) {
    return lookOf(kObligationStates, authorization::name(status));
}

QString roleText(std::string_view role) {
    return textOf(kRoles, role);
}

QString auditActionText(std::string_view action) {
    return textOf(kActions, action);
}

QString auditActionIcon(std::string_view action) {
    const Wording* wording = findWording(kActions, action);
    return wording == nullptr ? QStringLiteral("dot") : QString::fromLatin1(wording->icon);
}

QString packageCheckText(std::string_view id) {
    return textOf(kChecks, id);
}

ChipLook checkOutcomeChip(handoff::CheckOutcome outcome) {
    return lookOf(kOutcomes, handoff::name(outcome));
}

QString packageFileText(std::string_view what) {
    return textOf(kFiles, what);
}

} // namespace mangrove::ui
