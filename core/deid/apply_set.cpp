// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_set.h"

#include "base/text.h"
#include "deid/collector.h"
#include "deid/judgement.h"
#include "deid/person_view.h"
#include "deid/plan.h"
#include "deid/release_writer.h"
#include "deid/report_notes.h"
#include "deid/solution.h"
#include "io/csv_writer.h"
#include "io/record_reader.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

/// One table on its way. Its parts refer to one another, so it stays where it is.
struct TableRun {
    const LinkedTable* table = nullptr;
    Plan plan;
    std::size_t person = 0;
    std::optional<Collector> collector;
    std::unique_ptr<Problem> problem;
    Solution solution;
    ApplyReport report;
    std::optional<io::CsvWriter> writer;
};

Error invalid(std::string what) {
    return Error(errors::kRecipeSetInvalid, {std::move(what)});
}

/// What a table's recipe says about the persons' dates: domain and range, or nothing.
std::vector<std::pair<std::string, std::uint32_t>> shiftsOf(const Recipe& recipe) {
    std::vector<std::pair<std::string, std::uint32_t>> shifts;
    for (const Attribute& attribute : recipe.attributes) {
        const Transform transform = effectiveTransform(attribute);
        if (transform.rangeDays > 0)
            shifts.emplace_back(transform.domain.empty() ? transform.person : transform.domain,
                                transform.rangeDays);
    }
    return shifts;
}

/// How a table's recipe writes the person: type, domain and hash of her pseudonym; "" where she is not
/// written.
std::string personCodeOf(const LinkedTable& table) {
    const Attribute* attribute = table.recipe.find(table.person);
    if (attribute == nullptr)
        return {};
    const Transform transform = effectiveTransform(*attribute);
    if (transform.type == TransformType::Suppress)
        return {};
    Transform code = transform;
    code.domain = transform.domain.empty() ? attribute->column : transform.domain;
    return toJson(code, Disclosure::Full);
}

/// The tables agree on what links them, or the links would break in silence.
Status checkLinks(const std::vector<LinkedTable>& tables) {
    std::vector<std::pair<std::string, std::uint32_t>> shifts;
    std::string code;
    for (const LinkedTable& table : tables) {
        if (table.recipe.recipient != tables[0].recipe.recipient)
            return invalid("has recipes for different recipients");
        if (table.recipe.sample != tables[0].recipe.sample)
            return invalid("has recipes with different samples");
        for (const auto& shift : shiftsOf(table.recipe))
            shifts.push_back(shift);
        const std::string mine = personCodeOf(table);
        if (!mine.empty() && !code.empty() && mine != code)
            return invalid("replaces the person in different ways (type, domain or hash)");
        code = mine.empty() ? code : mine;
    }
    const bool same = std::adjacent_find(shifts.begin(), shifts.end(), std::not_equal_to<>()) == shifts.end();
    return same ? Status() : invalid("shifts dates by different domains or ranges");
}

class LinkedRun {
public:
    LinkedRun(const std::vector<LinkedTable>& tables, const LinkOptions& link, const Keys& keys,
              const ApplyOptions& options, const RunContext& context)
        : m_link(link), m_keys(keys), m_options(options), m_context(context), m_persons(tables.size()) {
        for (const LinkedTable& table : tables) {
            m_runs.push_back(std::make_unique<TableRun>());
            m_runs.back()->table = &table;
        }
    }

    Result<LinkReport> apply();

private:
    Status collect(TableRun& run);
    Status collectPersons(std::size_t t);
    Status raiseLevels();
    [[nodiscard]] std::vector<std::uint32_t> classOf(const TableRun& run, const Levels& levels) const;
    /// The one step that brings most persons together; nullopt when all levels are at their bounds.
    struct Step {
        std::size_t table = 0, quasi = 0;
    };
    Result<std::optional<Step>> bestStep(std::vector<std::vector<std::uint32_t>>& classOfTables);
    /// Raises the level of the table that leaves fewest of its records in classes that break its models.
    /// `unmet` where all are at their bounds.
    Status raiseFor(std::size_t t, const Error& unmet);
    Status writeAll();
    Status write(std::size_t t);
    Status finish();

    const LinkOptions& m_link;
    const Keys& m_keys;
    const ApplyOptions& m_options;
    const RunContext& m_context;
    std::vector<std::unique_ptr<TableRun>> m_runs;
    PersonView m_persons;
    PersonView::Classes m_classes;
    LinkReport m_report;
};

RiskOptions riskOptions(const TableRun& run, const ApplyOptions& options) {
    return riskOptionsOf(run.table->recipe, options.riskThreshold, options.sharing, options.contextRisk);
}

