// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/slow_models.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace mangrove::test {

namespace {

constexpr double kTie = 1e-12;

struct SlowClass {
    std::size_t first = 0; ///< row
    std::vector<std::size_t> rows;
    double all = 0; ///< rows outside the subset, too
    bool kept = true;
    bool saysNothing = true;
};

using Counts = SlowCounts;

Counts countsOf(const SlowTable& table, const std::vector<std::size_t>& rows) {
    Counts counts;
    for (const std::size_t row : rows)
        counts[table.sensitive[row]] += 1;
    return counts;
}

bool isDiverse(const SlowModel& model, const Counts& counts, double n) {
    if (static_cast<double>(counts.size()) < model.l)
        return false;
    if (model.variant == "distinct")
        return true;
    if (model.variant == "recursive") {
        std::vector<double> sizes;
        for (const auto& entry : counts)
            sizes.push_back(entry.second);
        std::sort(sizes.rbegin(), sizes.rend());
        double tail = 0;
        for (std::size_t i = static_cast<std::size_t>(model.l) - 1; i < sizes.size(); ++i)
            tail += sizes[i];
        return sizes[0] < model.c * tail - kTie;
    }
    double entropy = 0;
    for (const auto& entry : counts) {
        if (model.variant == "entropy") {
            entropy -= entry.second / n * std::log(entry.second / n);
        } else {
            const double x = entry.second;
            const double sign = std::fmod(x, 2) == 0 ? 1 : -1;
            const double g =
                digammaSlowly(x) + 0.5 * sign * (digammaSlowly((x + 1) / 2) - digammaSlowly(x / 2));
            entropy += (std::log(n) - g) * x / n;
        }
    }
    return entropy >= std::log(model.l) - kTie;
}

bool isLikely(const SlowModel& model, const Counts& p, const Counts& q, double n, double all) {
    for (const auto& [value, count] : p) {
        const double inClass = count / n;
        const double inTable = q.at(value) / all;
        if (model.type == "delta-disclosure") {
            if (!(std::abs(std::log2(inClass / inTable)) < model.delta - kTie))
                return false;
        } else {
            const double most =
                model.variant == "basic" ? model.beta : std::min(model.beta, -std::log(inTable));
            if ((inClass - inTable) / inTable > most + kTie)
                return false;
        }
    }
    return true;
}

std::vector<std::string> cellsOf(const SlowTable& table, const std::vector<std::size_t>& rows) {
    std::vector<std::string> cells;
    for (const std::size_t row : rows)
        cells.push_back(table.sensitive[row]);
    return cells;
}

bool holds(const SlowTable& table, const SlowModel& model, const SlowClass& each,
           const std::vector<std::size_t>& everyone) {
    const auto n = static_cast<double>(each.rows.size());
    const auto all = static_cast<double>(everyone.size());
    if (model.type == "k-anonymity")
        return n >= model.k;
    if (model.type == "gbt-39725")
        return n > 5;
    if (model.type == "highest-risk")
        return 1 / n <= model.threshold + kTie;
    if (model.type == "k-map")
        return each.all >= model.k;
    if (model.type == "delta-presence")
        return n / each.all >= model.min - kTie && n / each.all <= model.max + kTie;
    if (model.type == "km-anonymity")
        return leastSupportSlowly(cellsOf(table, each.rows), model.m) >= model.k;
    const Counts p = countsOf(table, each.rows);
    if (model.type == "l-diversity")
        return isDiverse(model, p, n);
    const Counts q = countsOf(table, everyone);
    if (model.type == "t-closeness")
        return distanceSlowly(table, model.variant, p, q) <= model.t + kTie;
    if (model.type == "delta-disclosure" || model.type == "beta-likeness")
        return isLikely(model, p, q, n, all);
    return true; // a model over all classes
}

bool holdsOverall(const SlowModel& model, const std::vector<const SlowClass*>& kept) {
    double classes = 0, records = 0, ones = 0;
    for (const SlowClass* each : kept) {
        const auto n = static_cast<double>(each->rows.size());
        classes += 1;
        records += n;
        ones += n == 1 ? 1 : 0;
    }
    if (records == 0)
        return true;
    if (model.type == "average-risk")
        return classes / records <= model.threshold + kTie;
    return ones / records <= model.threshold + kTie;
}

double aggregate(const SlowMeasure& measure, const std::vector<double>& values) {
    const auto m = static_cast<double>(values.size());
    double sum = 0, product = 1, most = 0;
    for (std::size_t a = 0; a < values.size(); ++a) {
        sum += values[a] * measure.weights[a];
        product *= std::pow((values[a] + 1) * measure.weights[a], 1 / m);
        most = std::max(most, values[a] * measure.weights[a]);
    }
    if (measure.aggregate == "arithmetic-mean")
        return sum / m;
    if (measure.aggregate == "geometric-mean")
        return product - 1;
    return measure.aggregate == "sum" ? sum : most;
}

double floored(double value) {
    return std::floor(value * 1e10 + 1e-2) / 1e10;
}

} // namespace

