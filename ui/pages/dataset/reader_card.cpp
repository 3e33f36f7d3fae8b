// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/reader_card.h"

#include "models/reader_words.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

using WarningModel = RowsModel<io::ReadWarning>;
constexpr int kMostWarningRows = 6;

} // namespace

ReaderCard::ReaderCard(QWidget* parent)
    : Card({}, parent), m_table(new DataTable(this)),
      m_hint(new TextLabel(TextStyle::Caption, TextRole::Secondary, this)), m_model(new WarningModel(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_table->setModel(m_model);
    m_table->setLinkColumn(-1);
    m_table->setFitsRows(kMostWarningRows);
    m_hint->setWrapping(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_table);
    body()->addWidget(m_hint);
    retranslate();
}

void ReaderCard::setProfile(const profile::TableProfile& profile, const QString& file) {
    std::vector<io::ReadWarning> warnings = profile.warnings;
    std::stable_partition(warnings.begin(), warnings.end(),
                          [](const io::ReadWarning& warning) { return warning.line == 0; });
    m_model->setRows(std::move(warnings));
    m_refused = profile.rowsRejected > 0;
    m_file = file;
    showHint();
}

void ReaderCard::showHint() {
    m_hint->setVisible(m_refused);
    m_hint->setText(
        tr("The refused records themselves, with line and reason, are written by: mangrove profile "
           "%1 --rejects refused.csv")
            .arg(m_file));
}

void ReaderCard::retranslate() {
    setTitle(tr("What the reader met"));
    m_table->setName(tr("Warnings of the reader"));
    m_model->setColumns(
        {{tr("Line"), Qt::AlignRight | Qt::AlignVCenter,
          [](const io::ReadWarning& row, int role) -> QVariant {
              if (role == Qt::DisplayRole && row.line > 0)
                  return formatCount(row.line);
              return role == cell::SortRole ? QVariant(quint64{row.line}) : QVariant();
          }},
         WarningModel::text(tr("What"), [](const io::ReadWarning& row) { return readWarningText(row.code); }),
         WarningModel::text(tr("Reason"), [](const io::ReadWarning& row) { return fromUtf8(row.message); })});
    m_table->setColumnWidths({88, 200, 0});
    showHint();
}

} // namespace mangrove::ui
