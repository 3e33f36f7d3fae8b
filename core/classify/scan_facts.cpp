// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/scan_parts.h"
#include "classify/scan_words.h"

#include <array>

namespace mangrove::classify {

namespace {

/// Words an employer or school follows (identifiers.md 6, step 8).
constexpr auto kBeforeFact = std::to_array<std::u32string_view>(
    {U"就职于", U"任职于", U"供职于", U"就读于", U"工作于", U"毕业于", U"工作单位", U"单位", U"学校"});

/// What the name of an employer or school ends in, the longest first where one ends another.
constexpr auto kEnds = std::to_array<std::u32string_view>(
    {U"有限公司", U"公司",   U"集团",   U"工厂",   U"厂",     U"学校", U"小学", U"中学",   U"大学",
     U"学院",     U"幼儿园", U"医院",   U"银行",   U"酒店",   U"农场", U"林场", U"村委会", U"居委会",
     U"委员会",   U"派出所", U"公安局", U"研究所", U"事务所", U"超市", U"商店"});

const WordIndex& befores() {
    static const WordIndex index(kBeforeFact);
    return index;
}

const WordIndex& ends() {
    static const WordIndex index(kEnds);
    return index;
}

/// Behind the last ending within reach of `begin`, or `begin`.
std::size_t nameEnd(const ScanText& text, std::size_t begin) {
    constexpr std::size_t kLongest = 24;
    std::size_t last = begin;
    for (std::size_t at = begin; at < text.size() && at - begin < kLongest; ++at) {
        if (!isHanPoint(text.points[at]) && !isAlnum(text.flat[at]) && text.points[at] != U'('
            && text.points[at] != U')')
            break;
        const std::size_t word = ends().at(text, at);
        if (word != WordIndex::kNone && at > begin) {
            last = at + kEnds[word].size();
            at = last - 1;
        }
    }
    return last;
}

} // namespace

void scanFacts(const ScanText& text, ScanHits& hits) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t word = befores().at(text, at);
        if (word == WordIndex::kNone)
            continue;
        std::size_t begin = at + kBeforeFact[word].size();
        const bool noun = kBeforeFact[word].back() != U'于';
        if (noun && (begin >= text.size() || text.points[begin] != U':'))
            continue;
        while (begin < text.size() && (text.points[begin] == U':' || text.points[begin] == U' '))
            ++begin;
        const std::size_t end = nameEnd(text, begin);
        if (end > begin + 2)
            hits.push_back({begin, end, "employer", 0.7, "trigger"});
    }
}

} // namespace mangrove::classify
