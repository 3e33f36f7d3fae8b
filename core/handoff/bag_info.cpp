// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/bag_info.h"

#include "base/text.h"
#include "handoff/errors.h"

#include <algorithm>

namespace mangrove::handoff {

namespace {

constexpr std::string_view kSeparator = ": ";
constexpr std::size_t kMaxInfoLines = 100;

bool isControl(char c) {
    return (c >= 0 && c < ' ') || c == '\x7f';
}

} // namespace

void BagInfo::add(std::string_view label, std::string_view value) {
    std::string clean(value);
    std::replace_if(clean.begin(), clean.end(), isControl, ' ');
    clean = std::string(trim(clean));
    if (!clean.empty())
        m_lines.emplace_back(label, std::move(clean));
}

std::string BagInfo::text() const {
    std::string text;
    for (const auto& [label, value] : m_lines) {
        text += label;
        text += kSeparator;
        text += value;
        text += '\n';
    }
    return text;
}

Result<BagInfo> BagInfo::parse(std::string_view text) {
    BagInfo info;
    std::uint64_t line = 0;
    while (!text.empty()) {
        ++line;
        const auto malformed = [&](std::string_view why) {
            return Error(errors::kBagInfoMalformed, {std::to_string(line), std::string(why)});
        };
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return malformed("the last line has no line feed");
        const std::string_view row = text.substr(0, end);
        text.remove_prefix(end + 1);
        const std::size_t colon = row.find(kSeparator);
        if (colon == std::string_view::npos || colon == 0 || line > kMaxInfoLines)
            return malformed("it is not 'Label: value'");
        const std::string_view label = row.substr(0, colon);
        const std::string_view value = row.substr(colon + kSeparator.size());
        if (value.empty() || trim(value) != value || std::any_of(row.begin(), row.end(), isControl))
            return malformed("the value is empty or has blanks at its ends or control characters");
        if (!info.value(label).empty())
            return malformed("the label is there twice");
        info.m_lines.emplace_back(label, value);
    }
    return info;
}

std::string_view BagInfo::value(std::string_view label) const {
    for (const auto& [name, value] : m_lines) {
        if (name == label)
            return value;
    }
    return {};
}

} // namespace mangrove::handoff
