// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/slow_attack.h"

#include "deid/attack_sampling.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mangrove::test {

SlowAttack::Rows SlowAttack::rowsOf(const table::Table& table, const std::vector<std::string>& columns) {
    Rows rows(table.rows());
    for (std::uint64_t row = 0; row < table.rows(); ++row) {
        for (const std::string& column : columns)
            rows[row].emplace_back(table.cell(table.columnIndex(column).value(), row).value_or(""));
    }
    return rows;
}

bool SlowAttack::covers(std::size_t column, const std::string& label, const std::string& value) const {
    if (label == "*" || label == value)
        return true;
    const auto path = columns[column].levels.find(value);
    return path != columns[column].levels.end()
           && std::count(path->second.begin(), path->second.end(), label) > 0;
}

std::vector<std::size_t> SlowAttack::candidates(const std::vector<std::size_t>& known,
                                                const std::vector<std::string>& values) const {
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < released.size(); ++row) {
        bool fits = true;
        for (const std::size_t column : known)
            fits = fits && covers(column, released[row][column], values[column]);
        if (fits)
            found.push_back(row);
    }
    return found;
}

double SlowAttack::rangeOf(std::size_t column) const {
    std::set<double> numbers;
    for (const auto& row : original)
        numbers.insert(row[column].empty() ? std::stod(original[0][column]) : std::stod(row[column]));
    return *numbers.rbegin() - *numbers.begin();
}

std::uint64_t SlowAttack::cost(std::size_t column, const std::string& label, const std::string& value) const {
    std::set<std::string> covered;
    for (const auto& row : original) {
        if (covers(column, label, row[column]))
            covered.insert(row[column]);
    }
    double gap = covers(column, label, value) ? 0 : 1;
    double share = covered.empty() ? 0 : 1 - 1 / static_cast<double>(covered.size());
    if (columns[column].isNumber) {
        double low = 1e300, high = -1e300;
        for (const std::string& text : covered) {
            low = std::min(low, std::stod(text));
            high = std::max(high, std::stod(text));
        }
        if (covered.empty())
            low = high = std::stod(label);
        const double number = std::stod(value);
        gap = std::max({low - number, number - high, 0.0}) / rangeOf(column);
        share = (high - low) / rangeOf(column);
    }
    std::uint64_t breadth = static_cast<std::uint64_t>(std::llround(share * 1023));
    if ((label == "*" || label.empty()) && covered.size() > 1)
        breadth = 1024;
    if (gap == 1 && !columns[column].isNumber)
        breadth = 0;
    return (static_cast<std::uint64_t>(std::llround(gap * 1048576)) << 24U) + breadth;
}

SlowAttack::Near SlowAttack::nearest(const std::vector<std::size_t>& known,
                                     const std::vector<std::string>& values, std::size_t k) const {
    std::map<std::vector<std::string>, std::size_t> firstRow;
    std::map<std::pair<std::size_t, std::string>, std::uint64_t> costs;
    struct Row {
        std::uint64_t cost;
        std::size_t group, row;
        auto operator<=>(const Row&) const = default;
    };
    std::vector<Row> rows;
    for (std::size_t row = 0; row < released.size(); ++row) {
        std::vector<std::string> labels;
        std::uint64_t sum = 0;
        for (const std::size_t column : known) {
            const std::string& label = labels.emplace_back(released[row][column]);
            const auto [known1, isNew] = costs.try_emplace({column, label}, 0);
            if (isNew)
                known1->second = cost(column, label, values[column]);
            sum += known1->second;
        }
        rows.push_back({sum, firstRow.try_emplace(labels, row).first->second, row});
    }
    std::sort(rows.begin(), rows.end());
    Near near;
    const std::uint64_t last = rows[std::min(k, rows.size()) - 1].cost;
    for (const Row& row : rows) {
        if (row.cost < last)
            near.nearer.push_back(row.row);
        else if (row.cost == last)
            near.tied.push_back(row.row);
    }
    return near;
}

bool SlowAttack::linksUp(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second,
                         const std::vector<std::string>& values, std::size_t row, std::size_t k,
                         std::uint64_t seed) const {
    const auto draw = [&](const std::vector<std::size_t>& known, std::uint64_t part) {
        const Near near = nearest(known, values, k);
        std::set<std::size_t> rows(near.nearer.begin(), near.nearer.end());
        for (const std::uint64_t place :
             deid::drawWithout(near.tied.size(), k - near.nearer.size(), deid::seedOf(seed, part, row)))
            rows.insert(near.tied[place]);
        return rows;
    };
    const auto a = draw(first, 21), b = draw(second, 22);
    return std::any_of(a.begin(), a.end(), [&](std::size_t each) { return b.count(each) > 0; });
}

std::string SlowAttack::most(const std::vector<std::string>& labels, std::size_t secret) const {
    std::string best;
    const auto key = [&](const std::string& label) {
        std::size_t all = 0, first = released.size();
        for (std::size_t row = released.size(); row-- > 0;) {
            if (released[row][secret] != label)
                continue;
            ++all;
            first = row;
        }
        return std::tuple(std::count(labels.begin(), labels.end(), label), all, released.size() - first);
    };
    for (const std::string& label : std::set<std::string>(labels.begin(), labels.end())) {
        if (label != "*" && !label.empty() && (best.empty() || key(label) > key(best)))
            best = label;
    }
    return best;
}

std::string SlowAttack::guess(const std::vector<std::size_t>& known, std::size_t secret,
                              const std::vector<std::string>& values, std::size_t k) const {
    const Near near = nearest(known, values, k);
    std::vector<std::string> labels;
    for (const auto* rows : {&near.nearer, &near.tied}) {
        for (const std::size_t row : *rows)
            labels.push_back(released[row][secret]);
    }
    return most(labels, secret);
}

std::string SlowAttack::blindGuess(std::size_t secret) const {
    std::vector<std::string> labels;
    for (const auto& row : released)
        labels.push_back(row[secret]);
    return most(labels, secret);
}

} // namespace mangrove::test
