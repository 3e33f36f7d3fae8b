// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/chain.h"

#include "crypto/openssl_handles.h"

namespace mangrove::crypto {

namespace {

constexpr int kAuthLevel = 2; // 112 bits of security (SSL_CTX_set_security_level(3ssl))
constexpr int kMaxDepth = 4;

struct StackFree {
    void operator()(STACK_OF(X509) * stack) const noexcept {
        sk_X509_free(stack);
    } // the elements are borrowed
};

Error whyNot(X509_STORE_CTX* context, Instant at) {
    const int code = X509_STORE_CTX_get_error(context);
    ERR_clear_error();
    if (code == X509_V_ERR_CERT_NOT_YET_VALID || code == X509_V_ERR_CERT_HAS_EXPIRED)
        return Error(errors::kCmsSigningTime, {toIso8601(at), "outside the validity of a certificate"});
    return Error(errors::kCmsUntrustedSigner, {X509_verify_cert_error_string(code)});
}

} // namespace

Result<std::vector<Bytes>> verifyChain(const Certificate& signer, std::span<const Certificate> intermediates,
                                       std::span<const Certificate> anchors, Instant at) {
    const StorePtr store(X509_STORE_new());
    const StoreContextPtr context(X509_STORE_CTX_new());
    const std::unique_ptr<STACK_OF(X509), StackFree> untrusted(sk_X509_new_null());
    bool ready = store != nullptr && context != nullptr && untrusted != nullptr;
    for (const auto& anchor : anchors)
        ready = ready && X509_STORE_add_cert(store.get(), anchor.handle()) == 1;
    for (const auto& certificate : intermediates)
        ready = ready && sk_X509_push(untrusted.get(), certificate.handle()) > 0;
    if (!ready || X509_STORE_CTX_init(context.get(), store.get(), signer.handle(), untrusted.get()) != 1)
        return cryptoFailure("prepare a chain check");
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(
        rules, static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count()));
    X509_VERIFY_PARAM_set_auth_level(rules, kAuthLevel);
    X509_VERIFY_PARAM_set_depth(rules, kMaxDepth);
    if (X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_X509_STRICT) != 1
        || X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SMIME_SIGN) != 1)
        return cryptoFailure("prepare a chain check");
    if (X509_verify_cert(context.get()) != 1)
        return whyNot(context.get(), at);
    std::vector<Bytes> way;
    STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; i < sk_X509_num(chain); ++i)
        way.push_back(derOf(i2d_X509, sk_X509_value(chain, i)));
    return way;
}

} // namespace mangrove::crypto
