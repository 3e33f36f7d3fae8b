// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack.h"

#include "base/number.h"
#include "base/text.h"
#include "deid/apply.h"
#include "deid/attack_sampling.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kPartOfMembers = 1, kPartOfOutside = 2;
constexpr std::uint64_t kMostAttacks = 1'000'000;

class AttackRun {
public:
    AttackRun(const AttackInput& input, const AttackOptions& options, const RunContext& context)
        : m_input(input), m_options(options), m_context(context) {
        m_report.seed = options.seed;
        m_report.attacks = options.attacks;
    }

    Result<AttackReport> run() {
        MANGROVE_TRY(prepare());
        MANGROVE_TRY(chooseColumns());
        MANGROVE_TRY(matchRows());
        chooseTargets();
        MANGROVE_TRY(link());
        MANGROVE_TRY(singleOut());
        MANGROVE_TRY(guess());
        return std::move(m_report);
    }

private:
    void note(std::string code, std::vector<std::string> args, std::string_view text) {
        std::string filled = fillPlaceholders(text, args);
        AttackNote made{std::move(code), std::move(args), std::move(filled)};
        auto& notes = m_report.notes;
        if (std::find(notes.begin(), notes.end(), made) == notes.end())
            notes.push_back(std::move(made));
    }

    Status prepare();
    Status chooseColumns();
    Result<std::vector<std::size_t>> usable(const std::vector<std::string>& names, bool covers,
                                            std::vector<std::string>& used);
    Status matchRows();
    void chooseTargets();
    Status link();
    Status singleOut();
    Status guess();
    void judge(const std::string& attack, const AttackTrial& trial);
    [[nodiscard]] std::vector<std::string> namesOfRole(AttributeRole role) const;

    const AttackInput& m_input;
    const AttackOptions& m_options;
    const RunContext& m_context;
    AttackReport m_report;
    std::optional<Plan> m_plan;
    AttackData m_data;
    RowMatch m_match;
    std::vector<std::string> m_knownNames;
    std::vector<std::uint64_t> m_members; ///< rows of people in the release
    AttackTargets m_targets;
};

std::vector<std::string> AttackRun::namesOfRole(AttributeRole role) const {
    std::vector<std::string> names;
    if (m_input.recipe == nullptr)
        return names;
    for (const Attribute& attribute : m_input.recipe->attributes) {
        if (attribute.role == role)
            names.push_back(attribute.column);
    }
    return names;
}

Status AttackRun::prepare() {
    std::vector<std::string> names;
    for (const table::Column& column : m_input.original.columns())
        names.push_back(column.name);
    if (m_input.recipe != nullptr) {
        const Keys keys = standInKeys(); // keyed cells are never looked at
        PlanAids aids;
        aids.finder = m_input.textFinder;
        MANGROVE_ASSIGN(aids.survey, Survey::ofTable(m_input.original, *m_input.recipe, keys, m_context));
        MANGROVE_ASSIGN(m_plan, Plan::make(*m_input.recipe, names, &keys, m_input.hierarchyFolder, aids));
    }
    MANGROVE_ASSIGN(m_data, AttackData::make(m_input.original, m_input.released, m_input.control,
                                             m_plan ? &*m_plan : nullptr, m_options.idColumn, m_context));
    m_report.originalRows = m_data.originalRows;
    m_report.releasedRows = m_data.releasedRows;
    for (const AttackColumn& column : m_data.columns) {
        m_report.columns.push_back(
            {column.name(), column.relation(), std::string(column.reason()), column.strangeLabels()});
        if (column.relation() == LabelRelation::None)
            note("column-unused", {column.name(), std::string(column.reason())},
                 "The column {0} is not used: what the release shows of it says nothing without a key ({1})");
        else if (column.relation() == LabelRelation::Near)
            note("column-near", {column.name()},
                 "The column {0} was changed by amounts nobody knows: it counts for nearness, not for "
                 "linkage");
        if (column.strangeLabels() > 0)
            note("labels-strange", {column.name(), std::to_string(column.strangeLabels())},
                 "{1} released labels of the column {0} can be made from no value of the original: the "
                 "release "
                 "was made by another recipe, or from another file");
    }
    return {};
}

