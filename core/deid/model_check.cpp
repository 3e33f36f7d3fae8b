// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/model_check.h"

#include "base/format.h"
#include "deid/errors.h"
#include "deid/population_risk.h"
#include "deid/sample_models.h"
#include "deid/sensitive.h"

#include <algorithm>
#include <utility>

namespace mangrove::deid {

namespace {

void checkSizes(const Model& model, const WrittenClasses& written, ModelCheck& check) {
    Recipe alone;
    alone.models.push_back(model);
    const std::uint64_t least = alone.requiredClassSize();
    check.limit = static_cast<double>(least);
    for (const std::uint64_t size : written.sizes) {
        check.broken += size < least ? 1 : 0;
        check.measured =
            std::min(check.measured.value_or(static_cast<double>(size)), static_cast<double>(size));
    }
}

void checkShare(const Model& model, const WrittenClasses& written, ModelCheck& check) {
    // A class that says nothing at all does not count, as in the search (node_evaluator.h).
    std::vector<std::uint64_t> sizes;
    std::uint64_t records = 0;
    std::uint64_t ones = 0;
    SizeHistogram histogram;
    for (std::size_t c = 0; c < written.sizes.size(); ++c) {
        if (written.isTop[c])
            continue;
        sizes.push_back(written.sizes[c]);
        records += sizes.back();
        ones += sizes.back() == 1 ? 1 : 0;
        ++histogram[sizes.back()];
    }
    std::sort(sizes.begin(), sizes.end());
    check.classes = sizes.size();
    check.limit = model.threshold;
    check.broken = smallestPrefixToDrop(model, sizes, 0, written.records);
    if (sizes.empty())
        return;
    if (model.type == ModelType::PopulationUniqueness) {
        const double population = model.population > 0
                                      ? static_cast<double>(model.population)
                                      : static_cast<double>(written.records) / model.samplingFraction;
        check.measured = ones == 0 ? 0 : populationUniques(model.estimator, histogram, population);
    } else {
        const std::uint64_t part = model.type == ModelType::AverageRisk ? sizes.size() : ones;
        check.measured = static_cast<double>(part) / static_cast<double>(records);
    }
}

Status checkSensitive(const Recipe& recipe, const Model& model, const WrittenClasses& written,
                      ModelCheck& check) {
    const auto found =
        std::find_if(written.sensitive.begin(), written.sensitive.end(),
                     [&](const WrittenClasses::Sensitive& each) { return each.column == model.column; });
    if (found == written.sensitive.end())
        return Error(errors::kModelUnmet, {check.model, "its column was not counted in what was written"});
    MANGROVE_ASSIGN(const SensitiveColumn column,
                    found->counts->column(found->column, recipe, found->hierarchy));
    const SensitiveModel judge(model, column);
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> classes(written.sizes.size());
    const ClassTable& counts = found->counts->counts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto codes = counts.codes(i);
        if (codes[0] > 0)
            classes[codes[0] - 1].emplace_back(codes[1], static_cast<std::uint32_t>(counts.count(i)));
    }
    for (std::size_t c = 0; c < classes.size(); ++c) {
        std::sort(classes[c].begin(), classes[c].end());
        std::vector<std::uint32_t> values, records;
        std::uint64_t all = 0;
        for (const auto& [value, count] : classes[c]) {
            values.push_back(value);
            records.push_back(count);
            all += count;
        }
        const bool good = all == written.sizes[c] && judge.holds(values, records, all);
        check.broken += good ? 0 : 1;
    }
    return {};
}

} // namespace

Result<std::vector<ModelCheck>> checkWritten(const Recipe& recipe, const WrittenClasses& written,
                                             const RiskReport& after) {
    std::vector<ModelCheck> checks;
    for (const Model& model : recipe.models) {
        ModelCheck check;
        check.model = nameOf(model.type);
        check.variant = nameOf(model.variant);
        check.column = model.column;
        check.classes = written.sizes.size();
        switch (model.type) {
        case ModelType::KMap:
        case ModelType::DeltaPresence:
            continue;
        case ModelType::Gbt42460:
            check.measured = after.gbt42460.r;
            check.limit = after.gbt42460.acceptable;
            check.holds = after.gbt42460.level == 0 || after.gbt42460.level >= 3;
            checks.push_back(std::move(check));
            continue;
        case ModelType::AverageRisk:
        case ModelType::SampleUniqueness:
        case ModelType::PopulationUniqueness:
            checkShare(model, written, check);
            break;
        case ModelType::KAnonymity:
        case ModelType::Gbt39725:
        case ModelType::HighestRisk:
            checkSizes(model, written, check);
            break;
        default:
            MANGROVE_TRY(checkSensitive(recipe, model, written, check));
            break;
        }
        check.holds = check.broken == 0;
        checks.push_back(std::move(check));
    }
    return checks;
}

Status requireAll(const std::vector<ModelCheck>& checks) {
    for (const ModelCheck& check : checks) {
        if (!check.holds)
            return Error(errors::kModelUnmet,
                         {check.model, format("{} of its {} classes break it", check.broken, check.classes)});
    }
    return {};
}

} // namespace mangrove::deid
