// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/json_document.h"
#include "deid/transform.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mangrove::deid {

enum class Disclosure : std::uint8_t;

/// The "transform" of an attribute, strictly: unknown keys and values out of range are kRecipeField.
[[nodiscard]] Result<Transform> readTransform(const JsonNode& node, const std::string& path,
                                              const std::string& file);
/// Fixed key order, defaults left out. What GB/T 39725 10.2 f keeps secret only with Disclosure::Full.
[[nodiscard]] nlohmann::ordered_json transformTree(const Transform& transform, Disclosure disclosure);

} // namespace mangrove::deid
