// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/byte_source.h"
#include "io/expansion_guard.h"
#include "io/file_source.h"

#include <memory>
#include <vector>

struct z_stream_s;

namespace mangrove::io {

/// The content of a .gz file (RFC 1952, several members one after another too; zero bytes behind the last are
/// padding, as for gzip(1)). The hash is that of the .gz.
class GzipSource final : public ByteSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<GzipSource>> open(std::unique_ptr<FileSource> file,
                                                                  const ReadOptions& options);
    ~GzipSource() override;

    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_file->rawBytes(); }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_file->rawSize(); }
    [[nodiscard]] std::string sha256() const override { return m_file->sha256(); }
    [[nodiscard]] std::string container() const override { return "gzip"; }

private:
    GzipSource(std::unique_ptr<FileSource> file, const ReadOptions& options);
    void skipPadding();
    [[nodiscard]] Error damaged(const char* why) const;

    std::unique_ptr<FileSource> m_file;
    std::unique_ptr<z_stream_s> m_stream;
    ExpansionGuard m_guard;
    std::vector<char> m_input;
    bool m_inputEnded = false;
    bool m_insideMember = false;
    bool m_memberSeen = false;
    bool m_padding = false; ///< zero bytes began
};

} // namespace mangrove::io
