// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_singling_out.h"

#include "base/random.h"
#include "deid/attack_sampling.h"
#include "deid/stoppable_sort.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

namespace mangrove::deid {

namespace {

using Operator = AttackPredicate::Operator;
using Query = AttackQuery;

constexpr std::uint64_t kPartOfShuffle = 31, kPartOfAttempts = 32, kPartOfBlind = 33;
constexpr std::uint64_t kAttemptsForOne = 300; ///< to find one multivariate predicate
constexpr std::uint64_t kAttemptsAtOnce = 512;
constexpr std::size_t kRowsBetweenStops = 1U << 16U;
constexpr std::size_t kLabelsBetweenStops = 1U << 14U;

/// One table and where its codes stand. Incomplete, and not to be asked, once cancelled.
class QuerySide {
public:
    enum class Kind : std::uint8_t { Values, Labels };
    QuerySide(const std::vector<AttackColumn>& columns, const AttackCells& cells, Kind kind,
              const RunContext& context)
        : m_columns(columns), m_cells(cells), m_kind(kind) {
        for (std::size_t c = 0; c < columns.size() && !context.cancelled(); ++c) {
            std::vector<double> numbers;
            const std::uint32_t codes = kind == Kind::Values ? columns[c].values() : columns[c].labels();
            for (std::uint32_t code = 0; code < codes; ++code)
                numbers.push_back(numberOf(c, code));
            m_index.emplace_back(cells[c], numbers, context);
        }
    }

    [[nodiscard]] const CellIndex& index(std::size_t column) const { return m_index[column]; }

    /// Rows that satisfy the query, to `take`, which returns false to stop. Gives up once cancelled.
    template<typename Take>
    void each(const Query& query, const RunContext& context, Take take) const {
        std::size_t best = 0;
        std::uint64_t fewest = ~std::uint64_t{0};
        for (std::size_t p = 0; p < query.size(); ++p) {
            if (const std::uint64_t rows = rowsThatMay(query[p]); rows < fewest) {
                fewest = rows;
                best = p;
            }
        }
        std::size_t looked = 0;
        const auto visit = [&](std::uint32_t row) {
            if (++looked % kRowsBetweenStops == 0 && context.cancelled())
                return false;
            return !satisfies(query, row) || take(row);
        };
        const AttackPredicate& predicate = query[best];
        if (predicate.op == Operator::Unequal) {
            for (std::uint32_t row = 0; row < m_cells[predicate.column].size(); ++row) {
                if (!visit(row))
                    return;
            }
            return;
        }
        for (const auto rows : spansOf(predicate)) {
            for (const std::uint32_t row : rows) {
                if (!visit(row))
                    return;
            }
        }
    }

    /// Up to `most`.
    [[nodiscard]] std::uint64_t count(const Query& query, std::uint64_t most,
                                      const RunContext& context) const {
        std::uint64_t found = 0;
        each(query, context, [&](std::uint32_t) { return ++found < most; });
        return found;
    }

private:
    [[nodiscard]] double numberOf(std::size_t column, std::uint32_t code) const {
        return m_kind == Kind::Values ? m_columns[column].numberOf(code)
                                      : m_columns[column].labelNumber(code);
    }
    [[nodiscard]] bool satisfies(const Query& query, std::uint32_t row) const {
        return std::all_of(query.begin(), query.end(), [&](const AttackPredicate& predicate) {
            const std::uint32_t code = m_cells[predicate.column][row];
            switch (predicate.op) {
            case Operator::AtMost:
                return numberOf(predicate.column, code) <= predicate.number;
            case Operator::AtLeast:
                return numberOf(predicate.column, code) >= predicate.number;
            case Operator::Equal:
                return isEqual(predicate, code);
            case Operator::Unequal:
                break;
            }
            return !isEqual(predicate, code);
        });
    }
    [[nodiscard]] bool isEqual(const AttackPredicate& predicate, std::uint32_t code) const {
        return m_kind == Kind::Values ? m_columns[predicate.column].covers(predicate.label, code)
                                      : predicate.label == code;
    }
    [[nodiscard]] std::vector<std::span<const std::uint32_t>>
    spansOf(const AttackPredicate& predicate) const {
        const CellIndex& index = m_index[predicate.column];
        if (predicate.op == Operator::AtMost)
            return {index.rowsAtMost(predicate.number)};
        if (predicate.op == Operator::AtLeast)
            return {index.rowsAtLeast(predicate.number)};
        if (m_kind == Kind::Labels)
            return {index.rowsOf(predicate.label)};
        std::vector<std::span<const std::uint32_t>> spans;
        for (const std::uint32_t value : m_columns[predicate.column].valuesOf(predicate.label))
            spans.push_back(index.rowsOf(value));
        return spans;
    }
    [[nodiscard]] std::uint64_t rowsThatMay(const AttackPredicate& predicate) const {
        if (predicate.op == Operator::Unequal)
            return m_cells[predicate.column].size();
        std::uint64_t rows = 0;
        for (const auto span : spansOf(predicate))
            rows += span.size();
        return rows;
    }

