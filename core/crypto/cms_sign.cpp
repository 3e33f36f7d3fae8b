// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/cms.h"
#include "crypto/openssl_handles.h"

namespace mangrove::crypto {

namespace {

constexpr unsigned int kFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;

Status checkSigner(const SigningKey& key, const Certificate& signer, Instant signingTime) {
    if (X509_check_private_key(signer.handle(), key.handle()) != 1) {
        ERR_clear_error();
        return Error(errors::kCertificateRequest, {"the certificate does not belong to the signing key"});
    }
    if (signingTime < signer.notBefore() || signingTime > signer.notAfter())
        return Error(errors::kCmsSigningTime,
                     {toIso8601(signingTime), "outside the validity of the certificate"});
    return {};
}

Status addSigningTime(CMS_SignerInfo* signerInfo, Instant signingTime) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(signingTime).time_since_epoch().count();
    const TimePtr time(ASN1_TIME_set(nullptr, static_cast<time_t>(seconds)));
    if (time == nullptr
        || CMS_signed_add1_attr_by_NID(signerInfo, NID_pkcs9_signingTime, ASN1_STRING_type(time.get()),
                                       time.get(), -1)
               != 1)
        return cryptoFailure("add the signing time");
    return {};
}

} // namespace

Result<Bytes> signDetachedCades(ByteView content, const SigningKey& key, const Certificate& signer,
                                std::span<const Certificate> chain, Instant signingTime) {
    MANGROVE_TRY(checkSigner(key, signer, signingTime));
    const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    if (cms == nullptr)
        return cryptoFailure("begin a signature");
    CMS_SignerInfo* signerInfo = CMS_add1_signer(cms.get(), signer.handle(), key.handle(), EVP_sha256(),
                                                 kFlags | CMS_CADES | CMS_NOSMIMECAP);
    if (signerInfo == nullptr)
        return cryptoFailure("add a signer");
    MANGROVE_TRY(addSigningTime(signerInfo, signingTime));
    for (const auto& certificate : chain) {
        if (certificate.der() != signer.der() && CMS_add1_cert(cms.get(), certificate.handle()) != 1)
            return cryptoFailure("add a certificate");
    }
    const BioPtr data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    if (data == nullptr || CMS_final(cms.get(), data.get(), nullptr, CMS_DETACHED | CMS_BINARY) != 1)
        return cryptoFailure("sign");
    Bytes der = derOf(i2d_CMS_ContentInfo, cms.get());
    if (der.empty())
        return cryptoFailure("write a signature");
    return der;
}

} // namespace mangrove::crypto
