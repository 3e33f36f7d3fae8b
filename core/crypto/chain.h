// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/certificate.h"

#include <span>
#include <vector>

namespace mangrove::crypto {

/// Builds and checks the way from `signer` over `intermediates` to one of `anchors` (RFC 5280 section 6,
/// OpenSSL's strict mode, purpose S/MIME signing, at least 112-bit keys and digests), everything valid at
/// `at`. Gives the certificates on the way, signer first. kCmsUntrustedSigner, kCmsSigningTime. Private to
/// the room.
[[nodiscard]] Result<std::vector<Bytes>> verifyChain(const Certificate& signer,
                                                     std::span<const Certificate> intermediates,
                                                     std::span<const Certificate> anchors, Instant at);

} // namespace mangrove::crypto
