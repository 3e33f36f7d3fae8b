// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/pseudonym.h"

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

} // namespace

KeyedFunction::KeyedFunction(crypto::HmacSha256 hmac, std::string domain)
    : m_hmac(std::move(hmac)), m_prefix(std::move(domain)) {
    m_prefix += '\0';
}

Result<KeyedFunction> KeyedFunction::make(const crypto::SecretBytes& key, Purpose purpose,
                                          std::string_view recipient, std::string domain) {
    const bool isPseudonym = purpose == Purpose::Pseudonym;
    if (key.size() < kMinKeyBytes)
        return Error(errors::kKeyMissing, {isPseudonym ? "pseudonym" : "date-shift"});
    std::string context(isPseudonym ? "mangrove pseudonym 1" : "mangrove date shift 1");
    context += '\0';
    context += recipient;
    MANGROVE_ASSIGN(const crypto::HmacSha256 master, crypto::HmacSha256::make(key));
    crypto::Digest derived = master.compute(context);
    const crypto::SecretBytes recipientKey = crypto::SecretBytes::copyOf(derived);
    wipe(derived);
    MANGROVE_ASSIGN(crypto::HmacSha256 hmac, crypto::HmacSha256::make(recipientKey));
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

} // namespace mangrove::deid
