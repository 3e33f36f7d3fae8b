// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/source_info.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// What the values of a column are. Empty = there is none (all missing).
enum class ValueType : std::uint8_t { Empty, Boolean, Integer, Decimal, Date, DateTime, Time, Text };

/// "integer", "datetime"… as in the command line contract.
[[nodiscard]] std::string_view valueTypeName(ValueType type);
[[nodiscard]] std::optional<ValueType> valueTypeFromName(std::string_view name);

struct ValueCount {
    std::string value;
    std::uint64_t count = 0;
    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

struct PatternCount {
    std::string pattern; ///< see patternOf()
    std::uint64_t count = 0;
    friend bool operator==(const PatternCount&, const PatternCount&) = default;
};

/// from <= value < to; the last bin includes its end. Numbers; for Date and DateTime seconds since
/// 1970-01-01, for Time seconds since midnight (JSON shows those as text).
struct HistogramBin {
    double from = 0;
    double to = 0;
    std::uint64_t count = 0;
    friend bool operator==(const HistogramBin&, const HistogramBin&) = default;
};

/// Units as in HistogramBin.
struct Quantiles {
    double p25 = 0;
    double p50 = 0;
    double p75 = 0;
    friend bool operator==(const Quantiles&, const Quantiles&) = default;
};

/// How many values a type would fit.
struct TypeVote {
    ValueType type = ValueType::Text;
    std::uint64_t count = 0;
    friend bool operator==(const TypeVote&, const TypeVote&) = default;
};

/// Whether a column could tell the rows apart. Possible: no value is missing and the estimated number of
/// distinct values is that of the rows within the estimate's error.
enum class CandidateKey : std::uint8_t { No, Possible, Yes };

/// "no", "possible", "yes".
[[nodiscard]] std::string_view candidateKeyName(CandidateKey key);
[[nodiscard]] std::optional<CandidateKey> candidateKeyFromName(std::string_view name);

/// The facts about one column, counted over every row.
struct ColumnProfile {
    std::string name;
    ValueType type = ValueType::Empty;
    std::uint64_t nulls = 0;
    std::uint64_t distinct = 0;    ///< of the values that are not missing
    bool distinctExact = true;     ///< false: HyperLogLog
    double distinctError = 0;      ///< its standard error, relative; 0 = exact, or not known (older profiles)
    std::uint64_t disagreeing = 0; ///< values that do not fit `type`; 0 for Text
    std::vector<TypeVote> votes; ///< types that some value fits, most votes first; Text (all values) left out
    std::string min;             ///< as written in the file: by number, by time, or by code point (Text)
    std::string max;
    std::optional<double> mean;         ///< Integer and Decimal
    std::optional<double> stddev;       ///< of the sample (n - 1); empty under two values
    std::optional<Quantiles> quantiles; ///< numbers and times; the value of rank ceil(p·n), nearest rank
    bool quantilesExact = true;         ///< false: from a sample
    /// The true rank of a sampled quantile is within this share of the values, with 99 % confidence; 0 =
    /// exact (Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant: sqrt(ln(2 / 0.01) / 2n)).
    double quantileError = 0;
    std::uint64_t minLength = 0; ///< code points
    std::uint64_t maxLength = 0;
    std::vector<ValueCount> top; ///< most frequent first, then by value; at most ProfileOptions::topValues
    bool topExact = true;        ///< false: estimated from a sample
    std::vector<HistogramBin> histogram; ///< numbers and times with at least two distinct values
    std::vector<PatternCount>
        patterns;                 ///< most frequent first; empty where the column has too many (free text)
    std::uint64_t blankEdges = 0; ///< values with a leading or trailing blank (also U+3000)
    std::uint64_t fullWidth = 0; ///< values with full-width letters, digits or signs (U+FF01…U+FF5E, U+3000)
    std::uint64_t emptyTexts = 0;      ///< values that are "" in quotes and so not missing
    std::vector<ValueCount> nullWords; ///< words in effect for "missing" that occur here, most frequent first
    std::uint64_t nullLike = 0; ///< values that look like such a word but were read as text (io::NullWords)
    std::uint64_t mojibake = 0; ///< values that look wrongly decoded, see looksWronglyDecoded()
    CandidateKey candidateKey = CandidateKey::No;
    std::string earliest; ///< Date and DateTime: min and max in ISO 8601 whatever the file's way; else empty
    std::string latest;
    friend bool operator==(const ColumnProfile&, const ColumnProfile&) = default;
};

/// Rows that are the same in every column (see DuplicateRows).
struct DuplicateFacts {
    std::uint64_t rows = 0;     ///< that repeat an earlier row
    std::uint64_t contents = 0; ///< that occur more than once
    bool exact = true;          ///< false: estimated from a sample of contents, because of the memory budget
    friend bool operator==(const DuplicateFacts&, const DuplicateFacts&) = default;
};

struct TableProfile {
    io::SourceInfo source;
    std::uint64_t rows = 0;
    std::uint64_t rowsRejected = 0;
    bool complete = true; ///< false: of the first rows only (profileHead); then there is no SHA-256
    std::vector<io::ReadWarning> warnings;
    std::vector<ColumnProfile> columns;
    std::optional<DuplicateFacts> duplicateRows; ///< nullopt in profiles made before they were counted
};

} // namespace mangrove::profile
