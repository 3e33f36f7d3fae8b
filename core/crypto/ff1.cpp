// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ff1.h"

#include "crypto/errors.h"
#include "crypto/openssl_handles.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>

namespace mangrove::crypto {

namespace {

constexpr std::size_t kAesBlockBytes = 16;
constexpr unsigned kRounds = 10;
constexpr std::uint64_t kMinDomain = 1'000'000; // SP 800-38G Rev. 1 (draft) 5.1

using Block = std::array<std::uint8_t, kAesBlockBytes>;
using Numerals = Ff1::Numerals;

const EVP_CIPHER* cipherOf(std::size_t keyBytes) {
    switch (keyBytes) {
    case 16:
        return EVP_aes_128_ecb();
    case 24:
        return EVP_aes_192_ecb();
    case 32:
        return EVP_aes_256_ecb();
    default:
        return nullptr;
    }
}

/// AES of one block. A cipher fails only when memory is gone: no wrong code may leave then.
void encryptBlock(EVP_CIPHER_CTX* cipher, Block& block) {
    int length = 0;
    if (EVP_EncryptUpdate(cipher, block.data(), &length, block.data(), static_cast<int>(block.size())) != 1
        || length != static_cast<int>(block.size()))
        std::abort();
}

/// NUM_radix (algorithm 1) into big-endian bytes; `bytes` is long enough.
void toBytes(std::span<const std::uint16_t> numerals, std::uint32_t radix, std::span<std::uint8_t> bytes) {
    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
    std::size_t used = 0; // bytes from the right that are not zero yet
    for (const std::uint16_t numeral : numerals) {
        std::uint64_t carry = numeral;
        for (std::size_t i = 0; i < used || carry != 0; ++i) {
            if (i == bytes.size())
                std::abort(); // the caller's length is wrong
            std::uint8_t& byte = bytes[bytes.size() - 1 - i];
            carry += std::uint64_t{byte} * radix;
            byte = static_cast<std::uint8_t>(carry & 0xffU);
            carry >>= 8U;
            used = std::max(used, i + 1);
        }
    }
}

/// STR_radix of the number in `bytes` modulo radix^m (algorithm 3 on the lowest m numerals); destroys
/// `bytes`.
void toNumerals(std::span<std::uint8_t> bytes, std::uint32_t radix, std::span<std::uint16_t> numerals) {
    std::size_t first = 0;
    for (std::size_t i = numerals.size(); i-- > 0;) {
        std::uint64_t rest = 0;
        for (std::size_t j = first; j < bytes.size(); ++j) {
            rest = (rest << 8U) | bytes[j];
            bytes[j] = static_cast<std::uint8_t>(rest / radix);
            rest %= radix;
        }
        while (first < bytes.size() && bytes[first] == 0)
            ++first;
        numerals[i] = static_cast<std::uint16_t>(rest);
    }
}

/// a + b, or a - b, modulo radix^m, numeral by numeral; into `a`.
void combine(std::span<std::uint16_t> a, std::span<const std::uint16_t> b, std::uint32_t radix, bool add) {
    std::uint32_t carry = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const std::uint32_t wide = add ? a[i] + b[i] + carry : a[i] + radix - b[i] - carry;
        carry = add == (wide >= radix) ? 1U : 0U;
        a[i] = static_cast<std::uint16_t>(wide >= radix ? wide - radix : wide);
    }
}

void append(Block& block, std::size_t at, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        block[at + i] = static_cast<std::uint8_t>(value >> (8U * (bytes - 1 - i)));
}

/// The round function: steps 6.i to 6.iv for one message.
class Rounds {
public:
    Rounds(EVP_CIPHER_CTX* cipher, std::uint32_t radix, std::size_t n, ByteView tweak)
        : m_cipher(cipher), m_radix(radix) {
        const std::size_t u = n / 2;
        const std::size_t v = n - u;
        // ceil(ceil(v log2 radix) / 8) is the length in bytes of radix^v - 1.
        const Numerals largest(v, static_cast<std::uint16_t>(radix - 1));
        std::vector<std::uint8_t> wide(2 * v + 1);
        toBytes(largest, radix, wide);
        const auto top = std::find_if(wide.begin(), wide.end(), [](std::uint8_t byte) { return byte != 0; });
        m_b = static_cast<std::size_t>(wide.end() - top);
        m_s.resize((m_b + 3) / 4 * 4 + 4);
        const std::size_t padding =
            (2 * kAesBlockBytes - (tweak.size() + m_b + 1) % kAesBlockBytes) % kAesBlockBytes;
        m_q.assign(tweak.begin(), tweak.end());
        m_q.resize(tweak.size() + padding + 1 + m_b);
        m_roundAt = tweak.size() + padding;
        Block p{1, 2, 1};
        append(p, 3, radix, 3);
        p[6] = kRounds;
        p[7] = static_cast<std::uint8_t>(u & 0xffU);
        append(p, 8, n, 4);
        append(p, 12, tweak.size(), 4);
        encryptBlock(m_cipher, p);
        m_afterP = p;
    }

