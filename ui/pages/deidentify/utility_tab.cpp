// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/utility_tab.h"

#include "i18n/format.h"
#include "pages/deidentify/figure_row.h"
#include "pages/deidentify/notes_card.h"
#include "widgets/card.h"
#include "widgets/data_table.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kMostColumnRows = 200;
constexpr int kMostPairRows = 12;
constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr auto kLeft = Qt::AlignLeft | Qt::AlignVCenter;

QString kindOf(deid::ColumnKind kind) {
    switch (kind) {
    case deid::ColumnKind::Number:
        return UtilityTab::tr("number");
    case deid::ColumnKind::Date:
        return UtilityTab::tr("date");
    case deid::ColumnKind::Category:
        break;
    }
    return UtilityTab::tr("category");
}

QString coefficient(const std::optional<double>& value) {
    return value.has_value() ? formatDecimal(*value, 3) : QString();
}

/// A share as a bar where there is one.
QVariant shareCell(const std::optional<double>& share, int role) {
    if (!share.has_value())
        return {};
    if (role == Qt::DisplayRole)
        return formatShare(*share);
    if (role == cell::ShareRole || role == cell::SortRole)
        return *share;
    return {};
}

/// The mean over columns whose cells stand for values of the original; codes tell nothing of distributions.
Figure distributionFigure(const std::vector<deid::ColumnChange>& changes) {
    const deid::ColumnChange* worst = nullptr;
    double sum = 0;
    int counted = 0;
    for (const deid::ColumnChange& change : changes) {
        if (change.unknown >= 1)
            continue;
        sum += change.totalVariation;
        ++counted;
        if (worst == nullptr || change.totalVariation > worst->totalVariation)
            worst = &change;
    }
    Figure figure{UtilityTab::tr("Distributions moved, mean of %n column(s)", nullptr, counted), dash(), {}};
    QStringList caption;
    if (worst != nullptr) {
        figure.value = formatShare(sum / counted);
        caption << UtilityTab::tr("most in %1: %2")
                       .arg(fromUtf8(worst->name), formatShare(worst->totalVariation));
    }
    if (const int codes = static_cast<int>(std::ssize(changes)) - counted; codes > 0)
        caption << UtilityTab::tr("without %n column(s) of codes", nullptr, codes);
    figure.caption = caption.join(QStringLiteral("; "));
    return figure;
}

} // namespace

UtilityTab::UtilityTab(QWidget* parent)
    : AnalysisTab(QStringLiteral("chart"), parent),
      m_targetLabel(new TextLabel(TextStyle::Body, TextRole::Secondary, this)), m_target(new QComboBox(this)),
      m_figuresCard(new Card({}, this)), m_figures(new FigureRow(m_figuresCard)),
      m_changes(new Card({}, this)), m_changeTable(new DataTable(m_changes)),
      m_changeSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_changes)),
      m_pairs(new Card({}, this)), m_pairTable(new DataTable(m_pairs)),
      m_pairSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_pairs)),
      m_scores(new Card({}, this)), m_scoreTable(new DataTable(m_scores)),
      m_scoreSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_scores)),
      m_notes(new NotesCard(Tone::Info, this)), m_changeModel(new ChangeModel(this)),
      m_pairModel(new PairModel(this)), m_scoreModel(new ScoreModel(this)) {
    choices()->addWidget(m_targetLabel);
    choices()->addWidget(m_target);
    choices()->addStretch();
    m_figuresCard->body()->addWidget(m_figures);
    m_figuresCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column()->addWidget(m_figuresCard);
    struct Part {
        Card* card;
        DataTable* table;
        TextLabel* source;
        QAbstractItemModel* model;
        int rows;
    };
    for (const Part& part : {Part{m_changes, m_changeTable, m_changeSource, m_changeModel, kMostColumnRows},
                             Part{m_pairs, m_pairTable, m_pairSource, m_pairModel, kMostPairRows},
                             Part{m_scores, m_scoreTable, m_scoreSource, m_scoreModel, kMostPairRows}}) {
        part.table->setLinkColumn(-1);
        part.table->setFitsRows(part.rows);
        part.table->setModel(part.model);
        part.source->setWrapping(true);
        part.card->body()->addWidget(part.table);
        part.card->body()->addWidget(part.source);
        part.card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column()->addWidget(part.card);
    }
    column()->addWidget(m_notes);
    column()->addStretch();
    connect(m_target, &QComboBox::activated, this, &UtilityTab::choicesChanged);
    retranslate();
}

