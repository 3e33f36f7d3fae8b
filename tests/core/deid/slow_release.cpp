// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/slow_release.h"

#include "core/deid/adult_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mangrove::test {

namespace {

constexpr double kReleaseTie = 1e-12;
constexpr double kNever = std::numeric_limits<double>::infinity();

/// A class's figure and whether it is good enough.
struct OfClass {
    double figure = 0;
    bool good = true;
};

OfClass diversity(const SlowModel& model, const SlowCounts& p, double n) {
    const auto distinct = static_cast<double>(p.size());
    if (model.variant == "distinct")
        return {distinct, distinct >= model.l};
    if (model.variant == "recursive") {
        std::vector<double> sizes;
        for (const auto& entry : p)
            sizes.push_back(entry.second);
        std::sort(sizes.rbegin(), sizes.rend());
        double tail = 0;
        for (std::size_t i = static_cast<std::size_t>(model.l) - 1; i < sizes.size(); ++i)
            tail += sizes[i];
        const double ratio = tail == 0 ? kNever : sizes[0] / tail;
        return {ratio, ratio < model.c - kReleaseTie};
    }
    double entropy = 0;
    for (const auto& entry : p) {
        const double x = entry.second;
        if (model.variant == "entropy") {
            entropy -= x / n * std::log(x / n);
            continue;
        }
        const double sign = std::fmod(x, 2) == 0 ? 1 : -1;
        entropy += (std::log(n) - digammaSlowly(x)
                    - 0.5 * sign * (digammaSlowly((x + 1) / 2) - digammaSlowly(x / 2)))
                   * x / n;
    }
    const double values = std::min(std::exp(entropy), distinct);
    return {values, values >= model.l - 1e-9};
}

OfClass likeness(const SlowModel& model, const SlowCounts& p, const SlowCounts& q, double n, double all) {
    OfClass result{0, true};
    for (const auto& [value, count] : p) {
        const double inClass = count / n;
        const double inTable = q.at(value) / all;
        if (model.type == "delta-disclosure") {
            const double off = std::abs(std::log2(inClass / inTable));
            result.figure = std::max(result.figure, off);
            result.good = result.good && off < model.delta - kReleaseTie;
            continue;
        }
        const double gain = (inClass - inTable) / inTable;
        const double most = model.variant == "basic" ? model.beta : std::min(model.beta, -std::log(inTable));
        result.good = result.good && gain <= most + kReleaseTie;
        if (gain > kReleaseTie)
            result.figure = std::max(result.figure, gain / most * model.beta);
    }
    return result;
}

OfClass ofSensitive(const SlowRelease& release, const SlowModel& model,
                    const std::vector<std::string>& cells) {
    SlowCounts p;
    for (const std::string& cell : cells)
        p[cell] += 1;
    double all = 0;
    for (const auto& entry : release.everyone)
        all += entry.second;
    const auto n = static_cast<double>(cells.size());
    if (model.type == "l-diversity")
        return diversity(model, p, n);
    if (model.type == "km-anonymity") {
        const double least = leastSupportSlowly(cells, model.m);
        return {least, least >= model.k};
    }
    if (model.type != "t-closeness")
        return likeness(model, p, release.everyone, n, all);
    const double distance = distanceSlowly(*release.table, model.variant, p, release.everyone);
    return {distance, distance <= model.t + kReleaseTie};
}

/// Models over all classes, to which a class of stars does not count.
SlowFigure overall(const SlowRelease& release, const SlowModel& model) {
    std::vector<double> sizes;
    for (const auto& [labels, cells] : release.classes) {
        if (std::any_of(labels.begin(), labels.end(), [](const std::string& text) { return text != "*"; }))
            sizes.push_back(static_cast<double>(cells.size()));
    }
    SlowFigure figure;
    figure.classes = static_cast<double>(sizes.size());
    double records = 0, ones = 0;
    for (const double size : sizes) {
        records += size;
        ones += size == 1 ? 1 : 0;
    }
    if (records == 0)
        return figure;
    figure.measured = (model.type == "average-risk" ? figure.classes : ones) / records;
    figure.holds = *figure.measured <= model.threshold + kReleaseTie;
    return figure;
}

SlowFigure gbt42460(const SlowRelease& release, const SlowModel& model) {
    const double tau = model.variant == "public" ? 20 : model.variant == "controlled" ? 5 : 3;
    SlowFigure figure;
    double least = kNever, sum = 0;
    for (const auto& [labels, cells] : release.classes) {
        const auto n = static_cast<double>(cells.size());
        figure.classes += 1;
        figure.broken += n < tau ? 1 : 0;
        least = std::min(least, n);
        sum += 1 / n;
    }
    if (figure.classes == 0)
        return figure;
    figure.measured = figure.broken > 0 ? 1 : model.variant == "public" ? 1 / least : sum / figure.classes;
    figure.holds = *figure.measured < 0.05;
    return figure;
}

} // namespace

SlowRelease::SlowRelease(const SlowTable& original, const std::vector<unsigned>& levels,
                         const std::filesystem::path& file)
    : table(&original) {
    const std::size_t m = original.hierarchies.size();
    for (std::size_t row = 0; row < original.rows.size(); ++row) {
        std::vector<std::string> labels;
        for (std::size_t a = 0; a < m; ++a)
            labels.push_back(original.hierarchies[a].at(original.rows[row][a])[levels[a]]);
        population[labels] += 1;
        if (original.released.empty() || original.released[row])
            everyone[original.sensitive[row]] += 1;
    }
    const auto lines = readPlainCsv(file);
    for (std::size_t line = 1; line < lines.size(); ++line) {
        const auto end = lines[line].begin() + static_cast<std::ptrdiff_t>(m);
        classes[std::vector<std::string>(lines[line].begin(), end)].push_back(lines[line].at(m));
    }
}

SlowFigure judgeSlowly(const SlowRelease& release, const SlowModel& model) {
    if (model.type == "average-risk" || model.type == "sample-uniqueness")
        return overall(release, model);
    if (model.type == "gbt-42460")
        return gbt42460(release, model);
    const bool least = model.type == "km-anonymity" || model.type == "k-map" || model.type == "k-anonymity"
                       || model.type == "gbt-39725" || model.type == "highest-risk"
                       || (model.type == "l-diversity" && model.variant != "recursive");
    SlowFigure figure;
    for (const auto& [labels, cells] : release.classes) {
        const auto n = static_cast<double>(cells.size());
        const auto people = release.population.count(labels) > 0 ? release.population.at(labels) : 0.0;
        OfClass each{n, true};
        if (model.type == "k-anonymity")
            each.good = n >= model.k;
        else if (model.type == "gbt-39725")
            each.good = n > 5;
        else if (model.type == "highest-risk")
            each.good = 1 / n <= model.threshold + kReleaseTie;
        else if (model.type == "k-map")
            each = {people, people >= model.k};
        else if (model.type == "delta-presence")
            each = {n / people,
                    n / people >= model.min - kReleaseTie && n / people <= model.max + kReleaseTie};
        else
            each = ofSensitive(release, model, cells);
        figure.classes += 1;
        figure.broken += each.good ? 0 : 1;
        const double before = figure.measured.value_or(each.figure);
        figure.measured = least ? std::min(before, each.figure) : std::max(before, each.figure);
        if (model.type == "delta-presence")
            figure.measuredLeast = std::min(figure.measuredLeast.value_or(each.figure), each.figure);
    }
    if (figure.measured == kNever)
        figure.measured.reset();
    figure.holds = figure.broken == 0;
    return figure;
}

} // namespace mangrove::test
