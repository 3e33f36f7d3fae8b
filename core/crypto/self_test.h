// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace mangrove::crypto {

/// Known-answer tests of SHA-256, SM3, HMAC, scrypt, AES-256-GCM, FF1, ECDSA P-256 (verify; sign then verify)
/// and Ed25519, from the documents that define them. A few milliseconds; run at program start.
/// kCryptoSelfTest names the first algorithm that fails.
[[nodiscard]] Status runSelfTest();

} // namespace mangrove::crypto
