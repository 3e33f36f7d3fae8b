// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/name_index.h"

#include "base/text.h"
#include "classify/check_digits.h"
#include "classify/value_form.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

/// Half-width, without what stands in brackets at the end: "性别（代码）" is 性别.
std::string plainName(std::string_view columnName) {
    std::string scratch;
    std::string name(normaliseValue(columnName, scratch));
    if (const auto bracket = name.find('('); bracket != std::string::npos && bracket > 0)
        name.resize(bracket);
    for (const std::string_view mark : {"：", ":", "*"})
        while (name.ends_with(mark))
            name.resize(name.size() - mark.size());
    return name;
}

bool isWide(char c) {
    return static_cast<signed char>(c) < 0;
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string key;
    for (std::size_t i = from; i < words.size(); ++i)
        key += words[i];
    return key;
}

} // namespace

std::vector<std::string> columnNameWords(std::string_view columnName) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    char before = 0;
    for (const char c : plainName(columnName)) {
        if (!isAlnum(c) && !isWide(c)) {
            end();
        } else {
            if (isUpper(c) && isLower(before))
                end();
            word += isUpper(c) ? static_cast<char>(c | 0x20) : c;
        }
        before = c;
    }
    end();
    while (!words.empty()) { // address1, diag_2
        std::string& last = words.back();
        while (!last.empty() && isDigit(last.back()))
            last.pop_back();
        if (!last.empty() || words.size() == 1)
            break;
        words.pop_back();
    }
    return words;
}

NameIndex::NameIndex(const RulePackSet& packs) {
    for (const RulePack& pack : packs.packs()) {
        for (const NameGroup& group : pack.names) {
            add(group, group.strong, true);
            add(group, group.weak, false);
        }
    }
}

void NameIndex::add(const NameGroup& group, const std::vector<std::string>& names, bool strong) {
    for (const std::string& name : names) {
        const std::string key = joined(columnNameWords(name), 0);
        m_entries[key].push_back({group.kind, group.origin, strong});
        if (std::any_of(key.begin(), key.end(), isWide))
            m_longestWide = std::max(m_longestWide, key.size());
    }
}

void NameIndex::collect(const std::string& key, bool whole, std::vector<NameMatch>& matches) const {
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    for (const Entry& entry : found->second) {
        const auto same = std::find_if(matches.begin(), matches.end(),
                                       [&](const NameMatch& match) { return match.kind == entry.kind; });
        if (same == matches.end())
            matches.push_back({entry.kind, entry.origin, entry.strong, whole});
        else if (entry.strong && !same->strong)
            *same = {entry.kind, entry.origin, true, whole};
    }
}

std::vector<NameMatch> NameIndex::match(std::string_view columnName) const {
    if (columnName.find('[') == std::string_view::npos)
        return matchPlain(columnName);
    std::string path;
    std::vector<std::string_view> slices;
    for (std::size_t at = 0; at < columnName.size();) {
        const std::size_t open = std::min(columnName.find('[', at), columnName.size());
        path += columnName.substr(at, open - at);
        const std::size_t close = std::min(columnName.find(']', open), columnName.size());
        if (open < columnName.size())
            slices.push_back(columnName.substr(open + 1, close - open - 1));
        at = close + 1;
        if (at < columnName.size() && columnName[at] == '#') // coding[loinc.org]#2: another of the same slice
            while (at < columnName.size() && columnName[at] != '.')
                ++at;
    }
    const std::string_view last = std::string_view(path).substr(path.rfind('.') + 1);
    const bool code = last == "code";
    const bool value = path.find(".value") != std::string::npos
                       && path.find("identifier") == std::string::npos
                       && path.find("telecom") == std::string::npos && last != "system";
    std::vector<NameMatch> matches;
    // identifier[MR].value by its type (HL7 table 0203), telecom[email-work].value by its system
    if (last == "value" && !slices.empty() && path.ends_with("identifier.value"))
        collect(joined(columnNameWords("identifier." + std::string(slices.back())), 0), true, matches);
    if (last == "value" && !slices.empty() && path.ends_with("telecom.value"))
        collect(joined(columnNameWords(slices.back().substr(0, slices.back().find('-'))), 0), true, matches);
    for (std::size_t i = slices.size(); (code || value) && matches.empty() && i-- > 0;)
        matches = matchPlain(slices[i]);
    return matches.empty() ? matchPlain(path) : matches;
}

std::vector<NameMatch> NameIndex::matchPlain(std::string_view columnName) const {
    std::vector<NameMatch> matches;
    const std::vector<std::string> words = columnNameWords(columnName);
    const std::string key = joined(words, 0);
    collect(key, true, matches);
    constexpr std::size_t kShortestWideEnd = 6; // two characters: 市 or 区 alone at an end says nothing
    constexpr std::size_t kShortestEnd = 3;
    if (matches.empty() && std::any_of(key.begin(), key.end(), isWide)) {
        for (std::size_t size = std::min(m_longestWide, key.size() - 1);
             size >= kShortestWideEnd && matches.empty(); --size)
            collect(key.substr(key.size() - size), false, matches);
    }
    for (std::size_t from = 1; from < words.size() && matches.empty(); ++from) {
        const std::string end = joined(words, from);
        if (end.size() >= kShortestEnd || words.size() - from > 1)
            collect(end, false, matches);
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const NameMatch& a, const NameMatch& b) { return a.strong && !b.strong; });
    return matches;
}

} // namespace mangrove::classify
