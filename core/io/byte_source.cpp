// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/byte_source.h"

#include "io/errors.h"
#include "io/file_source.h"
#include "io/gzip_source.h"
#include "io/zip_source.h"
#include "io/zstd_source.h"

#include <string_view>

namespace mangrove::io {

namespace {

/// Files of another kind that people drop on a table reader; naming them beats a page of garbage.
const char* foreignFormat(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("SQLite format 3\0"sv))
        return "an SQLite database";
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return "an old Office document";
    if (head.starts_with("%PDF-"sv))
        return "a PDF document";
    if (head.starts_with("\xFD"
                         "7zXZ\0"sv))
        return "compressed with xz";
    if (head.starts_with("BZh") && head.size() > 4 && head.substr(4).starts_with("1AY&SY"sv))
        return "compressed with bzip2";
    if (head.starts_with("7z\xBC\xAF\x27\x1C"sv))
        return "a 7-Zip archive";
    if (head.starts_with("Rar!\x1A\x07"sv))
        return "a RAR archive";
    if (head.size() > 262 && head.substr(257).starts_with("ustar"sv))
        return "a tar archive";
    if (head.starts_with("PAR1"sv))
        return "a Parquet file";
    return nullptr;
}

} // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& path,
                                                     const ReadOptions& options,
                                                     const RunContext& /*context*/) {
    using namespace std::string_view_literals;
    MANGROVE_ASSIGN(auto file, FileSource::open(path));
    if (!file->regular())
        return std::unique_ptr<ByteSource>(std::move(file));
    MANGROVE_ASSIGN(const std::string head, file->peek(512));
    if (const char* format = foreignFormat(head); format != nullptr)
        return Error(errors::kFormatNotSupported, {path.string(), format}, {path.string(), 0, 0});
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
        MANGROVE_ASSIGN(auto zip, ZipSource::open(std::move(file), options));
        return std::unique_ptr<ByteSource>(std::move(zip));
    }
    if (head.starts_with("\x1F\x8B"sv)) {
        MANGROVE_ASSIGN(auto gzip, GzipSource::open(std::move(file), options));
        return std::unique_ptr<ByteSource>(std::move(gzip));
    }
    // A Zstandard frame, or a skippable one before it (RFC 8878, 3.1).
    const bool skippable = head.size() > 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50
                           && head.substr(1).starts_with("\x2A\x4D\x18"sv);
    if (head.starts_with("\x28\xB5\x2F\xFD"sv) || skippable) {
        MANGROVE_ASSIGN(auto zstd, ZstdSource::open(std::move(file), options));
        return std::unique_ptr<ByteSource>(std::move(zstd));
    }
    return std::unique_ptr<ByteSource>(std::move(file));
}

} // namespace mangrove::io
