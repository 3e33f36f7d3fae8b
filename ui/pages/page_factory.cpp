// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page_factory.h"

#include "commands/commands.h"
#include "pages/catalogue/catalogue_page.h"
#include "pages/dataset/dataset_page.h"
#include "pages/overview/overview_page.h"
#include "pages/page.h"
#include "widgets/empty_state.h"

#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

// Where a page's own room has not been built in: its name and icon, and that there is nothing to show.
class BarePage : public Page {
public:
    BarePage(PageId id, CommandId command, Services& services, QWidget* parent)
        : Page(id, services, parent), m_command(command), m_state(new EmptyState(icon())) {
        auto* column = new QVBoxLayout(this);
        column->addWidget(m_state);
    }
    [[nodiscard]] QString title() const override { return Commands::text(m_command); }
    [[nodiscard]] QString icon() const override { return QString::fromLatin1(commandInfo(m_command).icon); }
    void refresh() override {}
    void retranslate() override { m_state->setTexts(title(), QString()); }

private:
    CommandId m_command;
    EmptyState* m_state;
};

} // namespace

Page* makePage(PageId id, Services& services, QWidget* parent) {
    switch (id) {
    case PageId::Overview:
        return new OverviewPage(services, parent);
    case PageId::Catalogue:
        return new CataloguePage(services, parent);
    case PageId::Dataset:
        return new DatasetPage(services, parent);
    default:
        break;
    }
    return new BarePage(id, static_cast<CommandId>(id), services, parent);
}

} // namespace mangrove::ui
