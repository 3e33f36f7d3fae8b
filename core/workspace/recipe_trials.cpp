// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recipe_trials.h"

#include "base/format.h"
#include "base/number.h"
#include "deid/apply.h"
#include "deid/notes.h"
#include "deid/row_sample.h"
#include "io/record_reader.h"
#include "workspace/datasets.h"
#include "workspace/file_rollback.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/text_finder.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <iterator>
#include <thread>

namespace mangrove::workspace {

namespace {

constexpr std::chrono::hours kOldTrial{24};
/// People held back as a control group: a tenth, more of a small table, so many where they are there.
constexpr double kPeopleHeldBack = 400, kLeastHeldBack = 0.1, kMostHeldBack = 0.5;
constexpr std::uint64_t kRowsBetweenStops = 16'384;

unsigned allCores() {
    return std::max(1U, std::thread::hardware_concurrency());
}

/// A name that no other trial has, of this process or of another one on the same files.
std::string trialName() {
    static std::atomic<unsigned> made{0};
    const auto now = std::chrono::system_clock::now().time_since_epoch().count();
    return format("{}-{}.csv", now, made.fetch_add(1));
}

/// The table that a recipe gives, for as long as the object lives.
struct Trial {
    explicit Trial(const std::filesystem::path& file) : path(file), rollback(file) {}
    std::filesystem::path path;
    FileRollback rollback; ///< never kept
    deid::ApplyReport report;
};

/// Removes what a crash left. Files that cannot be removed are tried again the next time.
void removeOldTrials(const std::filesystem::path& folder) {
    const auto now = std::filesystem::file_time_type::clock::now();
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        std::error_code unknown;
        const auto written = entry.last_write_time(unknown);
        if (!unknown && now - written > kOldTrial)
            std::filesystem::remove(entry.path(), unknown);
    }
}

Result<std::unique_ptr<Trial>> makeTrial(const RecipeSource& source, const ReleaseOptions& options,
                                         const deid::Recipe& recipe, const RunContext& context) {
    const catalog::Dataset& dataset = source.dataset;
    MANGROVE_ASSIGN(const auto read, readOptionsOf(dataset));
    MANGROVE_TRY(makeFolder(source.trialsFolder));
    removeOldTrials(source.trialsFolder);
    const auto path = source.trialsFolder / trialName();
    auto trial = std::make_unique<Trial>(path);
    deid::ApplyOptions apply;
    apply.hierarchyFolder = options.hierarchyFolder;
    apply.sharing = options.sharing;
    apply.textFinder = &textFinder();
    apply.threads = allCores();
    deid::CodeIndex codes; // refused without; forgotten with the trial
    apply.codeIndex = &codes;
    auto report = deid::applyRecipe(dataset.path, read, recipe, deid::standInKeys(), path, apply, context);
    if (!report.ok())
        return explainSourceError(dataset, report.error(), context);
    MANGROVE_TRY(expectSource(dataset, report->inputSha256));
    trial->report = std::move(*report);
    return trial;
}

/// The column that tells persons apart, where the recipe names one.
std::string personColumn(const deid::Recipe& recipe) {
    for (const deid::Attribute& attribute : recipe.attributes) {
        if (attribute.transform && !attribute.transform->person.empty())
            return attribute.transform->person;
    }
    return {};
}

/// The recipe for a table that some people are held back from: the levels of the table of all, whatever has
/// to be suppressed for that.
deid::Recipe holdingBack(const deid::Recipe& recipe, const Trial& ofAll, double share) {
    deid::Recipe made = recipe;
    made.sample = deid::SampleOptions{1 - share, personColumn(recipe), {}};
    made.suppressionLimit = 1;
    // Judged over the whole table, which suppressing does not help; the others suppress groups.
    std::erase_if(made.models,
                  [](const deid::Model& model) { return model.type == deid::ModelType::Gbt42460; });
    for (const deid::AppliedColumn& column : ofAll.report.columns) {
        if (!column.level)
            continue;
        for (deid::Attribute& attribute : made.attributes)
            if (attribute.column == column.name)
                attribute.fixLevel(*column.level);
    }
    return made;
}

/// How holdingBack() changed the recipe, and what that did.
std::vector<deid::CodedNote> changesForHoldingBack(const deid::Recipe& recipe, const Trial& ofAll,
                                                   const Trial& ofOthers) {
    std::vector<deid::CodedNote> notes;
    const bool judgesWhole =
        std::any_of(recipe.models.begin(), recipe.models.end(),
                    [](const deid::Model& model) { return model.type == deid::ModelType::Gbt42460; });
    if (judgesWhole)
        notes.push_back(deid::noteOf(deid::notes::kControlModelDropped,
                                     {std::string(deid::nameOf(deid::ModelType::Gbt42460))}));
    const deid::ApplyReport& made = ofOthers.report;
    if (recipe.suppressionLimit < 1)
        notes.push_back(
            deid::noteOf(deid::notes::kControlLimitLifted,
                         {formatDouble(recipe.suppressionLimit), std::to_string(made.rowsSuppressed),
                          std::to_string(made.rowsIn - made.rowsLeftOut - made.rowsOnlyPopulation),
                          std::to_string(ofAll.report.rowsSuppressed)}));
    return notes;
}

/// Which rows the sample of `recipe` takes.
Result<std::vector<bool>> takenRows(const table::Table& original, const deid::Recipe& recipe,
                                    const RunContext& context) {
    const deid::Keys keys = deid::standInKeys();
    MANGROVE_ASSIGN(const auto sampler,
                    deid::RowSampler::make(*recipe.sample, recipe.recipient, keys.pseudonymKey));
    const auto person = original.columnIndex(recipe.sample->person);
    std::vector<bool> taken(original.rows());
    for (std::uint64_t row = 0; row < original.rows(); ++row) {
        if (row % kRowsBetweenStops == 0)
            MANGROVE_TRY(context.check());
        taken[row] = sampler.takes(row, person ? original.cell(*person, row) : std::nullopt);
    }
    return taken;
}

Result<table::Table> readBeside(const std::filesystem::path& file, const table::Table& original,
                                const RunContext& context) {
    io::ReadOptions options; // a word means missing in both or in neither
    options.nullWords = original.source().nullWords;
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(file, options, context));
    return table::Table::read(*reader, context);
}

