// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/number_coding.h"

#include "base/number.h"
#include "deid/number_cell.h"

#include <cmath>

namespace mangrove::deid {

std::optional<std::string> limitNumber(std::string_view cell, const LimitOptions& options) {
    const auto number = parseCellNumber(cell);
    if (!number)
        return std::nullopt;
    if (options.lower && number->value <= *options.lower)
        return (options.labelled ? "<=" : "") + formatDouble(*options.lower);
    if (options.upper && number->value >= *options.upper)
        return (options.labelled ? ">=" : "") + formatDouble(*options.upper);
    return std::string(cell);
}

std::optional<std::string> roundNumber(std::string_view cell, double step) {
    const auto number = parseCellNumber(cell);
    if (!number)
        return std::nullopt;
    return numberText(std::round(number->value / step) * step, decimalsOf(step));
}

} // namespace mangrove::deid
