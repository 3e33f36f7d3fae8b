// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"

#include <QtTest>
#ifdef MANGROVE_TEST_GUI
#include <QApplication>
#include <QStandardPaths>
#else
#include <QCoreApplication>
#endif
#include <cstdio>

int main(int argc, char** argv) {
#ifdef MANGROVE_TEST_GUI
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
#else
    QCoreApplication app(argc, argv);
#endif
    if (mangrove::test::registry().empty()) {
        std::fputs("no test class is registered\n", stderr);
        return 1;
    }
    // Qt Test's crash handler calls a debugger, which can wait for ever; a crash should end the run.
    QStringList arguments = QCoreApplication::arguments();
    arguments.insert(1, QStringLiteral("-nocrashhandler"));
    int failures = 0;
    for (const auto& make : mangrove::test::registry())
        failures += QTest::qExec(make().get(), arguments);
    return failures == 0 ? 0 : 1;
}
