// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/json_document.h"
#include "deid/measure.h"
#include "deid/model.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace mangrove::deid {

/// The parts of a recipe's JSON that describe models and measure; keys in cli.md. Strict, as parseRecipe().
/// For .cpp files of this room only.
[[nodiscard]] Result<Model> readModel(const JsonNode& node, const std::string& path, const std::string& file);
[[nodiscard]] Result<Measure> readMeasure(const JsonNode& node, const std::string& path,
                                          const std::string& file);
/// Canonical: defaults left out.
[[nodiscard]] nlohmann::ordered_json modelTree(const Model& model);
[[nodiscard]] nlohmann::ordered_json measureTree(const Measure& measure);

} // namespace mangrove::deid
