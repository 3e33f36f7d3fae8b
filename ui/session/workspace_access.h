// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"
#include "crypto/sealed_box.h"
#include "jobs/job_runner.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

namespace mangrove::workspace {
class Workspace;
class Session;
} // namespace mangrove::workspace

namespace mangrove::ui {

/// What work on the workspace is given. Valid only during the call, on the lane's thread.
struct WorkspaceCall {
    workspace::Workspace& workspace;
    const workspace::Session*
        session; ///< the logged-in user's unlocked session; nullptr while nobody is logged in
    const RunContext& run;
};

/// Who works here. GUI thread copy.
struct CurrentUser {
    UserId id;
    QString name;
    QStringList roles; ///< stable names of identity::Role
};

/// The one door from the workbench to the open workspace file. Public members belong to the GUI thread.
/// read() and write() queue work on the reader and writer lanes of the JobRunner; the workspace object never
/// leaves them.
class WorkspaceAccess : public QObject {
    Q_OBJECT
public:
    /// `random` gives ids and keys, `scrypt` is the cost of new passphrase boxes; both references outlive
    /// this.
    WorkspaceAccess(JobRunner& jobs, const Clock& clock, RandomSource& random, crypto::ScryptCost scrypt = {},
                    QObject* parent = nullptr);
    ~WorkspaceAccess() override;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString organisation() const;
    [[nodiscard]] bool isDemo() const;
    /// nullptr while locked.
    [[nodiscard]] const CurrentUser* user() const;
    [[nodiscard]] bool hasRole(const QString& role) const;
    [[nodiscard]] const Clock& clock() const { return m_clock; }

    /// Work that only reads; it sees the last committed state. Several pages may read while a long write
    /// runs.
    template<typename T>
    JobId read(JobSpec spec, QObject* context, std::function<Result<T>(const WorkspaceCall&)> work,
               JobRunner::Then<T> then) {
        spec.lane = Lane::Reader;
        return m_jobs.run<T>(spec, context, wrap<T>(Lane::Reader, std::move(work)), std::move(then));
    }
    /// Work that changes the workspace, or takes a signature. changed() follows a success.
    template<typename T>
    JobId write(JobSpec spec, QObject* context, std::function<Result<T>(const WorkspaceCall&)> work,
                JobRunner::Then<T> then) {
        spec.lane = Lane::Writer;
        QPointer<WorkspaceAccess> self(this);
        return m_jobs.run<T>(spec, context, wrap<T>(Lane::Writer, std::move(work)),
                             [self, then = std::move(then)](Result<T> result) {
                                 const bool ok = result.ok();
                                 if (then)
                                     then(std::move(result));
                                 if (ok && self)
                                     self->noteChange();
                             });
    }

    /// Closes what is open, then opens `path`; opened() precedes `then`.
    void open(const QString& path, QObject* context, JobRunner::Then<void> then);
    void close();
    void logIn(const UserId& user, crypto::SecretText passphrase, QObject* context,
               JobRunner::Then<void> then);
    /// The key is wiped as soon as no job uses it any more.
    void logOut();

Q_SIGNALS:
    void opened();
    void closed();
    void userChanged();
    /// Something in the workspace has changed: pages that are shown refresh.
    void changed();

private:
    struct Connection;
    template<typename T>
    std::function<Result<T>(const RunContext&)> wrap(Lane lane,
                                                     std::function<Result<T>(const WorkspaceCall&)> work) {
        auto connection = connectionOf(lane);
        return [connection, work = std::move(work)](const RunContext& run) -> Result<T> {
            Result<T> result = Error(errors::kInternal, {"no workspace is open"});
            const Status entered =
                enter(connection.get(), run, [&](const WorkspaceCall& call) { result = work(call); });
            if (!entered.ok())
                return entered.error();
            return result;
        };
    }
    [[nodiscard]] std::shared_ptr<Connection> connectionOf(Lane lane) const;
    static Status enter(Connection* connection, const RunContext& run,
                        const std::function<void(const WorkspaceCall&)>& body);
    void noteChange();

    JobRunner& m_jobs;
    const Clock& m_clock;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace mangrove::ui
