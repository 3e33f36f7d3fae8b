// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commands.h"
#include "i18n/translator.h"
#include "support/test_registry.h"

#include <QAction>
#include <QSet>
#include <QtTest>

using namespace mangrove::ui;

class CommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAndShortcutsAreUnique();
    void everyTextIsTranslated();
    void handlersComeAndGo();
};

void CommandsTest::namesAndShortcutsAreUnique() {
    QSet<QString> names;
    QSet<QString> keys;
    for (const CommandInfo& info : commandTable()) {
        const QString name = QString::fromLatin1(info.name);
        QVERIFY2(!names.contains(name), info.name);
        names << name;
        if (info.keys[0] == '\0')
            continue;
        const QKeySequence sequence = QKeySequence::fromString(QString::fromLatin1(info.keys));
        QVERIFY2(!sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown, info.name);
        const QString key = sequence.toString();
        QVERIFY2(!keys.contains(key), info.keys);
        keys << key;
    }
    QVERIFY(keys.contains(QStringLiteral("Ctrl+K")));
    QVERIFY(keys.contains(QStringLiteral("Alt+8")));
}

void CommandsTest::everyTextIsTranslated() {
    Translator translator;
    Commands commands;
    QStringList english;
    for (const CommandInfo& info : commandTable())
        english << Commands::text(info.id);
    QCOMPARE(english.first(), QStringLiteral("Overview"));
    translator.setLanguage(Translator::Language::Chinese);
    commands.retranslate();
    for (const CommandInfo& info : commandTable())
        QVERIFY2(commands.action(info.id)->text() != english.at(static_cast<int>(info.id)), info.name);
    QCOMPARE(commands.action(CommandId::GoOverview)->text(), QStringLiteral("总览"));
}

void CommandsTest::handlersComeAndGo() {
    Commands commands;
    int given = 0;
    QVERIFY(!commands.action(CommandId::Refresh)->isEnabled());
    commands.setHandler(CommandId::Refresh, this, [&given] { given += 1; });
    commands.trigger(CommandId::Refresh);
    QCOMPARE(given, 1);
    commands.setHandler(CommandId::Refresh, this, [&given] { given += 10; });
    commands.trigger(CommandId::Refresh);
    QCOMPARE(given, 11);
    commands.setHandler(CommandId::Refresh, this, {});
    commands.trigger(CommandId::Refresh);
    QCOMPARE(given, 11);
}

MANGROVE_TEST(CommandsTest)
#include "commands_test.moc"
