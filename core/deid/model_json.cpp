// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/model_json_internal.h"

#include "deid/json_fields.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <span>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

template<typename Enum, std::size_t kCount>
std::array<std::string_view, kCount> namesOf() {
    std::array<std::string_view, kCount> names;
    for (std::size_t i = 0; i < kCount; ++i)
        names[i] = nameOf(static_cast<Enum>(i));
    return names;
}

/// The variants that a type has; empty = it has none.
std::span<const ModelVariant> variantsOf(ModelType type) {
    static constexpr std::array kDiversity{ModelVariant::Distinct, ModelVariant::Entropy,
                                           ModelVariant::EntropyGrassberger, ModelVariant::Recursive};
    static constexpr std::array kCloseness{ModelVariant::Equal, ModelVariant::Ordered,
                                           ModelVariant::Hierarchical};
    static constexpr std::array kLikeness{ModelVariant::Basic, ModelVariant::Enhanced};
    switch (type) {
    case ModelType::LDiversity:
        return kDiversity;
    case ModelType::TCloseness:
        return kCloseness;
    case ModelType::BetaLikeness:
        return kLikeness;
    default:
        return {};
    }
}

Status readVariant(JsonFields& fields, Model& model) {
    const auto variants = variantsOf(model.type);
    if (variants.empty())
        return {};
    std::vector<std::string_view> names;
    for (const ModelVariant variant : variants)
        names.push_back(nameOf(variant));
    MANGROVE_ASSIGN(const auto variant, fields.word("variant", names));
    if (!variant)
        return fields.error("variant", "is missing");
    model.variant = variants[*variant];
    return {};
}

Result<ContextRisk> readContext(const JsonNode& node, const std::string& path, const std::string& file) {
    JsonFields fields(node, path, file);
    ContextRisk context;
    MANGROVE_ASSIGN(const auto deliberate, fields.share("deliberate"));
    MANGROVE_ASSIGN(const auto inadvertent, fields.share("inadvertent"));
    MANGROVE_ASSIGN(const auto breach, fields.share("breach"));
    context.deliberate = deliberate.value_or(1);
    context.inadvertent = inadvertent.value_or(1);
    context.breach = breach.value_or(1);
    MANGROVE_TRY(fields.finish());
    return context;
}

Status readNumber(JsonFields& fields, std::string_view key, double& into) {
    MANGROVE_ASSIGN(const auto value, fields.number(key));
    if (!value)
        return fields.error(key, "is missing");
    into = *value;
    return {};
}

Status readShare(JsonFields& fields, std::string_view key, double& into) {
    MANGROVE_ASSIGN(const auto value, fields.share(key));
    if (!value)
        return fields.error(key, "is missing");
    into = *value;
    return {};
}

Status readWhole(JsonFields& fields, std::string_view key, std::int64_t least, std::uint32_t& into) {
    MANGROVE_ASSIGN(const auto value, fields.whole(key, least));
    if (!value)
        return fields.error(key, "is missing");
    into = *value;
    return {};
}

Status readGbt42460(JsonFields& fields, Model& model) {
    static const auto kSharings = namesOf<Sharing, 3>();
    MANGROVE_ASSIGN(const auto sharing, fields.word("sharing", kSharings));
    if (!sharing)
        return fields.error("sharing", "is missing: the threshold hangs on it");
    model.sharing = static_cast<Sharing>(*sharing);
    MANGROVE_ASSIGN(const JsonNode* context, fields.take("context", JsonNode::Type::Object));
    if (context != nullptr) {
        MANGROVE_ASSIGN(model.context, readContext(*context, fields.path("context"), fields.file()));
    }
    return {};
}

Status readPopulation(JsonFields& fields, Model& model) {
    static const auto kEstimators = namesOf<PopulationEstimator, 4>();
    MANGROVE_TRY(readShare(fields, "threshold", model.threshold));
    MANGROVE_ASSIGN(const auto estimator, fields.word("estimator", kEstimators));
    model.estimator = static_cast<PopulationEstimator>(estimator.value_or(0));
    MANGROVE_ASSIGN(const auto population, fields.count("population"));
    MANGROVE_ASSIGN(const auto fraction, fields.share("samplingFraction"));
    model.population = population.value_or(0);
    model.samplingFraction = fraction.value_or(0);
    return {};
}

Status readParameters(JsonFields& fields, Model& model) {
    switch (model.type) {
    case ModelType::KAnonymity:
    case ModelType::KMap:
        return readWhole(fields, "k", 2, model.k);
    case ModelType::Gbt39725:
        return {};
    case ModelType::Gbt42460:
        return readGbt42460(fields, model);
    case ModelType::LDiversity:
        if (model.variant == ModelVariant::Recursive)
            MANGROVE_TRY(readNumber(fields, "c", model.c));
        return readNumber(fields, "l", model.l);
    case ModelType::TCloseness:
        return readShare(fields, "t", model.t);
    case ModelType::DeltaDisclosure:
        return readNumber(fields, "delta", model.delta);
    case ModelType::BetaLikeness:
        return readNumber(fields, "beta", model.beta);
    case ModelType::DeltaPresence:
        MANGROVE_TRY(readShare(fields, "min", model.min));
        return readShare(fields, "max", model.max);
    case ModelType::AverageRisk:
    case ModelType::HighestRisk:
    case ModelType::SampleUniqueness:
        return readShare(fields, "threshold", model.threshold);
    case ModelType::PopulationUniqueness:
        return readPopulation(fields, model);
    case ModelType::KmAnonymity: {
        MANGROVE_TRY(readWhole(fields, "k", 2, model.k));
        MANGROVE_TRY(readWhole(fields, "m", 1, model.m));
        MANGROVE_ASSIGN(auto separator, fields.text("separator"));
        model.separator = separator.value_or("");
        return {};
    }
    }
    return {};
}

