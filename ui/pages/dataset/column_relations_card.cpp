// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/column_relations_card.h"

#include "widgets/filter_chip_row.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr int kMostRelationRows = 10;
constexpr qsizetype kNamedColumns = 8;
constexpr int kDecimals = 3;
// In words: from here on a correlation or association is close, or at least clear.
constexpr double kClose = 0.9, kClear = 0.6;
// r and rho so far apart say that the line is not straight, or that a few values make it.
constexpr double kApart = 0.2;

/// What a correlation says; %1 and %2 are the columns.
QString growthText(double strength) {
    const bool grows = strength > 0;
    if (std::abs(strength) >= kClose)
        return grows ? ColumnRelationsCard::tr("%2 grows closely with %1.")
                     : ColumnRelationsCard::tr("%2 falls closely as %1 grows.");
    if (std::abs(strength) >= kClear)
        return grows ? ColumnRelationsCard::tr("%2 mostly grows with %1.")
                     : ColumnRelationsCard::tr("%2 mostly falls as %1 grows.");
    return grows ? ColumnRelationsCard::tr("%2 tends to grow with %1.")
                 : ColumnRelationsCard::tr("%2 tends to fall as %1 grows.");
}

QString associationText(double cramersV) {
    if (cramersV >= kClose)
        return ColumnRelationsCard::tr("Knowing %1 or %2 nearly gives the other away.");
    if (cramersV >= kClear)
        return ColumnRelationsCard::tr("Values of %1 mostly occur with certain values of %2.");
    return ColumnRelationsCard::tr("Some values of %1 occur more often with some of %2.");
}

} // namespace

