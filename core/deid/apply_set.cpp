// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_set.h"

#include "base/text.h"
#include "deid/collector.h"
#include "deid/judgement.h"
#include "deid/linked_levels.h"
#include "deid/notes.h"
#include "deid/person_view.h"
#include "deid/plan.h"
#include "deid/release_writer.h"
#include "deid/report_notes.h"
#include "deid/solution.h"
#include "io/csv_writer.h"
#include "io/record_reader.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mangrove::deid {

namespace {

/// One table on its way. Its parts refer to one another, so it stays where it is.
struct TableRun {
    const LinkedTable* table = nullptr;
    Plan plan;
    std::size_t person = 0;
    std::optional<Collector> collector;
    std::unique_ptr<Problem> problem;
    std::optional<LinkedLevels> levels;
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

bool judgesPersons(const Model& model) {
    return model.type == ModelType::KMap || model.type == ModelType::DeltaPresence;
}

/// The step with the greatest gain for its cost; of equal ones the first that was offered.
class StepChoice {
public:
    struct Step {
        std::size_t table = 0;
        LinkedLevels::Step step;
    };
    /// `cost` > 0. `fewer`: how many persons or records the step brings among enough others.
    void offer(std::size_t table, const LinkedLevels::Step& step, double fewer, double cost) {
        const double gain = (fewer + 1e-3) / cost;
        if (m_best && gain <= m_gain)
            return;
        m_gain = gain;
        m_best = Step{table, step};
    }
    [[nodiscard]] const std::optional<Step>& best() const { return m_best; }

private:
    std::optional<Step> m_best;
    double m_gain = 0;
};

/// So many steps that raise some combinations only; then whole columns rise, so that it ends.
constexpr std::uint64_t kMostMarkedSteps = 256;

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
    Status findSubset();
    Status collect(std::size_t t);
    Status collectPersons(std::size_t t);
    Status raiseLevels();
    /// `markedSteps`: so many steps at most may raise the marked combinations only.
    Status raiseLevels(std::uint64_t markedSteps);
    struct Raised {
        std::vector<LinkedLevels> levels; ///< by table
        PersonView::Classes classes;
        std::uint64_t personsSuppressed, raisedLevels;
    };
    [[nodiscard]] Raised raisedNow() const;
    void restore(Raised&& then);
    /// Mean of the tables' losses, persons who leave having lost everything.
    [[nodiscard]] double lossNow() const;
    /// Takes back steps that turned out not to be needed, the dearest first: single steps up bring few people
    /// together as long as other columns are fine, so raising goes too far in some. `held`: how many persons
    /// may be left out.
    Status lowerLevels(std::vector<std::vector<std::uint32_t>>& classOfTables, std::uint64_t held);
    /// The one step that brings most persons together; nullopt when all levels are at their bounds.
    Result<std::optional<StepChoice::Step>> bestStep(std::vector<std::vector<std::uint32_t>>& classOfTables,
                                                     const std::vector<std::vector<bool>>& marked,
                                                     bool mayMark) const;
    /// By table: the combinations that persons have who are not alike enough; of tables with local recoding.
    [[nodiscard]] std::vector<std::vector<bool>> markBroken() const;
    /// Raises the level of the table that leaves fewest of its records in classes that break its models.
    /// `unmet` where all are at their bounds.
    Status raiseFor(std::size_t t, const Error& unmet);
    Status writeAll();
    Status write(std::size_t t);
    Status finish();
    Status judgeJoined();

