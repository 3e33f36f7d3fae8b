// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/deidentification.h"

#include "base/file.h"
#include "deid/apply_json.h"
#include "deid/suggest.h"
#include "io/fingerprint.h"
#include "workspace/assessments.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"
#include "workspace/file_rollback.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/text_finder.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <thread>

namespace mangrove::workspace {

namespace {

constexpr std::uint64_t kMaxPreviewRows = 1'000;
constexpr std::size_t kSamplesForSuggestion = 5;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kShownHexDigits = 12;
constexpr std::string_view kPseudonymKey = "deid/pseudonym-key";
constexpr std::string_view kDateShiftKey = "deid/date-shift-key";

/// Columns of the newest classification that are of one of the classes.
Result<std::vector<std::string>> columnsOfClass(Workspace& workspace, const catalog::Dataset& dataset,
                                                std::initializer_list<classify::IdentifierClass> classes) {
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, dataset.id));
    if (!classification)
        return Error(errors::kNotClassified, {displayName(dataset)});
    std::vector<std::string> names;
    for (const auto& column : classification->value.columns) {
        if (std::find(classes.begin(), classes.end(), column.cls) != classes.end())
            names.push_back(column.name);
    }
    return names;
}

void addProfile(deid::ColumnRole& role, const profile::ColumnProfile& column) {
    role.type = std::string(profile::valueTypeName(column.type));
    role.distinct = column.distinct;
    role.maxLength = static_cast<std::uint32_t>(column.maxLength);
    for (const auto& top : column.top) {
        if (role.samples.size() == kSamplesForSuggestion)
            break;
        role.samples.push_back(top.value);
    }
}

bool needsKeys(const deid::Recipe& recipe) {
    return recipe.sample.has_value()
           || std::any_of(recipe.attributes.begin(), recipe.attributes.end(),
                          [](const deid::Attribute& attribute) {
                              return deid::needsKey(deid::effectiveTransform(attribute));
                          });
}

/// The workspace's own keys, made by whoever needs them first; none where the recipe uses none.
Result<deid::Keys> openKeys(Rooms& rooms, const Session& session, identity::Role role,
                            const deid::Recipe& recipe) {
    deid::Keys keys;
    if (!needsKeys(recipe))
        return keys;
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(const bool exists, rooms.vault.hasVault(identity::kDeidVault));
    if (!exists) {
        MANGROVE_TRY(rooms.vault.createVault(identity::kDeidVault, session.signer()));
        MANGROVE_TRY(record(rooms, session, role, "workspace.make-keys", identity::kDeidVault, Payload()));
    }
    MANGROVE_ASSIGN(keys.pseudonymKey,
                    rooms.vault.openOrMake(identity::kDeidVault, kPseudonymKey, kKeyBytes, session.signer()));
    MANGROVE_ASSIGN(keys.dateShiftKey,
                    rooms.vault.openOrMake(identity::kDeidVault, kDateShiftKey, kKeyBytes, session.signer()));
    MANGROVE_TRY(transaction.commit());
    return keys;
}

/// The code index, sealed under a key of the vault "deid", which openKeys() has made.
Status sealCodes(Workspace& workspace, const Session& session, const deid::CodeIndex& codes,
                 const std::filesystem::path& file) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_TRY(makeFolder(rooms.codesFolder()));
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(const auto key,
                    rooms.vault.openOrMake(identity::kDeidVault, kCodeIndexKey, kKeyBytes, session.signer()));
    MANGROVE_TRY(transaction.commit());
    MANGROVE_ASSIGN(const std::string sealed,
                    deid::sealCodeIndex(codes, key, workspace.environment().random));
    return writeFile(file, sealed);
}

catalog::Release releaseOf(const catalog::Dataset& dataset, const ReleaseOptions& options,
                           const deid::ApplyReport& report) {
    catalog::Release release;
    release.dataset = dataset.id;
    release.sha256 = report.outputSha256;
    release.bytes = report.outputBytes;
    release.rows = report.rowsOut;
    for (const auto& column : report.columns) {
        if (column.written)
            release.columns.push_back(column.name);
    }
    release.sourceSha256 = report.inputSha256;
    release.recipeJson = deid::toJson(options.recipe);
    release.recipeSha256 = report.recipeSha256;
    release.reportJson = deid::toJson(report);
    release.level42460 = report.after.gbt42460.level;
    release.highestRisk = report.after.prosecutor ? report.after.prosecutor->highest : 0.0;
    return release;
}

} // namespace

Result<deid::RiskReport> riskOf(Workspace& workspace, const DatasetId& id,
                                const std::vector<std::string>& quasiIdentifiers,
                                const deid::RiskOptions& options, const RunContext& context) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    deid::RiskOptions used = options;
    auto quasi = quasiIdentifiers;
    if (quasi.empty()) {
        MANGROVE_ASSIGN(quasi, columnsOfClass(workspace, dataset, {classify::IdentifierClass::Quasi}));
        if (used.directIdentifiers.empty()) {
            MANGROVE_ASSIGN(used.directIdentifiers,
                            columnsOfClass(workspace, dataset, {classify::IdentifierClass::Direct}));
        }
    }
    MANGROVE_ASSIGN(const auto table, readSource(dataset, context));
    return deid::measureRisk(table, quasi, used, context);
}

