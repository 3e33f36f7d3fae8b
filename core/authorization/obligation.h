// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::authorization {

/// What the receiver (or the hospital) has to do. Each has a counterpart in ODRL 2.2 (see
/// handoff/odrl_policy.h).
enum class ObligationType : std::uint8_t {
    Delete,          ///< destroy the data; ODRL delete
    Attribute,       ///< name the source; ODRL attribute
    Pay,             ///< ODRL compensate
    ReportUse,       ///< ODRL inform
    ReturnResults,   ///< ODRL inform
    NoOnwardSharing, ///< ODRL prohibition distribute
    NoReidentifying, ///< prohibition with an action IRI of our own
    ReReview,        ///< ODRL reviewPolicy
    IncidentNotice,  ///< ODRL inform
    SignAgreement,   ///< data-use agreement, GB/T 39725 Annex E
    Register         ///< registration of the product (Hainan measures 692/2025)
};

/// "delete", "report-use", "no-onward-sharing"…
[[nodiscard]] std::string_view name(ObligationType type);
[[nodiscard]] std::optional<ObligationType> obligationTypeFromName(std::string_view text);

/// When it is due. `days` counts from the anchor; OnDate uses `date`; Always is never overdue (a standing
/// duty).
struct DueRule {
    enum class Anchor : std::uint8_t { Always, OnDate, AfterIssue, AfterExpiry };
    Anchor anchor = Anchor::Always;
    int days = 0;
    std::optional<Instant> date;

    /// The moment it falls due under a permit with these two instants; nullopt for Always.
    [[nodiscard]] std::optional<Instant> due(Instant issued, Instant validUntil) const;
    /// "always", "2027-01-31", "P30D after expiry", "P7D after issue": what permits and JSON hold.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static Result<DueRule> parse(std::string_view text);
    friend bool operator==(const DueRule&, const DueRule&) = default;
};

enum class ObligationStatus : std::uint8_t { Open, Standing, Fulfilled, Overdue };
/// "open", "standing", "fulfilled", "overdue".
[[nodiscard]] std::string_view name(ObligationStatus status);

/// One duty of a request. `status` and `due` are computed at read time; before a permit exists due is empty.
struct Obligation {
    ObligationType type = ObligationType::Delete;
    DueRule rule;
    std::string text; ///< in the words of the people who agreed on it; may be empty
    ObligationStatus status = ObligationStatus::Open;
    std::optional<Instant> due;
    std::string evidence; ///< how it was fulfilled (a note, a document's number); empty until then
};

} // namespace mangrove::authorization
