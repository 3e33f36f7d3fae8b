// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/note_generator.h"

#include "base/format.h"
#include "base/text.h"
#include "classify/check_digits.h"

namespace mangrove::test {

namespace {

template<std::size_t N>
std::string oneOf(RandomSource& random, const char* const (&words)[N]) {
    return words[random.below(N)];
}

// By frequency: ordinary, rarer, double, and those that are words too.
constexpr const char* kSurnames[] = {
    "王", "李", "张", "刘", "陈",   "杨",   "赵",   "黄",  "周", "吴", "徐", "孙", "胡", "朱", "高",
    "林", "何", "郭", "马", "罗",   "梁",   "宋",   "郑",  "谢", "韩", "唐", "冯", "于", "董", "萧",
    "程", "曹", "袁", "邓", "许",   "傅",   "沈",   "曾",  "彭", "吕", "苏", "卢", "蒋", "蔡", "贾",
    "丁", "魏", "薛", "叶", "阎",   "余",   "潘",   "杜",  "戴", "夏", "钟", "汪", "田", "任", "姜",
    "范", "方", "石", "姚", "谭",   "廖",   "邹",   "熊",  "金", "陆", "郝", "孔", "白", "崔", "康",
    "毛", "邱", "秦", "江", "史",   "顾",   "侯",   "邵",  "孟", "龙", "万", "段", "雷", "钱", "汤",
    "尹", "黎", "易", "常", "武",   "乔",   "贺",   "赖",  "龚", "文", "符", "吉", "羊", "冼", "邢",
    "欧", "云", "韦", "莫", "欧阳", "上官", "司徒", "诸葛"};
constexpr const char* kGivenChars[] = {
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
    "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华", "玉", "兰", "红", "建", "国", "志",
    "永", "春", "梅", "海", "燕", "雪", "琴", "云", "莲", "真", "环", "荣", "爱", "妹", "香",
    "月", "莺", "媛", "艺", "瑞", "凡", "佳", "嘉", "琼", "勤", "珍", "贞", "莉", "岚", "苑",
    "婕", "馨", "瑾", "颖", "露", "瑶", "怡", "婵", "雁", "蓓", "纨", "仪", "荷", "丹", "蓉",
    "眉", "君", "峰", "健", "世", "广", "义", "兴", "良", "才", "发", "武", "新", "利", "清",
    "飞", "彬", "富", "顺", "信", "子", "轩", "浩", "宇", "然", "梓", "涵", "欣", "诺", "一",
    "晨", "宁", "阳", "康", "福", "生", "德", "忠", "文", "学", "祥", "安", "林", "山", "石"};
constexpr const char* kCities[] = {"海南省海口市龙华区滨海街道",
                                   "海南省三亚市天涯区",
                                   "海南省儋州市那大镇",
                                   "海南省琼海市博鳌镇",
                                   "海南省乐东黎族自治县九所镇",
                                   "湖南省长沙市岳麓区",
                                   "四川省成都市武侯区",
                                   "广东省湛江市徐闻县",
                                   "黑龙江省哈尔滨市南岗区",
                                   "浙江省宁波市鄞州区",
                                   "河南省驻马店市上蔡县",
                                   "广西壮族自治区北海市海城区",
                                   "北京市朝阳区",
                                   "上海市浦东新区",
                                   "重庆市沙坪坝区",
                                   "内蒙古自治区包头市昆都仑区",
                                   "文昌市锦山镇",
                                   "屯昌县新兴镇",
                                   "临高县博厚镇",
                                   "陵水黎族自治县英州镇"};
constexpr const char* kStreets[] = {"椰海大道", "海甸五西路", "人民路", "解放东街",
                                    "中山南路", "红旗巷",     "滨江路", "和平里"};
constexpr const char* kVillages[] = {"下园村", "三江村", "美文村委会", "大坡村", "石壁村", "兴隆村"};
constexpr const char* kEmployers[] = {"海口港集装箱有限公司", "琼州糖厂", "定城中心小学", "南海渔业集团",
                                      "振兴建材商店",         "岭南大学", "加来农场",     "三亚湾大酒店"};
constexpr const char* kRelations[] = {"其子", "其女", "其妻", "其丈夫", "家属",
                                      "儿子", "女儿", "母亲", "其父",   "儿媳"};
constexpr const char* kComplaints[] = {"反复胸闷、气促", "发热伴咳嗽", "上腹部疼痛", "头晕、肢体麻木",
                                       "间断血便",       "右侧腰痛",   "多饮、多尿", "双膝关节肿痛"};
constexpr const char* kDiagnoses[] = {"高血压病2级（高危）", "社区获得性肺炎", "急性胆囊炎",   "脑梗死",
                                      "2型糖尿病",           "右肾结石伴积水", "白细胞减少症", "黄疸待查",
                                      "金黄色葡萄球菌感染",  "马蹄肾"};
/// No identifier stands in any of these.
constexpr const char* kPlain[] = {"予5%葡萄糖250ml静滴，每日2次。",
                                  "白细胞 11.2×10^9/L，血红蛋白 108g/L，血小板 236×10^9/L。",
                                  "心率92次/分，律齐，未闻及杂音。",
                                  "于入院第3天复查血常规，较前好转。",
                                  "患者高血压病史10年，最高180/110mmHg，规律服药。",
                                  "L4/5椎间盘突出，硬膜囊受压。",
                                  "患者一般情况可，饮食、睡眠正常，大小便如常。",
                                  "石膏固定在位，末梢血运好。",
                                  "毛细血管充盈时间2秒。",
                                  "予万古霉素1.0g q12h抗感染。",
                                  "任何不适随诊。",
                                  "家属表示理解并签字。",
                                  "严重时可出现意识障碍。",
                                  "余无异常。",
                                  "常规术前准备。",
                                  "方案：CHOP方案化疗6周期。",
                                  "3天前出现症状，近2周体重下降5kg。",
                                  "病人诉切口疼痛，VAS评分4分。",
                                  "患者何时出现症状不详。",
                                  "密切观察病情变化，注意安全。",
                                  "双肺呼吸音粗，可闻及湿啰音。",
                                  "甲状腺未触及肿大。",
                                  "否认肝炎、结核等传染病史。",
                                  "高蛋白、低盐饮食。",
                                  "血糖波动在7.8-12.4mmol/L。",
                                  "血压138/84mmHg，体温36.8℃。",
                                  "麻醉满意后取仰卧位，常规消毒铺巾。",
                                  "术中出血约50ml，未输血。",
                                  "温度、湿度适宜。",
                                  "周围无压痛。"};
constexpr const char* kEnglishFirst[] = {"Olivia", "Henry", "Amara", "Tomas",
                                         "Ingrid", "Pavel", "Leila", "Marco"};
constexpr const char* kEnglishLast[] = {"Whitfield", "Okafor",  "Lindqvist", "Marchetti",
                                        "Novak",     "Hussain", "Delgado"};

class Writer {
public:
    explicit Writer(RandomSource& random) : m_random(random) {}

