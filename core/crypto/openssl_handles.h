// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/hex.h"
#include "crypto/errors.h"

#include <memory>
#include <string>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// Owning pointers for OpenSSL's objects. Private to the room: include it from crypto/*.cpp only.
namespace mangrove::crypto {

template<auto Function>
struct Release {
    template<typename T>
    void operator()(T* object) const noexcept {
        Function(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Release<BIO_free_all>>;
using BignumPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using CipherContextPtr = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Release<CMS_ContentInfo_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, Release<ASN1_INTEGER_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Pkcs8Ptr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Release<X509_STORE_CTX_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Release<X509_STORE_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, Release<ASN1_TIME_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;

/// kCryptoFailure with OpenSSL's reason for it; empties OpenSSL's error queue of this thread.
inline Error cryptoFailure(std::string what) {
    const unsigned long code = ERR_get_error();
    const char* reason = ERR_reason_error_string(code);
    std::string why = reason != nullptr ? reason : "no reason given";
    ERR_clear_error();
    return Error(errors::kCryptoFailure, {std::move(what), std::move(why)});
}

/// The DER form of an OpenSSL object by its i2d function; empty on failure.
template<typename Encode, typename T>
Bytes derOf(Encode encode, T* object) {
    const int size = encode(object, nullptr);
    if (size <= 0)
        return {};
    Bytes der(static_cast<std::size_t>(size));
    unsigned char* out = der.data();
    if (encode(object, &out) != size)
        return {};
    return der;
}

} // namespace mangrove::crypto
