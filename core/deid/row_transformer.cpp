// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/row_transformer.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMostKnown = 200'000;

AppliedColumn factsOf(const PlannedColumn& column) {
    AppliedColumn facts;
    facts.name = column.name;
    facts.role = column.attribute == nullptr ? "unlisted" : std::string(nameOf(column.attribute->role));
    const TransformInfo& info = describe(column.transform.type);
    facts.transform = info.name;
    facts.reversibleBy = info.reversibleBy;
    facts.effect = info.effect;
    facts.parameters = toJson(column.transform, Disclosure::ForRecipient);
    facts.written = column.written;
    if (column.hierarchy) {
        facts.hierarchy = column.attribute->hierarchy;
        facts.hierarchyVersion = column.hierarchy->version();
        facts.maxLevel = column.hierarchy->levels() - 1;
    }
    return facts;
}

std::uint32_t topLabelOf(const QuasiDomain& domain, std::uint32_t level) {
    for (std::uint32_t label = 0; label < domain.labels(level); ++label) {
        if (domain.text(level, label) == kTop)
            return label;
    }
    return ClassTable::kAbsent;
}

} // namespace

RowTransformer::RowTransformer(const Recipe& recipe, const Plan& plan, const Problem& problem,
                               const Solution& solution)
    : m_recipe(recipe), m_plan(plan), m_solution(solution), m_written(plan.quasi.size()),
      m_writtenOf(solution.keeps.size(), ClassTable::kAbsent), m_sensitive(plan.sensitive.size()),
      m_labels(plan.quasi.size()) {
    if (plan.subset != nullptr) {
        m_population.emplace(plan.quasi.size());
        m_populationOf.assign(solution.keeps.size(), ClassTable::kAbsent);
    }
    for (const PlannedColumn& column : plan.columns) {
        ColumnState& state = m_columns.emplace_back();
        state.facts = factsOf(column);
        if (column.cells && !column.quasi)
            state.worker.emplace(*column.cells);
        state.keeps = column.transform.type == TransformType::Keep && !column.quasi;
        if (column.hierarchy)
            state.facts.level = column.quasi ? solution.levels[*column.quasi] : *column.attribute->level;
        if (column.written)
            m_filled.push_back(m_columns.size() - 1);
    }
    for (std::size_t q = 0; q < plan.quasi.size(); ++q) {
        const QuasiDomain& domain = problem.domain(q);
        const std::uint32_t level = solution.levels[q];
        auto& out = m_quasiOut.emplace_back();
        auto& labels = m_labelOf.emplace_back();
        if (!solution.clusterOf.empty())
            addLevels(domain);
        for (std::uint32_t code = 0; code < domain.values(); ++code) {
            const std::uint32_t label = domain.labelOf(level, code);
            labels.push_back(label);
            const std::string& text = domain.text(level, label);
            out.push_back(domain.isMissing(code) && text.empty() ? OutputCell() : OutputCell(text));
        }
        if (m_topLabel.size() == q) {
            m_topLabel.push_back(topLabelOf(domain, level));
            auto& texts = m_textOf.emplace_back();
            for (std::uint32_t label = 0; label < domain.labels(level); ++label)
                texts.emplace_back(domain.text(level, label));
        }
        const QuasiColumn::Trouble unmatched = problem.unmatched(q);
        m_columns[plan.quasi[q]].facts.unmatchedCells = unmatched.cells;
        m_columns[plan.quasi[q]].facts.firstUnmatchedLine = unmatched.firstLine;
    }
}

bool RowTransformer::transform(const Row& row, std::vector<OutputCell>& out) {
    const bool keeps = m_solution.keeps[row.combination];
    const bool writes = keeps || m_recipe.suppressedRecords == SuppressedRecords::Blank;
    m_suppressed += keeps ? 0U : 1U;
    out.resize(m_plan.columns.size());
    for (const std::size_t c : m_filled) {
        const PlannedColumn& column = m_plan.columns[c];
        const InputCell cell = row.cell(c);
        ColumnState& state = m_columns[c];
        out[c].reset();
        if (state.keeps) {
            // A null word remains what it was.
            out[c] = cell.missing && cell.text.empty() ? OutputCell() : OutputCell(cell.text);
            state.facts.missingCells += writes && cell.missing ? 1U : 0U;
            continue;
        }
        if (column.quasi)
            out[c] = keeps ? quasiCell(*column.quasi, row) : OutputCell(kTop);
        else if (column.transform.type != TransformType::Suppress)
            out[c] = freeCell(c, cell, row);
        if (!writes)
            continue;
        const bool wasThere = !cell.missing;
        if (column.transform.reversible && wasThere && out[c]) {
            bool isNew = false;
            state.originals.add(cell.text, isNew);
        }
        state.facts.missingCells += wasThere ? 0U : 1U;
        const bool same = wasThere ? out[c] == cell.text : !out[c] || out[c] == cell.text;
        state.facts.changedCells += same ? 0U : 1U;
    }
    std::uint32_t classNumber = 0;
    if (keeps)
        classNumber = count(m_written, m_writtenOf, row) + 1;
    if (m_population)
        countPopulation(row);
    for (std::size_t s = 0; s < m_sensitive.size(); ++s)
        m_sensitive[s].add(row.cell(m_plan.sensitive[s].column), classNumber);
    return writes;
}

