// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <memory>

struct evp_pkey_st;

/// PKCS#8 (RFC 5958) for both kinds of private keys. Private to the room.
namespace mangrove::crypto {

/// nullptr for anything but one unencrypted key without bytes behind it.
[[nodiscard]] std::shared_ptr<evp_pkey_st> decodePkcs8(ByteView der);
[[nodiscard]] Result<SecretBytes> encodePkcs8(evp_pkey_st* key);

} // namespace mangrove::crypto
