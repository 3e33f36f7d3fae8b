// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/release.h"
#include "models/rows_model.h"
#include "pages/page.h"
#include "workspace/datasets.h"
#include "workspace/requests.h"

#include <map>
#include <memory>
#include <string>

class QScrollArea;
class QHBoxLayout;

namespace mangrove::crypto {
class SecretText;
}

namespace mangrove::ui {

struct WorkspaceCall;
class Banner;
class Button;
class DataTable;
class EmptyState;
class FilterChipRow;
class PageHeader;
class RequestDetail;
class RequestForm;
class TextLabel;

/// Who may have what: the requests by state, one of them in plain sentences with its gates and its history,
/// and the decision, which four eyes, roles and gates may forbid: then the bar says why.
class AuthorizationsPage : public Page {
    Q_OBJECT
public:
    explicit AuthorizationsPage(Services& services, QWidget* parent = nullptr);
    ~AuthorizationsPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    void refresh() override;
    void retranslate() override;
    /// "RQ-…", "pending", "active", "new" or "new/RL-…".
    void reveal(const QString& target) override;
    bool clearFilters() override;
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    struct Loaded;
    /// The acts of the bar, in its order.
    struct ActButton {
        workspace::RequestAct act;
        Button* button = nullptr;
    };

    QWidget* makeDetail();
    QWidget* makeBar();
    void take(Result<std::shared_ptr<const Loaded>> result);
    void applyFilters();
    void updateChips();
    void showCurrent();
    void updateBar();
    void checkActs(const workspace::RequestView& view);
    void showActs(const std::vector<Status>& verdicts);
    void startForm(const ReleaseId& release);
    void createRequest();
    void perform(workspace::RequestAct act);
    void askDecision(bool approve);
    void decide(bool approve, const QString& reason, crypto::SecretText passphrase);
    void askMove(workspace::RequestAct act);
    void runAct(const QString& what,
                std::function<Result<authorization::Request>(const WorkspaceCall&)> work);
    [[nodiscard]] const workspace::RequestView* current() const;
    [[nodiscard]] QString blockedReason() const;

    PageHeader* m_header;
    Banner* m_banner;
    EmptyState* m_empty;
    RequestForm* m_form;
    QWidget* m_content;
    FilterChipRow* m_chips;
    DataTable* m_table;
    RowsModel<workspace::RequestView>* m_model;
    RequestDetail* m_detail;
    QScrollArea* m_scroll;
    QWidget* m_bar;
    TextLabel* m_barText;
    QHBoxLayout* m_barButtons;
    std::vector<ActButton> m_acts;
    std::shared_ptr<const Loaded> m_loaded;
    std::string m_wanted; ///< request to select after loading
    ReleaseId m_newFor;
    bool m_formWanted = false;
    bool m_busy = false;
};

} // namespace mangrove::ui