void UtilityTab::setColumns(const std::vector<deid::AppliedColumn>& columns) {
    const QString chosen = m_target->currentData().toString();
    const QSignalBlocker blocker(m_target);
    m_target->clear();
    m_target->addItem(tr("nothing"), QString());
    for (const deid::AppliedColumn& column : columns)
        if (column.written)
            m_target->addItem(fromUtf8(column.name), fromUtf8(column.name));
    m_target->setCurrentIndex(std::max(0, m_target->findData(chosen)));
}

std::string UtilityTab::target() const {
    return toUtf8(m_target->currentData().toString());
}

void UtilityTab::setReport(deid::UtilityReport report) {
    m_report = std::move(report);
    showReport();
    setState(State::Result);
}

void UtilityTab::clear() {
    m_report.reset();
    setState(State::Empty);
}

void UtilityTab::retranslate() {
    setPurpose(tr("What is the table still good for?"),
               tr("The table is made for this alone, compared with the source and deleted again. You see how "
                  "far each column's distribution moved, what columns still say about one another, and how "
                  "well a model predicts that learnt from it."),
               tr("Measure the utility"));
    setRunning(tr("Measuring the utility"));
    m_targetLabel->setText(tr("A model predicts:"));
    m_target->setAccessibleName(tr("Column that a model predicts"));
    if (m_target->count() > 0)
        m_target->setItemText(0, tr("nothing"));
    m_changes->setTitle(tr("Distributions"));
    m_changeTable->setName(tr("Change of each column's distribution"));
    m_changeSource->setText(
        tr("Moved: share of cells that would have to change to get the original's distribution back (total "
           "variation), a label standing evenly for the values it covers. Without labels: what is left of it "
           "where labels stand for values as often as the original has them, so not coarser labels but "
           "missing rows, noise and other values."));
    m_pairs->setTitle(tr("Correlations, most changed first"));
    m_pairTable->setName(tr("Change of correlations"));
    m_pairTable->setPlaceholder(tr("No two columns are related in the original."));
    m_pairSource->setText(
        tr("Spearman's rank correlation of numbers and dates, −1 to 1; for other pairs Cramér's V, 0 to 1, "
           "corrected for bias (Bergsma 2013). What is not defined any more counts as 0."));
    m_scores->setTitle(tr("A model before and after"));
    m_scoreTable->setName(tr("Accuracy of a model"));
    m_scoreSource->setText(
        tr("Naive Bayes with Laplace's correction (Mitchell 1997, 6.9), tested on the same rows of the "
           "original. Macro F1 and the area under the ROC curve are means over classes; 0.5 of the latter is "
           "guessing."));
    m_changeModel->setColumns(changeColumns());
    m_changeTable->setColumnWidths({0, 80, 112, 96, 128, 112, 112});
    m_pairModel->setColumns(pairColumns());
    m_pairTable->setColumnWidths({0, 136, 88, 88, 88});
    m_scoreModel->setColumns(scoreColumns());
    m_scoreTable->setColumnWidths({0, 104, 104, 104, 104});
    showReport();
}

std::vector<UtilityTab::ChangeModel::Column> UtilityTab::changeColumns() const {
    using Row = deid::ColumnChange;
    return {ChangeModel::text(tr("Column"), [](const Row& row) { return fromUtf8(row.name); }),
            ChangeModel::text(tr("Kind"), [](const Row& row) { return kindOf(row.kind); }),
            {tr("Changed cells"), kRight,
             [this](const Row& row, int role) -> QVariant {
                 if (!row.changed.has_value() || !m_report.has_value() || m_report->comparedRows == 0)
                     return {};
                 return shareCell(
                     static_cast<double>(*row.changed) / static_cast<double>(m_report->comparedRows), role);
             }},
            {tr("Suppressed"), kRight,
             [](const Row& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatShare(row.suppressed) : QVariant();
             }},
            {tr("Distinct values"), kRight,
             [](const Row& row, int role) -> QVariant {
                 if (role != Qt::DisplayRole)
                     return {};
                 return row.distinctBefore == row.distinctAfter
                            ? formatCount(row.distinctAfter)
                            : QStringLiteral("%1 → %2").arg(formatCount(row.distinctBefore),
                                                            formatCount(row.distinctAfter));
             }},
            {tr("Moved"), kRight,
             [](const Row& row, int role) -> QVariant { return shareCell(row.totalVariation, role); }},
            {tr("Without labels"), kRight, [](const Row& row, int role) -> QVariant {
                 return shareCell(row.totalVariationOfLabels, role);
             }}};
}

