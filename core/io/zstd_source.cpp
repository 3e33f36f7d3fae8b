// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/zstd_source.h"

#include "io/errors.h"

#include <zstd.h>

namespace mangrove::io {

namespace {

constexpr std::size_t kInputBytes = 256U << 10U;
constexpr int kMaxWindowLog = 27; // 128 MiB

} // namespace

ZstdSource::ZstdSource(std::unique_ptr<FileSource> file, const ReadOptions& options)
    : m_file(std::move(file)), m_context(ZSTD_createDCtx()), m_guard(m_file->path().string(), options),
      m_input(kInputBytes) {}

ZstdSource::~ZstdSource() {
    ZSTD_freeDCtx(m_context);
}

Result<std::unique_ptr<ZstdSource>> ZstdSource::open(std::unique_ptr<FileSource> file,
                                                     const ReadOptions& options) {
    std::unique_ptr<ZstdSource> source(new ZstdSource(std::move(file), options));
    if (source->m_context == nullptr
        || ZSTD_isError(ZSTD_DCtx_setParameter(source->m_context, ZSTD_d_windowLogMax, kMaxWindowLog)) != 0)
        return Error(errors::kInternal, {"ZSTD_createDCtx"});
    return source;
}

Error ZstdSource::damaged(const char* why) const {
    const std::string name = m_file->path().string();
    if (m_file->changed())
        return Error(errors::kFileChanged, {name}, {name, 0, 0});
    return Error(errors::kArchiveDamaged, {name, why}, {name, 0, 0});
}

Result<std::size_t> ZstdSource::read(std::span<char> into, const RunContext& context) {
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    while (out.pos < out.size) {
        MANGROVE_TRY(context.check());
        if (m_inputAt == m_inputSize && !m_inputEnded) {
            MANGROVE_ASSIGN(m_inputSize, m_file->read(m_input, context));
            m_inputAt = 0;
            m_inputEnded = m_inputSize < m_input.size();
        }
        const bool noInput = m_inputAt == m_inputSize;
        if (noInput && !m_insideFrame)
            break;
        ZSTD_inBuffer in{m_input.data(), m_inputSize, m_inputAt};
        const std::size_t before = out.pos;
        const std::size_t code = ZSTD_decompressStream(m_context, &out, &in);
        m_inputAt = in.pos;
        if (ZSTD_isError(code) != 0)
            return damaged(ZSTD_getErrorName(code));
        m_insideFrame = code != 0;
        MANGROVE_TRY(m_guard.add(out.pos - before, m_file->rawSize()));
        // what the decoder still held is out; more would have to come from the file
        if (noInput && m_insideFrame && out.pos < out.size)
            return damaged("it ends too early");
    }
    return out.pos;
}

} // namespace mangrove::io
