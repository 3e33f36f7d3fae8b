// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/given_names.h"

#include "classify/check_digits.h"
#include "classify/scan_words.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace mangrove::classify {

namespace {

constexpr std::u32string_view kGivenCharacters =
    U"国建华文明志永春红金玉秀英兰芳丽梅桂云凤珍荣淑霞玲燕艳娟娜静敏洁莉萍琴琳莹莲蓉蕾薇婷雪雯"
    U"晶颖倩佳慧惠丹娥媛嫣妍婉嫦娇娴婵姣姗妮婧妙妤姝姿娣伟强军勇刚毅峰辉磊涛超鹏飞杰俊浩宇轩昊"
    U"博瑞泽晨曦阳旭东晓鑫森林海洋波江河川山石岩岳峻岭松柏桐杉楠榕枫柳桦栋梁柱德仁义礼智信忠孝"
    U"廉诚厚善良贤才贵富福禄寿喜庆吉祥顺安康宁泰平和乐兴旺昌盛隆茂繁发达成功胜利立新维卫保家民"
    U"振邦世代传承继祖宗先绍宪章生长根基业远弘宏鸿洪程万里千百兆思念忆怀梦心怡悦欣欢爱慈恩雅韵"
    U"诗书画棋音歌舞一元亨贞子寅卯辰申戌甲丙丁庚辛天地星雨风雷霜露冰霖沐涵润清澈溪泉湖潮汐浪津"
    U"渊源深淼光亮昭晖昕晗昱曜煜炜烨焕灿烁炎炳熠煌照耀青蓝紫彤朱墨素白黛翠碧绿梓竹菊荷芷若萱茜"
    U"芸苗芝芬芙茹荔莎菲蕊蔓蓓蕙蘅茵莺瑶琼瑾瑜琪珊珠珂玥玮珺璇璐璟琬琰琛琦珏珮瑛瑗龙虎鹤雁鸾麟"
    U"骏骥驰腾跃翔翼翰奇伦凡尘然亦依如予尔帆航舟斌彬武斗革钢铁钧铭锋锐锦钰铮镇仪佩佑佐侠俐俭儒"
    U"冠冬冲凌凝初力加劲励勋勤卉卓南占友双君启吟咏品哲唯嘉固圣均坤堂培堃增士声夏多大太奋好妃姬"
    U"娅媚孟季学定宣容宽宾密寒小少尚展岐岑峥崇崧嵘嵩巍州巧帅希常年幸广庄开弦弼彦彩彪影彰征律得"
    U"循徽恒恬恺悠惟愉意慕憬懿戎扬抒拓挺捷政效敦斐方旋旦昀昂昆易显晋晏晔晟普景晴暄暖朋朔朗望朝"
    U"本杏极枝柔柯树栩桃桓桑桥梵棠楚榆槐槿樱樟正毓水汉汝沁沂沛沫治泊泓洛洲浚浦涓淇淳渝渺温游湘"
    U"湛溢溥滔滢滨漪漫潇潞澄澜澍濂瀚灵炫烈焱煊煦熙燊玄环玫珩珲理琅琇琨琮瑄璋璞田甫男畅益盈真睿"
    U"知研砚硕祎祝祺禹秋科稚穆竞端笑笛简箐纪纯纲纶绚绣绪绮缘罗美羽翀翊翎聪聿肃至致舒艺芃芊苇苏"
    U"范茗荃莞菁菡萌萧蒙蔚薪虹蝶行衍裕西誉语谊谦谨豪贝赐赞越路轶迅连迪逸遥道遵郁采钊钦铎银锴键"
    U"镕闻陶隽雄雍霄震霁靖韬顶颂颐颜飒馨香驹骁高魁鲁鸣鹃鹭麒麦黎默姐妹弟仙群余时圆娃妞宝囡锁栓"
    U"拴狗牛羊社队援进旗凯岚胤妗沅洵汶泱忻忱怿楷楹炅焜珈琤甜皓皎砺稷笙筠绎苒苓茉荟莜菀葵蒨觅贻"
    U"轲遇遐郡铃阅阑霈霏颀飏驿骞骢鸥鹂麓彧韫晞柠棣槟淏淙湉瀛燚玓甯畴祯秦粤绫缨羲耘芮苑荻蓁蔺藏"
    U"蝉衡裔谌赋轸辙逊逵邺郎钟钲镜闯陵雎霆韦颉鞠驷骅鸢";

/// Parts of Tibetan, Mongolian, Yi and Dai names as they are written in Han characters.
constexpr auto kNameParts = std::to_array<std::u32string_view>(
    {U"扎西",   U"卓玛", U"才让",   U"多杰",   U"洛桑",   U"次仁",   U"格桑",   U"德吉",   U"旦增",
     U"丹增",   U"央金", U"曲珍",   U"顿珠",   U"尼玛",   U"达瓦",   U"巴桑",   U"平措",   U"拉姆",
     U"白玛",   U"索朗", U"加措",   U"嘉措",   U"旺堆",   U"普布",   U"边巴",   U"米玛",   U"桑珠",
     U"桑吉",   U"桑杰", U"仁青",   U"仁增",   U"卓嘎",   U"强巴",   U"贡布",   U"罗布",   U"晋美",
     U"西绕",   U"群培", U"曲吉",   U"曲扎",   U"班觉",   U"朗杰",   U"益西",   U"坚赞",   U"色珍",
     U"拥措",   U"拥忠", U"泽仁",   U"泽让",   U"四郎",   U"呷绒",   U"扎巴",   U"措姆",   U"旺姆",
     U"斯琴",   U"高娃", U"乌日娜", U"娜仁",   U"托娅",   U"其其格", U"巴特尔", U"巴图",   U"额尔敦",
     U"苏日",   U"萨仁", U"呼格",   U"吉勒图", U"布和",   U"阿拉坦", U"格日勒", U"格日乐", U"孟和",
     U"宝音",   U"哈斯", U"那木",   U"乌兰",   U"敖登",   U"朝鲁",   U"特木尔", U"图雅",   U"塔娜",
     U"阿古拉", U"苏和", U"莫日根", U"恩和",   U"巴雅尔", U"那顺",   U"满都拉", U"木呷",   U"木果",
     U"吉克",   U"阿苦", U"阿木",   U"阿约",   U"沙马",   U"曲比",   U"曲木",   U"拉日",   U"尔古",
     U"约布",   U"伍各", U"日古",   U"曲布",   U"吉木",   U"海来",   U"岩温",   U"岩香",   U"玉香",
     U"玉罕"});

/// Frequent given names; sorted. Words that begin sentences (Will, Mark, May, Rose) are left out.
constexpr auto kLatinGivenNames = std::to_array<std::string_view>(
    {"aaron",     "abdul",      "abigail",   "adam",      "adele",     "adrian",      "agnes",
     "ahmed",     "aisha",      "alan",      "albert",    "alejandro", "alex",        "alexander",
     "alexandra", "alfred",     "ali",       "alice",     "alicia",    "alison",      "allison",
     "amanda",    "amber",      "amelia",    "amina",     "amit",      "amy",         "ana",
     "andrea",    "andreas",    "andrew",    "angela",    "angelica",  "anil",        "anita",
     "ann",       "anna",       "anne",      "annette",   "anthony",   "antonio",     "anya",
     "arjun",     "arthur",     "ashley",    "astrid",    "audrey",    "barbara",     "beatrice",
     "benjamin",  "bernard",    "beth",      "betty",     "beverly",   "bianca",      "bill",
     "bob",       "bonnie",     "brandon",   "brenda",    "brian",     "bridget",     "bruce",
     "bryan",     "caleb",      "camille",   "carl",      "carla",     "carlos",      "carmen",
     "carol",     "caroline",   "carolyn",   "catherine", "cecilia",   "charles",     "charlotte",
     "chloe",     "chris",      "christian", "christina", "christine", "christopher", "cindy",
     "claire",    "clara",      "clarence",  "claudia",   "colin",     "connie",      "connor",
     "craig",     "crystal",    "cynthia",   "dan",       "daniel",    "daniela",     "danielle",
     "darren",    "dave",       "david",     "dawn",      "deborah",   "debra",       "deepak",
     "denise",    "dennis",     "derek",     "diana",     "diane",     "diego",       "dimitri",
     "dmitri",    "dolores",    "donald",    "donna",     "doris",     "dorothy",     "douglas",
     "duncan",    "dylan",      "earl",      "edith",     "eduardo",   "edward",      "eileen",
     "elaine",    "eleanor",    "elena",     "elizabeth", "ella",      "ellen",       "elsa",
     "emily",     "emma",       "emmanuel",  "eric",      "erica",     "erik",        "erin",
     "ernest",    "esther",     "ethan",     "eugene",    "eva",       "evelyn",      "fatima",
     "felix",     "fernando",   "fiona",     "florence",  "frances",   "francesca",   "francis",
     "francisco", "frank",      "fred",      "frederick", "gabriel",   "gary",        "george",
     "gerald",    "gladys",     "gloria",    "gordon",    "grace",     "graham",      "greg",
     "gregory",   "gustav",     "hannah",    "hans",      "harold",    "harriet",     "harry",
     "hassan",    "heather",    "helen",     "helga",     "henry",     "herbert",     "holly",
     "howard",    "hugh",       "ian",       "ibrahim",   "igor",      "imran",       "ingrid",
     "irene",     "iris",       "isaac",     "isabel",    "isabella",  "ivan",        "jack",
     "jacob",     "jacqueline", "jaime",     "james",     "jamie",     "jan",         "jane",
     "janet",     "janice",     "jason",     "javier",    "jean",      "jeffrey",     "jennifer",
     "jenny",     "jeremy",     "jerry",     "jesse",     "jessica",   "jesus",       "jill",
     "jim",       "joan",       "joanna",    "joe",       "joel",      "johan",       "john",
     "johnny",    "jonathan",   "jordan",    "jorge",     "jose",      "joseph",      "joshua",
     "joyce",     "juan",       "judith",    "judy",      "julia",     "julian",      "julie",
     "juliet",    "justin",     "kamal",     "karen",     "karim",     "karl",        "katherine",
     "kathleen",  "kathryn",    "katie",     "kayla",     "keith",     "kelly",       "ken",
     "kenji",     "kenneth",    "kevin",     "kim",       "klaus",     "kumar",       "kurt",
     "kyle",      "lakshmi",    "larry",     "lars",      "laura",     "lauren",      "laurence",
     "leah",      "lee",        "leila",     "leo",       "leon",      "leonard",     "leslie",
     "lewis",     "liam",       "lillian",   "linda",     "lisa",      "lois",        "lorraine",
     "louis",     "louise",     "lucas",     "lucia",     "lucy",      "luis",        "luke",
     "lydia",     "lynn",       "madison",   "mahmoud",   "marcus",    "margaret",    "maria",
     "mariam",    "marie",      "marilyn",   "mario",     "marion",    "marjorie",    "marta",
     "martha",    "martin",     "mary",      "matthew",   "maureen",   "megan",       "mei",
     "melanie",   "melissa",    "michael",   "michelle",  "miguel",    "mike",        "mildred",
     "mohamed",   "mohammed",   "molly",     "monica",    "muhammad",  "nadia",       "nancy",
     "natalia",   "natalie",    "natasha",   "nathan",    "neha",      "neil",        "nguyen",
     "nicholas",  "nicole",     "nikolai",   "nina",      "noah",      "noor",        "nora",
     "norma",     "norman",     "olga",      "oliver",    "olivia",    "omar",        "oscar",
     "owen",      "pablo",      "pamela",    "patricia",  "patrick",   "paul",        "paula",
     "pauline",   "pedro",      "peggy",     "penelope",  "peter",     "pham",        "philip",
     "phillip",   "phyllis",    "pierre",    "priya",     "rachel",    "rahul",       "raj",
     "ralph",     "ramesh",     "randy",     "raymond",   "rebecca",   "ricardo",     "richard",
     "rita",      "robert",     "roberta",   "roberto",   "roger",     "ronald",      "rosa",
     "rosemary",  "roy",        "russell",   "ruth",      "ryan",      "sally",       "sam",
     "samantha",  "samuel",     "sandra",    "sanjay",    "sara",      "sarah",       "scott",
     "sean",      "sergei",     "sergio",    "shannon",   "sharon",    "shirley",     "sofia",
     "sonia",     "sophia",     "sophie",    "stanley",   "stella",    "stephanie",   "stephen",
     "steve",     "steven",     "stuart",    "sue",       "sunita",    "susan",       "suzanne",
     "sven",      "svetlana",   "sylvia",    "tamara",    "tanya",     "tara",        "tatiana",
     "ted",       "teresa",     "terry",     "theodore",  "theresa",   "thomas",      "tiffany",
     "tim",       "timothy",    "tina",      "todd",      "tom",       "tony",        "tracy",
     "tran",      "tyler",      "valerie",   "vanessa",   "vera",      "veronica",    "victor",
     "victoria",  "vijay",      "vincent",   "viola",     "virginia",  "vivian",      "vladimir",
     "walter",    "wanda",      "wayne",     "wendy",     "wilhelm",   "william",     "yasmin",
     "yolanda",   "yuki",       "yusuf",     "yvonne",    "zachary",   "zainab",      "zoe"});

/// Sorted.
constexpr auto kPinyinFamilyNames = std::to_array<std::string_view>(
    {"bai",    "cai",    "cao",  "chen",  "cheng", "cui",   "dai",   "deng", "ding",      "dong",  "du",
     "duan",   "fan",    "fang", "feng",  "fu",    "gao",   "gong",  "gu",   "guo",       "han",   "hao",
     "he",     "hou",    "hu",   "huang", "jia",   "jiang", "jin",   "kong", "lei",       "li",    "liang",
     "liao",   "lin",    "liu",  "long",  "lu",    "luo",   "lv",    "ma",   "mao",       "meng",  "mo",
     "murong", "ouyang", "pan",  "peng",  "qian",  "qin",   "qiu",   "ren",  "shangguan", "shao",  "shen",
     "shi",    "situ",   "song", "su",    "sun",   "tan",   "tang",  "tao",  "tian",      "wan",   "wang",
     "wei",    "wu",     "xia",  "xiang", "xiao",  "xie",   "xiong", "xu",   "xue",       "yan",   "yang",
     "yao",    "ye",     "yin",  "yu",    "yuan",  "zeng",  "zhang", "zhao", "zheng",     "zhong", "zhou",
     "zhu",    "zhuge",  "zou"});

constexpr auto kPinyinFinals = std::to_array<std::string_view>(
    {"a",   "o",  "e",   "ai",  "ei",   "ao",   "ou", "an",   "en",  "ang",  "eng", "ong", "er",
     "i",   "ia", "ie",  "iao", "iu",   "ian",  "in", "iang", "ing", "iong", "u",   "ua",  "uo",
     "uai", "ui", "uan", "un",  "uang", "ueng", "v",  "ve",   "ue",  "van",  "vn"});

/// Small letters in a fixed buffer; empty where the word is longer or holds anything but letters.
struct SmallWord {
    std::array<char, 16> letters{};
    std::size_t size = 0;

