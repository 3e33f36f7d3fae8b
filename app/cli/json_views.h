// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_event.h"
#include "catalog/release.h"
#include "identity/user.h"
#include "workspace/datasets.h"
#include "workspace/requests.h"
#include "workspace/workspace.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mangrove::cli {

/// The JSON objects of records, keys as other people's scripts know them. Times are ISO 8601 UTC.
[[nodiscard]] nlohmann::ordered_json toJson(const workspace::WorkspaceInfo& info);
[[nodiscard]] nlohmann::ordered_json toJson(const identity::User& user);
[[nodiscard]] nlohmann::ordered_json toJson(const workspace::DatasetSummary& summary);
[[nodiscard]] nlohmann::ordered_json toJson(const catalog::Release& release);
[[nodiscard]] nlohmann::ordered_json toJson(const catalog::PackageRecord& package);
[[nodiscard]] nlohmann::ordered_json toJson(const workspace::RequestView& view);
[[nodiscard]] nlohmann::ordered_json toJson(const audit::AuditEvent& event);

/// Two blanks of indentation; text that is not UTF-8 (a file name) is replaced, never thrown at.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& json);
/// An object out of JSON text that an engine room made (a recipe, a report).
[[nodiscard]] nlohmann::ordered_json embed(const std::string& text);

} // namespace mangrove::cli
