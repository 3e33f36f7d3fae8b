// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pages/page.h"
#include "workspace/overview.h"

#include <array>
#include <optional>

class QGridLayout;

namespace mangrove::ui {

class Banner;
class Card;
class EmptyState;
class HeatStrip;
class MetricCard;
class PageBody;
class PageHeader;
class TextLabel;
class Timeline;
class TodoList;

/// What the whole workspace looks like now: supplied, circulated, used well, kept safe; what to do next; how
/// good the data are; what happened last. Every number leads to the records behind it.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void refresh() override;
    void retranslate() override;
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    /// Order of the cards, column by column.
    enum Metric : std::uint8_t {
        Datasets,
        Unclassified,
        Releases,
        Pending,
        Permits,
        Packages,
        QualityPassed,
        RowsKept,
        Recipients,
        Risk,
        Unresolved,
        Audit,
        kMetrics
    };

    QWidget* makeColumns();
    QWidget* makeLower();
    void link(Metric metric, PageId page, const QString& target = {});
    void take(Result<workspace::Overview> result);
    void show(const workspace::Overview& overview);
    void showSupply(const workspace::SupplyFigures& figures);
    void showFlow(const workspace::FlowFigures& figures);
    void showUse(const workspace::UseFigures& figures);
    void showSafety(const workspace::SafetyFigures& figures, Instant now);
    void showActivity(const std::vector<workspace::Activity>& activity, Instant now);

    PageHeader* m_header;
    Banner* m_banner;
    PageBody* m_body;
    EmptyState* m_empty;
    QWidget* m_content;
    std::array<TextLabel*, 4> m_aims{};
    std::array<MetricCard*, kMetrics> m_cards{};
    Card* m_todoCard = nullptr;
    Card* m_heatCard = nullptr;
    Card* m_activityCard = nullptr;
    TodoList* m_todos = nullptr;
    HeatStrip* m_heat = nullptr;
    Timeline* m_activity = nullptr;
    std::optional<workspace::Overview> m_overview;
};

} // namespace mangrove::ui