/// The columns of those names that the attack can use; for the others a note says why not.
Result<std::vector<std::size_t>> AttackRun::usable(const std::vector<std::string>& names, bool covers,
                                                   std::vector<std::string>& used) {
    std::vector<std::size_t> columns;
    for (const std::string& name : names) {
        if (!m_input.original.columnIndex(name)) {
            std::vector<std::string> known;
            for (const table::Column& column : m_input.original.columns())
                known.push_back(column.name);
            return Error(errors::kRiskColumnMissing, {name, join(known, ", ")});
        }
        const auto column = m_data.find(name);
        if (!column) {
            note("column-not-released", {name}, "The column {0} is not in the release, so it does not help");
            continue;
        }
        const LabelRelation relation = m_data.columns[*column].relation();
        if (relation == LabelRelation::None || (covers && relation == LabelRelation::Near))
            continue;
        columns.push_back(*column);
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    used.clear();
    for (const std::size_t column : columns)
        used.push_back(m_data.columns[column].name());
    return columns;
}

Status AttackRun::chooseColumns() {
    m_knownNames = m_options.known.empty() ? namesOfRole(AttributeRole::Quasi) : m_options.known;
    if (m_knownNames.empty())
        return Error(
            errors::kBadOption,
            {"known", "", "without a recipe that has quasi-identifiers, say which columns are known"});
    return {};
}

Status AttackRun::matchRows() {
    if (!m_options.idColumn.empty()) {
        MANGROVE_ASSIGN(m_match,
                        matchRowsById(m_input.original, m_input.released, m_options.idColumn, m_context));
    } else {
        MANGROVE_ASSIGN(m_match, matchRowsByOrder(m_data, m_context));
    }
    m_report.matchedBy = m_match.by;
    m_report.uncertainRows = m_match.uncertain;
    m_report.leftOutRows = m_match.leftOut.size();
    if (m_match.firstUnmatched)
        note("rows-unmatched", {std::to_string(*m_match.firstUnmatched + 1)},
             "Row {0} of the release fits no original record that is left in the order of rows. Whose the "
             "rows "
             "are is unknown: no linkage is computed, and nobody is known to be left out. Name a column that "
             "tells records apart, or the recipe that the release was made by");
    else if (!m_match.isKnown())
        note("rows-unknown", {}, "Nothing tells whose the released rows are, so no linkage is computed");
    if (m_match.uncertain > 0)
        note("rows-uncertain", {std::to_string(m_match.uncertain), std::to_string(m_data.releasedRows)},
             "{0} of {1} released rows fit more than one original record; the first that fits is taken for "
             "theirs");
    return {};
}

void AttackRun::chooseTargets() {
    if (m_match.isKnown()) {
        for (std::uint64_t row = 0; row < m_data.originalRows; ++row) {
            if (m_match.releasedOf[row] != RowMatch::kNone)
                m_members.push_back(row);
        }
    } else {
        m_members.resize(m_data.originalRows);
        std::iota(m_members.begin(), m_members.end(), std::uint64_t{0});
    }
    for (const std::uint64_t place :
         drawWithout(m_members.size(), m_options.attacks, seedOf(m_options.seed, kPartOfMembers)))
        m_targets.members.push_back(m_members[place]);
    const std::uint64_t seed = seedOf(m_options.seed, kPartOfOutside);
    if (m_input.control != nullptr) {
        m_report.control = ControlSource::File;
        m_report.controlRows = m_data.controlRows;
        m_targets.outsiders = &m_data.control;
        m_targets.outside = drawWithout(m_data.controlRows, m_options.attacks, seed);
        if (m_data.controlRows < kLeastControl)
            note("control-small", {std::to_string(m_data.controlRows)},
                 "The control group has {0} records only, so the intervals of its rates are wide");
        return;
    }
    const std::uint64_t leftOut = m_match.leftOut.size();
    if (leftOut < kLeastControl) {
        m_match.leftOut.clear();
        note(
            "control-none", {std::to_string(leftOut), std::to_string(kLeastControl)},
            "There is no control group: {0} records are known to be left out, and {1} are needed. The rates "
            "tell what attackers achieve, not how much of it is due to the release. Give a file with records "
            "of people who are not in it");
        return;
    }
    m_report.control = ControlSource::LeftOut;
    m_report.controlRows = leftOut;
    m_targets.outsiders = &m_data.original;
    for (const std::uint64_t place : drawWithout(leftOut, m_options.attacks, seed))
        m_targets.outside.push_back(m_match.leftOut[place]);
    if (m_input.recipe == nullptr || !m_input.recipe->sample)
        note(
            "control-left-out", {std::to_string(leftOut)},
            "The control group is the {0} records that the release left out. If they were suppressed for "
            "being rare they are unlike the others, and the risks are less certain than their intervals say");
}

Status AttackRun::link() {
    std::vector<std::string> used;
    MANGROVE_ASSIGN(const auto known, usable(m_knownNames, true, used));
    m_report.known = used;
    if (known.empty()) {
        note("linkage-no-columns", {},
             "No known column can be compared with the release, so no linkage is computed");
        return {};
    }
    if (!m_match.isKnown())
        return {};
    LinkageOptions options;
    options.seed = m_options.seed;
    options.mostRecords = m_options.linkageRecords;
    options.threads = m_options.threads;
    MANGROVE_ASSIGN(m_report.linkage, attackByLinkage(m_data, m_match, known, options, m_context));
    return {};
}

void AttackRun::judge(const std::string& attack, const AttackTrial& trial) {
    if (trial.isWeak)
        note("attack-weak", {attack},
             "The attack {0} is no better than blind guesses: it is too weak to tell what a better attacker "
             "could do");
}

Status AttackRun::singleOut() {
    SinglingOutOptions options;
    options.seed = m_options.seed;
    options.attacks = m_options.attacks;
    options.columns = m_options.predicateColumns;
    options.threads = m_options.threads;
    MANGROVE_ASSIGN(m_report.singlingOut,
                    attackBySinglingOut(m_data, m_members, m_match.leftOut, options, m_context));
    const SinglingOutReport& made = m_report.singlingOut;
    if (made.univariate.trial.attack.attacks == 0)
        note("no-predicate-univariate", {},
             "No condition on one column holds for exactly one released row, so nobody is singled out that "
             "way");
    if (made.multivariate.trial.attack.attacks == 0)
        note("no-predicate-multivariate", {std::to_string(made.columns), std::to_string(made.attempts)},
             "Of {1} random conditions on up to {0} columns none holds for exactly one released row, so "
             "nobody "
             "is singled out that way");
    judge("singling-out-univariate", made.univariate.trial);
    judge("singling-out-multivariate", made.multivariate.trial);
    return {};
}

Status AttackRun::guess() {
    GuessOptions options;
    options.seed = m_options.seed;
    options.neighbours = m_options.neighbours;
    options.tolerance = m_options.tolerance;
    options.threads = m_options.threads;
    if (m_data.releasedRows == 0 || m_targets.members.empty()) {
        note("nobody-to-attack", {}, "There is no released row, so there is nobody to link or to infer from");
        return {};
    }
    std::vector<std::string> used;
    MANGROVE_ASSIGN(const auto known, usable(m_knownNames, false, used));
    std::vector<std::size_t> first, second;
    if (m_options.first.empty() && m_options.second.empty()) {
        for (std::size_t i = 0; i < known.size(); ++i) {
            (i % 2 == 0 ? first : second).push_back(known[i]);
            (i % 2 == 0 ? m_report.first : m_report.second).push_back(used[i]);
        }
    } else {
        MANGROVE_ASSIGN(first, usable(m_options.first, false, m_report.first));
        MANGROVE_ASSIGN(second, usable(m_options.second, false, m_report.second));
    }
    if (first.empty() || second.empty()) {
        note("linkability-no-columns", {},
             "Linkability needs two parties that each know a column of the release; it is not computed");
    } else {
        MANGROVE_ASSIGN(m_report.linkability,
                        attackByLinkability(m_data, m_targets, first, second, options, m_context));
        judge("linkability", *m_report.linkability);
    }
    const auto secretNames =
        m_options.secrets.empty() ? namesOfRole(AttributeRole::Sensitive) : m_options.secrets;
    if (secretNames.empty())
        note("inference-no-secret", {}, "No column was named as the secret to infer");
    std::vector<std::string> secretsUsed;
    MANGROVE_ASSIGN(const auto secrets, usable(secretNames, false, secretsUsed));
    for (const std::size_t secret : secrets) {
        std::vector<std::size_t> others = known;
        std::erase(others, secret);
        const std::string& name = m_data.columns[secret].name();
        if (others.empty()) {
            note("inference-no-columns", {name}, "Nothing but {0} itself is known, so it is not inferred");
            continue;
        }
        MANGROVE_ASSIGN(const AttackTrial trial,
                        attackByInference(m_data, m_targets, others, secret, options, m_context));
        judge("inference of " + name, trial);
        m_report.inference.push_back({name, trial});
    }
    return {};
}

} // namespace

