// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "io/encoding.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// What becomes of a row whose number of fields is not that of the header. It is reported in every case.
enum class RaggedPolicy : std::uint8_t {
    Reject, ///< the row is refused and counted; cells are never shifted
    Pad,    ///< a short row is filled up with nulls at its end; a long one is refused
    Fail    ///< the first such row is an error (csv-ragged-row)
};
/// "reject", "pad", "fail": as on the command line and as stored.
[[nodiscard]] std::string_view raggedPolicyName(RaggedPolicy policy);
[[nodiscard]] std::optional<RaggedPolicy> raggedPolicyFromName(std::string_view name);

/// Asks a person for the password of a database; called at most once for a connection.
using AskPassword = std::function<Result<crypto::SecretText>()>;

/// How a quote is written inside quotes.
enum class QuoteEscape : std::uint8_t {
    Doubled,  ///< "" (RFC 4180)
    Backslash ///< \" and \\ (MySQL, R, Hive); "" as well
};
/// "doubled", "backslash".
[[nodiscard]] std::string_view quoteEscapeName(QuoteEscape escape);
[[nodiscard]] std::optional<QuoteEscape> quoteEscapeFromName(std::string_view name);

/// What becomes of a line of totals: a row whose first filled cell (of the first three) is a word such as
/// 合计, 小计 or Total and whose other filled cells are all numbers. It is reported in every case.
enum class TotalsPolicy : std::uint8_t {
    Keep,    ///< it is a row like any other
    LeaveOut ///< it is not read, and counts among the refused
};
/// "keep", "leave-out".
[[nodiscard]] std::string_view totalsPolicyName(TotalsPolicy policy);
[[nodiscard]] std::optional<TotalsPolicy> totalsPolicyFromName(std::string_view name);

/// How to read a table. Everything that is not given is sniffed and reported in SourceInfo.
struct ReadOptions {
    std::optional<char> delimiter; ///< one ASCII character, no quote, CR or LF
    std::optional<QuoteEscape> quoteEscape;
    std::optional<Encoding> encoding;
    std::optional<bool> header;
    /// Physical lines above the header (titles, remarks); 0 = none, so that none is looked for.
    std::optional<std::uint32_t> skipLines;
    /// Words that mean "missing". Empty = the candidates found in the head of the file ('?', NULL, NA, \N…).
    /// An empty cell without quotes is always missing. Words are compared as a whole, case-sensitively.
    std::vector<std::string> nullWords;
    std::optional<std::string> sheet; ///< sheet of a workbook
    std::optional<std::string> table; ///< member of an archive, table of a database, type of FHIR resource
    std::optional<std::string> query; ///< of a database, in its SQL, instead of a table
    AskPassword askPassword; ///< where the database wants one and nobody left it; empty = that is an error
    RaggedPolicy ragged = RaggedPolicy::Reject;
    TotalsPolicy totals = TotalsPolicy::Keep;
    /// Where the records that do not become rows are written to, with line and reason (see RejectsFile);
    /// replaces a file of that name. Not given = nowhere. Holds cell values: it is as sensitive as the
    /// source.
    std::optional<std::filesystem::path> rejects;
    std::uint64_t maxCellBytes = 16ULL
                                 << 20U; ///< a longer cell is refused (csv-cell-too-large); at most 512 MiB
    std::uint32_t maxColumns = 100'000;
    /// Limits against decompression bombs (archive-expands-too-much): the bytes that a compressed source may
    /// become, and how many times its own size, the latter only beyond 256 MiB.
    std::uint64_t maxExpandedBytes = 1ULL << 40U;
    std::uint32_t maxExpansion = 500;
    /// Bytes of text that are parsed in one piece; 16 to 64 MiB. For measuring and for tests: the rows are
    /// the same.
    std::uint32_t blockBytes = 1U << 20U;

    /// kBadOption where a value is out of its range.
    [[nodiscard]] Status validate() const;
};

} // namespace mangrove::io
