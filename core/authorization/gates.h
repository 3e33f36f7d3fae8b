// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/request.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::authorization {

/// Open = nothing is known yet (said so, never painted green). Stale = it held once, but what it was measured
/// on changed.
enum class GateStatus : std::uint8_t { Pass, Conditional, Fail, Stale, Open, NotApplicable };
/// "pass", "conditional", "fail", "stale", "open", "not-applicable".
[[nodiscard]] std::string_view name(GateStatus status);

/// Static description of one of the ten gates. `source` names the rule behind it (standard, clause).
struct GateInfo {
    std::string_view id; ///< "G1"…"G10"
    std::string_view nameEn;
    std::string_view nameZh;
    std::string_view source;
};
[[nodiscard]] std::span<const GateInfo> gateInfos();

/// A reason a gate can give: stable code and a sentence with {0}, {1}… in both languages.
struct GateReason {
    std::string_view code;
    std::string_view en;
    std::string_view zh;
};
[[nodiscard]] std::span<const GateReason> gateReasons();

/// One evaluated gate.
struct Gate {
    std::string id;
    GateStatus status = GateStatus::Open;
    std::string reason;            ///< code of a GateReason
    std::vector<std::string> args; ///< column names, counts, numbers of documents; never cell values
    std::string evidenceSha256;    ///< hex digest of the evidence text, or empty
    std::optional<Instant> validUntil;
    bool blocks = false; ///< approve and export are refused
};

/// The gate's reason as a sentence. English (zh = false) or Chinese.
[[nodiscard]] std::string gateText(const Gate& gate, bool chinese = false);

/// The released table as measured: every figure belongs to the file with `measuredSha256`.
struct ReleaseFacts {
    std::string sha256;              ///< hex, of the released file as it lies on the disk now
    std::string measuredSha256;      ///< hex, of the file the risk report describes
    bool sourceUnchanged = true;     ///< the registered source still has its digest
    std::uint64_t smallestGroup = 0; ///< k over the quasi-identifiers of the released rows; 0 = no rows
    int level42460 = 1;              ///< GB/T 42460-2023 level 1…4 under the request's sharing model
    std::vector<std::string> columns;
    std::string reportSha256; ///< hex, of the de-identification report
};

struct QualityFacts {
    std::uint64_t failedErrors = 0; ///< findings of severity error that failed
    std::uint64_t failedWarnings = 0;
    std::string acceptedBy; ///< who accepted the failures, with a reason; empty = nobody
    std::string acceptedReason;
    std::string reportSha256;
};

/// What the gates are judged on, besides the request itself. Handed in by the caller at the moment of the
/// decision or the export; nothing is remembered between calls, so a gate cannot stay green on yesterday's
/// facts.
struct GateFacts {
    std::optional<int> level39725;       ///< GB/T 39725 level 1…5 of the data set's table as classified
    std::optional<ReleaseFacts> release; ///< nothing de-identified and measured yet: nullopt
    std::optional<QualityFacts> quality;
    std::vector<std::string> datasetDuo; ///< DUO codes the data set allows; empty = no restriction recorded
    bool ethicsRequired = false;         ///< research on people: an ethics number must be there
    std::vector<std::string> humanGeneticColumns;
    std::string humanGeneticFiling; ///< number of the filing or approval
    bool recipientForeignControlled = false;
    std::string crossBorderPath; ///< "security-assessment", "standard-contract", "certification", "exempt"
    std::string crossBorderReference; ///< number of the assessment, filing or certificate
    std::string agreementReference;   ///< signed data-use agreement (GB/T 39725 Annex E)
    std::string registrationNumber;   ///< result code of the registration
};

/// What the house demands. Kept apart so that a workspace can be stricter or document why it is not.
struct GatePolicy {
    /// GB/T 39725-2020 10.2 d): the smallest group is larger than 5 (strict reading: 6; lenient: 5).
    std::uint64_t minimumGroup = 6;
    /// GB/T 42460-2023: 3 = risk below the acceptable threshold.
    int minimumLevel42460 = 3;
    /// Two different deciders from this level of GateFacts::level39725 on, for public sharing, across the
    /// border.
    int twoDecidersFromLevel = 4;
    bool twoDecidersForPublic = true;
    bool twoDecidersAcrossBorder = true;
};

/// All ten gates in order. Pure. G1 purpose, G2 legal basis, G3 ethics, G4 re-identification risk, G5
/// minimisation, G6 human genetic resources, G7 cross-border, G8 level and environment, G9 registration, G10
/// quality. Fail and Stale block; Open blocks in G1, G2, G4 and G8 and is only listed in G9 and G10 (to be
/// done later).
[[nodiscard]] std::vector<Gate> evaluateGates(const Request& request, const GateFacts& facts,
                                              const GatePolicy& policy, Instant now);

/// Whether two different people must approve. An unknown level counts as the highest.
[[nodiscard]] bool needsTwoDeciders(const Request& request, const GateFacts& facts, const GatePolicy& policy);

} // namespace mangrove::authorization