ColumnRelationsCard::ColumnRelationsCard(QWidget* parent)
    : Card({}, parent), m_summary(new TextLabel(TextStyle::Body, TextRole::Secondary, this)),
      m_chips(new FilterChipRow(this)), m_table(new DataTable(this)),
      m_more(new TextLabel(TextStyle::Caption, TextRole::Secondary, this)),
      m_measures(new TextLabel(TextStyle::Caption, TextRole::Secondary, this)),
      m_model(new RelationModel(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_table->setModel(m_model);
    m_table->setLinkColumn(-1);
    m_table->setFitsRows(kMostRelationRows);
    for (TextLabel* label : {m_summary, m_more, m_measures})
        label->setWrapping(true);
    body()->addWidget(m_summary);
    body()->addWidget(m_chips);
    body()->addWidget(m_table);
    body()->addWidget(m_more);
    body()->addWidget(m_measures);
    connect(m_chips, &FilterChipRow::changed, this, &ColumnRelationsCard::applyFilter);
    retranslate();
}

void ColumnRelationsCard::setRelations(profile::ColumnRelations relations) {
    m_relations = std::move(relations);
    showRelations();
}

ChipLook ColumnRelationsCard::look(Kind kind) {
    switch (kind) {
    case Kind::Determines:
        return {tr("determines"), QStringLiteral("key"), Tone::Info};
    case Kind::Correlates:
        return {tr("correlates"), QStringLiteral("trend"), Tone::Ok};
    case Kind::GoesWith:
        break;
    }
    return {tr("goes with"), QStringLiteral("link"), Tone::Neutral};
}

QString ColumnRelationsCard::name(std::uint32_t column) const {
    return fromUtf8(m_relations->columns.at(column));
}

ColumnRelationsCard::Relation ColumnRelationsCard::of(const profile::Dependency& found) const {
    Relation relation{Kind::Determines,
                      name(found.from),
                      name(found.to),
                      found.strength,
                      found.error,
                      found.support,
                      {},
                      {}};
    const QString means = found.error <= 0 ? tr("Equal %1 always means equal %2.")
                                           : tr("Equal %1 nearly always means equal %2.");
    relation.meaning = means.arg(relation.from, relation.to);
    return relation;
}

ColumnRelationsCard::Relation ColumnRelationsCard::of(const profile::Correlation& found) const {
    const double pearson = found.pearson.value_or(0);
    const double spearman = found.spearman.value_or(0);
    const double strength = std::abs(pearson) > std::abs(spearman) ? pearson : spearman;
    Relation relation{
        Kind::Correlates, name(found.a), name(found.b), strength, std::nullopt, found.rows, {}, {}};
    relation.meaning = growthText(strength).arg(relation.from, relation.to);
    if (std::abs(spearman) > std::abs(pearson) + kApart)
        relation.meaning = tr("%1 Not in proportion.").arg(relation.meaning);
    else if (std::abs(pearson) > std::abs(spearman) + kApart)
        relation.meaning = tr("%1 A few extreme values may make it.").arg(relation.meaning);
    const auto figure = [](const std::optional<double>& value) {
        return value.has_value() ? formatDecimal(*value, kDecimals) : dash();
    };
    relation.details = tr("Pearson %1, Spearman %2").arg(figure(found.pearson), figure(found.spearman));
    return relation;
}

ColumnRelationsCard::Relation ColumnRelationsCard::of(const profile::Association& found) const {
    Relation relation{
        Kind::GoesWith, name(found.a), name(found.b), found.cramersV, std::nullopt, found.rows, {}, {}};
    relation.meaning = associationText(found.cramersV).arg(relation.from, relation.to);
    return relation;
}

void ColumnRelationsCard::retranslate() {
    setTitle(tr("Within this data set"));
    m_table->setName(tr("Relations between columns"));
    m_table->setPlaceholder(tr("No column says more about another than chance would."));
    m_measures->setText(tr(
        "Determines: strength is μ, 1 = holds in every row, 0 = chance (Piatetsky-Shapiro & Matheus 1993); "
        "except: share of rows to remove so that it holds, g3 (Kivinen & Mannila 1995). Correlates: the "
        "greater of Pearson's r and Spearman's ρ. Goes with: Cramér's V, corrected for bias (Bergsma "
        "2013). Rows: those that could contradict. What chance would show is left out."));
    setColumns();
    showRelations();
}

void ColumnRelationsCard::setColumns() {
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    m_model->setColumns(
        {RelationModel::text(tr("From"), [](const Relation& row) { return row.from; }),
         RelationModel::chip(tr("Relation"), [](const Relation& row) { return look(row.kind); }),
         RelationModel::text(tr("To"), [](const Relation& row) { return row.to; }),
         {tr("Strength"), right,
          [](const Relation& row, int role) -> QVariant {
              if (role == Qt::DisplayRole)
                  return formatDecimal(row.strength, kDecimals);
              if (role == Qt::ToolTipRole)
                  return row.details;
              return role == cell::SortRole ? row.strength : QVariant();
          }},
         {tr("Except"), right,
          [](const Relation& row, int role) -> QVariant {
              if (role == Qt::DisplayRole && row.error.has_value())
                  return formatShare(*row.error, 2);
              return role == cell::SortRole ? row.error.value_or(0) : QVariant();
          }},
         RelationModel::count(tr("Rows"), [](const Relation& row) { return row.support; }),
         RelationModel::text(tr("What it means"), [](const Relation& row) { return row.meaning; })});
    m_table->setColumnWidths({144, 132, 144, 88, 84, 84, 0});
}

void ColumnRelationsCard::showRelations() {
    m_all.clear();
    if (!m_relations.has_value())
        return;
    for (const profile::Dependency& found : m_relations->dependencies)
        m_all.push_back(of(found));
    for (const profile::Correlation& found : m_relations->correlations)
        m_all.push_back(of(found));
    for (const profile::Association& found : m_relations->associations)
        m_all.push_back(of(found));
    std::vector<FilterChip> chips;
    for (const Kind kind : {Kind::Determines, Kind::Correlates, Kind::GoesWith}) {
        const ChipLook shown = look(kind);
        chips.push_back(
            {QString::number(static_cast<int>(kind)), shown.text,
             static_cast<qint64>(std::count_if(m_all.begin(), m_all.end(),
                                               [&](const Relation& one) { return one.kind == kind; })),
             shown.icon});
    }
    m_chips->setChips(chips);

    const auto named = [this](const std::vector<std::uint32_t>& columns) {
        QStringList names;
        for (std::size_t i = 0; i < columns.size() && names.size() < kNamedColumns; ++i)
            names << name(columns[i]);
        if (std::ssize(columns) > names.size())
            names << QStringLiteral("…");
        return names.join(tr(", "));
    };
    QStringList lines;
    lines << (m_relations->exact()
                  ? tr("All %1 rows were looked at.").arg(formatCount(m_relations->rows))
                  : tr("A sample of %1 of %2 rows was looked at.")
                        .arg(formatCount(m_relations->sampledRows), formatCount(m_relations->rows)));
    if (!m_relations->keys.empty())
        lines << tr("Every value occurs once in: %1.").arg(named(m_relations->keys));
    if (!m_relations->constants.empty())
        lines << tr("One value or none in: %1.").arg(named(m_relations->constants));
    m_summary->setText(lines.join(QLatin1Char(' ')));

    const auto& all = *m_relations;
    const std::uint64_t found = all.dependenciesFound + all.correlationsFound + all.associationsFound;
    // each list that was cut, and columns that were not paired, are a warning
    const auto cut = static_cast<std::ptrdiff_t>(all.dependenciesFound > all.dependencies.size())
                     + static_cast<std::ptrdiff_t>(all.correlationsFound > all.correlations.size())
                     + static_cast<std::ptrdiff_t>(all.associationsFound > all.associations.size());
    QStringList more;
    if (cut > 0)
        more << tr("The strongest are listed; %1 were found.").arg(formatCount(found));
    if (std::count_if(all.warnings.begin(), all.warnings.end(),
                      [](const io::ReadWarning& warning) { return warning.code == "relations-left-out"; })
        > cut)
        more << tr("The table has too many columns to pair them all; only the first ones were.");
    m_more->setText(more.join(QLatin1Char(' ')));
    m_more->setVisible(!more.isEmpty());
    applyFilter();
}

void ColumnRelationsCard::applyFilter() {
    const QStringList active = m_chips->active();
    std::vector<Relation> shown;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(shown), [&](const Relation& one) {
        return active.isEmpty() || active.contains(QString::number(static_cast<int>(one.kind)));
    });
    m_model->setRows(std::move(shown));
}

bool ColumnRelationsCard::clearFilters() {
    const bool had = m_chips->clear();
    if (had)
        applyFilter();
    return had;
}

void ColumnRelationsCard::focusFilter() {
    m_chips->setFocus();
}

} // namespace mangrove::ui
