// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace_access.h"

#include "i18n/format.h"
#include "identity/role.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <mutex>
#include <optional>

namespace mangrove::ui {

namespace {

using workspace::Workspace;

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

CurrentUser describe(const identity::User& user) {
    CurrentUser result{user.id, fromUtf8(user.displayName), {}};
    for (const identity::Role role : user.roles)
        result.roles << fromUtf8(identity::roleName(role));
    return result;
}

} // namespace

// One SQLite connection and who is logged in. The workspace is opened at first use on the lane's thread and
// used there alone; the session pointer is set by the GUI thread and only ever read as const by the lanes.
struct WorkspaceAccess::Connection {
    std::filesystem::path path;
    workspace::Environment environment;
    Workspace::Access access = Workspace::Access::Read;
    std::unique_ptr<Workspace> workspace;
    std::mutex mutex;
    std::shared_ptr<const workspace::Session> session;

    Connection(std::filesystem::path file, const workspace::Environment& env, Workspace::Access how)
        : path(std::move(file)), environment(env), access(how) {}
    void setSession(std::shared_ptr<const workspace::Session> newSession) {
        const std::scoped_lock lock(mutex);
        session = std::move(newSession);
    }
    std::shared_ptr<const workspace::Session> currentSession() {
        const std::scoped_lock lock(mutex);
        return session;
    }
    Status ensureOpen() {
        if (workspace)
            return {};
        MANGROVE_ASSIGN(workspace, Workspace::open(path, environment, access));
        return {};
    }
};

struct WorkspaceAccess::State {
    workspace::Environment environment;
    std::shared_ptr<Connection> reader;
    std::shared_ptr<Connection> writer;
    QString path;
    QString organisation;
    bool demo = false;
    std::optional<CurrentUser> user;
};

WorkspaceAccess::WorkspaceAccess(JobRunner& jobs, const Clock& clock, RandomSource& random,
                                 crypto::ScryptCost scrypt, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_clock(clock),
      m_state(std::make_unique<State>(
          State{workspace::Environment{clock, random, scrypt}, {}, {}, {}, {}, false, {}})) {}

WorkspaceAccess::~WorkspaceAccess() = default;

bool WorkspaceAccess::isOpen() const {
    return m_state->writer != nullptr;
}

QString WorkspaceAccess::path() const {
    return m_state->path;
}

QString WorkspaceAccess::organisation() const {
    return m_state->organisation;
}

bool WorkspaceAccess::isDemo() const {
    return m_state->demo;
}

const CurrentUser* WorkspaceAccess::user() const {
    return m_state->user ? &*m_state->user : nullptr;
}

bool WorkspaceAccess::hasRole(const QString& role) const {
    return m_state->user && m_state->user->roles.contains(role);
}

void WorkspaceAccess::open(const QString& path, QObject* context, JobRunner::Then<void> then) {
    close();
    auto writer = std::make_shared<Connection>(toPath(path), m_state->environment, Workspace::Access::Write);
    JobSpec spec;
    spec.title = tr("Opening the workspace");
    spec.lane = Lane::Writer;
    spec.background = true;
    QPointer<QObject> guard(context);
    m_jobs.run<workspace::WorkspaceInfo>(
        spec, this,
        [writer](const RunContext&) -> Result<workspace::WorkspaceInfo> {
            MANGROVE_TRY(writer->ensureOpen());
            return writer->workspace->info();
        },
        [this, path, writer, guard, hasContext = context != nullptr,
         then = std::move(then)](Result<workspace::WorkspaceInfo> info) {
            if (info.ok()) {
                m_state->writer = writer;
                m_state->reader =
                    std::make_shared<Connection>(toPath(path), m_state->environment, Workspace::Access::Read);
                m_state->path = path;
                m_state->organisation = fromUtf8(info->organisation);
                m_state->demo = info->demo;
                Q_EMIT opened();
            }
            if (then && (!hasContext || guard))
                then(info.ok() ? Status() : Status(info.error()));
        });
}

void WorkspaceAccess::close() {
    if (!isOpen())
        return;
    m_state->writer.reset();
    m_state->reader.reset();
    m_state->path.clear();
    m_state->organisation.clear();
    m_state->demo = false;
    m_state->user.reset();
    Q_EMIT closed();
}

void WorkspaceAccess::logIn(const UserId& user, crypto::SecretText passphrase, QObject* context,
                            JobRunner::Then<void> then) {
    if (!isOpen())
        return;
    JobSpec spec;
    spec.title = tr("Unlocking the key");
    spec.lane = Lane::Writer;
    spec.background = true;
    // std::function copies; the secret is shared instead, and wiped with its last owner.
    auto secret = std::make_shared<crypto::SecretText>(std::move(passphrase));
    using SessionPointer = std::shared_ptr<workspace::Session>;
    QPointer<QObject> guard(context);
    m_jobs.run<SessionPointer>(
        spec, this,
        wrap<SessionPointer>(Lane::Writer,
                             [user, secret](const WorkspaceCall& call) -> Result<SessionPointer> {
                                 MANGROVE_ASSIGN(workspace::Session session,
                                                 workspace::login(call.workspace, user, *secret));
                                 return std::make_shared<workspace::Session>(std::move(session));
                             }),
        [this, guard, hasContext = context != nullptr, writer = m_state->writer,
         then = std::move(then)](Result<SessionPointer> session) {
            if (session.ok() && writer == m_state->writer) {
                m_state->user = describe((*session)->user());
                m_state->writer->setSession(*session);
                m_state->reader->setSession(*session);
                Q_EMIT userChanged();
            }
            if (then && (!hasContext || guard))
                then(session.ok() ? Status() : Status(session.error()));
        });
}

void WorkspaceAccess::logOut() {
    if (!m_state->user)
        return;
    m_state->user.reset();
    m_state->writer->setSession(nullptr);
    m_state->reader->setSession(nullptr);
    Q_EMIT userChanged();
}

std::shared_ptr<WorkspaceAccess::Connection> WorkspaceAccess::connectionOf(Lane lane) const {
    return lane == Lane::Writer ? m_state->writer : m_state->reader;
}

Status WorkspaceAccess::enter(Connection* connection, const RunContext& run,
                              const std::function<void(const WorkspaceCall&)>& body) {
    if (connection == nullptr)
        return Error(errors::kInternal, {"no workspace is open"});
    MANGROVE_TRY(run.check());
    MANGROVE_TRY(connection->ensureOpen());
    const auto session = connection->currentSession();
    body(WorkspaceCall{*connection->workspace, session.get(), run});
    return {};
}

void WorkspaceAccess::noteChange() {
    Q_EMIT changed();
}

} // namespace mangrove::ui
