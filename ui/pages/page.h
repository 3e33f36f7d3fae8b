// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command_table.h"
#include "services.h"

#include <QList>
#include <QStringList>
#include <QWidget>

namespace mangrove::ui {

class DetailsPanel;

/// One entry of the rail. A page builds its widgets once, loads in refresh() through Services::workspace
/// (never in the constructor), and never opens a window by itself (Dialogs does). The shell calls refresh()
/// when the page is shown and whenever the workspace has changed while it is shown.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(PageId id, Services& services, QWidget* parent = nullptr);

    [[nodiscard]] PageId id() const { return m_id; }
    /// The word of the rail and the first part of the breadcrumb, in the user's language.
    [[nodiscard]] virtual QString title() const = 0;
    /// Name of the icon in resources/icons.
    [[nodiscard]] virtual QString icon() const = 0;
    /// Parts behind the organisation's name; {title()} unless the page shows one thing of many.
    [[nodiscard]] virtual QStringList breadcrumb() const { return {title()}; }

    /// Loads what the page shows. Called again at any time.
    virtual void refresh() = 0;
    /// Sets every text again after a language change; called once after construction too.
    virtual void retranslate() = 0;
    /// Shows `target` (see Navigator). Called before refresh().
    virtual void reveal(const QString& target);
    /// Removes active filters (Esc). True when there were any.
    virtual bool clearFilters() { return false; }
    /// The panel F9 shows and hides at the right; the page owns and fills it. nullptr = none.
    [[nodiscard]] virtual DetailsPanel* details() { return nullptr; }
    /// Page commands this page can do right now; the shell enables those and no others. Emit
    /// commandsChanged().
    [[nodiscard]] virtual QList<CommandId> pageCommands() const { return {}; }
    virtual void runCommand(CommandId command);

Q_SIGNALS:
    void breadcrumbChanged();
    void commandsChanged();

protected:
    [[nodiscard]] Services& services() const { return m_services; }
    void changeEvent(QEvent* event) override;
    /// Keeps the content at reading width in wide windows; a page with a details panel uses all of it.
    void resizeEvent(QResizeEvent* event) override;

private:
    PageId m_id;
    Services& m_services;
};

} // namespace mangrove::ui
