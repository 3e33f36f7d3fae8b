// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/random.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace mangrove::crypto {

/// Secret bytes on pages of their own: locked into memory and kept out of core dumps where the system allows
/// it (best effort, never an error), overwritten before they are given back. Move-only, so that every copy is
/// visible as clone(). Never log or serialise one. One thread at a time.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    [[nodiscard]] static SecretBytes copyOf(ByteView bytes);
    [[nodiscard]] static SecretBytes random(std::size_t size, RandomSource& random);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }
    /// Shortens to `size` <= size(); the rest is wiped.
    void truncate(std::size_t size);
    /// Constant time for equal sizes.
    friend bool operator==(const SecretBytes& a, const SecretBytes& b);

private:
    void release() noexcept;

    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_mapped = 0; ///< bytes of whole pages behind m_data
};

/// A secret text (a passphrase, UTF-8), kept like SecretBytes.
class SecretText {
public:
    SecretText() = default;
    /// Copies; the caller wipes her own copy (wipe() below).
    explicit SecretText(std::string_view text) : m_bytes(SecretBytes::copyOf(asBytes(text))) {}
    [[nodiscard]] std::string_view view() const { return asText(m_bytes.view()); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool empty() const { return m_bytes.empty(); }
    [[nodiscard]] SecretText clone() const { return SecretText(view()); }
    friend bool operator==(const SecretText& a, const SecretText& b) { return a.m_bytes == b.m_bytes; }

private:
    SecretBytes m_bytes;
};

/// Overwrites the text's whole buffer in a way the compiler keeps, then clears it.
void wipe(std::string& text);
void wipe(Bytes& bytes);

} // namespace mangrove::crypto
