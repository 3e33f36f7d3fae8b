// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/explanation_tab.h"

#include "i18n/format.h"
#include "models/note_texts.h"
#include "pages/deidentify/figure_row.h"
#include "pages/deidentify/notes_card.h"
#include "widgets/card.h"
#include "widgets/data_table.h"
#include "widgets/text_label.h"

#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr int kMostReasonRows = 40;
constexpr int kMostSizeRows = 12;

ChipLook whyChip(deid::LevelReason::Why why) {
    switch (why) {
    case deid::LevelReason::Why::TooManyRecords:
        return {ExplanationTab::tr("finer breaks the models"), QStringLiteral("shield-check"), Tone::Info};
    case deid::LevelReason::Why::CostsMore:
        return {ExplanationTab::tr("finer costs more"), QStringLiteral("trend"), Tone::Accent};
    case deid::LevelReason::Why::LeastLevel:
        break;
    }
    return {ExplanationTab::tr("finest allowed"), QStringLiteral("check-circle"), Tone::Ok};
}

/// "k-anonymity 25, l-diversity of diagnosis 3": what each model would suppress by itself.
QString demandsText(const deid::CandidateNode& node) {
    QStringList parts;
    for (const deid::ModelDemand& demand : node.demands) {
        const QString model = noteWord(demand.model).value_or(fromUtf8(demand.model));
        parts << (demand.column.empty()
                      ? QStringLiteral("%1 %2").arg(model, formatCount(demand.suppressed))
                      : ExplanationTab::tr("%1 of %2 %3")
                            .arg(model, fromUtf8(demand.column), formatCount(demand.suppressed)));
    }
    return parts.join(QStringLiteral(", "));
}

QString lossText(double loss) {
    return formatDecimal(loss, 4);
}

} // namespace

ExplanationTab::ExplanationTab(QWidget* parent)
    : AnalysisTab(QStringLiteral("question"), parent), m_figuresCard(new Card({}, this)),
      m_figures(new FigureRow(m_figuresCard)), m_cautions(new NotesCard(Tone::Warning, this)),
      m_none(new TextLabel(TextStyle::Body, TextRole::Secondary, this)), m_reasons(new Card({}, this)),
      m_reasonTable(new DataTable(m_reasons)),
      m_reasonSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_reasons)),
      m_sizes(new Card({}, this)), m_sizeTable(new DataTable(m_sizes)),
      m_sizeSource(new TextLabel(TextStyle::Caption, TextRole::Secondary, m_sizes)),
      m_reasonModel(new ReasonModel(this)), m_sizeModel(new SizeModel(this)) {
    for (Card* card : {m_figuresCard, m_reasons, m_sizes})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    for (TextLabel* label : {m_none, m_reasonSource, m_sizeSource})
        label->setWrapping(true);
    m_figuresCard->body()->addWidget(m_figures);
    m_reasonTable->setLinkColumn(-1);
    m_reasonTable->setFitsRows(kMostReasonRows);
    m_reasonTable->setModel(m_reasonModel);
    m_reasons->body()->addWidget(m_reasonTable);
    m_reasons->body()->addWidget(m_reasonSource);
    m_sizeTable->setLinkColumn(-1);
    m_sizeTable->setFitsRows(kMostSizeRows);
    m_sizeTable->setModel(m_sizeModel);
    m_sizes->body()->addWidget(m_sizeTable);
    m_sizes->body()->addWidget(m_sizeSource);
    column()->addWidget(m_cautions);
    column()->addWidget(m_figuresCard);
    column()->addWidget(m_none);
    column()->addWidget(m_reasons);
    column()->addWidget(m_sizes);
    column()->addStretch();
    retranslate();
}

void ExplanationTab::setReport(deid::SearchReport report, const std::string& measure) {
    m_report = std::move(report);
    m_measure = measure;
    showReport();
    setState(State::Result);
}

void ExplanationTab::clear() {
    m_report.reset();
    setState(State::Empty);
}

void ExplanationTab::retranslate() {
    setPurpose(tr("Why these levels?"),
               tr("For each quasi-identifier you see what one level less and one more would mean, which "
                  "groups are suppressed and for which model, what the next best levels cost, and whether "
                  "the result only looks good."),
               tr("Explain the levels"));
    setRunning(tr("Explaining the levels"));
    m_reasons->setTitle(tr("Level by level"));
    m_reasonTable->setName(tr("Reasons for the level of each column"));
    m_sizes->setTitle(tr("Suppressed groups by size"));
    m_sizeTable->setName(tr("Suppressed groups by size"));
    m_none->setText(tr("With local recoding each group of similar records has levels of its own, so there is "
                       "nothing to explain level by level."));
    m_reasonModel->setColumns(reasonColumns());
    m_reasonTable->setColumnWidths({0, 72, 184, 192, 192});
    m_sizeModel->setColumns(sizeColumns());
    m_sizeTable->setColumnWidths({0, 160, 160});
    showReport();
}

QString ExplanationTab::candidateText(const std::optional<deid::CandidateNode>& candidate) const {
    if (!candidate.has_value())
        return {};
    const QString rows = tr("%n suppressed", nullptr, static_cast<int>(candidate->suppressed));
    if (!candidate->valid)
        return tr("%1: too many").arg(rows);
    return tr("loss %1, %2").arg(lossText(candidate->loss), rows);
}

