// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture.h"
#include "crypto/self_test.h"
#include "dialogs/scripted_dialogs.h"
#include "dialogs/widget_dialogs.h"
#include "workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QProcess>
#include <QTimer>
#include <cstdio>

namespace {

using mangrove::gui::Capture;
using mangrove::gui::Workbench;
using mangrove::ui::Theme;
using mangrove::ui::Translator;
using mangrove::ui::UiSettings;

struct Options {
    QString workspace;
    bool demo = false;
    QString demoFolder;
    QString capture;
    int captureLooks = 4;
    bool exitAfterStartup = false;
};

Options parse(const QApplication& application, UiSettings& settings) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The workbench for governed health data."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Open this workspace."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Make and open a demo workspace (synthetic data)."));
    const QCommandLineOption demoFolder(
        QStringLiteral("demo-folder"),
        QStringLiteral("Folder for the demo workspace; a temporary one without it."), QStringLiteral("DIR"));
    const QCommandLineOption capture(QStringLiteral("capture"),
                                     QStringLiteral("Render every page as PNG into DIR and quit."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption looks(QStringLiteral("capture-looks"),
                                   QStringLiteral("Render only the first N of the four looks."),
                                   QStringLiteral("N"), QStringLiteral("4"));
    const QCommandLineOption exitAfter(QStringLiteral("exit-after-startup"),
                                       QStringLiteral("Quit once the window stands."));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or zh_CN."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("system, light or dark."),
                                   QStringLiteral("NAME"));
    parser.addOptions({workspace, demo, demoFolder, capture, looks, exitAfter, language, theme});
    parser.process(application);
    if (parser.isSet(language))
        settings.language = Translator::fromCode(parser.value(language));
    if (parser.isSet(theme))
        settings.theme = parser.value(theme) == QLatin1String("dark")    ? Theme::Mode::Dark
                         : parser.value(theme) == QLatin1String("light") ? Theme::Mode::Light
                                                                         : Theme::Mode::System;
    return {parser.value(workspace),     parser.isSet(demo) || parser.isSet(demoFolder),
            parser.value(demoFolder),    parser.value(capture),
            parser.value(looks).toInt(), parser.isSet(exitAfter)};
}

// The 2x set needs another process: the ratio is fixed when Qt starts.
bool captureTwice(const QString& workspace, const QString& folder) {
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--workspace"), workspace, QStringLiteral("--capture"), folder,
                 QStringLiteral("--capture-looks"), QStringLiteral("1")});
    child.waitForFinished(-1);
    return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

void startCapture(Workbench& workbench, const Options& options) {
    auto* capture = new Capture(workbench, options.capture, &workbench);
    capture->setLooks(options.captureLooks);
    QObject::connect(capture, &Capture::finished, &workbench, [&workbench, options](bool ok) {
        if (ok && options.captureLooks > 1)
            ok = captureTwice(workbench.workspace().path(), options.capture);
        QCoreApplication::exit(ok ? 0 : 1);
    });
    capture->start();
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mangrove-workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MANGROVE_VERSION));
    if (const mangrove::Status test = mangrove::crypto::runSelfTest(); !test.ok()) {
        (void)std::fprintf(stderr, "%s\n", test.error().message().c_str());
        return 9;
    }
    UiSettings settings = UiSettings::load();
    const Options options = parse(application, settings);
    if (!options.capture.isEmpty())
        settings.reducedMotion = true; // the first picture would show the welcome page fading
    std::unique_ptr<mangrove::ui::Dialogs> dialogs;
    if (options.capture.isEmpty())
        dialogs = std::make_unique<mangrove::ui::WidgetDialogs>();
    else
        dialogs = std::make_unique<mangrove::ui::ScriptedDialogs>();
    Workbench workbench(settings, std::move(dialogs));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/mangrove.svg")));
    workbench.window().show();

    const auto ready = [&workbench, &options](bool ok) {
        if (!ok && (options.exitAfterStartup || !options.capture.isEmpty()))
            QCoreApplication::exit(1);
        else if (!options.capture.isEmpty())
            startCapture(workbench, options);
        else if (options.exitAfterStartup)
            QTimer::singleShot(0, &workbench, [] { QCoreApplication::exit(0); });
    };
    if (options.demo) {
        QObject::connect(&workbench, &Workbench::demoReady, &workbench, ready);
        workbench.openDemo(options.demoFolder);
    } else if (!options.workspace.isEmpty()) {
        workbench.workspace().open(
            options.workspace, &workbench, [&workbench, ready](const mangrove::Status& status) {
                if (!status.ok()) {
                    workbench.window().showError(status.error());
                    (void)std::fprintf(stderr, "%s\n", status.error().message().c_str());
                }
                ready(status.ok());
            });
    } else if (options.exitAfterStartup) {
        QTimer::singleShot(0, &workbench, [] { QCoreApplication::exit(0); });
    }
    return QApplication::exec();
}
