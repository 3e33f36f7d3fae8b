// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/gzip_source.h"

#include "io/errors.h"

#include <algorithm>
#include <zlib.h>

namespace mangrove::io {

namespace {

constexpr std::size_t kInputBytes = 256U << 10U;
constexpr int kGzipWindow = 15 + 16; // zlib: + 16 = gzip header and trailer are checked

} // namespace

GzipSource::GzipSource(std::unique_ptr<FileSource> file, const ReadOptions& options)
    : m_file(std::move(file)), m_stream(std::make_unique<z_stream_s>()),
      m_guard(m_file->path().string(), options), m_input(kInputBytes) {}

GzipSource::~GzipSource() {
    inflateEnd(m_stream.get());
}

Result<std::unique_ptr<GzipSource>> GzipSource::open(std::unique_ptr<FileSource> file,
                                                     const ReadOptions& options) {
    std::unique_ptr<GzipSource> source(new GzipSource(std::move(file), options));
    if (inflateInit2(source->m_stream.get(), kGzipWindow) != Z_OK)
        return Error(errors::kInternal, {"inflateInit2"});
    return source;
}

Error GzipSource::damaged(const char* why) const {
    const std::string name = m_file->path().string();
    if (m_file->changed())
        return Error(errors::kFileChanged, {name}, {name, 0, 0});
    return Error(errors::kArchiveDamaged, {name, why}, {name, 0, 0});
}

/// Between members: zero bytes up to the end of the file are padding; anything else has to be a member.
void GzipSource::skipPadding() {
    z_stream_s& stream = *m_stream;
    if (m_insideMember || !m_memberSeen)
        return;
    while (stream.avail_in > 0 && *stream.next_in == 0) {
        m_padding = true;
        ++stream.next_in;
        --stream.avail_in;
    }
}

Result<std::size_t> GzipSource::read(std::span<char> into, const RunContext& context) {
    z_stream_s& stream = *m_stream;
    std::size_t filled = 0;
    while (filled < into.size()) {
        MANGROVE_TRY(context.check());
        if (stream.avail_in == 0 && !m_inputEnded) {
            MANGROVE_ASSIGN(const std::size_t got, m_file->read(m_input, context));
            m_inputEnded = got < m_input.size();
            stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
            stream.avail_in = static_cast<uInt>(got);
        }
        skipPadding();
        if (stream.avail_in == 0) {
            if (m_insideMember)
                return damaged("it ends too early");
            if (m_inputEnded)
                break;
            continue;
        }
        if (m_padding)
            return damaged("something else stands behind its content");
        const std::size_t room = std::min<std::size_t>(into.size() - filled, 1U << 30U);
        stream.next_out = reinterpret_cast<Bytef*>(into.data() + filled);
        stream.avail_out = static_cast<uInt>(room);
        m_insideMember = true;
        const int code = inflate(&stream, Z_NO_FLUSH);
        filled += room - stream.avail_out;
        MANGROVE_TRY(m_guard.add(room - stream.avail_out, m_file->rawSize()));
        if (code == Z_STREAM_END) {
            m_insideMember = false;
            m_memberSeen = true;
            inflateReset(&stream);
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            return damaged("its content does not decompress");
        }
    }
    return filled;
}

Status GzipSource::finish(const RunContext& context) {
    return m_file->finish(context);
}

} // namespace mangrove::io
