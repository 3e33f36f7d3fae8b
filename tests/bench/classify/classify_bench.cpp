// SPDX-License-Identifier: GPL-3.0-or-later
// classify_bench [millions of values] [megabytes of notes]
// How fast columns are classified (distinct values a second, all kinds on) and notes are scanned (UTF-8 bytes
// a second), on one thread. Prints processor time, which other work on the machine disturbs less than wall
// time.
#include "base/format.h"
#include "base/random.h"
#include "classify/check_digits.h"
#include "classify/classifier.h"
#include "classify/text_scan.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace mangrove;

namespace {

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template<std::size_t N>
std::string_view pick(RandomSource& random, const char* const (&words)[N]) {
    return words[random.below(N)];
}

constexpr const char* kGiven[] = {"海", "明", "丽", "华", "建", "国", "秀", "英", "志",
                                  "强", "晓", "燕", "文", "静", "伟", "芳", "娜", "敏",
                                  "杰", "涛", "磊", "军", "洋", "勇", "艳", "超"};
constexpr const char* kFamily[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵",  "吴",
                                   "周", "符", "吉", "林", "何", "郭", "马", "欧阳"};
constexpr const char* kDistrict[] = {"海口市美兰区", "海口市龙华区", "三亚市吉阳区",
                                     "儋州市那大镇", "琼海市嘉积镇", "文昌市文城镇"};
constexpr const char* kDiagnosis[] = {
    "高血压病3级", "2型糖尿病", "社区获得性肺炎", "急性阑尾炎",
    "脑梗死",      "慢性胃炎",  "腰椎间盘突出",   "冠状动脉粥样硬化性心脏病"};

std::string digits(RandomSource& random, std::size_t count) {
    std::string text;
    while (text.size() < count)
        text += static_cast<char>('0' + static_cast<int>(random.below(10)));
    return text;
}

std::string citizenNumber(RandomSource& random) {
    std::string number = format("46010{}{:04}{:02}{:02}{}", 5 + random.below(4), 1901 + random.below(19),
                                1 + random.below(12), 1 + random.below(28), digits(random, 3));
    return number + classify::mod11_2(number);
}

std::string personName(RandomSource& random) {
    return std::string(pick(random, kFamily)) + std::string(pick(random, kGiven))
           + std::string(pick(random, kGiven));
}

struct Column {
    const char* name;
    std::function<std::string(RandomSource&)> make;
};

const Column kColumns[] = {
    {"证件", citizenNumber},
    {"号码", [](RandomSource& r) { return "1" + std::string(1, "3589"[r.below(4)]) + digits(r, 9); }},
    {"人员", [](RandomSource& r) { return personName(r) + std::string(pick(r, kGiven)); }},
    {"位置",
     [](RandomSource& r) {
         return format("海南省{}某某路{}号{}栋{}室", pick(r, kDistrict), r.below(999), r.below(99),
                       r.below(2999));
     }},
    {"时刻",
     [](RandomSource& r) {
         return format("20{:02}-{:02}-{:02} {:02}:{:02}:{:02}", r.below(30), 1 + r.below(12), 1 + r.below(28),
                       r.below(24), r.below(60), r.below(60));
     }},
    {"流水", [](RandomSource& r) { return digits(r, 10); }},
    {"键",
     [](RandomSource& r) {
         return format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", r.below(1U << 31U), r.below(65536),
                       r.below(4096), r.below(4096), r.below(1ULL << 47U));
     }},
    {"结果", [](RandomSource& r) { return format("{}.{:03}", r.below(1000), r.below(1000)); }},
    {"编码",
     [](RandomSource& r) {
         return format("{}{:02}.{:03}x{:03}", std::string(1, static_cast<char>('A' + r.below(26))),
                       r.below(100), r.below(1000), r.below(1000));
     }},
    {"描述", [](RandomSource& r) { return format("{}，第{}次随访", pick(r, kDiagnosis), r.below(99999)); }},
    {"代号",
     [](RandomSource& r) {
         return format("{}{}", std::string(1, static_cast<char>('A' + r.below(26))), digits(r, 9));
     }},
    {"联络", [](RandomSource& r) { return "u" + digits(r, 7) + "@example.com"; }},
};

