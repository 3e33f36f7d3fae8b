// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

/// Everything that can go wrong with a workspace file. Arguments: paths, versions, SQLite's words; never a
/// value of a row.
namespace mangrove::errors {

inline constexpr ErrorInfo kNotAWorkspace{
    "not-a-workspace", ErrorKind::BadInput,
    "{0} is not a Mangrove workspace ({1}). It was not touched; choose a *.mangrove file."};
inline constexpr ErrorInfo kWorkspaceNewer{"workspace-newer", ErrorKind::Conflict,
                                           "{0} was written by a newer Mangrove: it has format {1}, this "
                                           "program knows up to {2}. It was not touched; "
                                           "install the newer version."};
inline constexpr ErrorInfo kWorkspaceDamaged{
    "workspace-damaged", ErrorKind::BadInput,
    "The workspace {0} is damaged: {1}. It was left as it is; keep it and restore the last backup."};
inline constexpr ErrorInfo kWorkspaceBusy{
    "workspace-busy", ErrorKind::Conflict,
    "The workspace {0} is being changed by another program. Nothing was changed; wait and try again."};
inline constexpr ErrorInfo kWorkspaceFull{
    "workspace-disk-full", ErrorKind::Io,
    "There is no room left to write the workspace {0}. The step was undone; free space and try again."};
inline constexpr ErrorInfo kWorkspaceIo{
    "workspace-io", ErrorKind::Io,
    "The disk refused to read or write the workspace {0}: {1}. The step was undone; check the disk."};
inline constexpr ErrorInfo kWorkspaceReadOnly{
    "workspace-read-only", ErrorKind::NotPermitted,
    "The workspace {0} can only be read: {1}. Nothing was changed; check its permissions."};

inline constexpr ErrorInfo kDatabaseConstraint{"database-constraint", ErrorKind::Conflict,
                                               "The records refuse this change because a rule of the "
                                               "database does not hold ({0}). Nothing was changed."};
inline constexpr ErrorInfo kDatabaseRule{"database-rule", ErrorKind::NotPermitted,
                                         "The records refuse this change (rule {0}). Nothing was changed."};
inline constexpr ErrorInfo kDatabaseStatement{
    "database-statement", ErrorKind::Internal,
    "A database statement is wrong: {0}. Please report it with the steps that led here."};

inline constexpr ErrorInfo kMigrationFailed{
    "migration-failed", ErrorKind::Internal,
    "Bringing the workspace to format {0} ({1}) failed. It is as it was before."};
inline constexpr ErrorInfo kMigrationChanged{
    "migration-changed", ErrorKind::Conflict,
    "Format {0} ({1}) of this workspace was made by a different program text than this program's. It was not "
    "touched; open it with the version that made it."};

} // namespace mangrove::errors
