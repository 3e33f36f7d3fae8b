// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/surrogate.h"

#include "base/format.h"
#include "base/text.h"
#include "deid/resident_id.h"

#include <array>
#include <vector>

namespace mangrove::deid {

namespace {

constexpr std::string_view kSurnames =
    "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 "
    "董 "
    "潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏";
constexpr std::string_view kGiven =
    "一 子 文 明 华 国 志 建 永 春 秋 冬 海 江 河 山 林 松 竹 梅 兰 青 云 月 星 阳 光 晨 雨 雪 风 安 宁 康 "
    "健 "
    "平 和 祥 瑞 福 德 仁 义 礼 智 信 诚 敏 慧 思 嘉 佳 欣 悦 乐 怡 静 雅 婷 芳 丽 秀 英 玉";
constexpr std::string_view kFirstNames =
    "Alice Anna Ben Carl Clara David Diana Edgar Ella Emma Eric Eva Felix Fiona Frank Grace Hanna Henry Ida "
    "Iris Jack James Jane John Julia Karl Kate Laura Leo Lily Louis Lucy Maria Mark Martin Mary Max Nina "
    "Nora Oscar Paul Peter Rosa Ruth Sam Sara Simon Sofia Stella Theo Thomas Tina Tom Vera Victor Walter "
    "Wendy Will";
constexpr std::string_view kLastNames =
    "Adams Baker Bell Bishop Brook Carter Clark Cole Cook Dale Dean Field Fisher Ford Foster Fox Gardner "
    "Grant Green Hall Hill Hunter King Lake Lane Marsh Mason Miller Moore Nash Page Parker Reed Rivers Rose "
    "Sharp Shaw Stone Taylor Turner Wade Walker Ward Waters West White Wood Young";

const std::vector<std::string_view>& wordsOf(std::string_view list) {
    static const auto surnames = split(kSurnames, ' ');
    static const auto given = split(kGiven, ' ');
    static const auto first = split(kFirstNames, ' ');
    static const auto last = split(kLastNames, ' ');
    return list == kSurnames ? surnames : list == kGiven ? given : list == kFirstNames ? first : last;
}

/// Four independent 64-bit numbers out of a digest; the bias of a remainder of some thousands is below 2^-50.
class Draw {
public:
    explicit Draw(const crypto::Digest& digest) : m_digest(digest) {}
    std::uint64_t below(std::uint64_t bound) {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < 8; ++i)
            number = (number << 8U) | m_digest[m_at++ % m_digest.size()];
        return number % bound;
    }
    std::string_view word(std::string_view list) {
        const auto& words = wordsOf(list);
        return words[below(words.size())];
    }

private:
    crypto::Digest m_digest;
    std::size_t m_at = 0;
};

std::string residentIdOf(Draw& draw) {
    constexpr std::uint32_t kFirst = 365;             // 1901-01-01: 1900 was no leap year
    constexpr std::uint32_t kCount = 19U * 365U + 4U; // to 1919-12-31
    const std::string region = format("77{:04}", draw.below(10'000));
    const auto day = kFirst + static_cast<std::uint32_t>(draw.below(kCount));
    return ResidentId::text(region, day * 1000 + static_cast<std::uint32_t>(draw.below(1000)));
}

} // namespace

std::string_view nameOf(SurrogateKind kind) {
    static constexpr std::array<std::string_view, 5> kNames{"cn-name", "en-name", "cn-resident-id",
                                                            "cn-mobile", "email"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string surrogateOf(SurrogateKind kind, const KeyedFunction& function, std::string_view value) {
    Draw draw(function.digestOf(value));
    std::string text;
    switch (kind) {
    case SurrogateKind::ChineseName:
        text += draw.word(kSurnames);
        text += draw.word(kGiven);
        // Four names in five have two given characters.
        if (const std::uint64_t number = draw.below(5 * wordsOf(kGiven).size()); number % 5 != 0)
            text += wordsOf(kGiven)[number / 5];
        break;
    case SurrogateKind::EnglishName:
        text += draw.word(kFirstNames);
        text += ' ';
        text += draw.word(kLastNames);
        break;
    case SurrogateKind::ResidentId:
        return residentIdOf(draw);
    case SurrogateKind::MobileNumber:
        return format("154{:08}", draw.below(100'000'000));
    case SurrogateKind::Email:
        return format("p-{}@example.invalid", toLowerAscii(function.pseudonym(value).substr(2, 12)));
    }
    return text;
}

} // namespace mangrove::deid