    /// y modulo radix^m of round `round` with the other half `half`.
    void number(unsigned round, std::span<const std::uint16_t> half, std::span<std::uint16_t> y) {
        m_q[m_roundAt] = static_cast<std::uint8_t>(round);
        toBytes(half, m_radix, std::span(m_q).subspan(m_roundAt + 1));
        Block r = m_afterP;
        for (std::size_t at = 0; at < m_q.size(); at += kAesBlockBytes) {
            for (std::size_t i = 0; i < kAesBlockBytes; ++i)
                r[i] ^= m_q[at + i];
            encryptBlock(m_cipher, r);
        }
        for (std::size_t at = 0; at < m_s.size(); at += kAesBlockBytes) {
            Block block = r;
            if (at > 0) {
                Block count{};
                append(count, 8, at / kAesBlockBytes, 8);
                for (std::size_t i = 0; i < kAesBlockBytes; ++i)
                    block[i] ^= count[i];
                encryptBlock(m_cipher, block);
            }
            std::copy_n(block.begin(), std::min(kAesBlockBytes, m_s.size() - at),
                        m_s.begin() + static_cast<std::ptrdiff_t>(at));
        }
        toNumerals(m_s, m_radix, y);
    }

private:
    EVP_CIPHER_CTX* m_cipher;
    std::uint32_t m_radix;
    std::size_t m_b = 0;
    std::size_t m_roundAt = 0;
    Block m_afterP{};
    std::vector<std::uint8_t> m_q, m_s;
};

} // namespace

struct Ff1::State {
    CipherContextPtr cipher;
    std::uint32_t radix = 0;
    std::size_t minLength = 0;
};

Ff1::Ff1(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Ff1::Ff1(Ff1&&) noexcept = default;
Ff1& Ff1::operator=(Ff1&&) noexcept = default;
Ff1::~Ff1() = default;

Result<Ff1> Ff1::make(const SecretBytes& key, std::uint32_t radix) {
    const EVP_CIPHER* method = cipherOf(key.size());
    if (method == nullptr)
        return Error(errors::kKeyMalformed, {"an AES key of 16, 24 or 32 bytes"});
    if (radix < kMinRadix || radix > kMaxRadix)
        return Error(errors::kCryptoFailure, {"prepare FF1", "a radix outside 2 to 65536"});
    auto state = std::make_unique<State>();
    state->radix = radix;
    state->minLength = 2;
    for (std::uint64_t domain = std::uint64_t{radix} * radix; domain < kMinDomain; domain *= radix)
        ++state->minLength;
    state->cipher.reset(EVP_CIPHER_CTX_new());
    if (state->cipher == nullptr
        || EVP_EncryptInit_ex2(state->cipher.get(), method, key.data(), nullptr, nullptr) != 1
        || EVP_CIPHER_CTX_set_padding(state->cipher.get(), 0) != 1)
        return cryptoFailure("prepare FF1");
    return Ff1(std::move(state));
}

std::uint32_t Ff1::radix() const {
    return m_state->radix;
}

std::size_t Ff1::minLength() const {
    return m_state->minLength;
}

bool Ff1::accepts(std::size_t length) const {
    return length >= m_state->minLength && length <= kMaxLength;
}

Ff1::Numerals Ff1::run(const Numerals& numerals, ByteView tweak, bool encrypting) const {
    // A cipher context is no thread's to share; copying the keyed one is cheaper than keying anew.
    thread_local const CipherContextPtr cipher(EVP_CIPHER_CTX_new());
    if (cipher == nullptr || EVP_CIPHER_CTX_copy(cipher.get(), m_state->cipher.get()) != 1)
        std::abort();
    const std::size_t u = numerals.size() / 2;
    Rounds rounds(cipher.get(), m_state->radix, numerals.size(), tweak);
    const auto middle = numerals.begin() + static_cast<std::ptrdiff_t>(u);
    Numerals a(numerals.begin(), middle);
    Numerals b(middle, numerals.end());
    Numerals y;
    for (unsigned step = 0; step < kRounds; ++step) {
        const unsigned round = encrypting ? step : kRounds - 1 - step;
        Numerals& changed = encrypting ? a : b;
        y.resize(changed.size());
        rounds.number(round, encrypting ? b : a, y);
        combine(changed, y, m_state->radix, encrypting);
        std::swap(a, b);
    }
    a.insert(a.end(), b.begin(), b.end());
    EVP_CIPHER_CTX_reset(cipher.get());
    return a;
}

Ff1::Numerals Ff1::encrypt(const Numerals& numerals, ByteView tweak) const {
    return run(numerals, tweak, true);
}

Ff1::Numerals Ff1::decrypt(const Numerals& numerals, ByteView tweak) const {
    return run(numerals, tweak, false);
}

} // namespace mangrove::crypto
