// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace mangrove::ui {

/// What a warning of the reader is about, in the user's language; the code itself where it is a new one.
[[nodiscard]] QString readWarningText(std::string_view code);

} // namespace mangrove::ui
