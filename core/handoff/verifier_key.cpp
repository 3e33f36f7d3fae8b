// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/verifier_key.h"

#include "audit/checkpoint.h"
#include "base/format.h"
#include "base/hex.h"
#include "handoff/errors.h"

#include <algorithm>

namespace mangrove::handoff {

namespace {

constexpr std::uint8_t kEd25519 = 0x01;

} // namespace

std::string toText(const VerifierKey& key) {
    Bytes typed{kEd25519};
    typed.insert(typed.end(), key.key.begin(), key.key.end());
    return format("{}+{:08x}+{}", key.name, audit::checkpointKeyId(key.name, key.key), toBase64(typed));
}

Result<VerifierKey> parseVerifierKey(std::string_view text) {
    const auto malformed = [](std::string_view why) {
        return Error(errors::kVerifierKeyMalformed, {std::string(why)});
    };
    const std::size_t first = text.find('+');
    const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos)
        return malformed("it has not three parts");
    const auto typed = fromBase64(text.substr(second + 1));
    VerifierKey key;
    if (!typed || typed->size() != key.key.size() + 1 || typed->front() != kEd25519)
        return malformed("it is no Ed25519 key");
    key.name = text.substr(0, first);
    std::copy(typed->begin() + 1, typed->end(), key.key.begin());
    if (toText(key) != text)
        return malformed("its key id does not fit");
    return key;
}

} // namespace mangrove::handoff
