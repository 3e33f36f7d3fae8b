// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace mangrove::deid {

/// How often an attack succeeded, with Wilson's score interval at 95 % (Wilson, JASA 22, 1927).
struct AttackRate {
    std::uint64_t attacks = 0;
    double successes = 0; ///< an expectation, and then no whole number, where a count was worked out
    double rate = 0;      ///< successes / attacks
    double low = 0, high = 1;
    friend bool operator==(const AttackRate&, const AttackRate&) = default;
};
/// All 0 and [0, 1] for no attack.
[[nodiscard]] AttackRate attackRate(std::uint64_t attacks, double successes);

/// What the release adds to the attacker's success: (attack - control) / (1 - control).
struct AttackRisk {
    double value = 0, low = 0, high = 0; ///< within [0, 1]
    friend bool operator==(const AttackRisk&, const AttackRisk&) = default;
};
/// Giomi et al., "A unified framework for quantifying privacy risk in synthetic data", PoPETs 2023(2), eq. 3:
/// of the centres of the two Wilson intervals, their half widths propagated to first order; cut to [0, 1]. No
/// value where either was not tried, or the control always succeeds.
[[nodiscard]] std::optional<AttackRisk> attackRisk(const AttackRate& attack, const AttackRate& control);

/// One kind of attack: on people of the original, blindly, and on people who are not in the release.
struct AttackTrial {
    AttackRate attack;
    AttackRate baseline;               ///< guesses that do not use what is known of the target
    std::optional<AttackRate> control; ///< the same attack on people who are not in the release
    /// What is compared with the control where that is not `attack` itself: singling out among the people in
    /// the release alone.
    std::optional<AttackRate> compared;
    std::optional<AttackRisk> risk; ///< of `compared` and `control`
    /// The attack is no better than blind guesses: it is too weak to say anything about the release.
    bool isWeak = false;

    /// Fills in `risk` and `isWeak`.
    void conclude();
};

} // namespace mangrove::deid
