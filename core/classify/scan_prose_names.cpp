// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/given_names.h"
#include "classify/scan_parts.h"
#include "classify/scan_words.h"
#include "classify/surnames.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mangrove::classify {

namespace {

/// Characters a name may follow directly: prepositions and verbs that take a person.
constexpr std::u32string_view kLeadCharacters =
    U"由经请与和及随遵向找跟嘱带告叫是系让给把被替帮为问从接到个的陪祝劝喊寻谢托知床";

/// Words for persons, by their last two characters; a name may follow directly.
constexpr auto kPersonLeads = std::to_array<std::u32string_view>(
    {U"患者", U"患儿", U"病人", U"伤者", U"产妇", U"孕妇", U"老人", U"家属", U"亲属", U"家长", U"母亲",
     U"父亲", U"儿子", U"女儿", U"妻子", U"丈夫", U"爱人", U"配偶", U"哥哥", U"弟弟", U"姐姐", U"妹妹",
     U"孙子", U"孙女", U"女婿", U"儿媳", U"外甥", U"甥女", U"侄子", U"侄女", U"奶奶", U"爷爷", U"外婆",
     U"外公", U"婆婆", U"公公", U"岳父", U"岳母", U"舅舅", U"姑姑", U"叔叔", U"伯父", U"阿姨", U"邻居",
     U"朋友", U"同事", U"保姆", U"名叫", U"姓名", U"之母", U"之父", U"之妻", U"之夫", U"之子", U"之女",
     U"系人", U"听者", U"访者", U"述者", U"护人", U"托人", U"理人", U"护者", U"同学", U"陪员", U"工号"});

/// Words behind which the person named is on duty.
constexpr auto kProfessionalLeads = std::to_array<std::u32string_view>(
    {U"医师", U"医生", U"护士", U"主任", U"教授", U"大夫", U"护师", U"药师", U"技师", U"士长",
     U"院长", U"访员", U"视者", U"录人", U"作者", U"查者", U"核者", U"麻醉", U"主刀", U"巡回",
     U"护工", U"值班", U"夜班", U"白班", U"会诊", U"记录", U"核对", U"签名"});

/// Characters that may follow a name in a sentence: what a person does, has or is in.
constexpr std::u32string_view kFollowCharacters =
    U"男女因于诉述称代陪主医护签提来送要表告自携到至在入住就出突已系未及同和与等今昨明前后晨晚夜仍无有的家本"
    U"之神精"
    U"情病饮睡哭进食疼痛不没可能去说问想让叫打拿服用发回返转都也就还又再接填写是为一曾现从向对被给带抱扶查管"
    U"介陈"
    U"主予行做沟需请你您术前处负认否患正目切伤生电口呼测复安顺平排体尿血咳喘昏意呕腹胸头腰";

/// Family names that are everyday words too: they count only behind a word for a person.
constexpr std::u32string_view kWeakFamilyNames =
    U"时都于常相公伯母通解补茶步越怀代么剧终童水平元居爱费戚单盘方关成阳富红";

/// What stands beside a possible name: a character that belongs to another word, one that may stand there, an
/// end (of the text, or what is no Han character), a word for a person.
enum class Edge { None, Word, Open, Person };

/// The last characters of some words: most positions are ruled out by one bit.
template<std::size_t N>
PointSet lastCharacters(const std::array<std::u32string_view, N>& words) {
    std::u32string last;
    for (const std::u32string_view word : words)
        last += word.back();
    return PointSet(last);
}

bool endsPersonWord(const ScanText& text, std::size_t end) {
    static const PointSet person = lastCharacters(kPersonLeads);
    static const PointSet professional = lastCharacters(kProfessionalLeads);
    if (end < 2 || (!person.has(text.points[end - 1]) && !professional.has(text.points[end - 1])))
        return false;
    const auto ends = [&](std::u32string_view word) { return text.startsWith(end - 2, word); };
    return std::any_of(kPersonLeads.begin(), kPersonLeads.end(), ends)
           || std::any_of(kProfessionalLeads.begin(), kProfessionalLeads.end(), ends);
}

Edge leadAt(const ScanText& text, std::size_t begin) {
    if (begin == 0)
        return Edge::Open;
    if (!isHanPoint(text.points[begin - 1])) { // "护士: 马凯", "家属(马凯)"
        const bool mark =
            std::u32string_view(U": (/").find(text.points[begin - 1]) != std::u32string_view::npos;
        return mark && endsPersonWord(text, begin - 1) ? Edge::Person : Edge::Open;
    }
    if (endsPersonWord(text, begin))
        return Edge::Person;
    return kLeadCharacters.find(text.points[begin - 1]) != std::u32string_view::npos ? Edge::Word
                                                                                     : Edge::None;
}

Edge followAt(const ScanText& text, std::size_t end) {
    if (end >= text.size() || !isHanPoint(text.points[end]))
        return Edge::Open;
    const bool people =
        end + 1 < text.size() && (text.startsWith(end, U"自治") || text.points[end + 1] == U'族');
    if (people) // 大厂回族自治县
        return Edge::None;
    static const PointSet follows(kFollowCharacters);
    return follows.has(text.points[end]) ? Edge::Word : Edge::None;
}

std::string_view personOrProfessional(const ScanText& text, std::size_t begin) {
    std::size_t word = begin; // over ":", blanks and "/" between the word and the name
    while (word > 0 && begin - word < 3 && !isHanPoint(text.points[word - 1]) && text.points[word - 1] != U','
           && text.points[word - 1] != U'。' && text.points[word - 1] != U'\n')
        --word;
    const bool onDuty =
        word >= 2
        && std::any_of(kProfessionalLeads.begin(), kProfessionalLeads.end(),
                       [&](std::u32string_view lead) { return text.startsWith(word - 2, lead); });
    return onDuty ? "professional-name" : "person-name";
}

/// What is said of a person right behind the name.
constexpr auto kPersonFollows = std::to_array<std::u32string_view>(
    {U"神志", U"神清", U"精神", U"入睡", U"主诉", U"自诉", U"自述", U"代诉", U"家属", U"哭闹",
     U"表示", U"来电", U"你好", U"您好", U"本人", U"病情", U"一般", U"送入", U"老师", U"女士",
     U"先生", U"同志", U"大夫", U"医生", U"医师", U"护士", U"主任", U"教授", U"今日", U"昨日",
     U"今天", U"昨天", U"昨晚", U"术后", U"入院", U"出院", U"之女", U"之子", U"之妻", U"之母",
     U"之父", U"住院", U"于今", U"同意", U"无不", U"未诉", U"诉"});

bool personFollows(const ScanText& text, std::size_t at) {
    static const WordIndex index(kPersonFollows);
    return at < text.size() && index.at(text, at) != WordIndex::kNone;
}

/// How sure `family` and `given` characters from `begin` on are a name, 0 where they are none.
double likelihood(const ScanText& text, std::size_t begin, std::size_t family, std::size_t given) {
    std::size_t usual = 0;
    for (std::size_t i = begin + family; i < begin + family + given; ++i) {
        if (!mayBeGivenCharacter(text.points[i]))
            return 0;
        usual += isGivenNameCharacter(text.points[i]) ? 1U : 0U;
    }
    if (usual == 0 && family == 1) // decides most places at once
        return 0;
    const Edge lead = leadAt(text, begin);
    const Edge follow = followAt(text, begin + family + given);
    const bool frequent = family == 2 || isCommonSurname(text.points[begin]);
    const bool weak = family == 1 && kWeakFamilyNames.find(text.points[begin]) != std::u32string_view::npos;
    // an edge that tells nothing: then the name itself must
    const bool tells = !weak && given == 2 && usual == 2;
    if (lead == Edge::None) { // 如何正常, 蛋白增高: these end other words
        const bool endsWords =
            std::u32string_view(U"何白史高莫程曾连").find(text.points[begin]) != std::u32string_view::npos;
        const bool ends = follow == Edge::Open || personFollows(text, begin + family + given);
        return tells && frequent && !endsWords && ends ? 0.45 : 0;
    }
    if (follow == Edge::None) {
        if (tells && (frequent || lead == Edge::Person))
            return 0.5;
        return !weak && given == 1 && usual == 1 && frequent && lead == Edge::Person ? 0.42 : 0;
    }
    if (weak && (lead != Edge::Person || usual < given))
        return 0;
    if (family == 2)
        return usual >= 1 ? 0.7 : 0.45;
    if (given == 2 && usual == 2)
        return frequent ? 0.6 : 0.5;
    if (given == 2 && usual == 1 && frequent && lead == Edge::Person && follow == Edge::Open)
        return 0.45;
    // two characters are too often a word: only behind one for a person, or "叫王磊，"
    if (given == 1 && usual == 1 && lead == Edge::Person)
        return frequent ? 0.5 : 0.42;
    if (given == 1 && usual == 1 && frequent && lead == Edge::Word && follow == Edge::Open)
        return 0.42;
    if (given == 1 && usual == 1 && personFollows(text, begin + 2))
        return frequent ? 0.45 : 0.4;
    return 0;
}

/// Characters foreign names and those of Turkic peoples are written with.
constexpr std::u32string_view kSoundCharacters =
    U"阿艾安奥巴拜班贝比别布达丹德迪丁都杜多额厄恩尔法凡菲费夫弗"
    U"盖格古哈海汗豪合赫胡华惠霍基吉加贾江杰金卡凯坎柯科克"
    U"肯库拉莱来兰朗劳勒雷里力丽利莉列林琳隆卢鲁伦罗洛玛马麦买曼"
    U"芒梅蒙米密明莫姆木穆娜纳南内尼努诺欧帕佩皮坡普齐"
    U"奇恰乔切丘热日茹如萨赛桑瑟沙山尚舍史司斯松苏索塔台坦汤陶特"
    U"提汀吐图托娃外瓦万韦维温翁沃乌武西希锡夏香谢辛"
    U"罕甫素吾什乃肉且仁宰祖阔雅亚延扬耶叶伊依因英尤尤于约再扎赞泽曾詹哲者珍芝朱兹孜佐";

/// 阿依古丽·买买提 in running text; the dot of an eponym (吉兰·巴雷综合征) belongs to no person.
void dottedName(const ScanText& text, std::size_t dot, ScanHits& hits) {
    constexpr std::size_t kLongestPart = 7;
    static const PointSet sounds(kSoundCharacters);
    const auto sound = [&](std::size_t at) { return at < text.size() && sounds.has(text.points[at]); };
    std::size_t begin = dot;
    while (begin > 0 && dot - begin < kLongestPart && sound(begin - 1))
        --begin;
    std::size_t end = dot + 1;
    while (end - dot <= kLongestPart && (sound(end) || (text.startsWith(end, U"·") && sound(end + 1))))
        ++end;
    if (end - dot > 2 && end < text.size() && text.points[end] == U'不') // 阿不都拉
        for (++end; sound(end) && end - dot <= kLongestPart + 2;)
            ++end;
    const bool eponym = end < text.size()
                        && std::u32string_view(U"综病征症氏瘤术反手试线现").find(text.points[end])
                               != std::u32string_view::npos;
    if (dot - begin >= 2 && end - dot > 2 && !eponym)
        hits.push_back({begin, end, personOrProfessional(text, begin), 0.85, "form"});
}

/// 老王, 小李 at the head of a clause.
void familiarName(const ScanText& text, std::size_t at, ScanHits& hits) {
    constexpr std::u32string_view kAmbiguous = U"于段黄白石金方高温万常安平康马毛龙白夏秦史成时";
    if (text.points[at] != U'老' && text.points[at] != U'小')
        return;
    const bool opens = at == 0 || !isHanPoint(text.points[at - 1]);
    if (!opens || at + 1 >= text.size() || !isCommonSurname(text.points[at + 1])
        || kAmbiguous.find(text.points[at + 1]) != std::u32string_view::npos)
        return;
    const bool ends = at + 2 >= text.size() || !isHanPoint(text.points[at + 2])
                      || std::u32string_view(U"今昨明说来去也还的在你您他").find(text.points[at + 2])
                             != std::u32string_view::npos;
    if (ends)
        hits.push_back({at + 1, at + 2, "person-name", 0.5, "trigger"});
}

} // namespace

