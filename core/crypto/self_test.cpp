// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/self_test.h"

#include "crypto/checkpoint_key.h"
#include "crypto/errors.h"
#include "crypto/ff1.h"
#include "crypto/hmac.h"
#include "crypto/primitives.h"
#include "crypto/sha256.h"
#include "crypto/signing_key.h"
#include "crypto/sm3.h"

#include <algorithm>

namespace mangrove::crypto {

namespace {

bool equals(ByteView bytes, std::string_view hex) {
    return toHex(bytes) == hex;
}

Bytes unhex(std::string_view text) {
    return fromHex(text).value_or(Bytes());
}

// FIPS 180-4 example "abc" and 1,000,000 × "a" (through the streaming interface)
bool sha256Holds() {
    Sha256 streaming;
    const std::string block(1000, 'a');
    for (int i = 0; i < 1000; ++i)
        streaming.update(block);
    return equals(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
           && equals(streaming.finish(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// GB/T 32905-2016 appendix A, example 1
bool sm3Holds() {
    return equals(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

// RFC 4231 cases 2 and 6 (a key longer than a block), GM/T 0042-2015 D.3 case 4
bool hmacHolds() {
    const auto shortKey = Hmac::make(SecretBytes::copyOf(asBytes("Jefe")));
    const auto longKey = Hmac::make(SecretBytes::copyOf(Bytes(131, 0xAA)));
    const auto sm3Key = Hmac::make(SecretBytes::copyOf(asBytes("Jefe")), HmacHash::Sm3);
    return shortKey.ok() && longKey.ok() && sm3Key.ok()
           && equals(sm3Key->compute("what do ya want for nothing?"),
                     "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882")
           && equals(shortKey->compute("what do ya want for nothing?"),
                     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
           && equals(longKey->compute("Test Using Larger Than Block-Size Key - Hash Key First"),
                     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

// RFC 7914 section 12, first case; the second one costs 30 ms, too much for every start, and is in the unit
// tests
bool scryptHolds() {
    const auto key = scrypt("", {}, ScryptCost{16, 1, 1}, 64);
    return key.ok()
           && equals(key->view(),
                     "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a75"
                     "3a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
}

// The GCM submission's test case 16 (McGrew and Viega), which is also in NIST's vectors
bool gcmHolds() {
    const auto key =
        SecretBytes::copyOf(unhex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
    const Bytes nonce = unhex("cafebabefacedbaddecaf888");
    const Bytes associated = unhex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const Bytes plain =
        unhex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e24"
              "49a6b525b16aedf5aa0de657ba637b39");
    const auto output = gcmEncrypt(key, nonce, associated, plain);
    if (!output.ok() || !equals(output->tag, "76fc6ece0f4e1768cddf8853bb2d551b")
        || !equals(output->data,
                   "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1"
                   "056828838c5f61e6393ba7a0abcc9f662"))
        return false;
    const auto back = gcmDecrypt(key, nonce, associated, output->data, output->tag);
    auto wrongTag = output->tag;
    wrongTag[0] ^= 1U;
    const auto refused = gcmDecrypt(key, nonce, associated, output->data, wrongTag);
    return back.ok() && back->has_value() && std::ranges::equal((*back)->view(), plain) && refused.ok()
           && !refused->has_value();
}

// RFC 6979 appendix A.2.5: P-256, SHA-256, message "sample"
bool ecdsaHolds() {
    const Bytes key = unhex("3059301306072a8648ce3d020106082a8648ce3d030107034200"
                            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                            "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    const Bytes signature = unhex("3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                  "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    const auto good = verifySignature(key, asBytes("sample"), signature);
    const auto bad = verifySignature(key, asBytes("Sample"), signature);
    const auto made = SigningKey::generate();
    if (!made.ok())
        return false;
    const auto own = made->sign(asBytes("sample"));
    const auto ownKey = made->publicKeyDer();
    if (!own.ok() || !ownKey.ok())
        return false;
    const auto ownGood = verifySignature(*ownKey, asBytes("sample"), *own);
    return good.ok() && *good && bad.ok() && !*bad && ownGood.ok() && *ownGood;
}

// NIST FF1 sample 9 (AES-256, radix 36)
bool ff1Holds() {
    const auto ff1 = Ff1::make(
        SecretBytes::copyOf(unhex("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94")), 36);
    Ff1::Numerals counting;
    for (std::uint16_t i = 0; i < 19; ++i)
        counting.push_back(i);
    const Ff1::Numerals wanted{33, 28, 8, 10, 0, 10, 35, 17, 2, 10, 31, 34, 10, 21, 34, 35, 30, 32, 13};
    const Bytes tweak = unhex("3737373770717273373737");
    return ff1.ok() && ff1->encrypt(counting, tweak) == wanted && ff1->decrypt(wanted, tweak) == counting;
}

// RFC 8032 section 7.1, test 2
bool ed25519Holds() {
    const auto key = CheckpointKey::fromSeed(
        SecretBytes::copyOf(unhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
    if (!key.ok()
        || !equals(key->publicKey(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
        return false;
    const Bytes message{0x72};
    const auto signature = key->sign(message);
    return signature.ok()
           && equals(*signature, "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                 "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
           && verifyCheckpointSignature(key->publicKey(), message, *signature)
           && !verifyCheckpointSignature(key->publicKey(), Bytes{0x73}, *signature);
}

} // namespace

Status runSelfTest() {
    struct Case {
        const char* name;
        bool (*holds)();
    };
    constexpr Case kCases[] = {
        {"SHA-256", sha256Holds},  {"SM3", sm3Holds}, {"HMAC-SHA-256", hmacHolds}, {"scrypt", scryptHolds},
        {"AES-256-GCM", gcmHolds}, {"FF1", ff1Holds}, {"ECDSA P-256", ecdsaHolds}, {"Ed25519", ed25519Holds}};
    for (const auto& test : kCases) {
        if (!test.holds())
            return Error(errors::kCryptoSelfTest, {test.name});
    }
    return {};
}

} // namespace mangrove::crypto
