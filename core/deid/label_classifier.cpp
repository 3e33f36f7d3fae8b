// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/label_classifier.h"

#include "base/random.h"
#include "deid/errors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace mangrove::deid {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kBins = 20;
constexpr std::size_t kRowsBetweenChecks = 2048;

/// A part of a record: bin or class, and how much of it.
struct Part {
    std::uint32_t to = 0;
    double share = 0;
};

/// How the values of one column are counted.
struct Bins {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> ofOriginal;     ///< by original code
    std::vector<std::vector<Part>> ofReleased; ///< by released code; empty = teaches nothing
};

std::vector<double> edgesOf(const ComparedColumn& column) {
    std::vector<double> numbers;
    for (const std::uint32_t code : column.original->sample()) {
        if (code != ValueTally::kMissing && !std::isnan(column.cover->number(code)))
            numbers.push_back(column.cover->number(code));
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<double> edges;
    for (std::size_t i = 1; i < kBins && !numbers.empty(); ++i)
        edges.push_back(numbers[i * numbers.size() / kBins]);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// `cuts` = numbers are cut at quantiles. A missing cell is a bin of its own, number `count`.
Bins binsOf(const ComparedColumn& column, bool cuts) {
    const ValueTally& original = *column.original;
    const ValueTally& released = *column.released;
    const LabelCover& cover = *column.cover;
    Bins bins;
    std::vector<double> edges;
    const auto binOf = [&](double number) {
        return static_cast<std::uint32_t>(std::upper_bound(edges.begin(), edges.end(), number)
                                          - edges.begin());
    };
    if (cuts)
        edges = edgesOf(column);
    for (std::uint32_t code = 0; code < original.size(); ++code) {
        if (!cuts)
            bins.ofOriginal.push_back(code);
        else
            bins.ofOriginal.push_back(std::isnan(cover.number(code)) ? kNone : binOf(cover.number(code)));
    }
    bins.count = cuts ? static_cast<std::uint32_t>(edges.size()) + 1 : original.size();
    std::vector<double> shares(bins.count, 0);
    for (std::uint32_t code = 0; code < released.size(); ++code) {
        std::vector<Part>& parts = bins.ofReleased.emplace_back();
        const auto covered = cover.of(code);
        if (cover.isTop(code))
            continue;
        if (covered.empty()) {
            if (cuts && !std::isnan(cover.releasedNumber(code)))
                parts.push_back({binOf(cover.releasedNumber(code)), 1});
            continue;
        }
        for (const std::uint32_t value : covered) {
            const std::uint32_t bin = bins.ofOriginal[value];
            if (bin == kNone)
                continue;
            if (shares[bin] == 0)
                parts.push_back({bin, 0});
            shares[bin] += 1 / static_cast<double>(covered.size());
        }
        for (Part& part : parts)
            part.share = std::exchange(shares[part.to], 0);
    }
    return bins;
}

class NaiveBayes {
public:
    NaiveBayes(std::size_t classes, const std::vector<Bins>& features)
        : m_classes(classes), m_features(features), m_ofClass(classes, 0) {
        for (const Bins& feature : features) {
            m_counts.emplace_back((feature.count + std::size_t{1}) * classes, 0);
            m_totals.emplace_back(classes, 0);
        }
    }

    void learn(std::uint32_t ofClass, double share) { m_ofClass[ofClass] += share; }
    void learn(std::size_t feature, std::uint32_t bin, std::uint32_t ofClass, double share) {
        m_counts[feature][bin * m_classes + ofClass] += share;
        m_totals[feature][ofClass] += share;
    }

    /// Counts become logarithms of likelihoods.
    void finish() {
        const double all = std::accumulate(m_ofClass.begin(), m_ofClass.end(), 0.0);
        for (double& count : m_ofClass)
            count = std::log((count + 1) / (all + static_cast<double>(m_classes)));
        for (std::size_t f = 0; f < m_features.size(); ++f) {
            const double values = static_cast<double>(m_features[f].count) + 1; // and the missing ones
            for (std::size_t i = 0; i < m_counts[f].size(); ++i)
                m_counts[f][i] = std::log((m_counts[f][i] + 1) / (m_totals[f][i % m_classes] + values));
        }
    }

    void addLikelihoods(std::size_t feature, std::uint32_t bin, std::span<double> into) const {
        for (std::size_t c = 0; c < m_classes; ++c)
            into[c] += m_counts[feature][bin * m_classes + c];
    }
    [[nodiscard]] std::span<const double> priors() const { return m_ofClass; }

private:
    std::size_t m_classes;
    const std::vector<Bins>& m_features;
    std::vector<double> m_ofClass;
    std::vector<std::vector<double>> m_counts, m_totals; ///< [feature][bin, class] and [feature][class]
};

/// Everything the two trainings and the test share.
struct Task {
    const std::vector<ComparedColumn>& columns;
    const ModelOptions& options;
    const std::vector<std::size_t>& features;
    const std::vector<Bins>& bins;
    const Bins& target;
    const std::vector<bool>& isTest;
    const RunContext& context;
};

Result<NaiveBayes> learnOriginal(const Task& task, std::uint64_t& rows) {
    NaiveBayes model(task.target.count, task.bins);
    const auto truth = task.columns[task.options.target].original->sample();
    for (std::size_t row = 0; row < truth.size(); ++row) {
        if (row % kRowsBetweenChecks == 0)
            MANGROVE_TRY(task.context.check());
        if (task.isTest[row] || truth[row] == ValueTally::kMissing)
            continue;
        ++rows;
        model.learn(truth[row], 1);
        for (std::size_t f = 0; f < task.features.size(); ++f) {
            const std::uint32_t code = task.columns[task.features[f]].original->sample()[row];
            const std::uint32_t bin =
                code == ValueTally::kMissing ? task.bins[f].count : task.bins[f].ofOriginal[code];
            if (bin != kNone)
                model.learn(f, bin, truth[row], 1);
        }
    }
    model.finish();
    return model;
}

Result<NaiveBayes> learnReleased(const Task& task, std::uint64_t& rows) {
    NaiveBayes model(task.target.count, task.bins);
    const auto truth = task.columns[task.options.target].released->sample();
    for (std::size_t row = 0; row < truth.size(); ++row) {
        if (row % kRowsBetweenChecks == 0)
            MANGROVE_TRY(task.context.check());
        if ((row < task.isTest.size() && task.isTest[row]) || truth[row] == ValueTally::kMissing
            || task.target.ofReleased[truth[row]].empty())
            continue;
        ++rows;
        for (const Part& ofClass : task.target.ofReleased[truth[row]]) {
            model.learn(ofClass.to, ofClass.share);
            for (std::size_t f = 0; f < task.features.size(); ++f) {
                const std::uint32_t code = task.columns[task.features[f]].released->sample()[row];
                if (code == ValueTally::kMissing) {
                    model.learn(f, task.bins[f].count, ofClass.to, ofClass.share);
                    continue;
                }
                for (const Part& part : task.bins[f].ofReleased[code])
                    model.learn(f, part.to, ofClass.to, part.share * ofClass.share);
            }
        }
    }
    model.finish();
    return model;
}

Result<ModelScores> test(const Task& task, const NaiveBayes& model, std::span<const std::uint32_t> rows,
                         std::span<const std::uint32_t> truth) {
    const std::size_t classes = task.target.count;
    std::vector<double> likelihoods(rows.size() * classes);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % kRowsBetweenChecks == 0)
            MANGROVE_TRY(task.context.check());
        const auto into = std::span(likelihoods).subspan(i * classes, classes);
        std::copy(model.priors().begin(), model.priors().end(), into.begin());
        for (std::size_t f = 0; f < task.features.size(); ++f) {
            const std::uint32_t code = task.columns[task.features[f]].original->sample()[rows[i]];
            const std::uint32_t bin =
                code == ValueTally::kMissing ? task.bins[f].count : task.bins[f].ofOriginal[code];
            if (bin != kNone)
                model.addLikelihoods(f, bin, into);
        }
        // Logarithms of joint likelihoods become shares, so that rows can be compared with one another.
        const double most = *std::max_element(into.begin(), into.end());
        double sum = 0;
        for (double& value : into) {
            value = std::exp(value - most);
            sum += value;
        }
        for (double& value : into)
            value /= sum;
    }
    return scoresOf(likelihoods, truth, classes);
}

