// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/random_case.h"

#include "base/format.h"

#include <algorithm>

namespace mangrove::test {

RandomCase::RandomCase(SeededRandom& random, bool sets) {
    const std::size_t m = 2 + random.below(3);
    for (std::size_t a = 0; a < m; ++a) {
        const std::size_t values = 2 + random.below(7);
        const std::size_t levels = 1 + random.below(4);
        heights.push_back(static_cast<unsigned>(levels - 1));
        auto& hierarchy = table.hierarchies.emplace_back();
        for (std::size_t v = 0; v < values; ++v) {
            std::vector<std::string> path{"v" + std::to_string(v)};
            std::size_t group = v;
            for (std::size_t level = 1; level < levels; ++level) {
                group /= 2;
                const bool top = level + 1 == levels && random.below(8) != 0;
                path.push_back(top ? "*" : "g" + std::to_string(level) + "-" + std::to_string(group));
            }
            hierarchy[path[0]] = path;
        }
        // One top for all or for none: a half-made one would not be a hierarchy.
        if (levels > 1) {
            for (auto& entry : hierarchy)
                entry.second.back() =
                    hierarchy.begin()->second.back() == "*"
                        ? "*"
                        : "g" + std::to_string(std::stoul(entry.first.substr(1)) >> (levels - 1));
        }
    }
    const std::size_t secrets = 2 + random.below(4);
    for (std::size_t v = 0; v < secrets; ++v) {
        const std::string name = std::string(1, static_cast<char>('a' + v));
        table.sensitiveHierarchy[name] = {name, v < 2 ? "low" : "high", "*"};
    }
    const std::size_t rows = 20 + random.below(60);
    for (std::size_t r = 0; r < rows; ++r) {
        auto& row = table.rows.emplace_back();
        for (const auto& hierarchy : table.hierarchies) {
            // Skewed, so that classes of all sizes arise.
            const auto v = std::min(random.below(hierarchy.size()), random.below(hierarchy.size()));
            row.push_back("v" + std::to_string(v));
        }
        std::string secret(1,
                           static_cast<char>('a' + std::min(random.below(secrets), random.below(secrets))));
        if (sets && random.below(2) == 0)
            secret += std::string(";") + static_cast<char>('a' + random.below(secrets));
        table.sensitive.push_back(secret);
    }
}

void RandomCase::write(TempDir& folder) const {
    std::string csv;
    for (std::size_t a = 0; a < heights.size(); ++a) {
        csv += "q" + std::to_string(a) + ",";
        std::string lines;
        for (const auto& entry : table.hierarchies[a]) {
            for (std::size_t level = 0; level < entry.second.size(); ++level)
                lines += (level == 0 ? "" : ";") + entry.second[level];
            lines += "\n";
        }
        folder.write("h" + std::to_string(a) + ".csv", lines);
    }
    csv += "secret\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const std::string& cell : table.rows[r])
            csv += cell + ",";
        csv += table.sensitive[r] + "\n";
    }
    folder.write("in.csv", csv);
    std::string lines;
    for (const auto& entry : table.sensitiveHierarchy)
        lines += entry.second[0] + ";" + entry.second[1] + ";" + entry.second[2] + "\n";
    folder.write("secret.csv", lines);
}

std::vector<std::vector<unsigned>>
RandomCase::nodes(const std::vector<std::pair<unsigned, unsigned>>& bounds) const {
    std::vector<std::vector<unsigned>> all{{}};
    for (const auto& [least, most] : bounds) {
        std::vector<std::vector<unsigned>> longer;
        for (const auto& node : all) {
            for (unsigned level = least; level <= most; ++level) {
                longer.push_back(node);
                longer.back().push_back(level);
            }
        }
        all = longer;
    }
    return all;
}

std::pair<std::string, SlowModel> randomModel(SeededRandom& random, bool sets, bool subset) {
    std::vector<std::string> types{"k-anonymity", "gbt-39725", "highest-risk", "average-risk",
                                   "sample-uniqueness"};
    if (!sets) {
        for (const char* type : {"l-diversity", "t-closeness", "delta-disclosure", "beta-likeness",
                                 "l-diversity", "t-closeness"})
            types.emplace_back(type);
    } else {
        types.emplace_back("km-anonymity");
        types.emplace_back("km-anonymity");
    }
    if (subset) {
        types.emplace_back("k-map");
        types.emplace_back("delta-presence");
    }
    SlowModel model;
    model.type = oneOf(random, types);
    std::string json = "{\"type\":\"" + model.type + "\"";
    const auto add = [&](const char* key, double value) { json += format(R"(,"{}":{})", key, value); };
    if (model.type == "k-anonymity" || model.type == "k-map") {
        model.k = static_cast<double>(2 + random.below(5));
        add("k", model.k);
    } else if (model.type == "km-anonymity") {
        model.k = static_cast<double>(2 + random.below(2));
        model.m = static_cast<double>(1 + random.below(3));
        add("k", model.k);
        add("m", model.m);
    } else if (model.type == "l-diversity") {
        model.variant =
            oneOf<std::string>(random, {"distinct", "entropy", "entropy-grassberger", "recursive"});
        const bool whole = model.variant == "distinct" || model.variant == "recursive";
        model.l = whole ? static_cast<double>(2 + random.below(2)) : oneOf<double>(random, {1.5, 2, 3});
        add("l", model.l);
        if (model.variant == "recursive") {
            model.c = oneOf<double>(random, {0.5, 1, 2, 3});
            add("c", model.c);
        }
    } else if (model.type == "t-closeness") {
        model.variant = oneOf<std::string>(random, {"equal", "ordered", "hierarchical"});
        model.t = oneOf<double>(random, {0.1, 0.2, 0.25, 0.4});
        add("t", model.t);
    } else if (model.type == "delta-disclosure") {
        model.delta = oneOf<double>(random, {0.5, 1, 2});
        add("delta", model.delta);
    } else if (model.type == "beta-likeness") {
        model.variant = oneOf<std::string>(random, {"basic", "enhanced"});
        model.beta = oneOf<double>(random, {0.5, 1, 2});
        add("beta", model.beta);
    } else if (model.type == "delta-presence") {
        model.min = oneOf<double>(random, {0, 0.1, 0.25});
        model.max = oneOf<double>(random, {0.5, 0.75, 1});
        add("min", model.min);
        add("max", model.max);
    } else if (model.type != "gbt-39725") {
        model.threshold = model.type == "sample-uniqueness" ? oneOf<double>(random, {0, 0.02, 0.1})
                                                            : oneOf<double>(random, {0.1, 0.2, 0.25, 0.5});
        add("threshold", model.threshold);
    }
    if (!model.variant.empty())
        json += ",\"variant\":\"" + model.variant + "\"";
    const bool sensitive = model.type == "l-diversity" || model.type == "t-closeness"
                           || model.type == "delta-disclosure" || model.type == "beta-likeness"
                           || model.type == "km-anonymity";
    if (sensitive)
        json += R"(,"column":"secret")";
    return {json + "}", model};
}

} // namespace mangrove::test
