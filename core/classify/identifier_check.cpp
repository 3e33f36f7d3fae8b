// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/identifier_check.h"

#include "classify/errors.h"
#include "classify/kind_table.h"
#include "classify/value_form.h"

#include <algorithm>

namespace mangrove::classify {

Result<CheckVerdict> checkIdentifier(std::string_view id, std::string_view value) {
    const IdentifierKind* const kind = findIdentifierKind(id);
    if (kind == nullptr)
        return Error(errors::kUnknownIdentifierKind, {std::string(id)});
    const KindEntry& entry = kindTable()[static_cast<std::size_t>(kind - identifierKinds().data())];
    std::string scratch;
    const std::string_view form = normaliseValue(value, scratch);
    Outcome outcome = no(CheckReason::NoShape);
    if (form.empty())
        outcome = no(CheckReason::Empty);
    else if (entry.check != nullptr)
        outcome = entry.check(form);
    return CheckVerdict{outcome.valid(), std::string(toText(outcome.reason))};
}

} // namespace mangrove::classify
