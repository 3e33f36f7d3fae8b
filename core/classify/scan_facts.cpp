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
     U"委员会",   U"派出所", U"公安局", U"研究所", U"事务所", U"超市", U"商店", U"种植园", U"养殖场",
     U"餐厅",     U"饭店",   U"工地",   U"车队",   U"分公司", U"支行"});

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

/// What a person does at an employer or school: the words that follow its name.
constexpr auto kAfterFact = std::to_array<std::u32string_view>(
    {U"工作", U"上班", U"职工", U"员工", U"退休", U"任职", U"打工", U"务工",
     U"就读", U"上学", U"读书", U"教师", U"老师", U"学生", U"司机", U"保安",
     U"工人", U"会计", U"的",   U"离职", U"实习", U"任教", U"供职"});

const WordIndex& afters() {
    static const WordIndex index(kAfterFact);
    return index;
}

/// "既往在琼北橡胶厂工作", "系第三小学职工": an ending at `at` with such a word behind; hospitals, which
/// every note names, only where the person works there.
void beforeWork(const ScanText& text, std::size_t at, ScanHits& hits) {
    const std::size_t word = ends().at(text, at);
    if (word == WordIndex::kNone)
        return;
    const std::size_t end = at + kEnds[word].size();
    const std::size_t follows = end < text.size() ? afters().at(text, end) : WordIndex::kNone;
    if (follows == WordIndex::kNone || (kEnds[word] == U"医院" && kAfterFact[follows] == U"的"))
        return;
    constexpr std::size_t kLongest = 22;
    constexpr std::u32string_view kLeads = U"在系是为于到从去叫由原该";
    constexpr std::u32string_view kNoName = U"我你他她们的个了有这那跟患时最发可搞";
    constexpr std::u32string_view kCounted = U"一二两几某";
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongest
           && (isHanPoint(text.points[begin - 1]) || isAlnum(text.flat[begin - 1]))
           && kLeads.find(text.points[begin - 1]) == std::u32string_view::npos)
        --begin;
    const auto barred = [&](std::u32string_view set, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            if (set.find(text.points[i]) != std::u32string_view::npos)
                return true;
        return false;
    };
    // 一家电子厂, 我们公司: no names
    const bool counted = begin < at && kCounted.find(text.points[begin]) != std::u32string_view::npos;
    // "的" follows anything: then a word must lead to the name
    const bool led = begin > 0 && kLeads.find(text.points[begin - 1]) != std::u32string_view::npos;
    if (kAfterFact[follows] == U"的" && !led && begin > 0 && isHanPoint(text.points[begin - 1]))
        return;
    if (at - begin >= 2 && !counted && !barred(kNoName, begin, at))
        hits.push_back({begin, end, "employer", 0.6, "grammar"});
}

} // namespace

void scanFacts(const ScanText& text, ScanHits& hits) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.flat[at] != ScanText::kWide)
            continue;
        beforeWork(text, at, hits);
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
