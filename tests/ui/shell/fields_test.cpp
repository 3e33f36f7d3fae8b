// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "demo_workbench.h"
#include "pages/dataset/decision_form.h"
#include "pages/page.h"
#include "shown.h"
#include "support/test_registry.h"
#include "widgets/button.h"
#include "widgets/data_table.h"
#include "widgets/details_panel.h"
#include "workspace/column_decisions.h"
#include "workspace/datasets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {

/// Deciding what columns are, by the widgets alone, over a demo workspace.
class FieldsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void columnsThatNeedAPersonComeFirst();
    void aDecisionNeedsAReason();
    void changingRecordsClassAndReason();
    void manyAreAcceptedAtOnce();
    void aChangedColumnShowsItsDecisionAsStale();
    void anEarlierVersionIsChosenToCompareWith();
    void nobodyLoggedInDecidesNothing();

private:
    void settle() { m_workbench->settle(); }
    [[nodiscard]] auto& window() const { return (*m_workbench)->window(); }
    [[nodiscard]] auto& workspace() const { return (*m_workbench)->workspace(); }
    [[nodiscard]] DataTable* table() const;
    [[nodiscard]] DecisionForm* form() const;
    [[nodiscard]] Button* button(const QWidget* in, const QString& text) const;
    template<typename Value>
    [[nodiscard]] Value ask(Result<Value> (*question)(const WorkspaceCall&));
    [[nodiscard]] workspace::FieldList fields();
    [[nodiscard]] std::filesystem::path sourcePath();
    std::unique_ptr<test::DemoWorkbench> m_workbench;
};

void FieldsTest::initTestCase() {
    m_workbench = std::make_unique<test::DemoWorkbench>();
    window().open(PageId::Dataset, QStringLiteral("/fields"));
    settle();
}

void FieldsTest::cleanupTestCase() {
    m_workbench.reset();
}

DataTable* FieldsTest::table() const {
    return test::tableOf(*window().page(PageId::Dataset), "Fields");
}

DecisionForm* FieldsTest::form() const {
    return window().page(PageId::Dataset)->details()->findChild<DecisionForm*>();
}

Button* FieldsTest::button(const QWidget* in, const QString& text) const {
    for (Button* one : in->findChildren<Button*>())
        if (one->text().startsWith(text) && one->isVisible())
            return one;
    return nullptr;
}

template<typename Value>
Value FieldsTest::ask(Result<Value> (*question)(const WorkspaceCall&)) {
    Value answer{};
    bool done = false;
    QObject guard;
    workspace().read<Value>({QStringLiteral("fields"), Lane::Reader, {}, true}, &guard, question,
                            [&](Result<Value> result) {
                                if (result.ok())
                                    answer = std::move(result).value();
                                done = true;
                            });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 60'000); }();
    return answer;
}

workspace::FieldList FieldsTest::fields() {
    return ask<workspace::FieldList>([](const WorkspaceCall& call) -> Result<workspace::FieldList> {
        MANGROVE_ASSIGN(const auto all, workspace::listDatasets(call.workspace));
        return workspace::listFields(call.workspace, all.front().dataset.id);
    });
}

std::filesystem::path FieldsTest::sourcePath() {
    return ask<std::filesystem::path>([](const WorkspaceCall& call) -> Result<std::filesystem::path> {
        MANGROVE_ASSIGN(const auto all, workspace::listDatasets(call.workspace));
        return std::filesystem::path(all.front().dataset.path);
    });
}

void FieldsTest::columnsThatNeedAPersonComeFirst() {
    QVERIFY(table() != nullptr && table()->isVisible());
    const auto list = fields();
    bool waiting = false;
    for (const auto& field : list.fields)
        waiting = waiting || field.state == workspace::FieldState::ToDecide;
    QVERIFY(waiting);
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(list.fields.size()));
    QCOMPARE(table()->model()->index(0, 5).data().toString(), QStringLiteral("To decide"));
    // evidence in words, samples without a whole value
    QVERIFY(!table()->model()->index(0, 3).data().toString().isEmpty());
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        QVERIFY(!table()->model()->index(row, 4).data().toString().contains(QRegularExpression("\\d{6}")));
}

