// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/binning.h"
#include "deid/cell_suppression.h"
#include "deid/date_truncation.h"
#include "deid/format_cipher.h"
#include "deid/mask.h"
#include "deid/micro_aggregation.h"
#include "deid/noise.h"
#include "deid/number_coding.h"
#include "deid/pseudonym.h"
#include "deid/surrogate.h"
#include "deid/text_redaction.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// What is done to the cells of one column.
enum class TransformType : std::uint8_t {
    Keep,           ///< unchanged
    Suppress,       ///< the column leaves the file, or its cells are emptied
    Mask,           ///< some code points become the mask character (mask.h)
    Pseudonym,      ///< "P-" and 16 characters out of a keyed HMAC (pseudonym.h)
    Generalise,     ///< replaced by the hierarchy's value at a level
    DateShift,      ///< moved by the person's secret number of days
    Encrypt,        ///< format-preserving encryption (format_cipher.h)
    Surrogate,      ///< a made-up name or number that is nobody's (surrogate.h)
    Bin,            ///< replaced by the interval it lies in (binning.h)
    Limit,          ///< top and bottom coding (number_coding.h)
    Round,          ///< rounded to a multiple (number_coding.h)
    TruncateDate,   ///< year, half-year, quarter, month or week of a date (date_truncation.h)
    Noise,          ///< a keyed random amount added (noise.h)
    MicroAggregate, ///< replaced by the average of a group of similar rows (micro_aggregation.h)
    Permute,        ///< the column's cells change places
    SuppressCells,  ///< single cells emptied by rule (cell_suppression.h)
    RedactText      ///< identifiers found in free text replaced (text_redaction.h)
};

/// Whether, and by whom, the original can be had back from a transformed cell.
enum class Reversibility : std::uint8_t {
    Unchanged, ///< the cell is the original
    Nobody,    ///< the information is gone
    KeyHolder, ///< whoever holds the recipe's key (a keyed pseudonym: by trying known values)
    Partly     ///< nobody from the cell alone; what is left in it narrows the original down
};

/// A parameter as recipes write it.
struct TransformParameter {
    std::string_view name;
    std::string_view type;    ///< "integer", "number", "text", "list of numbers", or the words allowed: "a|b"
    std::string_view meaning; ///< English, with the default
};

/// The facts about a transform that screens and reports show beside it.
struct TransformInfo {
    TransformType type;
    std::string_view name; ///< "date-shift": the word of recipes and reports
    Reversibility reversibility;
    std::string_view reversibleBy; ///< "nobody", "holder of the pseudonym key", …
    std::string_view effect;       ///< one English sentence: what is lost and what is kept for analysis
    bool needsKey = false;         ///< results hang on the organisation's key and on the recipient
    bool wholeTable = false;       ///< looks at the whole column first
    bool memoryPerRow = false;     ///< memory grows with rows (4 to 8 bytes a cell), not with distinct values
    std::span<const TransformParameter> parameters{};
};

/// All transforms, in the order of the enum.
[[nodiscard]] std::span<const TransformInfo> transformInfos();
[[nodiscard]] const TransformInfo& describe(TransformType type);
[[nodiscard]] std::optional<TransformType> transformFromName(std::string_view name);
/// The same as JSON: [{"name","reversibility","reversibleBy","effect","needsKey","wholeTable","memoryPerRow",
/// "parameters":[{"name","type","meaning"}]}].
[[nodiscard]] std::string transformInfosJson();

/// What Suppress leaves behind.
enum class SuppressMode : std::uint8_t { Remove, Empty };

/// A transform with its parameters. Only those of its type count; the others stay at their defaults.
struct Transform {
    TransformType type = TransformType::Keep;
    SuppressMode suppressMode = SuppressMode::Remove;
    std::uint32_t keepFirst = 0; ///< mask, encrypt: code points left at the start
    std::uint32_t keepLast = 0;  ///< mask, encrypt: code points left at the end
    std::string maskWith = "*";  ///< mask: one code point
    std::string pattern;         ///< mask: see mask.h; "" = by keepFirst and keepLast
    MaskHide hide = MaskHide::All;
    /// pseudonym, encrypt, surrogate, noise, permute, date-shift, redact-text: the name of the value domain.
    /// Same key, recipient and domain: same pseudonym, and the same offset per person, in every table. Empty
    /// = the column's (date-shift and redact-text: the person column's) name.
    std::string domain;
    std::string person; ///< date-shift, redact-text: the column that tells persons apart (its raw values)
    /// date-shift, redact-text: offset is uniform in ±1…±rangeDays, never 0. Secret (39725 10.2 f)
    std::uint32_t rangeDays = 0;
    crypto::HmacHash hash = crypto::HmacHash::Sha256; ///< pseudonym
    bool reversible = false;                          ///< pseudonym: keep a code index for the custodian
    CipherFormat format;                              ///< encrypt
    SurrogateKind surrogate = SurrogateKind::ChineseName;
    Binning bin;
    std::optional<double> lower, upper; ///< limit, noise (bounds of the result), suppress-cells (outside)
    bool labelled = true;               ///< limit: "<=0", ">=90" instead of the bound itself
    double step = 0;                    ///< round: multiples of it; noise: its scale
    DateUnit unit = DateUnit::Month;
    NoiseShape noise = NoiseShape::Laplace;
    std::string group;      ///< micro-aggregate, permute: columns of one group are treated together
    std::uint32_t size = 0; ///< micro-aggregate: rows a group has at least; suppress-cells: rarer ones go
    Average average = Average::Mean;
    std::vector<std::string> values; ///< suppress-cells
    TextReplacement replacement = TextReplacement::Tag;
    TagLanguage language = TagLanguage::Chinese;

    friend bool operator==(const Transform&, const Transform&) = default;
};

/// Whether the transform uses a key: those of its kind, and a redact-text with surrogates or shifted dates.
[[nodiscard]] bool needsKey(const Transform& transform);
/// Whether it can only be made when the whole table has been looked at: quantile bins, rare cells, groups.
[[nodiscard]] bool needsSurvey(const Transform& transform);

/// "" or what is wrong with the transform of a column: "a mask that is not exactly one character".
[[nodiscard]] std::string flawOf(const Transform& transform, const std::string& column);

} // namespace mangrove::deid