std::uint32_t RowTransformer::count(ClassTable& classes, std::vector<std::uint32_t>& classOf,
                                    const Row& row) {
    std::uint32_t& number = classOf[row.combination];
    if (number != ClassTable::kAbsent) {
        classes.addTo(number);
        return number;
    }
    for (std::size_t q = 0; q < m_labels.size(); ++q)
        m_labels[q] = labelOf(q, row);
    number = classes.add(m_labels);
    return number;
}

void RowTransformer::countPopulation(const Row& row) {
    count(*m_population, m_populationOf, row);
}

void RowTransformer::countLeaving(const Row& row) {
    ++m_suppressed;
    if (m_population)
        countPopulation(row);
    for (std::size_t s = 0; s < m_sensitive.size(); ++s)
        m_sensitive[s].add(row.cell(m_plan.sensitive[s].column), 0);
}

void RowTransformer::leaveKeptColumns() {
    std::erase_if(m_filled, [&](std::size_t column) { return m_columns[column].keeps; });
}

/// For local recoding: texts and labels at every level. Equal texts are one label at whatever level.
void RowTransformer::addLevels(const QuasiDomain& domain) {
    const auto common = domain.commonLabels();
    std::uint32_t top = ClassTable::kAbsent;
    auto& textOfLabel = m_textOf.emplace_back();
    auto& texts = m_localOut.emplace_back();
    auto& labels = m_localLabel.emplace_back();
    for (std::uint32_t level = 0; level < domain.levels(); ++level) {
        auto& textOf = texts.emplace_back();
        auto& labelOfCode = labels.emplace_back();
        for (std::uint32_t code = 0; code < domain.values(); ++code) {
            const std::uint32_t label = domain.labelOf(level, code);
            const std::string& text = domain.text(level, label);
            textOf.push_back(domain.isMissing(code) && text.empty() ? OutputCell() : OutputCell(text));
            labelOfCode.push_back(common[level][label]);
            top = text == kTop ? labelOfCode.back() : top;
            textOfLabel.resize(std::max<std::size_t>(textOfLabel.size(), labelOfCode.back() + 1U));
            textOfLabel[labelOfCode.back()] = text;
        }
    }
    m_topLabel.push_back(top);
}

OutputCell RowTransformer::quasiCell(std::size_t q, const Row& row) const {
    return m_localOut.empty() ? m_quasiOut[q][row.codes[q]]
                              : m_localOut[q][m_solution.levelOf(row.combination, q)][row.codes[q]];
}

std::uint32_t RowTransformer::labelOf(std::size_t q, const Row& row) const {
    return m_localLabel.empty() ? m_labelOf[q][row.codes[q]]
                                : m_localLabel[q][m_solution.levelOf(row.combination, q)][row.codes[q]];
}

OutputCell RowTransformer::freeCell(std::size_t c, const InputCell& cell, const Row& row) {
    const PlannedColumn& column = m_plan.columns[c];
    ColumnState& state = m_columns[c];
    if (cell.missing)
        return std::nullopt;
    if (column.hierarchy)
        return generalised(c, cell.text, row.line);
    std::optional<std::string_view> person;
    if (column.person)
        person = personOf(row.cell(*column.person));
    std::string_view text;
    switch (state.worker->apply(cell.text, person, row.number, text)) {
    case CellFate::Written:
        return text;
    case CellFate::Emptied:
        break;
    case CellFate::Unreadable:
        if (state.facts.unmatchedCells++ == 0)
            state.facts.firstUnmatchedLine = row.line;
        break;
    case CellFate::PersonMissing:
        if (state.personMissing++ == 0)
            state.firstPersonMissing = row.line;
        break;
    }
    return std::nullopt;
}

OutputCell RowTransformer::generalised(std::size_t c, std::string_view text, std::uint64_t line) {
    const PlannedColumn& column = m_plan.columns[c];
    ColumnState& state = m_columns[c];
    if (state.known.size() > kMostKnown) {
        state.known.clear();
        state.knownTexts.clear();
    }
    bool isNew = false;
    const std::uint32_t number = state.known.add(text, isNew);
    if (isNew) {
        auto label = column.hierarchy->generalise(text, *column.attribute->level);
        state.knownTexts.push_back(std::move(label));
    }
    if (const auto& label = state.knownTexts[number])
        return *label;
    if (state.facts.unmatchedCells++ == 0)
        state.facts.firstUnmatchedLine = line;
    return kTop;
}

namespace {

/// Adds up counts of cells and keeps the first line.
void addCells(std::uint64_t& cells, std::uint64_t& line, std::uint64_t moreCells, std::uint64_t moreLine) {
    if (moreCells > 0 && (cells == 0 || moreLine < line))
        line = moreLine;
    cells += moreCells;
}

} // namespace

