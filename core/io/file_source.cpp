// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/file_source.h"

#include "base/file.h"
#include "base/hex.h"
#include "io/errors.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace mangrove::io {

namespace {

Error cannotRead(const std::filesystem::path& path, int errnoValue) {
    if (errnoValue == ENOENT || errnoValue == ENOTDIR)
        return Error(errors::kFileNotFound, {path.string()}, {path.string(), 0, 0});
    return Error(errors::kFileNotReadable, {path.string(), systemMessage(errnoValue)}, {path.string(), 0, 0});
}

bool sameState(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size
           && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

} // namespace

FileSource::FileSource(std::filesystem::path path, int descriptor, bool owned)
    : m_path(std::move(path)), m_descriptor(descriptor), m_owned(owned) {}

FileSource::~FileSource() {
    if (m_owned)
        (void)::close(m_descriptor);
}

Result<std::unique_ptr<FileSource>> FileSource::open(const std::filesystem::path& path) {
    const bool isStandardInput = path == "-";
    const int descriptor =
        isStandardInput ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return cannotRead(path, errno);
    std::unique_ptr<FileSource> source(new FileSource(path, descriptor, !isStandardInput));
    if (::fstat(descriptor, &source->m_opened) != 0)
        return cannotRead(path, errno);
    if (S_ISDIR(source->m_opened.st_mode))
        return cannotRead(path, EISDIR);
    source->m_regular = S_ISREG(source->m_opened.st_mode) && !isStandardInput;
    if (source->m_regular) {
        source->m_size = static_cast<std::uint64_t>(source->m_opened.st_size);
        (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    return source;
}

Result<std::string> FileSource::peek(std::size_t count) const {
    std::string head(count, '\0');
    const ssize_t got = ::pread(m_descriptor, head.data(), count, 0);
    if (got < 0)
        return cannotRead(m_path, errno);
    head.resize(static_cast<std::size_t>(got));
    return head;
}

Result<std::size_t> FileSource::read(std::span<char> into, const RunContext& context) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        MANGROVE_TRY(waitForInput(context));
        const ssize_t got = ::read(m_descriptor, into.data() + filled, into.size() - filled);
        if (got == 0)
            break;
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return cannotRead(m_path, errno);
        }
        filled += static_cast<std::size_t>(got);
    }
    m_hash.update(asBytes({into.data(), filled}));
    m_read += filled;
    context.advance(filled);
    return filled;
}

bool FileSource::changed() const {
    if (!m_regular)
        return false;
    struct stat now = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &now) != 0 || !sameState(m_opened, now)
           || ::stat(m_path.c_str(), &named) != 0 || !sameState(m_opened, named);
}

int FileSource::duplicate() const {
    return ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, 0);
}

Status FileSource::rewind() {
    if (::lseek(m_descriptor, 0, SEEK_SET) != 0)
        return cannotRead(m_path, errno);
    m_hash = {};
    m_read = 0;
    return {};
}

Status FileSource::waitForInput(const RunContext& context) const {
    // A pipe may stay silent for ever; a regular file never lets one wait.
    while (!m_regular) {
        MANGROVE_TRY(context.check());
        pollfd watched{m_descriptor, POLLIN, 0};
        constexpr int kMilliseconds = 50;
        if (::poll(&watched, 1, kMilliseconds) != 0)
            break;
    }
    return {};
}

Status FileSource::finish(const RunContext& /*context*/) {
    if (m_regular) {
        if (m_read != m_size || changed())
            return Error(errors::kFileChanged, {m_path.string()}, {m_path.string(), 0, 0});
    }
    if (m_sha256.empty()) {
        const crypto::Digest digest = m_hash.finish();
        m_sha256 = toHex(digest);
    }
    return {};
}

} // namespace mangrove::io
