// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/text_decoder.h"

#include "io/errors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kEvidenceBytes = 64U
                                       << 10U; ///< read behind the first byte beyond ASCII before deciding
constexpr std::size_t kContextBytes = 256;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

const iconv_t kNoConverter = iconv_t(-1); // NOLINT(performance-no-int-to-ptr): POSIX defines it so

std::size_t findBeyondAscii(const char* text, std::size_t from, std::size_t to) {
    std::size_t i = from;
    for (; i + 32 <= to; i += 32) {
        std::uint64_t words[4];
        std::memcpy(words, text + i, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ULL) != 0)
            break;
    }
    for (; i < to; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0x80U) != 0)
            return i;
    }
    return to;
}

bool isUtf16(Encoding encoding) {
    return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}

} // namespace

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding)
    : m_source(std::move(source)), m_converter(kNoConverter) {
    if (encoding) {
        m_decided = *encoding != Encoding::Ascii;
        m_guess = {*encoding, 0, 1.0, "given"};
    }
}

TextDecoder::~TextDecoder() {
    if (m_converter != kNoConverter)
        (void)iconv_close(m_converter);
}

Status TextDecoder::openConverter(TextBlock& block, std::size_t from) {
    const std::string name(encodingName(m_guess.encoding));
    m_converter = iconv_open("UTF-8", name.c_str());
    if (m_converter == kNoConverter)
        return Error(errors::kTextConverterMissing, {name});
    m_raw.assign(block.data.get() + from, block.data.get() + block.size);
    m_rawBegin = m_position - m_raw.size();
    block.size = from;
    m_watching = !isUtf16(m_guess.encoding);
    if (m_watching) {
        m_mixed.begin(m_guess.encoding, block.firstLine + countLineEnds({block.data.get(), from}));
        m_mixed.feed({m_raw.data(), m_raw.size()});
        if (m_sourceEnded)
            m_mixed.finish();
    }
    return {};
}

Result<std::size_t> TextDecoder::readMore(std::span<char> into, const RunContext& context) {
    MANGROVE_ASSIGN(const std::size_t got, m_source->read(into, context));
    m_sourceEnded = got < into.size();
    m_position += got;
    return got;
}

Result<bool> TextDecoder::append(TextBlock& block, std::size_t bytes, const RunContext& context) {
    if (m_converter != kNoConverter)
        return appendConverted(block, bytes, context);
    return appendDirect(block, bytes, context);
}

Result<bool> TextDecoder::appendDirect(TextBlock& block, std::size_t bytes, const RunContext& context) {
    const std::size_t from = block.size;
    block.reserve(from + bytes);
    MANGROVE_ASSIGN(const std::size_t got, readMore({block.data.get() + from, bytes}, context));
    block.size += got;
    const bool more = got > 0;
    if (!m_started) {
        m_started = true;
        const EncodingGuess head = detectEncoding({block.data.get() + from, got}, m_sourceEnded);
        // A byte order mark is skipped under a given encoding too, where it is that encoding's mark.
        const bool given = m_decided;
        const bool markFits = head.bomBytes > 0 && (!given || head.encoding == m_guess.encoding);
        if (!given && (head.bomBytes > 0 || isUtf16(head.encoding))) {
            m_guess = head;
            m_decided = true;
        } else if (!given && m_guess.evidence.empty()) {
            m_guess.evidence = "no byte above 7F";
        }
        const std::size_t skip = markFits ? head.bomBytes : 0;
        std::memmove(block.data.get() + from, block.data.get() + from + skip, got - skip);
        block.size -= skip;
        m_skippedMark = static_cast<std::uint32_t>(skip);
        if (m_decided && m_guess.encoding != Encoding::Utf8) {
            MANGROVE_TRY(openConverter(block, from));
            convert(block);
            return more;
        }
    }
    if (!m_decided) {
        const std::size_t first = findBeyondAscii(block.data.get(), from, block.size);
        if (first < block.size)
            MANGROVE_TRY(decide(block, first, context));
    }
    block.validUtf8 = m_guess.encoding != Encoding::Utf8;
    return more;
}

Status TextDecoder::decide(TextBlock& block, std::size_t from, const RunContext& context) {
    // The bytes read so far may end just behind the first one that matters.
    if (block.size - from < kEvidenceBytes && !m_sourceEnded) {
        const std::size_t size = block.size;
        block.reserve(size + kEvidenceBytes);
        MANGROVE_ASSIGN(const std::size_t got, readMore({block.data.get() + size, kEvidenceBytes}, context));
        block.size += got;
    }
    const std::size_t context0 = from > kContextBytes ? from - kContextBytes : 0;
    m_guess = detectEncoding({block.data.get() + context0, block.size - context0}, m_sourceEnded);
    m_decided = true;
    if (m_guess.encoding == Encoding::Utf8)
        return {};
    MANGROVE_TRY(openConverter(block, from));
    convert(block);
    return {};
}

Result<bool> TextDecoder::appendConverted(TextBlock& block, std::size_t bytes, const RunContext& context) {
    const std::size_t kept = m_raw.size();
    m_raw.resize(kept + bytes);
    MANGROVE_ASSIGN(const std::size_t got, readMore({m_raw.data() + kept, bytes}, context));
    m_raw.resize(kept + got);
    if (m_watching) {
        m_mixed.feed({m_raw.data() + kept, got});
        if (m_sourceEnded)
            m_mixed.finish();
    }
    const bool more = got > 0 || kept > 0;
    convert(block);
    return more;
}

void TextDecoder::convert(TextBlock& block) {
    // No encoding here needs more than three bytes of UTF-8 for one byte of its own.
    block.reserve(block.size + m_raw.size() * 3 + 16);
    block.validUtf8 = true;
    char* in = m_raw.data();
    std::size_t inLeft = m_raw.size();
    const std::size_t unit = isUtf16(m_guess.encoding) ? 2 : 1;
    while (inLeft > 0) {
        char* out = block.data.get() + block.size;
        std::size_t outLeft = block.capacity - block.size;
        const std::size_t code = iconv(m_converter, &in, &inLeft, &out, &outLeft);
        block.size = static_cast<std::size_t>(out - block.data.get());
        if (code != static_cast<std::size_t>(-1))
            break;
        if (errno == EINVAL && !m_sourceEnded)
            break; // a character cut in two by the end of the buffer
        const std::uint64_t fileByte = m_rawBegin + static_cast<std::uint64_t>(in - m_raw.data());
        const std::size_t skip = std::min(unit, inLeft);
        in += skip;
        inLeft -= skip;
        if (block.undecodable.size() < 1000)
            block.undecodable.push_back({static_cast<std::uint32_t>(block.size), fileByte});
        ++block.undecodableCount;
        std::memcpy(block.data.get() + block.size, kReplacement.data(), kReplacement.size());
        block.size += kReplacement.size();
    }
    m_rawBegin += m_raw.size() - inLeft;
    m_raw.erase(m_raw.begin(), m_raw.end() - static_cast<std::ptrdiff_t>(inLeft));
}

} // namespace mangrove::io
