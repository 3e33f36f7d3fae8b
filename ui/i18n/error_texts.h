// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace mangrove::ui {

/// The error's sentence in the user's language with its arguments filled in, and its place where it has one.
[[nodiscard]] QString errorText(const Error& error);
/// What "Details" folds out: code, English sentence and place of the error and of every cause below it. For
/// copying.
[[nodiscard]] QString errorDetails(const Error& error);

} // namespace mangrove::ui
