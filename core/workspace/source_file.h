// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "catalog/dataset.h"
#include "table/table.h"

#include <string_view>

namespace mangrove::workspace {

/// kDatasetSourceChanged for `dataset` where the bytes that were read have another SHA-256 than the
/// registered ones.
[[nodiscard]] Status expectSource(const catalog::Dataset& dataset, std::string_view sha256);

/// Why the source of `dataset` could not be read: kDatasetSourceMissing or kDatasetSourceChanged where that
/// explains it, else `error` itself. An error because of a cancelled run stays what it is.
[[nodiscard]] Error explainSourceError(const catalog::Dataset& dataset, const Error& error,
                                       const RunContext& context);

/// The SHA-256 of the source as it is now: of the file's bytes; of a database, which has none, of its rows as
/// the reader hashes them, so it is read whole.
[[nodiscard]] Result<std::string> sourceSha256(const catalog::Dataset& dataset, const RunContext& context);

/// The whole source in memory, proven to be the registered bytes.
[[nodiscard]] Result<table::Table> readSource(const catalog::Dataset& dataset, const RunContext& context);

/// "name (DS-…)": how errors call a data set.
[[nodiscard]] std::string displayName(const catalog::Dataset& dataset);

} // namespace mangrove::workspace
