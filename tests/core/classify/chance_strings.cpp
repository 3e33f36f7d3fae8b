// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance_strings.h"

#include "base/format.h"
#include "base/text.h"

namespace mangrove::test {

namespace {

constexpr std::string_view kPrintable =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

std::string_view chanceAlphabet(char letter) {
    switch (letter) {
    case '9':
        return "0123456789";
    case 'A':
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    case 'N':
        return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    case 'W':
        return "abcdefghijklmnopqrstuvwxyz";
    case 'L':
        return "0123456789abcdefghijklmnopqrstuvwxyz";
    case 'H':
        return "0123456789abcdef";
    case 'P':
        return kPrintable;
    case 'U':
        return "0123456789ABCDEFGHJKLMNPQRTUWXY";
    case 'V':
        return "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    case 'B':
        return "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    case 'E':
        return "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    case 'M':
        return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    case 'Y':
        return "0123456789X";
    default:
        return {};
    }
}

} // namespace

ChanceStrings::ChanceStrings(std::string_view form, std::uint64_t seed) : m_state(seed) {
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '\\')
            m_parts.push_back({{}, form[++i]});
        else if (form[i] == 'C' || form[i] == 'D')
            m_parts.push_back({form.substr(i, 1), form[i]});
        else
            m_parts.push_back({chanceAlphabet(form[i]), form[i]});
    }
}

std::size_t ChanceStrings::below(std::size_t bound) {
    if (m_left == 0) {
        m_state += 0x9E3779B97F4A7C15U;
        m_bits = m_state;
        m_bits = (m_bits ^ (m_bits >> 30U)) * 0xBF58476D1CE4E5B9U;
        m_bits = (m_bits ^ (m_bits >> 27U)) * 0x94D049BB133111EBU;
        m_bits ^= m_bits >> 31U;
        m_left = 4;
    }
    const std::size_t drawn = ((m_bits & 0xFFFFU) * bound) >> 16U;
    m_bits >>= 16U;
    --m_left;
    return drawn;
}

const std::string& ChanceStrings::next() {
    m_text.clear();
    for (const Part& part : m_parts) {
        if (part.alphabet == "D") {
            const std::size_t year = 1900 + below(120);
            const std::size_t month = 1 + below(12);
            m_text += format("{:04}{:02}{:02}", year, month, 1 + below(28));
        } else if (part.alphabet == "C") {
            appendCodePoint(m_text, static_cast<char32_t>(0x4E00 + below(3000) * 6));
        } else {
            m_text += part.alphabet.empty() ? part.letter : part.alphabet[below(part.alphabet.size())];
        }
    }
    return m_text;
}

} // namespace mangrove::test
