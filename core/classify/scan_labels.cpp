// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/scan_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace mangrove::classify {

namespace {

/// What may stand after a label.
enum class ValueShape : std::uint8_t {
    Record, ///< letters, digits, '-': at least one digit
    Digits, ///< digits with separators
    ChineseName,
    Names,     ///< several names, separated by 、 or /
    LatinName, ///< one to three capitalised words
    Account    ///< letters, digits, '_', '-'
};

struct Label {
    std::u32string_view word;
    std::string_view type;
    ValueShape shape;
    std::size_t shortest; ///< code points of the value
    std::size_t longest;
    bool needsMark; ///< a colon must follow: the word is common prose otherwise
};

constexpr auto kLabels = std::to_array<Label>({
    {U"身份证号码", "cn-resident-id", ValueShape::Record, 15, 18, false},
    {U"身份证号", "cn-resident-id", ValueShape::Record, 15, 18, false},
    {U"身份证", "cn-resident-id", ValueShape::Record, 15, 18, false},
    {U"公民身份号码", "cn-resident-id", ValueShape::Record, 15, 18, false},
    {U"证件号码", "cn-resident-id", ValueShape::Record, 6, 18, false},
    {U"证件号", "cn-resident-id", ValueShape::Record, 6, 18, false},
    {U"护照号码", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"护照号", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"护照", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"病案号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"住院号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"门诊号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"病历号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"就诊卡号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"登记号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"检查号", "order-no", ValueShape::Record, 3, 32, false},
    {U"报告号", "order-no", ValueShape::Record, 3, 32, false},
    {U"标本号", "order-no", ValueShape::Record, 3, 32, false},
    {U"申请单号", "order-no", ValueShape::Record, 3, 32, false},
    {U"处方号", "order-no", ValueShape::Record, 3, 32, false},
    {U"医保号", "cn-insurance-person-no", ValueShape::Record, 4, 32, false},
    {U"医保卡号", "cn-social-security-card", ValueShape::Record, 6, 32, false},
    {U"社保卡号", "cn-social-security-card", ValueShape::Record, 6, 32, false},
    {U"银行卡号", "bank-card", ValueShape::Digits, 12, 23, false},
    {U"联系电话", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"手机号码", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"手机号", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"手机", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"电话", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"微信号", "wechat-id", ValueShape::Account, 6, 20, false},
    {U"微信", "wechat-id", ValueShape::Account, 6, 20, true},
    {U"QQ号", "qq-id", ValueShape::Digits, 5, 11, false},
    {U"QQ", "qq-id", ValueShape::Digits, 5, 11, false},
    {U"床号", "bed-no", ValueShape::Record, 1, 8, false},
    {U"姓名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"联系人", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"家属", "person-name", ValueShape::ChineseName, 2, 4, true},
    {U"监护人", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"主治医师", "professional-name", ValueShape::Names, 2, 4, false},
    {U"主管医师", "professional-name", ValueShape::Names, 2, 4, false},
    {U"主管医生", "professional-name", ValueShape::Names, 2, 4, false},
    {U"主任医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"住院医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"经治医师", "professional-name", ValueShape::Names, 2, 4, false},
    {U"责任护士", "professional-name", ValueShape::Names, 2, 4, false},
    {U"医师签名", "professional-name", ValueShape::Names, 2, 4, false},
    {U"医生签名", "professional-name", ValueShape::Names, 2, 4, false},
    {U"签名", "professional-name", ValueShape::Names, 2, 4, true},
    {U"手术者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"术者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"助手", "professional-name", ValueShape::Names, 2, 4, true},
    {U"麻醉医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"麻醉师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"记录者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"审核者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"报告医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"医生", "professional-name", ValueShape::Names, 2, 4, true},
    {U"护士", "professional-name", ValueShape::Names, 2, 4, true},
    {U"MRN", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"Medical Record Number", "medical-record-no", ValueShape::Record, 3, 32, true},
    {U"Record No", "medical-record-no", ValueShape::Record, 3, 32, true},
    {U"Patient ID", "patient-id", ValueShape::Record, 3, 40, true},
    {U"SSN", "us-ssn", ValueShape::Digits, 9, 11, false},
    {U"NHS", "uk-nhs-number", ValueShape::Digits, 10, 12, true},
    {U"Passport", "us-passport", ValueShape::Record, 8, 9, false},
    {U"Patient Name", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Patient", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Name", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Dr.", "professional-name", ValueShape::LatinName, 2, 60, false},
    {U"Attending", "professional-name", ValueShape::LatinName, 2, 60, true},
    {U"Phone", "phone", ValueShape::Digits, 7, 20, true},
    {U"Tel", "phone", ValueShape::Digits, 7, 20, true},
});

/// Labels by their first code point, longest first, so that 身份证号码 is seen before 身份证.
const std::unordered_map<char32_t, std::vector<const Label*>>& labelIndex() {
    static const auto index = [] {
        std::unordered_map<char32_t, std::vector<const Label*>> made;
        for (const Label& label : kLabels)
            made[label.word.front()].push_back(&label);
        for (auto& [first, labels] : made)
            std::stable_sort(labels.begin(), labels.end(),
                             [](const Label* a, const Label* b) { return a->word.size() > b->word.size(); });
        return made;
    }();
    return index;
}

class LabelScan {
public:
    LabelScan(const ScanText& text, ScanHits& hits) : m_text(text), m_hits(hits) {}

    void run() {
        const auto& index = labelIndex();
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const auto found = index.find(m_text.points[at]);
            if (found == index.end())
                continue;
            for (const Label* const label : found->second) {
                if (!m_text.startsWith(at, label->word) || !standsAlone(at, *label))
                    continue;
                value(at + label->word.size(), *label);
                at += label->word.size() - 1;
                break;
            }
        }
    }

private:
    /// An English label must not be part of a longer word.
    [[nodiscard]] bool standsAlone(std::size_t at, const Label& label) const {
        if (m_text.flat[at] == ScanText::kWide)
            return true;
        return (at == 0 || !isAlnum(m_text.flat[at - 1])) && !isAlpha(m_text.flatAt(at + label.word.size()));
    }

    void value(std::size_t at, const Label& label) {
        bool mark = false;
        constexpr std::size_t kMostBetween = 4;
        for (std::size_t i = 0; i < kMostBetween && at < m_text.size(); ++i, ++at) {
            const char32_t point = m_text.points[at];
            if (point == U':')
                mark = true;
            else if (point != U' ' && point != U'为' && point != U'是' && point != U'#')
                break;
        }
        if (label.needsMark && !mark)
            return;
        switch (label.shape) {
        case ValueShape::Record:
            return record(at, label);
        case ValueShape::Account:
            return account(at, label);
        case ValueShape::Digits:
            return digits(at, label, mark);
        case ValueShape::LatinName:
            return latinName(at, label);
        default:
            return names(at, label, mark);
        }
    }

    void add(std::size_t begin, std::size_t end, const Label& label, std::string_view type, double score) {
        const std::size_t size = end - begin;
        if (size >= label.shortest && size <= label.longest)
            m_hits.push_back({begin, end, type, score, "label"});
    }

    void record(std::size_t begin, const Label& label) {
        std::size_t end = begin;
        bool digit = false;
        while (isAlnum(m_text.flatAt(end))
               || (m_text.flatAt(end) == '-' && isAlnum(m_text.flatAt(end + 1)))) {
            digit = digit || isDigit(m_text.flat[end]);
            ++end;
            if (end - begin > label.longest)
                return;
        }
        if (digit)
            add(begin, end, label, label.type, 0.92);
    }

    void account(std::size_t begin, const Label& label) {
        std::size_t end = begin;
        while (end - begin <= label.longest
               && (isAlnum(m_text.flatAt(end)) || m_text.flatAt(end) == '_' || m_text.flatAt(end) == '-'))
            ++end;
        if (end > begin && isAlpha(m_text.flat[begin]))
            add(begin, end, label, label.type, 0.8);
    }

    void digits(std::size_t begin, const Label& label, bool mark) {
        std::size_t end = begin;
        std::size_t count = 0;
        while (end - begin <= label.longest) {
            const char c = m_text.flatAt(end);
            const bool inner =
                (c == '-' || c == ' ' || c == '(' || c == ')') && isDigit(m_text.flatAt(end + 1));
            if (!isDigit(c) && !inner && !(c == '+' && end == begin))
                break;
            count += isDigit(c) ? 1U : 0U;
            ++end;
        }
        if (count < label.shortest || isAlpha(m_text.flatAt(end)))
            return;
        const std::string_view value = std::string_view(m_text.flat).substr(begin, end - begin);
        std::string_view type = label.type;
        if (type == "cn-mobile" && !checkCnMobile(value).valid())
            type = checkCnLandline(value).valid() ? "cn-landline" : "phone";
        add(begin, end, label, type, mark ? 0.93 : 0.85);
    }

    void names(std::size_t at, const Label& label, bool mark) {
        while (true) {
            const std::size_t end =
                at < m_text.size()
                    ? chineseNameEnd(m_text, at, mark ? NameContext::Labelled : NameContext::Prose)
                    : at;
            if (end == at)
                return;
            m_hits.push_back({at, end, label.type, 0.95, "label"});
            const char32_t after = end < m_text.size() ? m_text.points[end] : U'\0';
            if (label.shape != ValueShape::Names || (after != U'、' && after != U'/' && after != U','))
                return;
            at = end + 1;
        }
    }

    void latinName(std::size_t begin, const Label& label) {
        std::size_t end = begin;
        std::size_t at = begin;
        for (int words = 0; words < 3 && isUpper(m_text.flatAt(at)); ++words) {
            while (isAlnum(m_text.flatAt(at)) || m_text.flatAt(at) == '\'' || m_text.flatAt(at) == '-')
                ++at;
            end = at;
            if (at - begin > label.longest)
                return;
            if (m_text.flatAt(at) == '.')
                ++at;
            if (m_text.flatAt(at) != ' ')
                break;
            ++at;
        }
        if (end > begin)
            add(begin, end, label, label.type, 0.75);
    }

    const ScanText& m_text;
    ScanHits& m_hits;
};

} // namespace

void scanLabels(const ScanText& text, ScanHits& hits) {
    LabelScan(text, hits).run();
}

} // namespace mangrove::classify
