// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/source_file.h"

#include "io/fingerprint.h"
#include "io/postgres_connection.h"
#include "io/record_reader.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"

#include <filesystem>

namespace mangrove::workspace {

namespace {

constexpr std::size_t kShownHexDigits = 12;

std::string shortHash(std::string_view sha256) {
    return std::string(sha256.substr(0, kShownHexDigits));
}

} // namespace

std::string displayName(const catalog::Dataset& dataset) {
    return dataset.name + " (" + dataset.id.text() + ")";
}

Status expectSource(const catalog::Dataset& dataset, std::string_view sha256) {
    if (sha256 == dataset.sha256)
        return {};
    return Error(errors::kDatasetSourceChanged,
                 {displayName(dataset), shortHash(dataset.sha256), shortHash(sha256)}, {dataset.path, 0, 0});
}

Error explainSourceError(const catalog::Dataset& dataset, const Error& error, const RunContext& context) {
    if (error.is(errors::kCancelled))
        return error;
    if (error.is(errors::kFileNotFound))
        return Error(errors::kDatasetSourceMissing, {displayName(dataset), dataset.path}).withCause(error);
    if (io::isDatabaseName(dataset.path))
        return error;
    if (const auto now = io::fingerprint(dataset.path, context); now.ok()) {
        if (const auto same = expectSource(dataset, now->sha256); !same.ok())
            return same.error().withCause(error);
    }
    return error;
}

Result<std::string> sourceSha256(const catalog::Dataset& dataset, const RunContext& context) {
    if (!io::isDatabaseName(dataset.path)) {
        MANGROVE_ASSIGN(const auto now, io::fingerprint(dataset.path, context));
        return now.sha256;
    }
    MANGROVE_ASSIGN(const auto options, readOptionsOf(dataset));
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(dataset.path, options, context));
    io::RecordBatch batch;
    bool more = true;
    while (more) {
        MANGROVE_ASSIGN(more, reader->next(batch, context));
    }
    return reader->source().sha256;
}

Result<table::Table> readSource(const catalog::Dataset& dataset, const RunContext& context) {
    MANGROVE_ASSIGN(const auto options, readOptionsOf(dataset));
    auto reader = io::RecordReader::open(dataset.path, options, context);
    if (!reader.ok())
        return explainSourceError(dataset, reader.error(), context);
    auto table = table::Table::read(*reader.value(), context);
    if (!table.ok())
        return explainSourceError(dataset, table.error(), context);
    MANGROVE_TRY(expectSource(dataset, table->source().sha256));
    return table;
}

} // namespace mangrove::workspace
