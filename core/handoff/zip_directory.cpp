// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/zip_directory.h"

#include "handoff/errors.h"
#include "handoff/safe_path.h"

#include <algorithm>
#include <string_view>

namespace mangrove::handoff {

namespace {

// Sizes and signatures of the APPNOTE's records: 4.3.7 local header, 4.3.12 central entry, 4.3.14/15
// zip64, 4.3.16 end.
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kLocator64Size = 20;
constexpr std::uint16_t kMax16 = 0xffff;
constexpr std::uint32_t kMax32 = 0xffffffff;

constexpr std::uint16_t kFlagEncrypted = 1U << 0U;
constexpr std::uint16_t kFlagDescriptor = 1U << 3U;
constexpr std::uint16_t kFlagsKnown = (1U << 1U) | (1U << 2U) | (1U << 11U); // deflate speed, UTF-8 names
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kMaxVersion = 45;

constexpr std::uint16_t kExtraZip64 = 0x0001;
// Times and owners that Info-ZIP and Windows write; they change nothing about name and bytes.
constexpr std::uint16_t kExtraNtfs = 0x000a;
constexpr std::uint16_t kExtraTime = 0x5455;
constexpr std::uint16_t kExtraUnix = 0x7875;

constexpr std::uint8_t kHostUnix = 3;
constexpr std::uint32_t kUnixTypeMask = 0170000;
constexpr std::uint32_t kUnixPlain = 0100000;
constexpr std::uint32_t kUnixFolder = 0040000;

/// Little-endian fields out of one record. The caller has checked the size.
class Record {
public:
    explicit Record(ByteView bytes) : m_bytes(bytes) {}
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        return static_cast<std::uint16_t>(number(at, 2));
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return static_cast<std::uint32_t>(number(at, 4));
    }
    [[nodiscard]] std::uint64_t u64(std::size_t at) const { return number(at, 8); }

private:
    [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t count) const {
        std::uint64_t value = 0;
        for (std::size_t i = count; i-- > 0;)
            value = (value << 8U) | m_bytes[at + i];
        return value;
    }
    ByteView m_bytes;
};

Error malformed(std::string_view what, std::uint64_t at) {
    return Error(errors::kZipMalformed, {std::string(what), std::to_string(at)});
}

Error disagrees(const std::string& name, std::string_view what) {
    return Error(errors::kZipDisagrees, {name, std::string(what)});
}

struct DirectoryPlace {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t entries = 0;
};

/// What one header says about a member.
struct Header {
    std::string name;
    std::uint16_t version = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t crc32 = 0;
    std::uint64_t packed = 0;
    std::uint64_t bytes = 0;
    std::uint64_t localOffset = 0; ///< central only
    std::uint32_t unixMode = 0;    ///< central only; 0 where the host is not Unix
};

/// Sizes (and offset) from the zip64 field where the header's own are full; unknown fields are refused.
Status readExtra(ByteView extra, Header& header, bool central, std::uint64_t at) {
    const Record fields(extra);
    std::size_t place = 0;
    bool seen64 = false;
    while (place < extra.size()) {
        if (extra.size() - place < 4)
            return malformed("an extra field is cut off", at);
        const std::uint16_t id = fields.u16(place);
        const std::size_t size = fields.u16(place + 2);
        place += 4;
        if (size > extra.size() - place)
            return malformed("an extra field is cut off", at);
        if (id == kExtraZip64) {
            std::size_t cursor = place;
            const std::size_t end = place + size;
            const auto take = [&](std::uint64_t& value) {
                if (value != kMax32)
                    return true;
                if (end - cursor < 8)
                    return false;
                value = fields.u64(cursor);
                cursor += 8;
                return true;
            };
            const bool complete =
                take(header.bytes) && take(header.packed) && (!central || take(header.localOffset));
            if (seen64 || !complete || cursor != end)
                return malformed("a zip64 field does not fit its header", at);
            seen64 = true;
        } else if (id != kExtraTime && id != kExtraUnix && id != kExtraNtfs) {
            return Error(errors::kZipFeature, {header.name, "an unknown extra field"});
        }
        place += size;
    }
    if (!seen64 && (header.bytes == kMax32 || header.packed == kMax32 || header.localOffset == kMax32))
        return malformed("a size or offset is full and no zip64 field is there", at);
    return {};
}

Result<DirectoryPlace> findDirectory(std::uint64_t fileSize, const ReadAt& readAt) {
    if (fileSize < kEndSize)
        return malformed("it is too short", fileSize);
    const std::uint64_t endOffset = fileSize - kEndSize;
    MANGROVE_ASSIGN(const Bytes endBytes, readAt(endOffset, kEndSize));
    const Record end(endBytes);
    if (end.u32(0) != kEndSignature || end.u16(20) != 0) {
        return Error(errors::kZipTrailing,
                     {"the end record is not the last thing in it", std::to_string(endOffset)});
    }
    DirectoryPlace place{end.u32(16), end.u32(12), end.u16(10)};
    if (end.u16(4) != 0 || end.u16(6) != 0 || end.u16(8) != end.u16(10))
        return malformed("it spans several disks", endOffset);
    std::uint64_t tail = endOffset;
    if (place.entries == kMax16 || place.size == kMax32 || place.offset == kMax32) {
        if (endOffset < kLocator64Size + kEnd64Size)
            return malformed("the zip64 end record is missing", endOffset);
        tail = endOffset - kLocator64Size - kEnd64Size;
        MANGROVE_ASSIGN(const Bytes bytes, readAt(tail, kEnd64Size + kLocator64Size));
        const Record end64(bytes);
        if (end64.u32(0) != kEnd64Signature || end64.u64(4) != kEnd64Size - 12
            || end64.u32(kEnd64Size) != kLocator64Signature || end64.u64(kEnd64Size + 8) != tail)
            return malformed("the zip64 end record is not where it must be", tail);
        if (end64.u32(16) != 0 || end64.u32(20) != 0 || end64.u64(24) != end64.u64(32)
            || end64.u32(kEnd64Size + 4) != 0 || end64.u32(kEnd64Size + 16) != 1)
            return malformed("it spans several disks", tail);
        const DirectoryPlace wide{end64.u64(48), end64.u64(40), end64.u64(32)};
        if ((place.entries != kMax16 && place.entries != wide.entries)
            || (place.size != kMax32 && place.size != wide.size)
            || (place.offset != kMax32 && place.offset != wide.offset))
            return malformed("the two end records disagree", tail);
        place = wide;
    }
    if (place.size > tail || place.offset != tail - place.size) {
        return Error(errors::kZipTrailing,
                     {"the directory does not end where the end record begins", std::to_string(tail)});
    }
    return place;
}

Status checkFeatures(const Header& header) {
    const auto refused = [&](std::string_view what) {
        return Error(errors::kZipFeature, {header.name, std::string(what)});
    };
    if ((header.flags & kFlagEncrypted) != 0)
        return Error(errors::kZipEncrypted, {header.name});
    if ((header.flags & kFlagDescriptor) != 0)
        return refused("a data descriptor");
    if ((header.flags & ~kFlagsKnown) != 0 || header.version > kMaxVersion)
        return refused("a newer or unusual feature of the format");
    if (header.method != kStored && header.method != kDeflated)
        return refused("a compression method other than deflate");
    if (header.method == kStored && header.packed != header.bytes)
        return malformed("a stored member has two sizes", header.localOffset);
    const std::uint32_t type = header.unixMode & kUnixTypeMask;
    const bool folder = header.name.ends_with('/');
    if (type != 0 && type != (folder ? kUnixFolder : kUnixPlain))
        return Error(errors::kPackageLink, {header.name});
    return checkSafePath(folder ? std::string_view(header.name).substr(0, header.name.size() - 1)
                                : std::string_view(header.name));
}

Result<std::vector<Header>> readCentral(const DirectoryPlace& place, const ReadAt& readAt,
                                        const VerifyLimits& limits) {
    // Folder entries come on top of the files, and paths are at most 240 bytes.
    const std::uint64_t maxEntries = limits.maxFiles * 2;
    const std::uint64_t maxBytes = maxEntries * 512;
    if (place.entries > maxEntries || place.size > maxBytes) {
        return Error(errors::kPackageLimit,
                     {"members", std::to_string(place.entries), std::to_string(maxEntries)});
    }
    MANGROVE_ASSIGN(const Bytes bytes, readAt(place.offset, static_cast<std::size_t>(place.size)));
    const Record record(bytes);
    std::vector<Header> headers;
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < place.entries; ++i) {
        const std::uint64_t offset = place.offset + at;
        if (bytes.size() - at < kCentralSize || record.u32(at) != kCentralSignature)
            return malformed("a directory entry is missing", offset);
        const std::size_t nameSize = record.u16(at + 28);
        const std::size_t extraSize = record.u16(at + 30);
        if (bytes.size() - at - kCentralSize < nameSize + extraSize)
            return malformed("a directory entry is cut off", offset);
        Header header;
        header.version = record.u16(at + 6);
        header.flags = record.u16(at + 8);
        header.method = record.u16(at + 10);
        header.crc32 = record.u32(at + 16);
        header.packed = record.u32(at + 20);
        header.bytes = record.u32(at + 24);
        header.localOffset = record.u32(at + 42);
        if (bytes[at + 5] == kHostUnix)
            header.unixMode = record.u32(at + 38) >> 16U;
        const ByteView all(bytes);
        header.name = asText(all.subspan(at + kCentralSize, nameSize));
        if (record.u16(at + 32) != 0)
            return Error(errors::kZipTrailing, {"a member has a comment", std::to_string(offset)});
        if (record.u16(at + 34) != 0)
            return malformed("it spans several disks", offset);
        MANGROVE_TRY(readExtra(all.subspan(at + kCentralSize + nameSize, extraSize), header, true, offset));
        MANGROVE_TRY(checkFeatures(header));
        headers.push_back(std::move(header));
        at += kCentralSize + nameSize + extraSize;
    }
    if (at != bytes.size())
        return Error(errors::kZipTrailing,
                     {"behind the last directory entry", std::to_string(place.offset + at)});
    return headers;
}

