// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/transform.h"

#include <nlohmann/json.hpp>

#include <array>

namespace mangrove::deid {

namespace {

using Parameter = TransformParameter;

constexpr std::string_view kDomainMeaning =
    "name of the value domain; same key, recipient and domain: same result in every table (default: the "
    "column's name)";
constexpr Parameter kDomain{"domain", "text", kDomainMeaning};
constexpr Parameter kPerson{"person", "text", "column that tells persons apart"};
constexpr Parameter kDays{"days", "integer", "offset is up to so many days either way, never 0; kept secret"};
constexpr Parameter kLower{"min", "number", "lower bound"};
constexpr Parameter kUpper{"max", "number", "upper bound"};

constexpr std::array kSuppressParameters{Parameter{
    "mode", "remove|empty", "the column leaves the file, or its cells are emptied (default: remove)"}};
constexpr std::array kMaskParameters{
    Parameter{"keepFirst", "integer", "characters left at the start (default 0)"},
    Parameter{"keepLast", "integer", "characters left at the end (default 0)"},
    Parameter{"pattern", "text", "instead: # keeps, * hides, other characters must stand there"},
    Parameter{"hide", "all|digits|letters-digits", "which characters between are hidden (default: all)"},
    Parameter{"with", "text", "mask character (default *)"}};
constexpr std::array kPseudonymParameters{
    kDomain, Parameter{"hash", "sha256|sm3", "hash of the HMAC (default sha256)"},
    Parameter{"reversible", "boolean", "keep a sealed code index for the custodian (default false)"}};
constexpr std::array kDateShiftParameters{
    kPerson, kDays,
    Parameter{"domain", "text", "name of the persons' domain (default: the person column's name)"}};
constexpr std::array kEncryptParameters{
    Parameter{"format", "digits|letters|letters-digits|upper-digits|custom|cn-resident-id",
              "characters that are encrypted; others keep their places (default: digits)"},
    Parameter{"alphabet", "text", "characters of the format custom"},
    Parameter{"keepFirst", "integer", "characters of the alphabet left at the start (default 0)"},
    Parameter{"keepLast", "integer", "characters of the alphabet left at the end (default 0)"}, kDomain};
constexpr std::array kSurrogateParameters{
    Parameter{"kind", "cn-name|en-name|cn-resident-id|cn-mobile|email", "what is made up"}, kDomain};
constexpr std::array kBinParameters{
    Parameter{"width", "number", "bins of equal width…"},
    Parameter{"origin", "number", "…counted from here (default 0)"},
    Parameter{"edges", "list of numbers", "or bins between these, ascending"},
    Parameter{"quantiles", "integer", "or so many equally full bins: their edges tell of the distribution"}};
constexpr std::array kLimitParameters{
    Parameter{"min", "number", "values at or below become one group"},
    Parameter{"max", "number", "values at or above become one group"},
    Parameter{"as", "label|bound", "what they become: \"<=0\" and \">=90\", or the bound (default: label)"}};
constexpr std::array kRoundParameters{Parameter{"to", "number", "multiples of this"}};
constexpr std::array kTruncateParameters{
    Parameter{"unit", "year|half-year|quarter|month|week", "what is left of a date"}};
constexpr std::array kNoiseParameters{
    Parameter{"shape", "laplace|uniform", "distribution of the amount (default: laplace)"},
    Parameter{"scale", "number", "mean absolute amount, or largest amount of uniform"}, kLower, kUpper,
    kDomain};
constexpr std::array kMicroParameters{
    Parameter{"k", "integer", "rows a group has at least"},
    Parameter{"average", "mean|median|mode", "what replaces a value (default: mean)"},
    Parameter{"group", "text", "columns of one group are grouped together (default: the column alone)"}};
constexpr std::array kPermuteParameters{
    Parameter{"group", "text", "columns of one group change places together (default: the column alone)"}};
constexpr std::array kSuppressCellsParameters{
    Parameter{"values", "list of texts", "cells that are emptied"},
    Parameter{"min", "number", "numbers below are emptied"},
    Parameter{"max", "number", "numbers above are emptied"},
    Parameter{"fewerThan", "integer", "values that stand in fewer rows are emptied"}};
constexpr std::array kRedactParameters{
    Parameter{"with", "tag|surrogate|shift-dates", "what replaces a finding (default: tag)"},
    Parameter{"language", "zh|en", "of the tags (default: zh)"}, kPerson, kDays, kDomain};

constexpr std::array kInfos{
    TransformInfo{TransformType::Keep, "keep", Reversibility::Unchanged, "anybody: it is the original",
                  "Nothing is lost; the column identifies as much as before."},
    TransformInfo{TransformType::Suppress, "suppress", Reversibility::Nobody, "nobody",
                  "The column can no longer be analysed.", false, false, false, kSuppressParameters},
    TransformInfo{TransformType::Mask, "mask", Reversibility::Partly,
                  "nobody, but the visible ends narrow it down",
                  "Length and the visible ends remain; equal values may no longer be told apart.", false,
                  false, false, kMaskParameters},
    TransformInfo{
        TransformType::Pseudonym, "pseudonym", Reversibility::KeyHolder,
        "holder of the pseudonym key, by trying known values",
        "Equal values stay equal, also across linked tables of one recipient; their content is gone.", true,
        false, false, kPseudonymParameters},
    TransformInfo{TransformType::Generalise, "generalise", Reversibility::Partly,
                  "nobody, but the group narrows it down",
                  "Counts per group stay exact; differences inside a group are gone."},
    TransformInfo{TransformType::DateShift, "date-shift", Reversibility::KeyHolder,
                  "holder of the date-shift key who knows the person",
                  "Intervals between a person's dates stay exact; season, weekday and calendar order between "
                  "persons are blurred.",
                  true, false, false, kDateShiftParameters},
    TransformInfo{TransformType::Encrypt, "encrypt", Reversibility::KeyHolder, "holder of the pseudonym key",
                  "Equal values stay equal and the form stays (length, alphabet, places kept); content and "
                  "order are gone. A code may by chance be somebody's real number.",
                  true, false, false, kEncryptParameters},
    TransformInfo{TransformType::Surrogate, "surrogate", Reversibility::KeyHolder,
                  "holder of the pseudonym key, by trying known values",
                  "Looks real and is nobody's; equal values stay equal, different ones may meet. Content and "
                  "distribution are gone.",
                  true, false, false, kSurrogateParameters},
    TransformInfo{TransformType::Bin, "bin", Reversibility::Partly,
                  "nobody, but the interval narrows it down",
                  "Counts per interval and their order stay exact; differences inside an interval are gone.",
                  false, true, false, kBinParameters},
    TransformInfo{TransformType::Limit, "limit", Reversibility::Partly,
                  "anybody inside the bounds; beyond them nobody",
                  "Values inside the bounds stay exact; extremes become one group, so means and variances "
                  "change.",
                  false, false, false, kLimitParameters},
    TransformInfo{TransformType::Round, "round", Reversibility::Partly,
                  "nobody, but the multiple narrows it down",
                  "Means stay about right; differences below the multiple are gone.", false, false, false,
                  kRoundParameters},
    TransformInfo{TransformType::TruncateDate, "truncate-date", Reversibility::Partly,
                  "nobody, but the period narrows it down",
                  "Counts by period and their order stay exact; intervals are only as exact as the period.",
                  false, false, false, kTruncateParameters},
    TransformInfo{TransformType::Noise, "noise", Reversibility::KeyHolder,
                  "holder of the pseudonym key who knows the row's number",
                  "Sums and means stay about right; single values and extremes are wrong by a random amount.",
                  true, false, false, kNoiseParameters},
    TransformInfo{TransformType::MicroAggregate, "micro-aggregate", Reversibility::Nobody, "nobody",
                  "Every combination stands in at least k rows; means stay, variances shrink.", false, true,
                  true, kMicroParameters},
    TransformInfo{TransformType::Permute, "permute", Reversibility::KeyHolder,
                  "holder of the pseudonym key who has the rows in order",
                  "The column's own distribution stays exact; its relation to all other columns is gone.",
                  true, true, true, kPermuteParameters},
    TransformInfo{TransformType::SuppressCells, "suppress-cells", Reversibility::Partly,
                  "anybody where a cell is left; nobody where it is emptied",
                  "Cells left stay exact and identify as before; what is missing is no longer missing at "
                  "random.",
                  false, true, false, kSuppressCellsParameters},
    TransformInfo{
        TransformType::RedactText, "redact-text", Reversibility::Partly,
        "nobody what was replaced; the rest of the text is unchanged",
        "The text stays readable without the identifiers that were found; those missed are still in "
        "it.",
        true, false, false, kRedactParameters},
};

std::string_view wordOf(Reversibility reversibility) {
    static constexpr std::array<std::string_view, 4> kWords{"unchanged", "nobody", "key-holder", "partly"};
    return kWords[static_cast<std::size_t>(reversibility)];
}

} // namespace

std::span<const TransformInfo> transformInfos() {
    return kInfos;
}

const TransformInfo& describe(TransformType type) {
    return kInfos[static_cast<std::size_t>(type)];
}

std::optional<TransformType> transformFromName(std::string_view name) {
    for (const TransformInfo& info : kInfos) {
        if (info.name == name)
            return info.type;
    }
    return std::nullopt;
}

std::string transformInfosJson() {
    using Tree = nlohmann::ordered_json;
    Tree list = Tree::array();
    for (const TransformInfo& info : kInfos) {
        Tree tree{{"name", info.name},
                  {"reversibility", wordOf(info.reversibility)},
                  {"reversibleBy", info.reversibleBy},
                  {"effect", info.effect},
                  {"needsKey", info.needsKey},
                  {"wholeTable", info.wholeTable},
                  {"memoryPerRow", info.memoryPerRow}};
        tree["parameters"] = Tree::array();
        for (const TransformParameter& parameter : info.parameters)
            tree["parameters"].push_back(
                Tree{{"name", parameter.name}, {"type", parameter.type}, {"meaning", parameter.meaning}});
        list.push_back(std::move(tree));
    }
    return list.dump();
}

bool needsKey(const Transform& transform) {
    if (transform.type == TransformType::RedactText)
        return transform.replacement != TextReplacement::Tag;
    return describe(transform.type).needsKey;
}

bool needsSurvey(const Transform& transform) {
    switch (transform.type) {
    case TransformType::MicroAggregate:
    case TransformType::Permute:
        return true;
    case TransformType::Bin:
        return transform.bin.quantiles > 0;
    case TransformType::SuppressCells:
        return transform.size > 0;
    default:
        return false;
    }
}

} // namespace mangrove::deid
