// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/risk.h"

#include "base/format.h"
#include "base/text.h"
#include "deid/attack_column.h"
#include "deid/class_table.h"
#include "deid/hierarchy.h"
#include "deid/label_walk.h"
#include "deid/plan.h"
#include "deid/recipe.h"
#include "table/table.h"

#include <algorithm>
#include <optional>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRiskRowsAtOnce = 65'536;

Result<std::vector<std::size_t>> indicesOf(const table::Table& table, const std::vector<std::string>& names) {
    std::vector<std::size_t> indices;
    for (const std::string& name : names) {
        const auto index = table.columnIndex(name);
        if (!index) {
            std::vector<std::string> known;
            for (const table::Column& column : table.columns())
                known.push_back(column.name);
            return Error(errors::kRiskColumnMissing, {name, join(known, ", ")});
        }
        if (std::find(indices.begin(), indices.end(), *index) == indices.end())
            indices.push_back(*index);
    }
    return indices;
}

/// The code of `*` in a column, or a code that no cell has.
std::uint32_t codeOfTop(const table::Column& column) {
    const auto found = std::find(column.dictionary.begin(), column.dictionary.end(), kTop);
    return static_cast<std::uint32_t>(found - column.dictionary.begin());
}

/// The equivalence classes of a table; codes are those of its columns, with the missing cell as the last one.
struct TableClasses {
    std::vector<std::size_t> columns;
    ClassTable classes;
    std::uint32_t suppressed = ClassTable::kAbsent; ///< the class whose labels are all `*`

    static Result<TableClasses> of(const table::Table& table, const std::vector<std::string>& quasi,
                                   const RunContext& context) {
        MANGROVE_ASSIGN(std::vector<std::size_t> columns, indicesOf(table, quasi));
        context.start("grouping", table.rows());
        TableClasses made{std::move(columns), ClassTable(0), ClassTable::kAbsent};
        made.classes = ClassTable(made.columns.size());
        std::vector<std::uint32_t> codes(made.columns.size());
        for (std::uint64_t row = 0; row < table.rows(); ++row) {
            for (std::size_t i = 0; i < made.columns.size(); ++i)
                codes[i] = codeAt(table.column(made.columns[i]), row);
            made.classes.add(codes);
            if (row % kRiskRowsAtOnce == 0) {
                MANGROVE_TRY(context.check());
                context.advance(kRiskRowsAtOnce);
            }
        }
        bool hasTops = !made.columns.empty();
        for (std::size_t i = 0; i < made.columns.size(); ++i) {
            const table::Column& column = table.column(made.columns[i]);
            codes[i] = codeOfTop(column);
            hasTops = hasTops && codes[i] < column.dictionary.size();
        }
        if (hasTops)
            made.suppressed = made.classes.find(codes);
        return made;
    }
    static std::uint32_t codeAt(const table::Column& column, std::uint64_t row) {
        const std::uint32_t code = column.codes[row];
        return code == table::kNullCode ? static_cast<std::uint32_t>(column.dictionary.size()) : code;
    }
};

RiskReport riskOfTable(const table::Table& table, const TableClasses& made, const RiskOptions& options) {
    std::vector<std::uint64_t> sizes;
    for (std::uint32_t c = 0; c < made.classes.size(); ++c) {
        if (c != made.suppressed)
            sizes.push_back(made.classes.count(c));
    }
    const std::uint64_t suppressed =
        made.suppressed == ClassTable::kAbsent ? 0 : made.classes.count(made.suppressed);
    RiskReport report = riskOfClasses(sizes, suppressed, made.columns.size(), options);
    for (const std::size_t index : made.columns)
        report.quasiIdentifiers.push_back(table.column(index).name);
    return report;
}

/// Counts the people of a population whom each class of a table fits.
class PopulationMatcher {
public:
    PopulationMatcher(const table::Table& table, const TableClasses& classes,
                      const PopulationInput& population)
        : m_table(table), m_classes(classes), m_population(population) {}

    Status bind(const RunContext& context) {
        std::vector<std::string> names;
        for (const std::size_t index : m_classes.columns)
            names.push_back(m_table.column(index).name);
        MANGROVE_ASSIGN(m_places, indicesOf(m_population.table, names));
        Recipe recipe;
        std::optional<Plan> plan;
        if (m_population.recipe != nullptr) {
            MANGROVE_ASSIGN(recipe, recipeOf(names));
            MANGROVE_ASSIGN(plan, Plan::make(recipe, names, nullptr, m_population.hierarchyFolder));
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto& values = m_population.table.column(m_places[i]).dictionary;
            const auto& labels = m_table.column(m_classes.columns[i]).dictionary;
            const std::vector<std::string_view> valueTexts(values.begin(), values.end());
            const std::vector<std::string_view> labelTexts(labels.begin(), labels.end());
            MANGROVE_ASSIGN(AttackColumn column,
                            AttackColumn::make(names[i], valueTexts, labelTexts, EmptyCells::OwnValue,
                                               plan ? &plan->columns[i] : nullptr,
                                               m_population.table.source().nullWords, context));
            m_columns.push_back(std::move(column));
        }
        return {};
    }