void RowTransformer::merge(const RowTransformer& other) {
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        ColumnState& state = m_columns[c];
        const ColumnState& more = other.m_columns[c];
        state.facts.changedCells += more.facts.changedCells;
        state.facts.missingCells += more.facts.missingCells;
        if (!m_plan.columns[c].quasi) // these were counted by the first pass
            addCells(state.facts.unmatchedCells, state.facts.firstUnmatchedLine, more.facts.unmatchedCells,
                     more.facts.firstUnmatchedLine);
        for (std::uint32_t number = 0; number < more.originals.size(); ++number) {
            bool isNew = false;
            state.originals.add(more.originals.text(number), isNew);
        }
        addCells(state.personMissing, state.firstPersonMissing, more.personMissing, more.firstPersonMissing);
    }
    std::vector<std::uint32_t> numbers{0};
    for (std::size_t i = 0; i < other.m_written.size(); ++i)
        numbers.push_back(m_written.add(other.m_written.codes(i), other.m_written.count(i)) + 1);
    for (std::size_t s = 0; s < m_sensitive.size(); ++s)
        m_sensitive[s].merge(other.m_sensitive[s], numbers);
    for (std::size_t i = 0; m_population && i < other.m_population->size(); ++i)
        m_population->add(other.m_population->codes(i), other.m_population->count(i));
    m_suppressed += other.m_suppressed;
}

CodeIndex RowTransformer::codeIndex() const {
    CodeIndex index;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (!m_plan.columns[c].transform.reversible)
            continue;
        CodeIndex::Column& column = index.columns.emplace_back();
        column.name = m_plan.columns[c].name;
        const table::ValueDictionary& originals = m_columns[c].originals;
        for (std::uint32_t number = 0; number < originals.size(); ++number) {
            CellInput cell;
            cell.text = originals.text(number);
            std::string code;
            static_cast<void>(m_plan.columns[c].cells->apply(cell, code));
            column.codes.emplace_back(std::move(code), cell.text);
        }
        std::sort(column.codes.begin(), column.codes.end());
    }
    return index;
}

WrittenClasses RowTransformer::written() const {
    WrittenClasses written;
    const auto counts = m_written.counts();
    written.sizes.assign(counts.begin(), counts.end());
    written.columnIsTop.assign(m_topLabel.size(), true);
    for (std::size_t c = 0; c < m_written.size(); ++c) {
        const auto labels = m_written.codes(c);
        written.isTop.push_back(std::equal(labels.begin(), labels.end(), m_topLabel.begin()));
        for (std::size_t q = 0; q < labels.size(); ++q)
            written.columnIsTop[q] = written.columnIsTop[q] && labels[q] == m_topLabel[q];
        if (m_population)
            written.populations.push_back(m_population->count(m_population->find(labels)));
    }
    written.records = m_written.records() + m_suppressed;
    written.population = m_population ? m_population->records() : 0;
    for (std::size_t s = 0; s < m_sensitive.size(); ++s)
        written.sensitive.push_back({m_plan.columns[m_plan.sensitive[s].column].name,
                                     m_plan.sensitive[s].hierarchy, &m_sensitive[s]});
    return written;
}

std::uint64_t RowTransformer::writtenClass(std::size_t number, std::vector<std::string_view>& texts) const {
    const auto labels = m_written.codes(number);
    texts.clear();
    for (std::size_t q = 0; q < labels.size(); ++q)
        texts.push_back(m_textOf[q][labels[q]]);
    return m_written.count(number);
}

std::vector<AppliedColumn> RowTransformer::columns() const {
    std::vector<AppliedColumn> columns;
    for (const ColumnState& state : m_columns) {
        columns.push_back(state.facts);
        columns.back().unmatchedCells += state.personMissing;
        if (columns.back().firstUnmatchedLine == 0)
            columns.back().firstUnmatchedLine = state.firstPersonMissing;
    }
    return columns;
}

Status RowTransformer::checkCells() const {
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const PlannedColumn& column = m_plan.columns[c];
        const ColumnState& state = m_columns[c];
        if (column.quasi || column.unmatched() == UnmatchedPolicy::Suppress)
            continue;
        const std::string cells = std::to_string(state.facts.unmatchedCells);
        const std::string line = std::to_string(state.facts.firstUnmatchedLine);
        if (state.facts.unmatchedCells > 0 && column.hierarchy)
            return Error(errors::kHierarchyUnmatchedCells,
                         {column.name, cells, line, column.attribute->hierarchy});
        if (state.facts.unmatchedCells > 0)
            return unreadableError(column, state.facts.unmatchedCells, state.facts.firstUnmatchedLine);
        if (state.personMissing > 0)
            return Error(errors::kPersonMissing,
                         {std::to_string(state.personMissing), std::to_string(state.firstPersonMissing),
                          column.name, column.transform.person});
    }
    return {};
}

} // namespace mangrove::deid
