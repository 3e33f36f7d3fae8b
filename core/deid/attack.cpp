// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack.h"

#include "base/number.h"
#include "base/text.h"
#include "deid/apply.h"
#include "deid/attack_sampling.h"
#include "deid/notes.h"

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
    void note(const NoteInfo& info, std::vector<std::string> args = {}) {
        CodedNote made = noteOf(info, std::move(args));
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
    /// `column`: what an attack on one column is on; "" for the others.
    void judge(const std::string& attack, const std::string& column, const AttackTrial& trial);
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
        MANGROVE_ASSIGN(aids.subset, RowSubset::of(*m_input.recipe, m_input.hierarchyFolder));
        MANGROVE_ASSIGN(aids.survey, Survey::ofTable(m_input.original, *m_input.recipe, keys,
                                                     aids.subset.get(), m_context));
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
            note(notes::kColumnUnused, {column.name(), std::string(column.reason())});
        else if (column.relation() == LabelRelation::Near)
            note(notes::kColumnNear, {column.name()});
        if (column.strangeLabels() > 0)
            note(notes::kLabelsStrange, {column.name(), std::to_string(column.strangeLabels())});
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
            note(notes::kColumnNotReleased, {name});
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
        note(notes::kRowsUnmatched, {std::to_string(*m_match.firstUnmatched + 1)});
    else if (!m_match.isKnown())
        note(notes::kRowsUnknown);
    if (m_match.uncertain > 0)
        note(notes::kRowsUncertain, {std::to_string(m_match.uncertain), std::to_string(m_data.releasedRows)});
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
            note(notes::kControlSmall, {std::to_string(m_data.controlRows)});
        return;
    }
    const std::uint64_t leftOut = m_match.leftOut.size();
    if (leftOut < kLeastControl) {
        m_match.leftOut.clear();
        note(notes::kControlNone, {std::to_string(leftOut), std::to_string(kLeastControl)});
        return;
    }
    m_report.control = ControlSource::LeftOut;
    m_report.controlRows = leftOut;
    m_targets.outsiders = &m_data.original;
    for (const std::uint64_t place : drawWithout(leftOut, m_options.attacks, seed))
        m_targets.outside.push_back(m_match.leftOut[place]);
    if (m_input.recipe == nullptr || !m_input.recipe->sample)
        note(notes::kControlLeftOut, {std::to_string(leftOut)});
}

Status AttackRun::link() {
    std::vector<std::string> used;
    MANGROVE_ASSIGN(const auto known, usable(m_knownNames, true, used));
    m_report.known = used;
    if (known.empty()) {
        note(notes::kLinkageNoColumns);
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

void AttackRun::judge(const std::string& attack, const std::string& column, const AttackTrial& trial) {
    if (!trial.isWeak)
        return;
    if (column.empty())
        note(notes::kAttackWeak, {attack});
    else
        note(notes::kAttackWeakOn, {attack, column});
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
        note(notes::kNoPredicateUnivariate);
    if (made.multivariate.trial.attack.attacks == 0)
        note(notes::kNoPredicateMultivariate, {std::to_string(made.columns), std::to_string(made.attempts)});
    judge("singling-out-univariate", "", made.univariate.trial);
    judge("singling-out-multivariate", "", made.multivariate.trial);
    return {};
}

Status AttackRun::guess() {
    GuessOptions options;
    options.seed = m_options.seed;
    options.neighbours = m_options.neighbours;
    options.tolerance = m_options.tolerance;
    options.threads = m_options.threads;
    if (m_data.releasedRows == 0 || m_targets.members.empty()) {
        note(notes::kNobodyToAttack);
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
        note(notes::kLinkabilityNoColumns);
    } else {
        MANGROVE_ASSIGN(m_report.linkability,
                        attackByLinkability(m_data, m_targets, first, second, options, m_context));
        judge("linkability", "", *m_report.linkability);
    }
    const auto secretNames =
        m_options.secrets.empty() ? namesOfRole(AttributeRole::Sensitive) : m_options.secrets;
    if (secretNames.empty())
        note(notes::kInferenceNoSecret);
    std::vector<std::string> secretsUsed;
    MANGROVE_ASSIGN(const auto secrets, usable(secretNames, false, secretsUsed));
    for (const std::size_t secret : secrets) {
        std::vector<std::size_t> others = known;
        std::erase(others, secret);
        const std::string& name = m_data.columns[secret].name();
        if (others.empty()) {
            note(notes::kInferenceNoColumns, {name});
            continue;
        }
        MANGROVE_ASSIGN(const AttackTrial trial,
                        attackByInference(m_data, m_targets, others, secret, options, m_context));
        judge("inference", name, trial);
        m_report.inference.push_back({name, trial});
    }
    return {};
}

} // namespace

std::string_view nameOf(ControlSource source) {
    static constexpr std::array<std::string_view, 4> kNames{"none", "left-out", "file", "held-back"};
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
