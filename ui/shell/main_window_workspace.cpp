// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commands.h"
#include "crypto/system_random.h"
#include "dialogs/dialogs.h"
#include "i18n/error_texts.h"
#include "i18n/format.h"
#include "i18n/translator.h"
#include "identity/role.h"
#include "models/governance_words.h"
#include "session/workspace_access.h"
#include "shell/command_palette.h"
#include "shell/main_window.h"
#include "shell/status_strip.h"
#include "workspace/audit_trail.h"
#include "workspace/datasets.h"
#include "workspace/requests.h"
#include "workspace/users.h"
#include "workspace/workspace.h"

#include "widgets/banner.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QKeySequence>

namespace mangrove::ui {

namespace {

struct PaletteTarget {
    QString text;
    QString id;
};

struct PaletteTargets {
    std::vector<PaletteTarget> datasets;
    std::vector<PaletteTarget> requests;
};

Result<PaletteTargets> readTargets(const WorkspaceCall& call) {
    PaletteTargets targets;
    MANGROVE_ASSIGN(const auto datasets, workspace::listDatasets(call.workspace));
    for (const auto& summary : datasets)
        targets.datasets.push_back({fromUtf8(summary.dataset.name), fromUtf8(summary.dataset.id.text())});
    MANGROVE_ASSIGN(const auto requests, workspace::listRequests(call.workspace));
    for (const auto& view : requests)
        targets.requests.push_back({fromUtf8(view.request.title), fromUtf8(view.request.id.text())});
    return targets;
}

} // namespace

void MainWindow::verifyAudit() {
    m_services.workspace.read<audit::AuditState>(
        {tr("Verifying the audit log"), Lane::Reader, QStringLiteral("verify-audit"), true}, this,
        [](const WorkspaceCall& call) { return workspace::verifyAudit(call.workspace, call.run); },
        [this](const Result<audit::AuditState>& state) {
            if (!state.ok())
                m_status->setAudit(Tone::Warning, tr("Audit log not verified"), errorText(state.error()));
            else if (state->ok)
                m_status->setAudit(
                    Tone::Ok,
                    tr("Audit verified %1")
                        .arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm"))),
                    tr("%1 events · root %2").arg(formatCount(state->events), shortHash(state->rootHex)));
            else
                m_status->setAudit(Tone::Critical, tr("The audit log is broken"));
        });
}

void MainWindow::loadPaletteTargets() {
    m_services.workspace.read<PaletteTargets>(
        {tr("Reading the catalogue"), Lane::Reader, QStringLiteral("palette"), true}, this, readTargets,
        [this](const Result<PaletteTargets>& targets) {
            m_targets.clear();
            if (!targets.ok())
                return;
            const auto add = [this](const PaletteTarget& target, const QString& icon, const QString& group,
                                    PageId where) {
                m_targets.push_back({target.text, group, icon, QString(), target.id,
                                     [this, where, id = target.id] { open(where, id); }});
            };
            for (const PaletteTarget& target : targets->datasets)
                add(target, QStringLiteral("dataset"), tr("Data set"), PageId::Dataset);
            for (const PaletteTarget& target : targets->requests)
                add(target, QStringLiteral("authorize"), tr("Request"), PageId::Authorizations);
        });
}

void MainWindow::fillPalette() {
    std::vector<PaletteEntry> entries;
    for (const CommandInfo& info : commandTable()) {
        const QAction* action = m_services.commands.action(info.id);
        if (!action->isEnabled() || info.id == CommandId::Palette || info.id == CommandId::ClearFilters)
            continue;
        entries.push_back(
            {Commands::text(info.id), Commands::categoryText(info.category), QString::fromLatin1(info.icon),
             action->shortcut().toString(QKeySequence::NativeText), QString::fromLatin1(info.text),
             [this, id = info.id] { m_services.commands.trigger(id); }});
    }
    entries.insert(entries.end(), m_targets.begin(), m_targets.end());
    m_palette->setEntries(std::move(entries));
}

void MainWindow::openPalette(const QString& text) {
    fillPalette();
    m_palette->popUp(text);
}

void MainWindow::newWorkspace() {
    m_services.dialogs.askNewWorkspace(this, [this](const NewWorkspaceAnswer& answer,
                                                    crypto::SecretText passphrase) {
        auto secret = std::make_shared<crypto::SecretText>(std::move(passphrase));
        const std::string language = toUtf8(Translator::code(m_services.translator.language()));
        const Clock& clock = m_services.workspace.clock();
        m_services.jobs.run<bool>(
            {tr("Creating the workspace"), Lane::Writer, QString(), false}, this,
            [answer, secret, language, &clock](const RunContext&) -> Result<bool> {
                workspace::CreateOptions options;
                options.organisation = toUtf8(answer.organisation);
                options.admin = UserId(toUtf8(answer.admin));
                options.adminDisplayName = toUtf8(answer.adminName);
                options.adminPassphrase = std::move(*secret);
                options.language = language;
                crypto::SystemRandom random;
                MANGROVE_TRY(workspace::Workspace::create(answer.path.toStdU16String(), std::move(options),
                                                          workspace::Environment{clock, random, {}}));
                return true;
            },
            [this, path = answer.path](const Result<bool>& made) {
                if (made.ok())
                    openWorkspace(path);
                else
                    showError(made.error());
            });
    });
}

void MainWindow::chooseWorkspace() {
    m_services.dialogs.openFile(this,
                                {tr("Open workspace"), QString(), QString(), {tr("Workspaces (*.mangrove)")}},
                                [this](const QString& path) { openWorkspace(path); });
}

void MainWindow::logIn() {
    using Users = std::vector<identity::User>;
    m_services.workspace.read<Users>(
        {tr("Reading the users"), Lane::Reader, QStringLiteral("users"), true}, this,
        [](const WorkspaceCall& call) { return workspace::listUsers(call.workspace); },
        [this](const Result<Users>& users) {
            if (!users.ok()) {
                showError(users.error());
                return;
            }
            LoginQuestion question;
            for (const identity::User& user : *users) {
                QStringList roles;
                for (const identity::Role role : user.roles)
                    roles << roleText(identity::roleName(role));
                question.users.push_back(
                    {fromUtf8(user.id.text()), fromUtf8(user.displayName), roles.join(QStringLiteral(", "))});
            }
            const QFileInfo file(m_services.workspace.path());
            const QString notes =
                file.absoluteDir().filePath(file.completeBaseName() + QStringLiteral(".passphrases.txt"));
            if (m_services.workspace.isDemo() && QFileInfo::exists(notes))
                question.hint = tr("The demo's passphrases are in %1.").arg(notes);
            m_services.dialogs.askLogin(
                this, question, [this](const QString& id, crypto::SecretText passphrase) {
                    m_services.workspace.logIn(UserId(toUtf8(id)), std::move(passphrase), this,
                                               [this](const Status& status) {
                                                   if (!status.ok())
                                                       showError(status.error());
                                                   else
                                                       m_banner->clear();
                                               });
                });
        });
}

} // namespace mangrove::ui