Status LinkedRun::collect(TableRun& run) {
    const LinkedTable& table = *run.table;
    PlanAids aids;
    aids.finder = m_options.textFinder;
    MANGROVE_ASSIGN(aids.survey,
                    Survey::ofFile(table.input, table.read, table.recipe, m_keys, nullptr, m_context));
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(table.input, table.read, m_context));
    MANGROVE_ASSIGN(run.plan,
                    Plan::make(table.recipe, reader->columnNames(), &m_keys, table.hierarchyFolder, aids));
    const auto& names = reader->columnNames();
    const auto person = std::find(names.begin(), names.end(), table.person);
    if (person == names.end())
        return Error(errors::kRecipeColumnMissing, {table.person, join(names, ", ")});
    run.person = static_cast<std::size_t>(person - names.begin());
    for (const PlannedColumn& column : run.plan.columns) {
        if (column.transform.reversible)
            return Error(errors::kCodeIndexNeeded, {column.name});
    }
    if (run.plan.outputNames().empty())
        return Error(errors::kRecipeInvalid, {"removes every column of the file"});
    if (table.recipe.subset || table.recipe.recoding == Recoding::Local)
        return Error(errors::kRecipeInvalid,
                     {"has a subset or local recoding, which linked tables cannot have: their classes are of "
                      "persons, and levels are raised for all of them"});
    run.collector.emplace(run.plan);
    MANGROVE_TRY(run.collector->read(*reader, m_context));
    MANGROVE_TRY(run.collector->checkCells());
    ApplyReport& report = run.report;
    report.rowsIn = reader->rowsRead();
    report.rowsRejected = reader->rowsRejected();
    report.rowsLeftOut = run.collector->rowsLeftOut();
    report.inputSha256 = reader->source().sha256;
    report.inputBytes = reader->source().bytes;
    report.before = riskBefore(run.plan, *run.collector, riskOptions(run, m_options));
    MANGROVE_ASSIGN(run.problem, Problem::make(table.recipe, run.plan, *run.collector, true));
    MANGROVE_ASSIGN(run.solution,
                    solve(*run.problem, searchOptionsOf(table.recipe, m_options.threads), m_context));
    m_report.k = std::max(m_report.k, table.recipe.requiredClassSize());
    return {};
}

Status LinkedRun::collectPersons(std::size_t t) {
    TableRun& run = *m_runs[t];
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(run.table->input, run.table->read, m_context));
    CombinationLookup lookup(*run.collector);
    io::RecordBatch batch;
    m_context.start("linking", run.report.rowsIn);
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, m_context));
        if (!more)
            break;
        for (std::size_t i = 0; i < batch.rows(); ++i) {
            const std::uint32_t combination = lookup.find(batch, i, batch.firstRow() + i);
            if (combination == ClassTable::kAbsent)
                return Error(errors::kSourceChanged, {run.table->input.string()});
            if (combination != CombinationLookup::kLeftOut)
                m_persons.add(t, personOf(cellOf(batch, run.person, i)), combination);
        }
        m_context.advance(batch.rows());
        MANGROVE_TRY(m_context.check());
    }
    if (reader->source().sha256 != run.report.inputSha256)
        return Error(errors::kSourceChanged, {run.table->input.string()});
    return {};
}

std::vector<std::uint32_t> LinkedRun::classOf(const TableRun& run, const Levels& levels) const {
    const ClassTable& combinations = run.collector->classes();
    ClassTable classes(levels.size());
    std::vector<std::uint32_t> labels(levels.size());
    std::vector<std::uint32_t> numbers;
    numbers.reserve(combinations.size());
    for (std::size_t c = 0; c < combinations.size(); ++c) {
        const auto codes = combinations.codes(c);
        for (std::size_t q = 0; q < levels.size(); ++q)
            labels[q] = run.problem->domain(q).labelOf(levels[q], codes[q]);
        numbers.push_back(classes.add(labels));
    }
    return numbers;
}

/// What the step to `level` costs: the share of the column's distinct labels that it merges.
double costOf(const TableRun& run, std::size_t q, std::uint32_t level) {
    const QuasiDomain& domain = run.problem->domain(q);
    return std::max(std::log(1.0 + domain.labels(level - 1)) / std::log(1.0 + domain.labels(0)), 1e-6);
}