    const LinkOptions& m_link;
    const Keys& m_keys;
    const ApplyOptions& m_options;
    const RunContext& m_context;
    std::vector<std::unique_ptr<TableRun>> m_runs;
    std::optional<PersonSubset> m_subset;
    PersonView m_persons;
    PersonView::Classes m_classes;
    PersonRules m_rules;
    std::vector<Model> m_models; ///< of persons: the set's and the tables'
    LinkReport m_report;
};

RiskOptions riskOptions(const TableRun& run, const ApplyOptions& options) {
    return riskOptionsOf(run.table->recipe, options.riskThreshold, options.sharing, options.contextRisk);
}

Status LinkedRun::findSubset() {
    std::vector<LinkedTable> tables;
    bool isLocal = false;
    m_models = m_link.models;
    for (const auto& run : m_runs) {
        const Recipe& recipe = run->table->recipe;
        tables.push_back(*run->table);
        isLocal = isLocal || recipe.recoding == Recoding::Local;
        std::copy_if(recipe.models.begin(), recipe.models.end(), std::back_inserter(m_models), judgesPersons);
    }
    MANGROVE_ASSIGN(m_subset, findPersonSubset(tables, m_link.subset, m_link.folder, m_context));
    if (m_subset && isLocal)
        return invalid("releases a subset of persons and recodes a table locally, which do not go together: "
                       "clusters are cut for the released records alone; use \"recoding\":\"global\"");
    if (!m_subset && !m_models.empty())
        return invalid("asks for k-map or delta-presence but has no subset");
    for (const Model& model : m_models) {
        if (model.type == ModelType::KMap)
            m_rules.minPopulation = std::max<std::uint64_t>(m_rules.minPopulation, model.k);
        else
            m_rules.presence.emplace_back(model.min, model.max);
    }
    return {};
}

Status LinkedRun::collect(std::size_t t) {
    TableRun& run = *m_runs[t];
    const LinkedTable& table = *run.table;
    PlanAids aids;
    aids.finder = m_options.textFinder;
    if (m_subset)
        aids.subset = m_subset->tables[t].rows;
    MANGROVE_ASSIGN(aids.survey, Survey::ofFile(table.input, table.read, table.recipe, m_keys,
                                                aids.subset.get(), m_context));
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
    run.collector.emplace(run.plan);
    MANGROVE_TRY(run.collector->read(*reader, m_context));
    MANGROVE_TRY(run.collector->checkCells());
    ApplyReport& report = run.report;
    report.rowsIn = reader->rowsRead();
    report.rowsRejected = reader->rowsRejected();
    report.rowsLeftOut = run.collector->rowsLeftOut();
    report.rowsOnlyPopulation = run.collector->rowsOnlyPopulation();
    report.inputSha256 = reader->source().sha256;
    if (m_subset && m_subset->tables[t].sourceSha256 != report.inputSha256)
        return Error(errors::kSourceChanged, {table.input.string()});
    report.inputBytes = reader->source().bytes;
    report.before = riskBefore(run.plan, *run.collector, riskOptions(run, m_options));
    MANGROVE_ASSIGN(run.problem, Problem::make(table.recipe, run.plan, *run.collector, true));
    MANGROVE_ASSIGN(Solution solution,
                    solve(*run.problem, searchOptionsOf(table.recipe, m_options.threads), m_context));
    run.levels.emplace(*run.problem, std::move(solution));
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
        lookup.findAll(batch);
        for (std::size_t i = 0; i < batch.rows(); ++i) {
            const std::uint32_t combination = lookup.number(i);
            if (combination == ClassTable::kAbsent)
                return Error(errors::kSourceChanged, {run.table->input.string()});
            if (combination != CombinationLookup::kLeftOut)
                m_persons.add(t, personOf(cellOf(batch, run.person, i)), combination,
                              run.plan.releases(batch.firstRow() + i));
        }
        m_context.advance(batch.rows());
        MANGROVE_TRY(m_context.check());
    }
    if (reader->source().sha256 != run.report.inputSha256)
        return Error(errors::kSourceChanged, {run.table->input.string()});
    return {};
}

std::vector<std::vector<bool>> LinkedRun::markBroken() const {
    std::vector<std::vector<bool>> marked(m_runs.size());
    bool anyLocal = false;
    for (std::size_t t = 0; t < m_runs.size(); ++t) {
        if (!m_runs[t]->levels->isLocal())
            continue;
        anyLocal = true;
        marked[t].assign(m_runs[t]->collector->classes().size(), false);
    }
    if (!anyLocal)
        return marked;
    m_persons.eachEntry([&](std::uint32_t person, std::uint32_t table, std::uint32_t combination) {
        if (!marked[table].empty() && !m_classes.keeps(person, m_rules))
            marked[table][combination] = true;
    });
    return marked;
}

