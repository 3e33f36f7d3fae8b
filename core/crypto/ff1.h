// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mangrove::crypto {

/// Format-preserving encryption FF1 (NIST SP 800-38G, algorithms 7 and 8) with AES: a string of n numerals
/// below `radix` becomes another one of the same length, reversibly. Of Revision 1 (draft, 2019) it takes the
/// minimum domain: radix^n >= 1 000 000. Thread-safe.
class Ff1 {
public:
    using Numerals = std::vector<std::uint16_t>;
    static constexpr std::uint32_t kMinRadix = 2;
    static constexpr std::uint32_t kMaxRadix = 65'536;
    static constexpr std::size_t kMaxLength = 4'096; ///< the standard allows 2^32; time is quadratic
    static constexpr std::size_t kMaxTweakBytes = 65'536;

    /// `key`: 16, 24 or 32 bytes (kKeyMalformed). kCryptoFailure for a radix outside the limits.
    [[nodiscard]] static Result<Ff1> make(const SecretBytes& key, std::uint32_t radix);

    Ff1(Ff1&&) noexcept;
    Ff1& operator=(Ff1&&) noexcept;
    Ff1(const Ff1&) = delete;
    Ff1& operator=(const Ff1&) = delete;
    ~Ff1();

    [[nodiscard]] std::uint32_t radix() const;
    /// Shortest string that may be encrypted: 6 decimal digits, 4 of an alphabet of 36.
    [[nodiscard]] std::size_t minLength() const;
    /// Whether encrypt() takes strings of that length.
    [[nodiscard]] bool accepts(std::size_t length) const;

    /// Precondition: accepts(numerals.size()), every numeral below radix(), tweak.size() <= kMaxTweakBytes.
    [[nodiscard]] Numerals encrypt(const Numerals& numerals, ByteView tweak) const;
    [[nodiscard]] Numerals decrypt(const Numerals& numerals, ByteView tweak) const;

private:
    struct State;
    explicit Ff1(std::unique_ptr<State> state);
    [[nodiscard]] Numerals run(const Numerals& numerals, ByteView tweak, bool encrypting) const;
    std::unique_ptr<State> m_state;
};

} // namespace mangrove::crypto
