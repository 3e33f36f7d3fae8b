// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <span>

namespace mangrove::deid {

namespace {

/// One group of a classification with the codes and names that belong to it.
struct Category {
    std::string_view group;
    std::string_view members; ///< blank-separated
};

/// A value that stands in a list becomes its group, then `*`.
class CategoryRule final : public HierarchyRule {
public:
    explicit CategoryRule(std::span<const Category> categories) : m_categories(categories) {}
    [[nodiscard]] std::uint32_t levels() const override { return 3; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        if (value.empty() || value.find(' ') != std::string_view::npos)
            return false;
        for (const Category& category : m_categories) {
            const auto members = split(category.members, ' ');
            if (std::find(members.begin(), members.end(), value) == members.end())
                continue;
            path.emplace_back(category.group);
            path.emplace_back(kTop);
            return true;
        }
        return false;
    }

private:
    std::span<const Category> m_categories;
};

/// GB/T 4658-2006 and the words of extracts.
constexpr std::array kEducation{
    Category{"大学及以上",
             "1 10 11 12 13 14 15 16 17 18 19 2 20 21 22 23 24 25 26 27 28 29 3 30 31 32 33 39 研究生 "
             "研究生教育 博士 博士研究生 硕士 硕士研究生 本科 大学本科 大学 大专 大学专科 专科 专科教育"},
    Category{
        "高中",
        "4 40 41 42 43 44 45 46 47 48 49 5 50 6 60 61 62 63 69 中专 中等职业教育 中等专业学校 技校 技工学校 "
        "高中 普通高级中学教育 职高 职业高中"},
    Category{"初中及以下",
             "7 70 71 72 73 79 8 80 81 83 89 9 90 初中 初级中学教育 小学 小学教育 文盲 半文盲 文盲或半文盲 "
             "不识字 学龄前"}};

/// GB/T 2261.2-2003.
constexpr std::array kMarital{Category{"有配偶", "2 20 21 22 23 已婚 初婚 再婚 复婚"},
                              Category{"无配偶", "1 10 3 30 4 40 未婚 丧偶 离婚 离异"},
                              Category{"不详", "9 90 未说明 未说明的婚姻状况 不详 其他"}};

/// INSUTYPE of the national medical-insurance platform, and the words of extracts.
constexpr std::array kInsurance{
    Category{"职工", "310 320 330 340 350 360 370 职工 职工医保 城镇职工 城镇职工基本医疗保险 "
                     "职工基本医疗保险 公务员医疗补助 "
                     "大额医疗费用补助 离休人员医疗保障"},
    Category{"居民",
             "390 391 392 城乡居民 居民医保 居民 城乡居民基本医疗保险 城镇居民 城镇居民基本医疗保险 新农合 "
             "新型农村合作医疗"},
    Category{"自费", "自费 全自费 自费医疗"},
    Category{"其他", "380 399 410 420 510 其他 生育保险 工伤保险 商业保险 商业医疗保险 公费 全公费 贫困救助 "
                     "其他社会保险"}};

class HospitalLevelRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 3; }

    /// "三级甲等", "三甲", "三级", "二乙"…
    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        static constexpr std::array<std::string_view, 3> kTiers{"三", "二", "一"};
        static constexpr std::array<std::string_view, 14> kEndings{
            "级",   "级甲等", "级乙等", "级丙等", "级特等", "级未定", "级未定等",
            "级甲", "级乙",   "级丙",   "甲",     "乙",     "丙",     "特"};
        for (const std::string_view tier : kTiers) {
            if (value.substr(0, tier.size()) != tier)
                continue;
            const std::string_view ending = value.substr(tier.size());
            if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end())
                return false;
            path.push_back(std::string(tier) + "级");
            path.emplace_back(kTop);
            return true;
        }
        if (value != "未定级" && value != "未评级" && value != "基层" && value != "社区")
            return false;
        path.emplace_back("基层或未定级");
        path.emplace_back(kTop);
        return true;
    }
};

/// The first pattern that occurs in the name decides, so the narrower ones come first.
class DepartmentRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 3; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        static constexpr std::array<Category, 10> kPatterns{
            {{"急诊重症", "急诊 急救 重症 ICU 监护 抢救"},
             {"儿科", "儿科 小儿 新生儿 儿童 儿内 儿外 儿保"},
             {"妇产科", "妇产 妇科 产科 生殖 妇女 计划生育 助产"},
             {"中医", "中医 中西医 针灸 推拿 民族医"},
             {"医技", "检验 影像 放射科 超声 病理 药剂 药学 麻醉 输血 核医学 心电 内镜 介入 病案 营养 体检"},
             {"五官皮肤", "眼 耳鼻 口腔 皮肤 性病 整形 美容"},
             {"精神", "精神 心理 睡眠 戒毒"},
             {"感染", "感染 传染 肝病 结核 发热 肠道"},
             {"外科", "外 骨 肛肠 泌尿 烧伤 创伤 移植 微创 手术 乳腺 甲乳 男科 疼痛 脊柱 关节 手足"},
             {"内科", "内 心血管 呼吸 消化 神经 肾 血液 风湿 老年 肿瘤 放疗 化疗 康复 全科 糖尿病 过敏 血透 "
                      "透析 干部"}}};
        for (const Category& pattern : kPatterns) {
            for (const std::string_view word : split(pattern.members, ' ')) {
                if (value.find(word) == std::string_view::npos)
                    continue;
                path.emplace_back(pattern.group);
                path.emplace_back(kTop);
                return true;
            }
        }
        return false;
    }
};

class PresenceRule final : public HierarchyRule {
public:
    [[nodiscard]] std::uint32_t levels() const override { return 3; }
    [[nodiscard]] bool appendPath(std::string_view, std::vector<std::string>& path) const override {
        path.emplace_back("present");
        path.emplace_back(kTop);
        return true;
    }
};

} // namespace

RulePtr makeEducationRule() {
    return std::make_shared<CategoryRule>(kEducation);
}

RulePtr makeMaritalStatusRule() {
    return std::make_shared<CategoryRule>(kMarital);
}

RulePtr makeInsuranceTypeRule() {
    return std::make_shared<CategoryRule>(kInsurance);
}

RulePtr makeHospitalLevelRule() {
    return std::make_shared<HospitalLevelRule>();
}

RulePtr makeDepartmentRule() {
    return std::make_shared<DepartmentRule>();
}

RulePtr makePresenceRule() {
    return std::make_shared<PresenceRule>();
}

} // namespace mangrove::deid
