// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mangrove::ui {

/// How much a button asks to be pressed. At most one Primary on a page.
enum class ButtonKind : std::uint8_t { Secondary, Primary, Quiet, Critical };

/// Dynamic property of a QPushButton by which MangroveStyle knows its kind: int(ButtonKind).
inline constexpr const char* kButtonKindProperty = "mangroveKind";

} // namespace mangrove::ui
