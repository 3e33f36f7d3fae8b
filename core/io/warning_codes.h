// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The codes of io::ReadWarning. They are stable: scripts and stored reports rely on them. Of those with a
/// line, each is listed at most 1,000 times per file; the total that follows them counts all.
namespace mangrove::io::warnings {

// With the line they were met on.
inline constexpr const char* kTitleLine = "csv-title-line";   ///< a line above the header was passed over
inline constexpr const char* kRaggedRow = "csv-ragged-row";   ///< a row has too few or too many fields
inline constexpr const char* kTotalsRow = "csv-totals-row";   ///< a row looks like a line of totals
inline constexpr const char* kStrayQuote = "csv-stray-quote"; ///< the first quote of a block out of place
inline constexpr const char* kEmptyName = "csv-empty-name";   ///< a column without a name got one
inline constexpr const char* kDuplicateName = "csv-duplicate-name"; ///< a repeated column name got a number
inline constexpr const char* kUndecodableName =
    "csv-undecodable-name";                                     ///< a name with bytes that are no characters
inline constexpr const char* kUndecodable = "text-undecodable"; ///< one byte, with its offset in the text
inline constexpr const char* kMixedEncoding = "text-mixed-encoding"; ///< a line reads in another encoding
inline constexpr const char* kNulByte = "text-nul-byte";             ///< the first NUL byte of a block

// For the file as a whole (line 0).
inline constexpr const char* kRowsRefused = "csv-rows-refused";
inline constexpr const char* kRowsPadded = "csv-rows-padded";
inline constexpr const char* kTotalsRows = "csv-totals-rows";
inline constexpr const char* kBlankLines = "csv-blank-lines";
inline constexpr const char* kStrayQuotes = "csv-stray-quotes";
inline constexpr const char* kUndecodableTotal = "text-undecodable-total";
inline constexpr const char* kMixedEncodings = "text-mixed-encodings";
inline constexpr const char* kNulBytes = "text-nul-bytes";
inline constexpr const char* kEncodingUncertain = "text-encoding-uncertain"; ///< confidence under 0.8

/// All of them.
inline constexpr std::array<std::string_view, 19> kAll{
    kTitleLine,        kRaggedRow,       kTotalsRow,   kStrayQuote,       kEmptyName,
    kDuplicateName,    kUndecodableName, kUndecodable, kMixedEncoding,    kNulByte,
    kRowsRefused,      kRowsPadded,      kTotalsRows,  kBlankLines,       kStrayQuotes,
    kUndecodableTotal, kMixedEncodings,  kNulBytes,    kEncodingUncertain};

} // namespace mangrove::io::warnings
