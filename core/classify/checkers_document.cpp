// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"
#include "classify/keccak256.h"
#include "crypto/sha256.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kBech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// Bitcoin's version byte and 160-bit hash with the first four bytes of a double SHA-256 behind them, written
/// to base 58; a leading 1 stands for a leading zero byte.
Outcome base58Address(std::string_view value) {
    std::array<std::uint8_t, 25> bytes{};
    for (const char c : value) {
        const auto symbol = kBase58.find(c);
        if (symbol == std::string_view::npos)
            return no(CheckReason::Character);
        auto carry = static_cast<unsigned>(symbol);
        for (std::size_t i = bytes.size(); i-- > 0;) {
            carry += bytes[i] * 58U;
            bytes[i] = static_cast<std::uint8_t>(carry & 0xFFU);
            carry >>= 8U;
        }
        if (carry != 0)
            return no(CheckReason::Length);
    }
    if (bytes[0] != 0 && bytes[0] != 5) // pay to public key hash, pay to script hash
        return no(CheckReason::Prefix);
    const auto once = crypto::sha256(ByteView(bytes).first(21));
    const auto twice = crypto::sha256(ByteView(once));
    return std::equal(twice.begin(), twice.begin() + 4, bytes.begin() + 21) ? kStrong
                                                                            : near(CheckReason::CheckDigit);
}

/// BIP 173 and BIP 350: "bc1", a version symbol, the program, six symbols of a BCH code.
Outcome bech32Address(std::string_view value) {
    if (value.size() != 42 && value.size() != 62) // programs of 20 and 32 bytes
        return no(CheckReason::Length);
    const bool upper = isUpper(value[0]);
    std::uint32_t check = 1;
    const auto feed = [&check](std::uint32_t symbol) {
        constexpr std::array<std::uint32_t, 5> kGenerator{0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD,
                                                          0x2A1462B3};
        const std::uint32_t top = check >> 25U;
        check = ((check & 0x1FFFFFFU) << 5U) ^ symbol;
        for (std::size_t i = 0; i < kGenerator.size(); ++i)
            check ^= ((top >> i) & 1U) != 0 ? kGenerator[i] : 0U;
    };
    for (const std::uint32_t symbol : {3U, 3U, 0U, 2U, 3U}) // "bc": high bits, a zero, low bits
        feed(symbol);
    std::size_t version = 0;
    for (std::size_t i = 3; i < value.size(); ++i) {
        if (upper ? isLower(value[i]) : isUpper(value[i]))
            return no(CheckReason::Character);
        const auto symbol =
            kBech32.find(upper && isUpper(value[i]) ? static_cast<char>(value[i] | 0x20) : value[i]);
        if (symbol == std::string_view::npos)
            return no(CheckReason::Character);
        if (i == 3)
            version = symbol;
        feed(static_cast<std::uint32_t>(symbol));
    }
    if (version > 16 || (version == 0 ? check != 1 : check != 0x2BC830A3))
        return near(CheckReason::CheckDigit);
    return kStrong;
}

/// EIP-55: the case of the letters is the check; an address in one case carries none.
Outcome ethereumAddress(std::string_view value) {
    const std::string_view address = value.substr(2);
    std::array<char, 40> lower{};
    bool anyUpper = false;
    bool anyLower = false;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (!isHexDigit(address[i]))
            return no(CheckReason::Character);
        anyUpper = anyUpper || isUpper(address[i]);
        anyLower = anyLower || isLower(address[i]);
        lower[i] = isUpper(address[i]) ? static_cast<char>(address[i] | 0x20) : address[i];
    }
    if (!anyUpper || !anyLower)
        return kWeak;
    const auto hash = keccak256({lower.data(), lower.size()});
    for (std::size_t i = 0; i < address.size(); ++i) {
        const unsigned nibble = i % 2 == 0 ? hash[i / 2] >> 4U : hash[i / 2] & 0x0FU;
        if (!isDigit(address[i]) && isUpper(address[i]) != (nibble >= 8))
            return near(CheckReason::CheckDigit);
    }
    return kStrong;
}

