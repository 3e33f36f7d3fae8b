// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "crypto/certificate.h"
#include "crypto/signing_key.h"

#include <cstdlib>
#include <string>

namespace mangrove::crypto::testing {

/// An authority and a person with a certificate of it, made for tests.
struct SigningParty {
    SigningKey authorityKey;
    Certificate authority;
    SigningKey key;
    Certificate certificate;

    [[nodiscard]] static SigningParty make(const Clock& clock, std::uint64_t seed = 1, int years = 5) {
        SeededRandom random(seed);
        auto authorityKey = SigningKey::generate();
        auto authority = makeAuthority(*authorityKey, {"海南示例医院 CA", "海南示例医院", 20}, clock, random);
        auto key = SigningKey::generate();
        auto certificate =
            issueCertificate(*authorityKey, *authority, *key,
                             {{"王小红", "海南示例医院", "decider", "wang"}, years}, clock, random);
        if (!certificate.ok())
            std::abort();
        return {std::move(*authorityKey), std::move(*authority), std::move(*key), std::move(*certificate)};
    }
};

/// 2026-11-23T09:12:00Z
inline Instant testInstant() {
    return Instant(std::chrono::seconds(1795425120));
}

/// The exit code of a shell command.
inline int shell(const std::string& command) {
    const int status = std::system(command.c_str()); // NOLINT(cert-env33-c)
    return status < 0 ? -1 : (status >> 8) & 0xFF;
}

} // namespace mangrove::crypto::testing
