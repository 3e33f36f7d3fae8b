// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

namespace mangrove::crypto {

/// OpenSSL's random generator, seeded by the operating system: for keys, salts, nonces, serials. Thread-safe.
/// Without randomness nothing safe can be made, so a failing generator ends the process.
class SystemRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace mangrove::crypto
