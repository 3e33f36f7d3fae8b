// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/ff1.h"
#include "crypto/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mangrove::deid {

/// Which characters a format-preserving encryption works on.
struct CipherFormat {
    enum class Kind : std::uint8_t {
        Digits,        ///< 0-9
        Letters,       ///< A-Z a-z
        LettersDigits, ///< 0-9 A-Z a-z
        UpperDigits,   ///< 0-9 A-Z
        Custom,        ///< `alphabet`
        CnResidentId   ///< GB 11643: region kept, birth date and sequence encrypted, check digit made right
    };
    Kind kind = Kind::Digits;
    std::string alphabet; ///< Custom: 2 to 65 536 different code points

    friend bool operator==(const CipherFormat&, const CipherFormat&) = default;
};

/// Format-preserving encryption of cells: NIST FF1 with AES-256 (crypto/ff1.h). Reversible by the holder of
/// the key. Length, alphabet and structure stay: characters outside the alphabet (dashes, blanks) keep their
/// places, the first and last `keep…` characters of the alphabet stay readable and go, with the domain, into
/// the tweak. One to one, so equal values stay equal and different ones different; order and content are
/// gone. A code looks like a real number and may by chance be somebody's: use a surrogate where that matters.
/// Thread-safe.
class FormatCipher {
public:
    /// `key`: 32 bytes for one recipient. kCryptoFailure…; the format is valid (validate()).
    [[nodiscard]] static Result<FormatCipher> make(const crypto::SecretBytes& key, const CipherFormat& format,
                                                   std::uint32_t keepFirst, std::uint32_t keepLast,
                                                   std::string domain);

    /// nullopt where fewer characters of the alphabet are left than FF1's minimum domain of 10^6 asks for (6
    /// digits, 4 of 36), more than 4 096, or, for an identity number, where it is not a valid one.
    [[nodiscard]] std::optional<std::string> encrypt(std::string_view text) const;
    /// The original of a code; nullopt for what encrypt() cannot have made.
    [[nodiscard]] std::optional<std::string> decrypt(std::string_view text) const;

private:
    explicit FormatCipher(crypto::Ff1 ff1) : m_ff1(std::move(ff1)) {}
    [[nodiscard]] std::optional<std::string> run(std::string_view text, bool encrypting) const;
    [[nodiscard]] std::optional<std::string> runResidentId(std::string_view text, bool encrypting) const;

    crypto::Ff1 m_ff1;
    CipherFormat::Kind m_kind = CipherFormat::Kind::Digits;
    std::vector<std::string> m_symbols;
    std::unordered_map<char32_t, std::uint16_t> m_numberOf;
    std::uint32_t m_keepFirst = 0, m_keepLast = 0;
    std::string m_domain;
};

/// The words of recipes: "digits", "letters", "letters-digits", "upper-digits", "custom", "cn-resident-id".
[[nodiscard]] std::string_view nameOf(CipherFormat::Kind kind);
/// What is wrong with a custom alphabet: too small, too large, a character twice; "" where nothing is.
[[nodiscard]] std::string_view flawOf(const CipherFormat& format);

} // namespace mangrove::deid
