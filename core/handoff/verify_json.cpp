// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/package_verifier.h"

#include <nlohmann/json.hpp>

namespace mangrove::handoff {

namespace {

using nlohmann::json;

json instantOrNull(const std::optional<Instant>& instant) {
    return instant ? json(toIso8601(*instant)) : json(nullptr);
}

} // namespace

std::string toJson(const VerifyReport& report) {
    json checks = json::array();
    for (const auto& check : report.checks) {
        checks.push_back({{"id", check.id},
                          {"ok", check.ok},
                          {"outcome", name(check.outcome)},
                          {"code", check.code},
                          {"detail", check.detail},
                          {"file", check.file}});
    }
    const json object{{"ok", report.ok},
                      {"package", report.packageId},
                      {"folder", report.folder},
                      {"files", report.files},
                      {"bytes", report.bytes},
                      {"signer",
                       {{"name", report.signer},
                        {"organisation", report.signerOrganisation},
                        {"fingerprint", report.signerFingerprint},
                        {"signedAt", instantOrNull(report.signedAt)}}},
                      {"authority", {{"given", report.caGiven}, {"fingerprint", report.caFingerprint}}},
                      {"permit",
                       {{"id", report.permitId},
                        {"request", report.requestId},
                        {"validUntil", instantOrNull(report.permitUntil)}}},
                      {"exportedAt", instantOrNull(report.exportedAt)},
                      {"checks", checks}};
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace mangrove::handoff