void addParameters(Tree& tree, const Model& model) {
    switch (model.type) {
    case ModelType::KAnonymity:
    case ModelType::KMap:
        tree["k"] = model.k;
        break;
    case ModelType::Gbt39725:
        break;
    case ModelType::Gbt42460:
        tree["sharing"] = nameOf(model.sharing);
        if (model.context != ContextRisk())
            tree["context"] = Tree{{"deliberate", model.context.deliberate},
                                   {"inadvertent", model.context.inadvertent},
                                   {"breach", model.context.breach}};
        break;
    case ModelType::LDiversity:
        tree["l"] = model.l;
        if (model.variant == ModelVariant::Recursive)
            tree["c"] = model.c;
        break;
    case ModelType::TCloseness:
        tree["t"] = model.t;
        break;
    case ModelType::DeltaDisclosure:
        tree["delta"] = model.delta;
        break;
    case ModelType::BetaLikeness:
        tree["beta"] = model.beta;
        break;
    case ModelType::DeltaPresence:
        tree["min"] = model.min;
        tree["max"] = model.max;
        break;
    case ModelType::AverageRisk:
    case ModelType::HighestRisk:
    case ModelType::SampleUniqueness:
        tree["threshold"] = model.threshold;
        break;
    case ModelType::PopulationUniqueness:
        tree["threshold"] = model.threshold;
        if (model.estimator != PopulationEstimator::Dankar)
            tree["estimator"] = nameOf(model.estimator);
        if (model.population > 0)
            tree["population"] = model.population;
        else
            tree["samplingFraction"] = model.samplingFraction;
        break;
    case ModelType::KmAnonymity:
        tree["k"] = model.k;
        tree["m"] = model.m;
        if (!model.separator.empty())
            tree["separator"] = model.separator;
        break;
    }
}

} // namespace

Result<Model> readModel(const JsonNode& node, const std::string& path, const std::string& file) {
    static const auto kModels = namesOf<ModelType, 14>();
    JsonFields fields(node, path, file);
    MANGROVE_TRY(fields.mustBeObject());
    MANGROVE_ASSIGN(const auto type, fields.word("type", kModels));
    if (!type)
        return fields.error("type", "is missing");
    Model model;
    model.type = static_cast<ModelType>(*type);
    MANGROVE_TRY(readVariant(fields, model));
    MANGROVE_TRY(readParameters(fields, model));
    if (hasSensitiveColumn(model.type)) {
        MANGROVE_ASSIGN(model.column, fields.requiredText("column"));
    }
    MANGROVE_TRY(fields.finish());
    return model;
}

Result<Measure> readMeasure(const JsonNode& node, const std::string& path, const std::string& file) {
    static const auto kMeasures = namesOf<MeasureType, 11>();
    static const auto kAggregates = namesOf<Aggregate, 5>();
    JsonFields fields(node, path, file);
    MANGROVE_ASSIGN(const auto type, fields.word("type", kMeasures));
    if (!type)
        return fields.error("type", "is missing");
    Measure measure;
    measure.type = static_cast<MeasureType>(*type);
    measure.aggregate = defaultAggregate(measure.type);
    if (hasAggregate(measure.type)) {
        MANGROVE_ASSIGN(const auto aggregate, fields.word("aggregate", kAggregates));
        if (aggregate)
            measure.aggregate = static_cast<Aggregate>(*aggregate);
    }
    if (hasGsFactor(measure.type)) {
        MANGROVE_ASSIGN(const auto gsFactor, fields.share("gsFactor"));
        measure.gsFactor = gsFactor.value_or(0.5);
    }
    if (measure.type == MeasureType::Precision) {
        MANGROVE_ASSIGN(const auto monotonic, fields.boolean("monotonic"));
        measure.monotonic = monotonic.value_or(false);
    }
    MANGROVE_ASSIGN(const JsonNode* weights, fields.take("weights", JsonNode::Type::Object));
    if (weights != nullptr) {
        JsonFields columns(*weights, fields.path("weights"), file);
        for (const auto& [column, weight] : weights->members) {
            double value = 0;
            MANGROVE_TRY(readShare(columns, column, value));
            measure.weights.emplace(column, value);
        }
    }
    MANGROVE_TRY(fields.finish());
    return measure;
}

Tree modelTree(const Model& model) {
    Tree tree;
    tree["type"] = nameOf(model.type);
    if (model.variant != ModelVariant::None)
        tree["variant"] = nameOf(model.variant);
    addParameters(tree, model);
    if (!model.column.empty())
        tree["column"] = model.column;
    return tree;
}

Tree measureTree(const Measure& measure) {
    Tree tree;
    tree["type"] = nameOf(measure.type);
    if (hasAggregate(measure.type))
        tree["aggregate"] = nameOf(measure.aggregate);
    if (measure.gsFactor != Measure().gsFactor)
        tree["gsFactor"] = measure.gsFactor;
    if (measure.monotonic)
        tree["monotonic"] = true;
    if (!measure.weights.empty()) {
        tree["weights"] = Tree::object();
        for (const auto& [column, weight] : measure.weights)
            tree["weights"][column] = weight;
    }
    return tree;
}

} // namespace mangrove::deid
