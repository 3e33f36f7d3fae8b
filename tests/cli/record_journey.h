// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cli_process.h"
#include "support/temp_dir.h"

#include <QString>
#include <QStringList>

namespace mangrove::test {

/// A workspace made with the binary alone: the users of every role, each with her passphrase in a file, and a
/// small made-up extract. The steps of the main job are functions; each returns what the binary said.
class RecordJourney {
public:
    RecordJourney();

    /// Runs a record command as `user` (empty: nobody acts) with --json.
    [[nodiscard]] CliResult run(const QString& user, const QStringList& arguments) const;
    [[nodiscard]] CliResult run(const QString& user, CliRun run) const;

    /// Registers and assesses the extract, makes a release; returns the release's id.
    QString release();
    /// A submitted request for that release by `applicant`, taken through screening and review; its id.
    QString reviewedRequest(const QString& release, const QString& applicant = QStringLiteral("applicant"));
    /// The two signatures a level-4 table needs.
    void approve(const QString& request);

    [[nodiscard]] QString path(const char* name) const;
    [[nodiscard]] QString workspace() const { return path("h.mangrove"); }
    [[nodiscard]] QString source() const { return path("visits.csv"); }
    [[nodiscard]] const TempDir& dir() const { return m_dir; }

private:
    TempDir m_dir;
};

} // namespace mangrove::test
