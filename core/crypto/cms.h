// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/certificate.h"
#include "crypto/signing_key.h"

#include <span>
#include <string>
#include <string_view>

namespace mangrove::crypto {

/// A detached CMS SignedData (RFC 5652) at the level CAdES-BES (ETSI EN 319 122-1): DER, one signer, SHA-256,
/// ECDSA P-256; signed attributes contentType, messageDigest, signingTime, signingCertificateV2 (RFC 5035).
/// It carries the signer's certificate and `chain`. The same input gives the same bytes but for the ECDSA
/// nonce. signingTime keeps whole seconds. Verifiable with
///   openssl cms -verify -cades -binary -inform DER -in S.p7s -content FILE -CAfile ca.pem -out /dev/null
/// kCertificateRequest where the certificate is not of this key or not valid at signingTime.
[[nodiscard]] Result<Bytes> signDetachedCades(ByteView content, const SigningKey& key,
                                              const Certificate& signer, std::span<const Certificate> chain,
                                              Instant signingTime);

/// Who signed, as proven by the certificate.
struct SignerInfo {
    DistinguishedName subject;
    DistinguishedName issuer;
    std::string serial;      ///< hexadecimal
    std::string fingerprint; ///< SHA-256 of the certificate, hexadecimal
    Instant signingTime;     ///< as the signer claims; within the certificate's validity
    Certificate certificate;
};

/// Verifies strictly: canonical DER without a byte left over, exactly the shape, attributes and algorithms
/// that signDetachedCades() writes (attributes of other writers: only these four), the digest of `content`,
/// the signature, signingCertificateV2, the chain to one of the certificates of `caPem` with its extensions,
/// all valid at the signing time, and the signing time not after `at` (five minutes are forgiven for clocks).
/// A change of any one byte of the p7s fails. The error says which check failed: kCmsMalformed,
/// kCmsAlgorithm, kCmsContentDiffers, kCmsSignatureWrong, kCmsSignerMismatch, kCmsUntrustedSigner,
/// kCmsSigningTime, kCertificateMalformed (caPem). At most 1 MiB.
[[nodiscard]] Result<SignerInfo> verifyDetached(ByteView p7s, ByteView content, std::string_view caPem,
                                                Instant at);

} // namespace mangrove::crypto
