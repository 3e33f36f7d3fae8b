// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/collector.h"
#include "deid/model_check.h"
#include "deid/plan.h"
#include "deid/risk.h"
#include "deid/row_transformer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What the rows that were written are worth: the one judgement of a release, of linked ones and of a
/// preview.
struct Judgement {
    RiskReport risk; ///< with `population` where the recipe has a subset
    std::vector<ModelCheck> models;
    std::vector<std::string> silentColumns; ///< quasi-identifiers that read `*` in every record written
};

/// Measures and judges what `rows` counted of the rows it wrote. `options`: riskOptionsOf(); the direct
/// identifiers are filled in here. kHierarchy… of sensitive columns. Whether all models hold is the caller's
/// to require (requireAll()).
[[nodiscard]] Result<Judgement> judge(const Recipe& recipe, const Plan& plan, const RowTransformer& rows,
                                      const RiskOptions& options);
/// The risk of the released records as they are in the input, over all quasi-identifiers of the recipe.
[[nodiscard]] RiskReport riskBefore(const Plan& plan, const Collector& collector, const RiskOptions& options);

} // namespace mangrove::deid
