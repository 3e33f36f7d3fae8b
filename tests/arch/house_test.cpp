// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/source_tree.h"
#include "support/test_registry.h"

#include <QMap>
#include <QRegularExpression>
#include <QtTest>

namespace {

using mangrove::test::SourceFile;
using mangrove::test::sourceFiles;

const QStringList kFolders{"app", "core", "ui", "tests", "resources", "translations", "cmake"};

class HouseTest : public QObject {
    Q_OBJECT
private slots:
    void everySourceFileNamesItsLicence() {
        QStringList wrong;
        for (const SourceFile& file :
             sourceFiles(kFolders, {"*.h", "*.cpp", "CMakeLists.txt", "*.cmake", "*.sh", "*.py"})) {
            if (file.path.startsWith("tests/data/"))
                continue;
            const QByteArray head = file.bytes.left(200);
            if (!head.contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void noFileIsAboveTheCeiling() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles(kFolders, {"*.h", "*.cpp"})) {
            const auto lines = file.bytes.count('\n');
            if (lines > 800)
                wrong << QStringLiteral("%1 has %2 lines").arg(file.path).arg(lines);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void headersAreIncludedOnce() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"app", "core", "ui", "tests"}, {"*.h"})) {
            if (!file.bytes.contains("#pragma once"))
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void errorNamesAreUniqueKebabCaseAndSaySomething() {
        static const QRegularExpression info(QStringLiteral(
            "ErrorInfo\\s+(k\\w+)\\s*\\{\\s*\"([^\"]*)\",\\s*ErrorKind::(\\w+),\\s*\"([^\"]*)"));
        static const QRegularExpression kebab(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
        QMap<QString, QString> seen;
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"core", "app/cli"}, {"*.h", "*.cpp"})) {
            for (auto it = info.globalMatch(QString::fromUtf8(file.bytes)); it.hasNext();) {
                const auto match = it.next();
                const QString name = match.captured(2);
                if (!kebab.match(name).hasMatch())
                    wrong << name + " is not kebab-case";
                if (seen.contains(name))
                    wrong << name + " stands in " + seen[name] + " and " + file.path;
                if (match.captured(4).size() < 10)
                    wrong << name + " has no sentence";
                seen[name] = file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY(seen.contains("cancelled"));
    }
};

} // namespace

MANGROVE_TEST(HouseTest)
#include "house_test.moc"