Result<std::optional<StepChoice::Step>>
LinkedRun::bestStep(std::vector<std::vector<std::uint32_t>>& classOfTables,
                    const std::vector<std::vector<bool>>& marked, bool mayMark) const {
    StepChoice choice;
    const auto before = static_cast<double>(m_classes.broken(m_rules));
    for (std::size_t t = 0; t < m_runs.size(); ++t) {
        const LinkedLevels& levels = *m_runs[t]->levels;
        const std::size_t kinds = levels.isLocal() && mayMark ? 2 : 1;
        for (std::size_t i = 0; i < kinds * m_runs[t]->plan.quasi.size(); ++i) {
            const LinkedLevels::Step step{i / kinds, i % kinds == 1};
            const double cost = levels.costOf(step, marked[t]);
            if (cost == 0)
                continue;
            MANGROVE_TRY(m_context.check());
            LinkedLevels raised = levels;
            raised.raise(step, marked[t]);
            std::vector<std::uint32_t> kept = std::exchange(classOfTables[t], raised.classes());
            const auto after = static_cast<double>(m_persons.classes(classOfTables).broken(m_rules));
            classOfTables[t] = std::move(kept);
            choice.offer(t, step, before - after, cost);
        }
    }
    return choice.best();
}

LinkedRun::Raised LinkedRun::raisedNow() const {
    Raised now{{}, m_classes, m_report.personsSuppressed, m_report.raisedLevels};
    for (const auto& run : m_runs)
        now.levels.push_back(*run->levels);
    return now;
}

void LinkedRun::restore(Raised&& then) {
    for (std::size_t t = 0; t < m_runs.size(); ++t)
        *m_runs[t]->levels = std::move(then.levels[t]);
    m_classes = std::move(then.classes);
    m_report.personsSuppressed = then.personsSuppressed;
    m_report.raisedLevels = then.raisedLevels;
}

Status LinkedRun::raiseLevels() {
    const bool anyLocal =
        std::any_of(m_runs.begin(), m_runs.end(), [](const auto& run) { return run->levels->isLocal(); });
    if (!anyLocal)
        return raiseLevels(0);
    // Which way is better nobody knows before: the one that keeps more detail stays.
    Raised before = raisedNow();
    MANGROVE_TRY(raiseLevels(kMostMarkedSteps));
    Raised marked = raisedNow();
    const double loss = lossNow();
    restore(std::move(before));
    MANGROVE_TRY(raiseLevels(0));
    if (lossNow() > loss)
        restore(std::move(marked));
    return {};
}

double LinkedRun::lossNow() const {
    double sum = 0;
    for (const auto& run : m_runs)
        sum += run->levels->solution().loss;
    const double left = static_cast<double>(m_report.personsSuppressed)
                        / static_cast<double>(std::max<std::uint64_t>(m_persons.releasedPersons(), 1));
    return left + (1 - left) * sum / static_cast<double>(m_runs.size());
}

Status LinkedRun::raiseLevels(std::uint64_t markedSteps) {
    std::vector<std::vector<std::uint32_t>> classOfTables;
    for (const auto& run : m_runs)
        classOfTables.push_back(run->levels->classes());
    m_classes = m_persons.classes(classOfTables);
    const std::uint64_t persons = m_persons.releasedPersons();
    const std::uint64_t budget = suppressionBudget(m_link.suppressionLimit, persons);
    while (m_classes.broken(m_rules) > budget) {
        const auto marked = markBroken();
        MANGROVE_ASSIGN(const auto best, bestStep(classOfTables, marked, markedSteps > 0));
        if (!best)
            return Error(errors::kLinkUnmet, {std::to_string(m_report.k), std::to_string(budget),
                                              std::to_string(m_classes.broken(m_rules))});
        LinkedLevels& levels = *m_runs[best->table]->levels;
        levels.raise(best->step, marked[best->table]);
        markedSteps -= best->step.onlyMarked ? 1 : 0;
        ++m_report.raisedLevels;
        classOfTables[best->table] = levels.classes();
        m_classes = m_persons.classes(classOfTables);
    }
    MANGROVE_TRY(lowerLevels(classOfTables, budget));
    m_report.personsSuppressed = m_classes.broken(m_rules);
    if (m_report.personsSuppressed == persons && persons > 0)
        return Error(errors::kEverythingSuppressed);
    return {};
}

