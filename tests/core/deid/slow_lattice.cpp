// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/slow_lattice.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace mangrove::test {

SlowLattice::SlowLattice(const AdultData& data) {
    const std::size_t m = data.columns.size();
    std::vector<std::map<std::string, std::size_t>> valueNumber(m);
    std::map<std::vector<std::size_t>, std::uint64_t> counts;
    for (const auto& row : data.rows) {
        std::vector<std::size_t> values;
        for (std::size_t a = 0; a < m; ++a)
            values.push_back(valueNumber[a].emplace(row[a], valueNumber[a].size()).first->second);
        ++counts[values];
        ++m_records;
    }
    for (const auto& [values, count] : counts)
        m_combinations.push_back({values, count});
    for (std::size_t a = 0; a < m; ++a) {
        Attribute attribute;
        attribute.levels = data.hierarchies[a].begin()->second.size();
        attribute.rows = static_cast<double>(data.hierarchies[a].size());
        for (std::size_t level = 0; level < attribute.levels; ++level) {
            std::map<std::string, std::size_t> labelNumber;
            std::map<std::string, double> rowsWith;
            for (const auto& entry : data.hierarchies[a]) {
                labelNumber.emplace(entry.second[level], labelNumber.size());
                rowsWith[entry.second[level]] += 1;
            }
            std::vector<std::size_t> label(valueNumber[a].size());
            std::vector<double> share(valueNumber[a].size());
            for (const auto& [value, number] : valueNumber[a]) {
                const std::string& text = data.hierarchies[a].at(value)[level];
                label[number] = labelNumber[text];
                share[number] = rowsWith[text] / attribute.rows;
            }
            attribute.label.push_back(label);
            attribute.share.push_back(share);
        }
        m_attributes.push_back(attribute);
    }
}

std::vector<std::vector<unsigned>> SlowLattice::nodes() const {
    std::vector<std::vector<unsigned>> all{{}};
    for (const Attribute& attribute : m_attributes) {
        std::vector<std::vector<unsigned>> longer;
        for (const auto& node : all) {
            for (unsigned level = 0; level < attribute.levels; ++level) {
                longer.push_back(node);
                longer.back().push_back(level);
            }
        }
        all = longer;
    }
    return all;
}

std::vector<SlowLattice::Answer> SlowLattice::measure(const std::vector<unsigned>& levels,
                                                      const std::vector<Question>& questions) const {
    const std::size_t m = m_attributes.size();
    std::unordered_map<std::uint64_t, std::uint64_t> sizes;
    std::vector<std::uint64_t> keyOf(m_combinations.size());
    for (std::size_t c = 0; c < m_combinations.size(); ++c) {
        std::uint64_t key = 0;
        for (std::size_t a = 0; a < m; ++a)
            key = key * 128 + m_attributes[a].label[levels[a]][m_combinations[c].value[a]];
        keyOf[c] = key;
        sizes[key] += m_combinations[c].count;
    }
    struct Sums {
        std::vector<double> kept, lost;
        std::uint64_t suppressed = 0;
    };
    std::map<unsigned, Sums> sumsOfK;
    for (const Question& question : questions) {
        if (sumsOfK.count(question.k) != 0)
            continue;
        Sums& sums = sumsOfK[question.k];
        sums.kept.assign(m, 0);
        sums.lost.assign(m, 0);
        for (std::size_t c = 0; c < m_combinations.size(); ++c) {
            const bool keeps = sizes[keyOf[c]] >= question.k;
            const auto count = static_cast<double>(m_combinations[c].count);
            sums.suppressed += keeps ? 0 : m_combinations[c].count;
            for (std::size_t a = 0; a < m; ++a)
                (keeps ? sums.kept : sums.lost)[a] +=
                    count * m_attributes[a].share[levels[a]][m_combinations[c].value[a]];
        }
    }
    std::vector<Answer> answers;
    for (const Question& question : questions) {
        const Sums& sums = sumsOfK[question.k];
        Answer answer;
        answer.suppressed = sums.suppressed;
        for (const auto& [key, size] : sizes)
            answer.keptClasses += size >= question.k ? 1 : 0;
        const double g = std::min(1.0, 2 - 2 * question.gsFactor);
        const double s = std::min(1.0, 2 * question.gsFactor);
        const auto n = static_cast<double>(m_records);
        double sum = 0, product = 1, highest = 0;
        for (std::size_t a = 0; a < m; ++a) {
            const auto lost = static_cast<double>(sums.suppressed);
            const double total =
                g * sums.kept[a] + (s == 1 ? lost : sums.lost[a] + s * (lost - sums.lost[a]));
            const double least = g * n / m_attributes[a].rows;
            const double v = std::floor(std::max(0.0, (total - least) / (n - least)) * 1e10) / 1e10;
            sum += v;
            product *= std::pow(v + 1, 1.0 / static_cast<double>(m));
            highest = std::max(highest, v);
        }
        if (question.aggregate == "arithmetic-mean")
            answer.loss = sum / static_cast<double>(m);
        else if (question.aggregate == "geometric-mean")
            answer.loss = product - 1;
        else
            answer.loss = question.aggregate == "sum" ? sum : highest;
        answers.push_back(answer);
    }
    return answers;
}

} // namespace mangrove::test
