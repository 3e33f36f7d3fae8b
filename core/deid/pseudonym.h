// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/hmac.h"
#include "crypto/secret.h"
#include "deid/errors.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// At least so many bytes must a key have.
inline constexpr std::size_t kMinKeyBytes = 16;

/// What a keyed function is for. Functions of different purposes have nothing to do with one another.
enum class KeyPurpose : std::uint8_t { Pseudonym, DateShift, Encrypt, Surrogate, Noise, Permute, Sample };

/// The key of one recipient: HMAC(K, purpose || 0 || recipient), with "mangrove pseudonym 1", "mangrove date
/// shift 1", "mangrove encrypt 1"… for the purpose. kKeyMissing where `key` is shorter than kMinKeyBytes.
[[nodiscard]] Result<crypto::SecretBytes> recipientKey(const crypto::SecretBytes& key, KeyPurpose purpose,
                                                       std::string_view recipient,
                                                       crypto::HmacHash hash = crypto::HmacHash::Sha256);

/// Keyed functions of a value for one recipient and one value domain, with k = recipientKey():
///   h = HMAC(k, domain || 0 || value)
/// So pseudonyms are equal in all tables that share key, recipient and domain, unrelated otherwise, and
/// nobody without K can compute or join them. Domains hold no NUL. Thread-safe.
class KeyedFunction {
public:
    using Purpose = KeyPurpose;
    /// kKeyMissing where `key` is shorter than kMinKeyBytes.
    [[nodiscard]] static Result<KeyedFunction> make(const crypto::SecretBytes& key, KeyPurpose purpose,
                                                    std::string_view recipient, std::string domain,
                                                    crypto::HmacHash hash = crypto::HmacHash::Sha256);

    /// "P-" and the first 80 bits of h as 16 Crockford base-32 characters. Two of n values collide with a
    /// probability of about n^2 / 2^81: 4e-11 for ten million.
    [[nodiscard]] std::string pseudonym(std::string_view value) const;
    /// Uniform over -rangeDays…-1 and 1…rangeDays, rangeDays >= 1.
    [[nodiscard]] std::int32_t offset(std::string_view person, std::uint32_t rangeDays) const;
    /// h itself.
    [[nodiscard]] crypto::Digest digestOf(std::string_view value) const;

private:
    KeyedFunction(crypto::Hmac hmac, std::string domain);

    crypto::Hmac m_hmac;
    std::string m_prefix; ///< domain || 0
};

/// Random numbers that only the key's holder can repeat: h of "0", "1", "2"… behind `label`. One thread.
class KeyedRandom final : public RandomSource {
public:
    KeyedRandom(const KeyedFunction& function, std::string label)
        : m_function(function), m_label(std::move(label)) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    const KeyedFunction& m_function;
    std::string m_label;
    std::uint64_t m_count = 0;
    crypto::Digest m_digest{};
    std::size_t m_left = 0;
};

} // namespace mangrove::deid
