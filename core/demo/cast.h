// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mangrove::demo {

/// Login names of the demo's people, who are roles and nobody in particular.
inline constexpr std::string_view kAdminId = "admin";
inline constexpr std::string_view kOfficerId = "officer";
inline constexpr std::string_view kReviewerId = "reviewer";
inline constexpr std::string_view kDeciderId = "decider";
inline constexpr std::string_view kSecondDeciderId = "decider2";
inline constexpr std::string_view kCustodianId = "custodian";
inline constexpr std::string_view kApplicantId = "applicant";
inline constexpr std::string_view kAuditorId = "auditor";

/// A new workspace with somebody for each role, all logged in.
struct Cast {
    std::unique_ptr<workspace::Workspace> workspace;
    std::filesystem::path passphrases; ///< the file that says how to log in as each of them
    workspace::Session admin;
    workspace::Session officer;
    workspace::Session reviewer;
    workspace::Session decider;
    workspace::Session secondDecider;
    workspace::Session custodian;
    workspace::Session applicant;
    workspace::Session auditor;
};

/// Makes the workspace `file`, its users with passphrases drawn from environment.random, and the file `list`
/// ("<login name>TAB<passphrase>" a line, readable by the owner only), which only a demo may have.
[[nodiscard]] Result<Cast> makeCast(const std::filesystem::path& file, const std::filesystem::path& list,
                                    const std::string& organisation,
                                    const workspace::Environment& environment);

} // namespace mangrove::demo
