// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/scene.h"

#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "handoff/package_verifier.h"
#include "workspace/assessments.h"
#include "workspace/column_decisions.h"
#include "workspace/deidentification.h"
#include "workspace/users.h"

#include <algorithm>
#include <array>

namespace mangrove::demo {

namespace {

using authorization::Decision;
using authorization::Move;

std::string percent(double share) {
    return format("{:.2f} %", share * 100.0);
}

std::size_t countClass(const classify::TableClassification& table, classify::IdentifierClass cls) {
    return static_cast<std::size_t>(
        std::count_if(table.columns.begin(), table.columns.end(),
                      [cls](const classify::ColumnClassification& column) { return column.cls == cls; }));
}

authorization::Obligation obligation(authorization::ObligationType type, authorization::DueRule rule,
                                     std::string text) {
    authorization::Obligation duty;
    duty.type = type;
    duty.rule = rule;
    duty.text = std::move(text);
    return duty;
}

} // namespace

void Scene::step(std::string id, std::string detail) {
    m_report.steps.push_back({std::move(id), std::move(detail)});
    m_tick();
}

Result<catalog::Dataset> Scene::registerFile(const workspace::RegisterOptions& options) {
    MANGROVE_ASSIGN(auto dataset,
                    workspace::registerDataset(*m_cast.workspace, m_cast.officer, options, m_context));
    m_report.datasets.push_back(dataset.id);
    step("register", format("{} as {}: {} rows, {} columns, {}, {} bytes, SHA-256 {}…", dataset.name,
                            dataset.id.text(), dataset.rows, dataset.columns.size(), dataset.dialect.encoding,
                            dataset.bytes, dataset.sha256.substr(0, 12)));
    return dataset;
}

Status Scene::assess(const catalog::Dataset& dataset) {
    auto& workspace = *m_cast.workspace;
    MANGROVE_ASSIGN(const auto profile,
                    workspace::runProfile(workspace, m_cast.officer, dataset.id, m_context));
    std::uint64_t nulls = 0;
    for (const auto& column : profile.value.columns)
        nulls += column.nulls;
    step("profile", format("{}: {} columns, {} missing cells, {} reading warnings", dataset.name,
                           profile.value.columns.size(), nulls, profile.value.warnings.size()));

    MANGROVE_ASSIGN(const auto classes,
                    workspace::runClassification(workspace, m_cast.officer, dataset.id, m_context));
    step("classify", format("{}: {} direct, {} quasi, {} sensitive columns; GB/T 39725 level {}",
                            dataset.name, countClass(classes.value, classify::IdentifierClass::Direct),
                            countClass(classes.value, classify::IdentifierClass::Quasi),
                            countClass(classes.value, classify::IdentifierClass::Sensitive),
                            classes.value.tableLevel39725));

    MANGROVE_ASSIGN(const auto quality,
                    workspace::runQuality(workspace, m_cast.officer, dataset.id, std::nullopt, m_context));
    step("quality", format("{}: {} checks, {} failed", dataset.name, quality.value.findings.size(),
                           quality.value.count(quality::FindingStatus::Fail)));
    return {};
}

Status Scene::confirmColumns(const catalog::Dataset& dataset, std::size_t count) {
    auto& workspace = *m_cast.workspace;
    MANGROVE_ASSIGN(const auto stored, workspace::storedClassification(workspace, dataset.id));
    if (!stored)
        return {};
    for (const auto& column : stored->value.columns) {
        if (count == 0)
            break;
        if (!workspace::needsDecision(column))
            continue;
        --count;
        MANGROVE_TRY(workspace::decideColumn(
            workspace, m_cast.officer, dataset.id,
            {column.name, column.cls, column.identifier, "核对了字段说明和抽样值，同意系统建议（演示）"}));
        m_tick();
    }
    return {};
}

Result<catalog::Release> Scene::deidentify(const catalog::Dataset& dataset) {
    auto& workspace = *m_cast.workspace;
    workspace::ReleaseOptions options;
    MANGROVE_ASSIGN(options.recipe, workspace::suggestRecipe(workspace, dataset.id));
    MANGROVE_ASSIGN(auto release,
                    workspace::applyRecipe(workspace, m_cast.officer, dataset.id, options, m_context));
    MANGROVE_ASSIGN(const auto report, workspace::releaseReport(release));
    step("deidentify", format("{} as {}: {} of {} rows kept, {} of {} columns, smallest group {} (before: "
                              "{}), highest risk {}, "
                              "GB/T 42460 level {}",
                              dataset.name, release.id.text(), report.rowsOut, report.rowsIn,
                              release.columns.size(), dataset.columns.size(), report.after.smallestGroup,
                              report.before.smallestGroup, percent(release.highestRisk), release.level42460));
    return release;
}

Result<RequestId> Scene::draft(const catalog::Release& release, const Wish& wish) {
    authorization::NewRequest wanted;
    wanted.dataset = release.dataset;
    wanted.release = release.id;
    wanted.title = wish.title;
    wanted.purpose = wish.purpose;
    wanted.duo = {"DUO:0000006"};
    wanted.recipient = wish.recipient;
    wanted.recipientOrganisation = wish.organisation;
    wanted.recipientRegion = "460000";
    wanted.legalBasis = wish.legalBasis;
    wanted.sharing = authorization::Sharing::Controlled;
    wanted.columns = release.columns;
    wanted.requestedUntil = m_clock.now() + std::chrono::days(wish.days);
    using authorization::DueRule;
    using authorization::ObligationType;
    wanted.obligations = {obligation(ObligationType::NoReidentifying, {}, "不得尝试重新识别任何个人"),
                          obligation(ObligationType::NoOnwardSharing, {}, "不得向第三方提供"),
                          obligation(ObligationType::Delete, {DueRule::Anchor::AfterExpiry, 30, std::nullopt},
                                     "到期后三十日内销毁")};
    MANGROVE_ASSIGN(const auto request,
                    workspace::createRequest(*m_cast.workspace, m_cast.applicant, wanted));
    step("request", format("{} ({}) for {}", wish.title, request.id.text(), wish.organisation));
    return request.id;
}

Status Scene::submit(const RequestId& id) {
    MANGROVE_TRY(workspace::submitRequest(*m_cast.workspace, m_cast.applicant, id));
    m_tick();
    return {};
}

Status Scene::screen(const RequestId& id) {
    auto& workspace = *m_cast.workspace;
    MANGROVE_TRY(workspace::moveRequest(workspace, m_cast.officer, id, Move::StartScreening, ""));
    m_tick();
    MANGROVE_TRY(workspace::moveRequest(workspace, m_cast.officer, id, Move::StartReview, "材料齐全"));
    m_tick();
    return {};
}

Status Scene::review(const RequestId& id) {
    auto& workspace = *m_cast.workspace;
    workspace::GateEvidence evidence;
    evidence.agreementReference = "DUA-" + id.text() + "（演示）";
    evidence.qualityAcceptedReason = "已知缺陷不影响本次用途，随包附质量报告（演示）";
    MANGROVE_TRY(workspace::recordGateEvidence(workspace, m_cast.reviewer, id, evidence));
    m_tick();
    MANGROVE_TRY(workspace::moveRequest(workspace, m_cast.reviewer, id, Move::MarkReady,
                                        "重识别风险与字段范围已核对"));
    step("review", format("{}: gates examined, marked ready for decision", id.text()));
    return {};
}

Status Scene::approve(const RequestId& id, Instant validUntil) {
    Decision decision;
    decision.verdict = Decision::Verdict::Approve;
    decision.reason = "用途明确，风险可接受（演示）";
    decision.validUntil = validUntil;
    decision.conditions = {"仅限本申请所述用途"};
    std::size_t votes = 0;
    for (const auto* decider : {&m_cast.decider, &m_cast.secondDecider}) {
        MANGROVE_ASSIGN(const auto request,
                        workspace::decideRequest(*m_cast.workspace, *decider, id, decision, m_context));
        ++votes;
        m_tick();
        if (request.state != authorization::RequestState::ReadyForDecision)
            break;
    }
    step("decide", format("{}: approved by {} and signed, valid until {}", id.text(),
                          votes == 1 ? "one person" : "two different people", toIso8601(validUntil)));
    return {};
}

Status Scene::reject(const RequestId& id, const std::string& reason) {
    Decision decision;
    decision.verdict = Decision::Verdict::Reject;
    decision.reason = reason;
    MANGROVE_TRY(workspace::decideRequest(*m_cast.workspace, m_cast.decider, id, decision, m_context));
    step("decide", format("{}: rejected", id.text()));
    return {};
}

Result<workspace::ExportedPackage> Scene::exportTo(const RequestId& id, const std::filesystem::path& out) {
    MANGROVE_ASSIGN(auto package,
                    workspace::exportPackage(*m_cast.workspace, m_cast.custodian, id, out, m_context));
    step("export", format("{}: {} files, {} bytes, SHA-256 {}…", package.id.text(), package.info.files.size(),
                          package.bytes, package.sha256.substr(0, 12)));
    return package;
}

Status Scene::verify(const std::filesystem::path& package, const std::filesystem::path& certificate) {
    MANGROVE_ASSIGN(const auto organisation, workspace::organisation(*m_cast.workspace));
    MANGROVE_TRY(writeFile(certificate, organisation.authorityPem, OutputFile::IfExists::Replace));
    handoff::VerifyOptions options;
    options.caPem = organisation.authorityPem;
    options.at = m_clock.now();
    MANGROVE_ASSIGN(const auto report, handoff::verifyPackage(package, options, m_context));
    m_report.verified = report.ok;
    m_report.package = package;
    m_report.certificate = certificate;
    const auto passed = std::count_if(report.checks.begin(), report.checks.end(),
                                      [](const handoff::VerifyCheck& check) { return check.ok; });
    std::string failed;
    for (const auto& check : report.checks) {
        if (!check.ok)
            failed += "; " + check.id + ": " + check.detail;
    }
    step("verify", format("{}: {} of {} checks passed{}", report.ok ? "holds" : "does not hold", passed,
                          report.checks.size(), failed));
    return {};
}

} // namespace mangrove::demo
