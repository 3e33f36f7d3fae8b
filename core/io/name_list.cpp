// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/name_list.h"

#include "base/text.h"

#include <algorithm>

namespace mangrove::io {

std::string listNames(const std::vector<std::string>& names) {
    constexpr std::size_t kMost = 50;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(names.size(), kMost));
    const std::string list = join(std::vector<std::string>(names.begin(), names.begin() + shown), ", ");
    return names.size() > kMost ? list + ", …" : list;
}

} // namespace mangrove::io
