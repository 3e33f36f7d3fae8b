// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "io/encoding.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::io {

/// What becomes of a row whose number of fields is not that of the header. It is reported in every case.
enum class RaggedPolicy : std::uint8_t {
    Reject, ///< the row is refused and counted; cells are never shifted
    Pad,    ///< a short row is filled up with nulls at its end; a long one is refused
    Fail    ///< the first such row is an error (csv-ragged-row)
};

/// Asks a person for the password of a database; called at most once for a connection.
using AskPassword = std::function<Result<crypto::SecretText>()>;

/// How to read a table. Everything that is not given is sniffed and reported in SourceInfo.
struct ReadOptions {
    std::optional<char> delimiter; ///< one ASCII character, no quote, CR or LF
    std::optional<Encoding> encoding;
    std::optional<bool> header;
    /// Words that mean "missing". Empty = the candidates found in the head of the file ('?', NULL, NA, \N…).
    /// An empty cell without quotes is always missing. Words are compared as a whole, case-sensitively.
    std::vector<std::string> nullWords;
    std::optional<std::string> sheet; ///< sheet of a workbook
    std::optional<std::string> table; ///< member of an archive, table of a database, type of FHIR resource
    std::optional<std::string> query; ///< of a database, in its SQL, instead of a table
    AskPassword askPassword; ///< where the database wants one and nobody left it; empty = that is an error
    std::uint64_t maxCellBytes = 16ULL
                                 << 20U; ///< a longer cell is refused (csv-cell-too-large); at most 512 MiB
    std::uint32_t maxColumns = 100'000;
    RaggedPolicy ragged = RaggedPolicy::Reject;
    /// Bytes of text that are parsed in one piece; 16 to 64 MiB. For measuring and for tests: the rows are
    /// the same.
    std::uint32_t blockBytes = 1U << 20U;

    /// kBadOption where a value is out of its range.
    [[nodiscard]] Status validate() const;
};

} // namespace mangrove::io
