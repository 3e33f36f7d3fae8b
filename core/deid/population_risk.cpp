// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/population_risk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

namespace mangrove::deid {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kAccuracy = 1e-9;
constexpr int kIterations = 200;

struct Sample {
    double records = 0, classes = 0, ones = 0, twos = 0;
};

Sample sampleOf(const SizeHistogram& sizes) {
    Sample sample;
    for (const auto& [size, count] : sizes) {
        sample.records += static_cast<double>(size) * static_cast<double>(count);
        sample.classes += static_cast<double>(count);
        sample.ones += size == 1 ? static_cast<double>(count) : 0;
        sample.twos += size == 2 ? static_cast<double>(count) : 0;
    }
    return sample;
}

/// psi and psi' for x > 0: recurrence up to 16, then the asymptotic series (Abramowitz and Stegun 6.3.18,
/// 6.4.12).
double digamma(double x) {
    double result = 0;
    for (; x < 16; x += 1)
        result -= 1 / x;
    const double y = 1 / (x * x);
    return result + std::log(x) - 0.5 / x - y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y / 240)));
}

double trigamma(double x) {
    double result = 0;
    for (; x < 16; x += 1)
        result += 1 / (x * x);
    const double y = 1 / (x * x);
    return result + 1 / x + y / 2 + y / x * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y / 30)));
}

using Point = std::array<double, 2>;
struct Step {
    Point value;
    std::array<double, 4> slope; ///< d value[0] by x and y, d value[1] by x and y
};

/// Newton's method in two dimensions; steps that leave the domain are halved.
std::optional<Point> solve(Point at, const std::function<Step(Point)>& function,
                           const std::function<bool(Point)>& allowed) {
    for (int i = 0; i < kIterations; ++i) {
        const Step step = function(at);
        const double det = step.slope[0] * step.slope[3] - step.slope[1] * step.slope[2];
        if (!std::isfinite(det) || det == 0)
            return std::nullopt;
        const double dx = (step.value[0] * step.slope[3] - step.value[1] * step.slope[1]) / det;
        const double dy = (step.value[1] * step.slope[0] - step.value[0] * step.slope[2]) / det;
        double share = 1;
        Point next{at[0] - dx, at[1] - dy};
        while (!allowed(next) && share > 1e-9) {
            share /= 2;
            next = {at[0] - share * dx, at[1] - share * dy};
        }
        if (!allowed(next))
            return std::nullopt;
        const bool still = std::abs(next[0] - at[0]) <= kAccuracy * std::max(1.0, std::abs(at[0]))
                           && std::abs(next[1] - at[1]) <= kAccuracy;
        at = next;
        if (still && share == 1)
            return at;
    }
    return std::nullopt;
}

/// Derivatives of the log-likelihood of Pitman's sampling formula by theta and alpha, 0 < alpha < 1,
/// theta > -alpha:
/// sum_{i=1}^{u-1} 1/(theta + i alpha) - sum_{i=1}^{n-1} 1/(theta + i) and
/// sum_{i=1}^{u-1} i/(theta + i alpha) - sum_j s_j sum_{i=1}^{j-1} 1/(i - alpha), in closed form.
Step pitmanLikelihood(const SizeHistogram& sizes, const Sample& sample, Point at) {
    const double theta = at[0];
    const double alpha = at[1];
    const double u = sample.classes;
    const double r = theta / alpha;
    const double psi = digamma(u + r) - digamma(1 + r);
    const double psi1 = trigamma(1 + r) - trigamma(u + r);
    // sum 1/(theta + i alpha) = psi / alpha; sum i/(theta + i alpha) = (u - 1)/alpha - theta/alpha x that
    const double first = psi / alpha;
    // sums of 1/(theta + i alpha)^2, i/(…)^2 and i^2/(…)^2
    const double inverse2 = psi1 / (alpha * alpha);
    const double weighted2 = (first - theta * inverse2) / alpha;
    const double squared2 = ((u - 1) - 2 * theta * first + theta * theta * inverse2) / (alpha * alpha);
    double inner = 0;
    double inner2 = 0;
    for (const auto& [size, count] : sizes) {
        const auto j = static_cast<double>(size);
        inner += static_cast<double>(count) * (digamma(j - alpha) - digamma(1 - alpha));
        inner2 += static_cast<double>(count) * (trigamma(1 - alpha) - trigamma(j - alpha));
    }
    Step step;
    step.value = {first - (digamma(sample.records + theta) - digamma(1 + theta)),
                  (u - 1) / alpha - theta / alpha * first - inner};
    step.slope = {(trigamma(1 + theta) - trigamma(sample.records + theta)) - inverse2, -weighted2, -weighted2,
                  -squared2 - inner2};
    return step;
}

