// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/number.h"
#include "crypto/chain.h"
#include "crypto/cms.h"
#include "crypto/der_reader.h"
#include "crypto/openssl_handles.h"
#include "crypto/sha256.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace mangrove::crypto {

namespace {

constexpr std::size_t kMaxBytes = 1U << 20U;
constexpr std::size_t kMaxSentCertificates = 8;
constexpr std::chrono::minutes kClockSkew{5};

// Whole DER elements that have one right form only.
constexpr std::array<std::uint8_t, 11> kSignedData{0x06, 0x09, 0x2A, 0x86, 0x48, 0x86,
                                                   0xF7, 0x0D, 0x01, 0x07, 0x02};
constexpr std::array<std::uint8_t, 13> kDetachedData{0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48,
                                                     0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01};
constexpr std::array<std::uint8_t, 3> kVersion1{0x02, 0x01, 0x01};
constexpr std::array<std::uint8_t, 13> kSha256{0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48,
                                               0x01, 0x65, 0x03, 0x04, 0x02, 0x01};
constexpr std::array<std::uint8_t, 12> kEcdsaSha256{0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86,
                                                    0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02};
// Contents of OBJECT IDENTIFIERs: PKCS #9 contentType, messageDigest, signingTime; S/MIME
// signingCertificateV2.
constexpr std::array<std::uint8_t, 9> kContentType{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03};
constexpr std::array<std::uint8_t, 9> kMessageDigest{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04};
constexpr std::array<std::uint8_t, 9> kSigningTime{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05};
constexpr std::array<std::uint8_t, 11> kSigningCertificate{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D,
                                                           0x01, 0x09, 0x10, 0x02, 0x2F};

bool same(ByteView a, ByteView b) {
    return std::ranges::equal(a, b);
}

// What stands in the file, checked for shape only.
struct SignedFile {
    std::vector<DerElement> certificates;
    ByteView signerId; ///< the IssuerAndSerialNumber
    DerElement attributes;
    ByteView signature;
    ByteView messageDigest;
    ByteView certificateHash;
    std::optional<ByteView> issuerSerial; ///< of signingCertificateV2
    Instant signingTime;
};

Status expectAlgorithm(DerReader& reader, ByteView wanted, std::string_view what) {
    if (auto matched = reader.expectBytes(wanted, what); !matched.ok())
        return Error(errors::kCmsAlgorithm, {"another " + std::string(what)}).withCause(matched.error());
    return {};
}

// Elements of a SET OF stand in ascending order of their bytes (X.690 section 11.6).
Status checkSetOrder(const DerReader& reader, const std::optional<ByteView>& before, ByteView now) {
    if (before && !std::ranges::lexicographical_compare(*before, now))
        return reader.malformed("a set is not in order");
    return {};
}

// UTCTime YYMMDDHHMMSSZ up to 2049, GeneralizedTime YYYYMMDDHHMMSSZ from 2050 (RFC 5652 section 11.3).
Result<Instant> readTime(DerReader& reader) {
    const bool isShort = reader.peek() == der::kUtcTime;
    MANGROVE_ASSIGN(const auto element,
                    reader.expect(isShort ? der::kUtcTime : der::kGeneralizedTime, "the signing time"));
    const auto text = asText(element.content);
    const std::size_t yearDigits = isShort ? 2 : 4;
    const auto digits = text.substr(0, yearDigits + 10);
    const bool shaped = text.size() == yearDigits + 11 && text.back() == 'Z'
                        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!shaped)
        return reader.malformed("the signing time has a wrong form");
    const auto number = [&](std::size_t at, std::size_t count) {
        return static_cast<int>(parseUnsigned(text.substr(at, count)).value_or(0));
    };
    int year = number(0, yearDigits);
    if (isShort)
        year += year < 50 ? 2000 : 1900;
    const auto part = [&](std::size_t index) {
        return static_cast<unsigned>(number(yearDigits + 2 * index, 2));
    };
    if (!isValidDate(year, part(0), part(1)) || part(2) > 23 || part(3) > 59 || part(4) > 59
        || (!isShort && year < 2050))
        return reader.malformed("the signing time is impossible");
    const auto day = std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(part(0))
                                           / std::chrono::day(part(1)));
    return Instant(day + std::chrono::hours(part(2)) + std::chrono::minutes(part(3))
                   + std::chrono::seconds(part(4)));
}

