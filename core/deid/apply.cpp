// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply.h"

#include "deid/collector.h"
#include "deid/judgement.h"
#include "deid/plan.h"
#include "deid/release_writer.h"
#include "deid/report_notes.h"
#include "deid/solution.h"
#include "io/csv_writer.h"
#include "io/record_reader.h"

namespace mangrove::deid {

namespace {

/// Everything one run needs; its parts refer to one another, so it is made in place and never moved.
class Run {
public:
    Run(const std::filesystem::path& input, const io::ReadOptions& read, const Recipe& recipe,
        const ApplyOptions& options, const RunContext& context)
        : m_input(input), m_read(read), m_recipe(recipe), m_options(options), m_context(context) {}

    Result<ApplyReport> apply(const Keys& keys, const std::filesystem::path& output);

private:
    Status firstPass(const Keys& keys);
    Status secondPass(const std::filesystem::path& output);
    RiskOptions riskOptions() const {
        return riskOptionsOf(m_recipe, m_options.riskThreshold, m_options.sharing, m_options.contextRisk);
    }
    Error sourceChanged() const { return Error(errors::kSourceChanged, {m_input.string()}); }

    const std::filesystem::path& m_input;
    const io::ReadOptions& m_read;
    const Recipe& m_recipe;
    const ApplyOptions& m_options;
    const RunContext& m_context;
    Plan m_plan;
    std::optional<Collector> m_collector;
    std::unique_ptr<Problem> m_problem;
    Solution m_solution;
    ApplyReport m_report;
};

Status Run::firstPass(const Keys& keys) {
    PlanAids aids;
    aids.finder = m_options.textFinder;
    MANGROVE_ASSIGN(aids.subset, RowSubset::of(m_recipe, m_options.hierarchyFolder));
    MANGROVE_ASSIGN(aids.survey,
                    Survey::ofFile(m_input, m_read, m_recipe, keys, aids.subset.get(), m_context));
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(m_input, m_read, m_context));
    MANGROVE_ASSIGN(m_plan,
                    Plan::make(m_recipe, reader->columnNames(), &keys, m_options.hierarchyFolder, aids));
    for (const PlannedColumn& column : m_plan.columns) {
        if (column.transform.reversible && m_options.codeIndex == nullptr)
            return Error(errors::kCodeIndexNeeded, {column.name});
    }
    if (m_plan.outputNames().empty())
        return Error(errors::kRecipeInvalid, {"removes every column of the file"});
    m_collector.emplace(m_plan);
    MANGROVE_TRY(m_collector->read(*reader, m_options.threads, m_context));
    MANGROVE_TRY(m_collector->checkCells());
    m_report.rowsIn = reader->rowsRead();
    m_report.rowsRejected = reader->rowsRejected();
    m_report.rowsLeftOut = m_collector->rowsLeftOut();
    m_report.rowsOnlyPopulation = m_collector->rowsOnlyPopulation();
    m_report.inputSha256 = reader->source().sha256;
    if (aids.survey && aids.survey->sourceSha256() != m_report.inputSha256)
        return sourceChanged();
    m_report.inputBytes = reader->source().bytes;
    m_report.before = riskBefore(m_plan, *m_collector, riskOptions());
    MANGROVE_ASSIGN(m_problem, Problem::make(m_recipe, m_plan, *m_collector, true));
    MANGROVE_ASSIGN(m_solution, solve(*m_problem, searchOptionsOf(m_recipe, m_options.threads), m_context));
    return {};
}

Status Run::secondPass(const std::filesystem::path& output) {
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(m_input, m_read, m_context));
    const std::vector<std::string> names = m_plan.outputNames();
    bool sameColumns = reader->columnNames().size() == m_plan.columns.size();
    for (std::size_t c = 0; sameColumns && c < m_plan.columns.size(); ++c)
        sameColumns = reader->columnNames()[c] == m_plan.columns[c].name;
    if (!sameColumns)
        return sourceChanged();
    io::CsvWriter::Options writing;
    writing.ifExists = m_options.ifExists;
    MANGROVE_ASSIGN(io::CsvWriter writer, io::CsvWriter::create(output, names, writing));
    m_context.start("writing", m_report.rowsIn);
    const ReleaseParts parts{m_recipe, m_plan, *m_collector, *m_problem, m_solution};
    MANGROVE_ASSIGN(const RowTransformer rows,
                    writeRelease(*reader, writer, parts, m_options.threads, m_input.string(), m_context));
    if (reader->source().sha256 != m_report.inputSha256 || reader->rowsRead() != m_report.rowsIn)
        return sourceChanged();
    MANGROVE_TRY(rows.checkCells());
    m_report.rowsOut = writer.rowsWritten();
    m_report.rowsSuppressed = rows.suppressed();
    m_report.columns = rows.columns();
    MANGROVE_ASSIGN(Judgement judgement, judge(m_recipe, m_plan, rows, riskOptions()));
    m_report.after = std::move(judgement.risk);
    m_report.models = std::move(judgement.models);
    MANGROVE_TRY(requireAll(m_report.models));
    m_report.notes = notesOf(m_report, judgement.silentColumns);
    m_report.outputBytes = writer.bytesWritten();
    MANGROVE_TRY(writer.commit());
    m_report.outputSha256 = writer.sha256();
    if (m_options.codeIndex != nullptr)
        *m_options.codeIndex = rows.codeIndex();
    return {};
}

Result<ApplyReport> Run::apply(const Keys& keys, const std::filesystem::path& output) {
    MANGROVE_TRY(firstPass(keys));
    MANGROVE_TRY(secondPass(output));
    m_report.loss = m_solution.loss;
    m_report.levels = m_solution.levels;
    m_report.lattice = m_problem->lattice().nodes();
    m_report.checked = m_solution.checked;
    m_report.recipeJson = toJson(m_recipe, Disclosure::ForRecipient);
    m_report.recipeSha256 = recipeSha256(m_recipe);
    return std::move(m_report);
}

} // namespace

Keys standInKeys() {
    const Bytes fixed(32, 0);
    return {crypto::SecretBytes::copyOf(fixed), crypto::SecretBytes::copyOf(fixed)};
}

Result<ApplyReport> applyRecipe(const std::filesystem::path& input, const io::ReadOptions& read,
                                const Recipe& recipe, const Keys& keys, const std::filesystem::path& output,
                                const ApplyOptions& options, const RunContext& context) {
    if (input == "-")
        return Error(errors::kSourceNotRepeatable);
    std::error_code ignored;
    if (options.ifExists == OutputFile::IfExists::Fail && std::filesystem::exists(output, ignored))
        return Error(errors::kFileExists, {output.string()});
    if (std::filesystem::equivalent(input, output, ignored))
        return Error(errors::kFileExists, {output.string()});
    Run run(input, read, recipe, options, context);
    return run.apply(keys, output);
}

} // namespace mangrove::deid
