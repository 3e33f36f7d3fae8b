// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/merkle.h"
#include "base/result.h"
#include "crypto/checkpoint_key.h"

#include <string>
#include <string_view>
#include <vector>

namespace mangrove::audit {

/// One signature line of a note.
struct NoteSignature {
    std::string keyName;
    std::uint32_t keyId = 0; ///< first four bytes of SHA-256(name || 0x0A || 0x01 || key), big-endian
    Bytes signature;         ///< 64 bytes for Ed25519
};

/// A C2SP tlog-checkpoint in a C2SP signed note:
///     <origin>\n<size>\n<base64 root>\n\n— <key name> <base64(key id || signature)>\n
/// (the dash is U+2014). Extension lines are refused, since we write none.
struct SignedCheckpoint {
    std::string origin;
    std::uint64_t size = 0;
    Digest root{};
    std::vector<NoteSignature> signatures; ///< 1…16
    std::string text;                      ///< the whole note, byte for byte

    /// The signed bytes: the three lines with their newlines.
    [[nodiscard]] std::string body() const;
};

/// The key id of an Ed25519 key (type 0x01) of that name.
[[nodiscard]] std::uint32_t checkpointKeyId(std::string_view keyName, const crypto::CheckpointPublicKey& key);

/// kCheckpointBad for names with blanks, control characters or '+', or an origin that is empty or has line
/// breaks.
[[nodiscard]] Result<SignedCheckpoint> signCheckpoint(std::string_view origin, std::uint64_t size,
                                                      const Digest& root, std::string_view keyName,
                                                      const crypto::CheckpointKey& key);
/// Strict; does not check signatures. kCheckpointBad says what is wrong. At most 64 KiB.
[[nodiscard]] Result<SignedCheckpoint> parseCheckpoint(std::string_view note);
/// Whether a signature line of that name and key is there and right. kCheckpointBad where a line of this key
/// is wrong or none is there.
[[nodiscard]] Status verifyCheckpoint(const SignedCheckpoint& checkpoint, std::string_view keyName,
                                      const crypto::CheckpointPublicKey& key);

/// A C2SP tlog-proof: that one leaf is in the tree of a checkpoint.
struct TlogProof {
    std::uint64_t index = 0;
    std::vector<Digest> path;
    SignedCheckpoint checkpoint;
};
[[nodiscard]] std::string toText(const TlogProof& proof);
[[nodiscard]] Result<TlogProof> parseTlogProof(std::string_view text);
/// Checks the signature of the checkpoint and the path from `leaf` (the event's canonical JSON bytes).
/// kProofBad, kCheckpointBad.
[[nodiscard]] Status verifyTlogProof(const TlogProof& proof, ByteView leaf, std::string_view keyName,
                                     const crypto::CheckpointPublicKey& key);

} // namespace mangrove::audit
