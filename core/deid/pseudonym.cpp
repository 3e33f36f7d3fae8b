// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/pseudonym.h"

#include <array>

namespace mangrove::deid {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kPseudonymBytes = 10;

/// Through volatile, or the compiler drops the stores.
void wipe(crypto::Digest& digest) {
    volatile std::uint8_t* bytes = digest.data();
    for (std::size_t i = 0; i < digest.size(); ++i)
        bytes[i] = 0;
}

struct PurposeWords {
    std::string_view context; ///< part of every derived key: never change one
    std::string_view shown;
};

const PurposeWords& wordsOf(KeyPurpose purpose) {
    static constexpr std::array<PurposeWords, 7> kWords{{{"mangrove pseudonym 1", "pseudonym"},
                                                         {"mangrove date shift 1", "date-shift"},
                                                         {"mangrove encrypt 1", "encrypt"},
                                                         {"mangrove surrogate 1", "surrogate"},
                                                         {"mangrove noise 1", "noise"},
                                                         {"mangrove permute 1", "permute"},
                                                         {"mangrove sample 1", "sample"}}};
    return kWords[static_cast<std::size_t>(purpose)];
}

} // namespace

Result<crypto::SecretBytes> recipientKey(const crypto::SecretBytes& key, KeyPurpose purpose,
                                         std::string_view recipient, crypto::HmacHash hash) {
    if (key.size() < kMinKeyBytes)
        return Error(errors::kKeyMissing, {std::string(wordsOf(purpose).shown)});
    std::string context(wordsOf(purpose).context);
    context += '\0';
    context += recipient;
    MANGROVE_ASSIGN(const crypto::Hmac master, crypto::Hmac::make(key, hash));
    crypto::Digest derived = master.compute(context);
    auto made = crypto::SecretBytes::copyOf(derived);
    wipe(derived);
    return made;
}

KeyedFunction::KeyedFunction(crypto::Hmac hmac, std::string domain)
    : m_hmac(std::move(hmac)), m_prefix(std::move(domain)) {
    m_prefix += '\0';
}

Result<KeyedFunction> KeyedFunction::make(const crypto::SecretBytes& key, KeyPurpose purpose,
                                          std::string_view recipient, std::string domain,
                                          crypto::HmacHash hash) {
    MANGROVE_ASSIGN(const crypto::SecretBytes derived, recipientKey(key, purpose, recipient, hash));
    MANGROVE_ASSIGN(crypto::Hmac hmac, crypto::Hmac::make(derived, hash));
    return KeyedFunction(std::move(hmac), std::move(domain));
}

crypto::Digest KeyedFunction::digestOf(std::string_view value) const {
    std::string message;
    message.reserve(m_prefix.size() + value.size());
    message += m_prefix;
    message += value;
    return m_hmac.compute(message);
}

std::string KeyedFunction::pseudonym(std::string_view value) const {
    const crypto::Digest digest = digestOf(value);
    std::string text = "P-";
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (std::size_t i = 0; i < kPseudonymBytes; ++i) {
        buffer = (buffer << 8U) | digest[i];
        for (bits += 8; bits >= 5; bits -= 5)
            text += kAlphabet[(buffer >> (bits - 5)) & 31U];
    }
    return text;
}

std::int32_t KeyedFunction::offset(std::string_view person, std::uint32_t rangeDays) const {
    const crypto::Digest digest = digestOf(person);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = (number << 8U) | digest[i];
    // The bias of the remainder is below 2^-50 for ranges of a few years.
    const auto place = static_cast<std::int64_t>(number % (2ULL * rangeDays));
    const auto range = static_cast<std::int64_t>(rangeDays);
    return static_cast<std::int32_t>(place < range ? place - range : place - range + 1);
}

void KeyedRandom::fill(std::span<std::uint8_t> bytes) {
    for (std::uint8_t& byte : bytes) {
        if (m_left == 0) {
            m_digest = m_function.digestOf(m_label + std::to_string(m_count++));
            m_left = m_digest.size();
        }
        byte = m_digest[m_digest.size() - m_left--];
    }
}

} // namespace mangrove::deid