Status LinkedRun::lowerLevels(std::vector<std::vector<std::uint32_t>>& classOfTables, std::uint64_t held) {
    struct Candidate {
        double cost;
        std::size_t table, quasi;
    };
    const auto candidates = [this] {
        std::vector<Candidate> list;
        for (std::size_t t = 0; t < m_runs.size(); ++t) {
            const LinkedLevels& levels = *m_runs[t]->levels;
            for (std::size_t q = 0; q < m_runs[t]->plan.quasi.size(); ++q) {
                if (const double cost = levels.costOfLast(q); cost > 0)
                    list.push_back({cost, t, q});
            }
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const Candidate& a, const Candidate& b) { return a.cost > b.cost; });
        return list;
    };
    // Whose group is too small stays so where labels are finer: what was refused once is not asked again.
    std::set<std::pair<std::size_t, std::size_t>> refused;
    for (bool goesOn = true; goesOn;) {
        goesOn = false;
        for (const Candidate& each : candidates()) {
            if (refused.count({each.table, each.quasi}) > 0)
                continue;
            MANGROVE_TRY(m_context.check());
            LinkedLevels lowered = *m_runs[each.table]->levels;
            lowered.lower(each.quasi);
            std::vector<std::uint32_t> kept = std::exchange(classOfTables[each.table], lowered.classes());
            PersonView::Classes classes = m_persons.classes(classOfTables);
            if (classes.broken(m_rules) > held) {
                classOfTables[each.table] = std::move(kept);
                refused.insert({each.table, each.quasi});
                continue;
            }
            *m_runs[each.table]->levels = std::move(lowered);
            m_classes = std::move(classes);
            --m_report.raisedLevels;
            goesOn = true;
            break;
        }
    }
    return {};
}

