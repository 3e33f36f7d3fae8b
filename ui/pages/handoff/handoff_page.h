// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/rows_model.h"
#include "pages/page.h"
#include "workspace/exports.h"
#include "workspace/requests.h"

#include <memory>
#include <string>

class QComboBox;

namespace mangrove::ui {

class Banner;
class Button;
class Card;
class DataTable;
class PageHeader;
class StepBar;
class TextLabel;
class VerifyCard;

/// What leaves and what has left: the packing list of an approved request exactly as it will be in the bag,
/// the export itself, the packages so far, and the place to verify any package.
class HandoffPage : public Page {
    Q_OBJECT
public:
    explicit HandoffPage(Services& services, QWidget* parent = nullptr);
    ~HandoffPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void refresh() override;
    void retranslate() override;
    /// "RQ-…": that request's packing list; "PK-…": that package in the list.
    void reveal(const QString& target) override;
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    struct Loaded;
    void makePacking(QWidget* parent);
    void take(Result<std::shared_ptr<const Loaded>> result);
    void fillRequests();
    void loadPacking();
    void takePacking(Result<std::vector<workspace::PackingItem>> result);
    void updateState();
    void chooseTarget();
    void exportTo(const QString& path);
    void chooseVerify();
    void verify(const QString& path);
    [[nodiscard]] const workspace::RequestView* chosen() const;
    [[nodiscard]] QString blockedReason() const;

    PageHeader* m_header;
    Banner* m_banner;
    Card* m_packingCard;
    StepBar* m_steps;
    Card* m_packagesCard;
    VerifyCard* m_verify;
    TextLabel* m_requestLabel;
    QComboBox* m_requests;
    TextLabel* m_sentence;
    DataTable* m_packing;
    RowsModel<workspace::PackingItem>* m_packingModel;
    DataTable* m_packages;
    RowsModel<catalog::PackageRecord>* m_packagesModel;
    std::shared_ptr<const Loaded> m_loaded;
    std::string m_wanted; ///< request or package to select
    bool m_busy = false;
};

} // namespace mangrove::ui
