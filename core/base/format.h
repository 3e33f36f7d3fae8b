// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

namespace mangrove {

/// fmt stands behind this name so that it can become std::format when the compiler has it.
using fmt::format;

} // namespace mangrove
