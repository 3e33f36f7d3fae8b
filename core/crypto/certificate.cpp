// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/certificate.h"

#include "base/format.h"
#include "base/text.h"
#include "crypto/openssl_handles.h"
#include "crypto/sha256.h"

#include <algorithm>
#include <ctime>
#include <optional>

#include <openssl/pem.h>

namespace mangrove::crypto {

namespace {

constexpr std::size_t kMaxPem = 256U << 10U;
constexpr std::size_t kMaxCertificates = 16;

Error malformed(std::string why) {
    ERR_clear_error();
    return Error(errors::kCertificateMalformed, {std::move(why)});
}

std::string nameEntry(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string value(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return value;
}

DistinguishedName readName(const X509_NAME* name) {
    return {nameEntry(name, NID_commonName), nameEntry(name, NID_organizationName),
            nameEntry(name, NID_organizationalUnitName), nameEntry(name, NID_userId)};
}

std::optional<Instant> readTime(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(timegm(&parts)));
}

std::string readSerial(const X509* certificate) {
    const BignumPtr number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    if (number == nullptr)
        return {};
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), bytes.data());
    const std::string hex = toHex(bytes);
    return hex.substr(std::min(hex.find_first_not_of('0'), hex.size()));
}

} // namespace

Result<Certificate> Certificate::own(std::shared_ptr<x509_st> handle) {
    Certificate certificate;
    certificate.m_der = derOf(i2d_X509, handle.get());
    const auto from = readTime(X509_get0_notBefore(handle.get()));
    const auto to = readTime(X509_get0_notAfter(handle.get()));
    certificate.m_serial = readSerial(handle.get());
    if (certificate.m_der.empty() || !from || !to || certificate.m_serial.empty())
        return malformed("its dates or its serial number are wrong");
    certificate.m_notBefore = *from;
    certificate.m_notAfter = *to;
    certificate.m_subject = readName(X509_get_subject_name(handle.get()));
    certificate.m_issuer = readName(X509_get_issuer_name(handle.get()));
    certificate.m_isAuthority = X509_check_ca(handle.get()) == 1;
    ERR_clear_error();
    certificate.m_handle = std::move(handle);
    return certificate;
}

Result<Certificate> Certificate::fromDer(ByteView der) {
    const auto* in = der.data();
    X509Ptr parsed(d2i_X509(nullptr, &in, static_cast<long>(der.size())));
    if (parsed == nullptr || in != der.data() + der.size())
        return malformed("it is no single DER certificate");
    MANGROVE_ASSIGN(auto certificate, own(std::shared_ptr<X509>(parsed.release(), X509_free)));
    if (!std::equal(der.begin(), der.end(), certificate.m_der.begin(), certificate.m_der.end()))
        return malformed("its DER encoding is not canonical");
    return certificate;
}

Result<Certificate> Certificate::fromPem(std::string_view pem) {
    MANGROVE_ASSIGN(auto all, certificatesFromPem(pem));
    if (all.size() != 1)
        return malformed(format("there are {} certificates where one is wanted", all.size()));
    return std::move(all.front());
}

Result<std::vector<Certificate>> certificatesFromPem(std::string_view pem) {
    if (pem.size() > kMaxPem)
        return malformed("the file is too long");
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<Certificate> all;
    // PEM_read_bio skips other blocks and text between the blocks; only certificates count.
    while (bio != nullptr && all.size() <= kMaxCertificates) {
        char* name = nullptr;
        char* header = nullptr;
        unsigned char* data = nullptr;
        long size = 0;
        if (PEM_read_bio(bio.get(), &name, &header, &data, &size) != 1)
            break;
        const bool isCertificate = std::string_view(name) == PEM_STRING_X509;
        const Bytes der(data, data + size);
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(data);
        if (!isCertificate)
            return malformed("the file holds something else than certificates");
        MANGROVE_ASSIGN(auto certificate, Certificate::fromDer(der));
        all.push_back(std::move(certificate));
    }
    const bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (all.size() > kMaxCertificates)
        return malformed(format("there are more than {} certificates", kMaxCertificates));
    if (all.empty() || !ended)
        return malformed("there is no complete PEM certificate");
    return all;
}

std::string Certificate::toPem() const {
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    const std::string body = toBase64(m_der);
    for (std::size_t at = 0; at < body.size(); at += 64)
        pem += body.substr(at, 64) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

Digest Certificate::fingerprint() const {
    return sha256(m_der);
}

Result<Bytes> Certificate::publicKeyDer() const {
    Bytes der = derOf(i2d_PUBKEY, X509_get0_pubkey(m_handle.get()));
    if (der.empty())
        return cryptoFailure("read a certificate's key");
    return der;
}

} // namespace mangrove::crypto