// SigningCertificateV2 (RFC 5035 section 3) with one certificate, hashed with the default SHA-256.
Status readSigningCertificate(DerReader& reader, SignedFile& file) {
    MANGROVE_ASSIGN(const auto outer, reader.expect(der::kSequence, "signingCertificateV2"));
    auto inside = DerReader::inside(outer);
    MANGROVE_ASSIGN(const auto list, inside.expect(der::kSequence, "its list"));
    MANGROVE_TRY(inside.end("signingCertificateV2"));
    auto ids = DerReader::inside(list);
    MANGROVE_ASSIGN(const auto id, ids.expect(der::kSequence, "its certificate id"));
    MANGROVE_TRY(ids.end("the certificate id"));
    auto parts = DerReader::inside(id);
    MANGROVE_ASSIGN(const auto hash, parts.expect(der::kOctetString, "its certificate hash"));
    file.certificateHash = hash.content;
    if (!parts.atEnd()) {
        MANGROVE_ASSIGN(const auto issuerSerial, parts.expect(der::kSequence, "its issuer and serial"));
        file.issuerSerial = issuerSerial.whole;
    }
    return parts.end("the certificate hash");
}

Status readAttribute(const DerElement& attribute, SignedFile& file, unsigned& seen) {
    auto reader = DerReader::inside(attribute);
    MANGROVE_ASSIGN(const auto type, reader.expect(der::kOid, "an attribute's type"));
    MANGROVE_ASSIGN(const auto values, reader.expect(der::kSet, "an attribute's values"));
    MANGROVE_TRY(reader.end("an attribute"));
    auto value = DerReader::inside(values);
    if (same(type.content, kContentType)) {
        seen |= 1U;
        MANGROVE_TRY(value.expectBytes(ByteView(kDetachedData).subspan(2), "the content type"));
    } else if (same(type.content, kMessageDigest)) {
        seen |= 2U;
        MANGROVE_ASSIGN(const auto digest, value.expect(der::kOctetString, "the message digest"));
        file.messageDigest = digest.content;
    } else if (same(type.content, kSigningTime)) {
        seen |= 4U;
        MANGROVE_ASSIGN(file.signingTime, readTime(value));
    } else if (same(type.content, kSigningCertificate)) {
        seen |= 8U;
        MANGROVE_TRY(readSigningCertificate(value, file));
    } else {
        return reader.malformed("there is an attribute that is not one of the four");
    }
    return value.end("an attribute's value");
}

Status readAttributes(SignedFile& file) {
    auto reader = DerReader::inside(file.attributes);
    std::optional<ByteView> before;
    unsigned seen = 0;
    while (!reader.atEnd()) {
        MANGROVE_ASSIGN(const auto attribute, reader.expect(der::kSequence, "a signed attribute"));
        MANGROVE_TRY(checkSetOrder(reader, before, attribute.whole));
        before = attribute.whole;
        MANGROVE_TRY(readAttribute(attribute, file, seen));
    }
    if (seen != 15U)
        return reader.malformed("one of the four signed attributes is missing");
    return {};
}

