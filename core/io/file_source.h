// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/sha256.h"
#include "io/byte_source.h"

#include <sys/stat.h>

namespace mangrove::io {

/// A file or standard input, hashed while it is read.
class FileSource final : public ByteSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::filesystem::path& path);
    ~FileSource() override;

    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_read; }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_size; }
    [[nodiscard]] std::string sha256() const override { return m_sha256; }

    /// Up to `count` first bytes without consuming them; only before the first read() of a regular file.
    [[nodiscard]] Result<std::string> peek(std::size_t count) const;
    /// Whether the file under the name is no longer the one that was opened, in size, time or place.
    [[nodiscard]] bool changed() const;
    /// Another descriptor of the same open file (they share the position), or -1. The caller closes it.
    [[nodiscard]] int duplicate() const;
    /// Back to the first byte, as if nothing had been read.
    [[nodiscard]] Status rewind();
    [[nodiscard]] bool regular() const { return m_regular; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    FileSource(std::filesystem::path path, int descriptor, bool owned);

    [[nodiscard]] Status waitForInput(const RunContext& context) const;

    std::filesystem::path m_path;
    int m_descriptor;
    bool m_owned;
    bool m_regular = false;
    struct stat m_opened = {};
    std::uint64_t m_size = 0;
    std::uint64_t m_read = 0;
    crypto::Sha256 m_hash;
    std::string m_sha256;
};

} // namespace mangrove::io
