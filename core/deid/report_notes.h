// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"

#include <string>
#include <vector>

namespace mangrove::deid {

/// What a reader of the report must not miss, as English sentences: columns removed because nobody listed
/// them, direct identifiers left in, unknown values suppressed, results that look good and say nothing.
[[nodiscard]] std::vector<std::string> notesOf(const ApplyReport& report);

} // namespace mangrove::deid
