// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/surnames.h"

#include "base/text.h"

#include <array>
#include <bitset>

namespace mangrove::classify {

namespace {

constexpr std::u32string_view kCommon =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    U"卢姜崔"
    U"钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤符吉冼邢云";

constexpr std::u32string_view kOther =
    U"褚卫尤施戚喻柏水窦章葛奚郎鲁昌苗凤花俞柳酆鲍费廉岑倪滕殷罗毕安常乐时傅皮卞齐康伍元卜平和穆萧湛汪祁禹狄"
    U"米贝明"
    U"臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯昝管卢经房裘缪干解应宗宣贲郁单杭洪"
    U"包诸左"
    U"崔钮嵇滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭"
    U"厉戎祖"
    U"刘景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦雍璩桑桂濮"
    U"牛寿通"
    U"边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东殳沃利蔚越"
    U"夔隆师巩"
    U"欧揭练粟尧衣才尚邸仉亓呙员隋檀茆矫禤续缪胥芦茅菅遆郄鄢镡阙隽"
    U"厍聂晁勾敖融冷訾辛阚那简饶空母沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商佘佴伯赏"
    U"墨哈谯笪"
    U"年爱阳佟言福肖闫邝麦覃苟仝兰幺迟初晋楚揭代寻门展税由邸鹿撒盘植区占线郇青海原战闾么揣"
    U"补呙綦俎锡库召厍昂操茶典豆敦奉佛苻归黑剧京腊莽冒枚粘木沐盘漆丘萨赛锁铁拓庹瓦香忻星牙冶银植郅藏贠郤雒骈"
    U"鲜"
    U"鹿刀凃扎拜招敬旷杞朵潭淦禚睢皋苌谌虢邝闰逯隗郏爨撒岑甄羿储芮亓乜麴璩昝郗笪佴逄邸";

/// One bit a code point below 65536.
struct SurnameBits {
    std::bitset<65536> common;
    std::bitset<65536> all;
    std::bitset<65536> compound; ///< the first of a compound

    SurnameBits();
};

const SurnameBits& bits() {
    static const SurnameBits tables;
    return tables;
}

constexpr std::array<std::string_view, 34> kCompound{
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯",
    "南宫", "长孙", "宇文", "端木", "独孤", "西门", "百里", "呼延", "轩辕", "拓跋", "淳于", "澹台",
    "公冶", "宗政", "濮阳", "太叔", "申屠", "仲孙", "鲜于", "闻人", "钟离", "完颜"};

SurnameBits::SurnameBits() {
    for (const char32_t point : kCommon) {
        common.set(point);
        all.set(point);
    }
    for (const char32_t point : kOther)
        all.set(point);
    for (const std::string_view name : kCompound) {
        std::size_t at = 0;
        compound.set(nextCodePoint(name, at));
    }
}

} // namespace

std::size_t surnameAtHead(std::string_view text) {
    if (text.size() < 3 || static_cast<std::uint8_t>(text[0]) < 0xE0)
        return 0;
    std::size_t at = 0;
    const char32_t first = nextCodePoint(text, at);
    if (first >= bits().all.size())
        return 0;
    if (bits().compound.test(first))
        for (const std::string_view compound : kCompound)
            if (text.substr(0, compound.size()) == compound)
                return compound.size();
    return bits().all.test(first) ? at : 0;
}

bool mayBeginSurname(char32_t codePoint) {
    return codePoint < bits().all.size() && (bits().all.test(codePoint) || bits().compound.test(codePoint));
}

std::size_t surnameLength(char32_t first, char32_t second) {
    if (first >= bits().all.size())
        return 0;
    if (bits().compound.test(first))
        for (const std::string_view compound : kCompound) {
            std::size_t at = 0;
            if (nextCodePoint(compound, at) == first && nextCodePoint(compound, at) == second)
                return 2;
        }
    return bits().all.test(first) ? 1U : 0U;
}

bool isCommonSurname(char32_t codePoint) {
    return codePoint < bits().common.size() && bits().common.test(codePoint);
}

} // namespace mangrove::classify
