// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include <QJsonDocument>
#include <QProcess>
#include <QtTest>
#include <sys/resource.h>

namespace mangrove::test {

QJsonObject CliResult::json() const {
    return QJsonDocument::fromJson(out).object();
}

QString CliResult::errorCode() const {
    return json().value("error").toObject().value("code").toString();
}

CliResult runCli(const CliRun& run) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString& pair : run.environment)
        environment.insert(pair.section('=', 0, 0), pair.section('=', 1));
    process.setProcessEnvironment(environment);
    if (!run.folder.isEmpty())
        process.setWorkingDirectory(run.folder);
    if (run.fileSizeLimit > 0) {
        const auto limit = static_cast<rlim_t>(run.fileSizeLimit);
        process.setChildProcessModifier([limit] {
            const rlimit small{limit, limit};
            (void)setrlimit(RLIMIT_FSIZE, &small);
        });
    }
    process.start(qEnvironmentVariable("MANGROVE_CLI"), run.arguments);
    CliResult result;
    if (!process.waitForStarted()) {
        qWarning("cannot start '%s'", qPrintable(qEnvironmentVariable("MANGROVE_CLI")));
        return result;
    }
    process.write(run.input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliResult runCli(const QStringList& arguments) {
    CliRun run;
    run.arguments = arguments;
    return runCli(run);
}

} // namespace mangrove::test