Status readSignerInfo(DerReader& reader, SignedFile& file) {
    MANGROVE_ASSIGN(const auto info, reader.expect(der::kSequence, "the signer"));
    MANGROVE_TRY(reader.end("the one signer"));
    auto parts = DerReader::inside(info);
    MANGROVE_TRY(parts.expectBytes(kVersion1, "the signer's version"));
    MANGROVE_ASSIGN(const auto id, parts.expect(der::kSequence, "issuer and serial"));
    file.signerId = id.whole;
    MANGROVE_TRY(expectAlgorithm(parts, kSha256, "digest algorithm"));
    MANGROVE_ASSIGN(file.attributes, parts.expect(der::kContext0, "the signed attributes"));
    MANGROVE_TRY(expectAlgorithm(parts, kEcdsaSha256, "signature algorithm"));
    MANGROVE_ASSIGN(const auto signature, parts.expect(der::kOctetString, "the signature value"));
    file.signature = signature.content;
    MANGROVE_TRY(parts.end("the signature value"));
    return readAttributes(file);
}

Status readCertificates(const DerElement& set, SignedFile& file) {
    auto reader = DerReader::inside(set);
    std::optional<ByteView> before;
    while (!reader.atEnd()) {
        MANGROVE_ASSIGN(const auto certificate, reader.expect(der::kSequence, "a certificate"));
        MANGROVE_TRY(checkSetOrder(reader, before, certificate.whole));
        before = certificate.whole;
        file.certificates.push_back(certificate);
        if (file.certificates.size() > kMaxSentCertificates)
            return reader.malformed("there are too many certificates");
    }
    return {};
}

Result<SignedFile> readFile(ByteView p7s) {
    DerReader top(p7s);
    if (p7s.size() > kMaxBytes)
        return top.malformed("it is longer than 1 MiB");
    MANGROVE_ASSIGN(const auto contentInfo, top.expect(der::kSequence, "the outer sequence"));
    MANGROVE_TRY(top.end("the signature"));
    auto outer = DerReader::inside(contentInfo);
    MANGROVE_TRY(outer.expectBytes(kSignedData, "the type SignedData"));
    MANGROVE_ASSIGN(const auto wrapped, outer.expect(der::kContext0, "the SignedData"));
    MANGROVE_TRY(outer.end("the SignedData"));
    auto wrapper = DerReader::inside(wrapped);
    MANGROVE_ASSIGN(const auto signedData, wrapper.expect(der::kSequence, "the SignedData"));
    MANGROVE_TRY(wrapper.end("the SignedData"));

    SignedFile file;
    auto parts = DerReader::inside(signedData);
    MANGROVE_TRY(parts.expectBytes(kVersion1, "the version"));
    MANGROVE_ASSIGN(const auto digests, parts.expect(der::kSet, "the digest algorithms"));
    auto digest = DerReader::inside(digests);
    MANGROVE_TRY(expectAlgorithm(digest, kSha256, "digest algorithm"));
    MANGROVE_TRY(digest.end("the digest algorithm"));
    MANGROVE_TRY(parts.expectBytes(kDetachedData, "the detached content"));
    MANGROVE_ASSIGN(const auto certificates, parts.expect(der::kContext0, "the certificates"));
    MANGROVE_TRY(readCertificates(certificates, file));
    MANGROVE_ASSIGN(const auto signers, parts.expect(der::kSet, "the signers"));
    MANGROVE_TRY(parts.end("the signers"));
    auto signer = DerReader::inside(signers);
    MANGROVE_TRY(readSignerInfo(signer, file));
    return file;
}

Bytes concatenate(std::uint8_t tag, std::initializer_list<ByteView> parts) {
    Bytes content;
    for (const auto& part : parts)
        content.insert(content.end(), part.begin(), part.end());
    Bytes whole{tag};
    if (content.size() < 0x80) {
        whole.push_back(static_cast<std::uint8_t>(content.size()));
    } else {
        Bytes length;
        for (std::size_t rest = content.size(); rest > 0; rest >>= 8U)
            length.insert(length.begin(), static_cast<std::uint8_t>(rest & 0xFFU));
        whole.push_back(static_cast<std::uint8_t>(0x80U | length.size()));
        whole.insert(whole.end(), length.begin(), length.end());
    }
    whole.insert(whole.end(), content.begin(), content.end());
    return whole;
}

