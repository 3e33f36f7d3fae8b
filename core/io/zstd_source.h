// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/byte_source.h"
#include "io/expansion_guard.h"
#include "io/file_source.h"

#include <memory>
#include <vector>

struct ZSTD_DCtx_s;

namespace mangrove::io {

/// The content of a .zst file (RFC 8878, several frames and skippable ones too; windows up to 128 MiB, as the
/// zstd tool has it by default). The hash is that of the .zst.
class ZstdSource final : public ByteSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<ZstdSource>> open(std::unique_ptr<FileSource> file,
                                                                  const ReadOptions& options);
    ~ZstdSource() override;

    /// Errors: archive-damaged, archive-expands-too-much, those of the file.
    [[nodiscard]] Result<std::size_t> read(std::span<char> into, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override { return m_file->finish(context); }
    [[nodiscard]] std::uint64_t rawBytes() const override { return m_file->rawBytes(); }
    [[nodiscard]] std::uint64_t rawSize() const override { return m_file->rawSize(); }
    [[nodiscard]] std::string sha256() const override { return m_file->sha256(); }
    [[nodiscard]] std::string container() const override { return "zstd"; }

private:
    ZstdSource(std::unique_ptr<FileSource> file, const ReadOptions& options);
    [[nodiscard]] Error damaged(const char* why) const;

    std::unique_ptr<FileSource> m_file;
    ZSTD_DCtx_s* m_context;
    ExpansionGuard m_guard;
    std::vector<char> m_input;
    std::size_t m_inputSize = 0;
    std::size_t m_inputAt = 0;
    bool m_inputEnded = false;
    bool m_insideFrame = false;
};

} // namespace mangrove::io
