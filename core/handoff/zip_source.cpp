// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/zip_source.h"

#include "base/file.h"
#include "handoff/errors.h"
#include "handoff/zip_directory.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace mangrove::handoff {

namespace {

constexpr std::size_t kPiece = 1U << 18U;

/// Raw deflate (RFC 1951), zlib's state freed in any case.
class Inflater {
public:
    Inflater() { m_ready = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK; }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (m_ready)
            (void)inflateEnd(&m_stream);
    }
    [[nodiscard]] bool ready() const { return m_ready; }
    z_stream& stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

class ZipSource final : public PackageSource {
public:
    explicit ZipSource(std::filesystem::path path) : m_path(std::move(path)) {}
    ~ZipSource() override {
        if (m_descriptor >= 0)
            (void)::close(m_descriptor);
    }

    [[nodiscard]] Status load(const VerifyLimits& limits) {
        m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
        if (m_descriptor < 0)
            return notReadable(errno);
        struct stat info = {};
        if (::fstat(m_descriptor, &info) != 0)
            return notReadable(errno);
        if (!S_ISREG(info.st_mode))
            return Error(errors::kFileNotReadable, {m_path.string(), "it is not a plain file"});
        const auto readAt = [this](std::uint64_t offset, std::size_t size) -> Result<Bytes> {
            Bytes bytes(size);
            MANGROVE_TRY(readBytes(offset, bytes));
            return bytes;
        };
        MANGROVE_ASSIGN(m_zip, readZipDirectory(static_cast<std::uint64_t>(info.st_size), readAt, limits));
        std::vector<SourceEntry> entries;
        for (const auto& entry : m_zip)
            entries.push_back({entry.name, entry.bytes});
        return adopt(std::move(entries), {}, limits);
    }

protected:
    [[nodiscard]] Status readEntry(std::size_t index, const ByteSink& sink,
                                   const RunContext& ctx) const override {
        const ZipEntry& entry = m_zip[index];
        std::uint64_t given = 0;
        uLong crc = ::crc32(0, nullptr, 0);
        const auto pass = [&](ByteView bytes) -> Status {
            if (bytes.size() > entry.bytes - given)
                return damaged(entry, "it is longer than its header says");
            given += bytes.size();
            crc = ::crc32(crc, bytes.data(), static_cast<uInt>(bytes.size()));
            ctx.advance(bytes.size());
            return sink(bytes);
        };
        MANGROVE_TRY(entry.deflated ? inflateEntry(entry, pass, ctx) : copyEntry(entry, pass, ctx));
        if (given != entry.bytes)
            return damaged(entry, "it is shorter than its header says");
        if (crc != entry.crc32)
            return damaged(entry, "its checksum does not fit");
        return {};
    }

private:
    [[nodiscard]] Error notReadable(int reason) const {
        return Error(errors::kFileNotReadable, {m_path.string(), systemMessage(reason)},
                     {m_path.string(), 0, 0});
    }

    static Error damaged(const ZipEntry& entry, std::string_view why) {
        return Error(errors::kZipDamaged, {entry.name, std::string(why)});
    }

    Status readBytes(std::uint64_t offset, std::span<std::uint8_t> bytes) const {
        while (!bytes.empty()) {
            const ssize_t got = ::pread(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return notReadable(errno);
            if (got == 0)
                return Error(errors::kZipMalformed, {"it ends early", std::to_string(offset)});
            bytes = bytes.subspan(static_cast<std::size_t>(got));
            offset += static_cast<std::uint64_t>(got);
        }
        return {};
    }

    Status copyEntry(const ZipEntry& entry, const ByteSink& pass, const RunContext& ctx) const {
        Bytes buffer(kPiece);
        std::uint64_t done = 0;
        while (done < entry.packed) {
            MANGROVE_TRY(ctx.check());
            const auto piece = std::span(buffer).first(
                static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, entry.packed - done)));
            MANGROVE_TRY(readBytes(entry.dataOffset + done, piece));
            MANGROVE_TRY(pass(piece));
            done += piece.size();
        }
        return {};
    }

    Status inflateEntry(const ZipEntry& entry, const ByteSink& pass, const RunContext& ctx) const {
        Inflater inflater;
        if (!inflater.ready())
            return Error(errors::kInternal, {"zlib cannot start"});
        z_stream& stream = inflater.stream();
        Bytes input(kPiece);
        Bytes output(kPiece);
        std::uint64_t read = 0;
        int code = Z_OK;
        while (code != Z_STREAM_END) {
            MANGROVE_TRY(ctx.check());
            if (stream.avail_in == 0 && read < entry.packed) {
                const auto piece = std::span(input).first(
                    static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, entry.packed - read)));
                MANGROVE_TRY(readBytes(entry.dataOffset + read, piece));
                read += piece.size();
                stream.next_in = piece.data();
                stream.avail_in = static_cast<uInt>(piece.size());
            }
            stream.next_out = output.data();
            stream.avail_out = static_cast<uInt>(output.size());
            code = ::inflate(&stream, Z_NO_FLUSH);
            if (code != Z_OK
                && code != Z_STREAM_END) // Z_BUF_ERROR: the packed bytes ended before the stream did
                return damaged(entry, "its packed bytes are not sound");
            MANGROVE_TRY(pass(ByteView(output.data(), output.size() - stream.avail_out)));
        }
        if (stream.avail_in != 0 || read != entry.packed)
            return damaged(entry, "bytes follow its end");
        return {};
    }

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::vector<ZipEntry> m_zip;
};

} // namespace

Result<std::unique_ptr<PackageSource>> openZipSource(const std::filesystem::path& path,
                                                     const VerifyLimits& limits) {
    auto source = std::make_unique<ZipSource>(path);
    MANGROVE_TRY(source->load(limits));
    return std::unique_ptr<PackageSource>(std::move(source));
}

} // namespace mangrove::handoff
