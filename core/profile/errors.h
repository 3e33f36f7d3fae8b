// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kProfileJsonInvalid{
    "profile-json-invalid", ErrorKind::BadInput,
    "This is not a profile as `mangrove profile --json` writes it ({0}). Make the profile again."};

} // namespace mangrove::errors