void columns(std::size_t millions) {
    const std::size_t each = millions * 1'000'000 / std::size(kColumns);
    double total = 0;
    std::printf("%-10s %10s %12s  %s\n", "column", "seconds", "values/s", "found");
    for (const Column& column : kColumns) {
        SeededRandom random(7);
        std::vector<std::string> values;
        values.reserve(each);
        for (std::size_t i = 0; i < each; ++i)
            values.push_back(column.make(random));
        const classify::ColumnValues one{column.name, values, {}, 0};
        const double begin = processorSeconds();
        const auto result = classify::classifyColumns(std::span(&one, 1), {}, {});
        const double seconds = processorSeconds() - begin;
        if (!result.ok())
            std::exit(1);
        total += seconds;
        std::printf("%-10s %10.3f %12.0f  %s\n", column.name, seconds, static_cast<double>(each) / seconds,
                    result->columns[0].identifier.value_or("-").c_str());
    }
    const auto all = static_cast<double>(each * std::size(kColumns));
    std::printf("%-10s %10.3f %12.0f\n", "all", total, all / total);
}

std::string note(RandomSource& random) {
    const std::string_view diagnosis = pick(random, kDiagnosis);
    std::string text = format("主诉：反复头晕{}天，加重{}小时。", 1 + random.below(30), 1 + random.below(20));
    text += format("现病史：患者{}，{}，{}岁，于20{:02}年{}月{}日因“{}”入院，由其子{}陪同，代诉病情。",
                   personName(random), random.below(2) == 0 ? "男" : "女", 18 + random.below(70),
                   10 + random.below(15), 1 + random.below(12), 1 + random.below(28), diagnosis,
                   personName(random));
    text += "既往史：既往有高血压病史5年，规律服药，血压控制尚可。否认糖尿病、冠心病史，否认肝炎、结核病史，"
            "无药物过敏史。";
    if (random.below(3) == 0)
        text += format("个人史：家住海南省{}某某路{}号，无疫区旅居史。", pick(random, kDistrict),
                       random.below(300));
    text += format("查体：T {}.{}℃，P {}次/分，BP {}/{}mmHg，全身皮肤无黄疸，双肺呼吸音清，未闻及干湿性啰音，"
                   "心律齐，腹软，无压痛及反跳痛，双下肢无水肿。白细胞 {}.{}×10^9/L，C反应蛋白 {}mg/L。",
                   36 + random.below(4), random.below(10), 60 + random.below(50), 100 + random.below(80),
                   60 + random.below(40), 4 + random.below(12), random.below(10), random.below(80));
    text += format("初步诊断：{}。予抗感染、止咳化痰及对症支持治疗，密切观察病情变化。", diagnosis);
    if (random.below(2) == 0)
        text += "联系电话：138" + digits(random, 8) + "。";
    if (random.below(4) == 0)
        text += "身份证号：" + citizenNumber(random) + "。";
    return text + "主治医师：" + personName(random);
}

void notes(std::size_t megabytes) {
    SeededRandom random(11);
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    while (bytes < megabytes * 1'000'000) {
        texts.push_back(note(random));
        bytes += texts.back().size();
    }
    const double begin = processorSeconds();
    std::size_t found = 0;
    for (const std::string& text : texts)
        found += classify::scanText(text).size();
    const double seconds = processorSeconds() - begin;
    std::printf("scan: %zu notes, %.1f MB, %zu findings, %.3f s, %.1f MB/s\n", texts.size(),
                static_cast<double>(bytes) / 1e6, found, seconds, static_cast<double>(bytes) / 1e6 / seconds);
}

} // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int at, std::size_t otherwise) -> std::size_t {
        return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
    };
    if (const std::size_t millions = argument(1, 20); millions > 0)
        columns(millions);
    if (const std::size_t megabytes = argument(2, 64); megabytes > 0)
        notes(megabytes);
    return 0;
}