std::vector<UtilityTab::PairModel::Column> UtilityTab::pairColumns() const {
    using Row = deid::PairChange;
    const auto value = [](const QString& title, auto of) {
        return PairModel::Column{title, kRight, [of](const Row& row, int role) -> QVariant {
                                     return role == Qt::DisplayRole ? coefficient(of(row)) : QVariant();
                                 }};
    };
    return {PairModel::text(tr("Columns"),
                            [this](const Row& row) {
                                return QStringLiteral("%1 · %2").arg(columnName(row.a), columnName(row.b));
                            }),
            {tr("Measure"), kLeft,
             [](const Row& row, int role) -> QVariant {
                 if (role != Qt::DisplayRole)
                     return {};
                 return row.numeric ? tr("Spearman") : tr("Cramér's V");
             }},
            value(tr("Before"),
                  [](const Row& row) { return row.numeric ? row.spearmanBefore : row.cramersVBefore; }),
            value(tr("After"),
                  [](const Row& row) { return row.numeric ? row.spearmanAfter : row.cramersVAfter; }),
            value(tr("Change"), [](const Row& row) { return std::optional<double>(row.change); })};
}

std::vector<UtilityTab::ScoreModel::Column> UtilityTab::scoreColumns() {
    return {ScoreModel::text(tr("Learnt from"), [](const Score& row) { return row.from; }),
            ScoreModel::count(tr("Rows"), [](const Score& row) { return row.rows; }),
            {tr("Accuracy"), kRight,
             [](const Score& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatShare(row.scores.accuracy) : QVariant();
             }},
            {tr("Macro F1"), kRight,
             [](const Score& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatDecimal(row.scores.macroF1, 3) : QVariant();
             }},
            {tr("ROC area"), kRight, [](const Score& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? formatDecimal(row.scores.rocAuc, 3) : QVariant();
             }}};
}

QString UtilityTab::columnName(std::size_t column) const {
    return m_report.has_value() ? fromUtf8(m_report->columns.at(column)) : QString();
}

void UtilityTab::showReport() {
    if (!m_report.has_value())
        return;
    showFigures();
    m_changeModel->setRows(m_report->changes);
    const auto& pairs = m_report->relations.strongest;
    m_pairModel->setRows(
        {pairs.begin(), pairs.begin() + std::min<std::ptrdiff_t>(kMostPairRows, std::ssize(pairs))});
    showModel();
    m_notes->setNotes(tr("What these figures rest on"), m_report->notes);
}

void UtilityTab::showFigures() {
    const deid::RelationChange& relations = m_report->relations;
    std::vector<Figure> figures{
        distributionFigure(m_report->changes),
        {tr("Correlations changed, mean of %n pair(s)", nullptr, static_cast<int>(relations.pairs)),
         relations.pairs > 0 ? formatDecimal(relations.meanChange, 3) : dash(),
         relations.pairs > 0
             ? tr("at most by %1, on a scale of 0 to 1").arg(formatDecimal(relations.greatestChange, 3))
             : tr("no two columns are related in the original")}};
    if (m_report->model.has_value()) {
        const deid::ModelChange& model = *m_report->model;
        figures.push_back(
            {tr("Accuracy of predicting %1").arg(fromUtf8(m_report->target)),
             QStringLiteral("%1 → %2").arg(formatShare(model.original.accuracy),
                                           formatShare(model.released.accuracy)),
             tr("always guessing the most frequent class: %1").arg(formatShare(model.majority.accuracy))});
    } else {
        figures.push_back({tr("Accuracy of a model"), dash(), tr("choose above what it should predict")});
    }
    m_figures->setFigures(figures);
}

void UtilityTab::showModel() {
    m_scores->setVisible(m_report->model.has_value());
    if (!m_report->model.has_value())
        return;
    const deid::ModelChange& model = *m_report->model;
    m_scoreModel->setRows({{tr("most frequent class"), model.trainedBefore, model.majority},
                           {tr("the original"), model.trainedBefore, model.original},
                           {tr("the de-identified table"), model.trainedAfter, model.released}});
}

} // namespace mangrove::ui
