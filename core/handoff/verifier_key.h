// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/checkpoint_key.h"

#include <string>
#include <string_view>

namespace mangrove::handoff {

/// The public half of the key that signs checkpoints of the audit log.
struct VerifierKey {
    std::string name; ///< as in the signature lines, e.g. "<origin>/<user>"
    crypto::CheckpointPublicKey key{};
};

/// C2SP signed-note verifier key: "<name>+<key id, 8 hex digits>+<base64(0x01 || key)>". For
/// PackageContents::auditLogKey.
[[nodiscard]] std::string toText(const VerifierKey& key);
/// Strict; the key id must be that of name and key. kVerifierKeyMalformed.
[[nodiscard]] Result<VerifierKey> parseVerifierKey(std::string_view text);

} // namespace mangrove::handoff
