// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/byte_source.h"
#include "io/fingerprint.h"

#include <memory>
#include <vector>

struct zip;
struct zip_file;

namespace mangrove::io {

/// One member of a .zip. The hash is that of the archive, which is read a second time for it; the checksum of
/// the member is verified while it is read.
class ZipSource final : public ByteSource {
public:
    /// Errors: archive-damaged, archive-member-missing, archive-several-members (where `member` is not given
    /// and there is more than one table), archive-no-member, format-not-supported (a workbook).
    [[nodiscard]] static Result<std::unique_ptr<ZipSource>> open(const std::filesystem::path& path,
                                                                 const std::optional<std::string>& member);
    ~ZipSource() override;
    /// By its name: a table, and neither a folder nor what macOS adds (`__MACOSX/`, `._name`).
    [[nodiscard]] static bool looksLikeTable(std::string_view name);

    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_rawBytes; }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_opened.bytes; }
    [[nodiscard]] std::string sha256() const override { return m_sha256; }
    [[nodiscard]] std::string container() const override { return "zip"; }
    [[nodiscard]] std::string member() const override { return m_member; }

private:
    ZipSource(std::filesystem::path path, zip* archive);
    [[nodiscard]] Error damaged(const std::string& why) const;
    [[nodiscard]] Result<std::uint64_t> chooseMember(const std::optional<std::string>& wanted);

    std::filesystem::path m_path;
    zip* m_archive;
    zip_file* m_file = nullptr;
    std::string m_member;
    std::uint64_t m_memberSize = 0;
    std::uint64_t m_memberRead = 0;
    std::uint64_t m_rawBytes = 0;
    Fingerprint m_opened;
    std::string m_sha256;
};

} // namespace mangrove::io
