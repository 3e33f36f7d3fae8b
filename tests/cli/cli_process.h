// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace mangrove::test {

/// What one run of the binary gave.
struct CliResult {
    int exit = -1;
    QByteArray out;
    QByteArray err;

    /// stdout as one JSON object; empty where it is none.
    [[nodiscard]] QJsonObject json() const;
    /// The code of the error object on stdout, or an empty text.
    [[nodiscard]] QString errorCode() const;
};

/// Settings of one run.
struct CliRun {
    QStringList arguments;
    QByteArray input;
    QString folder;           ///< working folder; the current one where empty
    QStringList environment;  ///< "NAME=value", added to the process's own
    qint64 fileSizeLimit = 0; ///< bytes any one file may reach (a full disk), 0 = none
};

/// Runs the binary named by MANGROVE_CLI and waits for its end (at most two minutes).
CliResult runCli(const CliRun& run);
CliResult runCli(const QStringList& arguments);

} // namespace mangrove::test
