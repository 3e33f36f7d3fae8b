// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench.h"

#include "demo/journey.h"
#include "i18n/format.h"
#include "pages/page_factory.h"

#include <QFile>

namespace mangrove::gui {

namespace {

// The demo's own list: "login<TAB>passphrase" a line, '#' before remarks.
QString demoPassphrase(const QString& listPath, const QString& user) {
    QFile list(listPath);
    if (!list.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    while (!list.atEnd()) {
        const QStringList parts = QString::fromUtf8(list.readLine()).trimmed().split(QLatin1Char('\t'));
        if (parts.size() == 2 && parts.first() == user)
            return parts.last();
    }
    return {};
}

} // namespace

Workbench::Workbench(ui::UiSettings settings, std::unique_ptr<ui::Dialogs> dialogs)
    : m_settings(std::move(settings)), m_theme(m_settings.theme), m_workspace(m_jobs, m_clock, m_random),
      m_dialogs(std::move(dialogs)) {
    m_theme.setReducedMotion(m_settings.reducedMotion);
    m_translator.setLanguage(m_settings.language);
    m_window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Parts{m_workspace, m_jobs, *m_dialogs, m_theme, m_translator, m_commands}, m_settings,
        ui::makePage, [this] { openDemo(); });
}

Workbench::~Workbench() = default;

void Workbench::openDemo(const QString& folder) {
    QString target = folder;
    if (target.isEmpty()) {
        m_workspace.close();
        m_demoFolder = std::make_unique<QTemporaryDir>();
        target = m_demoFolder->path();
    }
    m_jobs.run<demo::JourneyReport>(
        {tr("Making the demo workspace"), ui::Lane::Writer, QString(), false}, this,
        [this, target](const RunContext& run) {
            return demo::runDemo(target.toStdU16String(), {}, workspace::Environment{m_clock, m_random, {}},
                                 run);
        },
        [this](Result<demo::JourneyReport> report) {
            if (!report.ok()) {
                m_window->showError(report.error());
                Q_EMIT demoReady(false);
                return;
            }
            enterDemo(QString::fromStdU16String(report->workspace.u16string()),
                      QString::fromStdU16String(report->passphrases.u16string()));
        });
}

void Workbench::enterDemo(const QString& workspace, const QString& passphrases) {
    m_workspace.open(workspace, this, [this, passphrases](const Status& status) {
        if (!status.ok()) {
            m_window->showError(status.error());
            Q_EMIT demoReady(false);
            return;
        }
        const QString officer = QStringLiteral("officer");
        crypto::SecretText secret(ui::toUtf8(demoPassphrase(passphrases, officer)));
        m_workspace.logIn(UserId(ui::toUtf8(officer)), std::move(secret), this,
                          [this](const Status& unlocked) {
                              if (!unlocked.ok())
                                  m_window->showError(unlocked.error());
                              Q_EMIT demoReady(unlocked.ok());
                          });
    });
}

} // namespace mangrove::gui
