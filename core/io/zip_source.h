// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/byte_source.h"
#include "io/expansion_guard.h"
#include "io/file_source.h"

#include <memory>
#include <vector>

struct zip;
struct zip_file;

namespace mangrove::io {

/// One member of a .zip. The hash is that of the archive, which is read a second time for it; the checksum of
/// the member is verified while it is read.
class ZipSource final : public ByteSource {
public:
    /// options.table names the member, in full or without its folders. Errors: archive-damaged,
    /// archive-member-missing, archive-several-members (where none is named and there is more than one
    /// table), archive-no-member, archive-encrypted, format-not-supported (a workbook).
    [[nodiscard]] static Result<std::unique_ptr<ZipSource>> open(std::unique_ptr<FileSource> file,
                                                                 const ReadOptions& options);
    ~ZipSource() override;
    /// By its name: a table, and neither a folder nor what macOS adds (`__MACOSX/`, `._name`).
    [[nodiscard]] static bool looksLikeTable(std::string_view name);

    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_rawBytes; }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_file->rawSize(); }
    [[nodiscard]] std::string sha256() const override { return m_file->sha256(); }
    [[nodiscard]] std::string container() const override { return "zip"; }
    [[nodiscard]] std::string member() const override { return m_member; }

private:
    ZipSource(std::unique_ptr<FileSource> file, const ReadOptions& options);
    [[nodiscard]] Error damaged(const std::string& why) const;
    [[nodiscard]] Result<std::uint64_t> chooseMember(const std::optional<std::string>& wanted);

    std::unique_ptr<FileSource> m_file;
    ExpansionGuard m_guard;
    zip* m_archive = nullptr;
    zip_file* m_content = nullptr;
    std::string m_member;
    std::uint64_t m_memberSize = 0;
    std::uint64_t m_compressedSize = 0;
    std::uint64_t m_memberRead = 0;
    std::uint64_t m_rawBytes = 0;
};

} // namespace mangrove::io
