// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace mangrove::handoff {

/// One name that is the same file on every system and in every tool: [A-Za-z0-9][A-Za-z0-9._-]{0,99}, not
/// ending in a dot, not a device name of Windows (CON, NUL, COM1…).
[[nodiscard]] bool isSafeName(std::string_view name);

/// "a/b/c" of safe names, at most 8 deep and 240 bytes: no absolute path, drive, '..', backslash, blank or
/// control character. kPackagePath names the offence.
[[nodiscard]] Status checkSafePath(std::string_view path);

/// No path twice, none that differs from another only in case, none that is a folder of another.
/// kPackageDuplicate, kPackageCaseClash. `paths` must be safe.
[[nodiscard]] Status checkDistinct(const std::vector<std::string>& paths);

} // namespace mangrove::handoff
