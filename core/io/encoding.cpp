// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/encoding.h"

#include "base/format.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <iconv.h>
#include <memory>
#include <uchardet.h>
#include <utility>

namespace mangrove::io {

namespace {

using Byte = unsigned char;

Byte byteAt(std::string_view text, std::size_t at) {
    return static_cast<Byte>(text[at]);
}

bool isAsciiLetter(Byte c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// How a text looks when it is read in one encoding.
struct Reading {
    std::size_t characters = 0; ///< beyond ASCII
    std::size_t common = 0;     ///< of these, such as people write every day
    std::size_t invalid = 0;    ///< bytes that are nothing

    [[nodiscard]] double score() const {
        if (characters + invalid == 0)
            return 0;
        const auto all = static_cast<double>(characters + invalid);
        return (static_cast<double>(common) - 4.0 * static_cast<double>(invalid)) / all;
    }
};

/// Common = the GB 2312 square (lead and trail A1…FE), where all everyday hanzi and signs lie; the rest of
/// GBK and the four-byte forms are rare in real text but are what Latin letters turn into.
Reading readAsGb18030(std::string_view text, bool complete) {
    Reading reading;
    std::size_t i = 0;
    while (i < text.size()) {
        const Byte lead = byteAt(text, i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (i + 1 >= text.size()) {
            reading.invalid += complete ? 1 : 0;
            break;
        }
        const Byte trail = byteAt(text, i + 1);
        const bool leads = lead != 0x80 && lead != 0xFF;
        if (leads && trail >= 0x30 && trail <= 0x39) {
            const bool whole = i + 3 < text.size();
            const bool fits = whole && byteAt(text, i + 2) >= 0x81 && byteAt(text, i + 2) <= 0xFE
                              && byteAt(text, i + 3) >= 0x30 && byteAt(text, i + 3) <= 0x39;
            reading.characters += fits ? 1 : 0;
            reading.invalid += fits || (!whole && !complete) ? 0 : 1;
            i += fits ? 4 : 1;
        } else if (leads && trail >= 0x40 && trail != 0x7F && trail != 0xFF) {
            ++reading.characters;
            const bool square = lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
            reading.common += square && !(lead >= 0xAA && lead <= 0xAF) ? 1 : 0;
            i += 2;
        } else {
            ++reading.invalid;
            ++i;
        }
    }
    return reading;
}

/// Common = signs (A1…A3) and the 5,401 frequent hanzi (A4…C6).
Reading readAsBig5(std::string_view text, bool complete) {
    Reading reading;
    std::size_t i = 0;
    while (i < text.size()) {
        const Byte lead = byteAt(text, i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (i + 1 >= text.size()) {
            reading.invalid += complete ? 1 : 0;
            break;
        }
        const Byte trail = byteAt(text, i + 1);
        const bool trailFits = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
        if (lead >= 0xA1 && lead <= 0xF9 && trailFits) {
            ++reading.characters;
            reading.common += lead <= 0xC6 ? 1 : 0;
            i += 2;
        } else {
            ++reading.invalid;
            ++i;
        }
    }
    return reading;
}

/// Common = a letter with an accent, or a typographic sign, that stands alone or in a pair beside ASCII
/// letters, blanks or digits, as in European words; Chinese bytes come in long runs.
Reading readAsWindows1252(std::string_view text) {
    Reading reading;
    for (std::size_t i = 0; i < text.size();) {
        if (byteAt(text, i) < 0x80) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && byteAt(text, end) >= 0x80)
            ++end;
        const bool beside = (i > 0 && isAsciiLetter(byteAt(text, i - 1)))
                            || (end < text.size() && isAsciiLetter(byteAt(text, end)));
        for (std::size_t k = i; k < end; ++k) {
            const Byte c = byteAt(text, k);
            const bool undefined = c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;
            const bool letter = c >= 0xC0 && c != 0xD7 && c != 0xF7;
            const bool sign = c == 0x80 || (c >= 0x91 && c <= 0x97) || c == 0xA3 || c == 0xA7 || c == 0xB0
                              || c == 0xB1 || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0x8A || c == 0x9A
                              || c == 0x8C || c == 0x9C;
            reading.characters += undefined ? 0 : 1;
            reading.invalid += undefined ? 1 : 0;
            reading.common += end - i <= 2 && ((letter && beside) || sign) ? 1 : 0;
        }
        i = end;
    }
    return reading;
}

Reading readAsUtf8(std::string_view text, bool complete) {
    Reading reading;
    while (!text.empty()) {
        const std::size_t bad = findInvalidUtf8(text);
        const std::string_view good = text.substr(0, bad);
        for (const char c : good)
            reading.characters += (static_cast<Byte>(c) & 0xC0U) == 0xC0U ? 1 : 0;
        if (bad == std::string_view::npos)
            break;
        if (complete || text.size() - bad > 3)
            ++reading.invalid;
        text.remove_prefix(bad + 1);
    }
    reading.common = reading.characters;
    return reading;
}

/// A file in UTF-8 with a few lines of another origin is UTF-8 still; byte counts would hide that, since a
/// line in another encoding has many bad bytes.
struct Utf8Lines {
    std::size_t all = 0;        ///< lines with bytes beyond ASCII
    std::size_t good = 0;       ///< of these, well-formed with two characters beyond ASCII or more
    std::size_t characters = 0; ///< beyond ASCII, in the good ones
};

Utf8Lines countUtf8Lines(std::string_view text) {
    Utf8Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (std::none_of(line.begin(), line.end(), [](char c) { return static_cast<Byte>(c) >= 0x80; }))
            continue;
        ++lines.all;
        const Reading reading = readAsUtf8(line, true);
        if (reading.invalid > 0 || reading.characters < 2)
            continue;
        ++lines.good;
        lines.characters += reading.characters;
    }
    return lines;
}

std::string uchardetName(std::string_view text) {
    struct Free {
        void operator()(uchardet_t detector) const { uchardet_delete(detector); }
    };
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Free> detector(uchardet_new());
    const std::size_t size = std::min<std::size_t>(text.size(), 64U << 10U);
    if (uchardet_handle_data(detector.get(), text.data(), size) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// UTF-16 without a mark: ASCII characters (at least the delimiters and line ends) leave zero bytes on one
/// side only.
std::optional<EncodingGuess> guessUtf16(std::string_view head) {
    std::array<std::size_t, 2> zeros{};
    const std::size_t size = std::min<std::size_t>(head.size(), 64U << 10U) & ~std::size_t{1};
    for (std::size_t i = 0; i < size; ++i)
        zeros[i & 1U] += head[i] == '\0' ? 1 : 0;
    const std::size_t pairs = size / 2;
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        if (zeros[side] >= 4 && zeros[side] * 20 >= pairs && zeros[1 - side] * 200 <= zeros[side])
            return EncodingGuess{
                side == 1 ? Encoding::Utf16Le : Encoding::Utf16Be, 0, 0.9,
                format("zero bytes on one side of {} % of the byte pairs", zeros[side] * 100 / pairs)};
    }
    return std::nullopt;
}

EncodingGuess guessLegacy(std::string_view text, bool complete) {
    struct Candidate {
        Encoding encoding;
        Reading reading;
    };
    std::array<Candidate, 4> candidates{{{Encoding::Gb18030, readAsGb18030(text, complete)},
                                         {Encoding::Windows1252, readAsWindows1252(text)},
                                         {Encoding::Big5, readAsBig5(text, complete)},
                                         {Encoding::Utf8, readAsUtf8(text, complete)}}};
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.reading.score() > b.reading.score();
    });
    const std::string second = uchardetName(text);
    if (candidates[0].reading.score() - candidates[1].reading.score() < 0.15
        && encodingFromName(second) == candidates[1].encoding)
        std::swap(candidates[0], candidates[1]);
    const Reading& best = candidates[0].reading;
    std::string evidence =
        format("read as {}: {} characters beyond ASCII, {} of them usual, {} bytes undecodable; "
               "the next best is {} with {} usual of {} and {} undecodable",
               encodingName(candidates[0].encoding), best.characters, best.common, best.invalid,
               encodingName(candidates[1].encoding), candidates[1].reading.common,
               candidates[1].reading.characters, candidates[1].reading.invalid);
    evidence += format("; uchardet says {}", second.empty() ? "nothing" : second);
    return {candidates[0].encoding, 0, std::clamp(best.score(), 0.1, 0.99), std::move(evidence)};
}

} // namespace

std::string_view encodingName(Encoding encoding) {
    static constexpr std::array<std::string_view, 8> kNames{
        "US-ASCII", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "windows-1252", "ISO-8859-1"};
    return kNames[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> encodingFromName(std::string_view name) {
    std::string key;
    for (const char c : toLowerAscii(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            key.push_back(c);
    }
    static constexpr std::array<std::pair<std::string_view, Encoding>, 26> kKeys{
        {{"usascii", Encoding::Ascii},
         {"ascii", Encoding::Ascii},
         {"utf8", Encoding::Utf8},
         {"utf8bom", Encoding::Utf8},
         {"utf8sig", Encoding::Utf8},
         {"utf16", Encoding::Utf16Le},
         {"utf16le", Encoding::Utf16Le},
         {"ucs2", Encoding::Utf16Le},
         {"utf16be", Encoding::Utf16Be},
         {"gb18030", Encoding::Gb18030},
         {"gbk", Encoding::Gb18030},
         {"gb2312", Encoding::Gb18030},
         {"euccn", Encoding::Gb18030},
         {"cp936", Encoding::Gb18030},
         {"936", Encoding::Gb18030},
         {"windows936", Encoding::Gb18030},
         {"hzgb2312", Encoding::Gb18030},
         {"big5", Encoding::Big5},
         {"big5hkscs", Encoding::Big5},
         {"cp950", Encoding::Big5},
         {"windows1252", Encoding::Windows1252},
         {"cp1252", Encoding::Windows1252},
         {"ansi", Encoding::Windows1252},
         {"iso88591", Encoding::Latin1},
         {"latin1", Encoding::Latin1},
         {"iso885915", Encoding::Windows1252}}};
    for (const auto& [text, encoding] : kKeys) {
        if (text == key)
            return encoding;
    }
    return std::nullopt;
}

EncodingGuess detectEncoding(std::string_view head, bool complete) {
    using namespace std::string_view_literals;
    if (head.starts_with("\xEF\xBB\xBF"sv))
        return {Encoding::Utf8, 3, 1.0, "byte order mark EF BB BF"};
    if (head.starts_with("\xFF\xFE"sv))
        return {Encoding::Utf16Le, 2, 1.0, "byte order mark FF FE"};
    if (head.starts_with("\xFE\xFF"sv))
        return {Encoding::Utf16Be, 2, 1.0, "byte order mark FE FF"};
    if (auto utf16 = guessUtf16(head))
        return *std::move(utf16);
    if (std::none_of(head.begin(), head.end(), [](char c) { return static_cast<Byte>(c) >= 0x80; }))
        return {Encoding::Ascii, 0, 1.0, "no byte above 7F"};
    const Reading utf8 = readAsUtf8(head, complete);
    if (utf8.invalid == 0 && utf8.characters > 0)
        return {Encoding::Utf8, 0, 0.99,
                format("well-formed UTF-8 in {} characters beyond ASCII", utf8.characters)};
    const Utf8Lines lines = countUtf8Lines(head);
    if (lines.characters >= 4 && lines.good * 2 >= lines.all) {
        const double share = static_cast<double>(lines.good) / static_cast<double>(lines.all);
        return {Encoding::Utf8, 0, std::min(0.99, share),
                format("{} of {} lines with bytes above 7F are well-formed UTF-8 ({} characters); "
                       "hardly any text in another encoding is",
                       lines.good, lines.all, lines.characters)};
    }
    return guessLegacy(head, complete);
}

std::optional<std::string> toUtf8(std::string_view bytes, Encoding encoding) {
    const std::string name(encodingName(encoding));
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    if (converter == iconv_t(-1)) // NOLINT(performance-no-int-to-ptr): POSIX defines it so
        return std::nullopt;
    std::string in(bytes);
    std::string out(bytes.size() * 3 + 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t inLeft = in.size();
    std::size_t outLeft = out.size();
    const std::size_t code = iconv(converter, &from, &inLeft, &to, &outLeft);
    (void)iconv_close(converter);
    if (code == static_cast<std::size_t>(-1) || inLeft > 0)
        return std::nullopt;
    out.resize(out.size() - outLeft);
    return out;
}

std::optional<Encoding> otherEncoding(std::string_view line) {
    constexpr double kPlausible = 0.8;
    // The shape of the bytes is not all: some pairs of the right shape are no characters.
    const auto reads = [line](const Reading& reading, Encoding encoding) {
        return reading.invalid == 0 && reading.score() >= kPlausible && toUtf8(line, encoding).has_value();
    };
    if (reads(readAsGb18030(line, true), Encoding::Gb18030))
        return Encoding::Gb18030;
    if (reads(readAsWindows1252(line), Encoding::Windows1252))
        return Encoding::Windows1252;
    if (reads(readAsBig5(line, true), Encoding::Big5))
        return Encoding::Big5;
    return std::nullopt;
}

} // namespace mangrove::io