void FieldsTest::aDecisionNeedsAReason() {
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(form() != nullptr);
    QVERIFY(button(form(), QStringLiteral("Accept"))->isEnabled());
    QVERIFY(!button(form(), QStringLiteral("Not an identifier"))->isEnabled());
    QVERIFY(!button(form(), QStringLiteral("Record"))->isEnabled());
    form()->findChild<QLineEdit*>()->setText(QStringLiteral("  "));
    QVERIFY(!button(form(), QStringLiteral("Record"))->isEnabled());
    form()->findChild<QLineEdit*>()->setText(QStringLiteral("seen"));
    QVERIFY(button(form(), QStringLiteral("Not an identifier"))->isEnabled());
    QVERIFY(button(form(), QStringLiteral("Record"))->isEnabled());
}

void FieldsTest::changingRecordsClassAndReason() {
    const std::string name = table()->model()->index(0, 0).data().toString().toStdString();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    form()->findChild<QLineEdit*>()->setText(QStringLiteral("asked the department"));
    form()->findChildren<QComboBox*>().first()->setCurrentIndex(5); // code
    QTest::mouseClick(button(form(), QStringLiteral("Record")), Qt::LeftButton);
    settle();
    for (const auto& field : fields().fields) {
        if (field.proposal.name != name)
            continue;
        QVERIFY(field.state == workspace::FieldState::Decided);
        QVERIFY(field.classification.cls == classify::IdentifierClass::Code);
        QCOMPARE(field.decision->reason, std::string("asked the department"));
        QCOMPARE(field.decision->by, UserId("officer"));
    }
    // the selection stays with the column, wherever it moved
    QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString().toStdString(), name);
}

void FieldsTest::manyAreAcceptedAtOnce() {
    const QWidget* page = window().page(PageId::Dataset);
    // cancelled: nothing happens
    QTest::mouseClick(button(page, QStringLiteral("Accept ")), Qt::LeftButton);
    settle();
    QVERIFY(m_workbench->dialogs().asked().last().contains(QStringLiteral("accepts what is proposed")));
    const auto before = fields();
    QVERIFY(std::any_of(before.fields.begin(), before.fields.end(), [](const workspace::Field& field) {
        return field.state == workspace::FieldState::Proposed;
    }));
    m_workbench->dialogs().answerText(QStringLiteral("read them all"));
    QTest::mouseClick(button(page, QStringLiteral("Accept ")), Qt::LeftButton);
    settle();
    for (const auto& field : fields().fields)
        QVERIFY(field.state == workspace::FieldState::Decided);
    QVERIFY(!button(page, QStringLiteral("Accept the proposals"))->isEnabled());
}

void FieldsTest::aChangedColumnShowsItsDecisionAsStale() {
    // a new file in which the first column says the same in every row
    const QString column = QString::fromStdString(fields().fields.front().proposal.name);
    const std::filesystem::path source = sourcePath();
    const std::string before = test::readAll(source);
    const auto lines = split(before, '\n');
    QVERIFY(lines.size() > 100);
    const std::string_view first = lines[1].substr(0, 3); // lines within a quoted note begin otherwise
    std::string text(lines[0]);
    for (std::size_t i = 1; i < lines.size(); ++i)
        text += "\n"
                + (lines[i].starts_with(first) ? "same" + std::string(lines[i].substr(lines[i].find(',')))
                                               : std::string(lines[i]));
    m_workbench->folder().write(source, text);
    window().open(PageId::Overview);
    settle();
    window().open(PageId::Dataset, QStringLiteral("/fields"));
    settle();
    QWidget* page = window().page(PageId::Dataset);
    QTest::mouseClick(button(page, QStringLiteral("Enter version 2")), Qt::LeftButton);
    settle();
    QTest::mouseClick(button(page, QStringLiteral("Profile and classify")), Qt::LeftButton);
    settle();

    // first in the table, and said in words
    QCOMPARE(table()->model()->index(0, 0).data().toString(), column);
    QCOMPARE(table()->model()->index(0, 5).data().toString(), QStringLiteral("Stale"));
    table()->setCurrentIndex(table()->model()->index(0, 0));
    settle();
    bool said = false;
    for (const QLabel* label : form()->findChildren<QLabel*>())
        said = said || label->text().contains(QStringLiteral("The decision of version 1 is stale"));
    QVERIFY(said);
    // the versions stand side by side
    window().open(PageId::Dataset, QStringLiteral("/changes"));
    settle();
    const DataTable* changes = test::tableOf(*page, "Changes");
    QVERIFY(changes != nullptr && changes->isVisible());
    QCOMPARE(changes->model()->rowCount(), static_cast<int>(fields().fields.size()));
    const QAbstractItemModel& model = *changes->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool renewed = model.index(row, 0).data().toString() == column;
        // no longer different in every row; all others are as they were
        QCOMPARE(model.index(row, 4).data().toString().contains(QStringLiteral("→ 1")), renewed);
        QCOMPARE(model.index(row, 1).data().toString() != QLatin1String("Stable"), renewed);
    }
    window().open(PageId::Dataset, QStringLiteral("/fields"));
    settle();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    settle();
    // a new word settles it
    QTest::mouseClick(button(form(), QStringLiteral("Accept")), Qt::LeftButton);
    settle();
    for (const auto& field : fields().fields)
        QVERIFY(field.proposal.name != column.toStdString() || field.state == workspace::FieldState::Decided);
}

