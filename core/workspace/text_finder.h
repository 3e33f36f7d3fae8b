// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/text_redaction.h"

namespace mangrove::workspace {

/// The detector of classify as de-identification wants it: finds identifiers in free text for redact-text.
/// Static; thread-safe.
[[nodiscard]] const deid::TextFinder& textFinder();

} // namespace mangrove::workspace