Result<std::optional<LinkedRun::Step>>
LinkedRun::bestStep(std::vector<std::vector<std::uint32_t>>& classOfTables) {
    std::optional<Step> best;
    double bestGain = -1;
    const auto before = static_cast<double>(m_classes.below(m_report.k));
    for (std::size_t t = 0; t < m_runs.size(); ++t) {
        const TableRun& run = *m_runs[t];
        for (std::size_t q = 0; q < run.plan.quasi.size(); ++q) {
            if (run.solution.levels[q] >= run.plan.levelBounds(q).second)
                continue;
            MANGROVE_TRY(m_context.check());
            Levels levels = run.solution.levels;
            ++levels[q];
            std::vector<std::uint32_t> kept = std::move(classOfTables[t]);
            classOfTables[t] = classOf(run, levels);
            const auto after = static_cast<double>(m_persons.classes(classOfTables).below(m_report.k));
            classOfTables[t] = std::move(kept);
            const double gain = (before - after + 1e-3) / costOf(run, q, levels[q]);
            if (gain > bestGain) {
                bestGain = gain;
                best = Step{t, q};
            }
        }
    }
    return best;
}

Status LinkedRun::raiseLevels() {
    std::vector<std::vector<std::uint32_t>> classOfTables;
    for (const auto& run : m_runs)
        classOfTables.push_back(classOf(*run, run->solution.levels));
    m_classes = m_persons.classes(classOfTables);
    const auto budget = static_cast<std::uint64_t>(
        std::floor(m_link.suppressionLimit * static_cast<double>(m_persons.persons())));
    while (m_classes.below(m_report.k) > budget) {
        MANGROVE_ASSIGN(const std::optional<Step> step, bestStep(classOfTables));
        if (!step)
            return Error(errors::kLinkUnmet, {std::to_string(m_report.k), std::to_string(budget),
                                              std::to_string(m_classes.below(m_report.k))});
        TableRun& run = *m_runs[step->table];
        ++run.solution.levels[step->quasi];
        ++m_report.raisedLevels;
        classOfTables[step->table] = classOf(run, run.solution.levels);
        m_classes = m_persons.classes(classOfTables);
    }
    m_report.personsSuppressed = m_classes.below(m_report.k);
    if (m_report.personsSuppressed == m_persons.persons() && m_persons.persons() > 0)
        return Error(errors::kEverythingSuppressed);
    return {};
}

Status LinkedRun::raiseFor(std::size_t t, const Error& unmet) {
    TableRun& run = *m_runs[t];
    NodeEvaluator evaluator(run.problem->lattice(), run.problem->utility(), run.problem->rules());
    const auto before = static_cast<double>(evaluator.measure(run.solution.levels).suppressed);
    std::optional<std::size_t> best;
    double bestGain = 0;
    for (std::size_t q = 0; q < run.plan.quasi.size(); ++q) {
        Levels levels = run.solution.levels;
        if (levels[q] >= run.plan.levelBounds(q).second)
            continue;
        MANGROVE_TRY(m_context.check());
        ++levels[q];
        const auto after = static_cast<double>(evaluator.measure(levels).suppressed);
        const double gain = (before - after + 1e-3) / costOf(run, q, levels[q]);
        if (!best || gain > bestGain) {
            bestGain = gain;
            best = q;
        }
    }
    if (!best)
        return unmet;
    ++run.solution.levels[*best];
    ++m_report.raisedLevels;
    return {};
}

/// Who is left out changes the classes of every table, so all are written anew when one has to be coarser.
Status LinkedRun::writeAll() {
    for (std::size_t t = 0; t < m_runs.size();) {
        const Status written = write(t);
        if (written.ok()) {
            ++t;
            continue;
        }
        if (!written.error().is(errors::kModelUnmet))
            return written;
        // Coarser levels make no direct identifier go away.
        const bool isHopeless = written.error().args().front() == nameOf(ModelType::Gbt42460)
                                && !m_runs[t]->plan.directAfter.empty();
        if (isHopeless)
            return written;
        MANGROVE_TRY(raiseFor(t, written.error()));
        MANGROVE_TRY(raiseLevels());
        for (const auto& run : m_runs)
            run->writer.reset();
        t = 0;
    }
    return {};
}