/// Mann and Whitney's statistic over its greatest value.
std::optional<double> areaOf(std::span<const double> likelihoods, std::span<const std::uint32_t> truth,
                             std::size_t classes, std::uint32_t ofClass) {
    std::vector<std::pair<double, bool>> order;
    std::uint64_t positive = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        order.emplace_back(likelihoods[row * classes + ofClass], truth[row] == ofClass);
        positive += truth[row] == ofClass ? 1 : 0;
    }
    const std::uint64_t negative = truth.size() - positive;
    if (positive == 0 || negative == 0)
        return std::nullopt;
    std::sort(order.begin(), order.end());
    double ranks = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        std::size_t hits = 0;
        for (; end < order.size() && order[end].first == order[begin].first; ++end)
            hits += order[end].second ? 1 : 0;
        ranks += static_cast<double>(hits) * (static_cast<double>(begin + end + 1) / 2);
        begin = end;
    }
    const auto p = static_cast<double>(positive);
    return (ranks - p * (p + 1) / 2) / (p * static_cast<double>(negative));
}

} // namespace

ModelScores scoresOf(std::span<const double> likelihoods, std::span<const std::uint32_t> truth,
                     std::size_t classes) {
    ModelScores scores;
    std::vector<std::uint64_t> hits(classes, 0), said(classes, 0), are(classes, 0);
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const auto of = likelihoods.subspan(row * classes, classes);
        const auto best = static_cast<std::uint32_t>(std::max_element(of.begin(), of.end()) - of.begin());
        ++said[best];
        ++are[truth[row]];
        hits[best] += best == truth[row] ? 1 : 0;
    }
    double f1 = 0;
    double area = 0;
    std::size_t met = 0;
    std::size_t areas = 0;
    for (std::uint32_t c = 0; c < classes; ++c) {
        if (are[c] == 0)
            continue;
        ++met;
        f1 += 2 * static_cast<double>(hits[c]) / static_cast<double>(said[c] + are[c]);
        if (const auto of = areaOf(likelihoods, truth, classes, c)) {
            area += *of;
            ++areas;
        }
    }
    const auto all = static_cast<double>(truth.size());
    scores.accuracy = static_cast<double>(std::accumulate(hits.begin(), hits.end(), std::uint64_t{0})) / all;
    scores.macroF1 = met > 0 ? f1 / static_cast<double>(met) : 0;
    scores.rocAuc = areas > 0 ? area / static_cast<double>(areas) : 0.5;
    return scores;
}

