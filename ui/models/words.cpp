// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "i18n/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace mangrove::ui {

namespace {

QString word(const char* text) {
    return QCoreApplication::translate("Words", text);
}

} // namespace

bool chineseShown() {
    return QLocale().language() == QLocale::Chinese;
}

QString domainText(catalog::Domain domain) {
    switch (domain) {
    case catalog::Domain::Care:
        return word(QT_TRANSLATE_NOOP("Words", "Medical care"));
    case catalog::Domain::Insurance:
        return word(QT_TRANSLATE_NOOP("Words", "Medical insurance"));
    case catalog::Domain::Pharma:
        return word(QT_TRANSLATE_NOOP("Words", "Pharmaceuticals"));
    case catalog::Domain::Other:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Other"));
}

ChipLook domainChip(catalog::Domain domain) {
    switch (domain) {
    case catalog::Domain::Care:
        return {domainText(domain), QStringLiteral("heart"), Tone::Accent};
    case catalog::Domain::Insurance:
        return {domainText(domain), QStringLiteral("shield"), Tone::Info};
    case catalog::Domain::Pharma:
        return {domainText(domain), QStringLiteral("leaf"), Tone::Ok};
    case catalog::Domain::Other:
        break;
    }
    return {domainText(domain), QStringLiteral("dataset"), Tone::Neutral};
}

QString classText(classify::IdentifierClass cls) {
    switch (cls) {
    case classify::IdentifierClass::Direct:
        return word(QT_TRANSLATE_NOOP("Words", "Direct identifier"));
    case classify::IdentifierClass::Quasi:
        return word(QT_TRANSLATE_NOOP("Words", "Quasi-identifier"));
    case classify::IdentifierClass::Sensitive:
        return word(QT_TRANSLATE_NOOP("Words", "Sensitive"));
    case classify::IdentifierClass::Professional:
        return word(QT_TRANSLATE_NOOP("Words", "Professional"));
    case classify::IdentifierClass::Organisation:
        return word(QT_TRANSLATE_NOOP("Words", "Organisation"));
    case classify::IdentifierClass::Code:
        return word(QT_TRANSLATE_NOOP("Words", "Code"));
    case classify::IdentifierClass::None:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Nothing recognised"));
}

ChipLook classChip(classify::IdentifierClass cls) {
    switch (cls) {
    case classify::IdentifierClass::Direct:
        return {classText(cls), QStringLiteral("person"), Tone::Critical};
    case classify::IdentifierClass::Quasi:
        return {classText(cls), QStringLiteral("calendar"), Tone::Warning};
    case classify::IdentifierClass::Sensitive:
        return {classText(cls), QStringLiteral("heart"), Tone::Info};
    case classify::IdentifierClass::Professional:
        return {classText(cls), QStringLiteral("professional"), Tone::Warning};
    case classify::IdentifierClass::Organisation:
        return {classText(cls), QStringLiteral("organisation"), Tone::Neutral};
    case classify::IdentifierClass::Code:
        return {classText(cls), QStringLiteral("code"), Tone::Neutral};
    case classify::IdentifierClass::None:
        break;
    }
    return {classText(cls), QStringLiteral("dot"), Tone::Neutral};
}

QString kindText(const std::optional<std::string>& identifier) {
    if (!identifier.has_value() || identifier->empty())
        return {};
    const classify::IdentifierKind* kind = classify::findIdentifierKind(*identifier);
    if (kind == nullptr)
        return fromUtf8(*identifier);
    return fromUtf8(chineseShown() ? kind->nameZh : kind->nameEn);
}

QString evidenceKindText(std::string_view kind) {
    if (kind == "name")
        return word(QT_TRANSLATE_NOOP("Words", "Column name"));
    if (kind == "value")
        return word(QT_TRANSLATE_NOOP("Words", "Values"));
    if (kind == "checksum")
        return word(QT_TRANSLATE_NOOP("Words", "Check digit"));
    if (kind == "dictionary")
        return word(QT_TRANSLATE_NOOP("Words", "Dictionary"));
    if (kind == "context")
        return word(QT_TRANSLATE_NOOP("Words", "Context"));
    if (kind == "decision")
        return word(QT_TRANSLATE_NOOP("Words", "Decision"));
    if (kind == "stale-decision")
        return word(QT_TRANSLATE_NOOP("Words", "Stale decision"));
    return fromUtf8(kind);
}

QString evidenceSentence(const classify::ColumnClassification& column) {
    const auto rests = [&](std::string_view kind) {
        return std::any_of(column.evidence.begin(), column.evidence.end(),
                           [&](const classify::Evidence& evidence) { return evidence.kind == kind; });
    };
    if (column.freeText)
        return word(QT_TRANSLATE_NOOP("Words", "Free text: it may name persons whatever is found in it."));
    const bool named = rests("name");
    const bool fits = column.valid > 0 && column.distinct > 0;
    if (named && fits)
        return word(QT_TRANSLATE_NOOP("Words", "The name says so, and %1 of %2 distinct values fit."))
            .arg(formatCount(column.valid), formatCount(column.distinct));
    if (named)
        return word(QT_TRANSLATE_NOOP("Words", "The name says so; the values alone prove nothing."));
    if (fits)
        return word(QT_TRANSLATE_NOOP("Words", "%1 of %2 distinct values fit, more than chance gives."))
            .arg(formatCount(column.valid), formatCount(column.distinct));
    if (column.cls != classify::IdentifierClass::None)
        return word(QT_TRANSLATE_NOOP("Words", "Because a person or a rule says so."));
    return word(QT_TRANSLATE_NOOP("Words", "Neither name nor values point to anything."));
}

QString evidenceText(const classify::Evidence& evidence, const classify::ColumnClassification& column) {
    const bool own = evidence.kind == "decision" || evidence.kind == "stale-decision";
    if (!chineseShown() || own)
        return fromUtf8(evidence.detail);
    if (evidence.kind == "name")
        return word(QT_TRANSLATE_NOOP("Words", "the name points to it"));
    if (evidence.kind == "value" || evidence.kind == "checksum")
        return word(QT_TRANSLATE_NOOP("Words", "%1 of %2 distinct values fit"))
            .arg(formatCount(column.valid), formatCount(column.distinct));
    if (evidence.kind == "dictionary")
        return word(QT_TRANSLATE_NOOP("Words", "the values are in a known list"));
    if (evidence.kind == "context")
        return word(QT_TRANSLATE_NOOP("Words", "what stands around it points to it"));
    return fromUtf8(evidence.detail);
}

QString appliedRuleText(const classify::AppliedRule& rule) {
    return word(QT_TRANSLATE_NOOP("Words", "%1, %2 (%3)"))
        .arg(fromUtf8(rule.source), fromUtf8(rule.clause), ruleStatusText(rule.status));
}

QString fieldChangesText(const std::vector<std::string>& changes) {
    QStringList words;
    for (const std::string& change : changes) {
        if (change == "class")
            words << word(QT_TRANSLATE_NOOP("Words", "proposed class"));
        else if (change == "kind")
            words << word(QT_TRANSLATE_NOOP("Words", "proposed kind"));
        else if (change == "type")
            words << word(QT_TRANSLATE_NOOP("Words", "type of the values"));
        else if (change == "pattern")
            words << word(QT_TRANSLATE_NOOP("Words", "form of the values"));
        else if (change == "missing")
            words << word(QT_TRANSLATE_NOOP("Words", "share of missing values"));
        else if (change == "distinct")
            words << word(QT_TRANSLATE_NOOP("Words", "share of distinct values"));
        else
            words << fromUtf8(change);
    }
    return words.join(QStringLiteral(", "));
}

QString ruleStatusText(std::string_view status) {
    if (status == "V")
        return word(QT_TRANSLATE_NOOP("Words", "verified"));
    if (status == "S")
        return word(QT_TRANSLATE_NOOP("Words", "from a secondary source"));
    return word(QT_TRANSLATE_NOOP("Words", "to be confirmed"));
}

QString valueTypeText(profile::ValueType type) {
    switch (type) {
    case profile::ValueType::Empty:
        return word(QT_TRANSLATE_NOOP("Words", "empty"));
    case profile::ValueType::Boolean:
        return word(QT_TRANSLATE_NOOP("Words", "yes/no"));
    case profile::ValueType::Integer:
        return word(QT_TRANSLATE_NOOP("Words", "integer"));
    case profile::ValueType::Decimal:
        return word(QT_TRANSLATE_NOOP("Words", "decimal"));
    case profile::ValueType::Date:
        return word(QT_TRANSLATE_NOOP("Words", "date"));
    case profile::ValueType::DateTime:
        return word(QT_TRANSLATE_NOOP("Words", "date and time"));
    case profile::ValueType::Time:
        return word(QT_TRANSLATE_NOOP("Words", "time"));
    case profile::ValueType::Text:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "text"));
}

QString dimensionText(std::string_view dimension) {
    static constexpr const char* kWords[] = {
        QT_TRANSLATE_NOOP("Words", "Normativity"), QT_TRANSLATE_NOOP("Words", "Completeness"),
        QT_TRANSLATE_NOOP("Words", "Accuracy"),    QT_TRANSLATE_NOOP("Words", "Consistency"),
        QT_TRANSLATE_NOOP("Words", "Timeliness"),  QT_TRANSLATE_NOOP("Words", "Accessibility")};
    for (int i = 0; i < 6; ++i)
        if (quality::toText(static_cast<quality::Dimension>(i)) == dimension)
            return word(kWords[i]);
    return fromUtf8(dimension);
}

QString findingStatusText(quality::FindingStatus status) {
    switch (status) {
    case quality::FindingStatus::Pass:
        return word(QT_TRANSLATE_NOOP("Words", "Pass"));
    case quality::FindingStatus::PassWithViolations:
        return word(QT_TRANSLATE_NOOP("Words", "Pass with violations"));
    case quality::FindingStatus::Fail:
        return word(QT_TRANSLATE_NOOP("Words", "Fail"));
    case quality::FindingStatus::NotApplicable:
        return word(QT_TRANSLATE_NOOP("Words", "Not applicable"));
    case quality::FindingStatus::Error:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Error"));
}

ChipLook findingStatusChip(quality::FindingStatus status) {
    switch (status) {
    case quality::FindingStatus::Pass:
        return {findingStatusText(status), QStringLiteral("check-circle"), Tone::Ok};
    case quality::FindingStatus::PassWithViolations:
        return {findingStatusText(status), QStringLiteral("warning"), Tone::Warning};
    case quality::FindingStatus::Fail:
        return {findingStatusText(status), QStringLiteral("critical"), Tone::Critical};
    case quality::FindingStatus::NotApplicable:
        return {findingStatusText(status), QStringLiteral("dot"), Tone::Neutral};
    case quality::FindingStatus::Error:
        break;
    }
    return {findingStatusText(status), QStringLiteral("info"), Tone::Info};
}

QString severityText(quality::Severity severity) {
    switch (severity) {
    case quality::Severity::Info:
        return word(QT_TRANSLATE_NOOP("Words", "Note"));
    case quality::Severity::Warning:
        return word(QT_TRANSLATE_NOOP("Words", "Warning"));
    case quality::Severity::Error:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Critical"));
}

ChipLook severityChip(quality::Severity severity) {
    switch (severity) {
    case quality::Severity::Info:
        return {severityText(severity), QStringLiteral("info"), Tone::Info};
    case quality::Severity::Warning:
        return {severityText(severity), QStringLiteral("warning"), Tone::Warning};
    case quality::Severity::Error:
        break;
    }
    return {severityText(severity), QStringLiteral("critical"), Tone::Critical};
}

QString ruleTypeText(quality::RuleType type) {
    switch (type) {
    case quality::RuleType::Completeness:
        return word(QT_TRANSLATE_NOOP("Words", "Every cell is filled"));
    case quality::RuleType::Validity:
        return word(QT_TRANSLATE_NOOP("Words", "Every value has the right form"));
    case quality::RuleType::Uniqueness:
        return word(QT_TRANSLATE_NOOP("Words", "The key occurs once"));
    case quality::RuleType::Order:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "The dates are in order"));
}

QString findingSentence(const quality::Finding& finding) {
    const QString column = fromUtf8(finding.column);
    const QString violated = formatCount(finding.violated);
    const QString all = formatCount(finding.denominator);
    if (finding.message == "no-such-column")
        return word(QT_TRANSLATE_NOOP("Words", "The table has no column %1.")).arg(column);
    if (finding.message == "empty-column")
        return word(QT_TRANSLATE_NOOP("Words", "The column %1 is empty.")).arg(column);
    if (finding.message == "empty-table")
        return word(QT_TRANSLATE_NOOP("Words", "The table has no rows."));
    if (finding.violated == 0)
        return word(QT_TRANSLATE_NOOP("Words", "%1: nothing wrong in %2 cells.")).arg(column, all);
    if (finding.message == "null-cells")
        return word(QT_TRANSLATE_NOOP("Words", "%1: %2 of %3 cells are missing.")).arg(column, violated, all);
    if (finding.message == "duplicate-keys")
        return word(QT_TRANSLATE_NOOP("Words", "%1: %2 of %3 rows share their key with another row."))
            .arg(column, violated, all);
    if (finding.message == "wrong-order")
        return word(QT_TRANSLATE_NOOP("Words", "%1: in %2 of %3 rows the later date comes first."))
            .arg(column, violated, all);
    return word(QT_TRANSLATE_NOOP("Words", "%1: %2 of %3 values are not of the right form."))
        .arg(column, violated, all);
}

QString transformText(deid::TransformType type) {
    switch (type) {
    case deid::TransformType::Keep:
        return word(QT_TRANSLATE_NOOP("Words", "Keep"));
    case deid::TransformType::Suppress:
        return word(QT_TRANSLATE_NOOP("Words", "Suppress"));
    case deid::TransformType::Mask:
        return word(QT_TRANSLATE_NOOP("Words", "Mask"));
    case deid::TransformType::Pseudonym:
        return word(QT_TRANSLATE_NOOP("Words", "Pseudonym"));
    case deid::TransformType::Generalise:
        return word(QT_TRANSLATE_NOOP("Words", "Generalise"));
    case deid::TransformType::Encrypt:
        return word(QT_TRANSLATE_NOOP("Words", "Encrypt"));
    case deid::TransformType::Surrogate:
        return word(QT_TRANSLATE_NOOP("Words", "Surrogate"));
    case deid::TransformType::Bin:
        return word(QT_TRANSLATE_NOOP("Words", "Intervals"));
    case deid::TransformType::Limit:
        return word(QT_TRANSLATE_NOOP("Words", "Limit extremes"));
    case deid::TransformType::Round:
        return word(QT_TRANSLATE_NOOP("Words", "Round"));
    case deid::TransformType::TruncateDate:
        return word(QT_TRANSLATE_NOOP("Words", "Shorten date"));
    case deid::TransformType::Noise:
        return word(QT_TRANSLATE_NOOP("Words", "Noise"));
    case deid::TransformType::MicroAggregate:
        return word(QT_TRANSLATE_NOOP("Words", "Micro-aggregate"));
    case deid::TransformType::Permute:
        return word(QT_TRANSLATE_NOOP("Words", "Shuffle"));
    case deid::TransformType::SuppressCells:
        return word(QT_TRANSLATE_NOOP("Words", "Empty cells"));
    case deid::TransformType::RedactText:
        return word(QT_TRANSLATE_NOOP("Words", "Redact text"));
    case deid::TransformType::DateShift:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Date shift"));
}

QString transformEffect(deid::TransformType type) {
    switch (type) {
    case deid::TransformType::Keep:
        return word(QT_TRANSLATE_NOOP("Words", "The values stay as they are."));
    case deid::TransformType::Suppress:
        return word(QT_TRANSLATE_NOOP("Words", "The column leaves the table. Nobody can restore it."));
    case deid::TransformType::Mask:
        return word(
            QT_TRANSLATE_NOOP("Words", "Part of each value is covered; what is left narrows it down."));
    case deid::TransformType::Pseudonym:
        return word(QT_TRANSLATE_NOOP("Words", "Each value gets a fixed code made with a secret key. Only "
                                               "the holder of the key can link it back."));
    case deid::TransformType::Generalise:
        return word(QT_TRANSLATE_NOOP(
            "Words", "Values are replaced by a wider group. Nobody can restore the exact value."));
    case deid::TransformType::Encrypt:
        return word(QT_TRANSLATE_NOOP(
            "Words", "Each value becomes another of the same form, reversible with the secret key."));
    case deid::TransformType::Surrogate:
        return word(QT_TRANSLATE_NOOP(
            "Words", "Each value becomes a made-up one that is nobody's; equal values stay equal."));
    case deid::TransformType::Bin:
        return word(QT_TRANSLATE_NOOP("Words", "Numbers become intervals; differences inside are gone."));
    case deid::TransformType::Limit:
        return word(QT_TRANSLATE_NOOP(
            "Words", "Values at or beyond a bound become one group; all others stay exact."));
    case deid::TransformType::Round:
        return word(QT_TRANSLATE_NOOP("Words", "Numbers are rounded to a multiple."));
    case deid::TransformType::TruncateDate:
        return word(QT_TRANSLATE_NOOP("Words", "Only the year, quarter, month or week of a date stays."));
    case deid::TransformType::Noise:
        return word(QT_TRANSLATE_NOOP(
            "Words", "A random amount is added to each number; sums and means stay about right."));
    case deid::TransformType::MicroAggregate:
        return word(
            QT_TRANSLATE_NOOP("Words", "Each number becomes the average of a group of similar rows."));
    case deid::TransformType::Permute:
        return word(QT_TRANSLATE_NOOP(
            "Words", "The cells of the column change places; relations to other columns are gone."));
    case deid::TransformType::SuppressCells:
        return word(QT_TRANSLATE_NOOP("Words", "Single cells are emptied by rule; the others stay exact."));
    case deid::TransformType::RedactText:
        return word(
            QT_TRANSLATE_NOOP("Words", "Identifiers found in the text are replaced; those missed stay."));
    case deid::TransformType::DateShift:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "All dates of a person move by the same secret number of days; "
                                           "intervals stay."));
}

QString attributeRoleText(deid::AttributeRole role) {
    switch (role) {
    case deid::AttributeRole::Direct:
        return word(QT_TRANSLATE_NOOP("Words", "Direct identifier"));
    case deid::AttributeRole::Quasi:
        return word(QT_TRANSLATE_NOOP("Words", "Quasi-identifier"));
    case deid::AttributeRole::Sensitive:
        return word(QT_TRANSLATE_NOOP("Words", "Sensitive"));
    case deid::AttributeRole::Insensitive:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Insensitive"));
}

QString modelText(const deid::Model& model) {
    const QString column = fromUtf8(model.column);
    const QString threshold = formatShare(model.threshold);
    switch (model.type) {
    case deid::ModelType::KAnonymity:
        return word(QT_TRANSLATE_NOOP("Words", "k-anonymity, k = %1")).arg(model.k);
    case deid::ModelType::Gbt39725:
        return word(QT_TRANSLATE_NOOP("Words", "GB/T 39725: every group larger than 5"));
    case deid::ModelType::Gbt42460:
        break;
    case deid::ModelType::LDiversity:
        return word(QT_TRANSLATE_NOOP("Words", "l-diversity of %1, l = %2"))
            .arg(column, formatDecimal(model.l));
    case deid::ModelType::TCloseness:
        return word(QT_TRANSLATE_NOOP("Words", "t-closeness of %1, t = %2"))
            .arg(column, formatDecimal(model.t));
    case deid::ModelType::DeltaDisclosure:
        return word(QT_TRANSLATE_NOOP("Words", "δ-disclosure privacy of %1, δ = %2"))
            .arg(column, formatDecimal(model.delta));
    case deid::ModelType::BetaLikeness:
        return word(QT_TRANSLATE_NOOP("Words", "β-likeness of %1, β = %2"))
            .arg(column, formatDecimal(model.beta));
    case deid::ModelType::DeltaPresence:
        return word(QT_TRANSLATE_NOOP("Words", "δ-presence, %1 to %2"))
            .arg(formatShare(model.min), formatShare(model.max));
    case deid::ModelType::KMap:
        return word(QT_TRANSLATE_NOOP("Words", "k-map, k = %1")).arg(model.k);
    case deid::ModelType::AverageRisk:
        return word(QT_TRANSLATE_NOOP("Words", "average risk at most %1")).arg(threshold);
    case deid::ModelType::HighestRisk:
        return word(QT_TRANSLATE_NOOP("Words", "highest risk at most %1")).arg(threshold);
    case deid::ModelType::SampleUniqueness:
        return word(QT_TRANSLATE_NOOP("Words", "unique records at most %1")).arg(threshold);
    case deid::ModelType::PopulationUniqueness:
        return word(QT_TRANSLATE_NOOP("Words", "unique in the population at most %1")).arg(threshold);
    case deid::ModelType::KmAnonymity:
        return word(QT_TRANSLATE_NOOP("Words", "k^m-anonymity, k = %1, m = %2")).arg(model.k).arg(model.m);
    }
    return word(QT_TRANSLATE_NOOP("Words", "GB/T 42460: level 3 or better"));
}

QString modelCheckText(const deid::Model& model, const deid::ModelCheck& check) {
    if (!check.measured)
        return modelText(model);
    if (check.measuredLeast)
        return word(QT_TRANSLATE_NOOP("Words", "%1: measured %2 to %3"))
            .arg(modelText(model), formatDecimal(*check.measuredLeast), formatDecimal(*check.measured));
    return word(QT_TRANSLATE_NOOP("Words", "%1: measured %2"))
        .arg(modelText(model), formatDecimal(*check.measured));
}

QString oneIn(double risk) {
    if (risk <= 0)
        return QStringLiteral("0");
    return QStringLiteral("1/%1").arg(formatCount(static_cast<quint64>(std::llround(1.0 / risk))));
}

} // namespace mangrove::ui
