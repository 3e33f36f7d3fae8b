// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/zip_writer.h"

#include "base/file.h"
#include "crypto/sha256.h"
#include "handoff/errors.h"

#include <zip.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace mangrove::handoff {

namespace {

constexpr zip_uint16_t kDosDate = (0U << 9U) | (1U << 5U) | 1U; // 1980-01-01, the first day zip can write
constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint32_t kUnixPlainFile = 0100644U << 16U;
constexpr zip_uint32_t kDeflateLevel = 6;

/// A file that libzip reads through a callback, so that reading can be cancelled and what was read is hashed.
class StreamedFile {
public:
    StreamedFile(std::filesystem::path path, const RunContext& ctx) : m_path(std::move(path)), m_ctx(ctx) {
        zip_error_init(&m_zipError);
    }
    StreamedFile(const StreamedFile&) = delete;
    StreamedFile& operator=(const StreamedFile&) = delete;
    ~StreamedFile() {
        closeFile();
        zip_error_fini(&m_zipError);
    }

    static zip_int64_t callback(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        return static_cast<StreamedFile*>(self)->handle(data, length, command);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Of everything read since the last open.
    [[nodiscard]] std::string digest() { return toHex(m_hash.finish()); }
    /// Why reading failed, if it did.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    zip_int64_t handle(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return openFile();
        case ZIP_SOURCE_READ:
            return readFile(data, length);
        case ZIP_SOURCE_CLOSE:
            closeFile();
            return 0;
        case ZIP_SOURCE_STAT:
            return stat(data);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_zipError, data, length);
        case ZIP_SOURCE_FREE: // owned by writeZip()
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                  ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&m_zipError, ZIP_ER_OPNOTSUPP, 0);
            return -1;
        }
    }

    zip_int64_t openFile() {
        (void)m_hash.finish();
        m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
        return m_descriptor < 0 ? failed(errno) : 0;
    }

    zip_int64_t readFile(void* data, zip_uint64_t length) {
        if (m_ctx.cancelled()) {
            m_failure = Error(errors::kCancelled);
            zip_error_set(&m_zipError, ZIP_ER_CANCELLED, 0);
            return -1;
        }
        ssize_t got = 0;
        do
            got = ::read(m_descriptor, data, length);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return failed(errno);
        m_hash.update(ByteView(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(got)));
        m_ctx.advance(static_cast<std::uint64_t>(got));
        return got;
    }

    zip_int64_t stat(void* data) {
        struct stat info = {};
        if (::stat(m_path.c_str(), &info) != 0)
            return failed(errno);
        auto* out = static_cast<zip_stat_t*>(data);
        zip_stat_init(out);
        out->size = static_cast<zip_uint64_t>(info.st_size);
        out->valid = ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
    }

    zip_int64_t failed(int reason) {
        m_failure = Error(errors::kFileNotReadable, {m_path.string(), systemMessage(reason)});
        zip_error_set(&m_zipError, ZIP_ER_READ, reason);
        return -1;
    }

    void closeFile() {
        if (m_descriptor >= 0)
            (void)::close(m_descriptor);
        m_descriptor = -1;
    }

    std::filesystem::path m_path;
    const RunContext& m_ctx;
    zip_error_t m_zipError{};
    crypto::Sha256 m_hash;
    std::optional<Error> m_failure;
    int m_descriptor = -1;
};

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Error cannotWrite(const std::filesystem::path& path, std::string reason) {
    return Error(errors::kPackageWrite, {path.string(), std::move(reason)}, {path.string(), 0, 0});
}

/// libzip's sentence; the system's where libzip passes one on ("No space left on device").
std::string reasonOf(zip_error_t* error) {
    if (zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) != 0)
        return systemMessage(zip_error_code_system(error));
    return zip_error_strerror(error);
}

Status addMember(zip_t* archive, const std::filesystem::path& path, const ZipMember& member,
                 StreamedFile* streamed) {
    zip_source_t* source = streamed != nullptr
                               ? zip_source_function(archive, &StreamedFile::callback, streamed)
                               : zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
    if (source == nullptr)
        return cannotWrite(path, reasonOf(zip_get_error(archive)));
    const zip_int64_t index = zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return cannotWrite(path, reasonOf(zip_get_error(archive)));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, kDeflateLevel) != 0
        || zip_file_set_dostime(archive, at, kDosTime, kDosDate, 0) != 0
        || zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kUnixPlainFile) != 0)
        return cannotWrite(path, reasonOf(zip_get_error(archive)));
    return {};
}

std::filesystem::path partName(const std::filesystem::path& path) {
    static std::atomic<unsigned> counter{0};
    auto part = path;
    part += ".part-" + std::to_string(::getpid()) + "-z" + std::to_string(counter.fetch_add(1));
    return part;
}

Status syncFile(const std::filesystem::path& part, const std::filesystem::path& path) {
    const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannotWrite(path, systemMessage(errno));
    const bool ok = ::fchmod(descriptor, 0600) == 0 && ::fsync(descriptor) == 0;
    const int reason = errno;
    (void)::close(descriptor);
    return ok ? Status() : Status(cannotWrite(path, systemMessage(reason)));
}

int stopWhenAsked(zip_t*, void* ctx) {
    return static_cast<const RunContext*>(ctx)->cancelled() ? 1 : 0;
}

/// Closing is when libzip reads, deflates and writes; it removes its own temporary file when it fails.
Status writeOut(Archive archive, const std::filesystem::path& path,
                const std::vector<std::unique_ptr<StreamedFile>>& streams, const RunContext& ctx) {
    if (zip_close(archive.get()) == 0) {
        (void)archive.release();
        return {};
    }
    for (const auto& stream : streams) {
        if (stream->failure())
            return *stream->failure();
    }
    MANGROVE_TRY(ctx.check());
    return cannotWrite(path, reasonOf(zip_get_error(archive.get())));
}

} // namespace

Status writeZip(const std::filesystem::path& path, std::vector<ZipMember> members, const RunContext& ctx) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return Error(errors::kFileExists, {path.string()}, {path.string(), 0, 0});
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto part = partName(path);
    std::vector<std::unique_ptr<StreamedFile>>
        streams; // outlive the archive, which calls them when it closes
    std::vector<std::string> expected;
    int code = 0;
    Archive archive(zip_open(part.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        std::string reason = reasonOf(&error);
        zip_error_fini(&error);
        return cannotWrite(path, std::move(reason));
    }
    for (const auto& member : members) {
        StreamedFile* streamed = nullptr;
        if (!member.file.empty()) {
            streams.push_back(std::make_unique<StreamedFile>(member.file, ctx));
            expected.push_back(member.sha256);
            streamed = streams.back().get();
        }
        MANGROVE_TRY(addMember(archive.get(), path, member, streamed));
    }
    zip_register_cancel_callback_with_state(archive.get(), &stopWhenAsked, nullptr,
                                            const_cast<RunContext*>(&ctx)); // read only behind libzip's void*
    MANGROVE_TRY(writeOut(std::move(archive), path, streams, ctx));
    const auto check = [&]() -> Status {
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (const std::string digest = streams[i]->digest(); digest != expected[i])
                return Error(errors::kPackagePayloadChanged,
                             {streams[i]->path().string(), digest, expected[i]});
        }
        return syncFile(part, path);
    };
    if (auto status = check(); !status) {
        std::filesystem::remove(part, ignored);
        return status;
    }
    return publishFile(part, path, OutputFile::IfExists::Fail);
}

} // namespace mangrove::handoff
