// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/gates.h"
#include "authorization/request.h"
#include "base/hex.h"

#include <string>
#include <vector>

namespace mangrove::authorization {

/// An exact text and the CMS detached signature (CAdES-BES, DER) over its bytes.
struct SignedText {
    std::string text;
    Bytes signature;
};

/// The authorization as a file: what was signed is `document.text`, byte for byte.
///
/// Permit text, format 1: one JSON object, UTF-8, keys sorted, indented by two blanks, LF, a final LF. Keys:
/// permit (1), id, request, title, purpose, duo[], legalBasis, sharing, crossBorder, applicant,
/// recipient{name, organisation, region}, dataset, release{id, sha256}, columns[], ethics{number,
/// validUntil}|null, issued, validUntil, conditions[], obligations[{type, due, text}], gates[{id, status,
/// reason, evidenceSha256}], decidersNeeded, decisions[{decider, time, sha256}]: the digests of the signed
/// decision texts that led to it, oldest first. Decision text, format 1, same style: decision (1), request,
/// dataset, release{id, sha256}, decider, verdict
/// ("approve"|"reject"), reason, validUntil, conditions[], decidersNeeded, gates[…], time.
struct Permit {
    PermitId id;
    RequestId request;
    Instant issued{};
    Instant validUntil{};
    SignedText document;               ///< signed by the last decider
    std::vector<SignedText> decisions; ///< each signed by its own decider
};

/// The facts read back out of a permit text by somebody who has only the file. Hostile input: sizes, types
/// and required keys are checked; kPermitMalformed otherwise.
struct PermitFacts {
    std::string id;
    std::string request;
    std::string dataset;
    std::string releaseSha256; ///< hex digest of the only payload it allows
    Instant issued{};
    Instant validUntil{};
    int decidersNeeded = 1;
    std::string applicant;
    struct DecisionRef {
        std::string decider;
        std::string sha256;
    };
    std::vector<DecisionRef> decisions;
};
[[nodiscard]] Result<PermitFacts> readPermit(std::string_view text);

/// Facts of a decision text; same rules as readPermit.
struct DecisionFacts {
    std::string request;
    std::string decider;
    bool approve = false;
    std::string releaseSha256;
};
[[nodiscard]] Result<DecisionFacts> readDecision(std::string_view text);

} // namespace mangrove::authorization
