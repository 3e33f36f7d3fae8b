// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "handoff/package_contents.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::handoff {

/// What the texts for people need to know besides the contents.
struct ReadmeFacts {
    std::string folder;
    std::string signerName;
    std::string signerFingerprint; ///< hex SHA-256
    std::string caFingerprint;     ///< hex SHA-256
    Instant exported{};
    std::size_t decisions = 0;
    std::vector<std::string> sigFiles; ///< every file of sig/ but the seal, sorted
};

/// The line before and the line after the commands in README.txt: programs may cut them out there.
inline constexpr std::string_view kCommandsBegin = "----8<---- sh ----";
inline constexpr std::string_view kCommandsEnd = "---->8----";

/// A POSIX sh text that verifies the unpacked package when it is run inside the package's own folder; needs
/// find, sort, sed, cut, tr, diff, sha256sum and openssl 3. Prints VERIFIED and exits 0, or says what
/// differs, prints NOT VERIFIED and exits 1. The shell variable CA names another certificate file of the
/// authority. Why each line is there: FORMAT.md.
[[nodiscard]] std::string verificationCommands(const ReadmeFacts& facts);

/// README.txt: Chinese, then English, with the commands once.
[[nodiscard]] std::string readmeText(const PackageContents& contents, const ReadmeFacts& facts);

} // namespace mangrove::handoff
