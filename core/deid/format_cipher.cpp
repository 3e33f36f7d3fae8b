// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/format_cipher.h"

#include "base/text.h"
#include "deid/resident_id.h"

#include <array>
#include <set>

namespace mangrove::deid {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUpperDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kLettersDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::string_view alphabetOf(const CipherFormat& format) {
    switch (format.kind) {
    case CipherFormat::Kind::Letters:
        return kLetters;
    case CipherFormat::Kind::LettersDigits:
        return kLettersDigits;
    case CipherFormat::Kind::UpperDigits:
        return kUpperDigits;
    case CipherFormat::Kind::Custom:
        return format.alphabet;
    case CipherFormat::Kind::Digits:
    case CipherFormat::Kind::CnResidentId:
        break;
    }
    return kDigits;
}

} // namespace

std::string_view nameOf(CipherFormat::Kind kind) {
    static constexpr std::array<std::string_view, 6> kNames{"digits",       "letters", "letters-digits",
                                                            "upper-digits", "custom",  "cn-resident-id"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view flawOf(const CipherFormat& format) {
    if (format.kind != CipherFormat::Kind::Custom)
        return format.alphabet.empty() ? "" : "an alphabet, which goes with the format custom only";
    std::set<char32_t> seen;
    for (std::size_t at = 0; at < format.alphabet.size();) {
        if (!seen.insert(nextCodePoint(format.alphabet, at)).second)
            return "an alphabet with a character twice";
    }
    if (seen.size() < crypto::Ff1::kMinRadix || seen.size() > crypto::Ff1::kMaxRadix)
        return "an alphabet of other than 2 to 65536 characters";
    return "";
}

Result<FormatCipher> FormatCipher::make(const crypto::SecretBytes& key, const CipherFormat& format,
                                        std::uint32_t keepFirst, std::uint32_t keepLast, std::string domain) {
    const std::string_view alphabet = alphabetOf(format);
    std::vector<std::string> symbols;
    std::unordered_map<char32_t, std::uint16_t> numberOf;
    for (std::size_t at = 0; at < alphabet.size();) {
        const std::size_t start = at;
        numberOf.emplace(nextCodePoint(alphabet, at), static_cast<std::uint16_t>(symbols.size()));
        symbols.emplace_back(alphabet.substr(start, at - start));
    }
    MANGROVE_ASSIGN(crypto::Ff1 ff1, crypto::Ff1::make(key, static_cast<std::uint32_t>(symbols.size())));
    FormatCipher cipher(std::move(ff1));
    cipher.m_kind = format.kind;
    cipher.m_symbols = std::move(symbols);
    cipher.m_numberOf = std::move(numberOf);
    cipher.m_keepFirst = keepFirst;
    cipher.m_keepLast = keepLast;
    cipher.m_domain = std::move(domain);
    cipher.m_domain += '\0';
    return cipher;
}

std::optional<std::string> FormatCipher::encrypt(std::string_view text) const {
    return m_kind == CipherFormat::Kind::CnResidentId ? runResidentId(text, true) : run(text, true);
}

std::optional<std::string> FormatCipher::decrypt(std::string_view text) const {
    return m_kind == CipherFormat::Kind::CnResidentId ? runResidentId(text, false) : run(text, false);
}

std::optional<std::string> FormatCipher::run(std::string_view text, bool encrypting) const {
    struct Place {
        std::size_t start = 0, end = 0;
    };
    std::vector<Place> places; // of the characters of the alphabet
    crypto::Ff1::Numerals all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const auto found = m_numberOf.find(nextCodePoint(text, at));
        if (found == m_numberOf.end())
            continue;
        places.push_back({start, at});
        all.push_back(found->second);
    }
    const std::uint64_t kept = std::uint64_t{m_keepFirst} + m_keepLast;
    if (kept > all.size() || !m_ff1.accepts(all.size() - kept))
        return std::nullopt;
    const std::size_t last = all.size() - m_keepLast;
    std::string tweak = m_domain;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == m_keepFirst)
            tweak += '\0';
        if (i < m_keepFirst || i >= last)
            tweak += text.substr(places[i].start, places[i].end - places[i].start);
    }
    if (tweak.size() > crypto::Ff1::kMaxTweakBytes)
        return std::nullopt;
    const crypto::Ff1::Numerals middle(all.begin() + m_keepFirst,
                                       all.begin() + static_cast<std::ptrdiff_t>(last));
    const crypto::Ff1::Numerals code =
        encrypting ? m_ff1.encrypt(middle, asBytes(tweak)) : m_ff1.decrypt(middle, asBytes(tweak));
    std::string out;
    out.reserve(text.size());
    std::size_t from = 0;
    for (std::size_t i = m_keepFirst; i < last; ++i) {
        out += text.substr(from, places[i].start - from);
        out += m_symbols[code[i - m_keepFirst]];
        from = places[i].end;
    }
    out += text.substr(from);
    return out;
}

std::optional<std::string> FormatCipher::runResidentId(std::string_view text, bool encrypting) const {
    const auto id = ResidentId::parse(text);
    if (!id)
        return std::nullopt;
    // Birth date and sequence as one number below 73,049,000, encrypted as eight digits; a code outside is
    // encrypted again until it is inside (cycle walking, which keeps it one to one).
    const std::string tweak = m_domain + std::string(id->region);
    std::uint32_t number = id->number();
    do {
        crypto::Ff1::Numerals digits(8);
        for (std::size_t i = digits.size(); i-- > 0; number /= 10)
            digits[i] = static_cast<std::uint16_t>(number % 10);
        digits = encrypting ? m_ff1.encrypt(digits, asBytes(tweak)) : m_ff1.decrypt(digits, asBytes(tweak));
        number = 0;
        for (const std::uint16_t digit : digits)
            number = number * 10 + digit;
    } while (number >= ResidentId::kNumbers);
    return ResidentId::text(id->region, number);
}

} // namespace mangrove::deid
