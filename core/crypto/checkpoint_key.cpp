// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/checkpoint_key.h"

#include "crypto/key_codec.h"
#include "crypto/openssl_handles.h"

#include <openssl/pem.h>

namespace mangrove::crypto {

namespace {

constexpr char kWanted[] = "an Ed25519 key";
constexpr std::size_t kSignatureBytes = 64;

KeyPtr publicHandle(const CheckpointPublicKey& key) {
    return KeyPtr(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, key.data(), key.size()));
}

} // namespace

Result<CheckpointKey> CheckpointKey::own(std::shared_ptr<evp_pkey_st> key) {
    CheckpointPublicKey publicKey{};
    std::size_t length = publicKey.size();
    if (key == nullptr || EVP_PKEY_is_a(key.get(), "ED25519") != 1
        || EVP_PKEY_get_raw_public_key(key.get(), publicKey.data(), &length) != 1
        || length != publicKey.size()) {
        ERR_clear_error();
        return Error(errors::kKeyMalformed, {kWanted});
    }
    return CheckpointKey(std::move(key), publicKey);
}

Result<CheckpointKey> CheckpointKey::generate() {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    if (key == nullptr)
        return cryptoFailure("make an Ed25519 key");
    return own(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

Result<CheckpointKey> CheckpointKey::fromSeed(const SecretBytes& seed) {
    return own(std::shared_ptr<EVP_PKEY>(
        EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, seed.data(), seed.size()),
        EVP_PKEY_free));
}

Result<CheckpointKey> CheckpointKey::fromPkcs8Der(ByteView der) {
    return own(decodePkcs8(der));
}

Result<SecretBytes> CheckpointKey::toPkcs8Der() const {
    return encodePkcs8(m_key.get());
}

Result<Bytes> CheckpointKey::sign(ByteView message) const {
    const DigestContextPtr context(EVP_MD_CTX_new());
    Bytes signature(kSignatureBytes);
    std::size_t length = signature.size();
    if (context == nullptr
        || EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, m_key.get(), nullptr) != 1
        || EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) != 1
        || length != kSignatureBytes)
        return cryptoFailure("sign with Ed25519");
    return signature;
}

bool verifyCheckpointSignature(const CheckpointPublicKey& key, ByteView message, ByteView signature) {
    const KeyPtr handle = publicHandle(key);
    const DigestContextPtr context(EVP_MD_CTX_new());
    const bool good =
        handle != nullptr && context != nullptr && signature.size() == kSignatureBytes
        && EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, handle.get(), nullptr)
               == 1
        && EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size())
               == 1;
    ERR_clear_error();
    return good;
}

Result<std::string> checkpointKeyPem(const CheckpointPublicKey& key) {
    const KeyPtr handle = publicHandle(key);
    const BioPtr bio(BIO_new(BIO_s_mem()));
    char* data = nullptr;
    if (handle == nullptr || bio == nullptr || PEM_write_bio_PUBKEY(bio.get(), handle.get()) != 1)
        return cryptoFailure("write a public key");
    const long size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

} // namespace mangrove::crypto