void FieldsTest::anEarlierVersionIsChosenToCompareWith() {
    window().open(PageId::Dataset, QStringLiteral("/changes"));
    settle();
    QWidget* page = window().page(PageId::Dataset);
    QComboBox* with = nullptr;
    for (QComboBox* one : page->findChildren<QComboBox*>())
        if (one->accessibleName() == QLatin1String("Earlier version to compare with"))
            with = one;
    QVERIFY(with != nullptr && !with->isVisible()); // one earlier version leaves no choice
    const auto says = [&](const QString& part) {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    };
    QVERIFY(says(QStringLiteral("as many as version 1")));

    const std::string text = test::readAll(sourcePath());
    m_workbench->folder().write(sourcePath(), text + text.substr(text.rfind("\nsame") + 1));
    window().open(PageId::Overview);
    settle();
    window().open(PageId::Dataset, QStringLiteral("/changes"));
    settle();
    QTest::mouseClick(button(page, QStringLiteral("Enter version 3")), Qt::LeftButton);
    settle();
    QTest::mouseClick(button(page, QStringLiteral("Profile and classify")), Qt::LeftButton);
    settle();
    QVERIFY(with->isVisible());
    QCOMPARE(with->count(), 2);
    QCOMPARE(with->currentText(), QStringLiteral("Version 2"));
    QVERIFY(says(QStringLiteral("; version 2 had")));
    const DataTable* changes = test::tableOf(*page, "Changes");
    const auto changed = [&] {
        int count = 0;
        for (int row = 0; row < changes->model()->rowCount(); ++row)
            count += changes->model()->index(row, 1).data().toString() != QLatin1String("Stable") ? 1 : 0;
        return count;
    };
    QCOMPARE(changed(), 0);
    // by the keyboard: the column that became the same in every row did so since version 1
    with->setFocus();
    QTest::keyClick(with, Qt::Key_Down);
    settle();
    QVERIFY(says(QStringLiteral("; version 1 had")) && !says(QStringLiteral("; version 2 had")));
    QCOMPARE(changed(), 1);
    // the choice stays while the data set is read again
    window().open(PageId::Overview);
    settle();
    window().open(PageId::Dataset, QStringLiteral("/changes"));
    settle();
    QCOMPARE(with->currentText(), QStringLiteral("Version 1"));
    QCOMPARE(changed(), 1);
    window().open(PageId::Dataset, QStringLiteral("/fields"));
    settle();
}

void FieldsTest::nobodyLoggedInDecidesNothing() {
    workspace().logOut();
    settle();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    settle(); // the new form is laid out with the next turn
    QVERIFY(form() != nullptr);
    QVERIFY(!button(form(), QStringLiteral("Accept"))->isEnabled());
    QVERIFY(!button(form(), QStringLiteral("Accept"))->toolTip().isEmpty());
}

} // namespace

MANGROVE_TEST(FieldsTest)
#include "fields_test.moc"
