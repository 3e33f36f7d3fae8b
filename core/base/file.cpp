// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mangrove {

namespace {

constexpr std::size_t kBufferSize = 1U << 18U;

Error cannotWrite(const std::filesystem::path& path, int errnoValue) {
    return Error(errors::kFileNotWritable, {path.string(), systemMessage(errnoValue)}, {path.string(), 0, 0});
}

/// Makes a rename durable; a file system that cannot sync folders is not an error.
void syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor);
        (void)::close(descriptor);
    }
}

} // namespace

std::string systemMessage(int errnoValue) {
    return std::generic_category().message(errnoValue);
}

OutputFile::OutputFile(std::filesystem::path path, std::filesystem::path part, int descriptor,
                       IfExists ifExists)
    : m_path(std::move(path)), m_part(std::move(part)), m_descriptor(descriptor), m_ifExists(ifExists) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_part(std::move(other.m_part)),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_ifExists(other.m_ifExists),
      m_written(other.m_written), m_buffer(std::move(other.m_buffer)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    if (this != &other) {
        discard();
        m_path = std::move(other.m_path);
        m_part = std::move(other.m_part);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_ifExists = other.m_ifExists;
        m_written = other.m_written;
        m_buffer = std::move(other.m_buffer);
    }
    return *this;
}

OutputFile::~OutputFile() {
    discard();
}

void OutputFile::discard() noexcept {
    if (m_descriptor < 0)
        return;
    (void)::close(std::exchange(m_descriptor, -1));
    (void)::unlink(m_part.c_str());
}

Result<OutputFile> OutputFile::create(const std::filesystem::path& path, IfExists ifExists) {
    std::error_code ignored;
    if (ifExists == IfExists::Fail && std::filesystem::exists(path, ignored))
        return Error(errors::kFileExists, {path.string()}, {path.string(), 0, 0});
    static std::atomic<unsigned> counter{0};
    auto part = path;
    part += ".part-" + std::to_string(::getpid()) + "-" + std::to_string(counter.fetch_add(1));
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    return OutputFile(path, std::move(part), descriptor, ifExists);
}

Status OutputFile::write(std::string_view bytes) {
    m_buffer.append(bytes);
    m_written += bytes.size();
    return m_buffer.size() >= kBufferSize ? flush() : Status();
}

Status OutputFile::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return cannotWrite(m_path, errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Status OutputFile::commit() {
    MANGROVE_TRY(flush());
    if (::fsync(m_descriptor) != 0)
        return cannotWrite(m_path, errno);
    // A close error (quota, network disk) means the bytes may not be there: the part file is removed.
    if (::close(std::exchange(m_descriptor, -1)) != 0) {
        const int reason = errno;
        (void)::unlink(m_part.c_str());
        return cannotWrite(m_path, reason);
    }
    return publishFile(m_part, m_path, m_ifExists);
}

Status publishFile(const std::filesystem::path& part, const std::filesystem::path& path,
                   OutputFile::IfExists ifExists) {
    if (ifExists == OutputFile::IfExists::Fail) {
        // link() refuses an existing name, rename() would replace it. Where links are not supported (FAT),
        // rename.
        if (::link(part.c_str(), path.c_str()) == 0) {
            (void)::unlink(part.c_str());
            syncFolder(path.parent_path());
            return {};
        }
        if (errno == EEXIST) {
            (void)::unlink(part.c_str());
            return Error(errors::kFileExists, {path.string()}, {path.string(), 0, 0});
        }
    }
    if (::rename(part.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        (void)::unlink(part.c_str());
        return cannotWrite(path, reason);
    }
    syncFolder(path.parent_path());
    return {};
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    const Location at{path.string(), 0, 0};
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == ENOENT)
            return Error(errors::kFileNotFound, {path.string()}, at);
        return Error(errors::kFileNotReadable, {path.string(), systemMessage(errno)}, at);
    }
    std::string bytes;
    char buffer[1U << 16U];
    for (;;) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            const int reason = errno;
            (void)::close(descriptor);
            return Error(errors::kFileNotReadable, {path.string(), systemMessage(reason)}, at);
        }
        if (got == 0)
            break;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            (void)::close(descriptor);
            return Error(errors::kFileTooLarge,
                         {path.string(), "more than " + std::to_string(limit), std::to_string(limit)}, at);
        }
    }
    (void)::close(descriptor);
    return bytes;
}

Status writeFile(const std::filesystem::path& path, std::string_view bytes, OutputFile::IfExists ifExists) {
    MANGROVE_ASSIGN(OutputFile file, OutputFile::create(path, ifExists));
    MANGROVE_TRY(file.write(bytes));
    return file.commit();
}

} // namespace mangrove