Status LinkedRun::raiseFor(std::size_t t, const Error& unmet) {
    TableRun& run = *m_runs[t];
    LinkedLevels& levels = *run.levels;
    NodeEvaluator evaluator(run.problem->lattice(), run.problem->utility(), run.problem->rules());
    const auto suppressed = [&](const Levels& node) {
        return static_cast<double>(evaluator.measure(node).suppressed);
    };
    // What a step does to clusters of different levels no node tells: there the cheapest step is taken.
    const double before = levels.isLocal() ? 0 : suppressed(levels.levels());
    StepChoice choice;
    for (std::size_t q = 0; q < run.plan.quasi.size(); ++q) {
        const LinkedLevels::Step step{q, false};
        const double cost = levels.costOf(step, {});
        if (cost == 0)
            continue;
        MANGROVE_TRY(m_context.check());
        Levels node = levels.levels();
        ++node[q];
        choice.offer(t, step, levels.isLocal() ? 0 : before - suppressed(node), cost);
    }
    if (!choice.best())
        return unmet;
    levels.raise(choice.best()->step, {});
    levels.keep();
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
    const Solution solution = run.levels->solution();
    run.report.loss = solution.loss;
    run.report.checked = solution.checked;
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(table.input, table.read, m_context));
    if (reader->columnNames().size() != run.plan.columns.size())
        return Error(errors::kSourceChanged, {table.input.string()});
    io::CsvWriter::Options writing;
    writing.ifExists = m_options.ifExists;
    const std::vector<std::string> names = run.plan.outputNames();
    MANGROVE_ASSIGN(io::CsvWriter writer, io::CsvWriter::create(table.output, names, writing));
    std::vector<bool> namelessKept;
    for (const std::uint32_t person : m_persons.nameless(t)) {
        if (m_persons.isReleased(person)) // the writer meets no others
            namelessKept.push_back(m_classes.keeps(person, m_rules));
    }
    PersonFilter filter;
    filter.column = run.person;
    filter.keepsNameless = &namelessKept;
    filter.keeps = [this](std::string_view person) {
        const auto number = m_persons.find(person);
        return number && m_classes.keeps(*number, m_rules);
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
    report.levels = solution.levels;
    report.lattice = run.problem->lattice().nodes();
    report.outputBytes = writer.bytesWritten();
    report.recipeJson = toJson(table.recipe, Disclosure::ForRecipient);
    report.recipeSha256 = recipeSha256(table.recipe);
    report.notes = notesOf(report, judgement.silentColumns);
    if (m_subset && m_subset->tables[t].beyond > 0)
        report.notes.push_back(
            noteOf(notes::kRowsOfSubsetPersons, {std::to_string(m_subset->tables[t].beyond)}));
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

Status LinkedRun::judgeJoined() {
    WrittenClasses written;
    std::vector<ClassInPopulation> inPopulation;
    PopulationRisk population;
    for (std::size_t c = 0; c < m_classes.sizes.size(); ++c) {
        const std::uint64_t size = m_classes.sizes[c];
        if (size == 0 || !m_rules.hold(size, m_classes.people[c]))
            continue;
        written.sizes.push_back(size);
        written.populations.push_back(m_classes.people[c]);
        inPopulation.push_back({size, m_classes.people[c]});
        population.fittingRecords += m_classes.people[c];
    }
    std::size_t quasi = 0;
    for (const auto& run : m_runs)
        quasi += run->plan.quasi.size();
    const RiskOptions options = riskOptions(*m_runs[0], m_options);
    std::vector<std::uint64_t> sizes = written.sizes;
    std::sort(sizes.begin(), sizes.end());
    m_report.joined = riskOfClasses(sizes, m_report.personsSuppressed, quasi, options);
    Recipe asked;
    Model alike;
    alike.k = static_cast<std::uint32_t>(std::min<std::uint64_t>(m_report.k, UINT32_MAX));
    asked.models.push_back(alike);
    asked.models.insert(asked.models.end(), m_models.begin(), m_models.end());
    MANGROVE_ASSIGN(m_report.models, checkWritten(asked, written, m_report.joined));
    MANGROVE_TRY(requireAll(m_report.models));
    if (!m_subset)
        return {};
    const std::uint64_t fitting = population.fittingRecords;
    population = populationRiskOf(inPopulation, options.threshold);
    population.records = m_persons.persons();
    population.fittingRecords = fitting;
    m_report.joined.population = population;
    m_report.personsOnlyPopulation = m_persons.persons() - m_persons.releasedPersons();
    if (m_subset->absent > 0)
        m_report.notes.push_back(noteOf(notes::kPersonsAbsent, {std::to_string(m_subset->absent)}));
    return {};
}

Result<LinkReport> LinkedRun::apply() {
    m_report.k = m_link.k;
    MANGROVE_TRY(findSubset());
    for (std::size_t t = 0; t < m_runs.size(); ++t)
        MANGROVE_TRY(collect(t));
    m_rules.k = m_report.k;
    for (std::size_t t = 0; t < m_runs.size(); ++t)
        MANGROVE_TRY(collectPersons(t));
    m_persons.finish();
    m_report.persons = m_persons.releasedPersons();
    MANGROVE_TRY(raiseLevels());
    MANGROVE_TRY(writeAll());
    MANGROVE_TRY(judgeJoined());
    MANGROVE_TRY(finish());
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
    if (subset && subset->persons.empty() == subset->file.empty())
        return invalid("has a subset without either persons or a file");
    for (const Model& model : models) {
        if (!judgesPersons(model))
            return invalid("asks for " + std::string(nameOf(model.type))
                           + " of persons; the joined view is judged by k, k-map and delta-presence, others "
                             "belong into the tables' recipes");
        MANGROVE_TRY(deid::validate(model));
    }
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
