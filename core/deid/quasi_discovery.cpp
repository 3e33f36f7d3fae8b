// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/quasi_discovery.h"

#include "base/format.h"
#include "base/text.h"
#include "deid/collector.h"
#include "deid/lattice.h"
#include "deid/plan.h"
#include "io/record_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <deque>

namespace mangrove::deid {

namespace {

constexpr std::size_t kRecordsBetweenPolls = 16'384;

/// All sets of `size` numbers below `count`, in lexicographic order.
std::vector<std::vector<std::size_t>> setsOf(std::size_t count, std::size_t size) {
    std::vector<std::vector<std::size_t>> sets;
    std::vector<std::size_t> set(size);
    for (std::size_t i = 0; i < size; ++i)
        set[i] = i;
    while (true) {
        sets.push_back(set);
        std::size_t i = size;
        while (i-- > 0 && set[i] == count - size + i) {
        }
        if (i >= size)
            return sets;
        ++set[i];
        for (std::size_t j = i + 1; j < size; ++j)
            set[j] = set[j - 1] + 1;
    }
}

/// Number of sets of 1 to `most` of `count`, or more than kMostCombinations.
std::uint64_t countSets(std::size_t count, std::size_t most) {
    std::uint64_t all = 0;
    double sets = 1;
    for (std::size_t size = 1; size <= most; ++size) {
        sets = sets * static_cast<double>(count - size + 1) / static_cast<double>(size);
        if (sets > static_cast<double>(kMostCombinations))
            return kMostCombinations + 1;
        all += static_cast<std::uint64_t>(std::llround(sets));
    }
    return all;
}

/// Minimal uniques of each distinct record, by column; the sums run in the order of combinations.
using MinimalUniques = std::vector<std::vector<std::vector<std::size_t>>>;

double sudaScoreOf(std::size_t unique, std::size_t columns, std::size_t most) {
    double score = 1;
    for (std::size_t i = unique; i <= most && i < columns; ++i)
        score *= static_cast<double>(columns - i);
    return score;
}

Status addParts(QuasiDiscovery& discovery, const MinimalUniques& uniques, std::size_t most,
                const RunContext& context) {
    const std::size_t m = discovery.columns.size();
    discovery.parts.assign(m, {});
    discovery.bySmallest.assign(most, 0);
    for (std::size_t record = 0; record < uniques.size(); ++record) {
        if (record % kRecordsBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        if (uniques[record].empty())
            continue;
        ++discovery.singledOut;
        ++discovery.bySmallest[uniques[record].front().size() - 1]; // sizes ascend
        std::vector<bool> takesPart(m, false);
        for (const auto& set : uniques[record]) {
            const double score = sudaScoreOf(set.size(), m, most);
            discovery.sudaScore += score;
            for (const std::size_t column : set) {
                ++discovery.parts[column].minimalUniques;
                discovery.parts[column].sudaShare += score;
                takesPart[column] = true;
            }
        }
        for (std::size_t column = 0; column < m; ++column)
            discovery.parts[column].records += takesPart[column] ? 1U : 0U;
    }
    for (ColumnPart& part : discovery.parts)
        part.sudaShare = discovery.sudaScore > 0 ? part.sudaShare / discovery.sudaScore : 0;
    return {};
}

} // namespace

Status QuasiDiscoveryOptions::validate() const {
    if (mostColumns == 0 || threads == 0 || threads > 256)
        return Error(errors::kBadOption, {"most", std::to_string(mostColumns), "it must be at least 1"});
    return {};
}

Result<QuasiDiscovery> discoverQuasi(const std::filesystem::path& input, const io::ReadOptions& read,
                                     const std::vector<std::string>& columns,
                                     const QuasiDiscoveryOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(input, read, context));
    const auto& names = reader->columnNames();
    QuasiDiscovery discovery;
    discovery.columns = columns.empty() ? names : columns;
    const std::size_t m = discovery.columns.size();
    const std::size_t most = std::min(options.mostColumns, m);
    if (countSets(m, most) > kMostCombinations)
        return Error(errors::kBadOption,
                     {"most", std::to_string(options.mostColumns),
                      format("{} columns have more than {} such combinations", m, kMostCombinations)});
    Recipe recipe;
    recipe.unlisted = UnlistedColumns::Keep;
    for (const std::string& name : discovery.columns) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return Error(errors::kRiskColumnMissing, {name, join(names, ", ")});
        Attribute& attribute = recipe.attributes.emplace_back();
        attribute.column = name;
        attribute.role = AttributeRole::Quasi;
    }
    MANGROVE_ASSIGN(const Plan plan, Plan::make(recipe, names, nullptr, {}));
    Collector collector(plan);
    MANGROVE_TRY(collector.read(*reader, options.threads, context));
    std::deque<QuasiDomain> domains;
    std::vector<LatticeAttribute> attributes;
    for (std::size_t q = 0; q < m; ++q) {
        domains.push_back(QuasiDomain::make(collector.column(q).values(), std::nullopt));
        attributes.push_back({&domains.back(), discovery.columns[q], 0, 0});
    }
    MANGROVE_ASSIGN(const Lattice lattice, Lattice::make(std::move(attributes), collector.classes()));
    discovery.records = lattice.records();

