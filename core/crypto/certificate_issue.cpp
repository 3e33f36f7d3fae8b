// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/text.h"
#include "crypto/certificate.h"
#include "crypto/openssl_handles.h"

#include <algorithm>
#include <array>

namespace mangrove::crypto {

namespace {

constexpr std::size_t kMaxNameCharacters = 64; // RFC 5280 appendix A, ub-common-name and its sisters
constexpr std::size_t kSerialBytes = 16;

Error refuse(std::string why) {
    return Error(errors::kCertificateRequest, {std::move(why)});
}

Status checkPart(std::string_view what, const std::string& text) {
    if (findInvalidUtf8(text) != std::string::npos)
        return refuse(format("its {} is no UTF-8", what));
    if (codePointCount(text) > kMaxNameCharacters)
        return refuse(format("its {} has more than {} characters", what, kMaxNameCharacters));
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return refuse(format("its {} has a control character", what));
    return {};
}

Status addEntry(X509_NAME* name, int nid, const std::string& text) {
    if (text.empty())
        return {};
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, bytes, static_cast<int>(text.size()), -1, 0)
        != 1)
        return cryptoFailure("write a name");
    return {};
}

Status setSubject(X509* certificate, const DistinguishedName& subject) {
    if (subject.commonName.empty())
        return refuse("its name is empty");
    MANGROVE_TRY(checkPart("name", subject.commonName));
    MANGROVE_TRY(checkPart("organisation", subject.organisation));
    MANGROVE_TRY(checkPart("unit", subject.organisationalUnit));
    MANGROVE_TRY(checkPart("login name", subject.userId));
    X509_NAME* name = X509_get_subject_name(certificate);
    MANGROVE_TRY(addEntry(name, NID_organizationName, subject.organisation));
    MANGROVE_TRY(addEntry(name, NID_organizationalUnitName, subject.organisationalUnit));
    MANGROVE_TRY(addEntry(name, NID_commonName, subject.commonName));
    return addEntry(name, NID_userId, subject.userId);
}

Status setSerial(X509* certificate, RandomSource& random) {
    std::array<std::uint8_t, kSerialBytes> bytes{};
    random.fill(bytes);
    bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0x7FU) | 0x40U); // positive, and always 16 bytes long
    const BignumPtr number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    const IntegerPtr serial(number != nullptr ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    if (serial == nullptr || X509_set_serialNumber(certificate, serial.get()) != 1)
        return cryptoFailure("set a serial number");
    return {};
}

Instant addYears(Instant instant, int years) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    auto date = std::chrono::year_month_day(day) + std::chrono::years(years);
    if (!date.ok()) // 29 February
        date = date.year() / date.month() / std::chrono::last;
    return std::chrono::sys_days(date) + (instant - day);
}

Status setValidity(X509* certificate, Instant from, Instant to) {
    const auto set = [](ASN1_TIME* time, Instant instant) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
        return ASN1_TIME_set(time, static_cast<time_t>(seconds)) != nullptr;
    };
    if (!set(X509_getm_notBefore(certificate), from) || !set(X509_getm_notAfter(certificate), to))
        return cryptoFailure("set a validity");
    return {};
}

Status addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_nconf_nid(nullptr, &context, nid, value));
    if (extension == nullptr || X509_add_ext(certificate, extension.get(), -1) != 1)
        return cryptoFailure("write an extension");
    return {};
}

// Everything but validity, issuer and extensions.
Result<X509Ptr> begin(const SigningKey& key, const DistinguishedName& subject, RandomSource& random) {
    X509Ptr certificate(X509_new());
    if (certificate == nullptr || X509_set_version(certificate.get(), X509_VERSION_3) != 1
        || X509_set_pubkey(certificate.get(), key.handle()) != 1)
        return cryptoFailure("make a certificate");
    MANGROVE_TRY(setSerial(certificate.get(), random));
    MANGROVE_TRY(setSubject(certificate.get(), subject));
    return certificate;
}

Result<Certificate> finish(X509Ptr certificate, const SigningKey& authorityKey) {
    if (X509_sign(certificate.get(), authorityKey.handle(), EVP_sha256()) <= 0)
        return cryptoFailure("sign a certificate");
    const Bytes der = derOf(i2d_X509, certificate.get());
    return Certificate::fromDer(der);
}

} // namespace

Result<Certificate> makeAuthority(const SigningKey& key, const AuthorityRequest& request, const Clock& clock,
                                  RandomSource& random) {
    if (request.years < 1 || request.years > 50)
        return refuse("it must hold for 1 to 50 years");
    const Instant now = clock.now();
    MANGROVE_ASSIGN(auto certificate, begin(key, {request.commonName, request.organisation, {}, {}}, random));
    X509* raw = certificate.get();
    if (X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1)
        return cryptoFailure("write a name");
    MANGROVE_TRY(setValidity(raw, now - std::chrono::days(1), addYears(now, request.years)));
    MANGROVE_TRY(addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0"));
    MANGROVE_TRY(addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign"));
    MANGROVE_TRY(addExtension(raw, raw, NID_subject_key_identifier, "hash"));
    return finish(std::move(certificate), key);
}

Result<Certificate> issueCertificate(const SigningKey& authorityKey, const Certificate& authority,
                                     const SigningKey& subjectKey, const CertificateRequest& request,
                                     const Clock& clock, RandomSource& random) {
    const Instant now = clock.now();
    if (!authority.isAuthority() || X509_check_private_key(authority.handle(), authorityKey.handle()) != 1) {
        ERR_clear_error();
        return refuse("the authority's certificate is not one of an authority with this key");
    }
    if (request.years < 1 || request.years > 50)
        return refuse("it must hold for 1 to 50 years");
    if (now >= authority.notAfter() || now < authority.notBefore())
        return refuse("the authority's certificate is not valid today");
    MANGROVE_ASSIGN(auto certificate, begin(subjectKey, request.subject, random));
    X509* raw = certificate.get();
    X509* issuer = authority.handle();
    if (X509_set_issuer_name(raw, X509_get_subject_name(issuer)) != 1)
        return cryptoFailure("write a name");
    MANGROVE_TRY(setValidity(raw, std::max(now - std::chrono::days(1), authority.notBefore()),
                             std::min(addYears(now, request.years), authority.notAfter())));
    MANGROVE_TRY(addExtension(raw, issuer, NID_basic_constraints, "critical,CA:FALSE"));
    MANGROVE_TRY(addExtension(raw, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation"));
    MANGROVE_TRY(addExtension(raw, issuer, NID_ext_key_usage, "emailProtection"));
    MANGROVE_TRY(addExtension(raw, issuer, NID_subject_key_identifier, "hash"));
    MANGROVE_TRY(addExtension(raw, issuer, NID_authority_key_identifier, "keyid:always"));
    return finish(std::move(certificate), authorityKey);
}

} // namespace mangrove::crypto
