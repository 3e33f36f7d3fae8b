// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pages/dataset/dataset_view.h"
#include "pages/page.h"

#include <array>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace mangrove::ui {

class Banner;
class Button;
class Card;
class ChangesTab;
class Chip;
class DataTab;
class DetailsPanel;
class ElidedLabel;
class EmptyState;
class FieldsTab;
class LevelChip;
class LineageTab;
class PageHeader;
class ProfileTab;
class RelationsTab;
class TextLabel;

/// One data set: what it is (header card), its columns (Profile), its rows (Data), what its columns are
/// (Fields), how they hang together and with those of other data sets (Relations), what is new in this
/// version (Changes), where it came from and went (Lineage). Without a target the last one shown, or the
/// first there is.
class DatasetPage : public Page {
    Q_OBJECT
public:
    explicit DatasetPage(Services& services, QWidget* parent = nullptr);
    ~DatasetPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    void refresh() override;
    void retranslate() override;
    /// "DS-…" or "DS-…/profile|data|fields|relations|changes|lineage".
    void reveal(const QString& target) override;
    bool clearFilters() override;
    [[nodiscard]] DetailsPanel* details() override { return m_details; }
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    enum Tab : std::uint8_t { ProfileView, DataView, FieldsView, RelationsView, ChangesView, LineageView };
    /// The facts of the header card, each a caption over a value.
    enum Fact : std::uint8_t { Rows, Columns, Size, Version, Fingerprint, Owner, Registered, kFacts };

    void makeHeaderCard();
    void makeTabs();
    void giveRoom();
    void take(Result<std::shared_ptr<const DatasetView>> result);
    void showView();
    void updateActions();
    void showSource();
    void profileAndClassify();
    void classify();
    void checkSource();
    void showDetails();
    void showField(const ColumnView& column);
    void askAccept(const std::vector<std::string>& columns);
    void decide(const std::vector<workspace::ColumnVerdict>& verdicts);
    void renew();
    void compareWith(int version);
    [[nodiscard]] QString blockedReason() const;

    PageHeader* m_header;
    Banner* m_banner;
    EmptyState* m_empty;
    QWidget* m_content;
    Card* m_card;
    Chip* m_domain;
    LevelChip* m_level;
    ElidedLabel* m_description;
    std::array<TextLabel*, kFacts> m_captions{};
    std::array<ElidedLabel*, kFacts> m_values{};
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    ProfileTab* m_profile;
    DataTab* m_data;
    FieldsTab* m_fields;
    RelationsTab* m_relations;
    ChangesTab* m_changes;
    LineageTab* m_lineage;
    DetailsPanel* m_details;
    Button* m_check;
    std::string m_reference;           ///< id of the data set shown, or empty: the first one
    std::optional<int> m_comparedWith; ///< earlier version that a person chose for the changes
    bool m_busy = false;
    bool m_loaded = false;
    bool m_wide = false;      ///< the details make room for the tab
    bool m_hadDetails = true; ///< before that
    std::shared_ptr<const DatasetView> m_view;
};

} // namespace mangrove::ui
