// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/digest.h"

namespace mangrove::crypto {

/// SM3 (GB/T 32905-2016) in pieces; same use as Sha256.
class Sm3 final : public StreamingDigest {
public:
    Sm3() : StreamingDigest(Algorithm::Sm3) {}
};

/// SM3 of one piece. Thread-safe.
[[nodiscard]] Digest sm3(ByteView bytes);
[[nodiscard]] inline Digest sm3(std::string_view text) {
    return sm3(asBytes(text));
}
[[nodiscard]] inline Digest sm3(const Bytes& bytes) {
    return sm3(ByteView(bytes));
}

} // namespace mangrove::crypto
