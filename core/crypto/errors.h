// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

/// Everything that can go wrong in crypto. Arguments never hold key material, passphrases or plain text.
namespace mangrove::errors {

inline constexpr ErrorInfo kCryptoFailure{"crypto-failure", ErrorKind::Internal,
                                          "The cryptographic library refused to {0} ({1}). Run 'mangrove "
                                          "self-test' and check the OpenSSL installation."};
inline constexpr ErrorInfo kCryptoSelfTest{"crypto-self-test-failed", ErrorKind::Internal,
                                           "The known-answer test of {0} failed: this computer's OpenSSL "
                                           "gives wrong results. Nothing may be signed or "
                                           "sealed with it; reinstall OpenSSL 3."};
inline constexpr ErrorInfo kWrongPassphrase{"wrong-passphrase", ErrorKind::NotPermitted,
                                            "The passphrase does not open {0}. Type it again; if you are "
                                            "sure of it, the record was altered on purpose."};

inline constexpr ErrorInfo kSealedBoxMalformed{
    "sealed-box-malformed", ErrorKind::BadInput,
    "This is not a sealed box of Mangrove, or it was edited ({0}). Restore it from a backup."};
inline constexpr ErrorInfo kSealedBoxDamaged{"sealed-box-damaged", ErrorKind::BadInput,
                                             "The sealed box for {0} is damaged: its checksum does not fit. "
                                             "The passphrase was not tried; restore a backup."};
inline constexpr ErrorInfo kSealedBoxVersion{
    "sealed-box-version", ErrorKind::Conflict,
    "The sealed box has version {0}; this program opens version {1}. Use a newer Mangrove."};
inline constexpr ErrorInfo kSealedBoxCost{"sealed-box-cost", ErrorKind::BadInput,
                                          "The scrypt cost N={0}, r={1}, p={2} is outside what is allowed "
                                          "here (N a power of two from 16 to 1048576, "
                                          "r 1 to 32, p 1 to 16, at most 1 GiB)."};
inline constexpr ErrorInfo kSealedBoxPurpose{
    "sealed-box-purpose", ErrorKind::BadInput,
    "The sealed box is for '{0}', but '{1}' is wanted: records were exchanged. Restore a backup."};

inline constexpr ErrorInfo kKeyMalformed{
    "key-malformed", ErrorKind::BadInput,
    "The key is not {0}. Give the key file that Mangrove wrote, or make a new key."};
inline constexpr ErrorInfo kCertificateMalformed{
    "certificate-malformed", ErrorKind::BadInput,
    "The certificate cannot be read: {0}. Give an X.509 certificate in PEM form."};
inline constexpr ErrorInfo kCertificateRequest{"certificate-request-bad", ErrorKind::BadInput,
                                               "A certificate cannot be made: {0}."};

inline constexpr ErrorInfo kCmsMalformed{
    "cms-malformed", ErrorKind::CheckFailed,
    "The signature file is not a strict DER CMS SignedData as Mangrove writes it: {0} (byte {1})."};
inline constexpr ErrorInfo kCmsAlgorithm{
    "cms-algorithm", ErrorKind::CheckFailed,
    "The signature uses {0}; only ECDSA P-256 with SHA-256 is accepted."};
inline constexpr ErrorInfo kCmsContentDiffers{
    "cms-content-differs", ErrorKind::CheckFailed,
    "The signature belongs to other bytes: the digest in it does not fit the signed file."};
inline constexpr ErrorInfo kCmsSignatureWrong{
    "cms-signature-wrong", ErrorKind::CheckFailed,
    "The signature value does not fit the signer's certificate: the signature was altered or forged."};
inline constexpr ErrorInfo kCmsSignerMismatch{
    "cms-signer-mismatch", ErrorKind::CheckFailed,
    "The signature does not name the certificate it carries ({0})."};
inline constexpr ErrorInfo kCmsUntrustedSigner{
    "cms-untrusted-signer", ErrorKind::CheckFailed,
    "The signer's certificate does not lead to the given authority: {0}."};
inline constexpr ErrorInfo kCmsSigningTime{"cms-signing-time", ErrorKind::CheckFailed,
                                           "The signing time {0} is {1}."};

inline constexpr ErrorInfo kJsonNotCanonical{
    "json-not-canonical", ErrorKind::BadInput,
    "The JSON text cannot be brought into canonical form (RFC 8785): {0}."};

} // namespace mangrove::errors
