// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hmac.h"

#include "crypto/errors.h"

#include <cstdlib>

#include <openssl/evp.h>

namespace mangrove::crypto {

namespace {

struct FreeDigestContext {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigestContext>;

constexpr std::size_t kBlockBytes = 64; // of SHA-256 and of SM3

// The state after hashing (key XOR pad), from which every message goes on.
DigestContext keyedContext(const EVP_MD* method, ByteView key, std::uint8_t pad) {
    SecretBytes block(kBlockBytes);
    for (std::size_t i = 0; i < kBlockBytes; ++i)
        block.data()[i] = static_cast<std::uint8_t>((i < key.size() ? key[i] : 0U) ^ pad);
    DigestContext context(EVP_MD_CTX_new());
    if (context == nullptr || EVP_DigestInit_ex2(context.get(), method, nullptr) != 1
        || EVP_DigestUpdate(context.get(), block.data(), block.size()) != 1)
        return nullptr;
    return context;
}

} // namespace

struct Hmac::State {
    DigestContext inner;
    DigestContext outer;
};

Hmac::Hmac(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Hmac::Hmac(Hmac&&) noexcept = default;
Hmac& Hmac::operator=(Hmac&&) noexcept = default;
Hmac::~Hmac() = default;

Result<Hmac> Hmac::make(const SecretBytes& key, HmacHash hash) {
    const EVP_MD* method = hash == HmacHash::Sha256 ? EVP_sha256() : EVP_sm3();
    if (key.empty())
        return Error(errors::kKeyMalformed, {"an HMAC key (it is empty)"});
    SecretBytes shortened;
    ByteView effective = key.view();
    if (key.size() > kBlockBytes) {
        shortened = SecretBytes(Digest{}.size());
        unsigned int length = 0;
        if (EVP_Digest(key.data(), key.size(), shortened.data(), &length, method, nullptr) != 1)
            return Error(errors::kCryptoFailure, {"hash a key", "EVP_Digest"});
        effective = shortened.view();
    }
    auto state = std::make_unique<State>();
    state->inner = keyedContext(method, effective, 0x36);
    state->outer = keyedContext(method, effective, 0x5C);
    if (state->inner == nullptr || state->outer == nullptr)
        return Error(errors::kCryptoFailure, {"prepare an HMAC", "EVP_DigestInit"});
    return Hmac(std::move(state));
}

Digest Hmac::compute(ByteView message) const {
    // One scratch context a thread: making and freeing one for each message would cost as much as the
    // hashing.
    thread_local const DigestContext scratch(EVP_MD_CTX_new());
    Digest digest{};
    unsigned int length = 0;
    const bool held = scratch != nullptr && EVP_MD_CTX_copy_ex(scratch.get(), m_state->inner.get()) == 1
                      && EVP_DigestUpdate(scratch.get(), message.data(), message.size()) == 1
                      && EVP_DigestFinal_ex(scratch.get(), digest.data(), &length) == 1
                      && EVP_MD_CTX_copy_ex(scratch.get(), m_state->outer.get()) == 1
                      && EVP_DigestUpdate(scratch.get(), digest.data(), length) == 1
                      && EVP_DigestFinal_ex(scratch.get(), digest.data(), &length) == 1
                      && length == digest.size();
    if (!held)
        std::abort(); // out of memory: a wrong pseudonym must never leave here
    return digest;
}

} // namespace mangrove::crypto
