// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/checkpoint.h"

#include "audit/errors.h"
#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "crypto/sha256.h"

#include <algorithm>
#include <optional>
#include <span>

namespace mangrove::audit {

namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 "; // U+2014 and a space
constexpr std::string_view kProofHeader = "c2sp.org/tlog-proof@v1";
constexpr std::uint8_t kEd25519Type = 0x01;
constexpr std::size_t kMaxNote = 64U << 10U;
constexpr std::size_t kMaxSignatures = 16;
constexpr std::size_t kMaxPath = 64;

Error bad(std::string why) {
    return Error(errors::kCheckpointBad, {std::move(why)});
}

// White space of Unicode (property White_Space), which key names must not have.
bool isUnicodeSpace(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
           || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
           || c == 0x3000;
}

bool isKeyName(std::string_view name) {
    if (name.empty() || findInvalidUtf8(name) != std::string_view::npos)
        return false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = nextCodePoint(name, at);
        if (c < 0x20 || c == U'+' || isUnicodeSpace(c))
            return false;
    }
    return true;
}

bool isOrigin(std::string_view origin) {
    return !origin.empty() && findInvalidUtf8(origin) == std::string_view::npos
           && std::none_of(origin.begin(), origin.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::optional<Digest> digestFromBase64(std::string_view text) {
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != Digest{}.size())
        return std::nullopt;
    Digest digest{};
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

std::optional<std::uint64_t> decimal(std::string_view text) {
    if (text.size() > 1 && text.front() == '0')
        return std::nullopt;
    return parseUnsigned(text);
}

Result<NoteSignature> parseSignature(std::string_view line) {
    if (!line.starts_with(kDash))
        return bad("a signature line does not begin with a dash");
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !isKeyName(line.substr(0, space)))
        return bad("a signature line has no key name");
    const auto bytes = fromBase64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5)
        return bad("a signature is no base 64 or too short");
    NoteSignature signature{std::string(line.substr(0, space)), 0, Bytes(bytes->begin() + 4, bytes->end())};
    for (std::size_t i = 0; i < 4; ++i)
        signature.keyId = signature.keyId << 8U | (*bytes)[i];
    return signature;
}

} // namespace

std::string SignedCheckpoint::body() const {
    return format("{}\n{}\n{}\n", origin, size, toBase64(root));
}

std::uint32_t checkpointKeyId(std::string_view keyName, const crypto::CheckpointPublicKey& key) {
    const std::uint8_t separator[] = {0x0A, kEd25519Type};
    const Digest digest =
        crypto::Sha256().update(keyName).update(ByteView(separator)).update(ByteView(key)).finish();
    return std::uint32_t{digest[0]} << 24U | std::uint32_t{digest[1]} << 16U | std::uint32_t{digest[2]} << 8U
           | digest[3];
}

Result<SignedCheckpoint> signCheckpoint(std::string_view origin, std::uint64_t size, const Digest& root,
                                        std::string_view keyName, const crypto::CheckpointKey& key) {
    if (!isOrigin(origin))
        return bad("its origin is empty or has control characters");
    if (!isKeyName(keyName))
        return bad("its key name is empty or has blanks or '+'");
    SignedCheckpoint checkpoint{std::string(origin), size, root, {}, {}};
    const std::string body = checkpoint.body();
    MANGROVE_ASSIGN(auto signature, key.sign(asBytes(body)));
    const std::uint32_t id = checkpointKeyId(keyName, key.publicKey());
    Bytes line{static_cast<std::uint8_t>(id >> 24U), static_cast<std::uint8_t>(id >> 16U & 0xFFU),
               static_cast<std::uint8_t>(id >> 8U & 0xFFU), static_cast<std::uint8_t>(id & 0xFFU)};
    line.insert(line.end(), signature.begin(), signature.end());
    checkpoint.text = format("{}\n{}{} {}\n", body, kDash, keyName, toBase64(line));
    checkpoint.signatures.push_back({std::string(keyName), id, std::move(signature)});
    return checkpoint;
}

