// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace mangrove::io {

/// What a file is by its content, never by its name, as far as it decides who reads it.
enum class ContentKind : std::uint8_t {
    Stream,   ///< text, plain or compressed: opened by ByteSource, which also refuses what is no text
    Zip,      ///< an archive of members that are read as streams
    Workbook, ///< .xlsx
    Sqlite,   ///< an SQLite database
    Folder
};

/// Looks at the first bytes, and at the members of a .zip. "-" is a Stream. Errors: file-not-found,
/// file-not-readable, archive-damaged.
[[nodiscard]] Result<ContentKind> contentKind(const std::filesystem::path& path);

/// Whether text begins with a JSON object, or with an array of objects.
[[nodiscard]] bool looksLikeJson(std::string_view head);

} // namespace mangrove::io