/// Whether a note is about the attacks that a control group is for.
bool needsControl(const deid::CodedNote& note) {
    static constexpr std::array kCodes{&deid::notes::kControlNone, &deid::notes::kControlSmall,
                                       &deid::notes::kAttackWeak, &deid::notes::kNoPredicateUnivariate,
                                       &deid::notes::kNoPredicateMultivariate};
    return std::any_of(kCodes.begin(), kCodes.end(),
                       [&](const deid::NoteInfo* info) { return info->code == note.code; });
}

/// The attacks that are compared with people who are not in the release, again on a table that some are held
/// back from: what they find there of others comes from no row of theirs.
Status attackWithControl(const RecipeSource& source, const ReleaseOptions& options, const Trial& ofAll,
                         const table::Table& original, const deid::AttackOptions& attack,
                         deid::AttackReport& report, const RunContext& context) {
    const double share =
        std::clamp(kPeopleHeldBack / static_cast<double>(original.rows()), kLeastHeldBack, kMostHeldBack);
    const deid::Recipe recipe = holdingBack(options.recipe, ofAll, share);
    const auto trial = makeTrial(source, options, recipe, context);
    if (!trial.ok()) {
        if (trial.error().is(errors::kCancelled))
            return trial.error();
        report.notes.push_back(deid::noteOf(deid::notes::kControlUnmade));
        return {};
    }
    MANGROVE_ASSIGN(auto taken, takenRows(original, recipe, context));
    MANGROVE_ASSIGN(const auto members, original.rowsWhere(taken, context));
    taken.flip();
    MANGROVE_ASSIGN(const auto control, original.rowsWhere(taken, context));
    if (members.rows() == 0 || control.rows() == 0)
        return {};
    MANGROVE_ASSIGN(const auto released, readBeside((*trial)->path, original, context));
    // the members are all whom that table is made of
    deid::Recipe ofMembers = recipe;
    ofMembers.sample.reset();
    const deid::AttackInput input{members,      released, &control, &ofMembers, options.hierarchyFolder,
                                  &textFinder()};
    MANGROVE_ASSIGN(deid::AttackReport compared, deid::attackRelease(input, attack, context));
    report.control = deid::ControlSource::HeldBack;
    report.controlRows = compared.controlRows;
    report.singlingOut = std::move(compared.singlingOut);
    report.linkability = compared.linkability;
    report.inference = std::move(compared.inference);
    std::erase_if(report.notes, needsControl);
    report.notes.push_back(deid::noteOf(deid::notes::kControlHeldBack,
                                        {std::to_string(control.rows()), std::to_string(original.rows())}));
    for (deid::CodedNote& change : changesForHoldingBack(options.recipe, ofAll, **trial))
        report.notes.push_back(std::move(change));
    std::copy_if(compared.notes.begin(), compared.notes.end(), std::back_inserter(report.notes),
                 needsControl);
    return {};
}

