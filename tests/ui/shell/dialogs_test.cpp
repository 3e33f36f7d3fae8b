// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/act_dialog.h"
#include "dialogs/scripted_dialogs.h"
#include "dialogs/widget_dialogs.h"
#include "support/test_registry.h"
#include "theme/theme.h"
#include "widgets/button.h"

#include <QApplication>
#include <QLineEdit>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {
ActDialog* openDialog(QWidget& parent) {
    return parent.findChild<ActDialog*>();
}
} // namespace

class DialogsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scriptedAnswersInOrder();
    void theVerbIsOnTheButton();
    void newPassphrasesMustAgree();
    void cancelCallsCancelled();
};

void DialogsTest::scriptedAnswersInOrder() {
    ScriptedDialogs dialogs;
    dialogs.answerAct(true);
    dialogs.answerAct(false);
    int yes = 0;
    int no = 0;
    const ActQuestion question{QStringLiteral("t"), QStringLiteral("What will happen."),
                               QStringLiteral("Do it"), false};
    for (int i = 0; i < 3; ++i)
        dialogs.confirmAct(
            nullptr, question, [&yes] { ++yes; }, [&no] { ++no; });
    QCOMPARE(yes, 1);
    QCOMPARE(no, 2);
    QCOMPARE(dialogs.asked().size(), 3);
    dialogs.answerPassphrase("open sesame");
    std::string got;
    dialogs.askPassphrase(nullptr, {},
                          [&got](const crypto::SecretText& secret) { got = std::string(secret.view()); }, {});
    QCOMPARE(got, std::string("open sesame"));
}

void DialogsTest::theVerbIsOnTheButton() {
    const Theme theme(Theme::Mode::Light);
    QWidget parent;
    WidgetDialogs dialogs;
    bool done = false;
    dialogs.confirmAct(
        &parent,
        {QStringLiteral("Approve"), QStringLiteral("Sentence."), QStringLiteral("Sign and approve"), false},
        [&done] { done = true; }, {});
    ActDialog* dialog = openDialog(parent);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->verb()->text(), QStringLiteral("Sign and approve"));
    QVERIFY(dialog->isVisible());
    dialog->verb()->click();
    QVERIFY(done);
}

void DialogsTest::newPassphrasesMustAgree() {
    const Theme theme(Theme::Mode::Light);
    QWidget parent;
    WidgetDialogs dialogs;
    std::string got;
    dialogs.askPassphrase(&parent, {QStringLiteral("New"), QStringLiteral("S."), QStringLiteral("Set"), true},
                          [&got](const crypto::SecretText& secret) { got = std::string(secret.view()); }, {});
    ActDialog* dialog = openDialog(parent);
    QVERIFY(dialog != nullptr);
    const QList<QLineEdit*> fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    QVERIFY(!dialog->verb()->isEnabled());
    fields[0]->setText(QStringLiteral("short"));
    fields[1]->setText(QStringLiteral("short"));
    QVERIFY(!dialog->verb()->isEnabled());
    fields[0]->setText(QStringLiteral("long enough"));
    QVERIFY(!dialog->verb()->isEnabled());
    fields[1]->setText(QStringLiteral("long enough"));
    QVERIFY(dialog->verb()->isEnabled());
    dialog->verb()->click();
    QCOMPARE(got, std::string("long enough"));
    QVERIFY(fields[0]->text().isEmpty());
}

void DialogsTest::cancelCallsCancelled() {
    const Theme theme(Theme::Mode::Light);
    QWidget parent;
    WidgetDialogs dialogs;
    bool cancelled = false;
    bool done = false;
    dialogs.askText(
        &parent,
        {QStringLiteral("T"),
         QStringLiteral("S."),
         QStringLiteral("Reason"),
         QStringLiteral("Go"),
         {},
         true,
         false},
        [&done](const QString&) { done = true; }, [&cancelled] { cancelled = true; });
    ActDialog* dialog = openDialog(parent);
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->verb()->isEnabled());
    dialog->reject();
    QVERIFY(cancelled);
    QVERIFY(!done);
}

MANGROVE_TEST(DialogsTest)
#include "dialogs_test.moc"
