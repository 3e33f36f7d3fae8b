// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_event.h"
#include "audit/audit_log.h"
#include "base/result.h"
#include "models/rows_model.h"
#include "pages/page.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

class QComboBox;
class QPlainTextEdit;

namespace mangrove::ui {

class Banner;
class Button;
class DataTable;
class DetailsPanel;
class FilterChipRow;
class PageHeader;
class TextLabel;

/// Everything that was done, by whom, when: the append-only log with the state of its chain, filters, and the
/// proof that one event is in it.
class AuditPage : public Page {
    Q_OBJECT
public:
    explicit AuditPage(Services& services, QWidget* parent = nullptr);
    ~AuditPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void refresh() override;
    void retranslate() override;
    /// An id: events about that object.
    void reveal(const QString& target) override;
    bool clearFilters() override;
    [[nodiscard]] DetailsPanel* details() override { return m_details; }
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    struct Loaded;
    void makeDetails();
    void take(Result<std::shared_ptr<const Loaded>> result);
    void verify();
    void checkpoint();
    void showState();
    void fillFilters();
    void applyFilters();
    void showSelected();
    void prove();
    [[nodiscard]] QString nameOf(const std::string& user) const;
    [[nodiscard]] QString checkpointBlocked() const;

    PageHeader* m_header;
    Banner* m_banner;
    Banner* m_error;
    Button* m_checkpoint;
    FilterChipRow* m_chips;
    QComboBox* m_actor;
    TextLabel* m_object;
    Button* m_clearObject;
    DataTable* m_table;
    RowsModel<audit::AuditEvent>* m_model;
    DetailsPanel* m_details;
    std::shared_ptr<const Loaded> m_loaded;
    std::optional<audit::AuditState> m_state;
    Instant m_verified{};
    std::string m_objectFilter;
    std::string m_proof; ///< of the selected event
    std::uint64_t m_proofOf = 0;
    bool m_hasProof = false;
    bool m_verifying = false;
};

} // namespace mangrove::ui
