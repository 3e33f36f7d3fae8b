// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/quality_rule.h"

#include <array>
#include <tuple>

namespace mangrove::quality {

std::string_view toText(RuleType type) {
    constexpr std::array<std::string_view, 4> kWords{"completeness", "validity", "uniqueness", "order"};
    return kWords.at(static_cast<std::size_t>(type));
}

std::string_view toText(Dimension dimension) {
    constexpr std::array<std::string_view, 6> kWords{"normativity", "completeness", "accuracy",
                                                     "consistency", "timeliness",   "accessibility"};
    return kWords.at(static_cast<std::size_t>(dimension));
}

std::string_view toText(Severity severity) {
    constexpr std::array<std::string_view, 3> kWords{"info", "warning", "error"};
    return kWords.at(static_cast<std::size_t>(severity));
}

bool operator==(const QualityRule& a, const QualityRule& b) {
    const auto key = [](const QualityRule& rule) {
        return std::tie(rule.id, rule.type, rule.dimension, rule.severity, rule.columns, rule.threshold,
                        rule.description, rule.identifier, rule.form, rule.pattern, rule.minimum,
                        rule.maximum, rule.earliest, rule.latest, rule.allowed);
    };
    return key(a) == key(b);
}

} // namespace mangrove::quality
