// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_strip.h"

#include "i18n/format.h"
#include "jobs/jobs_model.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/elided_label.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kJobBarWidth = 120;
constexpr int kStatusIcon = 14;

} // namespace

StatusStrip::StatusStrip(JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs),
      m_auditIcon(new IconLabel(QStringLiteral("audit"), TextRole::Secondary, kStatusIcon)),
      m_audit(new TextLabel(TextStyle::Caption, TextRole::Secondary)),
      m_job(new TextLabel(TextStyle::Caption, TextRole::Primary)), m_bar(new QProgressBar),
      m_progress(new TextLabel(TextStyle::Caption, TextRole::Secondary)),
      m_cancel(new IconButton(QStringLiteral("close"))),
      m_note(new ElidedLabel(QString(), TextStyle::Caption, TextRole::Secondary)),
      m_user(new TextLabel(TextStyle::Caption, TextRole::Secondary)) {
    setFixedHeight(size::kStatusBar);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(kJobBarWidth, 6);
    m_cancel->setFixedSize(22, 22);
    m_cancel->setIconSize({kStatusIcon, kStatusIcon});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k16, 1, space::k16, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_auditIcon);
    row->addWidget(m_audit);
    row->addSpacing(space::k16);
    row->addWidget(m_job);
    row->addWidget(m_bar);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_note, 1);
    row->addWidget(m_user);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(m_shown); });
    connect(&jobs, &JobRunner::jobChanged, this, &StatusStrip::showJob);
    connect(&jobs, &JobRunner::jobFinished, this, &StatusStrip::showJob);
    showJob();
}

void StatusStrip::setAudit(Tone tone, const QString& text, const QString& toolTip) {
    m_auditIcon->setIcon(tone == Tone::Neutral ? QStringLiteral("audit") : toneIcon(tone), toneRole(tone));
    m_audit->setText(text);
    m_audit->setToolTip(toolTip);
}

void StatusStrip::setUser(const QString& text) {
    m_user->setText(text);
}

void StatusStrip::setNote(Tone tone, const QString& text) {
    m_note->setRole(toneRole(tone));
    m_note->setText(text);
}

void StatusStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colorsOf(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, 0, width(), 1), c.lineSubtle);
}

void StatusStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->position().x() < m_audit->geometry().right())
        Q_EMIT auditClicked();
}

void StatusStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        // The note was made in the other language and is not worth keeping.
        m_note->setText({});
        showJob();
    }
    QWidget::changeEvent(event);
}

void StatusStrip::showJob() {
    const std::vector<JobView> jobs = m_jobs.jobs();
    const auto running = std::find_if(jobs.begin(), jobs.end(), [](const JobView& job) {
        return job.state == JobState::Running && job.elapsedMs >= kShownAfterMs;
    });
    const bool shown = running != jobs.end();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_job, m_bar, m_progress, m_cancel})
        widget->setVisible(shown);
    m_cancel->setName(tr("Stop this job"));
    if (!shown) {
        m_shown = 0;
        return;
    }
    m_shown = running->id;
    m_job->setText(running->title);
    m_bar->setRange(0, running->total > 0 ? 1000 : 0);
    if (running->total > 0)
        m_bar->setValue(static_cast<int>(1000 * std::min(running->done, running->total) / running->total));
    const QString amount = JobsModel::progressText(*running);
    const QString time = formatDuration(running->elapsedMs);
    m_progress->setText(amount.isEmpty() ? time : amount + QStringLiteral(" · ") + time);
}

} // namespace mangrove::ui