std::vector<ExplanationTab::ReasonModel::Column> ExplanationTab::reasonColumns() const {
    const auto candidate = [this](const QString& title, auto of) {
        return ReasonModel::Column{
            title, Qt::AlignLeft | Qt::AlignVCenter, [this, of](const Reason& row, int role) -> QVariant {
                const std::optional<deid::CandidateNode>& node = of(row.reason);
                if (role == Qt::DisplayRole)
                    return candidateText(node);
                if (role == Qt::ToolTipRole && node.has_value())
                    return tr("By themselves the models would suppress: %1.").arg(demandsText(*node));
                return {};
            }};
    };
    return {ReasonModel::text(tr("Column"), [](const Reason& row) { return fromUtf8(row.reason.column); }),
            {tr("Level"), Qt::AlignLeft | Qt::AlignVCenter,
             [](const Reason& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? tr("%1 of %2").arg(row.reason.level).arg(row.maxLevel)
                                                : QVariant();
             }},
            ReasonModel::chip(tr("Why"), [](const Reason& row) { return whyChip(row.reason.why); }),
            candidate(tr("One level less"), [](const deid::LevelReason& reason) { return reason.finer; }),
            candidate(tr("One level more"), [](const deid::LevelReason& reason) { return reason.coarser; })};
}

std::vector<ExplanationTab::SizeModel::Column> ExplanationTab::sizeColumns() {
    return {
        SizeModel::text(tr("Records in a group"), [](const ClassSize& row) { return formatCount(row.size); }),
        SizeModel::count(tr("Groups"), [](const ClassSize& row) { return row.classes; }),
        SizeModel::count(tr("Records"), [](const ClassSize& row) { return row.classes * row.size; })};
}

void ExplanationTab::showReport() {
    if (!m_report.has_value())
        return;
    const bool explained = m_report->explanation.has_value();
    m_none->setVisible(!explained);
    m_figuresCard->setVisible(explained);
    m_reasons->setVisible(explained);
    m_sizes->setVisible(explained && !m_report->explanation->suppressedSizes.empty());
    m_cautions->setNotes(tr("Beware"),
                         explained ? m_report->explanation->cautions : std::vector<deid::CodedNote>());
    if (explained)
        showExplanation(*m_report->explanation);
}

std::vector<Figure> ExplanationTab::figuresOf(const deid::Explanation& explanation) const {
    std::uint64_t classes = 0;
    for (const auto& [size, count] : explanation.suppressedSizes)
        classes += count;
    Figure next{tr("The next best levels cost"), dash(),
                tr("No other combination of levels meets the models.")};
    if (explanation.nextBest.has_value()) {
        QStringList changes;
        for (std::size_t q = 0; q < explanation.attributes.size(); ++q)
            if (explanation.nextBest->levels.at(q) != explanation.chosen.levels.at(q))
                changes << tr("%1 at level %2")
                               .arg(fromUtf8(explanation.attributes[q].column))
                               .arg(explanation.nextBest->levels[q]);
        next.value =
            QStringLiteral("+%1").arg(lossText(explanation.nextBest->loss - explanation.chosen.loss));
        const QString what = QStringLiteral("%1; %2").arg(
            changes.join(QStringLiteral(", ")),
            tr("%n suppressed", nullptr, static_cast<int>(explanation.nextBest->suppressed)));
        next.caption = explanation.nextBestProven ? what : tr("%1; the best met, not proven").arg(what);
    }
    return {{tr("Information loss, measure “%1”").arg(noteWord(m_measure).value_or(fromUtf8(m_measure))),
             lossText(explanation.chosen.loss),
             m_report->exhaustive
                 ? tr("the least of %1 combinations of levels").arg(formatCount(m_report->lattice))
                 : tr("the least met; %1 of %2 combinations were looked at")
                       .arg(formatCount(m_report->checked), formatCount(m_report->lattice))},
            {tr("Records suppressed"), formatCount(explanation.chosen.suppressed),
             tr("%n group(s)", nullptr, static_cast<int>(classes))},
            next};
}

void ExplanationTab::showExplanation(const deid::Explanation& explanation) {
    m_figures->setFigures(figuresOf(explanation));
    std::vector<Reason> reasons;
    for (const deid::LevelReason& reason : explanation.attributes) {
        std::uint32_t most = reason.level;
        for (std::size_t q = 0; q < m_report->columns.size(); ++q)
            if (m_report->columns[q] == reason.column)
                most = m_report->maxLevels.at(q);
        reasons.push_back({reason, most});
    }
    m_reasonModel->setRows(std::move(reasons));
    m_reasonSource->setText(tr("One level less or more of that column alone, all others as they are. Level 0 "
                               "is the value itself; "
                               "less loss is better. By themselves the models would suppress: %1.")
                                .arg(demandsText(explanation.chosen)));
    std::vector<ClassSize> sizes;
    for (const auto& [size, classes] : explanation.suppressedSizes)
        sizes.push_back({size, classes});
    m_sizeModel->setRows(std::move(sizes));
    m_sizeSource->setText(
        tr("A group is all records that look alike in the quasi-identifiers "
           "(equivalence class, GB/T 42460-2023, Annex D). Those that break a model leave the "
           "table."));
}

} // namespace mangrove::ui
