// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobs_model.h"

#include "i18n/format.h"

#include <algorithm>

namespace mangrove::ui {

namespace {
constexpr qint64 kShownAfterMs = 300;
} // namespace

JobsModel::JobsModel(JobRunner& runner, QObject* parent) : QAbstractTableModel(parent), m_runner(runner) {
    connect(&runner, &JobRunner::jobAdded, this, &JobsModel::reload);
    connect(&runner, &JobRunner::jobChanged, this, &JobsModel::reload);
    connect(&runner, &JobRunner::jobFinished, this, &JobsModel::reload);
    reload();
}

void JobsModel::reload() {
    std::vector<JobView> jobs = m_runner.jobs();
    std::erase_if(jobs, [](const JobView& job) {
        return job.background && job.state != JobState::Failed && job.elapsedMs < kShownAfterMs;
    });
    const bool sameRows = std::equal(jobs.begin(), jobs.end(), m_jobs.begin(), m_jobs.end(),
                                     [](const JobView& a, const JobView& b) { return a.id == b.id; });
    if (sameRows) {
        m_jobs = std::move(jobs);
        if (!m_jobs.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_jobs = std::move(jobs);
    endResetModel();
}

int JobsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JobView& job = m_jobs.at(static_cast<std::size_t>(index.row()));
    if (role == JobIdRole)
        return job.id;
    if (role == Qt::ToolTipRole && !job.error.isEmpty())
        return job.error;
    if (role == Qt::TextAlignmentRole && index.column() >= Progress)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Title:
        return job.title;
    case State:
        return stateText(job.state);
    case Progress:
        return progressText(job);
    case Duration:
        return job.state == JobState::Waiting ? QString() : formatDuration(job.elapsedMs);
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Job");
    case State:
        return tr("State");
    case Progress:
        return tr("Progress");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

QString JobsModel::stateText(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return tr("Waiting");
    case JobState::Running:
        return tr("Running");
    case JobState::Done:
        return tr("Done");
    case JobState::Failed:
        return tr("Failed");
    case JobState::Cancelled:
        return tr("Stopped");
    }
    return {};
}

QString JobsModel::progressText(const JobView& job) {
    if (job.state == JobState::Done)
        return {};
    if (job.total > 0)
        return formatShare(double(std::min(job.done, job.total)) / double(job.total), 0);
    return job.done > 0 ? formatCount(job.done) : QString();
}

} // namespace mangrove::ui
