// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/source_info.h"
#include "models/rows_model.h"
#include "profile/table_profile.h"
#include "widgets/card.h"

namespace mangrove::ui {

class DataTable;
class TextLabel;

/// What the reader of the source met: the records that became no rows and everything else it warns of, each
/// with its line and the reason. Totals first. Never a value: for the records themselves it names the
/// command.
class ReaderCard : public Card {
    Q_OBJECT
public:
    explicit ReaderCard(QWidget* parent = nullptr);
    /// `file`: the name of the source.
    void setProfile(const profile::TableProfile& profile, const QString& file);
    void retranslate();

private:
    void showHint();

    DataTable* m_table;
    TextLabel* m_hint;
    RowsModel<io::ReadWarning>* m_model;
    QString m_file;
    bool m_refused = false;
};

} // namespace mangrove::ui
