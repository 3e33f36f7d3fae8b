// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/model_check.h"

#include "base/format.h"
#include "base/number.h"
#include "deid/errors.h"
#include "deid/node_evaluator.h"
#include "deid/population_risk.h"
#include "deid/sample_models.h"
#include "deid/sensitive.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mangrove::deid {

namespace {

void checkLeast(const std::vector<std::uint64_t>& figures, std::uint64_t least, ModelCheck& check) {
    check.limit = static_cast<double>(least);
    for (const std::uint64_t figure : figures) {
        check.broken += figure < least ? 1 : 0;
        check.measured =
            std::min(check.measured.value_or(static_cast<double>(figure)), static_cast<double>(figure));
    }
}

std::uint64_t leastSizeFor(const Model& model) {
    Recipe alone;
    alone.models.push_back(model);
    return alone.requiredClassSize();
}

/// Of a model that compares the classes with a population.
Status requirePopulation(const WrittenClasses& written, const ModelCheck& check) {
    if (written.populations.size() == written.sizes.size())
        return {};
    return Error(errors::kModelUnmet, {check.model, "the population's rows were not counted"});
}

void checkPresence(const Model& model, const WrittenClasses& written, ModelCheck& check) {
    check.limit = model.max;
    check.limitLeast = model.min;
    for (std::size_t c = 0; c < written.sizes.size(); ++c) {
        const std::uint64_t part = written.sizes[c];
        const std::uint64_t whole = written.populations[c];
        check.broken += presenceHolds({model.min, model.max}, part, whole) ? 0 : 1;
        const double share = static_cast<double>(part) / static_cast<double>(whole);
        check.measured = std::max(check.measured.value_or(share), share);
        check.measuredLeast = std::min(check.measuredLeast.value_or(share), share);
    }
}

void checkGbt42460(const Model& model, const WrittenClasses& written, const RiskReport& after,
                   ModelCheck& check) {
    RiskOptions options;
    options.sharing = model.sharing;
    options.context = model.context;
    options.directIdentifiers = after.directIdentifiers;
    std::vector<std::uint64_t> sizes = written.sizes;
    std::sort(sizes.begin(), sizes.end()); // so that no digit hangs on the order of rows
    const Gbt42460 verdict = riskOfClasses(sizes, 0, after.quasiIdentifiers.size(), options).gbt42460;
    check.broken = static_cast<std::uint64_t>(std::count_if(sizes.begin(), sizes.end(), [&](auto size) {
        return 1.0 / static_cast<double>(size) > verdict.tau;
    }));
    if (!sizes.empty())
        check.measured = verdict.r;
    check.limit = verdict.acceptable;
    // Level 0: there is no record to judge.
    check.holds = verdict.level == 0 || verdict.level >= 3;
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
    check.limit = judge.limit();
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
        if (all == 0)
            continue;
        const auto figure = static_cast<double>(judge.measure(values, records, all));
        const double before = check.measured.value_or(figure);
        check.measured = judge.limitIsLeast() ? std::min(before, figure) : std::max(before, figure);
    }
    if (check.measured && std::isinf(*check.measured))
        check.measured.reset();
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
        case ModelType::Gbt42460:
            checkGbt42460(model, written, after, check);
            break;
        case ModelType::AverageRisk:
        case ModelType::SampleUniqueness:
        case ModelType::PopulationUniqueness:
            checkShare(model, written, check);
            break;
        case ModelType::KAnonymity:
        case ModelType::Gbt39725:
        case ModelType::HighestRisk:
            checkLeast(written.sizes, leastSizeFor(model), check);
            break;
        case ModelType::KMap:
            MANGROVE_TRY(requirePopulation(written, check));
            checkLeast(written.populations, model.k, check);
            break;
        case ModelType::DeltaPresence:
            MANGROVE_TRY(requirePopulation(written, check));
            checkPresence(model, written, check);
            break;
        default:
            MANGROVE_TRY(checkSensitive(recipe, model, written, check));
            break;
        }
        check.holds = check.holds && check.broken == 0;
        checks.push_back(std::move(check));
    }
    return checks;
}

Status requireAll(const std::vector<ModelCheck>& checks) {
    for (const ModelCheck& check : checks) {
        if (check.holds)
            continue;
        std::string what = format("{} of its {} classes break it", check.broken, check.classes);
        if (check.model == nameOf(ModelType::Gbt42460) && check.broken == 0 && check.measured < check.limit)
            what = "a direct identifier is left, which is level 1";
        else if (check.measured && check.limit)
            what += format("; it measures {}, the limit is {}", formatDouble(*check.measured),
                           formatDouble(*check.limit));
        return Error(errors::kModelUnmet, {check.model, what});
    }
    return {};
}

} // namespace mangrove::deid
