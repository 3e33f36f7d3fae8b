// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"

#include "workspace/assessments.h"
#include "workspace/audit_trail.h"

#include <cstdio>
#include <cstdlib>

namespace mangrove::test {

namespace {

using identity::Role;

const std::map<std::string, std::set<Role>> kPeople{
    {"officer", {Role::DataOfficer}},      {"officer2", {Role::DataOfficer}},
    {"reviewer", {Role::PrivacyReviewer}}, {"decider", {Role::Decider}},
    {"decider2", {Role::Decider}},         {"custodian", {Role::Custodian}},
    {"applicant", {Role::Applicant}},      {"auditor", {Role::Auditor}},
};

/// The fixture cannot go on: say why and stop the test binary.
template<typename T>
T must(Result<T> result, const char* what) {
    if (!result.ok()) {
        std::fprintf(stderr, "workspace fixture: %s: %s\n", what, wordsOf(result).c_str());
        std::abort();
    }
    return std::move(result).value();
}

deid::Attribute attribute(std::string column, deid::AttributeRole role, deid::TransformType type) {
    deid::Attribute result;
    result.column = std::move(column);
    result.role = role;
    result.transform = deid::Transform{};
    result.transform->type = type;
    return result;
}

} // namespace

WorkspaceFixture::WorkspaceFixture() : clock(parseIso8601("2026-11-23T09:00:00Z").value()) {
    workspace::CreateOptions options;
    options.organisation = "测试医院";
    options.admin = UserId("admin");
    options.adminDisplayName = "管理员";
    options.adminPassphrase = passphraseOf("admin");
    m_workspace = must(workspace::Workspace::create(file(), std::move(options), environment()), "create");
    m_sessions.emplace("admin",
                       must(workspace::login(ws(), UserId("admin"), passphraseOf("admin")), "login admin"));
    for (const auto& [id, roles] : kPeople) {
        must(workspace::addUser(ws(), as("admin"), {UserId(id), id, roles}, passphraseOf(id)), "add user");
        m_sessions.emplace(id, must(workspace::login(ws(), UserId(id), passphraseOf(id)), "login"));
    }
}

crypto::SecretText WorkspaceFixture::passphraseOf(std::string_view user) {
    return crypto::SecretText("passphrase of " + std::string(user));
}

workspace::Session& WorkspaceFixture::as(const std::string& user) {
    return m_sessions.at(user);
}

Status WorkspaceFixture::reopen() {
    close();
    MANGROVE_ASSIGN(m_workspace, workspace::Workspace::open(file(), environment()));
    return {};
}

std::filesystem::path WorkspaceFixture::writeExtract(const std::string& name, int rows) const {
    std::string text = "就诊流水号,姓名,性别,出生年份,科室,费用\n";
    for (int row = 0; row < rows; ++row) {
        text += "V" + std::to_string(100000 + row) + ",病人" + std::to_string(row) + ",";
        text += row % 2 == 0 ? "男," : "女,";
        text += std::to_string(1940 + 10 * (row % 5)) + ",";
        text += (row % 3 == 0 ? "心内科," : "外科,") + std::to_string(100 + row * 37 % 9000) + ".5\n";
    }
    return dir.write(name + ".csv", text);
}

Result<catalog::Dataset> WorkspaceFixture::registerExtract(const std::string& name, int rows) {
    workspace::RegisterOptions options;
    options.path = writeExtract(name, rows);
    options.domain = catalog::Domain::Care;
    options.owner = "病案室";
    return workspace::registerDataset(ws(), as("officer"), options, {});
}

workspace::ReleaseOptions WorkspaceFixture::recipe() {
    using deid::AttributeRole;
    using deid::TransformType;
    workspace::ReleaseOptions options;
    options.recipe.attributes = {
        attribute("就诊流水号", AttributeRole::Direct, TransformType::Pseudonym),
        attribute("姓名", AttributeRole::Direct, TransformType::Suppress),
        attribute("性别", AttributeRole::Quasi, TransformType::Keep),
        attribute("出生年份", AttributeRole::Quasi, TransformType::Keep),
        attribute("科室", AttributeRole::Sensitive, TransformType::Keep),
        attribute("费用", AttributeRole::Sensitive, TransformType::Keep),
    };
    deid::Model model;
    model.type = deid::ModelType::KAnonymity;
    model.k = 6;
    options.recipe.models = {model};
    return options;
}

Result<authorization::Request> WorkspaceFixture::submitted(const catalog::Release& release,
                                                           const std::string& title) {
    authorization::NewRequest wanted;
    wanted.dataset = release.dataset;
    wanted.release = release.id;
    wanted.title = title;
    wanted.purpose = "再入院研究";
    wanted.recipient = "课题组";
    wanted.recipientOrganisation = "示例大学";
    wanted.recipientRegion = "460000";
    wanted.legalBasis = "授权运营";
    wanted.columns = release.columns;
    wanted.requestedUntil = clock.now() + std::chrono::days(90);
    MANGROVE_ASSIGN(const auto request, workspace::createRequest(ws(), as("applicant"), wanted));
    return workspace::submitRequest(ws(), as("applicant"), request.id);
}

Status WorkspaceFixture::approve(const RequestId& id, Instant validUntil) {
    authorization::Decision decision;
    decision.reason = "用途明确";
    decision.validUntil = validUntil;
    for (const char* decider : {"decider", "decider2"}) {
        MANGROVE_ASSIGN(const auto request, workspace::decideRequest(ws(), as(decider), id, decision, {}));
        if (request.state == authorization::RequestState::Active)
            break;
    }
    return {};
}

Result<WorkspaceFixture::Approved> WorkspaceFixture::approved(const std::string& name, int rows) {
    Approved result;
    MANGROVE_ASSIGN(result.dataset, registerExtract(name, rows));
    MANGROVE_TRY(workspace::runClassification(ws(), as("officer"), result.dataset.id, {}));
    MANGROVE_ASSIGN(result.release,
                    workspace::applyRecipe(ws(), as("officer"), result.dataset.id, recipe(), {}));
    MANGROVE_ASSIGN(const auto request, submitted(result.release));
    result.request = request.id;
    MANGROVE_TRY(approve(request.id, clock.now() + std::chrono::days(30)));
    return result;
}

std::uint64_t WorkspaceFixture::eventCount() {
    return must(workspace::verifyAudit(ws(), {}), "verify audit").events;
}

} // namespace mangrove::test
