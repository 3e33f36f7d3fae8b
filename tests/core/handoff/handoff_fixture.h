// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "core/authorization/authorization_fixture.h"
#include "crypto/sha256.h"
#include "handoff/package_builder.h"
#include "handoff/package_source.h"
#include "handoff/package_verifier.h"
#include "support/temp_dir.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace mangrove::test {

/// An approved request for a small released table, and everything a package of it needs.
struct HandoffFixture : AuthorizationFixture {
    TempDir dir;
    std::string csv = "age,sex,diagnosis\n60-64,1,E11\n60-64,2,E11\n65-69,1,I10\n";
    std::filesystem::path payload = dir.write("released.csv", csv);
    std::string payloadSha256 = toHex(crypto::sha256(csv));
    handoff::PackageContents contents;

    explicit HandoffFixture(int deciders = 1) {
        authorization::NewRequest request = wanted();
        request.releaseSha256 = payloadSha256;
        authorization::Obligation destroy;
        destroy.type = authorization::ObligationType::Delete;
        destroy.rule = must(authorization::DueRule::parse("P30D after expiry"));
        request.obligations = {destroy};
        authorization::GateFacts known = facts();
        known.level39725 = deciders == 2 ? 4 : 3;
        known.release->sha256 = payloadSha256;
        known.release->measuredSha256 = payloadSha256;
        const RequestId id = submitted(request);
        must(authorization->decide(id, approval(), decider, known));
        if (deciders == 2)
            must(authorization->decide(id, approval(), second, known));
        clock.advance(std::chrono::hours(1));
        contents.id = PackageId("PK-00000001");
        contents.title = "住院再入院研究 / Readmission study";
        contents.description = "De-identified inpatient visits";
        contents.keywords = {"inpatient"};
        contents.organisation = "Test Hospital";
        contents.datasetName = "Inpatient visits";
        contents.payloads = {
            {payload,
             "visits.csv",
             payloadSha256,
             3,
             {{"age", "string", "age band"}, {"sex", "integer", ""}, {"diagnosis", "string", ""}}}};
        contents.request = must(authorization->find(id));
        contents.permit = must(authorization->permit(id));
        contents.evidence = {"{\"k\":6}\n", "{\"findings\":[]}\n", "{\"columns\":[]}\n", "{\"recipe\":1}\n"};
        contents.caPem = people.caPem();
    }

    [[nodiscard]] handoff::PackageSigner signer() const {
        return {custodian.signingKey, custodian.certificate};
    }

    handoff::PackageInfo build(const std::string& name = "package.zip") {
        return must(handoff::buildPackage(contents, signer(), clock, dir / name, {}));
    }

    [[nodiscard]] handoff::VerifyReport verify(const std::filesystem::path& path, bool withCa = true) const {
        handoff::VerifyOptions options;
        options.at = clock.now() + std::chrono::hours(1);
        if (withCa)
            options.caPem = people.caPem();
        return must(handoff::verifyPackage(path, options, {}));
    }
};

/// Every file of a package, by path below its folder.
inline std::map<std::string, std::string> filesOf(const std::filesystem::path& package) {
    std::map<std::string, std::string> files;
    const auto source = must(handoff::PackageSource::open(package, {}));
    for (const auto& entry : source->entries())
        files[entry.path] = must(source->text(entry.path, 1U << 30U, {}));
    return files;
}

inline void writeFiles(const std::filesystem::path& folder, const std::map<std::string, std::string>& files) {
    for (const auto& [path, bytes] : files) {
        const auto file = folder / path;
        std::filesystem::create_directories(file.parent_path());
        must(writeFile(file, bytes, OutputFile::IfExists::Replace));
    }
}

inline const handoff::VerifyCheck* checkOf(const handoff::VerifyReport& report, std::string_view id) {
    for (const auto& check : report.checks) {
        if (check.id == id)
            return &check;
    }
    return nullptr;
}

/// "id:code:file" of every failed check, for messages and comparisons.
inline std::string failures(const handoff::VerifyReport& report) {
    std::string text;
    for (const auto& check : report.checks) {
        if (check.outcome == handoff::CheckOutcome::Failed)
            text += (text.empty() ? "" : " ") + check.id + ":" + check.code + ":" + check.file;
    }
    return text;
}

} // namespace mangrove::test
