// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace mangrove::crypto {

/// JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code units, no blanks, shortest numbers
/// as ECMAScript writes them, minimal escapes. kJsonNotCanonical for text that is no JSON, has a key twice,
/// invalid UTF-8, a lone surrogate, an integer beyond ±(2^53 - 1) (write it as text), a depth over 64 or more
/// than 16 MiB.
[[nodiscard]] Result<std::string> canonicalJson(std::string_view json);

/// A text as a JSON string literal, escaped as RFC 8785 section 3.2.2.2 says. Precondition: well-formed
/// UTF-8.
[[nodiscard]] std::string canonicalJsonString(std::string_view text);

} // namespace mangrove::crypto
