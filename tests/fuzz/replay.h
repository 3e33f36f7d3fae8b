// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::test {

/// What a fuzzer calls: a sentence says what is wrong, empty = all is well.
using ByteCheck = std::string (*)(std::string_view bytes);

/// Every file of the folder whose name ends so, in order of name.
std::vector<std::filesystem::path> seedFiles(const std::filesystem::path& folder, std::string_view ending);

/// Checks the file's bytes and as many mutations of them, with `pieces` put in at random places. The fault
/// comes with the bytes in hex.
std::string replay(const std::filesystem::path& file, int mutations, std::span<const std::string_view> pieces,
                   SeededRandom& random, ByteCheck check);

} // namespace mangrove::test
