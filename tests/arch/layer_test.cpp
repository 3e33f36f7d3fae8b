// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/source_tree.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>
#include <algorithm>

namespace mangrove::test {

QStringList SourceFile::includes() const {
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList names;
    for (auto matches = pattern.globalMatch(QString::fromUtf8(bytes)); matches.hasNext();)
        names << matches.next().captured(1);
    return names;
}

QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& endings) {
    const QString root = QString::fromStdString(test::sourceDir().string()) + QLatin1Char('/');
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator it(root + folder, endings, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.append({file.fileName().mid(root.size()), file.readAll()});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

} // namespace mangrove::test

namespace {

using mangrove::test::SourceFile;
using mangrove::test::sourceFiles;

const QStringList kCode{QStringLiteral("*.h"), QStringLiteral("*.cpp")};

/// What each room may include, itself and base left out: the arrows of ARCHITECTURE.md.
QMap<QString, QStringList> allowedRooms() {
    const QStringList engine{"io", "table", "profile", "classify", "quality", "deid"};
    const QStringList records{"store", "identity", "catalog", "authorization", "audit"};
    QMap<QString, QStringList> allowed{
        {"base", {}},
        {"crypto", {}},
        {"io", {"crypto"}},
        {"table", {"crypto", "io"}},
        {"profile", {"crypto", "io", "table"}},
        {"classify", {"crypto", "io", "table"}},
        {"quality", {"crypto", "io", "table", "classify"}},
        {"deid", {"crypto", "io", "table"}},
        {"store", {"crypto"}},
        {"identity", {"crypto", "store"}},
        {"catalog", {"crypto", "store", "identity"}},
        {"audit", {"crypto", "store", "identity"}},
        {"authorization", {"crypto", "store", "identity", "audit"}},
    };
    allowed["handoff"] = QStringList{"crypto"} + engine + records;
    allowed["workspace"] = allowed["handoff"] + QStringList{"handoff"};
    allowed["demo"] = allowed["workspace"] + QStringList{"workspace"};
    return allowed;
}

class LayerTest : public QObject {
    Q_OBJECT
private slots:
    void everyRoomIncludesOnlyWhatItMay() {
        const auto allowed = allowedRooms();
        const auto files = sourceFiles({"core"}, kCode);
        QVERIFY(files.size() > 10);
        QStringList wrong;
        for (const SourceFile& file : files) {
            const QString room = file.path.section('/', 1, 1);
            QVERIFY2(allowed.contains(room), qPrintable("unknown room " + room));
            for (const QString& include : file.includes()) {
                const QString target = include.section('/', 0, 0);
                if (include.contains('/') && allowed.contains(target) && target != room && target != "base"
                    && !allowed[room].contains(target))
                    wrong << file.path + " includes " + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void coreKnowsNoQt() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"core", "app/cli"}, kCode)) {
            for (const QString& include : file.includes()) {
                if (include.startsWith("Qt") || QRegularExpression("^Q[A-Z]").match(include).hasMatch())
                    wrong << file.path + " includes " + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void onlyTheStoreKnowsSqlite() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"core", "app", "ui"}, kCode)) {
            // The one exception reads databases that are sources and not ours (ARCHITECTURE.md).
            const bool store = (file.path.startsWith("core/store/") && file.path.endsWith(".cpp"))
                               || file.path == "core/io/sqlite_reader.cpp";
            if (!store && file.includes().contains("sqlite3.h"))
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void theUserInterfaceSpeaksNoSql() {
        static const QRegularExpression sql(QStringLiteral(
            "\"\\s*(SELECT\\s.+\\sFROM|INSERT\\s+INTO|UPDATE\\s.+\\sSET|DELETE\\s+FROM|PRAGMA)\\b"));
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"ui", "app"}, kCode)) {
            if (sql.match(QString::fromUtf8(file.bytes)).hasMatch())
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY(sql.match(QStringLiteral("db.exec(\"SELECT name FROM dataset\")")).hasMatch()); // the twin
    }
    void pagesDoNotIncludeOneAnother() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"ui/pages"}, kCode)) {
            const QString page = file.path.count('/') > 2 ? file.path.section('/', 2, 2) : QString();
            for (const QString& include : file.includes()) {
                const QString other = include.startsWith("pages/") && include.count('/') > 1
                                          ? include.section('/', 1, 1)
                                          : QString();
                if (!page.isEmpty() && !other.isEmpty() && other != page)
                    wrong << file.path + " includes " + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void chartsAloneKnowQCustomPlot() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"ui", "app"}, kCode)) {
            for (const QString& include : file.includes()) {
                if (include.contains("qcustomplot", Qt::CaseInsensitive)
                    && !file.path.startsWith("ui/charts/"))
                    wrong << file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void jsonStaysOutOfHeaders() {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({"core"}, {QStringLiteral("*.h")})) {
            for (const QString& include : file.includes()) {
                if (include.startsWith("nlohmann/") && !file.path.endsWith("_internal.h"))
                    wrong << file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

} // namespace

MANGROVE_TEST(LayerTest)
#include "layer_test.moc"
