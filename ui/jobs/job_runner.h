// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

class QThreadPool;
class QTimer;

namespace mangrove::ui {

/// Where a job waits its turn. Jobs of one lane run one after the other in order of submission, except
/// Engine.
enum class Lane : std::uint8_t {
    Engine, ///< files only, never the workspace; as many at once as there are cores
    Reader, ///< reads the workspace through its own connection
    Writer  ///< changes the workspace
};

enum class JobState : std::uint8_t { Waiting, Running, Done, Failed, Cancelled };

struct JobSpec {
    QString title; ///< in the user's language: "Profiling inpatient_visits"
    Lane lane = Lane::Engine;
    QString supersedes; ///< non-empty: an unfinished job with the same context object and key is cancelled
                        ///< and its callback dropped, so that a stale result never overwrites a fresh one
    bool background = false; ///< a quick load: kept out of the jobs list unless it fails or lasts 300 ms
};

using JobId = quint64;

/// What the status bar and the jobs list know of a job. Copied, GUI thread.
struct JobView {
    JobId id = 0;
    QString title;
    JobState state = JobState::Waiting;
    QString phase; ///< stable code of Progress::phase
    quint64 done = 0;
    quint64 total = 0;    ///< 0 = unknown
    qint64 elapsedMs = 0; ///< since it started to run
    QString error;        ///< sentence in the user's language where it failed
    bool background = false;
};

/// Runs everything that takes time. The public members belong to the GUI thread; work runs on pool threads
/// with a RunContext that is stopped by cancel(); progress is polled at 10 Hz; the callback runs in the GUI
/// thread and is dropped when its context object has died or the job was superseded.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    /// Cancels everything and waits for running jobs to end.
    ~JobRunner() override;

    template<typename T>
    using Work = std::function<Result<T>(const RunContext&)>;
    template<typename T>
    using Then = std::function<void(Result<T>)>;

    template<typename T>
    JobId run(const JobSpec& spec, QObject* context, Work<T> work, Then<T> then) {
        auto slot = std::make_shared<std::unique_ptr<Result<T>>>();
        return submit(
            spec, context,
            [slot, work = std::move(work)](const RunContext& run) -> const Error* {
                *slot = std::make_unique<Result<T>>(work(run));
                return (*slot)->ok() ? nullptr : &(*slot)->error();
            },
            [slot, then = std::move(then)] {
                if (then)
                    then(std::move(**slot));
            });
    }

    void cancel(JobId id);
    void cancelAll();
    /// No job waits or runs.
    [[nodiscard]] bool isIdle() const;
    /// Unfinished jobs in order of submission, then finished ones, latest first (at most 50 are kept).
    [[nodiscard]] std::vector<JobView> jobs() const;

Q_SIGNALS:
    void jobAdded(quint64 id);
    void jobChanged(quint64 id);
    void jobFinished(quint64 id);
    /// The last unfinished job has finished and its callback has run without submitting another.
    void idle();

private:
    struct Job;
    using RawWork = std::function<const Error*(const RunContext&)>;
    JobId submit(const JobSpec& spec, QObject* context, RawWork work, std::function<void()> deliver);
    void startNext();
    void finish(JobId id, bool ok, const QString& error, bool cancelled);
    void poll();
    [[nodiscard]] Job* find(JobId id) const;

    std::vector<std::shared_ptr<Job>> m_jobs;
    QThreadPool* m_pool;
    QTimer* m_timer;
    JobId m_next = 1;
};

} // namespace mangrove::ui
