// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recipe_trials.h"

#include "base/format.h"
#include "deid/apply.h"
#include "io/record_reader.h"
#include "workspace/datasets.h"
#include "workspace/file_rollback.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/text_finder.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace mangrove::workspace {

namespace {

constexpr std::chrono::hours kOldTrial{24};

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
                                         const RunContext& context) {
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
    auto report =
        deid::applyRecipe(dataset.path, read, options.recipe, deid::standInKeys(), path, apply, context);
    if (!report.ok())
        return explainSourceError(dataset, report.error(), context);
    MANGROVE_TRY(expectSource(dataset, report->inputSha256));
    trial->report = std::move(*report);
    return trial;
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
                                        const deid::AttackOptions& attack, const RunContext& context) {
    MANGROVE_ASSIGN(const auto trial, makeTrial(source, options, context));
    MANGROVE_ASSIGN(const auto original, readSource(source.dataset, context));
    io::ReadOptions beside; // a word means missing in both or in neither
    beside.nullWords = original.source().nullWords;
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(trial->path, beside, context));
    MANGROVE_ASSIGN(const auto released, table::Table::read(*reader, context));
    deid::AttackOptions used = attack;
    used.threads = allCores();
    const deid::AttackInput input{original,     released, nullptr, &options.recipe, options.hierarchyFolder,
                                  &textFinder()};
    context.start("attacking");
    return deid::attackRelease(input, used, context);
}

Result<deid::UtilityReport> utilityOfRecipe(const RecipeSource& source, const ReleaseOptions& options,
                                            const std::string& target, const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(source.dataset));
    MANGROVE_ASSIGN(const auto trial, makeTrial(source, options, context));
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
