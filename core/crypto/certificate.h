// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "crypto/digest.h"
#include "crypto/signing_key.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct x509_st; // OpenSSL's X509

namespace mangrove::crypto {

/// The parts of a subject or issuer that Mangrove writes, UTF-8; empty where absent.
struct DistinguishedName {
    std::string commonName;         ///< the person's or authority's display name
    std::string organisation;       ///< the hospital
    std::string organisationalUnit; ///< roles, for people to read
    std::string userId;             ///< UID (RFC 4519): the login name
    friend bool operator==(const DistinguishedName&, const DistinguishedName&) = default;
};

/// One X.509 certificate (RFC 5280), parsed and immutable. Cheap to copy; thread-safe to read.
class Certificate {
public:
    /// Exactly one certificate, PEM. kCertificateMalformed.
    [[nodiscard]] static Result<Certificate> fromPem(std::string_view pem);
    /// Exactly one certificate, DER without anything behind it. kCertificateMalformed.
    [[nodiscard]] static Result<Certificate> fromDer(ByteView der);

    [[nodiscard]] const Bytes& der() const { return m_der; }
    [[nodiscard]] std::string toPem() const;
    /// SHA-256 of the DER bytes.
    [[nodiscard]] Digest fingerprint() const;
    [[nodiscard]] const DistinguishedName& subject() const { return m_subject; }
    [[nodiscard]] const DistinguishedName& issuer() const { return m_issuer; }
    /// Hexadecimal, lower case, without leading zeros.
    [[nodiscard]] const std::string& serial() const { return m_serial; }
    [[nodiscard]] Instant notBefore() const { return m_notBefore; }
    [[nodiscard]] Instant notAfter() const { return m_notAfter; }
    [[nodiscard]] bool isAuthority() const { return m_isAuthority; }
    /// SubjectPublicKeyInfo, DER.
    [[nodiscard]] Result<Bytes> publicKeyDer() const;

    /// For crypto's own use; owned by the certificate.
    [[nodiscard]] x509_st* handle() const { return m_handle.get(); }

private:
    Certificate() = default;
    [[nodiscard]] static Result<Certificate> own(std::shared_ptr<x509_st> handle);

    std::shared_ptr<x509_st> m_handle;
    Bytes m_der;
    DistinguishedName m_subject;
    DistinguishedName m_issuer;
    std::string m_serial;
    Instant m_notBefore;
    Instant m_notAfter;
    bool m_isAuthority = false;
};

/// 1…16 certificates in one PEM text (a CA file). kCertificateMalformed.
[[nodiscard]] Result<std::vector<Certificate>> certificatesFromPem(std::string_view pem);

/// What an authority's certificate says.
struct AuthorityRequest {
    std::string commonName;   ///< "… Mangrove CA"
    std::string organisation; ///< UTF-8, at most 64 characters each (RFC 5280 appendix A, ub-…)
    int years = 20;
};

/// A self-signed certificate: version 3, ECDSA with SHA-256, basicConstraints CA:TRUE pathlen 0 (critical),
/// keyUsage keyCertSign + cRLSign (critical), subject key identifier, random 127-bit serial. Valid from one
/// day before clock.now(), so that a receiver's clock that is slow does not refuse it.
[[nodiscard]] Result<Certificate> makeAuthority(const SigningKey& key, const AuthorityRequest& request,
                                                const Clock& clock, RandomSource& random);

/// What a person's certificate says.
struct CertificateRequest {
    DistinguishedName subject;
    int years = 5; ///< shortened to the authority's end
};

/// A certificate for signing documents: basicConstraints CA:FALSE (critical), keyUsage digitalSignature +
/// nonRepudiation (critical), extendedKeyUsage emailProtection (what OpenSSL's S/MIME purpose asks for), key
/// identifiers. `subjectKey` only lends its public half. kCertificateRequest where the authority is not one
/// or has ended.
[[nodiscard]] Result<Certificate> issueCertificate(const SigningKey& authorityKey,
                                                   const Certificate& authority, const SigningKey& subjectKey,
                                                   const CertificateRequest& request, const Clock& clock,
                                                   RandomSource& random);

} // namespace mangrove::crypto