    Writer& add(std::string_view text) {
        note.text += text;
        m_length += codePointCount(text);
        return *this;
    }
    Writer& plant(std::string_view type, std::string_view text) {
        const std::uint64_t start = m_length;
        add(text);
        note.entities.push_back({std::string(type), start, m_length});
        return *this;
    }
    Writer& plain() { return add(oneOf(m_random, kPlain)); }

    LabelledNote note;

private:
    RandomSource& m_random;
    std::uint64_t m_length = 0;
};

struct Person {
    std::string name, id, mobile, address, record, birth, employer, relative;
    bool male = false;
    int age = 0;
};

std::string digitText(RandomSource& random, std::size_t count) {
    std::string text;
    while (text.size() < count)
        text += static_cast<char>('0' + static_cast<int>(random.below(10)));
    return text;
}

std::string chineseName(RandomSource& random) {
    std::string name = oneOf(random, kSurnames) + oneOf(random, kGivenChars);
    return random.below(4) == 0 ? name : name + oneOf(random, kGivenChars);
}

std::string addressText(RandomSource& random) {
    const std::string city = oneOf(random, kCities);
    if (random.below(3) == 0)
        return format("{}{}{}组{}号", city, oneOf(random, kVillages), 1 + random.below(12),
                      1 + random.below(200));
    return format("{}{}{}号{}栋{}单元{}室", city, oneOf(random, kStreets), 1 + random.below(300),
                  1 + random.below(30), 1 + random.below(4), 101 + random.below(2000));
}

std::string dateText(RandomSource& random) {
    const auto year = 2019 + random.below(7);
    const auto month = 1 + random.below(12);
    const auto day = 1 + random.below(28);
    switch (random.below(5)) {
    case 0:
        return format("{}年{}月{}日", year, month, day);
    case 1:
        return format("{}.{}.{}", year, month, day);
    case 2:
        return format("{:04}/{:02}/{:02}", year, month, day);
    case 3:
        return format("{}月{}日", month, day);
    default:
        return format("{:04}-{:02}-{:02}", year, month, day);
    }
}

Person makePerson(RandomSource& random) {
    Person person;
    person.name = chineseName(random);
    const auto year = 1901 + random.below(19);
    const auto month = 1 + random.below(12);
    const auto day = 1 + random.below(28);
    person.id = format("{}{:04}{:02}{:02}99{}", random.below(2) == 0 ? "460107" : "430104", year, month, day,
                       random.below(10));
    person.id += classify::mod11_2(person.id);
    person.birth = random.below(2) == 0 ? format("{:04}-{:02}-{:02}", year, month, day)
                                        : format("{}年{}月{}日", year, month, day);
    person.mobile = "1" + oneOf(random, {"38", "39", "59", "77", "86", "89"}) + digitText(random, 8);
    person.address = addressText(random);
    person.record = oneOf(random, {"ZY", "", "MZ", "H"}) + digitText(random, 8);
    person.employer = oneOf(random, kEmployers);
    person.relative = chineseName(random);
    person.male = random.below(2) == 0;
    person.age = 20 + static_cast<int>(random.below(65));
    return person;
}

std::string phoneText(RandomSource& random, const std::string& mobile) {
    if (random.below(4) == 0)
        return mobile.substr(0, 3) + "-" + mobile.substr(3, 4) + "-" + mobile.substr(7);
    return random.below(4) == 0 ? mobile.substr(0, 3) + " " + mobile.substr(3, 4) + " " + mobile.substr(7)
                                : mobile;
}

void admission(Writer& w, RandomSource& random, const Person& p) {
    w.add("姓名：").plant("person-name", p.name).add(p.male ? "  性别：男  年龄：" : "  性别：女  年龄：");
    w.add(std::to_string(p.age)).add("岁\n住院号：").plant("medical-record-no", p.record);
    if (random.below(2) == 0)
        w.add("  出生日期：").plant("birth-date", p.birth);
    if (random.below(2) == 0)
        w.add("\n工作单位：").plant("employer", p.employer);
    w.add("\n现住址：")
        .plant("address", p.address)
        .add("\n主诉：")
        .add(oneOf(random, kComplaints))
        .add("3天。\n现病史：患者于");
    w.plant("event-date", dateText(random)).add("无明显诱因出现").add(oneOf(random, kComplaints)).add("，");
    w.plain().add("\n既往史：").plain().plain();
    if (random.below(2) == 0)
        w.add("\n病史由").add(oneOf(random, kRelations)).plant("person-name", p.relative).add("提供，可靠。");
    if (random.below(2) == 0)
        w.add("联系电话：").plant("cn-mobile", phoneText(random, p.mobile)).add("。");
    w.add("\n初步诊断：")
        .add(oneOf(random, kDiagnoses))
        .add("\n医师签名：")
        .plant("professional-name", chineseName(random));
}

void progress(Writer& w, RandomSource& random, const Person& p) {
    w.plant("event-date", dateText(random)).add(" 今日").plant("professional-name", chineseName(random));
    w.add("主任医师查房，患者")
        .plant("person-name", p.name)
        .add(p.male ? "，男，" : "，女，")
        .add(std::to_string(p.age));
    w.add("岁，").plain().plain();
    if (random.below(2) == 0)
        w.add("请").plant("professional-name", chineseName(random)).add("主任会诊。");
    w.add("诊断：").add(oneOf(random, kDiagnoses)).add("。").plain();
    w.add("记录者：").plant("professional-name", chineseName(random));
}

void nursing(Writer& w, RandomSource& random, const Person& p) {
    w.add(std::to_string(1 + random.below(60)))
        .add("床，")
        .plant("person-name", p.name)
        .add("，")
        .plain()
        .plain();
    w.add("陪护人：")
        .plant("person-name", p.relative)
        .add("，电话")
        .plant("cn-mobile", phoneText(random, p.mobile))
        .add("。");
    if (random.below(3) == 0)
        w.add("科室电话")
            .plant("cn-landline", "0898-" + std::to_string(3 + random.below(6)) + digitText(random, 7))
            .add("。");
    w.plain().add("责任护士：").plant("professional-name", chineseName(random));
}

void operation(Writer& w, RandomSource& random, const Person& p) {
    w.add("手术记录\n患者姓名：")
        .plant("person-name", p.name)
        .add("，病案号：")
        .plant("medical-record-no", p.record);
    w.add("\n手术日期：")
        .plant("event-date", dateText(random))
        .add("\n术者：")
        .plant("professional-name", chineseName(random));
    w.add("  助手：")
        .plant("professional-name", chineseName(random))
        .add("、")
        .plant("professional-name", chineseName(random));
    w.add("\n麻醉医师：")
        .plant("professional-name", chineseName(random))
        .add("\n手术经过：")
        .plain()
        .plain()
        .plain();
}

void discharge(Writer& w, RandomSource& random, const Person& p) {
    w.add("患者").plant("person-name", p.name).add("，身份证号").plant("cn-resident-id", p.id).add("，因“");
    w.add(oneOf(random, kComplaints)).add("”于").plant("event-date", dateText(random)).add("入院，").plain();
    w.add("于").plant("event-date", dateText(random)).add("出院。家住").plant("address", p.address).add("，");
    if (random.below(2) == 0)
        w.add("邮箱").plant("email", "p" + digitText(random, 5) + "@example.org").add("，");
    if (random.below(3) == 0)
        w.add("退费至卡号").plant("bank-card", "6217000000000000004").add("，");
    if (random.below(3) == 0)
        w.add("就职于").plant("employer", p.employer).add("，");
    w.plain()
        .add("如有不适请拨打")
        .plant("cn-mobile", phoneText(random, "138" + digitText(random, 8)))
        .add("联系");
    w.plant("professional-name", chineseName(random)).add("医生。");
    if (random.below(3) == 0)
        w.add("车牌").plant("cn-plate", "琼A" + digitText(random, 5)).add("停于地库。");
}

void english(Writer& w, RandomSource& random) {
    const std::string name = oneOf(random, kEnglishFirst) + " " + oneOf(random, kEnglishLast);
    w.add("Patient: ")
        .plant("person-name", name)
        .add("  MRN: ")
        .plant("medical-record-no", "A" + digitText(random, 7));
    w.add("  DOB: ").plant("birth-date", format("{:02}/{:02}/{}", 1 + random.below(12), 1 + random.below(28),
                                                1930 + random.below(70)));
    w.add("\nAdmitted on ")
        .plant("event-date", format("{} {} {}", 1 + random.below(28),
                                    oneOf(random, {"March", "June", "October"}), 2019 + random.below(7)));
    w.add(" with chest pain. BP 132/80, WBC 9.4, SpO2 97%. Given aspirin 300 mg.\nContact ");
    w.plant("phone", format("({}) 555-01{:02}", 212 + random.below(700), random.below(100))).add(", e-mail ");
    w.plant("email", "u" + digitText(random, 4) + "@example.net").add(".\nSeen by Dr. ");
    w.plant("professional-name", oneOf(random, kEnglishLast)).add(".");
}

} // namespace

LabelledNote writeLabelledNote(RandomSource& random) {
    Writer writer(random);
    const Person person = makePerson(random);
    switch (random.below(6)) {
    case 0:
        admission(writer, random, person);
        break;
    case 1:
        progress(writer, random, person);
        break;
    case 2:
        nursing(writer, random, person);
        break;
    case 3:
        operation(writer, random, person);
        break;
    case 4:
        discharge(writer, random, person);
        break;
    default:
        english(writer, random);
        break;
    }
    writer.note.known = {{"person-name", person.name},  {"person-name", person.relative},
                         {"cn-resident-id", person.id}, {"cn-mobile", person.mobile},
                         {"address", person.address},   {"medical-record-no", person.record},
                         {"birth-date", person.birth},  {"employer", person.employer}};
    return std::move(writer.note);
}

} // namespace mangrove::test
