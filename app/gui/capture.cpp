// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture.h"

#include "commands/commands.h"
#include "shell/command_palette.h"
#include "workbench.h"

#include <QDir>
#include <QPixmap>
#include <QTimer>

namespace mangrove::gui {

namespace {

constexpr int kPaletteShot = ui::kPageCount;
constexpr QSize kCaptureSize(1280, 800);
// Turns of the event loop after the last job: layouts and queued replots take two.
constexpr int kSettleTurns = 4;

QString shotName(int page) {
    if (page == kPaletteShot)
        return QStringLiteral("9-palette");
    const QString command = QString::fromLatin1(ui::commandInfo(static_cast<ui::CommandId>(page)).name);
    return QString::number(page + 1) + QLatin1Char('-') + command.mid(3);
}

} // namespace

Capture::Capture(Workbench& workbench, const QString& folder, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_folder(folder) {
    connect(&workbench.jobs(), &ui::JobRunner::idle, this, [this] {
        if (m_at < m_shots.size() && m_turns < 0) {
            m_turns = 0;
            settle();
        }
    });
}

void Capture::start() {
    QDir().mkpath(m_folder);
    m_workbench.theme().setReducedMotion(true);
    m_workbench.window().resize(kCaptureSize);
    int look = 0;
    for (const bool chinese : {true, false}) {
        for (const bool dark : {false, true}) {
            if (look++ >= m_looks)
                continue;
            for (int page = 0; page <= kPaletteShot; ++page)
                m_shots.push_back({chinese, dark, page});
        }
    }
    next();
}

void Capture::next() {
    if (m_at >= m_shots.size()) {
        Q_EMIT finished(m_ok);
        return;
    }
    const Shot& shot = m_shots[m_at];
    using Language = ui::Translator::Language;
    m_turns = -1;
    const Language language = shot.chinese ? Language::Chinese : Language::English;
    if (m_workbench.translator().language() != language)
        m_workbench.translator().setLanguage(language);
    m_workbench.theme().setMode(shot.dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    ui::MainWindow& window = m_workbench.window();
    window.palettePopup().hide();
    if (shot.page == kPaletteShot)
        window.open(ui::PageId::Overview);
    else
        window.open(static_cast<ui::PageId>(shot.page));
    if (m_workbench.jobs().isIdle()) {
        m_turns = 0;
        settle();
    }
}

void Capture::settle() {
    if (!m_workbench.jobs().isIdle()) {
        m_turns = -1;
        return;
    }
    if (m_turns++ < kSettleTurns) {
        QTimer::singleShot(0, this, &Capture::settle);
        return;
    }
    take();
}

void Capture::take() {
    const Shot& shot = m_shots[m_at++];
    ui::MainWindow& window = m_workbench.window();
    if (shot.page == kPaletteShot)
        window.openPalette(QStringLiteral("de"));
    const QPixmap picture = window.grab();
    const QString ratio = window.devicePixelRatioF() > 1.5 ? QStringLiteral("@2x") : QString();
    const QString file =
        QStringLiteral("%1/%2-%3-%4%5.png")
            .arg(m_folder, shotName(shot.page), shot.chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"),
                 shot.dark ? QStringLiteral("dark") : QStringLiteral("light"), ratio);
    m_ok = picture.save(file) && m_ok;
    QTimer::singleShot(0, this, &Capture::next);
}

} // namespace mangrove::gui
