// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace mangrove::ui {

struct TimelineEntry {
    QString icon;
    Tone tone = Tone::Neutral;
    QString title;          ///< "Approved"
    QString who;            ///< "Li Wen · decider"
    QString when;           ///< "3 days ago"
    QString whenExact;      ///< tooltip
    QString detail;         ///< wraps; may be empty
    bool signature = false; ///< adds a "signed" mark
};

/// What happened, from top to bottom on a line.
class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setEntries(const std::vector<TimelineEntry>& entries);

private:
    QVBoxLayout* m_layout;
};

} // namespace mangrove::ui
