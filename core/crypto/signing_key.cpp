// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/signing_key.h"

#include "crypto/key_codec.h"
#include "crypto/openssl_handles.h"

namespace mangrove::crypto {

namespace {

constexpr char kWanted[] = "an ECDSA P-256 key";

bool isP256(EVP_PKEY* key) {
    char group[32] = {};
    std::size_t length = 0;
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1
           && EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1
           && std::string_view(group, length) == "prime256v1";
}

} // namespace

Result<SigningKey> SigningKey::generate() {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    if (key == nullptr)
        return cryptoFailure("make a P-256 key");
    return SigningKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

Result<SigningKey> SigningKey::fromPkcs8Der(ByteView der) {
    auto key = decodePkcs8(der);
    if (key == nullptr || !isP256(key.get()))
        return Error(errors::kKeyMalformed, {kWanted});
    return SigningKey(std::move(key));
}

Result<SecretBytes> SigningKey::toPkcs8Der() const {
    return encodePkcs8(m_key.get());
}

Result<Bytes> SigningKey::sign(ByteView message) const {
    const DigestContextPtr context(EVP_MD_CTX_new());
    std::size_t length = 0;
    if (context == nullptr
        || EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, m_key.get(), nullptr)
               != 1
        || EVP_DigestSign(context.get(), nullptr, &length, message.data(), message.size()) != 1)
        return cryptoFailure("sign with ECDSA");
    Bytes signature(length);
    if (EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) != 1)
        return cryptoFailure("sign with ECDSA");
    signature.resize(length);
    return signature;
}

Result<Bytes> SigningKey::publicKeyDer() const {
    Bytes der = derOf(i2d_PUBKEY, m_key.get());
    if (der.empty())
        return cryptoFailure("write a public key");
    return der;
}

Result<bool> verifySignature(ByteView publicKeyDer, ByteView message, ByteView signature) {
    const auto* in = publicKeyDer.data();
    const KeyPtr key(d2i_PUBKEY(nullptr, &in, static_cast<long>(publicKeyDer.size())));
    ERR_clear_error();
    if (!isP256(key.get()) || in != publicKeyDer.data() + publicKeyDer.size())
        return Error(errors::kKeyMalformed, {kWanted});
    const DigestContextPtr context(EVP_MD_CTX_new());
    if (context == nullptr
        || EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr)
               != 1)
        return cryptoFailure("verify with ECDSA");
    const bool good =
        EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size())
        == 1;
    ERR_clear_error();
    return good;
}

} // namespace mangrove::crypto
