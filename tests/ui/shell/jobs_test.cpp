// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_runner.h"
#include "jobs/jobs_model.h"
#include "support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QThread>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {
// Work that runs until it is stopped, or until the semaphore lets it go.
JobRunner::Work<int> heldWork(QSemaphore& gate, int value) {
    return [&gate, value](const RunContext& run) -> Result<int> {
        while (!gate.tryAcquire(1, 1)) {
            if (run.cancelled())
                return Error(errors::kCancelled);
        }
        return value;
    };
}
JobSpec laneSpec(Lane lane, const QString& supersedes = {}) {
    return {QStringLiteral("job"), lane, supersedes, false};
}
} // namespace

class JobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversInTheGuiThread();
    void writerJobsTakeTurns();
    void cancelStopsAJob();
    void aStaleResultIsDropped();
    void aDeadContextIsNotCalled();
    void theModelHolds();
};

void JobsTest::deliversInTheGuiThread() {
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::idle);
    QThread* worker = nullptr;
    QThread* caller = nullptr;
    int value = 0;
    runner.run<int>(
        laneSpec(Lane::Engine), this,
        [&worker](const RunContext& run) -> Result<int> {
            worker = QThread::currentThread();
            run.start("reading", 10);
            run.advance(10);
            return 42;
        },
        [&](Result<int> result) {
            caller = QThread::currentThread();
            value = result.ok() ? *result : -1;
        });
    QVERIFY(!runner.isIdle());
    QVERIFY(idle.wait());
    QCOMPARE(value, 42);
    QCOMPARE(caller, QThread::currentThread());
    QVERIFY(worker != caller);
    QVERIFY(runner.isIdle());
    QCOMPARE(runner.jobs().front().state, JobState::Done);
}

void JobsTest::writerJobsTakeTurns() {
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::idle);
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    QList<int> order;
    for (int i = 0; i < 6; ++i) {
        runner.run<int>(
            laneSpec(Lane::Writer), this,
            [&inside, &most, i](const RunContext&) -> Result<int> {
                const int now = ++inside;
                most = std::max(most.load(), now);
                QThread::yieldCurrentThread();
                --inside;
                return i;
            },
            [&order](Result<int> result) { order << *result; });
    }
    QVERIFY(idle.wait());
    QCOMPARE(most.load(), 1);
    QCOMPARE(order, (QList<int>{0, 1, 2, 3, 4, 5}));
}

void JobsTest::cancelStopsAJob() {
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::idle);
    QSemaphore gate;
    QString code;
    const JobId id =
        runner.run<int>(laneSpec(Lane::Engine), this, heldWork(gate, 1), [&code](Result<int> result) {
            code = result.ok() ? QString() : QString::fromStdString(std::string(result.error().code()));
        });
    runner.cancel(id);
    QVERIFY(idle.wait());
    QCOMPARE(code, QStringLiteral("cancelled"));
    QCOMPARE(runner.jobs().front().state, JobState::Cancelled);
}

void JobsTest::aStaleResultIsDropped() {
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::idle);
    QSemaphore gate;
    QList<int> seen;
    const auto note = [&seen](Result<int> result) { seen << (result.ok() ? *result : -1); };
    runner.run<int>(laneSpec(Lane::Reader, QStringLiteral("load")), this, heldWork(gate, 1), note);
    runner.run<int>(laneSpec(Lane::Reader, QStringLiteral("load")), this, heldWork(gate, 2), note);
    gate.release(2);
    QVERIFY(idle.wait());
    QCOMPARE(seen, (QList<int>{2}));
}

void JobsTest::aDeadContextIsNotCalled() {
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::idle);
    QSemaphore gate;
    bool called = false;
    auto context = std::make_unique<QObject>();
    runner.run<int>(laneSpec(Lane::Engine), context.get(), heldWork(gate, 1),
                    [&called](const Result<int>&) { called = true; });
    context.reset();
    gate.release();
    QVERIFY(idle.wait());
    QVERIFY(!called);
}

void JobsTest::theModelHolds() {
    JobRunner runner;
    JobsModel model(runner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy idle(&runner, &JobRunner::idle);
    runner.run<int>(laneSpec(Lane::Engine), this, [](const RunContext&) -> Result<int> { return 1; }, {});
    runner.run<int>({QStringLiteral("quiet"), Lane::Engine, QString(), true}, this,
                    [](const RunContext&) -> Result<int> { return 1; }, {});
    runner.run<int>({QStringLiteral("failing"), Lane::Engine, QString(), true}, this,
                    [](const RunContext&) -> Result<int> { return Error(errors::kFileNotFound, {"x.csv"}); },
                    {});
    QVERIFY(idle.wait());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, JobsModel::Title).data().toString(), QStringLiteral("failing"));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("x.csv")));
    QCOMPARE(model.index(1, JobsModel::State).data().toString(), QStringLiteral("Done"));
}

MANGROVE_TEST(JobsTest)
#include "jobs_test.moc"