    explicit SmallWord(std::string_view word) {
        if (word.size() > letters.size() || !std::all_of(word.begin(), word.end(), isAlpha))
            return;
        for (const char c : word)
            letters[size++] = static_cast<char>(c | 0x20);
    }
    [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

/// How many ways are tried is bounded: a syllable has at most six letters and a word at most sixteen.
bool isSyllables(std::string_view word, int most) {
    if (word.empty())
        return true;
    if (most == 0)
        return false;
    for (const std::string_view initial : {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                           "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""}) {
        if (word.substr(0, initial.size()) != initial)
            continue;
        const std::string_view rest = word.substr(initial.size());
        for (const std::string_view final : kPinyinFinals)
            if (rest.substr(0, final.size()) == final && isSyllables(rest.substr(final.size()), most - 1))
                return true;
    }
    return false;
}

} // namespace

bool isGivenNameCharacter(char32_t point) {
    static const auto bits = [] {
        std::bitset<65536> made;
        for (const char32_t character : kGivenCharacters)
            made.set(character);
        return made;
    }();
    return point < bits.size() && bits.test(point);
}

std::size_t composedNameEnd(const ScanText& text, std::size_t at) {
    static const WordIndex index(kNameParts);
    std::size_t end = at;
    for (int parts = 0; parts < 4 && end < text.size(); ++parts) {
        const std::size_t part = index.at(text, end);
        if (part == WordIndex::kNone)
            break;
        end += kNameParts[part].size();
    }
    return end - at >= 4 ? end : at;
}

bool mayBeginComposedName(char32_t point) {
    return std::any_of(kNameParts.begin(), kNameParts.end(),
                       [&](std::u32string_view part) { return part.front() == point; });
}

bool isLatinGivenName(std::string_view word) {
    const SmallWord small(word);
    return std::binary_search(kLatinGivenNames.begin(), kLatinGivenNames.end(), small.view());
}

bool isPinyinFamilyName(std::string_view word) {
    const SmallWord small(word);
    return std::binary_search(kPinyinFamilyNames.begin(), kPinyinFamilyNames.end(), small.view());
}

bool isPinyin(std::string_view word) {
    constexpr int kMostSyllables = 3;
    const SmallWord small(word);
    return small.size >= 2 && isSyllables(small.view(), kMostSyllables);
}

} // namespace mangrove::classify
