// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invocation.h"

namespace mangrove::cli {

/// `deid utility`, into the group of the deid commands.
void addDeidUtilityCommand(CLI::App& group, Invocation& invocation);

} // namespace mangrove::cli
