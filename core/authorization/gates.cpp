// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/gates.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace mangrove::authorization {

namespace {

constexpr std::size_t kMaxNamed = 10; // names listed in a reason; the rest is counted

Gate gate(std::string_view id, GateStatus status, std::string_view reason,
          std::vector<std::string> args = {}) {
    Gate result;
    result.id = id;
    result.status = status;
    result.reason = reason;
    result.args = std::move(args);
    const bool mustBeKnown = id == "G1" || id == "G2" || id == "G4" || id == "G8";
    result.blocks = status == GateStatus::Fail || status == GateStatus::Stale
                    || (status == GateStatus::Open && mustBeKnown);
    return result;
}

std::string listed(std::vector<std::string> names) {
    const std::size_t more = names.size() > kMaxNamed ? names.size() - kMaxNamed : 0;
    if (more > 0) {
        names.resize(kMaxNamed);
        names.push_back("+" + std::to_string(more));
    }
    return join(names, ", ");
}

/// Whether a data set that allows `allowed` may be used for `wanted`. DUO: no restriction (4) covers
/// everything, general research use (42) covers health (6), disease (7) and ancestry (11) research, health
/// research covers disease research.
bool duoCovers(std::string_view allowed, std::string_view wanted) {
    if (allowed == wanted || allowed == "DUO:0000004")
        return true;
    if (allowed == "DUO:0000042")
        return wanted == "DUO:0000006" || wanted == "DUO:0000007" || wanted == "DUO:0000011";
    return allowed == "DUO:0000006" && wanted == "DUO:0000007";
}

Gate purposeGate(const Request& request, const GateFacts& facts) {
    if (trim(request.purpose).empty())
        return gate("G1", GateStatus::Fail, "purpose-missing");
    if (facts.datasetDuo.empty())
        return gate("G1", GateStatus::Pass, "purpose-stated");
    if (request.duo.empty())
        return gate("G1", GateStatus::Open, "duo-not-stated", {listed(facts.datasetDuo)});
    std::vector<std::string> refused;
    for (const auto& wanted : request.duo) {
        const bool covered = std::any_of(facts.datasetDuo.begin(), facts.datasetDuo.end(),
                                         [&](const auto& allowed) { return duoCovers(allowed, wanted); });
        if (!covered)
            refused.push_back(wanted);
    }
    if (!refused.empty())
        return gate("G1", GateStatus::Fail, "duo-not-allowed", {listed(refused)});
    return gate("G1", GateStatus::Pass, "duo-matches", {listed(facts.datasetDuo)});
}

Gate legalBasisGate(const Request& request) {
    if (trim(request.legalBasis).empty())
        return gate("G2", GateStatus::Fail, "legal-basis-missing");
    return gate("G2", GateStatus::Pass, "legal-basis-stated", {request.legalBasis});
}

Gate ethicsGate(const Request& request, const GateFacts& facts, Instant now) {
    if (trim(request.ethicsNumber).empty()) {
        return facts.ethicsRequired ? gate("G3", GateStatus::Fail, "ethics-missing")
                                    : gate("G3", GateStatus::NotApplicable, "ethics-not-needed");
    }
    if (!request.ethicsUntil)
        return gate("G3", GateStatus::Conditional, "ethics-no-end", {request.ethicsNumber});
    const std::vector<std::string> args{request.ethicsNumber, toIso8601(*request.ethicsUntil)};
    if (*request.ethicsUntil <= now)
        return gate("G3", GateStatus::Fail, "ethics-expired", args);
    Gate result = gate("G3", GateStatus::Pass, "ethics-valid", args);
    result.validUntil = request.ethicsUntil;
    return result;
}

Gate riskGate(const Request& request, const GateFacts& facts, const GatePolicy& policy) {
    if (!facts.release)
        return gate("G4", GateStatus::Open, "not-deidentified");
    const ReleaseFacts& release = *facts.release;
    const auto judge = [&] {
        if (release.sha256 != release.measuredSha256)
            return gate("G4", GateStatus::Stale, "release-changed");
        if (request.releaseSha256 != release.sha256)
            return gate("G4", GateStatus::Stale, "other-release");
        if (!release.sourceUnchanged)
            return gate("G4", GateStatus::Stale, "source-changed");
        if (release.level42460 <= 1)
            return gate("G4", GateStatus::Fail, "direct-identifiers");
        if (release.level42460 < policy.minimumLevel42460) {
            return gate("G4", GateStatus::Fail, "level-too-low",
                        {std::to_string(release.level42460), std::to_string(policy.minimumLevel42460)});
        }
        // Level 4 has no quasi-identifiers, hence no groups that could be too small.
        if (release.level42460 < 4 && release.smallestGroup < policy.minimumGroup) {
            return gate("G4", GateStatus::Fail, "group-too-small",
                        {std::to_string(release.smallestGroup), std::to_string(policy.minimumGroup)});
        }
        return gate("G4", GateStatus::Pass, "risk-acceptable",
                    {std::to_string(release.level42460), std::to_string(release.smallestGroup)});
    };
    Gate result = judge();
    result.evidenceSha256 = release.reportSha256;
    return result;
}

Gate minimisationGate(const Request& request, const GateFacts& facts) {
    if (!facts.release)
        return gate("G5", GateStatus::Open, "columns-unknown");
    const auto& released = facts.release->columns;
    if (request.columns.empty())
        return gate("G5", GateStatus::Conditional, "columns-unnamed", {std::to_string(released.size())});
    std::vector<std::string> extra;
    for (const auto& column : released) {
        if (std::find(request.columns.begin(), request.columns.end(), column) == request.columns.end())
            extra.push_back(column);
    }
    if (!extra.empty())
        return gate("G5", GateStatus::Fail, "columns-exceed", {listed(extra)});
    return gate("G5", GateStatus::Pass, "columns-fit",
                {std::to_string(released.size()), std::to_string(request.columns.size())});
}

Gate geneticGate(const Request& request, const GateFacts& facts) {
    if (facts.humanGeneticColumns.empty())
        return gate("G6", GateStatus::NotApplicable, "genetic-none");
    const std::string columns = listed(facts.humanGeneticColumns);
    if (!facts.humanGeneticFiling.empty())
        return gate("G6", GateStatus::Pass, "genetic-filed", {columns, facts.humanGeneticFiling});
    if (request.crossBorder || facts.recipientForeignControlled)
        return gate("G6", GateStatus::Fail, "genetic-unfiled", {columns});
    return gate("G6", GateStatus::Conditional, "genetic-domestic", {columns});
}

Gate borderGate(const Request& request, const GateFacts& facts) {
    if (!request.crossBorder)
        return gate("G7", GateStatus::NotApplicable, "border-none");
    if (facts.crossBorderPath.empty() || facts.crossBorderReference.empty())
        return gate("G7", GateStatus::Fail, "border-no-path");
    if (facts.crossBorderPath == "exempt")
        return gate("G7", GateStatus::Conditional, "border-exempt", {facts.crossBorderReference});
    return gate("G7", GateStatus::Pass, "border-documented",
                {facts.crossBorderPath, facts.crossBorderReference});
}

/// The level of what leaves. It may fall below the source's only with a measured de-identification: to 2 from
/// 42460 level 3 on (3 where the source is level 5), to 3 at level 2.
int effectiveLevel(int sourceLevel, const std::optional<ReleaseFacts>& release) {
    if (!release || release->level42460 <= 1)
        return sourceLevel;
    if (release->level42460 == 2 || sourceLevel >= 5)
        return std::min(sourceLevel, 3);
    return std::min(sourceLevel, 2);
}

Gate levelGate(const Request& request, const GateFacts& facts) {
    if (!facts.level39725)
        return gate("G8", GateStatus::Open, "level-unknown");
    const int level = effectiveLevel(*facts.level39725, facts.release);
    const std::string levelText = std::to_string(level);
    const std::string sharing(name(request.sharing));
    const bool tooOpen = (request.sharing == Sharing::Public && level > 2)
                         || (request.sharing == Sharing::Controlled && level > 3);
    if (tooOpen)
        return gate("G8", GateStatus::Fail, "level-sharing", {levelText, sharing});
    if (level >= 3 && facts.agreementReference.empty())
        return gate("G8", GateStatus::Conditional, "level-agreement", {levelText});
    return gate("G8", GateStatus::Pass, "level-fits", {levelText, sharing});
}

Gate registrationGate(const GateFacts& facts) {
    if (facts.registrationNumber.empty())
        return gate("G9", GateStatus::Open, "registration-open");
    return gate("G9", GateStatus::Pass, "registered", {facts.registrationNumber});
}

Gate qualityGate(const GateFacts& facts) {
    if (!facts.quality)
        return gate("G10", GateStatus::Open, "quality-unknown");
    const QualityFacts& quality = *facts.quality;
    const auto judge = [&] {
        const std::string failed = std::to_string(quality.failedErrors);
        if (quality.failedErrors > 0 && quality.acceptedBy.empty())
            return gate("G10", GateStatus::Fail, "quality-fails", {failed});
        if (quality.failedErrors > 0)
            return gate("G10", GateStatus::Conditional, "quality-accepted", {failed, quality.acceptedBy});
        if (quality.failedWarnings > 0) {
            return gate("G10", GateStatus::Conditional, "quality-warnings",
                        {std::to_string(quality.failedWarnings)});
        }
        return gate("G10", GateStatus::Pass, "quality-good");
    };
    Gate result = judge();
    result.evidenceSha256 = quality.reportSha256;
    return result;
}

} // namespace

std::vector<Gate> evaluateGates(const Request& request, const GateFacts& facts, const GatePolicy& policy,
                                Instant now) {
    return {purposeGate(request, facts),      legalBasisGate(request),
            ethicsGate(request, facts, now),  riskGate(request, facts, policy),
            minimisationGate(request, facts), geneticGate(request, facts),
            borderGate(request, facts),       levelGate(request, facts),
            registrationGate(facts),          qualityGate(facts)};
}

bool needsTwoDeciders(const Request& request, const GateFacts& facts, const GatePolicy& policy) {
    constexpr int kHighestLevel = 5;
    if (facts.level39725.value_or(kHighestLevel) >= policy.twoDecidersFromLevel)
        return true;
    if (request.sharing == Sharing::Public && policy.twoDecidersForPublic)
        return true;
    return request.crossBorder && policy.twoDecidersAcrossBorder;
}

} // namespace mangrove::authorization
