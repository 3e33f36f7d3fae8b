// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_check.h"

#include "base/file.h"
#include "base/format.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/errors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <fstream>

#include <sqlite3.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

namespace mangrove::store {

namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;
using Header = std::array<char, kHeaderBytes>;

std::uint32_t bigEndian(const Header& header, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value = value << 8U | static_cast<std::uint8_t>(header[at + i]);
    return value;
}

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix) {
    auto name = path;
    name += suffix;
    return name;
}

// A journal or log that holds pages the file itself does not have yet.
bool hasPending(const std::filesystem::path& path) {
    std::error_code ignored;
    for (const char* suffix : {"-wal", "-journal"}) {
        const auto side = beside(path, suffix);
        if (std::filesystem::exists(side, ignored) && std::filesystem::file_size(side, ignored) > 0)
            return true;
    }
    return false;
}

Status checkLength(const std::filesystem::path& path, const Header& header, std::uintmax_t size) {
    const std::uint32_t stored = bigEndian(header, 16, 2);
    const std::uint64_t pageSize = stored == 1 ? 65536 : stored;
    if (!std::has_single_bit(pageSize) || pageSize < 512)
        return Error(errors::kWorkspaceDamaged, {path.string(), "its header is wrong"});
    // The page count is valid where the file change counter (24) equals version-valid-for (92).
    const bool countValid = bigEndian(header, 24, 4) == bigEndian(header, 92, 4);
    const std::uint64_t needed = std::uint64_t{bigEndian(header, 28, 4)} * pageSize;
    if (countValid && !hasPending(path) && size < needed)
        return Error(errors::kWorkspaceDamaged,
                     {path.string(), format("it has {} of {} bytes", size, needed)});
    return {};
}

// RFC 3986 path characters stay; everything else, '?' and '#' above all, is escaped.
std::string toUri(const std::filesystem::path& path) {
    constexpr std::string_view kPlain = "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string())
        uri += kPlain.find(c) != std::string_view::npos ? std::string(1, c)
                                                        : format("%{:02X}", static_cast<unsigned char>(c));
    return uri;
}

} // namespace

Status checkHeader(const std::filesystem::path& path) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status))
        return Error(errors::kFileNotFound, {path.string()});
    if (!std::filesystem::is_regular_file(status))
        return Error(errors::kNotAWorkspace, {path.string(), "it is not a file"});
    const auto size = std::filesystem::file_size(path, problem);
    std::ifstream in(path, std::ios::binary);
    if (problem || !in)
        return Error(errors::kFileNotReadable, {path.string(), systemMessage(errno)});
    if (size == 0)
        return Error(errors::kNotAWorkspace, {path.string(), "it is empty"});
    Header header{};
    in.read(header.data(), header.size());
    const auto got = static_cast<std::size_t>(in.gcount());
    if (!std::string_view(header.data(), std::min(got, kMagic.size())).starts_with(kMagic.substr(0, got)))
        return Error(errors::kNotAWorkspace, {path.string(), "it is another kind of file"});
    if (got < kHeaderBytes)
        return Error(errors::kWorkspaceDamaged, {path.string(), format("it has only {} bytes", got)});
    if (bigEndian(header, 68, 4) != kWorkspaceApplicationId)
        return Error(errors::kNotAWorkspace, {path.string(), "it is a database of another program"});
    return checkLength(path, header, size);
}

Status checkPages(const std::filesystem::path& path) {
    // Without pending pages nobody has the file open in write-ahead mode, and an immutable look leaves no
    // -wal and -shm files behind. With pending pages the log belongs to the content, and the look must not be
    // the one that moves it into the file.
    const bool pending = hasPending(path);
    const std::string uri = toUri(path) + (pending ? "" : "?immutable=1");
    const int access = pending ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    MANGROVE_ASSIGN(auto connection, Connection::open(uri, access | SQLITE_OPEN_URI, path));
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    MANGROVE_ASSIGN(const auto finding, connection->single("PRAGMA quick_check(1)"));
    if (finding != "ok")
        return Error(errors::kWorkspaceDamaged, {path.string(), finding});
    return {};
}

bool isOnNetwork(const std::filesystem::path& path) {
#ifdef __linux__
    // statfs(2): NFS, SMB, SMB2, CIFS, NCP, AFS, 9P, Ceph, FUSE (sshfs, and others that lack shared memory
    // maps)
    constexpr std::array<std::uint32_t, 9> kNetwork{0x6969,     0x517B,     0xFE534D42, 0xFF534D42, 0x564C,
                                                    0x5346414F, 0x01021997, 0x00C36400, 0x65735546};
    struct statfs facts = {};
    const auto folder = std::filesystem::absolute(path).parent_path();
    if (statfs(folder.c_str(), &facts) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(facts.f_type);
    return std::find(kNetwork.begin(), kNetwork.end(), type) != kNetwork.end();
#else
    static_cast<void>(path);
    return false;
#endif
}

} // namespace mangrove::store
