// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"

#include "crypto/sha256.h"
#include "crypto/sm3.h"

#include <algorithm>
#include <cstdlib>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace mangrove::crypto {

namespace {

// Fetched once: in OpenSSL 3 an implicit fetch on every initialisation costs more than hashing a short text.
const EVP_MD* fetched(const char* name) {
    return EVP_MD_fetch(nullptr, name, nullptr);
}

const EVP_MD* sha256Method() {
    static const EVP_MD* const method = fetched("SHA256");
    return method;
}

const EVP_MD* sm3Method() {
    static const EVP_MD* const method = fetched("SM3");
    return method;
}

// A digest cannot fail for any input; it fails when memory or the provider is gone, and then nothing below
// may go on with a wrong digest.
void mustHold(bool condition) {
    if (!condition)
        std::abort();
}

Digest digestOf(const EVP_MD* method, ByteView bytes) {
    Digest digest{};
    unsigned int length = 0;
    mustHold(method != nullptr
             && EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, method, nullptr) == 1
             && length == digest.size());
    return digest;
}

} // namespace

std::optional<Digest> digestFromHex(std::string_view text) {
    const auto bytes = fromHex(text);
    if (!bytes || bytes->size() != Digest{}.size())
        return std::nullopt;
    Digest digest{};
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

bool equalConstantTime(ByteView a, ByteView b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void StreamingDigest::Free::operator()(evp_md_ctx_st* context) const noexcept {
    EVP_MD_CTX_free(context);
}

StreamingDigest::StreamingDigest(Algorithm algorithm) : m_context(EVP_MD_CTX_new()) {
    const EVP_MD* method = algorithm == Algorithm::Sha256 ? sha256Method() : sm3Method();
    mustHold(m_context != nullptr && method != nullptr
             && EVP_DigestInit_ex2(m_context.get(), method, nullptr) == 1);
}

StreamingDigest::StreamingDigest(StreamingDigest&&) noexcept = default;
StreamingDigest& StreamingDigest::operator=(StreamingDigest&&) noexcept = default;
StreamingDigest::~StreamingDigest() = default;

StreamingDigest& StreamingDigest::update(ByteView bytes) {
    mustHold(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1);
    return *this;
}

Digest StreamingDigest::finish() {
    Digest digest{};
    unsigned int length = 0;
    mustHold(EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) == 1 && length == digest.size());
    mustHold(EVP_DigestInit_ex2(m_context.get(), nullptr, nullptr) == 1);
    return digest;
}

Digest sha256(ByteView bytes) {
    return digestOf(sha256Method(), bytes);
}

Digest sm3(ByteView bytes) {
    return digestOf(sm3Method(), bytes);
}

} // namespace mangrove::crypto
