// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"

namespace mangrove {

ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view asText(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string toHex(ByteView bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    if (text.size() % 2 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

namespace {
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
}

std::string toBase64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = bytes.size() - i;
        const unsigned group = (static_cast<unsigned>(bytes[i]) << 16U)
                               | (have > 1 ? static_cast<unsigned>(bytes[i + 1]) << 8U : 0U)
                               | (have > 2 ? bytes[i + 2] : 0U);
        text += kBase64[(group >> 18U) & 63U];
        text += kBase64[(group >> 12U) & 63U];
        text += have > 1 ? kBase64[(group >> 6U) & 63U] : '=';
        text += have > 2 ? kBase64[group & 63U] : '=';
    }
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        unsigned group = 0;
        std::size_t padding = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const char c = text[i + j];
            const auto value = kBase64.find(c);
            if (c == '=' && i + 4 == text.size() && j >= 2) {
                ++padding;
                group <<= 6U;
            } else if (value != std::string_view::npos && padding == 0) {
                group = (group << 6U) | static_cast<unsigned>(value);
            } else {
                return std::nullopt;
            }
        }
        if ((padding == 1 && (group & 0xFFU) != 0) || (padding == 2 && (group & 0xFFFFU) != 0))
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(group >> 16U));
        if (padding < 2)
            bytes.push_back(static_cast<std::uint8_t>((group >> 8U) & 0xFFU));
        if (padding < 1)
            bytes.push_back(static_cast<std::uint8_t>(group & 0xFFU));
    }
    return bytes;
}

} // namespace mangrove
