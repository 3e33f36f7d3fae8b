// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "classify/scan_parts.h"
#include "classify/surnames.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mangrove::classify {

namespace {

/// Words a name follows directly. Those of the second list name professionals.
constexpr auto kBefore = std::to_array<std::u32string_view>(
    {U"患者", U"患儿", U"病人", U"伤者", U"产妇", U"孕妇", U"其子",   U"其女", U"其母",
     U"其父", U"其妻", U"其夫", U"儿子", U"女儿", U"妻子", U"丈夫",   U"母亲", U"父亲",
     U"配偶", U"爱人", U"家属", U"弟弟", U"哥哥", U"姐姐", U"妹妹",   U"孙子", U"孙女",
     U"祖父", U"祖母", U"邻居", U"朋友", U"同事", U"家长", U"监护人", U"女婿", U"儿媳"});

/// Words that follow a name and make it a professional's or a person's.
struct Follower {
    std::u32string_view word;
    bool professional;
};
constexpr auto kAfter = std::to_array<Follower>({{U"主任医师", true},
                                                 {U"副主任医师", true},
                                                 {U"主治医师", true},
                                                 {U"住院医师", true},
                                                 {U"主任", true},
                                                 {U"副主任", true},
                                                 {U"医师", true},
                                                 {U"医生", true},
                                                 {U"大夫", true},
                                                 {U"护士长", true},
                                                 {U"护士", true},
                                                 {U"教授", true},
                                                 {U"药师", true},
                                                 {U"先生", false},
                                                 {U"女士", false},
                                                 {U"某某", false},
                                                 {U"代诉", false}});

/// Characters that do not occur in given names but follow family-name characters in clinical prose.
constexpr std::u32string_view kNotGiven =
    U"的了是在有不无未及与或和并但而因于由为以被把从向对将让给使至到自此该其每各某我你您他她它们这那之所者吗"
    U"呢吧啊也都就还又"
    U"再已曾可能应会要需请查诊治疗病症炎痛疼瘤癌肿胀痒疮疹疸血尿便吐泻咳喘晕昏痫痉挛瘫疝瘘疤疡痔癣院科室床号"
    U"岁月年日时分秒天周"
    U"次第个只支片粒盒瓶针药剂量服用肝肾肺胃肠脾胆脑颈肩腰腿膝踝腕肘臂趾耳鼻喉舌牙眼皮肤骨关节脊椎管腔膜腺"
    U"上下左右前后内外侧部位区处间段期级型类性状态度率值数量表面体征史况压糖酸碱钠钾钙氯素球蛋胞菌毒虫染感冒"
    U"热烧寒";

bool mayBeGiven(char32_t point) {
    return isHanPoint(point) && kNotGiven.find(point) == std::u32string_view::npos;
}

/// Han characters that may stand right behind a name in running text.
constexpr std::u32string_view kMayFollow = U"男女因于诉述称代陪主医护于在来说系与及和签以的";

bool mayFollowName(const ScanText& text, std::size_t at) {
    if (at >= text.size())
        return true;
    const char32_t point = text.points[at];
    if (!isHanPoint(point))
        return true;
    return kMayFollow.find(point) != std::u32string_view::npos || text.startsWith(at, U"先生")
           || text.startsWith(at, U"大夫");
}

/// Code points of the family name at `at`: 0, 1 or 2.
std::size_t familyNameAt(const ScanText& text, std::size_t at) {
    if (at >= text.size() || !isHanPoint(text.points[at]))
        return 0;
    std::string head;
    appendCodePoint(head, text.points[at]);
    const std::size_t one = head.size();
    if (at + 1 < text.size())
        appendCodePoint(head, text.points[at + 1]);
    const std::size_t bytes = surnameAtHead(head);
    return bytes == 0 ? 0U : bytes > one ? 2U : 1U;
}

void afterTrigger(const ScanText& text, std::size_t at, ScanHits& hits) {
    for (const std::u32string_view word : kBefore) {
        if (!text.startsWith(at, word))
            continue;
        std::size_t begin = at + word.size();
        while (begin < text.size()
               && (text.points[begin] == U':' || text.points[begin] == U' ' || text.points[begin] == U'('))
            ++begin;
        const std::size_t end = chineseNameEnd(text, begin);
        if (end > begin)
            hits.push_back({begin, end, "person-name", 0.85, "trigger"});
        return;
    }
}

/// A name that ends where the follower at `at` begins: 王医生, 张伟主任.
void beforeFollower(const ScanText& text, std::size_t at, ScanHits& hits) {
    for (const Follower& follower : kAfter) {
        if (!text.startsWith(at, follower.word))
            continue;
        for (const std::size_t given : {2U, 1U, 0U}) {
            for (const std::size_t family : {2U, 1U}) {
                const std::size_t size = family + given;
                if (size > at || familyNameAt(text, at - size) != family)
                    continue;
                bool good = true;
                for (std::size_t i = at - given; i < at; ++i)
                    good = good && mayBeGiven(text.points[i]);
                const std::size_t begin = at - size;
                const bool boundary =
                    begin == 0 || !isHanPoint(text.points[begin - 1])
                    || std::u32string_view(U"由经请与和及遵示随").find(text.points[begin - 1])
                           != std::u32string_view::npos;
                if (!good || !boundary)
                    continue;
                hits.push_back({begin, at, follower.professional ? "professional-name" : "person-name",
                                given == 0 ? 0.6 : 0.8, "trigger"});
                return;
            }
        }
        return;
    }
}

} // namespace

std::size_t chineseNameEnd(const ScanText& text, std::size_t at) {
    // 买买提·艾力: parts of Han characters joined by a middle dot
    std::size_t end = at;
    bool dotted = false;
    while (end < text.size() && end - at < 16 && (isHanPoint(text.points[end]) || text.points[end] == U'·')) {
        dotted = dotted || text.points[end] == U'·';
        ++end;
    }
    if (dotted && end - at >= 4 && text.points[end - 1] != U'·' && text.points[at] != U'·')
        return end;
    const std::size_t family = familyNameAt(text, at);
    if (family == 0)
        return at;
    // 王某, 李某某, 张**
    std::size_t masked = at + family;
    while (masked < text.size() && masked - at < 4
           && (text.points[masked] == U'某' || text.points[masked] == U'*'))
        ++masked;
    if (masked > at + family)
        return masked;
    for (const std::size_t given : {2U, 1U}) {
        const std::size_t last = at + family + given;
        bool good = last <= text.size();
        for (std::size_t i = at + family; good && i < last; ++i)
            good = mayBeGiven(text.points[i]);
        if (good && mayFollowName(text, last))
            return last;
    }
    return at;
}

void scanNames(const ScanText& text, ScanHits& hits) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isHanPoint(text.points[at]))
            continue;
        afterTrigger(text, at, hits);
        beforeFollower(text, at, hits);
    }
}

} // namespace mangrove::classify
