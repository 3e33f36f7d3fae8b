// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kUsage{"usage", ErrorKind::Usage, "{0}. See 'mangrove --help'."};
inline constexpr ErrorInfo kPassphraseMissing{
    "passphrase-missing", ErrorKind::Usage,
    "A passphrase is needed. Give --passphrase-file or --passphrase-env, or run this on a terminal."};
inline constexpr ErrorInfo kPassphraseEmpty{"passphrase-empty", ErrorKind::Usage, "The passphrase is empty."};
inline constexpr ErrorInfo kPassphraseVariable{"passphrase-variable", ErrorKind::Usage,
                                               "The environment variable {0} is not set."};
inline constexpr ErrorInfo kNoWorkspaceNamed{"no-workspace-named", ErrorKind::Usage,
                                             "Which workspace? Give --workspace FILE, set "
                                             "MANGROVE_WORKSPACE, or work in a folder that holds exactly one "
                                             "*.mangrove file."};
inline constexpr ErrorInfo kNoUserNamed{"no-user-named", ErrorKind::Usage,
                                        "Who is acting? Give --user NAME or set MANGROVE_USER."};

inline constexpr ErrorInfo kDecideOneThing{
    "decide-one-thing", ErrorKind::Usage,
    "Say one thing: --accept, --class CLASS, or --not-identifier. See 'mangrove dataset decide --help'."};
inline constexpr ErrorInfo kDecideWhich{
    "decide-which", ErrorKind::Usage,
    "Which columns? Name them, or give --accept --all for every column that is not decided yet."};

} // namespace mangrove::errors