deid::SearchOptions searchOptions(const ReleaseOptions& options) {
    deid::SearchOptions search;
    search.threads = allCores();
    search.hierarchyFolder = options.hierarchyFolder;
    return search;
}

} // namespace

Result<RecipeSource> recipeSource(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(auto dataset, workspace.rooms().catalog.find(id));
    return RecipeSource{std::move(dataset), workspace.rooms().filesFolder / "trials"};
}

Result<deid::AttackReport> attackRecipe(const RecipeSource& source, const ReleaseOptions& options,
                                        const RecipeAttack& attack, const RunContext& context) {
    MANGROVE_ASSIGN(const auto trial, makeTrial(source, options, options.recipe, context));
    MANGROVE_ASSIGN(const auto original, readSource(source.dataset, context));
    MANGROVE_ASSIGN(const auto released, readBeside(trial->path, original, context));
    std::optional<table::Table> control;
    if (!attack.control.empty()) {
        MANGROVE_ASSIGN(control, readBeside(attack.control, original, context));
    }
    deid::AttackOptions used = attack.options;
    used.threads = allCores();
    const deid::AttackInput input{
        original,     released, control ? &*control : nullptr, &options.recipe, options.hierarchyFolder,
        &textFinder()};
    MANGROVE_ASSIGN(deid::AttackReport report, deid::attackRelease(input, used, context));
    if (report.control == deid::ControlSource::None && original.rows() >= deid::kLeastControl)
        MANGROVE_TRY(attackWithControl(source, options, *trial, original, used, report, context));
    return report;
}

Result<deid::UtilityReport> utilityOfRecipe(const RecipeSource& source, const ReleaseOptions& options,
                                            const std::string& target, const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(source.dataset));
    MANGROVE_ASSIGN(const auto trial, makeTrial(source, options, options.recipe, context));
    deid::UtilityOptions utility;
    utility.recipe = &options.recipe;
    utility.made = &trial->report;
    utility.hierarchyFolder = options.hierarchyFolder;
    utility.target = target;
    return deid::compareUtility(source.dataset.path, trial->path, read, utility, context);
}

Result<deid::SearchReport> explainRecipe(const RecipeSource& source, const ReleaseOptions& options,
                                         const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(source.dataset));
    deid::SearchOptions search = searchOptions(options);
    search.explain = true;
    auto report = deid::searchRecipe(source.dataset.path, read, options.recipe, search, context);
    if (!report.ok())
        return explainSourceError(source.dataset, report.error(), context);
    return report;
}

Result<deid::FrontierReport> frontierOf(const RecipeSource& source, const ReleaseOptions& options,
                                        const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(source.dataset));
    auto report =
        deid::frontierOf(source.dataset.path, read, options.recipe, searchOptions(options), context);
    if (!report.ok())
        return explainSourceError(source.dataset, report.error(), context);
    return report;
}

} // namespace mangrove::workspace
