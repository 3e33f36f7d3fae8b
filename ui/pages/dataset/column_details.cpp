// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/column_details.h"

#include "charts/histogram_chart.h"
#include "i18n/format.h"
#include "models/words.h"
#include "widgets/chip.h"
#include "widgets/details_panel.h"
#include "widgets/key_value_list.h"
#include "widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

void addParagraph(DetailsPanel& panel, const QString& text, TextRole role = TextRole::Secondary) {
    auto* label = new TextLabel(text, TextStyle::Body, role, &panel);
    label->setWrapping(true);
    panel.body()->addWidget(label);
}

void addPairs(DetailsPanel& panel, const std::vector<KeyValue>& pairs) {
    auto* list = new KeyValueList(&panel);
    list->setRows(pairs);
    panel.body()->addWidget(list);
}

/// "? 1,204 · NA 3": words, never values of people.
QString wordCounts(const std::vector<profile::ValueCount>& words) {
    QStringList texts;
    for (const profile::ValueCount& word : words)
        texts << QStringLiteral("%1 %2").arg(fromUtf8(word.value), formatCount(word.count));
    return texts.join(QStringLiteral(" · "));
}

} // namespace

QString ColumnDetails::limitText(double value, profile::ValueType type) {
    const auto seconds = static_cast<qint64>(value);
    switch (type) {
    case profile::ValueType::Date:
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().toString(Qt::ISODate);
    case profile::ValueType::DateTime:
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case profile::ValueType::Time:
        return QTime(0, 0).addSecs(static_cast<int>(seconds)).toString(QStringLiteral("HH:mm:ss"));
    default:
        return formatDecimal(value, 2);
    }
}

void ColumnDetails::fill(DetailsPanel& panel, const ColumnView& column, QWidget* form) {
    panel.clearBody();
    if (column.view == nullptr) {
        panel.setTitle(tr("Column"));
        addParagraph(panel, tr("Select a column to see what is known about it."), TextRole::Muted);
        return;
    }
    panel.setTitle(fromUtf8(column.name()));
    if (const classify::ColumnClassification* found = column.classification()) {
        auto* chips = new QWidget(&panel);
        auto* row = new QHBoxLayout(chips);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(new Chip(classChip(found->cls), chips));
        row->addWidget(new LevelChip(found->level39725, chips));
        row->addStretch();
        panel.body()->addWidget(chips);
    }
    if (form != nullptr)
        panel.body()->addWidget(form);
    addFacts(panel, column);
    if (const profile::ColumnProfile* facts = column.profile()) {
        addDistribution(panel, *facts);
        addValues(panel, column);
        addPatterns(panel, *facts);
    }
    addEvidence(panel, column);
    addHistory(panel, column);
    panel.body()->addStretch();
}

void ColumnDetails::addFacts(DetailsPanel& panel, const ColumnView& column) {
    std::vector<KeyValue> pairs;
    if (const profile::ColumnProfile* facts = column.profile()) {
        pairs.push_back({tr("Type"), valueTypeText(facts->type)});
        pairs.push_back({tr("Missing"),
                         tr("%1 (%2)").arg(formatCount(facts->nulls), formatShare(column.missingShare()))});
        pairs.push_back({tr("Distinct"), facts->distinctExact
                                             ? formatCount(facts->distinct)
                                             : tr("about %1").arg(formatCount(facts->distinct))});
        pairs.push_back(
            {tr("Length"),
             facts->minLength == facts->maxLength
                 ? formatCount(facts->minLength)
                 : tr("%1 to %2").arg(formatCount(facts->minLength), formatCount(facts->maxLength))});
        if (facts->candidateKey == profile::CandidateKey::Yes)
            pairs.push_back({tr("Key"), tr("different in every row")});
        else if (facts->candidateKey == profile::CandidateKey::Possible)
            pairs.push_back({tr("Key"), tr("perhaps: by the estimate different in every row")});
        if (facts->mean.has_value())
            pairs.push_back({tr("Mean"), formatDecimal(*facts->mean)});
        if (facts->stddev.has_value())
            pairs.push_back({tr("Standard deviation"), formatDecimal(*facts->stddev)});
        if (!facts->nullWords.empty())
            pairs.push_back({tr("Words for missing"), wordCounts(facts->nullWords)});
        const auto warn = [&pairs](const QString& what, std::uint64_t cells) {
            if (cells > 0)
                pairs.push_back({what, formatCount(cells), {}, false, TextRole::Warning});
        };
        warn(tr("Not of this type"), facts->disagreeing);
        warn(tr("Like a word for missing"), facts->nullLike);
        warn(tr("Empty, but in quotes"), facts->emptyTexts);
        warn(tr("Blanks at the edge"), facts->blankEdges);
        warn(tr("Full-width characters"), facts->fullWidth);
        warn(tr("Wrongly decoded, it seems"), facts->mojibake);
    }
    if (!pairs.empty())
        addPairs(panel, pairs);
}

