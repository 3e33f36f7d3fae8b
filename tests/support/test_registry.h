// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace mangrove::test {

/// Test classes of one binary. Register with MANGROVE_TEST at namespace scope; main() runs them in order of
/// registration with QTest::qExec and returns the number of failures.
std::vector<std::function<std::unique_ptr<QObject>()>>& registry();

struct Registration {
    explicit Registration(std::function<std::unique_ptr<QObject>()> make);
};

} // namespace mangrove::test

/// Registers the QObject-derived test class `Type`. Include "<file>.moc" after it, as Q_OBJECT in a .cpp
/// needs.
#define MANGROVE_TEST(Type)                                                                                  \
    static const ::mangrove::test::Registration registration##Type([] { return std::make_unique<Type>(); });