    const std::vector<AttackColumn>& m_columns;
    const AttackCells& m_cells;
    Kind m_kind;
    std::vector<CellIndex> m_index;
};

/// What predicates are made of: the columns that say something, with the labels met.
class PredicateMaker {
public:
    PredicateMaker(const AttackData& data, const QuerySide& released, const RunContext& context)
        : m_data(data), m_released(released) {
        for (std::size_t c = 0; c < data.columns.size() && !context.cancelled(); ++c) {
            const AttackColumn& column = data.columns[c];
            const bool orders = column.isOrdered();
            if (column.relation() == LabelRelation::None
                || (column.relation() == LabelRelation::Near && !orders))
                continue;
            Source source{c, {}, orders, column.relation() == LabelRelation::Covers, 0};
            for (std::uint32_t label = 0; label < column.labels(); ++label) {
                if (label % kLabelsBetweenStops == 0 && context.cancelled())
                    return;
                const bool isMissing = label == column.missingLabel();
                if (!released.index(c).rowsOf(label).empty() && !column.isTop(label)
                    && (source.equals || !isMissing))
                    source.labels.push_back(label);
            }
            if (source.labels.empty())
                continue;
            if (orders)
                source.median = medianOf(c);
            m_sources.push_back(std::move(source));
        }
    }

    [[nodiscard]] std::size_t columns() const { return m_sources.size(); }

    /// Conditions on one column that hold for one released row, in the order of columns and labels.
    /// Incomplete once cancelled.
    [[nodiscard]] std::vector<AttackPredicate> univariate(const RunContext& context) const {
        std::vector<AttackPredicate> found;
        std::size_t looked = 0;
        for (const Source& source : m_sources) {
            const CellIndex& index = m_released.index(source.column);
            double low = 0, high = 0;
            bool isFirst = true;
            for (const std::uint32_t label : source.labels) {
                if (++looked % kLabelsBetweenStops == 0 && context.cancelled())
                    return found;
                if (source.equals && index.rowsOf(label).size() == 1)
                    found.push_back({source.column, Operator::Equal, label, 0});
                const double number = m_data.columns[source.column].labelNumber(label);
                if (!source.orders || std::isnan(number))
                    continue;
                low = isFirst ? number : std::min(low, number);
                high = isFirst ? number : std::max(high, number);
                isFirst = false;
            }
            if (isFirst)
                continue;
            if (index.rowsAtMost(low).size() == 1)
                found.push_back({source.column, Operator::AtMost, 0, low});
            if (index.rowsAtLeast(high).size() == 1)
                found.push_back({source.column, Operator::AtLeast, 0, high});
        }
        return found;
    }

    /// What a random row says in random columns; empty where that is nothing.
    [[nodiscard]] Query ofRandomRow(std::size_t columns, std::uint64_t seed) const {
        SeededRandom random(seed);
        const std::uint64_t row = random.below(m_data.releasedRows);
        Query query;
        for (const std::uint64_t s : drawWithout(m_sources.size(), columns, random.next())) {
            const Source& source = m_sources[s];
            const AttackColumn& column = m_data.columns[source.column];
            const std::uint32_t label = m_data.released[source.column][row];
            const double number = column.labelNumber(label);
            if (column.isTop(label) || (!source.equals && std::isnan(number)))
                continue;
            if (source.orders && !std::isnan(number))
                query.push_back({source.column, number > source.median ? Operator::AtLeast : Operator::AtMost,
                                 0, number});
            else
                query.push_back({source.column, Operator::Equal, label, 0});
        }
        return query;
    }

    /// Random conditions on random columns.
    [[nodiscard]] Query blind(std::size_t columns, std::uint64_t seed) const {
        SeededRandom random(seed);
        Query query;
        for (const std::uint64_t s : drawWithout(m_sources.size(), columns, random.next())) {
            const Source& source = m_sources[s];
            const std::uint32_t label = source.labels[random.below(source.labels.size())];
            const double number = m_data.columns[source.column].labelNumber(label);
            std::vector<Operator> operators;
            if (source.equals)
                operators = {Operator::Equal, Operator::Unequal};
            if (source.orders && !std::isnan(number)) {
                operators.push_back(Operator::AtMost);
                operators.push_back(Operator::AtLeast);
            }
            const Operator op = operators[random.below(operators.size())];
            const bool isEquality = op == Operator::Equal || op == Operator::Unequal;
            query.push_back({source.column, op, isEquality ? label : 0, isEquality ? 0 : number});
        }
        return query;
    }

private:
    struct Source {
        std::size_t column = 0;
        std::vector<std::uint32_t> labels; ///< those that stand in the release, but `*`
        bool orders = false, equals = false;
        double median = 0;
    };

