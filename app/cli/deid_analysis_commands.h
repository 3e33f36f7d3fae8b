// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invocation.h"

namespace mangrove::cli {

/// `deid frontier` and `deid quasi`, into the group of the deid commands.
void addDeidAnalysisCommands(CLI::App& group, Invocation& invocation);
/// `deid attack`.
void addDeidAttackCommand(CLI::App& group, Invocation& invocation);

} // namespace mangrove::cli
