// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_runner.h"
#include "theme/tokens.h"

#include <QWidget>

class QProgressBar;

namespace mangrove::ui {

class ElidedLabel;
class IconButton;
class IconLabel;
class TextLabel;

/// The line at the bottom: state of the audit log, the running job (from 300 ms on) with progress and Cancel,
/// who works here. 28 px.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    /// Milliseconds a job runs before it is shown.
    static constexpr qint64 kShownAfterMs = 300;
    explicit StatusStrip(JobRunner& jobs, QWidget* parent = nullptr);
    void setAudit(Tone tone, const QString& text, const QString& toolTip = {});
    void setUser(const QString& text);
    /// A passing word on the last job: "Profiling … failed: …"; empty clears it.
    void setNote(Tone tone, const QString& text);

Q_SIGNALS:
    void auditClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showJob();
    JobRunner& m_jobs;
    JobId m_shown = 0;
    IconLabel* m_auditIcon;
    TextLabel* m_audit;
    TextLabel* m_job;
    QProgressBar* m_bar;
    TextLabel* m_progress;
    IconButton* m_cancel;
    ElidedLabel* m_note;
    TextLabel* m_user;
};

} // namespace mangrove::ui
