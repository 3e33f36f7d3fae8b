// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handoff/package_verifier.h"
#include "models/rows_model.h"
#include "widgets/card.h"

#include <optional>

namespace mangrove::ui {

class Banner;
class Button;
class DataTable;
class DropArea;
class KeyValueList;
class TextLabel;

/// "Drop a package here to verify", and what the verifier found: one line for each check. Needs no workspace.
class VerifyCard : public Card {
    Q_OBJECT
public:
    explicit VerifyCard(QWidget* parent = nullptr);
    void setReport(const handoff::VerifyReport& report, const QString& file);
    void setError(const Error& error);
    void setBusy(const QString& file);
    void retranslate();

Q_SIGNALS:
    void dropped(const QString& path);
    void chooseRequested();

private:
    void showReport();

    DropArea* m_drop;
    Banner* m_banner;
    KeyValueList* m_facts;
    DataTable* m_table;
    RowsModel<handoff::VerifyCheck>* m_model;
    std::optional<handoff::VerifyReport> m_report;
    QString m_file;
};

} // namespace mangrove::ui
