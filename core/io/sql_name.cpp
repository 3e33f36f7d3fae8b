// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sql_name.h"

namespace mangrove::io {

std::string quotedIdentifier(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

} // namespace mangrove::io
