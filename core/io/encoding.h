// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::io {

/// How the bytes of a text file stand for characters. Ascii is a result of detection only: every byte below
/// 0x80, so that the file reads the same under all the others but UTF-16.
enum class Encoding : std::uint8_t { Ascii, Utf8, Utf16Le, Utf16Be, Gb18030, Big5, Windows1252, Latin1 };

/// "UTF-8", "GB18030"…: the IANA name, as shown and as stored.
[[nodiscard]] std::string_view encodingName(Encoding encoding);
/// Accepts the usual spellings in any case ("utf8", "GBK", "gb2312", "cp936", "latin1"…). GBK and GB2312 read
/// as GB18030, which contains them.
[[nodiscard]] std::optional<Encoding> encodingFromName(std::string_view name);

/// What was found and why.
struct EncodingGuess {
    Encoding encoding = Encoding::Ascii;
    std::uint32_t bomBytes = 0; ///< length of the byte order mark to skip
    double confidence = 1.0;    ///< 0…1; under 0.8 a reader warns
    std::string evidence;       ///< English, for people: "valid UTF-8 in 214 multi-byte characters"
};

/// Judges the first bytes of a file: byte order mark, UTF-16 by its zero bytes, validity as UTF-8, then the
/// legacy candidates by decoding and by how plausible the decoded characters are (common hanzi against rare
/// ones, letters against symbols); uchardet breaks ties. `complete` = `head` is the whole file; otherwise a
/// character cut off at the end is no fault.
[[nodiscard]] EncodingGuess detectEncoding(std::string_view head, bool complete);

/// A short text in UTF-8; nullopt where a byte of it is no character. Not for Ascii.
[[nodiscard]] std::optional<std::string> toUtf8(std::string_view bytes, Encoding encoding);

/// For one line of a file in UTF-8 that is not well-formed: the legacy encoding in which all of it reads, and
/// reads plausibly; nullopt where none does.
[[nodiscard]] std::optional<Encoding> otherEncoding(std::string_view line);

} // namespace mangrove::io
