// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/quasi_domain.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace mangrove::deid {

/// Interns the labels of one level after the other; the finished levels move into the domain.
class QuasiDomain::Builder {
public:
    explicit Builder(std::uint32_t levels) : m_levels(levels), m_codes(levels) {}

    /// Adds hierarchy rows without a value in the data: they only weigh.
    void addWeight(std::span<const std::string> path, std::uint64_t weight) {
        for (std::size_t level = 0; level < path.size(); ++level)
            m_levels[level].weights[intern(level, path[level])] += weight;
    }

    void addValue(std::span<const std::string> path) {
        for (std::size_t level = 0; level < path.size(); ++level)
            m_levels[level].labelOf.push_back(intern(level, path[level]));
    }

    [[nodiscard]] std::size_t labels(std::size_t level) const { return m_levels[level].texts.size(); }
    [[nodiscard]] const std::string& text(std::size_t level, std::size_t label) const {
        return m_levels[level].texts[label];
    }
    /// Makes every weight of the label `text` the whole domain.
    void setWeight(std::size_t level, const std::string& text, std::uint64_t weight) {
        m_levels[level].weights[intern(level, text)] = weight;
    }
    [[nodiscard]] std::vector<Level> take() { return std::move(m_levels); }

private:
    std::uint32_t intern(std::size_t level, const std::string& text) {
        Level& into = m_levels[level];
        const auto [found, isNew] =
            m_codes[level].try_emplace(text, static_cast<std::uint32_t>(into.texts.size()));
        if (isNew) {
            into.texts.push_back(text);
            into.weights.push_back(0);
        }
        return found->second;
    }

    std::vector<Level> m_levels;
    std::vector<std::unordered_map<std::string, std::uint32_t>> m_codes;
};

QuasiDomain QuasiDomain::make(std::span<const Value> values, const std::optional<Hierarchy>& hierarchy) {
    const std::uint32_t levels = hierarchy ? hierarchy->levels() : 1;
    QuasiDomain domain;
    domain.m_values = static_cast<std::uint32_t>(values.size());
    Builder builder(levels);
    const bool isTable = hierarchy && hierarchy->domainSize() > 0;
    if (isTable) {
        for (const std::string_view value : hierarchy->domain())
            builder.addWeight(hierarchy->path(value), 1);
        domain.m_domainSize = hierarchy->domainSize();
    }

    // Paths first: what the top looks like decides where missing values end.
    std::vector<std::vector<std::string>> paths(values.size());
    for (std::uint32_t code = 0; code < values.size(); ++code) {
        const Value& value = values[code];
        if (!hierarchy && !value.missing)
            paths[code].emplace_back(value.text);
        else if (hierarchy && (!value.missing || !value.text.empty()))
            paths[code] = hierarchy->path(value.text);
        if (!paths[code].empty()) {
            if (!isTable) {
                builder.addWeight(paths[code], 1);
                ++domain.m_domainSize;
            }
        } else if (!value.missing) {
            domain.m_unmatched.push_back(code);
        }
    }
    const std::size_t top = levels - 1;
    const bool oneTop = levels > 1 && builder.labels(top) <= 1;
    std::vector<std::string> missing(levels);
    if (oneTop)
        missing[top] = builder.labels(top) == 1 ? builder.text(top, 0) : std::string(kTop);
    const std::vector<std::string> suppressed(levels, std::string(kTop));
    for (std::uint32_t code = 0; code < values.size(); ++code) {
        if (!paths[code].empty()) {
            builder.addValue(paths[code]);
        } else if (values[code].missing) {
            builder.addValue(missing);
            domain.m_missing = code;
        } else {
            builder.addValue(suppressed);
        }
    }
    if (domain.m_missing) {
        builder.addWeight(missing, 1);
        ++domain.m_domainSize;
    }
    if (domain.m_domainSize == 0)
        domain.m_domainSize = 1;
    // What says nothing weighs as much as everything.
    for (std::size_t level = 0; !domain.m_unmatched.empty() && level < levels; ++level)
        builder.setWeight(level, suppressed[level], domain.m_domainSize);
    domain.m_levels = builder.take();
    return domain;
}

std::vector<std::vector<std::uint32_t>> QuasiDomain::commonLabels() const {
    std::map<std::string_view, std::uint32_t> numbers;
    std::vector<std::vector<std::uint32_t>> labels;
    for (const Level& level : m_levels) {
        auto& mine = labels.emplace_back();
        for (const std::string& text : level.texts)
            mine.push_back(
                numbers.try_emplace(text, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return labels;
}

} // namespace mangrove::deid
