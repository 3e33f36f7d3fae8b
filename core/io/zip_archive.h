// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/fingerprint.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_file;

namespace mangrove::io {

/// Name of a member in UTF-8; empty where it has none. Archives made on Chinese Windows have names in GBK
/// without saying so; libzip would read them as the CP437 of the standard.
[[nodiscard]] std::string zipMemberName(zip* archive, std::uint64_t index);

/// The members of a .zip for readers that need several of them. Names are UTF-8, '/' between folders. One
/// thread.
class ZipArchive {
public:
    struct Member {
        std::string name;
        std::uint64_t bytes = 0; ///< as declared; what is read may differ, and then the checksum fails
        std::uint64_t index = 0;
        [[nodiscard]] bool folder() const { return name.ends_with('/'); }
        /// What macOS adds beside the members (`__MACOSX/…`, `._name`), which nobody put there on purpose.
        [[nodiscard]] bool appleDouble() const;
    };
    /// Bytes of one member, front to back.
    class Stream {
    public:
        Stream(Stream&& other) noexcept;
        Stream& operator=(Stream&&) = delete;
        ~Stream();
        /// Fewer bytes than asked only at the end, 0 at the end, where the member's checksum was verified.
        [[nodiscard]] Result<std::size_t> read(std::span<char> into);

    private:
        friend class ZipArchive;
        Stream(std::string path, zip_file* file) : m_path(std::move(path)), m_file(file) {}
        std::string m_path;
        zip_file* m_file;
    };

    /// Errors: file-not-found, archive-damaged.
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const std::filesystem::path& path);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
    /// The member of that exact name, or nullptr.
    [[nodiscard]] const Member* find(std::string_view name) const;
    [[nodiscard]] Result<Stream> read(const Member& member) const;
    /// The whole of a small member. Error besides: archive-damaged above `limit` bytes.
    [[nodiscard]] Result<std::string> readAll(const Member& member, std::uint64_t limit) const;
    /// Size and time of the file when it was opened.
    [[nodiscard]] const Fingerprint& opened() const { return m_opened; }
    [[nodiscard]] Error damaged(const std::string& why) const;

private:
    ZipArchive(std::filesystem::path path, zip* archive);

    std::filesystem::path m_path;
    zip* m_archive;
    Fingerprint m_opened;
    std::vector<Member> m_members;
};

} // namespace mangrove::io
