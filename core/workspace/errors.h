// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

// --- files the workspace points at
inline constexpr ErrorInfo kDatasetSourceMissing{"source-missing", ErrorKind::NotFound,
                                                 "The source file of {0} is no longer at {1}. Put it back, "
                                                 "or tell where it is now with 'mangrove dataset relocate'."};
inline constexpr ErrorInfo kDatasetSourceChanged{
    "source-changed", ErrorKind::Conflict,
    "The source file of {0} has changed since it was registered: its SHA-256 began with {1} and begins with "
    "{2} now. "
    "Restore the old file, or register the new content as its next version with 'mangrove dataset renew'."};
inline constexpr ErrorInfo kReleaseMissing{
    "release-missing", ErrorKind::NotFound,
    "The file of the released table {0} is gone from {1}. Make the release again."};
inline constexpr ErrorInfo kReleaseChanged{"release-changed", ErrorKind::Conflict,
                                           "The released table {0} is no longer what was de-identified: its "
                                           "SHA-256 began with {1} and begins with {2} now. "
                                           "Make the release again from its recipe."};

inline constexpr ErrorInfo kCodeIndexMissing{"code-index-missing", ErrorKind::NotFound,
                                             "The release {0} has no code index: its recipe keeps none "
                                             "(\"reversible\"), or the file in the workspace's "
                                             "folder codes is gone."};

// --- who may do what
inline constexpr ErrorInfo kRoleNotAllowed{"role-not-allowed", ErrorKind::NotPermitted,
                                           "{0} may not {1}: that takes the role of {2}."};
inline constexpr ErrorInfo kSessionLocked{
    "session-locked", ErrorKind::NotPermitted,
    "The session of {0} is locked. Enter the passphrase again to go on."};

// --- order of the steps
inline constexpr ErrorInfo kNotClassified{"not-classified", ErrorKind::Conflict,
                                          "The data set {0} is not classified yet. Classify it first."};
inline constexpr ErrorInfo kColumnNotFound{"column-not-found", ErrorKind::NotFound,
                                           "The data set {0} has no column '{1}'."};
inline constexpr ErrorInfo kDatasetUnchanged{"dataset-unchanged", ErrorKind::Conflict,
                                             "The source file of {0} is the one that was registered as "
                                             "version {1}. There is no new version to enter."};
inline constexpr ErrorInfo kKindUnknown{
    "kind-unknown", ErrorKind::Usage,
    "There is no kind of identifier named '{0}'. 'mangrove identifier list' shows them."};
inline constexpr ErrorInfo kReasonMissing{
    "reason-missing", ErrorKind::Usage,
    "This decision needs a reason in words; it becomes part of the record."};
inline constexpr ErrorInfo kNoRelease{
    "no-release", ErrorKind::Conflict,
    "The request {0} names no released table. De-identify the data set, then attach "
    "the release to the request."};
inline constexpr ErrorInfo kReleaseOfOtherDataset{"release-of-other-dataset", ErrorKind::Usage,
                                                  "The release {0} was made from {1}, not from {2}."};

// --- the workspace itself
inline constexpr ErrorInfo kWorkspaceExists{"workspace-exists", ErrorKind::Conflict,
                                            "There is a workspace at {0} already; it was not touched."};
inline constexpr ErrorInfo kWorkspaceName{"workspace-name", ErrorKind::Usage,
                                          "A workspace file is named something.mangrove; {0} is not."};
inline constexpr ErrorInfo kWorkspaceOption{"workspace-option", ErrorKind::Usage, "The workspace's {0} {1}."};
inline constexpr ErrorInfo kFolderBlocked{"folder-blocked", ErrorKind::Io,
                                          "The folder {0} cannot be made or written: {1}."};
inline constexpr ErrorInfo kWorkspaceFixed{"workspace-fixed", ErrorKind::NotPermitted,
                                           "A {0} is never changed or removed. Nothing was changed."};
inline constexpr ErrorInfo kWorkspaceRecord{
    "workspace-record", ErrorKind::BadInput,
    "The workspace's own record cannot be read ({0}). Restore the last backup."};

} // namespace mangrove::errors