double pitman(const SizeHistogram& sizes, const Sample& sample, double population) {
    // Hoshino's moment estimates are the first guess; others follow where Newton does not converge from it.
    const double twos = std::max(sample.twos, 1.0);
    const double c = sample.ones * (sample.ones - 1) / twos;
    const double n = sample.records;
    const double u = sample.classes;
    const double theta =
        (n * u * c - sample.ones * (n - 1) * (2 * u + c)) / (2 * sample.ones * u + sample.ones * c - n * c);
    const double alpha = (theta * (sample.ones - n) + (n - 1) * sample.ones) / (n * u);
    const auto allowed = [](Point at) { return at[1] > 1e-9 && at[1] < 1 - 1e-9 && at[0] > -at[1] + 1e-9; };
    const auto function = [&](Point at) { return pitmanLikelihood(sizes, sample, at); };
    std::vector<Point> guesses{{theta, alpha}};
    for (const double a : {0.5, 0.2, 0.8, 0.05, 0.95}) {
        for (const double t : {1.0, 100.0, 10'000.0})
            guesses.push_back({t, a});
    }
    for (const Point& guess : guesses) {
        if (!std::isfinite(guess[0]) || !allowed(guess))
            continue;
        if (const auto found = solve(guess, function, allowed)) {
            const auto [t, a] = *found;
            const double uniques =
                std::exp(std::lgamma(t + 1) - std::lgamma(t + a) + a * std::log(population));
            if (uniques >= 0 && uniques <= population)
                return uniques;
        }
    }
    return kNone;
}

/// ln of the hypergeometric probability that a class of `size` in the population has one record in the
/// sample.
double lnOneInSample(double population, double sample, double size) {
    const auto lnChoose = [](double n, double k) {
        return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
    };
    if (sample - 1 > population - size)
        return -std::numeric_limits<double>::infinity();
    return std::log(size) + lnChoose(population - size, sample - 1) - lnChoose(population, sample);
}

double zayatz(const SizeHistogram& sizes, const Sample& sample, double population) {
    double sum = 0;
    for (const auto& [size, count] : sizes)
        sum += static_cast<double>(count)
               * std::exp(lnOneInSample(population, sample.records, static_cast<double>(size)));
    const double one = sample.ones * std::exp(lnOneInSample(population, sample.records, 1));
    return sum > 0 ? sample.ones * (one / sum) / (sample.records / population) : kNone;
}

/// Shlosser's estimate of the number of classes in the population.
double shlosser(const SizeHistogram& sizes, const Sample& sample, double f) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (const auto& [size, count] : sizes) {
        const auto i = static_cast<double>(size);
        const auto s = static_cast<double>(count);
        a += i * f * f * std::pow(1 - f * f, i - 1) * s;
        b += std::pow(1 - f, i) * (std::pow(1 + f, i) - 1) * s;
        c += std::pow(1 - f, i) * s;
        d += i * f * std::pow(1 - f, i - 1) * s;
    }
    return sample.classes + sample.ones * (a / b) * (c / d) * (c / d);
}

double snb(const SizeHistogram& sizes, const Sample& sample, double population) {
    const double f = sample.records / population;
    const double k = shlosser(sizes, sample, f);
    // Expected classes of size 1 and 2 in the sample, equal to those observed.
    const auto equations = [&](Point at) -> Point {
        const double alpha = at[0];
        const double beta = at[1];
        const double rest = (1 - f) * (1 - beta);
        return {k * f * std::pow(beta / (1 - rest), alpha) * (alpha * rest / (1 - rest) + 1) - sample.ones,
                k * alpha * std::pow(beta, alpha) * f * f * (1 - beta) / (2 * std::pow(1 - rest, alpha + 2))
                        * (2 - (1 - alpha) * rest)
                    - sample.twos};
    };
    const auto function = [&](Point at) {
        Step step;
        step.value = equations(at);
        for (std::size_t i = 0; i < 2; ++i) {
            const double h = 1e-6 * std::max(1e-3, std::abs(at[i]));
            Point up = at;
            Point down = at;
            up[i] += h;
            down[i] -= h;
            const Point above = equations(up);
            const Point below = equations(down);
            step.slope[i] = (above[0] - below[0]) / (2 * h);
            step.slope[2 + i] = (above[1] - below[1]) / (2 * h);
        }
        return step;
    };
    const auto allowed = [](Point at) { return at[0] > 1e-9 && at[1] > 1e-9 && at[1] < 1 - 1e-9; };
    for (const double alpha : {0.1, 1.0, 0.01, 10.0}) {
        for (const double beta : {0.1, 0.01, 0.5, 0.9, 0.001}) {
            if (const auto found = solve({alpha, beta}, function, allowed)) {
                const double uniques = k * std::pow((*found)[1], (*found)[0]);
                if (uniques >= 0 && uniques <= population)
                    return uniques;
            }
        }
    }
    return kNone;
}

bool isEstimate(double uniques) {
    return std::isfinite(uniques) && uniques != 0;
}

} // namespace

double populationUniques(PopulationEstimator estimator, const SizeHistogram& sizes, double population) {
    const Sample sample = sampleOf(sizes);
    if (sample.ones == 0)
        return 0;
    double uniques = kNone;
    switch (estimator) {
    case PopulationEstimator::Pitman:
        uniques = pitman(sizes, sample, population);
        break;
    case PopulationEstimator::Zayatz:
        uniques = zayatz(sizes, sample, population);
        break;
    case PopulationEstimator::Snb:
        uniques = snb(sizes, sample, population);
        break;
    case PopulationEstimator::Dankar:
        if (sample.records / population <= 0.1) {
            uniques = pitman(sizes, sample, population);
        } else {
            const double z = zayatz(sizes, sample, population);
            const double s = snb(sizes, sample, population);
            uniques = isEstimate(s) ? std::min(z, s) : z;
        }
        break;
    }
    return isEstimate(uniques) ? uniques / population : 0;
}

} // namespace mangrove::deid
