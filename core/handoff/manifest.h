// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/digest.h"

#include <map>
#include <string>
#include <string_view>

namespace mangrove::handoff {

/// Path below the package's folder -> digest, sorted by path as bytes.
using Manifest = std::map<std::string, crypto::Digest>;

/// "<64 lower-case hex digits><two blanks><path>\n" a line (RFC 8493, 2.1.3; what sha256sum prints and
/// reads).
[[nodiscard]] std::string toText(const Manifest& manifest);

/// Only what toText() writes: sorted, lower case, two blanks, LF, final LF, safe paths, none twice. Looser
/// spellings that sha256sum -c would take (upper case, '*', CR LF) are refused, so that one list of digests
/// has one text. kManifestMalformed with the line. At most 20,000 lines.
[[nodiscard]] Result<Manifest> parseManifest(std::string_view text, std::string_view fileName);

} // namespace mangrove::handoff
