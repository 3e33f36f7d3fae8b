// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/key_codec.h"

#include "crypto/openssl_handles.h"

namespace mangrove::crypto {

std::shared_ptr<evp_pkey_st> decodePkcs8(ByteView der) {
    const auto* in = der.data();
    const Pkcs8Ptr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(der.size())));
    std::shared_ptr<EVP_PKEY> key;
    if (info != nullptr && in == der.data() + der.size())
        key = std::shared_ptr<EVP_PKEY>(EVP_PKCS82PKEY(info.get()), EVP_PKEY_free);
    ERR_clear_error();
    return key;
}

Result<SecretBytes> encodePkcs8(evp_pkey_st* key) {
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(key));
    const int size = info != nullptr ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : -1;
    if (size <= 0)
        return cryptoFailure("write a private key");
    SecretBytes der(static_cast<std::size_t>(size));
    unsigned char* out = der.data();
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &out) != size)
        return cryptoFailure("write a private key");
    return der;
}

} // namespace mangrove::crypto
