// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kPackageContents{"package-contents", ErrorKind::BadInput,
                                            "The package cannot be built: {0}."};
inline constexpr ErrorInfo kPackagePayloadChanged{
    "package-payload-changed", ErrorKind::Conflict,
    "The released file {0} is not the one the permit names: its SHA-256 is {1}, expected {2}."};
inline constexpr ErrorInfo kPackageWrite{"package-write", ErrorKind::Io,
                                         "The package {0} cannot be written: {1}. Nothing was left "
                                         "half-written; free space or choose another folder."};

} // namespace mangrove::errors