    const auto n = static_cast<double>(discovery.records);
    Grouper grouper;
    Grouping groups;
    // Sizes ascend, so when a set's uniques are met, those of all smaller sets are known.
    MinimalUniques uniqueBy(lattice.classes());
    for (std::size_t size = 1; size <= most; ++size) {
        for (const auto& set : setsOf(m, size)) {
            MANGROVE_TRY(context.check());
            std::vector<std::uint64_t> mask(lattice.words(), 0);
            for (const std::size_t q : set) {
                const auto [word, bits] = lattice.levelBits(q, 0);
                mask[word] |= bits;
            }
            grouper.roll(lattice.bottom(), mask, groups);
            ColumnCombination& combination = discovery.combinations.emplace_back();
            combination.columns = set;
            combination.distinct = groups.size();
            double same = 0;
            for (const std::uint64_t count : groups.counts) {
                combination.uniques += count == 1 ? 1 : 0;
                same += static_cast<double>(count) * (static_cast<double>(count) - 1);
            }
            combination.distinction = n > 0 ? static_cast<double>(combination.distinct) / n : 0;
            combination.separation = n > 1 ? 1 - same / (n * (n - 1)) : 0;
            for (std::uint32_t c = 0; c < lattice.classes(); ++c) {
                if (groups.counts[groups.groupOf[c]] != 1)
                    continue;
                auto& smaller = uniqueBy[c];
                const bool isMinimal = std::none_of(smaller.begin(), smaller.end(), [&](const auto& part) {
                    return std::includes(set.begin(), set.end(), part.begin(), part.end());
                });
                if (isMinimal) {
                    ++combination.minimalUniques;
                    smaller.push_back(set);
                }
            }
        }
    }
    MANGROVE_TRY(addParts(discovery, uniqueBy, most, context));
    return discovery;
}

std::string toJson(const QuasiDiscovery& discovery) {
    nlohmann::ordered_json tree;
    tree["records"] = discovery.records;
    tree["combinations"] = nlohmann::ordered_json::array();
    for (const ColumnCombination& combination : discovery.combinations) {
        nlohmann::ordered_json names = nlohmann::ordered_json::array();
        for (const std::size_t q : combination.columns)
            names.push_back(discovery.columns[q]);
        nlohmann::ordered_json entry;
        entry["columns"] = std::move(names);
        entry["distinct"] = combination.distinct;
        entry["uniques"] = combination.uniques;
        entry["minimalUniques"] = combination.minimalUniques;
        entry["distinction"] = combination.distinction;
        entry["separation"] = combination.separation;
        tree["combinations"].push_back(std::move(entry));
    }
    tree["singledOut"] = discovery.singledOut;
    tree["bySmallest"] = discovery.bySmallest;
    tree["sudaScore"] = discovery.sudaScore;
    tree["columns"] = nlohmann::ordered_json::array();
    for (std::size_t column = 0; column < discovery.columns.size(); ++column) {
        const ColumnPart& part = discovery.parts[column];
        nlohmann::ordered_json entry;
        entry["name"] = discovery.columns[column];
        entry["minimalUniques"] = part.minimalUniques;
        entry["records"] = part.records;
        entry["sudaShare"] = part.sudaShare;
        tree["columns"].push_back(std::move(entry));
    }
    return tree.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace mangrove::deid
