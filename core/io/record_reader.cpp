// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/record_reader.h"

#include "io/csv_reader.h"

namespace mangrove::io {

Result<std::unique_ptr<RecordReader>>
RecordReader::open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    MANGROVE_ASSIGN(auto reader, CsvReader::open(path, options, context));
    return std::unique_ptr<RecordReader>(std::move(reader));
}

} // namespace mangrove::io