double leastSupportSlowly(const std::vector<std::string>& cells, double most) {
    std::map<std::set<std::string>, double> support;
    for (const std::string& cell : cells) {
        const auto items = itemsSlowly(cell);
        const std::vector<std::string> list(items.begin(), items.end());
        for (unsigned mask = 1; mask < (1U << list.size()); ++mask) {
            std::set<std::string> chosen;
            for (std::size_t i = 0; i < list.size(); ++i) {
                if ((mask >> i & 1U) != 0)
                    chosen.insert(list[i]);
            }
            if (static_cast<double>(chosen.size()) <= most)
                support[chosen] += 1;
        }
    }
    double least = std::numeric_limits<double>::infinity();
    for (const auto& entry : support)
        least = std::min(least, entry.second);
    return least;
}

double digammaSlowly(double x) {
    double result = 0;
    while (x < 1000) {
        result -= 1 / x;
        x += 1;
    }
    return result + std::log(x) - 1 / (2 * x) - 1 / (12 * x * x);
}

double distanceSlowly(const SlowTable& table, const std::string& variant, const SlowCounts& p,
                      const SlowCounts& q) {
    double n = 0, all = 0;
    for (const auto& entry : p)
        n += entry.second;
    for (const auto& entry : q)
        all += entry.second;
    std::map<std::string, double> extra;
    for (const auto& entry : q)
        extra[entry.first] -= entry.second / all;
    for (const auto& entry : p)
        extra[entry.first] += entry.second / n;
    double sum = 0;
    if (variant == "equal") {
        for (const auto& entry : extra)
            sum += std::abs(entry.second) / 2;
        return sum;
    }
    if (variant == "ordered") {
        double cumulated = 0;
        for (const auto& entry : extra) {
            cumulated += entry.second;
            sum += std::abs(cumulated);
        }
        return extra.size() < 2 ? 0 : sum / static_cast<double>(extra.size() - 1);
    }
    const std::size_t height = table.sensitiveHierarchy.begin()->second.size() - 1;
    for (std::size_t level = 1; level <= height; ++level) {
        // children of each node: labels one level below, with the sum of their extras
        std::map<std::string, std::map<std::string, double>> nodes;
        for (const auto& [value, e] : extra) {
            const auto& path = table.sensitiveHierarchy.at(value);
            nodes[path[level]][path[level - 1]] += e;
        }
        for (const auto& node : nodes) {
            double more = 0, less = 0;
            for (const auto& child : node.second)
                (child.second > 0 ? more : less) += std::abs(child.second);
            sum += static_cast<double>(level) / static_cast<double>(height) * std::min(more, less);
        }
    }
    return sum;
}

std::set<std::string> itemsSlowly(const std::string& cell) {
    std::set<std::string> items;
    std::string item;
    for (const char c : cell + ";") {
        if (c != ';') {
            item += c;
            continue;
        }
        if (!item.empty())
            items.insert(item);
        item.clear();
    }
    return items;
}

