// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::identity {

/// Tables organisation, app_user, vault, vault_grant, vault_secret: one step for store::migrate().
[[nodiscard]] std::string_view schemaV1();

} // namespace mangrove::identity
