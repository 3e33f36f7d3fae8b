// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "base/file.h"
#include "base/format.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/errors.h"

#include <cerrno>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace mangrove::store {

namespace {

constexpr int kPagesAtATime = 256;

Status copyPages(Connection& source, Connection& target, const RunContext& ctx) {
    sqlite3_backup* copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (copy == nullptr)
        return target.toError(sqlite3_extended_errcode(target.handle()));
    int code = SQLITE_OK;
    ctx.start("backup");
    while (code == SQLITE_OK && !ctx.cancelled()) {
        code = sqlite3_backup_step(copy, kPagesAtATime);
        if (ctx.progress != nullptr) {
            ctx.progress->total.store(static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy)));
            ctx.progress->done.store(
                static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy) - sqlite3_backup_remaining(copy)));
        }
    }
    sqlite3_backup_finish(copy);
    if (code == SQLITE_DONE)
        return {};
    if (code == SQLITE_OK)
        return Error(errors::kCancelled);
    return target.toError(code);
}

Status syncFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return Error(errors::kFileNotWritable, {file.string(), systemMessage(why)});
    return {};
}

Status copyTo(Connection& source, const std::filesystem::path& part, const RunContext& ctx) {
    MANGROVE_ASSIGN(auto target,
                    Connection::open(part.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, part));
    MANGROVE_TRY(copyPages(source, *target, ctx));
    // The copy carries the mark of write-ahead logging; a single file for the shelf must not.
    MANGROVE_TRY(target->exec("PRAGMA journal_mode=DELETE"));
    target.reset();
    return syncFile(part);
}

} // namespace

Status backup(Database& database, const std::filesystem::path& target, const RunContext& ctx) {
    std::error_code ignored;
    if (std::filesystem::exists(target, ignored))
        return Error(errors::kFileExists, {target.string()});
    const auto part = std::filesystem::path(target) += format(".part-{}", ::getpid());
    auto source = database.m_connection;
    if (!database.path().empty()) {
        // A connection of its own: SQLite refuses to copy from one that is inside a write transaction. The
        // read transaction holds one state of the file, so that a busy writer cannot make the copy start
        // again and again.
        MANGROVE_ASSIGN(source,
                        Connection::open(database.path().string(), SQLITE_OPEN_READONLY, database.path()));
        MANGROVE_TRY(source->exec("BEGIN; SELECT count(*) FROM sqlite_schema"));
    }
    const Status copied = copyTo(*source, part, ctx);
    if (!copied.ok()) {
        std::filesystem::remove(part, ignored);
        std::filesystem::remove(std::filesystem::path(part) += "-journal", ignored);
        return copied;
    }
    std::error_code problem;
    std::filesystem::rename(part, target, problem);
    if (problem) {
        std::filesystem::remove(part, ignored);
        return Error(errors::kFileNotWritable, {target.string(), problem.message()});
    }
    return {};
}

} // namespace mangrove::store
