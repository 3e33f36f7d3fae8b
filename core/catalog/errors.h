// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kDatasetNotFound{
    "dataset-not-found", ErrorKind::NotFound,
    "There is no data set {0} in this workspace. 'mangrove dataset list' shows them."};
inline constexpr ErrorInfo kDatasetNameTaken{
    "dataset-name-taken", ErrorKind::Conflict,
    "A data set named '{0}' is registered already as {1}. Choose another name."};
inline constexpr ErrorInfo kDatasetNameBad{
    "dataset-name-bad", ErrorKind::Usage,
    "A data set needs a name of 1 to {0} characters without line breaks."};
inline constexpr ErrorInfo kReleaseNotFound{"release-not-found", ErrorKind::NotFound,
                                            "There is no released table {0} in this workspace."};
inline constexpr ErrorInfo kCatalogFixed{
    "catalog-fixed", ErrorKind::NotPermitted,
    "A {0} in the catalogue is never changed or removed. Nothing was changed."};
inline constexpr ErrorInfo kCatalogDamaged{
    "catalog-damaged", ErrorKind::Conflict,
    "The catalogue entry {0} cannot be read ({1}). Check the workspace, then restore its last backup."};

} // namespace mangrove::errors