bool isMrzSymbol(char c) {
    return isDigit(c) || isUpper(c) || c == '<';
}

/// ICAO 9303-3 4.9: weights 7, 3, 1; A = 10 … Z = 35, '<' = 0.
unsigned mrzSum(std::string_view field) {
    constexpr std::array<std::uint8_t, 3> kWeights{7, 3, 1};
    unsigned sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const char c = field[i];
        const unsigned number = isDigit(c)   ? digitOf(c)
                                : isUpper(c) ? static_cast<unsigned>(c - 'A') + 10U
                                             : 0U;
        sum += number * kWeights[i % 3];
    }
    return sum;
}
bool mrzChecked(std::string_view line, std::size_t at, std::size_t size) {
    return isDigit(line[at + size]) && mrzSum(line.substr(at, size)) % 10 == digitOf(line[at + size]);
}

/// The line with number, birth date and expiry of a passport (44) or a card of two lines (36): number 9 and
/// check, state 3, birth 6 and check, sex, expiry 6 and check.
Outcome mrzDataLine(std::string_view line) {
    if (!std::all_of(line.begin(), line.end(), isMrzSymbol))
        return no(CheckReason::Character);
    const char sex = line[20];
    if (!allDigits(line.substr(21, 6)) || (sex != 'M' && sex != 'F' && sex != 'X' && sex != '<'))
        return no(CheckReason::Character);
    return mrzChecked(line, 0, 9) && mrzChecked(line, 13, 6) && mrzChecked(line, 21, 6)
               ? kStrong
               : near(CheckReason::CheckDigit);
}

/// The first two of three lines of a card (30 each): number at 5, birth and expiry on the second.
Outcome mrzCardLines(std::string_view first, std::string_view second) {
    if (!std::all_of(first.begin(), first.end(), isMrzSymbol)
        || !std::all_of(second.begin(), second.end(), isMrzSymbol))
        return no(CheckReason::Character);
    return mrzChecked(first, 5, 9) && mrzChecked(second, 0, 6) && mrzChecked(second, 8, 6)
               ? kStrong
               : near(CheckReason::CheckDigit);
}

bool isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == ' ' || c == '|';
}

} // namespace

Outcome checkCryptoWallet(std::string_view value) {
    const std::string_view head = value.substr(0, 3);
    if (head == "bc1" || head == "BC1")
        return bech32Address(value);
    if (value.size() == 42 && value[0] == '0' && value[1] == 'x')
        return ethereumAddress(value);
    if (value.size() < 26 || value.size() > 35)
        return no(CheckReason::Length);
    return value[0] == '1' || value[0] == '3' ? base58Address(value) : no(CheckReason::Prefix);
}

Outcome checkPassportMrz(std::string_view value) {
    std::array<std::string_view, 3> lines;
    std::size_t count = 0;
    while (!value.empty()) {
        std::size_t end = 0;
        while (end < value.size() && !isLineBreak(value[end]))
            ++end;
        if (end > 0) {
            if (count == lines.size())
                return no(CheckReason::Length);
            lines[count++] = value.substr(0, end);
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (count == 1 && lines[0].size() == 88) { // both lines of a passport in one
        lines[1] = lines[0].substr(44);
        lines[0] = lines[0].substr(0, 44);
        count = 2;
    }
    const std::size_t width = lines[0].size();
    for (std::size_t i = 0; i < count; ++i)
        if (lines[i].size() != width)
            return no(CheckReason::Length);
    if (count == 3)
        return width == 30 ? mrzCardLines(lines[0], lines[1]) : no(CheckReason::Length);
    if (count == 0 || (width != 44 && width != 36))
        return no(CheckReason::Length);
    return mrzDataLine(lines[count - 1]);
}

Outcome checkPhNationalId(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    return buffer.size == 12 || buffer.size == 16 ? kWeak : no(CheckReason::Length);
}

} // namespace mangrove::classify