Result<ModelChange> compareModel(const std::vector<ComparedColumn>& columns, const ModelOptions& options,
                                 const RunContext& context) {
    context.start("training");
    const ComparedColumn& targetColumn = columns[options.target];
    if (targetColumn.original->size() < 2 || targetColumn.original->size() > options.classes)
        return Error(errors::kUtilityTarget,
                     {std::to_string(targetColumn.original->size()), std::to_string(options.classes)});
    ModelChange report;
    report.classes = targetColumn.original->size();
    std::vector<Bins> bins;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        MANGROVE_TRY(context.check());
        if (c == options.target)
            continue;
        const bool isNumber = columns[c].cover->kind() != ColumnKind::Category;
        if (!isNumber && columns[c].original->size() > options.values) {
            report.leftOut.push_back(c);
            continue;
        }
        report.features.push_back(c);
        bins.push_back(binsOf(columns[c], isNumber && columns[c].original->size() > kBins));
    }
    const Bins target = binsOf(targetColumn, false);
    SeededRandom random(options.seed);
    const auto truth = targetColumn.original->sample();
    std::vector<bool> isTest;
    std::vector<std::uint32_t> testRows, testTruth;
    std::vector<double> majority(target.count, 0);
    for (std::uint32_t row = 0; row < truth.size(); ++row) {
        isTest.push_back(random.unit() < options.testShare);
        if (truth[row] == ValueTally::kMissing)
            continue;
        if (isTest.back()) {
            testRows.push_back(row);
            testTruth.push_back(truth[row]);
        } else {
            majority[truth[row]] += 1;
        }
    }
    report.tested = testRows.size();
    const Task task{columns, options, report.features, bins, target, isTest, context};
    MANGROVE_ASSIGN(const NaiveBayes before, learnOriginal(task, report.trainedBefore));
    MANGROVE_ASSIGN(const NaiveBayes after, learnReleased(task, report.trainedAfter));
    if (report.tested == 0 || report.trainedBefore == 0)
        return Error(errors::kUtilityTarget,
                     {std::to_string(targetColumn.original->size()), std::to_string(options.classes)});
    std::vector<double> constant;
    for (std::size_t i = 0; i < testRows.size(); ++i)
        constant.insert(constant.end(), majority.begin(), majority.end());
    report.majority = scoresOf(constant, testTruth, target.count);
    MANGROVE_ASSIGN(report.original, test(task, before, testRows, testTruth));
    MANGROVE_ASSIGN(report.released, test(task, after, testRows, testTruth));
    return report;
}

} // namespace mangrove::deid
