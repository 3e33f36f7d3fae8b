// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/system_random.h"
#include "passphrase.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace mangrove::cli {

/// Which workspace a record command works on.
struct WorkspaceOption {
    std::string file;

    void addTo(CLI::App& command);
    /// --workspace, else MANGROVE_WORKSPACE, else the only *.mangrove file of the current folder.
    [[nodiscard]] Result<std::unique_ptr<workspace::Workspace>> open() const;
};

/// Who acts: --user (or MANGROVE_USER) and her passphrase.
struct UserOption {
    std::string user;
    PassphraseSource passphrase;

    void addTo(CLI::App& command);
    [[nodiscard]] Result<workspace::Session> login(workspace::Workspace& workspace) const;
};

/// The computer's clock and random numbers, for the life of the process.
[[nodiscard]] const workspace::Environment& systemEnvironment();

} // namespace mangrove::cli
