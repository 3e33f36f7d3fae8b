// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::audit {

/// Tables audit_event, audit_node, audit_checkpoint, audit_name with their triggers: one step for
/// store::migrate().
[[nodiscard]] std::string_view schemaV1();

} // namespace mangrove::audit