    Status count(const RunContext& context) {
        const table::Table& people = m_population.table;
        context.start("population", people.rows());
        ClassTable combinations(m_places.size());
        std::vector<std::uint32_t> codes(m_places.size());
        for (std::uint64_t row = 0; row < people.rows(); ++row) {
            if (row % kRiskRowsAtOnce == 0) {
                MANGROVE_TRY(context.check());
                context.advance(kRiskRowsAtOnce);
            }
            for (std::size_t i = 0; i < m_places.size(); ++i)
                codes[i] = TableClasses::codeAt(people.column(m_places[i]), row);
            combinations.add(codes);
        }
        std::vector<const AttackColumn*> columns;
        for (const AttackColumn& column : m_columns)
            columns.push_back(&column);
        const LabelWalk walk(columns, m_classes.classes, context);
        MANGROVE_TRY(context.check());
        m_fitting.assign(m_classes.classes.size(), 0);
        std::uint64_t work = 0;
        for (std::uint32_t c = 0; c < combinations.size(); ++c) {
            bool fits = false;
            walk.eachFit(combinations.codes(c), [&](std::size_t from, std::size_t to) {
                for (std::size_t place = from; place < to; ++place, ++work) {
                    const std::uint32_t fitting = walk.combinationAt(place);
                    m_fitting[fitting] += combinations.count(c);
                    fits = fits || fitting != m_classes.suppressed;
                }
            });
            m_fittingRecords += fits ? combinations.count(c) : 0;
            if (++work >= kRiskRowsAtOnce) {
                work = 0;
                MANGROVE_TRY(context.check());
            }
        }
        return {};
    }

    [[nodiscard]] PopulationRisk risk(const RiskReport& report) const {
        std::vector<ClassInPopulation> classes;
        for (std::uint32_t c = 0; c < m_classes.classes.size(); ++c) {
            if (c != m_classes.suppressed)
                classes.push_back({m_classes.classes.count(c), m_fitting[c]});
        }
        PopulationRisk risk = populationRiskOf(classes, report.threshold);
        risk.records = m_population.table.rows();
        risk.fittingRecords = m_fittingRecords;
        return risk;
    }

private:
    /// The recipe of the quasi-identifiers alone: a population table has no other columns.
    Result<Recipe> recipeOf(const std::vector<std::string>& names) const {
        Recipe recipe;
        recipe.unlisted = UnlistedColumns::Keep;
        for (const std::string& name : names) {
            const Attribute* attribute = m_population.recipe->find(name);
            if (attribute == nullptr)
                continue;
            const Transform transform = effectiveTransform(*attribute);
            const bool isFollowed =
                !needsKey(transform) && !needsSurvey(transform) && transform.type != TransformType::Suppress;
            if (!isFollowed)
                return Error(errors::kBadOption,
                             {"recipe", name,
                              format("the transform {} cannot be followed on a population table",
                                     describe(transform.type).name)});
            recipe.attributes.push_back(*attribute);
        }
        return recipe;
    }

    const table::Table& m_table;
    const TableClasses& m_classes;
    const PopulationInput& m_population;
    std::vector<std::size_t> m_places; ///< of the quasi-identifiers in the population
    std::vector<AttackColumn> m_columns;
    std::vector<std::uint64_t> m_fitting; ///< people by class
    std::uint64_t m_fittingRecords = 0;
};

} // namespace

Result<RiskReport> measureRisk(const table::Table& table, const std::vector<std::string>& quasi,
                               const RiskOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const TableClasses classes, TableClasses::of(table, quasi, context));
    return riskOfTable(table, classes, options);
}

Result<RiskReport> measureRiskInPopulation(const table::Table& table, const std::vector<std::string>& quasi,
                                           const PopulationInput& population, const RiskOptions& options,
                                           const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(const TableClasses classes, TableClasses::of(table, quasi, context));
    RiskReport report = riskOfTable(table, classes, options);
    PopulationMatcher matcher(table, classes, population);
    MANGROVE_TRY(matcher.bind(context));
    MANGROVE_TRY(matcher.count(context));
    report.population = matcher.risk(report);
    return report;
}

} // namespace mangrove::deid
