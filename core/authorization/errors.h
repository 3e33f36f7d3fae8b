// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kRequestNotFound{
    "request-not-found", ErrorKind::NotFound,
    "There is no request {0} in this workspace. List them with `mangrove request list`."};
inline constexpr ErrorInfo kRequestInvalid{"request-invalid", ErrorKind::BadInput,
                                           "The request cannot be recorded: {0} {1}."};
inline constexpr ErrorInfo kRequestWrongState{"request-wrong-state", ErrorKind::Conflict,
                                              "The request {0} is {1}; '{2}' is not possible there."};
inline constexpr ErrorInfo kRoleMissing{
    "role-missing", ErrorKind::NotPermitted,
    "{0} does not have the role that '{1}' needs ({2}). Ask an administrator."};
inline constexpr ErrorInfo kNotApplicant{"not-the-applicant", ErrorKind::NotPermitted,
                                         "Only the applicant {1} may do this to request {0}."};
inline constexpr ErrorInfo kFourEyesApplicant{
    "four-eyes-applicant", ErrorKind::NotPermitted,
    "{0} applied for request {1} and therefore cannot review, decide or export it. Another person has to."};
inline constexpr ErrorInfo kFourEyesReviewer{
    "four-eyes-reviewer", ErrorKind::NotPermitted,
    "{0} screened or reviewed request {1} and therefore cannot decide it. Another person has to."};
inline constexpr ErrorInfo kFourEyesSecondDecider{
    "four-eyes-second-decider", ErrorKind::NotPermitted,
    "{0} has decided request {1} already; a second, different decider is needed."};
inline constexpr ErrorInfo kFourEyesExporter{
    "four-eyes-exporter", ErrorKind::NotPermitted,
    "{0} decided request {1} and therefore cannot export under it. Another person has to."};
inline constexpr ErrorInfo kGateClosed{"gate-closed", ErrorKind::CheckFailed,
                                       "Gate {0} of request {1} is closed ({2}): {3}"};
inline constexpr ErrorInfo kDecisionInvalid{"decision-invalid", ErrorKind::BadInput,
                                            "The decision cannot be recorded: {0}."};
inline constexpr ErrorInfo kNoPermit{"permit-missing", ErrorKind::NotPermitted,
                                     "Request {0} is {1}: there is no permit for it."};
inline constexpr ErrorInfo kPermitExpired{"permit-expired", ErrorKind::NotPermitted,
                                          "The permit of request {0} ended at {1}. A new request is needed."};
inline constexpr ErrorInfo kPermitNotActive{
    "permit-not-active", ErrorKind::NotPermitted,
    "The permit of request {0} is {1}; nothing may be exported under it."};
inline constexpr ErrorInfo kPermitOtherRelease{
    "permit-other-release", ErrorKind::NotPermitted,
    "The permit of request {0} names another released file (SHA-256 {1}) than the one at hand ({2})."};
inline constexpr ErrorInfo kPermitMalformed{"permit-malformed", ErrorKind::BadInput,
                                            "This is not a permit or decision of Mangrove: {0}."};
inline constexpr ErrorInfo kBadDueRule{
    "bad-due-rule", ErrorKind::BadInput,
    "'{0}' is not a due rule; write always, 2027-01-31, P30D after issue or P30D after expiry."};
inline constexpr ErrorInfo kRequestAppendOnly{
    "request-append-only", ErrorKind::NotPermitted,
    "Records of requests, decisions, permits and exports are only ever added to. Nothing was changed."};
inline constexpr ErrorInfo kObligationNotFound{"obligation-not-found", ErrorKind::NotFound,
                                               "Request {0} has no obligation number {1}."};

} // namespace mangrove::errors
