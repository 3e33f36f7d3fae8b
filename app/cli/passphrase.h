// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <CLI/CLI.hpp>
#include <string>

namespace mangrove::cli {

/// Where a passphrase comes from. It never stands on the command line, where every user of the machine sees
/// it.
struct PassphraseSource {
    std::string file;        ///< first line of a file
    std::string environment; ///< name of an environment variable

    /// Adds --passphrase-file and --passphrase-env to `command`, with `prefix` before the word "passphrase".
    void addTo(CLI::App& command, const std::string& prefix = {});
    /// Reads it; without a source it is asked on the terminal, without echo, under `prompt`.
    [[nodiscard]] Result<crypto::SecretText> read(const std::string& prompt) const;
};

} // namespace mangrove::cli
