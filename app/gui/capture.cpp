// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture.h"

#include "commands/commands.h"
#include "pages/page.h"
#include "shell/command_palette.h"
#include "workbench.h"

#include <QDir>
#include <QPixmap>
#include <QTimer>
#include <array>

namespace mangrove::gui {

namespace {

constexpr QSize kCaptureSize(1280, 800);
// Turns of the event loop after the last job: layouts and queued replots take two.
constexpr int kSettleTurns = 4;

/// What one picture shows: a page, or a part of it.
struct View {
    ui::PageId page;
    const char* name;
    const char* target;
    bool palette;
    bool run = false; ///< what the page works out only when asked to is asked for
};

constexpr std::array kViews{
    View{ui::PageId::Overview, "1-overview", "", false},
    View{ui::PageId::Catalogue, "2-catalogue", "", false},
    View{ui::PageId::Dataset, "3-dataset", "/profile", false},
    View{ui::PageId::Dataset, "3-dataset-data", "/data", false},
    View{ui::PageId::Dataset, "3-dataset-fields", "/fields", false},
    View{ui::PageId::Dataset, "3-dataset-relations", "/relations", false, true},
    View{ui::PageId::Dataset, "3-dataset-changes", "/changes", false},
    View{ui::PageId::Dataset, "3-dataset-lineage", "/lineage", false},
    View{ui::PageId::Quality, "4-quality", "", false},
    View{ui::PageId::Deidentify, "5-deidentify", "/rows", false},
    View{ui::PageId::Deidentify, "5-deidentify-levels", "/levels", false, true},
    View{ui::PageId::Deidentify, "5-deidentify-reasons", "/reasons", false, true},
    View{ui::PageId::Deidentify, "5-deidentify-attacks", "/attacks", false, true},
    View{ui::PageId::Deidentify, "5-deidentify-use", "/use", false, true},
    View{ui::PageId::Authorizations, "6-authorizations", "", false},
    View{ui::PageId::Handoff, "7-handoff", "", false},
    View{ui::PageId::Audit, "8-audit", "", false},
    View{ui::PageId::Overview, "9-palette", "", true},
};

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
    m_workbench.window().setAttribute(Qt::WA_KeyboardFocusChange, false);
    int look = 0;
    for (const bool chinese : {false, true}) {
        for (const bool dark : {false, true}) {
            if (look++ >= m_looks)
                continue;
            for (std::size_t view = 0; view < kViews.size(); ++view)
                m_shots.push_back({chinese, dark, view});
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
    m_ran = false;
    const Language language = shot.chinese ? Language::Chinese : Language::English;
    if (m_workbench.translator().language() != language)
        m_workbench.translator().setLanguage(language);
    m_workbench.theme().setMode(shot.dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    ui::MainWindow& window = m_workbench.window();
    window.palettePopup().hide();
    const View& view = kViews.at(shot.view);
    window.open(view.page, QString::fromLatin1(view.target));
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
    const View& view = kViews.at(m_shots[m_at].view);
    if (view.run && !m_ran) {
        m_ran = true;
        m_workbench.window().page(view.page)->runCommand(ui::CommandId::Run);
        m_turns = m_workbench.jobs().isIdle() ? 0 : -1;
        if (m_turns == 0)
            QTimer::singleShot(0, this, &Capture::settle);
        return;
    }
    take();
}

void Capture::take() {
    const Shot& shot = m_shots[m_at++];
    ui::MainWindow& window = m_workbench.window();
    const View& view = kViews.at(shot.view);
    if (view.palette)
        window.openPalette(QStringLiteral("de"));
    const QPixmap picture = window.grab();
    const QString ratio = window.devicePixelRatioF() > 1.5 ? QStringLiteral("@2x") : QString();
    const QString file = QStringLiteral("%1/%2-%3-%4%5.png")
                             .arg(m_folder, QString::fromLatin1(view.name),
                                  shot.chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"),
                                  shot.dark ? QStringLiteral("dark") : QStringLiteral("light"), ratio);
    m_ok = picture.save(file) && m_ok;
    QTimer::singleShot(0, this, &Capture::next);
}

} // namespace mangrove::gui