/// Compares the local header with the central one and returns where the packed bytes begin.
Result<std::uint64_t> readLocal(const Header& central, std::uint64_t limit, const ReadAt& readAt) {
    if (central.localOffset > limit || limit - central.localOffset < kLocalSize)
        return malformed("a member lies outside", central.localOffset);
    MANGROVE_ASSIGN(const Bytes fixed, readAt(central.localOffset, kLocalSize));
    const Record record(fixed);
    if (record.u32(0) != kLocalSignature)
        return malformed("a local header is missing", central.localOffset);
    const std::size_t nameSize = record.u16(26);
    const std::size_t extraSize = record.u16(28);
    if (limit - central.localOffset - kLocalSize < nameSize + extraSize)
        return malformed("a local header is cut off", central.localOffset);
    MANGROVE_ASSIGN(const Bytes rest, readAt(central.localOffset + kLocalSize, nameSize + extraSize));
    const ByteView all(rest);
    Header local;
    local.name = asText(all.first(nameSize));
    local.version = record.u16(4);
    local.flags = record.u16(6);
    local.method = record.u16(8);
    local.crc32 = record.u32(14);
    local.packed = record.u32(18);
    local.bytes = record.u32(22);
    if (local.name != central.name)
        return disagrees(central.name, "its name");
    MANGROVE_TRY(readExtra(all.subspan(nameSize), local, false, central.localOffset));
    if (local.flags != central.flags || local.method != central.method || local.version != central.version)
        return disagrees(central.name, "how it is packed");
    if (local.crc32 != central.crc32 || local.packed != central.packed || local.bytes != central.bytes)
        return disagrees(central.name, "its size or checksum");
    return central.localOffset + kLocalSize + nameSize + extraSize;
}

} // namespace