struct Parties {
    std::optional<Certificate> signer;
    std::vector<Certificate> others;
};

// The certificate that the signer id names, and the rest.
Result<Parties> assignParties(const SignedFile& file) {
    Parties parties;
    for (const auto& element : file.certificates) {
        auto certificate = Certificate::fromDer(element.whole);
        if (!certificate.ok())
            return Error(errors::kCmsMalformed,
                         {"a certificate cannot be read", std::to_string(element.offset)})
                .withCause(certificate.error());
        const Bytes issuer = derOf(i2d_X509_NAME, X509_get_issuer_name(certificate->handle()));
        const Bytes serial = derOf(i2d_ASN1_INTEGER, X509_get0_serialNumber(certificate->handle()));
        const bool isSigner = same(concatenate(der::kSequence, {issuer, serial}), file.signerId);
        if (isSigner && !parties.signer) {
            // GeneralNames { directoryName [4] issuer }, serial: the only right form of the optional
            // IssuerSerial.
            const Bytes name = concatenate(0xA4, {issuer});
            const Bytes names = concatenate(der::kSequence, {name});
            if (file.issuerSerial && !same(*file.issuerSerial, concatenate(der::kSequence, {names, serial})))
                return Error(errors::kCmsSignerMismatch, {"signingCertificateV2 names another one"});
            parties.signer = std::move(*certificate);
        } else {
            parties.others.push_back(std::move(*certificate));
        }
    }
    if (!parties.signer)
        return Error(errors::kCmsSignerMismatch, {"none of its certificates is the one it names"});
    if (!same(file.certificateHash, parties.signer->fingerprint()))
        return Error(errors::kCmsSignerMismatch, {"the certificate's hash in signingCertificateV2 differs"});
    return parties;
}

Status checkSignature(const SignedFile& file, const Certificate& signer) {
    // What is signed is the attributes as a SET OF, not under their tag [0] (RFC 5652 section 5.4).
    Bytes message(file.attributes.whole.begin(), file.attributes.whole.end());
    message.front() = der::kSet;
    MANGROVE_ASSIGN(const auto key, signer.publicKeyDer());
    const auto good = verifySignature(key, message, file.signature);
    if (!good.ok())
        return Error(errors::kCmsAlgorithm, {"a key that is not P-256"}).withCause(good.error());
    if (!*good)
        return Error(errors::kCmsSignatureWrong);
    return {};
}

} // namespace

Result<SignerInfo> verifyDetached(ByteView p7s, ByteView content, std::string_view caPem, Instant at) {
    MANGROVE_ASSIGN(const auto anchors, certificatesFromPem(caPem));
    MANGROVE_ASSIGN(const auto file, readFile(p7s));
    if (!same(file.messageDigest, sha256(content)))
        return Error(errors::kCmsContentDiffers);
    MANGROVE_ASSIGN(const auto parties, assignParties(file));
    const Certificate& signer = *parties.signer;
    MANGROVE_TRY(checkSignature(file, signer));
    MANGROVE_ASSIGN(const auto way, verifyChain(signer, parties.others, anchors, file.signingTime));
    // Certificates that nothing needs could be altered unseen: each must be one that the chain really used.
    for (const auto& other : parties.others) {
        if (std::ranges::find(way, other.der()) == way.end())
            return Error(errors::kCmsUntrustedSigner,
                         {"it carries a certificate that is not on the way to the authority"});
    }
    if (file.signingTime > at + kClockSkew)
        return Error(errors::kCmsSigningTime, {toIso8601(file.signingTime), "in the future"});
    return SignerInfo{signer.subject(), signer.issuer(), signer.serial(), toHex(signer.fingerprint()),
                      file.signingTime, signer};
}

} // namespace mangrove::crypto
