// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"

#include <string>
#include <vector>

namespace mangrove::deid {

/// What a reader of the report must not miss: columns removed because nobody listed them, direct identifiers
/// left in, unknown values suppressed, results that look good and say nothing. `silentColumns`:
/// Judgement::silentColumns.
[[nodiscard]] std::vector<CodedNote> notesOf(const ApplyReport& report,
                                             const std::vector<std::string>& silentColumns);

} // namespace mangrove::deid
