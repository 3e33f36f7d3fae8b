// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_runner.h"

#include <QAbstractTableModel>

namespace mangrove::ui {

/// The jobs of a JobRunner as a table: title, state, progress, duration. Background jobs appear once they
/// have run for 300 ms or failed. GUI thread.
class JobsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Title, State, Progress, Duration, ColumnCount };
    enum Role : int { JobIdRole = Qt::UserRole + 1 };

    explicit JobsModel(JobRunner& runner, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] const std::vector<JobView>& jobs() const { return m_jobs; }

    /// "Waiting", "Running"… in the user's language.
    [[nodiscard]] static QString stateText(JobState state);
    /// "63 %", "1,284", or "" while nothing is known.
    [[nodiscard]] static QString progressText(const JobView& job);

private:
    void reload();
    JobRunner& m_runner;
    std::vector<JobView> m_jobs;
};

} // namespace mangrove::ui