Status LinkedRun::write(std::size_t t) {
    TableRun& run = *m_runs[t];
    const LinkedTable& table = *run.table;
    const Levels& levels = run.solution.levels;
    Solution solution = solutionAt(*run.problem, levels);
    run.report.loss = solution.loss;
    run.report.checked = run.solution.checked;
    // Whoever goes, goes as a person, from all tables.
    solution.keeps.assign(run.collector->classes().size(), true);
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(table.input, table.read, m_context));
    if (reader->columnNames().size() != run.plan.columns.size())
        return Error(errors::kSourceChanged, {table.input.string()});
    io::CsvWriter::Options writing;
    writing.ifExists = m_options.ifExists;
    const std::vector<std::string> names = run.plan.outputNames();
    MANGROVE_ASSIGN(io::CsvWriter writer, io::CsvWriter::create(table.output, names, writing));
    std::vector<bool> namelessKept;
    for (const std::uint32_t person : m_persons.nameless(t))
        namelessKept.push_back(m_classes.sizes[m_classes.classOf[person]] >= m_report.k);
    PersonFilter filter;
    filter.column = run.person;
    filter.keepsNameless = &namelessKept;
    filter.keeps = [this](std::string_view person) {
        const auto number = m_persons.find(person);
        return number && m_classes.sizes[m_classes.classOf[*number]] >= m_report.k;
    };
    m_context.start("writing", run.report.rowsIn);
    ReleaseParts parts{table.recipe, run.plan, *run.collector, *run.problem, solution};
    parts.persons = &filter;
    MANGROVE_ASSIGN(const RowTransformer rows,
                    writeRelease(*reader, writer, parts, m_options.threads, table.input.string(), m_context));
    if (reader->source().sha256 != run.report.inputSha256 || reader->rowsRead() != run.report.rowsIn)
        return Error(errors::kSourceChanged, {table.input.string()});
    MANGROVE_TRY(rows.checkCells());
    ApplyReport& report = run.report;
    report.rowsOut = writer.rowsWritten();
    report.rowsSuppressed = rows.suppressed();
    report.columns = rows.columns();
    MANGROVE_ASSIGN(Judgement judgement, judge(table.recipe, run.plan, rows, riskOptions(run, m_options)));
    report.after = std::move(judgement.risk);
    report.models = std::move(judgement.models);
    MANGROVE_TRY(requireAll(report.models));
    report.levels = levels;
    report.lattice = run.problem->lattice().nodes();
    report.outputBytes = writer.bytesWritten();
    report.recipeJson = toJson(table.recipe, Disclosure::ForRecipient);
    report.recipeSha256 = recipeSha256(table.recipe);
    report.notes = notesOf(report, judgement.silentColumns);
    run.writer.emplace(std::move(writer));
    return {};
}

/// All files get their names, or none keeps it.
Status LinkedRun::finish() {
    for (std::size_t t = 0; t < m_runs.size(); ++t) {
        if (const Status named = m_runs[t]->writer->commit(); !named.ok()) {
            std::error_code ignored;
            for (std::size_t done = 0; done < t; ++done)
                std::filesystem::remove(m_runs[done]->table->output, ignored);
            return named;
        }
        m_runs[t]->report.outputSha256 = m_runs[t]->writer->sha256();
    }
    return {};
}

Result<LinkReport> LinkedRun::apply() {
    m_report.k = m_link.k;
    for (const auto& run : m_runs)
        MANGROVE_TRY(collect(*run));
    for (std::size_t t = 0; t < m_runs.size(); ++t)
        MANGROVE_TRY(collectPersons(t));
    m_persons.finish();
    m_report.persons = m_persons.persons();
    MANGROVE_TRY(raiseLevels());
    MANGROVE_TRY(writeAll());
    MANGROVE_TRY(finish());
    std::vector<std::uint64_t> sizes;
    std::size_t quasi = 0;
    for (const std::uint64_t size : m_classes.sizes) {
        if (size >= m_report.k)
            sizes.push_back(size);
    }
    std::sort(sizes.begin(), sizes.end());
    for (const auto& run : m_runs)
        quasi += run->plan.quasi.size();
    m_report.joined = riskOfClasses(sizes, m_report.personsSuppressed, quasi,
                                    riskOptionsOf(m_runs[0]->table->recipe, m_options.riskThreshold,
                                                  m_options.sharing, m_options.contextRisk));
    for (const auto& run : m_runs)
        m_report.tables.push_back(std::move(run->report));
    return std::move(m_report);
}

} // namespace

Status LinkOptions::validate() const {
    if (k < 1)
        return invalid("asks for k below 1");
    if (!(suppressionLimit >= 0 && suppressionLimit <= 1))
        return invalid("has a suppressionLimit outside 0 to 1");
    return {};
}

Result<LinkReport> applyLinked(const std::vector<LinkedTable>& tables, const LinkOptions& link,
                               const Keys& keys, const ApplyOptions& options, const RunContext& context) {
    MANGROVE_TRY(link.validate());
    if (tables.empty())
        return invalid("has no tables");
    MANGROVE_TRY(checkLinks(tables));
    for (const LinkedTable& table : tables) {
        std::error_code ignored;
        if (table.input == "-")
            return Error(errors::kSourceNotRepeatable);
        const bool exists =
            options.ifExists == OutputFile::IfExists::Fail && std::filesystem::exists(table.output, ignored);
        if (exists || std::filesystem::equivalent(table.input, table.output, ignored))
            return Error(errors::kFileExists, {table.output.string()});
    }
    LinkedRun run(tables, link, keys, options, context);
    return run.apply();
}

} // namespace mangrove::deid
