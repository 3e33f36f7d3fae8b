// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/known_values.h"

#include "base/text.h"
#include "classify/check_digits.h"
#include "classify/surnames.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

char32_t small(char32_t point) {
    return point >= U'A' && point <= U'Z' ? point + 32 : point;
}

std::u32string smallPoints(std::string_view text) {
    const ScanText prepared(text);
    std::u32string points = prepared.points;
    std::transform(points.begin(), points.end(), points.begin(), small);
    while (!points.empty() && points.back() == U' ')
        points.pop_back();
    points.erase(0, std::min(points.find_first_not_of(U' '), points.size()));
    return points;
}

std::u32string numberText(int number, std::size_t width) {
    std::string text = std::to_string(number);
    text.insert(0, text.size() < width ? width - text.size() : 0, '0');
    return {text.begin(), text.end()};
}

/// The numbers of "1950-03-05", "1950年3月5日", "19500305".
std::vector<int> numbersIn(std::u32string_view text) {
    std::vector<int> numbers;
    bool inside = false;
    for (const char32_t point : text) {
        const bool digit = point >= U'0' && point <= U'9';
        if (digit && !inside)
            numbers.push_back(0);
        if (digit && numbers.back() < 100'000'000)
            numbers.back() = numbers.back() * 10 + static_cast<int>(point - U'0');
        inside = digit;
    }
    if (numbers.size() == 1 && numbers[0] > 18000000)
        return {numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100};
    return numbers;
}

bool isAsciiWord(char32_t point) {
    return point < 0x80 && isAlnum(static_cast<char>(point));
}

} // namespace

KnownValues::KnownValues(std::span<const KnownValue> values) {
    for (const KnownValue& value : values.first(std::min(values.size(), kMost))) {
        if (value.kind == "person-name" || value.kind == "professional-name")
            addName(value);
        else if (value.kind == "address" || value.kind == "employer")
            addAddress(value);
        else if (value.kind == "birth-date" || value.kind == "death-date" || value.kind == "event-date")
            addDate(value);
        else
            addNumber(value);
    }
    for (std::size_t i = 0; i < m_patterns.size(); ++i)
        m_byFirst[m_patterns[i].text.front()].push_back(i);
}

void KnownValues::add(Pattern pattern) {
    const bool han = std::any_of(pattern.text.begin(), pattern.text.end(), isHanPoint);
    constexpr std::size_t kShortestHan = 2;
    constexpr std::size_t kShortestPlain = 4;
    const std::size_t shortest = han ? kShortestHan : pattern.before.empty() ? kShortestPlain : 3;
    if (pattern.text.size() >= shortest)
        m_patterns.push_back(std::move(pattern));
}

void KnownValues::addName(const KnownValue& value) {
    const std::u32string name = smallPoints(value.value);
    if (name.empty())
        return;
    add({name, value.kind, 1.0, true, false, !isHanPoint(name.front()), {}});
    if (!isHanPoint(name.front())) { // Mary Smith: each word of at least three letters, and "smith, mary"
        std::size_t begin = 0;
        while (begin < name.size()) {
            const std::size_t end = std::min(name.find_first_of(U" ,", begin), name.size());
            if (end - begin >= 3)
                m_patterns.push_back(
                    {name.substr(begin, end - begin), value.kind, 0.7, false, false, true, {}});
            begin = end + 1;
        }
        return;
    }
    std::string head;
    for (const char32_t point : name.substr(0, 2))
        appendCodePoint(head, point);
    const std::size_t family = surnameAtHead(head) > 4 ? 2 : 1;
    if (name.size() >= family + 2)
        add({name.substr(family), value.kind, 0.8, false, false, false, {}});
    const std::u32string surname = name.substr(0, family);
    for (const std::u32string_view unnamed : {U"某某", U"某", U"**", U"*", U"XX", U"xx"})
        add({surname + std::u32string(unnamed), value.kind, 0.85, false, false, false, {}});
    for (const std::u32string_view before : {U"老", U"小", U"阿"})
        add({std::u32string(before) + surname, value.kind, 0.55, false, false, false, {}});
}

