// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "deid/recipe.h"
#include "support/temp_dir.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"
#include "workspace/exports.h"
#include "workspace/requests.h"
#include "workspace/session.h"
#include "workspace/users.h"
#include "workspace/workspace.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace mangrove::test {

/// The error's code, or "ok".
template<typename T>
std::string codeOf(const Result<T>& result) {
    return result.ok() ? "ok" : std::string(result.error().code());
}
/// The code and the sentence, for a failure's message.
template<typename T>
std::string wordsOf(const Result<T>& result) {
    return result.ok() ? "ok" : std::string(result.error().code()) + ": " + result.error().message();
}

/// A workspace in a folder of its own with somebody for every role, a clock that stands still at
/// 2026-11-23T09:00Z and chance that repeats. Passphrases are "passphrase of <login name>".
class WorkspaceFixture {
public:
    WorkspaceFixture();

    [[nodiscard]] workspace::Environment environment() {
        return {clock, random, crypto::ScryptCost::cheap()};
    }
    [[nodiscard]] workspace::Workspace& ws() { return *m_workspace; }
    [[nodiscard]] std::filesystem::path file() const { return dir / "hospital.mangrove"; }
    [[nodiscard]] std::filesystem::path filesFolder() const { return dir / "hospital.files"; }
    [[nodiscard]] static crypto::SecretText passphraseOf(std::string_view user);
    /// The logged-in session of admin, officer, reviewer, decider, decider2, custodian, applicant or auditor.
    [[nodiscard]] workspace::Session& as(const std::string& user);
    /// Closes the workspace so that its file can be tampered with; sessions stay. reopen() opens it again.
    void close() { m_workspace.reset(); }
    [[nodiscard]] Status reopen();

    /// A made-up extract of `rows` rows: visit number, name, resident number, sex, birth year, department,
    /// cost. Same rows, same bytes.
    std::filesystem::path writeExtract(const std::string& name, int rows) const;
    /// Registers writeExtract().
    Result<catalog::Dataset> registerExtract(const std::string& name, int rows);
    /// Number and name pseudonymised or removed, sex and birth year as quasi-identifiers; k = 6.
    [[nodiscard]] static workspace::ReleaseOptions recipe();
    /// A request for `release` that runs for 90 days, submitted.
    Result<authorization::Request> submitted(const catalog::Release& release,
                                             const std::string& title = "study");
    /// The votes that a request needs: decider, and decider2 where two are needed.
    Status approve(const RequestId& id, Instant validUntil);
    /// The whole way up to an approved request on a new data set.
    struct Approved {
        catalog::Dataset dataset;
        catalog::Release release;
        RequestId request;
    };
    Result<Approved> approved(const std::string& name = "visits", int rows = 600);

    [[nodiscard]] std::uint64_t eventCount();

    TempDir dir;
    FixedClock clock;
    SeededRandom random{7};

private:
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::map<std::string, workspace::Session> m_sessions;
};

} // namespace mangrove::test
