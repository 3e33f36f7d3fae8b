// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/dataset_links_card.h"

#include "i18n/error_texts.h"
#include "widgets/button.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kMostLinkRows = 5;
constexpr int kDatasetColumn = 2;

/// "about" where it is an estimate.
QString shareText(double share, bool exact) {
    return exact ? formatShare(share) : QStringLiteral("≈ %1").arg(formatShare(share));
}

} // namespace

DatasetLinksCard::DatasetLinksCard(QWidget* parent)
    : Card({}, parent), m_summary(new TextLabel(TextStyle::Body, TextRole::Secondary, this)),
      m_table(new DataTable(this)), m_leftOut(new TextLabel(TextStyle::Body, TextRole::Warning, this)),
      m_measures(new TextLabel(TextStyle::Caption, TextRole::Secondary, this)),
      m_again(new Button({}, ButtonKind::Quiet, QStringLiteral("refresh"), this)),
      m_model(new LinkModel(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    addHeaderWidget(m_again);
    m_table->setModel(m_model);
    m_table->setLinkColumn(kDatasetColumn);
    m_table->setFitsRows(kMostLinkRows);
    for (TextLabel* label : {m_summary, m_leftOut, m_measures})
        label->setWrapping(true);
    body()->addWidget(m_summary);
    body()->addWidget(m_table);
    body()->addWidget(m_leftOut);
    body()->addWidget(m_measures);
    connect(m_again, &QAbstractButton::clicked, this, &DatasetLinksCard::requested);
    connect(m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (const Link* link = m_model->at(index))
            Q_EMIT datasetOpened(link->other);
    });
    retranslate();
}

void DatasetLinksCard::setRelations(const workspace::DatasetRelations& relations) {
    m_relations = relations;
    m_relations->within = {}; // only the names are shown here
    m_relations->within.columns = relations.within.columns;
    showRelations();
}

QString DatasetLinksCard::meaning(const workspace::DatasetLink& link) {
    if (link.here.isKey)
        return link.there.isKey ? tr("One row here, one row there.") : tr("One row here, several there.");
    return link.there.isKey ? tr("Several rows here, one there.") : tr("Several rows on both sides.");
}

void DatasetLinksCard::retranslate() {
    setTitle(tr("With other data sets"));
    m_again->setText(tr("Look again"));
    m_table->setName(tr("Relations with other data sets"));
    m_table->setPlaceholder(
        tr("No column of this data set has enough values in common with one of another."));
    m_measures->setText(
        tr("Found there: share of this column's distinct values that the other column has; found here: the "
           "other way round. Several rows on both sides join groups, not records. Columns that agree by "
           "chance, and dates, "
           "times and amounts, are left out."));
    setColumns();
    showRelations();
}

void DatasetLinksCard::setColumns() {
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    const auto contained = [right](const QString& title, profile::LinkEnd workspace::DatasetLink::*end) {
        return LinkModel::Column{title, right, [end](const Link& row, int role) -> QVariant {
                                     const double share = (row.link.*end).containment;
                                     if (role == Qt::DisplayRole)
                                         return shareText(share, row.link.exact);
                                     if (role == cell::ShareRole || role == cell::SortRole)
                                         return share;
                                     return {};
                                 }};
    };
    m_model->setColumns(
        {LinkModel::text(tr("Column"), [](const Link& row) { return row.column; }),
         LinkModel::chip(tr("Rows"),
                         [](const Link& row) {
                             return ChipLook{fromUtf8(row.link.kind()), QStringLiteral("link"),
                                             row.link.here.isKey || row.link.there.isKey ? Tone::Ok
                                                                                         : Tone::Neutral};
                         }),
         LinkModel::text(tr("Data set"), [](const Link& row) { return row.otherName; }),
         LinkModel::text(tr("Its column"), [](const Link& row) { return row.otherColumn; }),
         contained(tr("Found there"), &workspace::DatasetLink::here),
         contained(tr("Found here"), &workspace::DatasetLink::there),
         {tr("Values shared"), right,
          [](const Link& row, int role) -> QVariant {
              if (role == Qt::DisplayRole)
                  return row.link.exact ? formatCount(row.link.shared)
                                        : QStringLiteral("≈ %1").arg(formatCount(row.link.shared));
              return role == cell::SortRole ? QVariant(quint64{row.link.shared}) : QVariant();
          }},
         LinkModel::text(tr("What it means"), [](const Link& row) { return meaning(row.link); })});
    m_table->setColumnWidths({144, 88, 128, 168, 120, 120, 112, 0});
}

void DatasetLinksCard::showRelations() {
    if (!m_relations.has_value())
        return;
    const workspace::DatasetRelations& all = *m_relations;
    std::vector<Link> links;
    for (const workspace::DatasetLink& link : all.links) {
        const workspace::RelatedDataset& other = all.others.at(link.other);
        links.push_back({fromUtf8(all.within.columns.at(link.here.column)), other.id, fromUtf8(other.name),
                         fromUtf8(other.columns.at(link.there.column)), link});
    }
    m_model->setRows(std::move(links));

    QStringList leftOut;
    for (const workspace::RelatedDataset& other : all.others)
        if (other.leftOut.has_value())
            leftOut << tr("%1 was not compared. %2").arg(fromUtf8(other.name), errorText(*other.leftOut));
    m_leftOut->setText(leftOut.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!leftOut.isEmpty());

    const auto compared = static_cast<int>(std::ssize(all.others) - leftOut.size());
    QStringList lines;
    if (all.others.empty())
        lines << tr("There is no other data set in the workspace to compare with.");
    else
        lines << tr("Compared with %n other data set(s).", nullptr, compared);
    if (all.linksFound > all.links.size())
        lines << tr("The best are listed; %1 were found.").arg(formatCount(all.linksFound));
    const std::uint64_t unlinked = all.leftOut.fewValues + all.leftOut.chance + all.leftOut.measures;
    if (unlinked > 0)
        lines << tr("Left out: %1 pairs of columns with few values in common, %2 of numbers that agree by "
                    "chance, %3 of dates, times and amounts.")
                     .arg(formatCount(all.leftOut.fewValues), formatCount(all.leftOut.chance),
                          formatCount(all.leftOut.measures));
    m_summary->setText(lines.join(QLatin1Char(' ')));
    m_table->setVisible(compared > 0);
    m_measures->setVisible(compared > 0);
}

} // namespace mangrove::ui
