// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/attack_tab.h"

#include "i18n/format.h"
#include "models/note_texts.h"
#include "models/words.h"
#include "pages/deidentify/attack_choices.h"
#include "pages/deidentify/figure_row.h"
#include "pages/deidentify/notes_card.h"
#include "widgets/card.h"
#include "widgets/data_table.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr int kMostRows = 12;
constexpr int kOnOthers = 3, kAddedRisk = 4; ///< columns that need a control group
const QList<int> kTrialWidths{0, 140, 68, 136, 136, 136};
const QList<int> kTrialWidthsAlone{0, 140, 68, 0, 0, 168}; ///< without these columns

/// "2.4 % (1.8–3.2)": the rate with its interval.
QString withInterval(double value, double low, double high) {
    const auto bound = [](double share) { return formatDecimal(100 * share, 1); };
    return QStringLiteral("%1 (%2–%3)").arg(formatShare(value), bound(low), bound(high));
}

QString rateOf(const std::optional<deid::AttackRate>& rate) {
    return rate.has_value() && rate->attacks > 0 ? withInterval(rate->rate, rate->low, rate->high)
                                                 : QString();
}

QString namesOf(const std::vector<std::string>& columns) {
    QStringList names;
    std::transform(columns.begin(), columns.end(), std::back_inserter(names), fromUtf8);
    return names.join(QStringLiteral(", "));
}

/// What a trial says, in a word.
ChipLook verdictOf(const deid::AttackTrial& trial) {
    if (trial.attack.attacks == 0)
        return {AttackTab::tr("nothing to try"), QStringLiteral("minus"), Tone::Neutral};
    if (trial.isWeak)
        return {AttackTab::tr("too weak"), QStringLiteral("minus"), Tone::Neutral};
    if (!trial.risk.has_value())
        return {AttackTab::tr("no control group"), QStringLiteral("question"), Tone::Info};
    if (trial.risk->low > 0)
        return {AttackTab::tr("added risk"), QStringLiteral("warning"), Tone::Warning};
    return {AttackTab::tr("no added risk"), QStringLiteral("check-circle"), Tone::Ok};
}

} // namespace

AttackTab::AttackTab(QWidget* parent)
    : AnalysisTab(QStringLiteral("shield"), parent), m_attackers(new AttackChoices(this)),
      m_linkage(new Card({}, this)), m_figures(new FigureRow(m_linkage)), m_byKnown(new DataTable(m_linkage)),
      m_linkageSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_linkage)),
      m_trials(new Card({}, this)), m_trialTable(new DataTable(m_trials)),
      m_trialSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_trials)),
      m_notes(new NotesCard(Tone::Info, this)), m_knownModel(new KnownModel(this)),
      m_trialModel(new TrialModel(this)) {
    choices()->addWidget(m_attackers, 1);
    m_linkage->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_trials->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    for (DataTable* table : {m_byKnown, m_trialTable}) {
        table->setLinkColumn(-1);
        table->setFitsRows(kMostRows);
    }
    m_byKnown->setModel(m_knownModel);
    m_trialTable->setModel(m_trialModel);
    for (TextLabel* source : {m_linkageSource, m_trialSource})
        source->setWrapping(true);
    m_linkage->body()->addWidget(m_figures);
    m_linkage->body()->addWidget(m_byKnown);
    m_linkage->body()->addWidget(m_linkageSource);
    m_trials->body()->addWidget(m_trialTable);
    m_trials->body()->addWidget(m_trialSource);
    column()->addWidget(m_linkage);
    column()->addWidget(m_trials);
    column()->addWidget(m_notes);
    column()->addStretch();
    connect(m_attackers, &AttackChoices::changed, this, &AttackTab::choicesChanged);
    retranslate();
}

void AttackTab::setReport(deid::AttackReport report, double tau) {
    m_report = std::move(report);
    m_tau = tau;
    showReport();
    setState(State::Result);
}

void AttackTab::clear() {
    m_report.reset();
    setState(State::Empty);
}

void AttackTab::retranslate() {
    setPurpose(tr("What would an attacker find out?"),
               tr("The table is made for this alone, attacked and deleted again. You see how many people an "
                  "attacker gets right by the columns known, whether single people can be singled "
                  "out, linked or their secrets inferred, and how much of that is due to the table."),
               tr("Attack the table"));
    setRunning(tr("Attacking the table"));
    m_attackers->retranslate();
    m_linkage->setTitle(tr("Linkage: who is who?"));
    m_linkageSource->setText(
        tr("Of each original record the attacker knows the columns and picks one of the rows that fit; all "
           "are equally likely. Record linkage as in GB/T 37964-2019, 4.3.2; the chance for one person is "
           "compared with τ of GB/T 42460-2023, D.1.5."));
    m_byKnown->setName(tr("People found by the number of known columns"));
    m_trials->setTitle(tr("Singling out, linkability, inference"));
    m_trialSource->setText(
        tr("Each attack is tried on people in the table, blindly, and on people who are not in it; the "
           "brackets are Wilson's 95 % interval. Added risk = (success − others) / (1 − others). "
           "Giomi et al., PoPETs 2023(2), 5.1 to 5.3 and eq. 3."));
    m_trialTable->setName(tr("Attacks with baseline and control group"));
    m_trialTable->setPlaceholder(tr("Nothing could be tried; the notes say why."));
    m_knownModel->setColumns(knownColumns());
    m_byKnown->setColumnWidths({120, 136, 128, 104, 0});
    m_trialModel->setColumns(trialColumns());
    m_trialTable->setColumnWidths(kTrialWidths);
    showReport();
}

