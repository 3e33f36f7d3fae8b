// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/csv_target.h"

#include "base/text.h"
#include "fuzz/memory_file.h"
#include "io/csv_dialect.h"
#include "io/record_reader.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mangrove::test {

namespace {

struct Reading {
    std::string error; ///< code, or empty
    std::vector<std::string> names;
    std::vector<std::string> cells; ///< row by row; "-" and the text, or "0" for a missing one
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::string warnings;
    bool utf8 = true;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading readWith(const std::string& path, std::uint32_t blockBytes, io::SourceInfo& source) {
    Reading reading;
    io::ReadOptions options;
    options.blockBytes = blockBytes;
    options.maxCellBytes = 1U << 16U;
    const auto reader = io::RecordReader::open(path, options);
    if (!reader.ok()) {
        reading.error = reader.error().code();
        return reading;
    }
    reading.names = (*reader)->columnNames();
    io::RecordBatch batch;
    for (;;) {
        const auto more = (*reader)->next(batch, {});
        if (!more.ok()) {
            reading = {};
            reading.error = more.error().code();
            return reading;
        }
        if (!*more)
            break;
        for (std::size_t r = 0; r < batch.rows(); ++r) {
            for (std::size_t c = 0; c < batch.columns(); ++c) {
                const std::string_view cell = batch.cell(c, r);
                reading.utf8 = reading.utf8 && findInvalidUtf8(cell) == std::string_view::npos;
                reading.cells.push_back(batch.isNull(c, r) ? std::string("0") : "-" + std::string(cell));
            }
        }
    }
    reading.rows = (*reader)->rowsRead();
    reading.rejected = (*reader)->rowsRejected();
    for (const io::ReadWarning& warning : (*reader)->warnings())
        reading.warnings += warning.code + " " + std::to_string(warning.line) + "\n";
    source = (*reader)->source();
    return reading;
}

/// Records and accepted rows as the plain parser sees them; only for text that needs no conversion.
std::string checkAgainstPlainParser(std::string_view bytes, const Reading& reading,
                                    const io::SourceInfo& source) {
    if (source.encoding != "US-ASCII" || source.format != "csv")
        return {};
    const io::ScanSyntax syntax{source.delimiter.front(), source.backslashEscapes};
    std::size_t at = 0;
    for (std::uint64_t titles = source.titleLines; titles > 0 && at < bytes.size();)
        titles -= io::parseRecord(bytes, at, syntax).blank() ? 0 : 1;
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    bool header = source.header;
    bool headerSeen = false;
    std::size_t cell = 0;
    while (at < bytes.size()) {
        const io::ParsedRecord record = io::parseRecord(bytes, at, syntax);
        if (!headerSeen && record.blank() && at < bytes.size() && header)
            continue;
        if (header && !headerSeen) {
            headerSeen = true;
            continue;
        }
        if (record.blank() && reading.names.size() > 1)
            continue;
        if (record.cells.size() != reading.names.size()) {
            ++rejected;
            continue;
        }
        ++rows;
        for (const io::ParsedCell& parsed : record.cells) {
            if (cell >= reading.cells.size())
                return "fewer cells than the plain parser finds";
            const std::string& got = reading.cells[cell++];
            if (got != "0" && got != "-" + parsed.text)
                return "a cell differs from what the plain parser finds";
        }
    }
    // CR CR LF in one column hides blank rows on purpose; everything else must add up.
    const bool single = reading.names.size() == 1;
    if (!single && (rows != reading.rows || rejected != reading.rejected))
        return "rows or refused rows differ from what the plain parser finds";
    return {};
}

} // namespace

std::string checkCsvBytes(std::string_view bytes) {
    const BytesFile file(bytes);
    io::SourceInfo source;
    io::SourceInfo other;
    const Reading whole = readWith(file.path(), 1U << 20U, source);
    if (!whole.utf8)
        return "a cell is no UTF-8";
    if (whole.cells.size() != whole.rows * whole.names.size())
        return "rows read are not the rows delivered";
    for (const std::uint32_t blockBytes : {16U, 61U, 4096U}) {
        if (readWith(file.path(), blockBytes, other) != whole)
            return "the outcome depends on the size of the blocks (" + std::to_string(blockBytes) + ")";
    }
    if (whole.error.empty() && whole.names.size() > 1) {
        if (std::string fault = checkAgainstPlainParser(bytes, whole, source); !fault.empty())
            return fault;
    }
    io::ReadOptions options;
    options.maxCellBytes = 1U << 16U;
    options.blockBytes = 64;
    profile::ProfileOptions profileOptions;
    profileOptions.threads = 1;
    profileOptions.memoryBudget = profile::ProfileOptions::kLeastMemory; // big tables take most of the time
    const auto profile = profile::profileFile(file.path(), options, profileOptions, {});
    if (profile.ok() != whole.error.empty())
        return "the profile and the reader disagree whether the file is good";
    if (!profile.ok())
        return profile.error().code() == whole.error ? "" : "the profile fails otherwise than the reader";
    const std::string json = profile::toJson(*profile);
    const auto back = profile::fromJson(json);
    if (!back.ok() || profile::toJson(*back) != json)
        return "the profile does not come back from its JSON";
    return profile->rows == whole.rows ? "" : "the profile has other rows than the reader";
}

} // namespace mangrove::test
