// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include "base/format.h"
#include "crypto/sha256.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/errors.h"

namespace mangrove::store {

namespace {

constexpr std::string_view kRecordTable =
    "CREATE TABLE IF NOT EXISTS workspace_format("
    "number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT";

std::string fingerprint(const Migration& migration) {
    return toHex(crypto::sha256(migration.sql));
}

Status checkNumbers(std::span<const Migration> migrations) {
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        if (std::cmp_not_equal(migrations[i].number, i + 1))
            return Error(errors::kInternal,
                         {format("migration {} has the number {}", i + 1, migrations[i].number)});
    }
    return {};
}

// The steps in the file must be the steps of this program.
Status checkRecord(Database& database, std::span<const Migration> done) {
    MANGROVE_ASSIGN(auto rows, database.query("SELECT number, sha256 FROM workspace_format ORDER BY number"));
    std::size_t count = 0;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        if (count == done.size() || rows.integer(0) != done[count].number)
            return Error(errors::kWorkspaceDamaged,
                         {database.path().string(), "its record of formats is wrong"});
        if (rows.text(1) != fingerprint(done[count]))
            return Error(errors::kMigrationChanged,
                         {std::to_string(done[count].number), std::string(done[count].name)});
        ++count;
    }
    if (count != done.size())
        return Error(errors::kWorkspaceDamaged,
                     {database.path().string(), "its record of formats is incomplete"});
    return {};
}

Result<std::filesystem::path> backupBeside(Database& database, int version, const RunContext& ctx) {
    if (database.path().empty())
        return std::filesystem::path();
    const std::string stem = format("{}.format-{}", database.path().string(), version);
    std::filesystem::path target = stem + ".bak";
    for (int n = 2; std::filesystem::exists(target); ++n)
        target = format("{}-{}.bak", stem, n);
    MANGROVE_TRY(backup(database, target, ctx));
    return target;
}

Status runStep(Database& database, const Migration& step) {
    const auto failed = [&](const Error& cause) {
        return Error(errors::kMigrationFailed, {std::to_string(step.number), std::string(step.name)})
            .withCause(cause);
    };
    if (const auto ran = database.exec(step.sql); !ran.ok())
        return ran.error().is(errors::kCancelled) ? ran.error() : failed(ran.error());
    if (!database.inTransaction())
        return failed(Error(errors::kDatabaseStatement, {"the step ended the transaction"}));
    return database.run("INSERT INTO workspace_format VALUES(?, ?, ?)", step.number, step.name,
                        fingerprint(step));
}

} // namespace

Result<MigrationOutcome> migrate(Database& database, std::span<const Migration> migrations,
                                 const RunContext& ctx) {
    MANGROVE_TRY(checkNumbers(migrations));
    const int latest = static_cast<int>(migrations.size());
    const auto refuseNewer = [&](int version) -> Status {
        if (version > latest || version < 0)
            return Error(errors::kWorkspaceNewer,
                         {database.path().string(), std::to_string(version), std::to_string(latest)});
        return {};
    };
    MigrationOutcome outcome;
    MANGROVE_ASSIGN(outcome.from, database.userVersion());
    MANGROVE_TRY(refuseNewer(outcome.from));
    if (outcome.from > 0)
        MANGROVE_TRY(checkRecord(database, migrations.first(static_cast<std::size_t>(outcome.from))));
    outcome.to = latest;
    if (outcome.from == latest)
        return outcome;

    MANGROVE_ASSIGN(auto transaction, database.begin());
    // Another program may have migrated while this one waited for the lock.
    MANGROVE_ASSIGN(outcome.from, database.userVersion());
    MANGROVE_TRY(refuseNewer(outcome.from));
    if (outcome.from > 0 && outcome.from < latest) {
        MANGROVE_ASSIGN(outcome.backup, backupBeside(database, outcome.from, ctx));
    }
    const auto guard = database.watch(ctx);
    MANGROVE_TRY(database.exec(kRecordTable));
    for (const auto& step : migrations.subspan(static_cast<std::size_t>(outcome.from)))
        MANGROVE_TRY(runStep(database, step));
    MANGROVE_TRY(database.setUserVersion(latest));
    MANGROVE_TRY(transaction.commit());
    return outcome;
}

} // namespace mangrove::store