    /// The lower median of the numbers released.
    [[nodiscard]] double medianOf(std::size_t column) const {
        const double all = std::numeric_limits<double>::infinity();
        const auto rows = m_released.index(column).rowsAtMost(all);
        return rows.empty()
                   ? 0
                   : m_data.columns[column].labelNumber(m_data.released[column][rows[(rows.size() - 1) / 2]]);
    }

    const AttackData& m_data;
    const QuerySide& m_released;
    std::vector<Source> m_sources;
};

class SinglingOutAttack {
public:
    SinglingOutAttack(const AttackData& data, const std::vector<std::uint64_t>& members,
                      const std::vector<std::uint64_t>& control, const SinglingOutOptions& options,
                      const RunContext& context)
        : m_data(data), m_options(options), m_context(context),
          m_released(data.columns, data.released, QuerySide::Kind::Labels, context),
          m_original(data.columns, data.original, QuerySide::Kind::Values, context),
          m_maker(data, m_released, context), m_groupOf(data.originalRows, kNeither),
          m_members(members.size()), m_outside(control.size()) {
        for (const std::uint64_t row : members)
            m_groupOf[row] = kMember;
        if (data.controlRows > 0) {
            m_outside = data.controlRows;
            m_control.emplace(data.columns, data.control, QuerySide::Kind::Values, context);
        } else {
            for (const std::uint64_t row : control)
                m_groupOf[row] = kControl;
        }
    }

    Result<SinglingOutReport> run() {
        SinglingOutReport report;
        MANGROVE_TRY(m_context.check()); // the indexes are not complete then
        report.columns = std::min(m_options.columns, m_maker.columns());
        if (report.columns == 0 || m_data.releasedRows == 0)
            return report;
        std::vector<Query> queries = chooseUnivariate();
        m_context.start("singling out", 0);
        MANGROVE_ASSIGN(report.univariate, tryOut(std::move(queries), 1));
        queries = {};
        MANGROVE_TRY(findMultivariate(report, queries));
        MANGROVE_ASSIGN(report.multivariate, tryOut(std::move(queries), report.columns));
        return report;
    }

private:
    enum Group : std::uint8_t { kNeither, kMember, kControl };

    /// As many as there are attacks, in a random order; nothing that could be used once cancelled.
    [[nodiscard]] std::vector<Query> chooseUnivariate() const {
        std::vector<AttackPredicate> found = m_maker.univariate(m_context);
        SeededRandom random(seedOf(m_options.seed, kPartOfShuffle));
        for (std::size_t i = found.size(); i > 1; --i) {
            if (i % kLabelsBetweenStops == 0 && m_context.cancelled())
                return {};
            std::swap(found[i - 1], found[random.below(i)]);
        }
        if (found.size() > m_options.attacks)
            found.resize(m_options.attacks);
        std::vector<Query> queries;
        for (const AttackPredicate& predicate : found)
            queries.push_back({predicate});
        return queries;
    }

    /// Attempts are numbered, so that which predicates are found does not hang on threads.
    Status findMultivariate(SinglingOutReport& report, std::vector<Query>& queries) const {
        std::set<Query> known;
        const std::uint64_t most = kAttemptsForOne * m_options.attacks;
        while (report.attempts < most && queries.size() < m_options.attacks) {
            std::vector<Query> batch(std::min(kAttemptsAtOnce, most - report.attempts));
            std::vector<std::uint8_t> isUnique(batch.size(), 0);
            MANGROVE_TRY(runItems(batch.size(), m_options.threads, m_context, [&](unsigned, auto item) {
                batch[item] = m_maker.ofRandomRow(
                    report.columns, seedOf(m_options.seed, kPartOfAttempts, report.attempts + item));
                isUnique[item] =
                    !batch[item].empty() && m_released.count(batch[item], 2, m_context) == 1 ? 1 : 0;
            }));
            for (std::size_t i = 0; i < batch.size() && queries.size() < m_options.attacks; ++i) {
                if (isUnique[i] != 0 && known.insert(batch[i]).second)
                    queries.push_back(std::move(batch[i]));
            }
            report.attempts += batch.size();
        }
        return {};
    }