void KnownValues::addAddress(const KnownValue& value) {
    const std::u32string address = smallPoints(value.value);
    add({address, value.kind, 1.0, true, false, false, {}});
    std::size_t below = 0; // behind the last of province, city, county, town
    for (std::size_t i = 1; i < address.size() && i < 24; ++i) {
        const bool ward = address[i] == U'道' && address[i - 1] == U'街';
        if (std::u32string_view(U"省市区县镇乡").find(address[i]) != std::u32string_view::npos || ward)
            below = i + 1;
    }
    if (below == 0 || below >= address.size())
        return;
    const std::u32string local = address.substr(below);
    if (local.size() >= 4)
        add({local, value.kind, 0.95, false, false, false, {}});
    const std::size_t street = local.find_first_of(U"路街巷村");
    if (street != std::u32string::npos && street >= 2)
        add({local.substr(0, street + 1), value.kind, 0.75, false, false, false, {}});
}

void KnownValues::addDate(const KnownValue& value) {
    const std::u32string text = smallPoints(value.value);
    add({text, value.kind, 1.0, true, false, true, {}});
    const std::vector<int> numbers = numbersIn(text.substr(0, 11));
    if (numbers.size() < 3 || numbers[0] < 1800 || numbers[0] > 2200 || numbers[1] > 12 || numbers[2] > 31)
        return;
    const std::u32string year = numberText(numbers[0], 4);
    for (const std::size_t width : {1U, 2U}) {
        const std::u32string month = numberText(numbers[1], width);
        const std::u32string day = numberText(numbers[2], width);
        for (const char32_t mark : {U'-', U'/', U'.'})
            add({std::u32string(year).append(1, mark).append(month).append(1, mark).append(day),
                 value.kind,
                 1.0,
                 true,
                 false,
                 true,
                 {}});
        add({std::u32string(year).append(U"年").append(month).append(U"月").append(day).append(U"日"),
             value.kind,
             1.0,
             true,
             false,
             false,
             {}});
        add({std::u32string(year).append(U"年").append(month).append(U"月"),
             value.kind,
             0.8,
             false,
             false,
             false,
             {}});
    }
    add({year + numberText(numbers[1], 2) + numberText(numbers[2], 2),
         value.kind,
         1.0,
         true,
         false,
         true,
         {}});
}

void KnownValues::addNumber(const KnownValue& value) {
    const std::u32string text = smallPoints(value.value);
    const bool plain = std::all_of(text.begin(), text.end(), [](char32_t point) {
        return isAsciiWord(point) || point == U'-' || point == U' ' || point == U'(' || point == U')';
    });
    if (!plain)
        return add({text, value.kind, 1.0, true, false, true, {}});
    std::u32string compact;
    std::copy_if(text.begin(), text.end(), std::back_inserter(compact), isAsciiWord);
    add({compact, value.kind, 1.0, true, true, true, {}});
    for (const std::size_t last : {4U, 6U})
        for (const std::u32string_view before : {U"尾号", U"末四位", U"后四位", U"后六位"})
            if (compact.size() > last + 2)
                add({compact.substr(compact.size() - last), value.kind, 0.85, false, false, true,
                     std::u32string(before)});
}

std::size_t KnownValues::matchEnd(const ScanText& text, std::size_t at, const Pattern& pattern) {
    if (pattern.alone && at > 0 && isAsciiWord(text.points[at - 1]))
        return at;
    std::size_t end = at;
    for (std::size_t i = 0; i < pattern.text.size(); ++i) {
        if (pattern.separators && i > 0)
            while (end < text.size() && (text.points[end] == U' ' || text.points[end] == U'-')
                   && end - at < 64)
                ++end;
        if (end >= text.size() || small(text.points[end]) != pattern.text[i])
            return at;
        ++end;
    }
    if (pattern.alone && end < text.size() && isAsciiWord(text.points[end]))
        return at;
    if (!pattern.before.empty()) {
        std::size_t begin = at;
        while (begin > 0 && at - begin < 4
               && (text.points[begin - 1] == U':' || text.points[begin - 1] == U' '
                   || text.points[begin - 1] == U'为'))
            --begin;
        const bool told =
            begin >= pattern.before.size() && text.startsWith(begin - pattern.before.size(), pattern.before);
        return told ? end : at;
    }
    return end;
}

void KnownValues::scan(const ScanText& text, ScanHits& hits) const {
    if (m_patterns.empty())
        return;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto found = m_byFirst.find(small(text.points[at]));
        if (found == m_byFirst.end())
            continue;
        for (const std::size_t index : found->second) {
            const Pattern& pattern = m_patterns[index];
            const std::size_t end = matchEnd(text, at, pattern);
            if (end > at)
                hits.push_back({at, end, pattern.kind, pattern.score, pattern.whole ? "known" : "fragment"});
        }
    }
}

} // namespace mangrove::classify
