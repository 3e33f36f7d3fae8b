// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>
#include <QString>
#include <vector>

namespace mangrove::gui {

class Workbench;

/// Renders every page as a PNG, the Data set page with each of its parts, and the palette: {en, zh_CN} ×
/// {light, dark} at 1280 × 800. It goes on when the jobs that a page started have ended (signals, never
/// sleeps). File names:
/// "<number>-<page>-<language>-<theme>.png"; with a device pixel ratio of 2, "…@2x.png".
class Capture : public QObject {
    Q_OBJECT
public:
    Capture(Workbench& workbench, const QString& folder, QObject* parent = nullptr);
    /// Only this many looks of the four are rendered (the 2x set takes one).
    void setLooks(int looks) { m_looks = looks; }
    void start();

Q_SIGNALS:
    /// All pictures stand, or one could not be written.
    void finished(bool ok);

private:
    struct Shot {
        bool chinese;
        bool dark;
        std::size_t view;
    };
    void next();
    void settle();
    void take();

    Workbench& m_workbench;
    QString m_folder;
    int m_looks = 4;
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    int m_turns = 0;
    bool m_ran = false; ///< of the shot at hand
    bool m_ok = true;
};

} // namespace mangrove::gui
