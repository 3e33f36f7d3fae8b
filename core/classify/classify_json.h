// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "classify/column_classification.h"
#include "classify/text_scan.h"

#include <span>
#include <string>
#include <string_view>

namespace mangrove::classify {

/// The object `mangrove classify --json` prints (cli.md), with further keys. One line per column, LF at the
/// end, same input same bytes.
[[nodiscard]] std::string toJson(const TableClassification& classification);
/// Reads what toJson wrote. Fails with kClassificationInvalid on anything else.
[[nodiscard]] Result<TableClassification> classificationFromJson(std::string_view json);

/// The array `mangrove identifier list --json` prints.
[[nodiscard]] std::string identifierListJson();
/// One object of `mangrove scan --json` without line end: {"line","entities":[…],"unresolvedNames"}.
/// `unresolved` = unresolvedNames() of the text.
[[nodiscard]] std::string scanLineJson(std::uint64_t line, std::span<const TextEntity> entities,
                                       std::uint64_t unresolved);
/// One object of `mangrove identifier check --json` without line end.
[[nodiscard]] std::string identifierCheckJson(std::string_view id, std::string_view value, bool valid,
                                              std::string_view reason);

} // namespace mangrove::classify