std::string_view nameOf(ControlSource source) {
    static constexpr std::array<std::string_view, 3> kNames{"none", "left-out", "file"};
    return kNames[static_cast<std::size_t>(source)];
}

Status AttackOptions::validate() const {
    const auto bad = [](const char* name, std::uint64_t value, const char* why) {
        return Error(errors::kBadOption, {name, std::to_string(value), why});
    };
    if (attacks == 0 || attacks > kMostAttacks)
        return bad("attacks", attacks, "it must be 1 to 1000000");
    if (neighbours == 0 || neighbours > 100)
        return bad("neighbours", neighbours, "it must be 1 to 100");
    if (predicateColumns == 0 || predicateColumns > 64)
        return bad("columns", predicateColumns, "it must be 1 to 64");
    if (linkageRecords == 0)
        return bad("records", linkageRecords, "it must be at least 1");
    if (threads == 0 || threads > 256)
        return bad("threads", threads, "it must be 1 to 256");
    if (!(tolerance >= 0 && tolerance <= 1))
        return Error(errors::kBadOption, {"tolerance", formatDouble(tolerance), "it must be 0 to 1"});
    if (first.empty() != second.empty())
        return Error(errors::kBadOption, {"linkability", "", "both parties must know something"});
    return {};
}

Result<AttackReport> attackRelease(const AttackInput& input, const AttackOptions& options,
                                   const RunContext& context) {
    MANGROVE_TRY(options.validate());
    return AttackRun(input, options, context).run();
}

} // namespace mangrove::deid