std::vector<AttackTab::KnownModel::Column> AttackTab::knownColumns() const {
    using Row = deid::LinkageByKnown;
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    return {{tr("Columns known"), Qt::AlignLeft | Qt::AlignVCenter,
             [](const Row& row, int role) -> QVariant {
                 if (role == Qt::DisplayRole)
                     return formatCount(row.known);
                 if (role == cell::SecondaryRole)
                     return static_cast<double>(row.evaluated) < row.combinations
                                ? tr("%1 of %2 choices")
                                      .arg(formatCount(row.evaluated), formatDecimal(row.combinations, 0))
                                : tr("%n choice(s)", nullptr, static_cast<int>(row.evaluated));
                 return {};
             }},
            {tr("Right on average"), right,
             [](const Row& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatDecimal(row.averageCorrect, 1) : QVariant();
             }},
            {tr("Right at best"), right,
             [](const Row& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatDecimal(row.best.expectedCorrect, 1) : QVariant();
             }},
            KnownModel::count(tr("For certain"), [](const Row& row) { return row.best.uniquelyRight; }),
            KnownModel::text(tr("Best columns"),
                             [this](const Row& row) { return columnNames(row.best.columns); })};
}

std::vector<AttackTab::TrialModel::Column> AttackTab::trialColumns() const {
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    const auto shown = [right](const QString& title, auto text) {
        return TrialModel::Column{title, right, [text](const Trial& row, int role) -> QVariant {
                                      return role == Qt::DisplayRole && row.trial.attack.attacks > 0
                                                 ? text(row.trial)
                                                 : QVariant();
                                  }};
    };
    return {
        {tr("Attack"), Qt::AlignLeft | Qt::AlignVCenter,
         [](const Trial& row, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return row.name;
             if (role == Qt::ToolTipRole) {
                 QStringList lines{tr("%n tries", nullptr, static_cast<int>(row.trial.attack.attacks))};
                 if (!row.details.isEmpty())
                     lines << row.details;
                 return lines.join(QLatin1Char('\n'));
             }
             return {};
         }},
        shown(tr("Succeeds"), [](const deid::AttackTrial& trial) { return rateOf(trial.attack); }),
        shown(tr("Blindly"), [](const deid::AttackTrial& trial) { return formatShare(trial.baseline.rate); }),
        shown(tr("On others"), [](const deid::AttackTrial& trial) { return rateOf(trial.control); }),
        shown(tr("Added risk"),
              [](const deid::AttackTrial& trial) {
                  return trial.risk.has_value()
                             ? withInterval(trial.risk->value, trial.risk->low, trial.risk->high)
                             : QString();
              }),
        TrialModel::chip(tr("Verdict"), [](const Trial& row) { return verdictOf(row.trial); })};
}

QString AttackTab::columnNames(const std::vector<std::size_t>& columns) const {
    QStringList names;
    for (const std::size_t column : columns)
        names << fromUtf8(m_report->columns.at(column).name);
    return names.join(QStringLiteral(", "));
}

void AttackTab::showReport() {
    if (!m_report.has_value())
        return;
    showLinkage();
    showTrials();
    m_notes->setNotes(tr("What these figures rest on"), m_report->notes);
}

void AttackTab::showLinkage() {
    m_linkage->setVisible(m_report->linkage.has_value());
    if (!m_report->linkage.has_value())
        return;
    const deid::LinkageReport& linkage = *m_report->linkage;
    const deid::LinkageOutcome& all = linkage.all;
    const double share = all.records > 0 ? all.expectedCorrect / static_cast<double>(all.records) : 0;
    const bool above = all.highestChance > m_tau * (1 + 1e-12);
    m_figures->setFigures(
        {{tr("Right, knowing all %n column(s)", nullptr, static_cast<int>(all.columns.size())),
          formatDecimal(all.expectedCorrect, 1),
          linkage.sampled ? tr("of %1 sampled records (%2)").arg(formatCount(all.records), formatShare(share))
                          : tr("of %1 records (%2)").arg(formatCount(all.records), formatShare(share))},
         {tr("Found for certain"), formatCount(all.uniquelyRight),
          tr("%1 more are taken for somebody else, %2 fit no row")
              .arg(formatCount(all.wrongUnique), formatCount(all.noCandidates)),
          all.uniquelyRight > 0 ? Tone::Critical : Tone::Ok},
         {tr("Best chance for one person"), oneIn(all.highestChance),
          above ? tr("above τ = %1 for this kind of sharing").arg(oneIn(m_tau))
                : tr("within τ = %1 for this kind of sharing").arg(oneIn(m_tau)),
          above ? Tone::Critical : Tone::Ok}});
    m_knownModel->setRows(linkage.byKnown);
}

void AttackTab::showTrials() {
    std::vector<Trial> rows{
        {tr("Singling out, 1 column"), m_report->singlingOut.univariate.trial, {}},
        {tr("Singling out, ≤ %n columns", nullptr, static_cast<int>(m_report->singlingOut.columns)),
         m_report->singlingOut.multivariate.trial,
         {}}};
    if (m_report->linkability.has_value())
        rows.push_back({tr("Linkability"), *m_report->linkability,
                        tr("Between who knows %1 and who knows %2.")
                            .arg(namesOf(m_report->first), namesOf(m_report->second))});
    for (const deid::InferenceResult& result : m_report->inference)
        rows.push_back({tr("Inference: %1").arg(fromUtf8(result.secret)), result.trial, {}});
    m_trialModel->setRows(std::move(rows));
    const bool isAlone = m_report->control == deid::ControlSource::None;
    for (const int column : {kOnOthers, kAddedRisk})
        m_trialTable->setColumnHidden(column, isAlone);
    m_trialTable->setColumnWidths(isAlone ? kTrialWidthsAlone : kTrialWidths);
}

} // namespace mangrove::ui