Result<SignedCheckpoint> parseCheckpoint(std::string_view note) {
    if (note.size() > kMaxNote || findInvalidUtf8(note) != std::string_view::npos)
        return bad("it is too long or no UTF-8");
    if (std::any_of(note.begin(), note.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
        return bad("it has control characters");
    const auto lines = split(note, '\n');
    // Three lines, an empty one, at least one signature, and the empty rest behind the last line break.
    if (lines.size() < 6 || !lines.back().empty())
        return bad("it has too few lines");
    if (!lines[3].empty())
        return bad("it has extension lines");
    const auto size = decimal(lines[1]);
    const auto root = digestFromBase64(lines[2]);
    if (!isOrigin(lines[0]) || !size || !root)
        return bad("its origin, size or root hash is wrong");
    SignedCheckpoint checkpoint{std::string(lines[0]), *size, *root, {}, std::string(note)};
    const auto signatures = std::span(lines).subspan(4, lines.size() - 5);
    if (signatures.size() > kMaxSignatures)
        return bad(format("it has more than {} signatures", kMaxSignatures));
    for (const auto line : signatures) {
        MANGROVE_ASSIGN(auto signature, parseSignature(line));
        checkpoint.signatures.push_back(std::move(signature));
    }
    return checkpoint;
}

Status verifyCheckpoint(const SignedCheckpoint& checkpoint, std::string_view keyName,
                        const crypto::CheckpointPublicKey& key) {
    const std::uint32_t id = checkpointKeyId(keyName, key);
    const std::string body = checkpoint.body();
    bool verified = false;
    for (const auto& signature : checkpoint.signatures) {
        if (signature.keyName != keyName || signature.keyId != id)
            continue;
        if (!crypto::verifyCheckpointSignature(key, asBytes(body), signature.signature))
            return bad(format("the signature of {} does not fit", keyName));
        verified = true;
    }
    if (!verified)
        return bad(format("there is no signature of {} with the expected key", keyName));
    return {};
}

std::string toText(const TlogProof& proof) {
    std::string text = format("{}\nindex {}\n", kProofHeader, proof.index);
    for (const auto& hash : proof.path)
        text += toBase64(hash) + '\n';
    return text + '\n' + proof.checkpoint.text;
}

Result<TlogProof> parseTlogProof(std::string_view text) {
    const auto wrong = [](std::string why) { return Error(errors::kProofBad, {std::move(why)}); };
    const auto headerEnd = text.find("\n\n");
    if (text.size() > 2 * kMaxNote || headerEnd == std::string_view::npos)
        return wrong("it is no tlog-proof");
    auto lines = split(text.substr(0, headerEnd), '\n');
    if (lines.front() != kProofHeader)
        return wrong("it is no tlog-proof of version 1");
    lines.erase(lines.begin());
    // Opaque extra data is not authenticated and means nothing here.
    if (!lines.empty() && lines.front().starts_with("extra "))
        lines.erase(lines.begin());
    if (lines.empty() || !lines.front().starts_with("index "))
        return wrong("its index is missing");
    const auto index = decimal(lines.front().substr(6));
    if (!index || lines.size() > kMaxPath + 1)
        return wrong("its index or its path is wrong");
    TlogProof proof{*index, {}, {}};
    for (const auto line : std::span(lines).subspan(1)) {
        const auto hash = digestFromBase64(line);
        if (!hash)
            return wrong("a hash of its path is wrong");
        proof.path.push_back(*hash);
    }
    MANGROVE_ASSIGN(proof.checkpoint, parseCheckpoint(text.substr(headerEnd + 2)));
    return proof;
}

Status verifyTlogProof(const TlogProof& proof, ByteView leaf, std::string_view keyName,
                       const crypto::CheckpointPublicKey& key) {
    MANGROVE_TRY(verifyCheckpoint(proof.checkpoint, keyName, key));
    if (!verifyInclusion(proof.index, proof.checkpoint.size, hashLeaf(leaf), proof.path,
                         proof.checkpoint.root))
        return Error(errors::kProofBad, {"the event is not at this place of the log"});
    return {};
}

} // namespace mangrove::audit