void ColumnDetails::addDistribution(DetailsPanel& panel, const profile::ColumnProfile& facts) {
    if (facts.quantiles.has_value()) {
        panel.addSection(tr("Quantiles"));
        addPairs(panel, {{tr("Smallest"), fromUtf8(facts.min)},
                         {tr("Quarter"), limitText(facts.quantiles->p25, facts.type)},
                         {tr("Half"), limitText(facts.quantiles->p50, facts.type)},
                         {tr("Three quarters"), limitText(facts.quantiles->p75, facts.type)},
                         {tr("Largest"), fromUtf8(facts.max)}});
        if (!facts.quantilesExact)
            addParagraph(panel, tr("From a sample: ranks are right within 1 %."), TextRole::Muted);
    }
    if (facts.histogram.size() > 1) {
        auto* chart = new HistogramChart(&panel);
        chart->setName(tr("Distribution of %1").arg(fromUtf8(facts.name)));
        chart->setAxisTitles({}, tr("Rows"));
        std::vector<HistogramChart::Bar> bars;
        for (const profile::HistogramBin& bin : facts.histogram)
            bars.push_back({limitText(bin.from, facts.type), static_cast<double>(bin.count), -1});
        chart->setBars(std::move(bars));
        chart->setMinimumHeight(size::kDetails / 2);
        panel.body()->addWidget(chart);
    }
}

void ColumnDetails::addValues(DetailsPanel& panel, const ColumnView& column) {
    const profile::ColumnProfile& facts = *column.profile();
    if (facts.top.empty())
        return;
    panel.addSection(tr("Frequent values"));
    const classify::ColumnClassification* found = column.classification();
    if (found != nullptr
        && (found->cls == classify::IdentifierClass::Direct
            || found->cls == classify::IdentifierClass::Professional)) {
        addParagraph(panel, tr("Values of direct identifiers are not shown here."), TextRole::Muted);
        return;
    }
    std::vector<KeyValue> pairs;
    for (const profile::ValueCount& value : facts.top)
        if (value.count >= kMinCellCount)
            pairs.push_back({fromUtf8(value.value).left(40), formatCount(value.count)});
    if (pairs.empty())
        addParagraph(panel,
                     tr("No value occurs in at least %1 rows; rarer ones are not shown.").arg(kMinCellCount),
                     TextRole::Muted);
    else
        addPairs(panel, pairs);
}

void ColumnDetails::addPatterns(DetailsPanel& panel, const profile::ColumnProfile& facts) {
    if (facts.patterns.empty())
        return;
    panel.addSection(tr("Patterns"));
    std::vector<KeyValue> pairs;
    for (const profile::PatternCount& pattern : facts.patterns)
        if (pattern.count >= kMinCellCount || pairs.empty())
            pairs.push_back({fromUtf8(pattern.pattern).left(40), formatCount(pattern.count)});
    addPairs(panel, pairs);
}

void ColumnDetails::addEvidence(DetailsPanel& panel, const ColumnView& column) {
    const classify::ColumnClassification* found = column.classification();
    if (found == nullptr)
        return;
    panel.addSection(tr("Evidence"));
    std::vector<KeyValue> pairs;
    pairs.push_back({tr("Recognised as"),
                     found->identifier.has_value() ? kindText(found->identifier) : classText(found->cls)});
    pairs.push_back({tr("Confidence"), formatShare(found->confidence)});
    for (const classify::Evidence& evidence : found->evidence)
        pairs.push_back({evidenceKindText(evidence.kind),
                         evidence.share > 0 && evidence.kind != "decision"
                             ? tr("%1 (%2)").arg(evidenceText(evidence, *found), formatShare(evidence.share))
                             : evidenceText(evidence, *found)});
    if (found->near > 0)
        pairs.push_back(
            {tr("Right form, wrong check digit"), formatCount(found->near), {}, false, TextRole::Warning});
    addPairs(panel, pairs);
    if (found->conflict)
        addParagraph(panel, tr("The name says one thing and the values another: a person has to decide."),
                     TextRole::Warning);
    for (const classify::TextFinding& text : found->textFindings)
        addParagraph(panel, tr("%n value(s) contain: %1", nullptr, static_cast<int>(text.values))
                                .arg(kindText(text.identifier)));
    if (!found->rules.empty())
        panel.addSection(tr("Why this level"));
    for (const classify::AppliedRule& rule : found->rules)
        addParagraph(panel, appliedRuleText(rule));
}

void ColumnDetails::addHistory(DetailsPanel& panel, const ColumnView& column) {
    bool first = true;
    for (const catalog::ColumnDecision& decision : column.view->decisions) {
        if (decision.column != column.name())
            continue;
        if (first)
            panel.addSection(tr("Decisions"));
        first = false;
        const auto cls = classify::parseIdentifierClass(decision.classId);
        const QString what = cls.has_value() ? classText(*cls) : fromUtf8(decision.classId);
        addParagraph(panel, tr("%1 · %2 · %3: %4")
                                .arg(formatDate(decision.at), fromUtf8(decision.by.text()), what,
                                     fromUtf8(decision.reason)));
    }
}

} // namespace mangrove::ui