void scanProseNames(const ScanText& text, ScanHits& hits) {
    static const PointSet mayBegin = [] {
        std::u32string points = U"·•老小";
        for (char32_t point = 0x3400; point <= 0x9FFF; ++point)
            if (mayBeginSurname(point) || mayBeginComposedName(point))
                points += point;
        return PointSet(points);
    }();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.flat[at] != ScanText::kWide || !mayBegin.has(text.points[at]))
            continue;
        if (text.points[at] == U'·' || text.points[at] == U'•')
            dottedName(text, at, hits);
        if (!isHanPoint(text.points[at]))
            continue;
        familiarName(text, at, hits);
        if (const std::size_t end = composedNameEnd(text, at); end > at && leadAt(text, at) != Edge::None) {
            hits.push_back({at, end, personOrProfessional(text, at), 0.7, "form"});
            at = end - 1;
            continue;
        }
        const std::size_t family = familyNameAt(text, at);
        if (family == 0)
            continue;
        double best = 0;
        std::size_t end = at;
        for (const std::size_t given : {2U, 1U}) {
            if (at + family + given > text.size())
                continue;
            const double score = likelihood(text, at, family, given);
            if (score > best) {
                best = score;
                end = at + family + given;
            }
        }
        if (best > 0 && (family == 2 || !beginsEverydayWord(text, at)))
            hits.push_back({at, end, personOrProfessional(text, at), best, "grammar"});
    }
}

} // namespace mangrove::classify
