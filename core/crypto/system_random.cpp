// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/system_random.h"

#include <cstdlib>

#include <openssl/rand.h>

namespace mangrove::crypto {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    if (RAND_priv_bytes_ex(nullptr, bytes.data(), bytes.size(), 256) != 1)
        std::abort();
}

} // namespace mangrove::crypto