Result<std::vector<ZipEntry>> readZipDirectory(std::uint64_t fileSize, const ReadAt& readAt,
                                               const VerifyLimits& limits) {
    MANGROVE_ASSIGN(const DirectoryPlace place, findDirectory(fileSize, readAt));
    MANGROVE_ASSIGN(std::vector<Header> headers, readCentral(place, readAt, limits));
    std::sort(headers.begin(), headers.end(),
              [](const Header& a, const Header& b) { return a.localOffset < b.localOffset; });
    std::vector<ZipEntry> entries;
    std::uint64_t expected = 0;
    std::uint64_t total = 0;
    for (const auto& header : headers) {
        if (header.localOffset != expected)
            return Error(errors::kZipTrailing, {"before or between members", std::to_string(expected)});
        MANGROVE_ASSIGN(const std::uint64_t data, readLocal(header, place.offset, readAt));
        if (header.packed > place.offset - data)
            return malformed("a member reaches into the directory", data);
        expected = data + header.packed;
        if (header.name.ends_with('/')) {
            if (header.bytes != 0 || header.packed != 0)
                return malformed("a folder has content", header.localOffset);
            continue;
        }
        if (header.bytes > limits.maxTotalBytes - total) {
            return Error(errors::kPackageLimit, {"unpacked bytes", std::to_string(header.bytes),
                                                 std::to_string(limits.maxTotalBytes)});
        }
        total += header.bytes;
        entries.push_back(
            {header.name, header.bytes, header.packed, data, header.crc32, header.method == kDeflated});
    }
    if (expected != place.offset)
        return Error(errors::kZipTrailing, {"before the directory", std::to_string(expected)});
    if (total > limits.freeBytes && total / limits.maxRatio > fileSize) {
        return Error(errors::kPackageLimit,
                     {"unpacked bytes", std::to_string(total), std::to_string(fileSize * limits.maxRatio)});
    }
    return entries;
}

} // namespace mangrove::handoff
