// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/sealed_box.h"

#include "base/format.h"
#include "base/text.h"
#include "crypto/canonical_json.h"
#include "crypto/errors.h"
#include "crypto/primitives.h"
#include "crypto/sha256.h"

#include <bit>

#include <nlohmann/json.hpp>

namespace mangrove::crypto {

namespace {

constexpr int kVersion = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kCheckBytes = 8;
constexpr std::size_t kMaxPurpose = 200;
constexpr std::size_t kMaxBox = 16U << 20U;
constexpr std::uint64_t kMaxN = 1U << 20U;
constexpr std::uint64_t kMaxMemory = 1U << 30U;

// Everything a box holds, still encoded in its text.
struct Box {
    std::string purpose;
    std::string kdf; ///< "scrypt" or "none"
    ScryptCost cost;
    Bytes salt;
    Bytes nonce;
    Bytes data;
    Bytes tag;

    // The part that GCM authenticates as it stands in the file.
    [[nodiscard]] std::string head() const {
        return format(R"({{"sealed":{},"purpose":{},"kdf":"{}","n":{},"r":{},"p":{},"salt":"{}",)"
                      R"("cipher":"aes-256-gcm","nonce":"{}")",
                      kVersion, canonicalJsonString(purpose), kdf, cost.n, cost.r, cost.p, toBase64(salt),
                      toBase64(nonce));
    }
    [[nodiscard]] std::string text() const {
        std::string all = head() + format(R"(,"data":"{}","tag":"{}")", toBase64(data), toBase64(tag));
        const Digest digest = sha256(all);
        all += format(R"(,"check":"{}"}})", toHex(ByteView(digest).first(kCheckBytes)));
        return all;
    }
};

constexpr ScryptCost kNoCost{0, 0, 0};

Status checkPurpose(std::string_view purpose) {
    if (purpose.size() > kMaxPurpose || findInvalidUtf8(purpose) != std::string_view::npos)
        return Error(errors::kSealedBoxMalformed, {"its purpose is too long or no UTF-8"});
    return {};
}

Result<std::string> sealBox(Box box, const SecretBytes& key, ByteView plain, RandomSource& random) {
    box.nonce.resize(kGcmNonceBytes);
    random.fill(box.nonce);
    MANGROVE_ASSIGN(auto output, gcmEncrypt(key, box.nonce, asBytes(box.head()), plain));
    box.data = std::move(output.data);
    box.tag.assign(output.tag.begin(), output.tag.end());
    return box.text();
}

class BoxReader {
public:
    explicit BoxReader(std::string_view text) : m_text(text) {}

    Result<Box> read() {
        if (m_text.size() > kMaxBox)
            return malformed("it is too long");
        // Depth is bounded: the only object is the outer one, anything nested fails the member checks below.
        int depth = 0;
        const auto shallow = [&](int at, nlohmann::json::parse_event_t, nlohmann::json&) {
            depth = std::max(depth, at);
            return at <= 1;
        };
        m_json = nlohmann::json::parse(m_text.begin(), m_text.end(), shallow, false);
        if (!m_json.is_object() || depth > 1)
            return malformed("it is no flat JSON object");
        MANGROVE_ASSIGN(const auto version, number("sealed"));
        if (version != kVersion)
            return Error(errors::kSealedBoxVersion, {std::to_string(version), std::to_string(kVersion)});
        return members();
    }

private:
    static Error malformed(std::string why) { return Error(errors::kSealedBoxMalformed, {std::move(why)}); }

