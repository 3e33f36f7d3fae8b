// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_rates.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

/// Quantile 0.975 of the normal distribution.
constexpr double kZ = 1.959963984540054;

struct Wilson {
    double centre = 0;
    double half = 0;
};

Wilson wilson(const AttackRate& rate) {
    const auto n = static_cast<double>(rate.attacks);
    const double variance = rate.successes * (n - rate.successes) / n;
    return {(rate.successes + kZ * kZ / 2) / (n + kZ * kZ),
            kZ / (n + kZ * kZ) * std::sqrt(variance + kZ * kZ / 4)};
}

double cut(double share) {
    return std::clamp(share, 0.0, 1.0);
}

} // namespace

AttackRate attackRate(std::uint64_t attacks, double successes) {
    AttackRate rate;
    rate.attacks = attacks;
    if (attacks == 0)
        return rate;
    rate.successes = successes;
    rate.rate = successes / static_cast<double>(attacks);
    const Wilson interval = wilson(rate);
    rate.low = cut(interval.centre - interval.half);
    rate.high = cut(interval.centre + interval.half);
    return rate;
}

std::optional<AttackRisk> attackRisk(const AttackRate& attack, const AttackRate& control) {
    if (attack.attacks == 0 || control.attacks == 0 || control.rate >= 1)
        return std::nullopt;
    const Wilson a = wilson(attack), c = wilson(control);
    const double rest = 1 - c.centre;
    const double value = (a.centre - c.centre) / rest;
    const double error = std::hypot(a.half / rest, c.half * (a.centre - 1) / (rest * rest));
    return AttackRisk{cut(value), cut(value - error), cut(value + error)};
}

void AttackTrial::conclude() {
    isWeak = attack.attacks > 0 && attack.rate <= baseline.rate;
    if (control)
        risk = attackRisk(compared.value_or(attack), *control);
}

} // namespace mangrove::deid
