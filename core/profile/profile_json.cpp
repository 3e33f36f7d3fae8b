// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_json.h"

#include "profile/errors.h"
#include "profile/parsed_value.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace mangrove::profile {

namespace {

using Json = nlohmann::ordered_json;

/// Numbers stay numbers; times become text.
Json orderedValue(double value, ValueType type) {
    switch (type) {
    case ValueType::Date:
        return dateText(static_cast<std::int64_t>(value));
    case ValueType::DateTime:
        return dateTimeText(static_cast<std::int64_t>(value));
    case ValueType::Time:
        return value >= 86'400 ? "24:00:00" : timeText(static_cast<std::int64_t>(value));
    case ValueType::Integer:
        if (std::abs(value) < 9e15 && value == std::floor(value))
            return static_cast<std::int64_t>(value);
        return value;
    default:
        return value;
    }
}

template<typename T>
Json optionalValue(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json sourceToJson(const io::SourceInfo& source) {
    return {{"bytes", source.bytes},
            {"sha256", source.sha256},
            {"format", source.format},
            {"member", source.member},
            {"encoding", source.encoding},
            {"encodingEvidence", source.encodingEvidence},
            {"delimiter", source.delimiter},
            {"quote", source.quote},
            {"header", source.header},
            {"headerEvidence", source.headerEvidence},
            {"delimiterEvidence", source.delimiterEvidence},
            {"backslashEscapes", source.backslashEscapes},
            {"titleLines", source.titleLines},
            {"titleEvidence", source.titleEvidence},
            {"nullWords", source.nullWords}};
}

Json columnToJson(const ColumnProfile& column, const JsonStyle& style) {
    Json json{{"name", column.name},
              {"type", valueTypeName(column.type)},
              {"nulls", column.nulls},
              {"distinct", column.distinct},
              {"distinctExact", column.distinctExact},
              {"distinctError", column.distinctError},
              {"disagreeing", column.disagreeing}};
    const bool empty = column.type == ValueType::Empty;
    json["min"] = empty ? Json(nullptr) : Json(column.min);
    json["max"] = empty ? Json(nullptr) : Json(column.max);
    json["mean"] = optionalValue(column.mean);
    json["stddev"] = optionalValue(column.stddev);
    json["quantiles"] = nullptr;
    if (column.quantiles)
        json["quantiles"] = {{"p25", orderedValue(column.quantiles->p25, column.type)},
                             {"p50", orderedValue(column.quantiles->p50, column.type)},
                             {"p75", orderedValue(column.quantiles->p75, column.type)}};
    json["quantilesExact"] = column.quantilesExact;
    json["minLength"] = column.minLength;
    json["maxLength"] = column.maxLength;
    json["top"] = Json::array();
    for (const ValueCount& item : column.top) {
        if (item.count >= style.minCellCount)
            json["top"].push_back({{"value", item.value}, {"count", item.count}});
    }
    json["topExact"] = column.topExact;
    json["histogram"] = Json::array();
    for (const HistogramBin& bin : column.histogram)
        json["histogram"].push_back({{"from", orderedValue(bin.from, column.type)},
                                     {"to", orderedValue(bin.to, column.type)},
                                     {"count", bin.count}});
    json["patterns"] = Json::array();
    for (const PatternCount& item : column.patterns)
        json["patterns"].push_back({{"pattern", item.pattern}, {"count", item.count}});
    json["votes"] = Json::array();
    for (const TypeVote& vote : column.votes)
        json["votes"].push_back({{"type", valueTypeName(vote.type)}, {"count", vote.count}});
    json["blankEdges"] = column.blankEdges;
    json["fullWidth"] = column.fullWidth;
    json["emptyTexts"] = column.emptyTexts;
    json["quantileError"] = column.quantileError;
    json["nullWords"] = Json::array();
    for (const ValueCount& item : column.nullWords)
        json["nullWords"].push_back({{"value", item.value}, {"count", item.count}});
    json["nullLike"] = column.nullLike;
    json["mojibake"] = column.mojibake;
    json["candidateKey"] = candidateKeyName(column.candidateKey);
    json["dateRange"] = nullptr;
    if (!column.earliest.empty())
        json["dateRange"] = {{"from", column.earliest}, {"to", column.latest}};
    return json;
}

/// Reads typed members and remembers the first that is missing or of another type: nothing here throws.
class Reader {
public:
    void text(const Json& json, const char* key, std::string& to) {
        if (const Json* value = find(json, key, &Json::is_string))
            to = value->get<std::string>();
    }
    void flag(const Json& json, const char* key, bool& to) {
        if (const Json* value = find(json, key, &Json::is_boolean))
            to = value->get<bool>();
    }
    void count(const Json& json, const char* key, std::uint64_t& to) {
        if (const Json* value = find(json, key, &Json::is_number_unsigned))
            to = value->get<std::uint64_t>();
    }
    void number(const Json& json, const char* key, std::optional<double>& to) {
        const auto value = json.find(key);
        if (value != json.end() && value->is_number())
            to = value->get<double>();
        else if (value == json.end() || !value->is_null())
            fail(key);
    }
    void ordered(const Json& json, const char* key, double& to) {
        const auto value = json.find(key);
        if (value != json.end() && value->is_number()) {
            to = value->get<double>();
            return;
        }
        if (value == json.end() || !value->is_string()) {
            fail(key);
            return;
        }
        const auto text = value->get<std::string>();
        const ParsedValue parsed = parseValue(text);
        if (parsed.is(ParsedValue::kYmd))
            to = static_cast<double>(parsed.ymd);
        else if (parsed.is(ParsedValue::kTime))
            to = static_cast<double>(parsed.time);
        else if (text == "24:00:00")
            to = 86'400;
        else
            fail(key);
    }
    void type(const Json& json, const char* key, ValueType& to) {
        std::string name;
        text(json, key, name);
        if (const auto known = valueTypeFromName(name))
            to = *known;
        else
            fail(key);
    }
    /// The elements of an array of objects; none where it is something else.
    std::vector<Json> objects(const Json& json, const char* key) {
        const Json* array = find(json, key, &Json::is_array);
        if (array == nullptr)
            return {};
        for (const Json& element : *array) {
            if (!element.is_object()) {
                fail(key);
                return {};
            }
        }
        return array->get<std::vector<Json>>();
    }
    void fail(const char* key) {
        if (m_fault.empty())
            m_fault = key;
    }
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    const Json* find(const Json& json, const char* key, bool (Json::*is)() const noexcept) {
        const auto value = json.find(key);
        if (value == json.end() || !((*value).*is)()) {
            fail(key);
            return nullptr;
        }
        return &*value;
    }
    std::string m_fault;
};

void readSource(Reader& in, const Json& json, io::SourceInfo& source) {
    in.count(json, "bytes", source.bytes);
    in.text(json, "sha256", source.sha256);
    in.text(json, "format", source.format);
    in.text(json, "member", source.member);
    in.text(json, "encoding", source.encoding);
    in.text(json, "encodingEvidence", source.encodingEvidence);
    in.text(json, "delimiter", source.delimiter);
    in.text(json, "quote", source.quote);
    in.flag(json, "header", source.header);
    in.text(json, "headerEvidence", source.headerEvidence);
    in.text(json, "delimiterEvidence", source.delimiterEvidence);
    in.flag(json, "backslashEscapes", source.backslashEscapes);
    in.count(json, "titleLines", source.titleLines);
    in.text(json, "titleEvidence", source.titleEvidence);
    const auto words = json.find("nullWords");
    if (words == json.end() || !words->is_array())
        return in.fail("nullWords");
    for (const Json& word : *words) {
        if (!word.is_string())
            return in.fail("nullWords");
        source.nullWords.push_back(word.get<std::string>());
    }
}

/// Facts that profiles of the first version do not have.
void readLaterFacts(Reader& in, const Json& json, ColumnProfile& column) {
    if (!json.contains("quantileError"))
        return;
    std::optional<double> error;
    in.number(json, "quantileError", error);
    column.quantileError = error.value_or(0);
    for (const Json& item : in.objects(json, "nullWords")) {
        in.text(item, "value", column.nullWords.emplace_back().value);
        in.count(item, "count", column.nullWords.back().count);
    }
    in.count(json, "nullLike", column.nullLike);
    in.count(json, "mojibake", column.mojibake);
    std::string key;
    in.text(json, "candidateKey", key);
    if (const auto known = candidateKeyFromName(key))
        column.candidateKey = *known;
    else
        in.fail("candidateKey");
    const auto range = json.find("dateRange");
    if (range != json.end() && range->is_object()) {
        in.text(*range, "from", column.earliest);
        in.text(*range, "to", column.latest);
    }
}

ColumnProfile readColumn(Reader& in, const Json& json) {
    ColumnProfile column;
    in.text(json, "name", column.name);
    in.type(json, "type", column.type);
    in.count(json, "nulls", column.nulls);
    in.count(json, "distinct", column.distinct);
    in.flag(json, "distinctExact", column.distinctExact);
    std::optional<double> distinctError;
    in.number(json, "distinctError", distinctError);
    column.distinctError = distinctError.value_or(0);
    in.count(json, "disagreeing", column.disagreeing);
    if (column.type != ValueType::Empty) {
        in.text(json, "min", column.min);
        in.text(json, "max", column.max);
    }
    in.number(json, "mean", column.mean);
    in.number(json, "stddev", column.stddev);
    const auto quantiles = json.find("quantiles");
    if (quantiles != json.end() && quantiles->is_object()) {
        column.quantiles.emplace();
        in.ordered(*quantiles, "p25", column.quantiles->p25);
        in.ordered(*quantiles, "p50", column.quantiles->p50);
        in.ordered(*quantiles, "p75", column.quantiles->p75);
    }
    in.flag(json, "quantilesExact", column.quantilesExact);
    in.count(json, "minLength", column.minLength);
    in.count(json, "maxLength", column.maxLength);
    for (const Json& item : in.objects(json, "top")) {
        in.text(item, "value", column.top.emplace_back().value);
        in.count(item, "count", column.top.back().count);
    }
    in.flag(json, "topExact", column.topExact);
    for (const Json& item : in.objects(json, "histogram")) {
        HistogramBin& bin = column.histogram.emplace_back();
        in.ordered(item, "from", bin.from);
        in.ordered(item, "to", bin.to);
        in.count(item, "count", bin.count);
    }
    for (const Json& item : in.objects(json, "patterns")) {
        in.text(item, "pattern", column.patterns.emplace_back().pattern);
        in.count(item, "count", column.patterns.back().count);
    }
    for (const Json& item : in.objects(json, "votes")) {
        in.type(item, "type", column.votes.emplace_back().type);
        in.count(item, "count", column.votes.back().count);
    }
    in.count(json, "blankEdges", column.blankEdges);
    in.count(json, "fullWidth", column.fullWidth);
    in.count(json, "emptyTexts", column.emptyTexts);
    readLaterFacts(in, json, column);
    return column;
}

} // namespace

std::string toJson(const TableProfile& profile, const JsonStyle& style) {
    Json json{{"source", sourceToJson(profile.source)},
              {"rows", profile.rows},
              {"rowsRejected", profile.rowsRejected},
              {"warnings", Json::array()},
              {"columns", Json::array()}};
    for (const io::ReadWarning& warning : profile.warnings)
        json["warnings"].push_back(
            {{"code", warning.code}, {"line", warning.line}, {"message", warning.message}});
    for (const ColumnProfile& column : profile.columns)
        json["columns"].push_back(columnToJson(column, style));
    json["complete"] = profile.complete;
    if (profile.duplicateRows)
        json["duplicateRows"] = {{"rows", profile.duplicateRows->rows},
                                 {"contents", profile.duplicateRows->contents},
                                 {"exact", profile.duplicateRows->exact}};
    return json.dump(style.pretty ? 2 : -1);
}

Result<TableProfile> fromJson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return Error(errors::kProfileJsonInvalid, {"it is no JSON object"});
    Reader in;
    TableProfile profile;
    const auto source = json.find("source");
    if (source != json.end() && source->is_object())
        readSource(in, *source, profile.source);
    else
        in.fail("source");
    in.count(json, "rows", profile.rows);
    in.count(json, "rowsRejected", profile.rowsRejected);
    for (const Json& item : in.objects(json, "warnings")) {
        io::ReadWarning& warning = profile.warnings.emplace_back();
        in.text(item, "code", warning.code);
        in.count(item, "line", warning.line);
        in.text(item, "message", warning.message);
    }
    for (const Json& item : in.objects(json, "columns"))
        profile.columns.push_back(readColumn(in, item));
    if (json.contains("complete"))
        in.flag(json, "complete", profile.complete);
    if (const auto duplicates = json.find("duplicateRows"); duplicates != json.end()) {
        DuplicateFacts& facts = profile.duplicateRows.emplace();
        if (duplicates->is_object()) {
            in.count(*duplicates, "rows", facts.rows);
            in.count(*duplicates, "contents", facts.contents);
            in.flag(*duplicates, "exact", facts.exact);
        } else {
            in.fail("duplicateRows");
        }
    }
    if (!in.fault().empty())
        return Error(errors::kProfileJsonInvalid, {"'" + in.fault() + "' is missing or of another type"});
    return profile;
}

} // namespace mangrove::profile
