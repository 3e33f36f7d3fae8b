// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/quality_json.h"

#include "quality/errors.h"

#include <nlohmann/json.hpp>

namespace mangrove::quality {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json findingJson(const Finding& finding) {
    Json json;
    json["rule"] = finding.ruleId;
    json["type"] = toText(finding.type);
    json["dimension"] = toText(finding.dimension);
    json["severity"] = toText(finding.severity);
    json["column"] = finding.column;
    json["violated"] = finding.violated;
    json["denominator"] = finding.denominator;
    json["share"] = finding.share;
    json["threshold"] = finding.threshold;
    json["status"] = toText(finding.status);
    json["rows"] = Json::array();
    for (const ViolatingRow& row : finding.rows)
        json["rows"].push_back({{"row", row.row}, {"line", row.line}});
    json["message"] = finding.message;
    json["args"] = finding.args;
    return json;
}

template<typename Enum>
bool parseWord(const Json& json, const char* key, Enum last, Enum& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string())
        return false;
    const auto& word = found->get_ref<const std::string&>();
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
        if (word == toText(static_cast<Enum>(i))) {
            value = static_cast<Enum>(i);
            return true;
        }
    }
    return false;
}

bool parseText(const Json& json, const char* key, std::string& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string())
        return false;
    value = found->get<std::string>();
    return true;
}

bool parseCount(const Json& json, const char* key, std::uint64_t& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_unsigned())
        return false;
    value = found->get<std::uint64_t>();
    return true;
}

bool parseNumber(const Json& json, const char* key, double& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number())
        return false;
    value = found->get<double>();
    return true;
}

bool parseRows(const Json& json, std::vector<ViolatingRow>& rows) {
    const auto found = json.find("rows");
    if (found == json.end() || !found->is_array())
        return false;
    for (const Json& item : *found) {
        ViolatingRow row;
        if (!item.is_object() || !parseCount(item, "row", row.row) || !parseCount(item, "line", row.line))
            return false;
        rows.push_back(row);
    }
    return true;
}

bool parseArgs(const Json& json, std::vector<std::string>& args) {
    const auto found = json.find("args");
    if (found == json.end() || !found->is_array())
        return false;
    for (const Json& item : *found) {
        if (!item.is_string())
            return false;
        args.push_back(item.get<std::string>());
    }
    return true;
}

bool parseFinding(const Json& json, Finding& finding) {
    return json.is_object() && parseText(json, "rule", finding.ruleId)
           && parseWord(json, "type", RuleType::Order, finding.type)
           && parseWord(json, "dimension", Dimension::Accessibility, finding.dimension)
           && parseWord(json, "severity", Severity::Error, finding.severity)
           && parseText(json, "column", finding.column) && parseCount(json, "violated", finding.violated)
           && parseCount(json, "denominator", finding.denominator)
           && parseNumber(json, "share", finding.share) && parseNumber(json, "threshold", finding.threshold)
           && parseWord(json, "status", FindingStatus::Error, finding.status) && parseRows(json, finding.rows)
           && parseText(json, "message", finding.message) && parseArgs(json, finding.args);
}

} // namespace

std::string toJson(const QualityReport& report) {
    Json counts;
    for (const FindingStatus status :
         {FindingStatus::Pass, FindingStatus::PassWithViolations, FindingStatus::Fail,
          FindingStatus::NotApplicable, FindingStatus::Error})
        counts[std::string(toText(status))] = report.count(status);
    std::string text = "{\"rows\":" + std::to_string(report.rows) + ",\"passRate\":" + dump(report.passRate())
                       + ",\"counts\":" + dump(counts) + ",\"findings\":[";
    for (std::size_t i = 0; i < report.findings.size(); ++i)
        text += (i == 0 ? "\n  " : ",\n  ") + dump(findingJson(report.findings[i]));
    return text + "\n]}\n";
}

Result<QualityReport> qualityReportFromJson(std::string_view json) {
    const Json tree = Json::parse(json, nullptr, false);
    if (tree.is_discarded() || !tree.is_object())
        return Error(errors::kQualityReportInvalid, {"it is not a JSON object"});
    QualityReport report;
    const auto findings = tree.find("findings");
    if (!parseCount(tree, "rows", report.rows) || findings == tree.end() || !findings->is_array())
        return Error(errors::kQualityReportInvalid, {"'rows' or 'findings' is missing"});
    for (const Json& item : *findings) {
        Finding finding;
        if (!parseFinding(item, finding))
            return Error(errors::kQualityReportInvalid,
                         {"finding " + std::to_string(report.findings.size() + 1)
                          + " lacks a member or has a wrong one"});
        report.findings.push_back(std::move(finding));
    }
    return report;
}

} // namespace mangrove::quality
