// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/apply.h"

#include <string>

namespace mangrove::cli {

/// The secrets of a run on plain files: derived from the key file (at least 32 bytes, kBadOption), or, where
/// `keyFile` is empty, random and gone with the process.
[[nodiscard]] Result<deid::Keys> deidKeys(const std::string& keyFile);

/// The key of sealed code indexes, derived from the key file as well.
[[nodiscard]] Result<crypto::SecretBytes> codeIndexKey(const std::string& keyFile);

} // namespace mangrove::cli