    Result<std::uint64_t> number(const char* name) const {
        const auto found = m_json.find(name);
        if (found == m_json.end() || !found->is_number_unsigned())
            return malformed(format("'{}' is missing or no number", name));
        return found->get<std::uint64_t>();
    }
    Result<std::string> string(const char* name) const {
        const auto found = m_json.find(name);
        if (found == m_json.end() || !found->is_string())
            return malformed(format("'{}' is missing or no text", name));
        return found->get<std::string>();
    }
    Result<Bytes> bytes(const char* name) const {
        MANGROVE_ASSIGN(const auto text, string(name));
        auto decoded = fromBase64(text);
        if (!decoded)
            return malformed(format("'{}' is no base 64", name));
        return std::move(*decoded);
    }
    Result<Box> members() const {
        Box box;
        MANGROVE_ASSIGN(box.purpose, string("purpose"));
        MANGROVE_ASSIGN(box.kdf, string("kdf"));
        MANGROVE_ASSIGN(box.cost.n, number("n"));
        MANGROVE_ASSIGN(const auto r, number("r"));
        MANGROVE_ASSIGN(const auto p, number("p"));
        MANGROVE_ASSIGN(box.salt, bytes("salt"));
        MANGROVE_ASSIGN(box.nonce, bytes("nonce"));
        MANGROVE_ASSIGN(box.data, bytes("data"));
        MANGROVE_ASSIGN(box.tag, bytes("tag"));
        const bool withKey = box.kdf == "none";
        if (!withKey && box.kdf != "scrypt")
            return malformed("its key derivation is unknown");
        if (box.nonce.size() != kGcmNonceBytes || box.tag.size() != kGcmTagBytes
            || box.salt.size() != (withKey ? 0 : kSaltBytes))
            return malformed("a length is wrong");
        if (r > 0xFFFFFFFFU || p > 0xFFFFFFFFU)
            return Error(errors::kSealedBoxCost,
                         {std::to_string(box.cost.n), std::to_string(r), std::to_string(p)});
        box.cost.r = static_cast<std::uint32_t>(r);
        box.cost.p = static_cast<std::uint32_t>(p);
        return exact(std::move(box));
    }
    // Only the bytes that seal() writes: a second spelling of the same box would be a way to alter it unseen.
    Result<Box> exact(Box box) const {
        const std::string again = box.text();
        if (again == m_text)
            return box;
        const std::size_t beforeCheck = again.size() - (2 * kCheckBytes + 2);
        if (again.size() == m_text.size() && again.substr(0, beforeCheck) == m_text.substr(0, beforeCheck))
            return Error(errors::kSealedBoxDamaged, {box.purpose.empty() ? "it" : "'" + box.purpose + "'"});
        return malformed("it is not written as Mangrove writes it");
    }

    std::string_view m_text;
    nlohmann::json m_json;
};

std::string named(std::string_view purpose) {
    return purpose.empty() ? "the sealed box" : "'" + std::string(purpose) + "'";
}

Result<Box> openFor(std::string_view text, std::string_view kdf, std::string_view purpose) {
    MANGROVE_ASSIGN(auto box, BoxReader(text).read());
    if (box.kdf != kdf)
        return Error(errors::kSealedBoxMalformed, {"it is sealed in another way"});
    if (box.purpose != purpose)
        return Error(errors::kSealedBoxPurpose, {box.purpose, std::string(purpose)});
    return box;
}

Result<SecretBytes> decrypt(const Box& box, const SecretBytes& key) {
    MANGROVE_ASSIGN(auto plain, gcmDecrypt(key, box.nonce, asBytes(box.head()), box.data, box.tag));
    if (!plain)
        return Error(errors::kWrongPassphrase, {named(box.purpose)});
    return std::move(*plain);
}

} // namespace

Status ScryptCost::validate() const {
    // Bounds before products, so that nothing overflows.
    const bool allowed = n >= 16 && n <= kMaxN && std::has_single_bit(n) && r >= 1 && r <= 32 && p >= 1
                         && p <= 16 && 128 * n * r <= kMaxMemory;
    if (!allowed)
        return Error(errors::kSealedBoxCost, {std::to_string(n), std::to_string(r), std::to_string(p)});
    return {};
}

Result<std::string> seal(ByteView plain, const SecretText& passphrase, const ScryptCost& cost,
                         RandomSource& random, std::string_view purpose) {
    MANGROVE_TRY(cost.validate());
    MANGROVE_TRY(checkPurpose(purpose));
    Box box{std::string(purpose), "scrypt", cost, Bytes(kSaltBytes), {}, {}, {}};
    random.fill(box.salt);
    MANGROVE_ASSIGN(const auto key, scrypt(passphrase.view(), box.salt, cost, kGcmKeyBytes));
    return sealBox(std::move(box), key, plain, random);
}

Result<SecretBytes> unseal(std::string_view box, const SecretText& passphrase, std::string_view purpose) {
    MANGROVE_ASSIGN(const auto opened, openFor(box, "scrypt", purpose));
    MANGROVE_TRY(opened.cost.validate());
    MANGROVE_ASSIGN(const auto key, scrypt(passphrase.view(), opened.salt, opened.cost, kGcmKeyBytes));
    return decrypt(opened, key);
}

Result<std::string> sealWithKey(ByteView plain, const SecretBytes& key, RandomSource& random,
                                std::string_view purpose) {
    MANGROVE_TRY(checkPurpose(purpose));
    return sealBox(Box{std::string(purpose), "none", kNoCost, {}, {}, {}, {}}, key, plain, random);
}

Result<SecretBytes> unsealWithKey(std::string_view box, const SecretBytes& key, std::string_view purpose) {
    MANGROVE_ASSIGN(const auto opened, openFor(box, "none", purpose));
    if (!(opened.cost == kNoCost))
        return Error(errors::kSealedBoxMalformed, {"a box under a key has no cost"});
    return decrypt(opened, key);
}

} // namespace mangrove::crypto
