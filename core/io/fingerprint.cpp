// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/fingerprint.h"

#include "base/file.h"
#include "io/file_source.h"

#include <cerrno>
#include <sys/stat.h>
#include <vector>

namespace mangrove::io {

Result<Fingerprint> quickFingerprint(const std::filesystem::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error(errors::kFileNotFound, {path.string()}, {path.string(), 0, 0});
        return Error(errors::kFileNotReadable, {path.string(), systemMessage(errno)}, {path.string(), 0, 0});
    }
    Fingerprint result;
    result.bytes = static_cast<std::uint64_t>(status.st_size);
    result.mtime = Instant(std::chrono::milliseconds(std::int64_t{status.st_mtim.tv_sec} * 1000
                                                     + status.st_mtim.tv_nsec / 1'000'000));
    return result;
}

Result<Fingerprint> fingerprint(const std::filesystem::path& path, const RunContext& context) {
    MANGROVE_ASSIGN(Fingerprint result, quickFingerprint(path));
    MANGROVE_ASSIGN(const auto source, FileSource::open(path));
    context.start("hashing", result.bytes);
    std::vector<char> buffer(1U << 20U);
    for (;;) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const std::size_t got, source->read(buffer, context));
        if (got == 0)
            break;
    }
    MANGROVE_TRY(source->finish(context));
    result.bytes = source->rawBytes();
    result.sha256 = source->sha256();
    return result;
}

} // namespace mangrove::io
