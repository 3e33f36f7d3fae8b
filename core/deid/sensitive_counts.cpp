// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/sensitive_counts.h"

#include "base/number.h"
#include "base/text.h"
#include "deid/errors.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMostItemsOfSet = 64;
constexpr std::size_t kMostItems = 2'000'000; ///< three of them fit into 64 bits

} // namespace

void SensitiveCounts::add(const InputCell& cell, std::uint32_t combination) {
    std::uint32_t value = 0;
    if (!cell.missing) {
        bool isNew = false;
        value = m_dictionary.add(cell.text, isNew) + 1;
    }
    m_counts.add(std::array{combination, value});
}

void SensitiveCounts::merge(const SensitiveCounts& other, const std::vector<std::uint32_t>& combinations) {
    std::vector<std::uint32_t> valueOf{0};
    for (std::uint32_t number = 0; number < other.m_dictionary.size(); ++number) {
        bool isNew = false;
        valueOf.push_back(m_dictionary.add(other.m_dictionary.text(number), isNew) + 1);
    }
    for (std::size_t i = 0; i < other.m_counts.size(); ++i) {
        const auto codes = other.m_counts.codes(i);
        m_counts.add(std::array{combinations[codes[0]], valueOf[codes[1]]}, other.m_counts.count(i));
    }
}

void SensitiveCounts::renumber(const std::vector<std::uint32_t>& numbers) {
    ClassTable renumbered(2);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const auto codes = m_counts.codes(i);
        renumbered.add(std::array{numbers[codes[0]], codes[1]}, m_counts.count(i));
    }
    m_counts = std::move(renumbered);
}

Status SensitiveCounts::addLabels(SensitiveColumn& column, const Hierarchy& hierarchy) const {
    const std::uint32_t levels = hierarchy.levels();
    std::vector<std::unordered_map<std::string, std::uint32_t>> numbers(levels);
    column.labelOf.assign(levels, {});
    std::uint64_t unknown = 0;
    std::uint64_t records = 0;
    for (std::size_t value = 0; value < values(); ++value) {
        std::vector<std::string> path;
        if (value > 0)
            path = hierarchy.path(m_dictionary.text(static_cast<std::uint32_t>(value - 1)));
        if (path.empty()) {
            if (value > 0 && column.totals[value] > 0) {
                ++unknown;
                records += column.totals[value];
            }
            // Missing values: a leaf that meets the others at the top only.
            path.assign(levels, std::string("\0missing", 8));
            path.back() = std::string(kTop);
        }
        for (std::uint32_t level = 0; level < levels; ++level) {
            const auto number =
                level == 0 ? static_cast<std::uint32_t>(value)
                           : numbers[level]
                                 .try_emplace(path[level], static_cast<std::uint32_t>(numbers[level].size()))
                                 .first->second;
            column.labelOf[level].push_back(number);
        }
    }
    if (unknown > 0)
        return Error(errors::kHierarchyUnmatched,
                     {column.name, std::to_string(unknown), std::to_string(records), "?", hierarchy.name()});
    return {};
}

Status SensitiveCounts::addItems(SensitiveColumn& column, const std::string& separator) const {
    std::unordered_map<std::string, std::uint32_t> numbers;
    column.items.emplace_back();
    for (std::uint32_t number = 0; number < m_dictionary.size(); ++number) {
        std::vector<std::uint32_t>& items = column.items.emplace_back();
        std::string_view rest = m_dictionary.text(number);
        while (!rest.empty()) {
            const std::size_t end = rest.find(separator);
            std::string_view item = trim(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + separator.size());
            if (!item.empty())
                items.push_back(
                    numbers.try_emplace(std::string(item), static_cast<std::uint32_t>(numbers.size()))
                        .first->second);
        }
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        if (items.size() > kMostItemsOfSet || numbers.size() > kMostItems)
            return Error(errors::kRecipeInvalid,
                         {"asks for km-anonymity of the column " + column.name
                          + ", which has sets of more than 64 items or more than 2000000 items"});
    }
    return {};
}

void SensitiveCounts::addOrder(SensitiveColumn& column) const {
    column.ordered.resize(values());
    std::iota(column.ordered.begin(), column.ordered.end(), 0U);
    std::vector<double> numbers(values(), 0);
    bool allNumbers = true;
    for (std::uint32_t number = 0; number < m_dictionary.size(); ++number) {
        const auto parsed = parseDouble(m_dictionary.text(number));
        allNumbers = allNumbers && parsed.has_value();
        numbers[number + 1] = parsed.value_or(0);
    }
    const auto text = [&](std::uint32_t value) {
        return value == 0 ? std::string_view() : m_dictionary.text(value - 1);
    };
    std::sort(column.ordered.begin(), column.ordered.end(), [&](std::uint32_t a, std::uint32_t b) {
        if ((a == 0) != (b == 0))
            return a == 0;
        if (allNumbers && numbers[a] != numbers[b])
            return numbers[a] < numbers[b];
        return text(a) < text(b);
    });
    // Values that no released record has are no steps of the distance.
    std::erase_if(column.ordered, [&](std::uint32_t value) { return column.totals[value] == 0; });
}

Result<SensitiveColumn> SensitiveCounts::column(const std::string& name, const Recipe& recipe,
                                                const std::optional<Hierarchy>& hierarchy) const {
    SensitiveColumn column;
    column.name = name;
    column.totals.assign(values(), 0);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        column.totals[m_counts.codes(i)[1]] += m_counts.count(i);
        column.records += m_counts.count(i);
    }
    for (const Model& model : recipe.models) {
        if (model.column != name)
            continue;
        if (model.variant == ModelVariant::Ordered && column.ordered.empty())
            addOrder(column);
        if (model.variant == ModelVariant::Hierarchical && column.labelOf.empty() && hierarchy)
            MANGROVE_TRY(addLabels(column, *hierarchy));
        if (model.type == ModelType::KmAnonymity && column.items.empty())
            MANGROVE_TRY(addItems(column, model.separator.empty() ? ";" : model.separator));
    }
    return column;
}

} // namespace mangrove::deid
