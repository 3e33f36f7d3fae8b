// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/authorization.h"
#include "authorization/schema.h"
#include "base/clock.h"
#include "base/random.h"
#include "crypto/certificate.h"
#include "identity/user.h"
#include "store/database.h"

#include <QtTest>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace mangrove::test {

inline Instant at(const char* text) {
    return *parseIso8601(text);
}

/// The value, or a failed test with the error's sentence.
template<typename T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s", result.error().message().c_str());
    return std::move(result).value();
}

inline void must(const Status& status) {
    if (!status)
        qFatal("%s", status.error().message().c_str());
}

/// An organisation with an authority, and people whose keys it certifies. Keys differ in each run.
class People {
public:
    explicit People(const Clock& clock, std::string organisation = "Test Hospital")
        : m_clock(clock), m_key(must(crypto::SigningKey::generate())),
          m_authority(
              must(crypto::makeAuthority(m_key, {organisation + " CA", organisation, 20}, clock, m_random))),
          m_organisation(std::move(organisation)) {}

    [[nodiscard]] identity::UnlockedSigner person(const std::string& id, std::set<identity::Role> roles) {
        auto key = must(crypto::SigningKey::generate());
        auto checkpoint = must(crypto::CheckpointKey::generate());
        auto certificate = must(crypto::issueCertificate(
            m_key, m_authority, key, {{id, m_organisation, "", id}, 5}, m_clock, m_random));
        identity::User user;
        user.id = UserId(id);
        user.displayName = id;
        user.roles = std::move(roles);
        user.certificatePem = certificate.toPem();
        user.checkpointKey = checkpoint.publicKey();
        user.created = m_clock.now();
        return {std::move(user), std::move(key), std::move(checkpoint), std::move(certificate), {}};
    }

    [[nodiscard]] std::string caPem() const { return m_authority.toPem(); }
    [[nodiscard]] const crypto::Certificate& authority() const { return m_authority; }

private:
    const Clock& m_clock;
    SeededRandom m_random{7};
    crypto::SigningKey m_key;
    crypto::Certificate m_authority;
    std::string m_organisation;
};

/// A database in memory with the tables of requests, and one person for each role.
struct AuthorizationFixture {
    FixedClock clock{at("2026-11-23T08:00:00Z")};
    SeededRandom random{42};
    store::Database database = must(store::Database::inMemory());
    People people{clock};
    identity::UnlockedSigner applicant = people.person("lin", {identity::Role::Applicant});
    identity::UnlockedSigner officer = people.person("chen", {identity::Role::DataOfficer});
    identity::UnlockedSigner reviewer = people.person("wu", {identity::Role::PrivacyReviewer});
    identity::UnlockedSigner decider = people.person("zhao", {identity::Role::Decider});
    identity::UnlockedSigner second = people.person("sun", {identity::Role::Decider});
    identity::UnlockedSigner custodian = people.person("he", {identity::Role::Custodian});
    std::unique_ptr<authorization::Authorization> authorization;

    AuthorizationFixture() {
        must(database.exec(authorization::schemaSql()));
        authorization = std::make_unique<authorization::Authorization>(database, clock, random);
    }

    static std::string digest(char c) { return std::string(64, c); }

    static authorization::NewRequest wanted() {
        authorization::NewRequest request;
        request.dataset = DatasetId("DS-00000001");
        request.release = ReleaseId("RL-00000001");
        request.releaseSha256 = digest('a');
        request.title = "Readmission within 30 days";
        request.purpose = "Method study on readmission";
        request.duo = {"DUO:0000006"};
        request.recipient = "Research group";
        request.recipientOrganisation = "University";
        request.recipientRegion = "460000";
        request.legalBasis = "PIPL 13(2), contract";
        request.columns = {"age", "sex", "diagnosis"};
        request.requestedUntil = at("2027-11-23T00:00:00Z");
        return request;
    }

    /// Facts under which every gate that can block is open.
    static authorization::GateFacts facts() {
        authorization::GateFacts facts;
        facts.level39725 = 3;
        authorization::ReleaseFacts release;
        release.sha256 = digest('a');
        release.measuredSha256 = digest('a');
        release.smallestGroup = 6;
        release.level42460 = 3;
        release.columns = {"age", "sex"};
        release.reportSha256 = digest('b');
        facts.release = release;
        return facts;
    }

    static authorization::Decision approval() {
        authorization::Decision decision;
        decision.reason = "Fits the purpose";
        decision.validUntil = at("2027-05-23T00:00:00Z");
        decision.conditions = {"Use on the hospital's server only"};
        return decision;
    }

    /// A submitted request.
    RequestId submitted(const authorization::NewRequest& request = wanted()) {
        const auto created = must(authorization->create(request, applicant.user));
        must(authorization->submit(created.id, applicant.user));
        return created.id;
    }

    /// An approved and active one.
    RequestId active() {
        const RequestId id = submitted();
        must(authorization->decide(id, approval(), decider, facts()));
        return id;
    }
};

} // namespace mangrove::test
