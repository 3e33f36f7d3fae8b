// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/scripted_dialogs.h"
#include "support/temp_dir.h"
#include "workbench.h"

#include <memory>

namespace mangrove::test {

/// The workbench over a demo workspace of its own, in English and light, with dialogs that answer by script.
class DemoWorkbench {
public:
    /// Makes the workspace and waits for it.
    DemoWorkbench();
    /// Waits until no job is left and what jobs put off is done.
    void settle();
    [[nodiscard]] gui::Workbench& operator*() { return *m_workbench; }
    [[nodiscard]] gui::Workbench* operator->() const { return m_workbench.get(); }
    [[nodiscard]] ui::ScriptedDialogs& dialogs() { return *m_dialogs; }
    [[nodiscard]] const TempDir& folder() const { return m_folder; }

private:
    TempDir m_folder;
    ui::ScriptedDialogs* m_dialogs = nullptr;
    std::unique_ptr<gui::Workbench> m_workbench;
};

} // namespace mangrove::test
