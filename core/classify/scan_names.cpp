// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/given_names.h"
#include "classify/scan_parts.h"
#include "classify/scan_words.h"
#include "classify/surnames.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <vector>

namespace mangrove::classify {

namespace {

/// Words a name follows directly. Those of the second list name professionals.
constexpr auto kBefore = std::to_array<std::u32string_view>(
    {U"患者", U"患儿", U"病人", U"伤者", U"产妇", U"孕妇",     U"其子",     U"其女", U"其母", U"其父",
     U"之子", U"之女", U"之母", U"之父", U"之妻", U"之夫",     U"其妻",     U"其夫", U"儿子", U"女儿",
     U"妻子", U"丈夫", U"母亲", U"父亲", U"配偶", U"爱人",     U"家属",     U"弟弟", U"哥哥", U"姐姐",
     U"妹妹", U"孙子", U"孙女", U"祖父", U"祖母", U"邻居",     U"朋友",     U"同事", U"家长", U"监护人",
     U"女婿", U"儿媳", U"名叫", U"姓名", U"产妇", U"患者家属", U"患儿家属", U"其夫", U"公公", U"婆婆",
     U"岳父", U"岳母", U"外孙", U"侄子", U"侄女", U"外甥",     U"伯父",     U"叔叔", U"舅舅", U"姑姑",
     U"姨妈", U"保姆", U"护工", U"其弟", U"其兄", U"其姐",     U"其妹"});

/// Words that follow a name and make it a professional's or a person's.
struct Follower {
    std::u32string_view word;
    bool professional;
};
constexpr auto kAfter = std::to_array<Follower>(
    {{U"主任医师", true}, {U"副主任医师", true}, {U"主治医师", true}, {U"住院医师", true}, {U"主任", true},
     {U"副主任", true},   {U"医师", true},       {U"医生", true},     {U"大夫", true},     {U"护士长", true},
     {U"护士", true},     {U"教授", true},       {U"药师", true},     {U"护师", true},     {U"技师", true},
     {U"主治", true},     {U"院长", true},       {U"先生", false},    {U"太太", false},    {U"同学", false},
     {U"女士", false},    {U"某某", false},      {U"代述", false},    {U"自诉", false},    {U"自述", false},
     {U"代诉", false}});

/// Characters that do not occur in given names but follow family-name characters in clinical prose.
constexpr std::u32string_view kNotGiven =
    U"的了是在有不无未及与或和并但而因于由为以被把从向对将让给使至到自此该其每各某我你您他她它们这那之所者吗"
    U"呢吧啊也都就还又"
    U"再已曾可能应会要需请查诊治疗病症炎痛疼瘤癌肿胀痒疮疹疸血尿便吐泻咳喘晕昏痫痉挛瘫疝瘘疤疡痔癣院科室床号"
    U"岁年日时分秒周"
    U"次第个只支片粒盒瓶针药剂量服用肝肾肺胃肠脾胆脑颈肩腰腿膝踝腕肘臂趾耳鼻喉舌牙眼皮肤骨关节脊椎管腔膜腺"
    U"上下左右前后内外侧部位区处间段期级型类性状态度率值数量表面体征史况压糖酸碱钠钾钙氯素球蛋胞菌毒虫染感冒"
    U"热烧寒陪诉述称代嗳嗝饱呃送要告携到突护签医";

/// Family names that are everyday words: in running text they begin no name.
constexpr std::u32string_view kEverydayFamilyNames = U"才衣揭练员初从由那经有应能和别空寻且后原然家查";

const WordIndex& triggersBefore() {
    static const WordIndex index(kBefore);
    return index;
}

const WordIndex& triggersAfter() {
    static const WordIndex index = [] {
        std::vector<std::u32string_view> words;
        for (const Follower& follower : kAfter)
            words.push_back(follower.word);
        return WordIndex(words);
    }();
    return index;
}

/// Han characters that may stand right behind a name in running text.
constexpr std::u32string_view kMayFollow =
    U"男女因于诉述称代陪主医护签提来送要表告自携到至在入住就出突已系未及同和与等";

bool mayFollowName(const ScanText& text, std::size_t at) {
    if (at >= text.size())
        return true;
    const char32_t point = text.points[at];
    if (!isHanPoint(point))
        return true;
    return kMayFollow.find(point) != std::u32string_view::npos || text.startsWith(at, U"先生")
           || text.startsWith(at, U"大夫");
}

bool isFamilyNameIn(const ScanText& text, std::size_t at, NameContext context) {
    if (context == NameContext::Labelled)
        return true;
    return !beginsEverydayWord(text, at);
}

/// "12床，王建国，": the patient of a bed.
void afterBed(const ScanText& text, std::size_t at, ScanHits& hits) {
    if (text.points[at] != U'床' || at == 0 || text.flat[at - 1] < '0' || text.flat[at - 1] > '9')
        return;
    std::size_t number = at;
    while (number > 0 && at - number < 4 && text.flat[number - 1] >= '0' && text.flat[number - 1] <= '9')
        --number;
    constexpr std::size_t kMostDigits = 3;
    if (at - number <= kMostDigits && (number == 0 || text.flat[number - 1] != '.'))
        hits.push_back({number, at, "bed-no", 0.5, "form"});
    std::size_t begin = at + 1;
    while (begin < text.size() && begin - at < 4
           && std::u32string_view(U"， ,、:").find(text.points[begin]) != std::u32string_view::npos)
        ++begin;
    if (begin >= text.size())
        return;
    const std::size_t end = chineseNameEnd(text, begin, NameContext::Prose);
    if (end > begin)
        hits.push_back(
            {begin, end, "person-name", isCommonSurname(text.points[begin]) ? 0.75 : 0.5, "trigger"});
}

void afterTrigger(const ScanText& text, std::size_t at, ScanHits& hits) {
    const std::size_t word = triggersBefore().at(text, at);
    if (word == WordIndex::kNone)
        return;
    std::size_t begin = at + kBefore[word].size();
    bool mark = false;
    for (; begin < text.size(); ++begin) {
        if (text.points[begin] == U':')
            mark = true;
        else if (text.points[begin] != U' ' && text.points[begin] != U'(')
            break;
    }
    if (begin >= text.size())
        return;
    const std::size_t end = chineseNameEnd(text, begin, mark ? NameContext::Labelled : NameContext::Prose);
    if (end > begin)
        hits.push_back(
            {begin, end, "person-name", isCommonSurname(text.points[begin]) ? 0.85 : 0.6, "trigger"});
}

/// May a name begin at `begin`, seen from what stands before it?
bool nameMayBegin(const ScanText& text, std::size_t begin) {
    constexpr std::u32string_view kBeforeNames = U"由经请与和及随遵向找跟嘱";
    static constexpr auto kWordsBefore = std::to_array<std::u32string_view>(
        {U"今日", U"昨日", U"当日", U"明日", U"今晨", U"联系", U"通知", U"告知",
         U"报告", U"汇报", U"询问", U"致电", U"咨询", U"上级", U"值班", U"主刀",
         U"本院", U"我院", U"外院", U"我科", U"床位", U"主管", U"带教"});
    if (begin == 0 || !isHanPoint(text.points[begin - 1])
        || kBeforeNames.find(text.points[begin - 1]) != std::u32string_view::npos)
        return true;
    return begin >= 2 && std::any_of(kWordsBefore.begin(), kWordsBefore.end(), [&](std::u32string_view word) {
               return text.startsWith(begin - 2, word);
           });
}

/// A name that ends where the follower at `at` begins: 王医生, 张伟主任.
void beforeFollower(const ScanText& text, std::size_t at, ScanHits& hits) {
    const std::size_t word = triggersAfter().at(text, at);
    if (word == WordIndex::kNone)
        return;
    for (const std::size_t given : {2U, 1U, 0U}) {
        for (const std::size_t family : {2U, 1U}) {
            const std::size_t size = family + given;
            if (size > at || familyNameAt(text, at - size) != family)
                continue;
            const std::size_t begin = at - size;
            bool good = nameMayBegin(text, begin) && isFamilyNameIn(text, begin, NameContext::Prose);
            for (std::size_t i = at - given; i < at; ++i)
                good = good && mayBeGivenCharacter(text.points[i]);
            // 任医生 may be a doctor and may be any doctor
            if (given == 0 && family == 1)
                good = good && isCommonSurname(text.points[begin]) && text.points[begin] != U'任';
            if (!good)
                continue;
            hits.push_back({begin, at, kAfter[word].professional ? "professional-name" : "person-name",
                            given == 0 ? 0.6 : 0.8, "trigger"});
            return;
        }
    }
}

} // namespace

bool mayBeGivenCharacter(char32_t point) {
    static const auto barred = [] {
        std::bitset<65536> made;
        for (const char32_t character : kNotGiven)
            made.set(character);
        return made;
    }();
    return isHanPoint(point) && (point >= barred.size() || !barred.test(point));
}

bool beginsEverydayWord(const ScanText& text, std::size_t at) {
    return kEverydayFamilyNames.find(text.points[at]) != std::u32string_view::npos
           || beginsSafeWord(text, at);
}

std::size_t familyNameAt(const ScanText& text, std::size_t at) {
    if (at >= text.size() || !isHanPoint(text.points[at]))
        return 0;
    return surnameLength(text.points[at], at + 1 < text.size() ? text.points[at + 1] : U'\0');
}

std::size_t chineseNameEnd(const ScanText& text, std::size_t at, NameContext context) {
    // 买买提·艾力: parts of Han characters joined by a middle dot
    std::size_t end = at;
    bool dotted = false;
    while (end < text.size() && end - at < 16 && (isHanPoint(text.points[end]) || text.points[end] == U'·')) {
        dotted = dotted || text.points[end] == U'·';
        ++end;
    }
    const bool ordinary =
        std::none_of(text.points.begin() + static_cast<std::ptrdiff_t>(at),
                     text.points.begin() + static_cast<std::ptrdiff_t>(end), [](char32_t point) {
                         return point != U'·' && kNotGiven.find(point) != std::u32string_view::npos;
                     });
    if (dotted && ordinary && end - at >= 4 && text.points[end - 1] != U'·' && text.points[at] != U'·')
        return end;
    const std::size_t family = familyNameAt(text, at);
    if (family == 0 || !isFamilyNameIn(text, at, context))
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
        // 关系, 怀抱: two characters of which the first is a rare family name are rather a word
        if (good && given == 1 && family == 1 && context == NameContext::Prose
            && !isCommonSurname(text.points[at]))
            good = isGivenNameCharacter(text.points[at + 1]);
        for (std::size_t i = at + family; good && i < last; ++i)
            good = mayBeGivenCharacter(text.points[i]);
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
        afterBed(text, at, hits);
        beforeFollower(text, at, hits);
    }
}

void scanSignature(const ScanText& text, std::size_t begin, std::size_t end, ScanHits& hits) {
    for (std::size_t at = begin; at < end; ++at) {
        const bool starts = isHanPoint(text.points[at]) && (at == begin || !isHanPoint(text.points[at - 1]));
        if (!starts)
            continue;
        const std::size_t last = chineseNameEnd(text, at, NameContext::Prose);
        const bool alone = last > at && (last >= text.size() || !isHanPoint(text.points[last]));
        if (alone && isCommonSurname(text.points[at]))
            hits.push_back({at, last, "professional-name", 0.6, "trigger"});
    }
}

} // namespace mangrove::classify
