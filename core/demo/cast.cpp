// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/cast.h"

#include "base/file.h"
#include "workspace/users.h"

#include <array>
#include <map>

namespace mangrove::demo {

namespace {

using identity::Role;

struct Part {
    std::string_view id;
    std::string_view displayName;
    Role role;
};

constexpr std::array kParts{
    Part{kAdminId, "管理员（演示）", Role::Admin},
    Part{kOfficerId, "数据官（演示）", Role::DataOfficer},
    Part{kReviewerId, "隐私审核员（演示）", Role::PrivacyReviewer},
    Part{kDeciderId, "审批人（演示）", Role::Decider},
    Part{kSecondDeciderId, "第二审批人（演示）", Role::Decider},
    Part{kCustodianId, "保管人（演示）", Role::Custodian},
    Part{kApplicantId, "申请人（演示）", Role::Applicant},
    Part{kAuditorId, "审计员（演示）", Role::Auditor},
};

using Passphrases = std::map<std::string_view, std::string>;

Passphrases drawPassphrases(RandomSource& random) {
    Passphrases passphrases;
    for (const Part& part : kParts)
        passphrases[part.id] = makeId("demo", random);
    return passphrases;
}

Status writePassphrases(const std::filesystem::path& file, const Passphrases& passphrases) {
    std::string text = "# Passphrases of a demo workspace. A real workspace never has such a file.\n";
    for (const Part& part : kParts)
        text += std::string(part.id) + "\t" + passphrases.at(part.id) + "\n";
    MANGROVE_TRY(writeFile(file, text, OutputFile::IfExists::Fail));
    std::error_code ignored; // a file system without permissions keeps the file as it is
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return {};
}

} // namespace

Result<Cast> makeCast(const std::filesystem::path& file, const std::filesystem::path& list,
                      const std::string& organisation, const workspace::Environment& environment) {
    const auto passphrases = drawPassphrases(environment.random);
    const auto secretOf = [&](std::string_view id) { return crypto::SecretText(passphrases.at(id)); };
    workspace::CreateOptions options;
    options.organisation = organisation;
    options.admin = UserId(std::string(kAdminId));
    options.adminDisplayName = kParts.front().displayName;
    options.adminPassphrase = secretOf(kAdminId);
    options.language = "zh_CN";
    options.demo = true;
    MANGROVE_ASSIGN(auto made, workspace::Workspace::create(file, std::move(options), environment));
    const auto enter = [&](std::string_view id) {
        return workspace::login(*made, UserId(std::string(id)), secretOf(id));
    };
    MANGROVE_ASSIGN(auto admin, enter(kAdminId));
    for (const Part& part : kParts) {
        if (part.id == kAdminId)
            continue;
        const identity::NewUser user{
            UserId(std::string(part.id)), std::string(part.displayName), {part.role}};
        MANGROVE_TRY(workspace::addUser(*made, admin, user, secretOf(part.id)));
    }
    MANGROVE_ASSIGN(auto officer, enter(kOfficerId));
    MANGROVE_ASSIGN(auto reviewer, enter(kReviewerId));
    MANGROVE_ASSIGN(auto decider, enter(kDeciderId));
    MANGROVE_ASSIGN(auto secondDecider, enter(kSecondDeciderId));
    MANGROVE_ASSIGN(auto custodian, enter(kCustodianId));
    MANGROVE_ASSIGN(auto applicant, enter(kApplicantId));
    MANGROVE_ASSIGN(auto auditor, enter(kAuditorId));
    MANGROVE_TRY(writePassphrases(list, passphrases));
    return Cast{std::move(made),          list,
                std::move(admin),         std::move(officer),
                std::move(reviewer),      std::move(decider),
                std::move(secondDecider), std::move(custodian),
                std::move(applicant),     std::move(auditor)};
}

} // namespace mangrove::demo
