// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/code_books.h"

#include "base/file.h"
#include "base/text.h"
#include "deid/code_index.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::workspace {

namespace {

constexpr std::uint64_t kMostIndexBytes = std::uint64_t{4} << 30U;

} // namespace

Result<std::vector<std::optional<std::string>>>
resolveCodes(Workspace& workspace, const Session& session, const ReleaseId& release,
             const std::string& column, const std::vector<std::string>& codes, const std::string& reason) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::ResolveCodes));
    if (trim(reason).empty())
        return Error(errors::kReasonMissing);
    Rooms& rooms = workspace.rooms();
    MANGROVE_TRY(rooms.catalog.findRelease(release));
    const auto file = rooms.codesFolder() / (release.text() + ".codes");
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return Error(errors::kCodeIndexMissing, {release.text()});
    MANGROVE_ASSIGN(const std::string sealed, readFile(file, kMostIndexBytes));
    MANGROVE_ASSIGN(const auto key, rooms.vault.openSecret(kCodeIndexKey, session.signer()));
    MANGROVE_ASSIGN(const auto book, deid::CodeBook::open(sealed, key));
    if (!book.hasColumn(column))
        return Error(errors::kColumnNotFound, {release.text(), column});
    std::vector<std::optional<std::string>> originals;
    for (const std::string& code : codes)
        originals.push_back(book.originalOf(column, code));
    const auto found = std::count_if(originals.begin(), originals.end(),
                                     [](const auto& original) { return original.has_value(); });
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    Payload payload;
    payload.add("column", column)
        .add("codes", codes.size())
        .add("found", static_cast<std::uint64_t>(found))
        .add("reason", reason);
    MANGROVE_TRY(record(rooms, session, role, "code.resolve", release.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return originals;
}

} // namespace mangrove::workspace