Result<deid::Recipe> suggestRecipe(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, id));
    if (!classification)
        return Error(errors::kNotClassified, {displayName(dataset)});
    MANGROVE_ASSIGN(const auto profile, storedProfile(workspace, id));
    std::vector<deid::ColumnRole> roles;
    for (const auto& column : classification->value.columns) {
        deid::ColumnRole& role = roles.emplace_back();
        role.name = column.name;
        role.cls = std::string(classify::toText(column.cls));
        role.identifier = column.identifier.value_or("");
        role.level = column.level39725;
        if (!profile)
            continue;
        const auto& columns = profile->value.columns;
        const auto found =
            std::find_if(columns.begin(), columns.end(),
                         [&](const profile::ColumnProfile& facts) { return facts.name == column.name; });
        if (found != columns.end())
            addProfile(role, *found);
    }
    return deid::suggestRecipe(roles);
}

Result<deid::PreviewReport> previewRecipe(Workspace& workspace, const DatasetId& id,
                                          const ReleaseOptions& options, std::uint64_t rows,
                                          const RunContext& context) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto table, readSource(dataset, context));
    deid::PreviewOptions preview;
    preview.rows = std::min(rows, kMaxPreviewRows);
    preview.hierarchyFolder = options.hierarchyFolder;
    preview.sharing = options.sharing;
    preview.textFinder = &textFinder();
    return deid::previewRecipe(table, options.recipe, {}, preview, context);
}

Result<catalog::Release> applyRecipe(Workspace& workspace, const Session& session, const DatasetId& id,
                                     const ReleaseOptions& options, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::Deidentify));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(id));
    MANGROVE_ASSIGN(const auto read, readOptionsOf(dataset));
    MANGROVE_TRY(makeFolder(rooms.releasesFolder()));
    const ReleaseId releaseId(makeId("RL", workspace.environment().random));
    const auto target = rooms.releasesFolder() / (releaseId.text() + ".csv");

    MANGROVE_ASSIGN(const auto keys, openKeys(rooms, session, role, options.recipe));
    deid::ApplyOptions apply;
    apply.hierarchyFolder = options.hierarchyFolder;
    apply.sharing = options.sharing;
    apply.textFinder = &textFinder();
    apply.threads = std::max(1U, std::thread::hardware_concurrency());
    deid::CodeIndex codes;
    apply.codeIndex = &codes;
    auto report = deid::applyRecipe(dataset.path, read, options.recipe, keys, target, apply, context);
    if (!report.ok())
        return explainSourceError(dataset, report.error(), context);
    FileRollback file(target);
    MANGROVE_TRY(expectSource(dataset, report->inputSha256));
    const auto codesFile = rooms.codesFolder() / (releaseId.text() + ".codes");
    FileRollback codesRollback(codesFile);
    if (!codes.columns.empty())
        MANGROVE_TRY(sealCodes(workspace, session, codes, codesFile));

    auto release = releaseOf(dataset, options, *report);
    release.id = releaseId;
    release.path = target.string();
    release.created = workspace.environment().clock.now();
    release.by = session.user().id;
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.addRelease(release));
    Payload payload;
    payload.add("dataset", id.text())
        .add("sourceSha256", release.sourceSha256)
        .add("recipeSha256", release.recipeSha256)
        .add("releaseSha256", release.sha256)
        .add("rows", release.rows)
        .add("rowsSuppressed", report->rowsSuppressed)
        .add("smallestGroup", report->after.smallestGroup)
        .add("level42460", release.level42460);
    MANGROVE_TRY(record(rooms, session, role, "release.create", releaseId.text(), payload));
    MANGROVE_TRY(transaction.commit());
    file.keep();
    codesRollback.keep();
    return release;
}

Result<std::vector<catalog::Release>> listReleases(Workspace& workspace,
                                                   const std::optional<DatasetId>& dataset) {
    return workspace.rooms().catalog.releases(dataset);
}

Result<catalog::Release> showRelease(Workspace& workspace, const ReleaseId& id) {
    return workspace.rooms().catalog.findRelease(id);
}

Result<deid::ApplyReport> releaseReport(const catalog::Release& release) {
    return deid::applyReportFromJson(release.reportJson);
}

Result<std::string> releaseFileHash(const catalog::Release& release, const RunContext& context) {
    auto now = io::fingerprint(release.path, context);
    if (!now.ok())
        return now.error().is(errors::kFileNotFound)
                   ? Error(errors::kReleaseMissing, {release.id.text(), release.path})
                   : now.error();
    return std::move(now->sha256);
}

Status checkRelease(Workspace& workspace, const ReleaseId& id, const RunContext& context) {
    MANGROVE_ASSIGN(const auto release, workspace.rooms().catalog.findRelease(id));
    MANGROVE_ASSIGN(const auto now, releaseFileHash(release, context));
    if (now == release.sha256)
        return {};
    return Error(errors::kReleaseChanged,
                 {id.text(), release.sha256.substr(0, kShownHexDigits), now.substr(0, kShownHexDigits)});
}

} // namespace mangrove::workspace
