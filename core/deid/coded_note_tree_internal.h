// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/coded_note.h"

#include <nlohmann/json_fwd.hpp>

namespace mangrove::deid {

/// [{"code","args":[…],"text"}]. For .cpp files of this room only.
[[nodiscard]] nlohmann::ordered_json notesTree(const std::vector<CodedNote>& notes);
/// Reads notesTree() back; throws nlohmann's exceptions on anything else.
[[nodiscard]] std::vector<CodedNote> notesFromTree(const nlohmann::ordered_json& tree);

} // namespace mangrove::deid
