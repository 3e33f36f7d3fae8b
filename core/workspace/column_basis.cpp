// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/column_basis.h"

#include "workspace/column_decisions.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace mangrove::workspace {

namespace {

constexpr double kMissingMoves = 0.10;
constexpr double kDistinctMoves = 0.25;
constexpr std::uint64_t kSmallestCell = 5;
constexpr std::size_t kSamples = 3;
constexpr std::size_t kLongestSample = 24; // code points

const profile::ColumnProfile* findProfile(const profile::TableProfile& profile, const std::string& name) {
    const auto found = std::find_if(profile.columns.begin(), profile.columns.end(),
                                    [&](const auto& column) { return column.name == name; });
    return found == profile.columns.end() ? nullptr : &*found;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The first code point's length in bytes; at least one, never past the end.
std::size_t firstLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

std::vector<std::string_view> codePoints(std::string_view text) {
    std::vector<std::string_view> points;
    while (!text.empty()) {
        const auto length = firstLength(text);
        points.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return points;
}

} // namespace

ColumnBasis basisOf(const classify::ColumnClassification& proposal,
                    const std::optional<profile::TableProfile>& profile) {
    ColumnBasis basis;
    basis.cls = classify::toText(proposal.cls);
    basis.identifier = proposal.identifier.value_or("");
    const auto* facts = profile ? findProfile(*profile, proposal.name) : nullptr;
    if (facts == nullptr)
        return basis;
    const std::uint64_t values = profile->rows - std::min(profile->rows, facts->nulls);
    basis.type = profile::valueTypeName(facts->type);
    if (!facts->patterns.empty() && facts->patterns.front().count * 2 >= values)
        basis.pattern = facts->patterns.front().pattern;
    basis.missing = share(facts->nulls, profile->rows);
    basis.distinct = std::min(1.0, share(facts->distinct, values));
    return basis;
}

std::string basisJson(const ColumnBasis& basis) {
    nlohmann::ordered_json json{{"class", basis.cls}, {"identifier", basis.identifier}};
    if (basis.missing >= 0) {
        json["type"] = basis.type;
        json["pattern"] = basis.pattern;
        json["missing"] = basis.missing;
        json["distinct"] = basis.distinct;
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> basisChanges(std::string_view json, const ColumnBasis& now) {
    const auto then = nlohmann::json::parse(json, nullptr, false);
    std::vector<std::string> changes;
    if (!then.is_object())
        return changes;
    const auto text = [&](const char* key) {
        const auto found = then.find(key);
        return found != then.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto number = [&](const char* key) {
        const auto found = then.find(key);
        return found != then.end() && found->is_number() ? found->get<double>() : -1.0;
    };
    const auto differs = [&](const std::string& before, const std::string& after, const char* word) {
        if (before != after)
            changes.emplace_back(word);
    };
    const auto moved = [&](double before, double after, double limit, const char* word) {
        if (std::abs(before - after) > limit)
            changes.emplace_back(word);
    };
    differs(text("class"), now.cls, "class");
    differs(text("identifier"), now.identifier, "kind");
    if (now.missing >= 0 && number("missing") >= 0) {
        differs(text("type"), now.type, "type");
        if (!now.pattern.empty() && !text("pattern").empty())
            differs(text("pattern"), now.pattern, "pattern");
        moved(number("missing"), now.missing, kMissingMoves, "missing");
        moved(number("distinct"), now.distinct, kDistinctMoves, "distinct");
    }
    return changes;
}

std::string maskedSample(std::string_view value) {
    constexpr std::string_view kShown = "-/:. ";
    constexpr std::size_t kLongEnough = 6;
    const auto points = codePoints(value);
    std::string masked;
    for (std::size_t i = 0; i < points.size() && i < kLongestSample; ++i) {
        const bool edge = i == 0 ? points.size() > 1 : i + 1 == points.size() && points.size() >= kLongEnough;
        const bool sign = points[i].size() == 1 && kShown.find(points[i].front()) != std::string_view::npos;
        masked += edge || sign ? std::string(points[i]) : "•";
    }
    if (points.size() > kLongestSample)
        masked += "…";
    return masked;
}

std::vector<std::string> samplesOf(const classify::ColumnClassification& column,
                                   const profile::TableProfile& profile) {
    std::vector<std::string> samples;
    const auto* facts = findProfile(profile, column.name);
    if (facts == nullptr)
        return samples;
    const bool identifies = column.cls == classify::IdentifierClass::Direct
                            || column.cls == classify::IdentifierClass::Professional || column.freeText;
    for (const auto& top : facts->top) {
        if (identifies || top.count < kSmallestCell || samples.size() == kSamples)
            break;
        samples.push_back(maskedSample(top.value));
    }
    for (const auto& pattern : facts->patterns) {
        if (!samples.empty() || pattern.count < kSmallestCell)
            break;
        samples.push_back(pattern.pattern);
    }
    return samples;
}

} // namespace mangrove::workspace
