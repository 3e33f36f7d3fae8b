// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"

namespace mangrove::test {

std::vector<std::function<std::unique_ptr<QObject>()>>& registry() {
    static std::vector<std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

Registration::Registration(std::function<std::unique_ptr<QObject>()> make) {
    registry().push_back(std::move(make));
}

} // namespace mangrove::test
