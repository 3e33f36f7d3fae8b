// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "classify/check_digits.h"
#include "classify/division_gazetteer.h"
#include "classify/scan_parts.h"
#include "classify/scan_words.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::classify {

namespace {

/// Short names of provinces, and of the cities and counties of Hainan: where an address may begin. The full
/// names of all divisions come from the gazetteer.
constexpr auto kPlaces = std::to_array<std::u32string_view>(
    {U"北京", U"天津", U"河北", U"山西", U"内蒙古", U"辽宁",   U"吉林", U"黑龙江", U"上海", U"江苏", U"浙江",
     U"安徽", U"福建", U"江西", U"山东", U"河南",   U"湖北",   U"湖南", U"广东",   U"广西", U"海南", U"重庆",
     U"四川", U"贵州", U"云南", U"西藏", U"陕西",   U"甘肃",   U"青海", U"宁夏",   U"新疆", U"台湾", U"香港",
     U"澳门", U"海口", U"三亚", U"三沙", U"儋州",   U"五指山", U"琼海", U"文昌",   U"万宁", U"东方", U"定安",
     U"屯昌", U"澄迈", U"临高", U"白沙", U"昌江",   U"乐东",   U"陵水", U"保亭",   U"琼中"});

constexpr auto kLabels = std::to_array<std::u32string_view>(
    {U"家庭住址", U"家庭地址", U"现住址", U"联系地址", U"户籍地址", U"居住地址", U"住址", U"地址", U"家住",
     U"现住", U"籍贯", U"居住于", U"住在", U"居住在"});

constexpr std::u32string_view kRegionUnits = U"省市区县镇乡州旗盟";
constexpr std::u32string_view kHouseUnits = U"路街巷道里弄村组号楼栋幢室座苑园队";

/// The names above, every name of the gazetteer, and its cities without 市.
struct Places {
    std::vector<std::u32string> names;
    std::vector<std::u32string_view> words;

    Places() {
        words.assign(kPlaces.begin(), kPlaces.end());
        for (const Division& division : divisions()) {
            std::u32string name;
            for (std::size_t at = 0; at < division.name.size();)
                name += nextCodePoint(division.name, at);
            if (name.size() < 2)
                continue;
            if (name.size() >= 3 && name.back() == U'市')
                names.push_back(name.substr(0, name.size() - 1));
            names.push_back(std::move(name));
        }
        words.insert(words.end(), names.begin(), names.end());
    }
};

const WordIndex& places() {
    static const Places list;
    static const WordIndex index(list.words);
    return index;
}

const WordIndex& labels() {
    static const WordIndex index(kLabels);
    return index;
}

bool inAddress(const ScanText& text, std::size_t at) {
    return at < text.size()
           && (isHanPoint(text.points[at]) || isAlnum(text.flat[at]) || text.flat[at] == '-'
               || text.flat[at] == '#');
}

/// Follows the units of an address from `begin`; reports it where they suffice. Returns where to go on.
std::size_t follow(const ScanText& text, std::size_t begin, bool labelled, ScanHits& hits) {
    constexpr std::size_t kLongest = 60;
    constexpr std::size_t kWidestGap = 14; // code points between one unit and the next
    std::size_t lastUnit = begin;
    std::size_t regions = 0;
    std::size_t houses = 0;
    bool digit = false;
    bool endsInHouse = false;
    for (std::size_t at = begin; at - begin < kLongest && at - lastUnit < kWidestGap && inAddress(text, at);
         ++at) {
        const char32_t point = text.points[at];
        digit = digit || isDigit(text.flat[at]);
        const bool ward = text.startsWith(at, U"街道"); // 街道办事处 is a division, 街 and 道 are streets
        const bool region = ward || kRegionUnits.find(point) != std::u32string_view::npos;
        const bool entrance = text.startsWith(at, U"单元");
        const bool house = entrance || (!region && kHouseUnits.find(point) != std::u32string_view::npos);
        if ((!region && !house) || at == begin)
            continue;
        at += ward || entrance ? 1U : 0U;
        regions += region ? 1U : 0U;
        houses += house ? 1U : 0U;
        lastUnit = at + 1;
        endsInHouse = house;
    }
    if (lastUnit == begin)
        return begin + 1;
    while (isDigit(text.flatAt(lastUnit)) && houses > 0) // 3单元501
        ++lastUnit;
    const bool exact = (digit && houses >= 1 && (labelled || regions + houses >= 2))
                       || (houses >= 1 && endsInHouse && regions >= (labelled ? 1U : 2U));
    if (exact)
        hits.push_back({begin, lastUnit, "address", labelled ? 0.9 : 0.8, "grammar"});
    else if (regions >= 2 || (labelled && regions >= 1))
        hits.push_back({begin, lastUnit, "region", 0.5, "grammar"});
    return lastUnit;
}

} // namespace

void scanAddresses(const ScanText& text, ScanHits& hits) {
    for (std::size_t at = 0; at < text.size();) {
        if (!isHanPoint(text.points[at])) {
            ++at;
            continue;
        }
        if (const std::size_t label = labels().at(text, at); label != WordIndex::kNone) {
            at += kLabels[label].size();
            while (at < text.size()
                   && (text.points[at] == U':' || text.points[at] == U' ' || text.points[at] == U'为'
                       || text.points[at] == U'于'))
                ++at;
            if (inAddress(text, at))
                at = follow(text, at, true, hits);
        } else if (places().at(text, at) != WordIndex::kNone) {
            at = follow(text, at, false, hits);
        } else {
            ++at;
        }
    }
}

} // namespace mangrove::classify
