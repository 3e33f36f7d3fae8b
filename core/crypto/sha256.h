// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/digest.h"

namespace mangrove::crypto {

/// SHA-256 (FIPS 180-4) in pieces: `Sha256 hash; hash.update(a).update(b); auto digest = hash.finish();`
/// Aborts the process only where OpenSSL cannot provide SHA-256 at all, which runSelfTest() reports first.
class Sha256 final : public StreamingDigest {
public:
    Sha256() : StreamingDigest(Algorithm::Sha256) {}
};

/// SHA-256 of one piece. Thread-safe.
[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] inline Digest sha256(std::string_view text) {
    return sha256(asBytes(text));
}
[[nodiscard]] inline Digest sha256(const Bytes& bytes) {
    return sha256(ByteView(bytes));
}

} // namespace mangrove::crypto