SlowResult measureSlowly(const SlowTable& table, const std::vector<unsigned>& levels,
                         const std::vector<SlowModel>& models, const SlowMeasure& measure) {
    const std::size_t m = table.hierarchies.size();
    const auto isReleased = [&](std::size_t row) { return table.released.empty() || table.released[row]; };
    const auto label = [&](std::size_t row, std::size_t a) {
        return table.hierarchies[a].at(table.rows[row][a])[levels[a]];
    };
    const auto share = [&](std::size_t a, const std::string& text) {
        double with = 0;
        for (const auto& entry : table.hierarchies[a])
            with += entry.second[levels[a]] == text ? 1 : 0;
        return with;
    };
    std::map<std::vector<std::string>, SlowClass> classes;
    std::vector<std::size_t> everyone;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<std::string> key;
        for (std::size_t a = 0; a < m; ++a)
            key.push_back(label(row, a));
        const bool isNew = classes.count(key) == 0;
        SlowClass& each = classes[key];
        if (isNew) {
            each.first = row;
            for (const std::string& text : key)
                each.saysNothing = each.saysNothing && text == "*";
        }
        each.all += 1;
        if (isReleased(row)) {
            each.rows.push_back(row);
            everyone.push_back(row);
        }
    }
    std::vector<SlowClass*> list;
    for (auto& entry : classes) {
        SlowClass& each = entry.second;
        if (each.rows.empty())
            continue;
        list.push_back(&each);
        for (const SlowModel& model : models)
            each.kept = each.kept && holds(table, model, each, everyone);
    }
    // Models over all classes: the smallest classes go, one by one.
    // Of equal sizes the class goes first that costs least by itself, then the one met first.
    std::map<const SlowClass*, std::vector<double>> cost;
    for (const SlowClass* each : list) {
        std::vector<double> own;
        double product = static_cast<double>(each->rows.size());
        for (std::size_t a = 0; a < m; ++a) {
            own.push_back(static_cast<double>(each->rows.size()) * share(a, label(each->first, a))
                          / static_cast<double>(table.hierarchies[a].size()));
            product *= share(a, label(each->first, a));
        }
        if (measure.type == "ambiguity") {
            cost[each] = {product};
        } else if (measure.type != "loss") {
            cost[each] = {0};
        } else if (measure.aggregate == "rank") {
            for (std::size_t a = 0; a < m; ++a)
                own[a] *= measure.weights[a];
            std::sort(own.rbegin(), own.rend());
            cost[each] = own;
        } else {
            cost[each] = {aggregate(measure, own)};
        }
    }
    std::sort(list.begin(), list.end(), [&](const SlowClass* a, const SlowClass* b) {
        if (a->rows.size() != b->rows.size())
            return a->rows.size() < b->rows.size();
        for (std::size_t i = 0; i < cost[a].size(); ++i) {
            if (std::abs(cost[a][i] - cost[b][i]) > kTie)
                return cost[a][i] < cost[b][i];
        }
        return a->first < b->first;
    });
    for (const SlowModel& model : models) {
        if (model.type != "average-risk" && model.type != "sample-uniqueness")
            continue;
        while (true) {
            std::vector<const SlowClass*> kept;
            SlowClass* smallest = nullptr;
            for (SlowClass* each : list) {
                if (!each->kept || each->saysNothing)
                    continue;
                kept.push_back(each);
                if (smallest == nullptr)
                    smallest = each;
            }
            if (holdsOverall(model, kept))
                break;
            smallest->kept = false;
        }
    }

    SlowResult result;
    const auto n = static_cast<double>(everyone.size());
    std::map<std::size_t, bool> isKept;
    std::map<std::size_t, double> sizeOf;
    for (const SlowClass* each : list) {
        result.kept += each->kept ? 1 : 0;
        result.suppressed += each->kept ? 0 : each->rows.size();
        for (const std::size_t row : each->rows) {
            isKept[row] = each->kept;
            sizeOf[row] = static_cast<double>(each->rows.size());
        }
    }
    const auto suppressed = static_cast<double>(result.suppressed);
    const double g = std::min(1.0, 2 - 2 * measure.gsFactor);
    const double s = std::min(1.0, 2 * measure.gsFactor);
    std::vector<double> values;
    for (std::size_t a = 0; a < m; ++a) {
        const auto rows = static_cast<double>(table.hierarchies[a].size());
        const auto height = static_cast<double>(table.hierarchies[a].begin()->second.size() - 1);
        const double relative = height == 0 ? 0 : levels[a] / height;
        double value = 0;
        if (measure.type == "loss") {
            double sum = 0;
            for (const std::size_t row : everyone) {
                const double w = share(a, label(row, a)) / rows;
                sum += isKept[row] ? g * w : (s == 1 ? 1 : w + s * (1 - w));
            }
            const double least = g * n / rows;
            value = rows <= 1 ? 0 : floored(std::max(0.0, (sum - least) / (n - least)));
        } else if (measure.type == "precision") {
            value = measure.monotonic ? relative : ((n - suppressed) * relative * g + suppressed * s) / n;
        } else if (measure.type == "height") {
            value = levels[a];
        } else if (measure.type.rfind("entropy", 0) == 0) {
            std::map<std::string, double> raw, general, lost;
            for (const std::size_t row : everyone) {
                raw[table.rows[row][a]] += 1;
                general[label(row, a)] += 1;
                lost[label(row, a)] += isKept[row] ? 0 : 1;
            }
            double base = 0, whole = 0, extra = 0;
            for (const std::size_t row : everyone) {
                base -= std::log2(raw[table.rows[row][a]] / general[label(row, a)]);
                whole -= std::log2(raw[table.rows[row][a]] / n);
                if (!isKept[row])
                    extra -= std::log2(lost[label(row, a)] / suppressed);
            }
            if (measure.type == "entropy-monotonic")
                value = floored(base);
            else if (measure.type == "entropy")
                value = floored(g * base + s * extra);
            else
                value = whole <= 1e-12 ? 0 : floored(base + extra) / whole;
        }
        values.push_back(value);
    }
    if (measure.aggregate == "rank") {
        for (std::size_t a = 0; a < m; ++a)
            result.loss.push_back(values[a] * measure.weights[a]);
        std::sort(result.loss.rbegin(), result.loss.rend());
        return result;
    }
    if (measure.type == "loss" || measure.type == "precision" || measure.type == "height"
        || measure.type.rfind("entropy", 0) == 0) {
        result.loss = {aggregate(measure, values)};
        return result;
    }
    double whole = 1;
    for (const auto& hierarchy : table.hierarchies)
        whole *= static_cast<double>(hierarchy.size());
    const auto area = [&](std::size_t row) {
        double product = 1;
        for (std::size_t a = 0; a < m; ++a)
            product *= share(a, label(row, a));
        return product;
    };
    double sum = 0;
    if (measure.type == "aecs") {
        const double count = static_cast<double>(result.kept) * s + (suppressed > 0 ? g : 0);
        result.loss = {n / count};
        return result;
    }
    std::map<std::vector<std::string>, double> raw;
    for (const std::size_t row : everyone)
        raw[table.rows[row]] += 1;
    for (const std::size_t row : everyone) {
        if (measure.type == "discernibility")
            sum += isKept[row] ? sizeOf[row] : n;
        else if (measure.type == "discernibility-star")
            sum += sizeOf[row];
        else if (measure.type == "ambiguity")
            sum += isKept[row] ? area(row) : whole;
        else if (measure.type == "kl-divergence") {
            const double p = raw[table.rows[row]] / n;
            const double q = isKept[row] ? sizeOf[row] / n / area(row) : suppressed / n / whole;
            sum += p * std::log2(p / q);
        }
    }
    result.loss = {sum};
    return result;
}

} // namespace mangrove::test
