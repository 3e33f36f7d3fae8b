// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kUnknownIdentifierKind{
    "identifier-kind-unknown", ErrorKind::NotFound,
    "There is no identifier kind '{0}'. `mangrove identifier list` names all kinds."};
inline constexpr ErrorInfo kRulePackInvalid{
    "rule-pack-invalid", ErrorKind::BadInput,
    "The rule pack {0} is refused: {1}. Correct the file or remove it; no rule of it was used."};
inline constexpr ErrorInfo kClassificationInvalid{"classification-invalid", ErrorKind::BadInput,
                                                  "This is no classification made by Mangrove: {0}."};

} // namespace mangrove::errors