    Result<SinglingOutTrial> tryOut(std::vector<Query> tried, std::size_t columns) const {
        SinglingOutTrial made;
        made.queries = std::move(tried);
        made.blind.resize(made.queries.size());
        AttackTrial& trial = made.trial;
        const std::vector<Query>& queries = made.queries;
        struct Counts {
            std::uint64_t all = 0, members = 0, control = 0;
            bool blindHits = false;
        };
        std::vector<Counts> counts(queries.size());
        const bool compares = m_outside > 0 && m_members > 0;
        MANGROVE_TRY(runItems(queries.size(), m_options.threads, m_context, [&](unsigned, auto item) {
            Counts& count = counts[item];
            m_original.each(queries[item], m_context, [&](std::uint32_t row) {
                ++count.all;
                count.members += m_groupOf[row] == kMember ? 1U : 0U;
                count.control += m_groupOf[row] == kControl ? 1U : 0U;
                return compares || count.all < 2;
            });
            if (m_control)
                count.control = m_control->count(queries[item], ~std::uint64_t{0}, m_context);
            Query& blind = made.blind[item];
            blind = m_maker.blind(columns, seedOf(m_options.seed, kPartOfBlind + columns, item));
            count.blindHits = m_original.count(blind, 2, m_context) == 1;
        }));
        std::uint64_t right = 0, blind = 0, ofMembers = 0;
        HitHistogram ofControl;
        for (const Counts& count : counts) {
            right += count.all == 1 ? 1U : 0U;
            blind += count.blindHits ? 1U : 0U;
            ofMembers += count.members == 1 ? 1U : 0U;
            ++ofControl[count.control];
        }
        trial.attack = attackRate(queries.size(), static_cast<double>(right));
        trial.baseline = attackRate(queries.size(), static_cast<double>(blind));
        if (compares) {
            trial.compared = attackRate(queries.size(), static_cast<double>(ofMembers));
            trial.control = attackRate(queries.size(), singledOutAtSize(ofControl, m_outside, m_members));
        }
        trial.conclude();
        return made;
    }

    const AttackData& m_data;
    const SinglingOutOptions& m_options;
    const RunContext& m_context;
    QuerySide m_released, m_original;
    std::optional<QuerySide> m_control;
    PredicateMaker m_maker;
    std::vector<std::uint8_t> m_groupOf; ///< by original row
    std::uint64_t m_members, m_outside;
};

} // namespace

CellIndex::CellIndex(const std::vector<std::uint32_t>& cells, std::span<const double> numbers,
                     const RunContext& context)
    : m_rows(cells.size()), m_start(numbers.size() + 1, 0), m_placeOf(numbers.size()) {
    std::vector<std::pair<double, std::uint32_t>> order;
    order.reserve(numbers.size());
    for (std::uint32_t code = 0; code < numbers.size(); ++code) {
        if (!std::isnan(numbers[code]))
            order.emplace_back(numbers[code], code);
    }
    if (!stoppableSort(order, context, std::less<>()))
        return;
    std::uint32_t place = 0;
    for (const auto& [number, code] : order) {
        m_numbers.push_back(number);
        m_placeOf[code] = place++;
    }
    for (std::uint32_t code = 0; code < numbers.size(); ++code) {
        if (std::isnan(numbers[code]))
            m_placeOf[code] = place++;
    }
    if (context.cancelled())
        return;
    for (const std::uint32_t code : cells)
        ++m_start[m_placeOf[code] + 1];
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    std::vector<std::size_t> next(m_start.begin(), m_start.end() - 1);
    for (std::uint32_t row = 0; row < cells.size(); ++row) {
        if (row % kRowsBetweenStops == 0 && context.cancelled())
            return;
        m_rows[next[m_placeOf[cells[row]]]++] = row;
    }
}

std::span<const std::uint32_t> CellIndex::rowsOf(std::uint32_t code) const {
    return rowsBetween(m_placeOf[code], m_placeOf[code] + 1);
}

std::span<const std::uint32_t> CellIndex::rowsAtMost(double number) const {
    const auto behind = std::upper_bound(m_numbers.begin(), m_numbers.end(), number);
    return rowsBetween(0, static_cast<std::size_t>(behind - m_numbers.begin()));
}

std::span<const std::uint32_t> CellIndex::rowsAtLeast(double number) const {
    const auto first = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    return rowsBetween(static_cast<std::size_t>(first - m_numbers.begin()), m_numbers.size());
}

Result<SinglingOutReport> attackBySinglingOut(const AttackData& data,
                                              const std::vector<std::uint64_t>& members,
                                              const std::vector<std::uint64_t>& control,
                                              const SinglingOutOptions& options, const RunContext& context) {
    MANGROVE_TRY(context.check());
    return SinglingOutAttack(data, members, control, options, context).run();
}

} // namespace mangrove::deid
