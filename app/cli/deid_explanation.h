// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/search.h"
#include "terminal.h"

namespace mangrove::cli {

/// The reasons behind a search's result, in sentences.
void printExplanation(const Terminal& terminal, const deid::SearchReport& report);

} // namespace mangrove::cli
