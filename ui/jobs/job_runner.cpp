// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_runner.h"

#include "i18n/error_texts.h"

#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <stop_token>

namespace mangrove::ui {

namespace {
constexpr int kPollMs = 100;
constexpr std::size_t kFinishedKept = 50;
} // namespace

struct JobRunner::Job {
    JobId id = 0;
    JobSpec spec;
    QPointer<QObject> context;
    bool hasContext = false;
    RawWork work;
    std::function<void()> deliver;
    JobState state = JobState::Waiting;
    bool dropped = false; ///< superseded: its result is not delivered
    std::stop_source stop;
    Progress progress;
    QElapsedTimer timer;
    qint64 elapsedMs = 0;
    QString error;

    [[nodiscard]] bool finished() const { return state != JobState::Waiting && state != JobState::Running; }
};

JobRunner::JobRunner(QObject* parent)
    : QObject(parent), m_pool(new QThreadPool(this)), m_timer(new QTimer(this)) {
    // The two workspace lanes hold a thread each while engine jobs take the cores.
    m_pool->setMaxThreadCount(std::max(2, QThread::idealThreadCount()) + 2);
    m_timer->setInterval(kPollMs);
    connect(m_timer, &QTimer::timeout, this, &JobRunner::poll);
}

JobRunner::~JobRunner() {
    for (const auto& job : m_jobs)
        job->stop.request_stop();
    m_jobs.clear();
    m_pool->waitForDone();
}

JobId JobRunner::submit(const JobSpec& spec, QObject* context, RawWork work, std::function<void()> deliver) {
    if (!spec.supersedes.isEmpty()) {
        for (const auto& older : m_jobs) {
            if (!older->finished() && older->context == context
                && older->spec.supersedes == spec.supersedes) {
                older->dropped = true;
                older->stop.request_stop();
            }
        }
    }
    auto job = std::make_shared<Job>();
    job->id = m_next++;
    job->spec = spec;
    job->context = context;
    job->hasContext = context != nullptr;
    job->work = std::move(work);
    job->deliver = std::move(deliver);
    m_jobs.push_back(job);
    Q_EMIT jobAdded(job->id);
    startNext();
    return job->id;
}

void JobRunner::startNext() {
    const auto running = [this](Lane lane) {
        return std::count_if(m_jobs.begin(), m_jobs.end(), [lane](const auto& job) {
            return job->state == JobState::Running && job->spec.lane == lane;
        });
    };
    for (const auto& job : std::vector<std::shared_ptr<Job>>(m_jobs)) {
        if (job->state != JobState::Waiting)
            continue;
        const auto limit = job->spec.lane == Lane::Engine ? std::max(1, QThread::idealThreadCount()) : 1;
        if (running(job->spec.lane) >= limit)
            continue;
        job->state = JobState::Running;
        job->timer.start();
        Q_EMIT jobChanged(job->id);
        m_pool->start([this, job] {
            const RunContext run{job->stop.get_token(), &job->progress};
            QString text;
            bool cancelled = false;
            const Error* error = job->work(run);
            if (error != nullptr) {
                cancelled = error->kind() == ErrorKind::Cancelled;
                text = errorText(*error);
            }
            // The destructor waits for this thread, so `this` lives; a pending call dies with the runner.
            QMetaObject::invokeMethod(
                this,
                [this, id = job->id, ok = error == nullptr, text, cancelled] {
                    finish(id, ok, text, cancelled);
                },
                Qt::QueuedConnection);
        });
    }
    if (!isIdle() && !m_timer->isActive())
        m_timer->start();
}

void JobRunner::finish(JobId id, bool ok, const QString& error, bool cancelled) {
    Job* found = find(id);
    if (found == nullptr)
        return;
    const auto job = *std::find_if(m_jobs.begin(), m_jobs.end(), [id](const auto& j) { return j->id == id; });
    job->elapsedMs = job->timer.elapsed();
    job->state = ok ? JobState::Done : (cancelled ? JobState::Cancelled : JobState::Failed);
    job->error = error;
    job->work = nullptr;
    const bool wanted = !job->dropped && (!job->hasContext || job->context);
    const auto deliver = std::move(job->deliver);
    job->deliver = nullptr;
    if (wanted && deliver)
        deliver();
    Q_EMIT jobFinished(id);
    std::size_t kept = 0;
    for (auto it = m_jobs.rbegin(); it != m_jobs.rend();) {
        const bool forget =
            (*it)->finished()
            && (++kept > kFinishedKept || ((*it)->spec.background && (*it)->state != JobState::Failed));
        if (forget)
            it = std::make_reverse_iterator(m_jobs.erase(std::next(it).base()));
        else
            ++it;
    }
    startNext();
    if (isIdle()) {
        m_timer->stop();
        Q_EMIT idle();
    }
}

void JobRunner::poll() {
    for (const auto& job : std::vector<std::shared_ptr<Job>>(m_jobs)) {
        if (job->state == JobState::Running) {
            job->elapsedMs = job->timer.elapsed();
            Q_EMIT jobChanged(job->id);
        }
    }
}

void JobRunner::cancel(JobId id) {
    if (Job* job = find(id); job != nullptr)
        job->stop.request_stop();
}

void JobRunner::cancelAll() {
    for (const auto& job : m_jobs)
        job->stop.request_stop();
}

bool JobRunner::isIdle() const {
    return std::all_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) { return job->finished(); });
}

std::vector<JobView> JobRunner::jobs() const {
    const auto view = [](const Job& job) {
        JobView v;
        v.id = job.id;
        v.title = job.spec.title;
        v.state = job.state;
        v.phase = QString::fromLatin1(job.progress.phase.load(std::memory_order_relaxed));
        v.done = job.progress.done.load(std::memory_order_relaxed);
        v.total = job.progress.total.load(std::memory_order_relaxed);
        v.elapsedMs = job.elapsedMs;
        v.error = job.error;
        v.background = job.spec.background;
        return v;
    };
    std::vector<JobView> result;
    for (const auto& job : m_jobs) {
        if (!job->finished())
            result.push_back(view(*job));
    }
    for (auto it = m_jobs.rbegin(); it != m_jobs.rend(); ++it) {
        if ((*it)->finished())
            result.push_back(view(**it));
    }
    return result;
}

JobRunner::Job* JobRunner::find(JobId id) const {
    const auto it =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const auto& job) { return job->id == id; });
    return it == m_jobs.end() ? nullptr : it->get();
}

} // namespace mangrove::ui
