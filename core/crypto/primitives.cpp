// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/primitives.h"

#include "crypto/openssl_handles.h"

namespace mangrove::crypto {

namespace {

constexpr std::uint64_t kScryptMemory =
    (1ULL << 30U) + (64ULL << 20U); // the bound of ScryptCost and the blocks of p

bool startGcm(EVP_CIPHER_CTX* context, const SecretBytes& key, ByteView nonce, ByteView associated,
              int encrypt) {
    int length = 0;
    return key.size() == kGcmKeyBytes && nonce.size() == kGcmNonceBytes
           && EVP_CipherInit_ex2(context, EVP_aes_256_gcm(), key.data(), nonce.data(), encrypt, nullptr) == 1
           && (associated.empty()
               || EVP_CipherUpdate(context, nullptr, &length, associated.data(),
                                   static_cast<int>(associated.size()))
                      == 1);
}

} // namespace

Result<GcmOutput> gcmEncrypt(const SecretBytes& key, ByteView nonce, ByteView associated, ByteView plain) {
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    GcmOutput output;
    output.data.resize(plain.size());
    int length = 0;
    bool held = context != nullptr && startGcm(context.get(), key, nonce, associated, 1);
    if (held && !plain.empty())
        held = EVP_CipherUpdate(context.get(), output.data.data(), &length, plain.data(),
                                static_cast<int>(plain.size()))
               == 1;
    std::array<std::uint8_t, kGcmTagBytes> rest{}; // GCM has no padding: nothing is written here
    held = held && EVP_CipherFinal_ex(context.get(), rest.data(), &length) == 1
           && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kGcmTagBytes, output.tag.data()) == 1;
    if (!held)
        return cryptoFailure("encrypt with AES-256-GCM");
    return output;
}

Result<std::optional<SecretBytes>> gcmDecrypt(const SecretBytes& key, ByteView nonce, ByteView associated,
                                              ByteView data, ByteView tag) {
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    std::array<std::uint8_t, kGcmTagBytes> wanted{};
    if (context == nullptr || tag.size() != wanted.size()
        || !startGcm(context.get(), key, nonce, associated, 0))
        return cryptoFailure("decrypt with AES-256-GCM");
    std::copy(tag.begin(), tag.end(), wanted.begin());
    SecretBytes plain(data.size());
    int length = 0;
    bool held =
        data.empty()
        || EVP_CipherUpdate(context.get(), plain.data(), &length, data.data(), static_cast<int>(data.size()))
               == 1;
    held =
        held && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kGcmTagBytes, wanted.data()) == 1;
    if (!held)
        return cryptoFailure("decrypt with AES-256-GCM");
    std::array<std::uint8_t, kGcmTagBytes> rest{};
    if (EVP_CipherFinal_ex(context.get(), rest.data(), &length) != 1) {
        ERR_clear_error();
        return std::optional<SecretBytes>();
    }
    return std::optional<SecretBytes>(std::move(plain));
}

Result<SecretBytes> scrypt(std::string_view passphrase, ByteView salt, const ScryptCost& cost,
                           std::size_t bytes) {
    SecretBytes key(bytes);
    if (EVP_PBE_scrypt(passphrase.data(), passphrase.size(), salt.data(), salt.size(), cost.n, cost.r, cost.p,
                       kScryptMemory, key.data(), key.size())
        != 1)
        return cryptoFailure("derive a key with scrypt");
    return key;
}

} // namespace mangrove::crypto
