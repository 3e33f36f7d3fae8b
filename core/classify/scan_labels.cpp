// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/kind_table.h"
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
    Account,   ///< letters, digits, '_', '-'
    Date,      ///< a date in any form
    Checked    ///< letters and digits, perhaps in groups, that the check of the kind finds valid
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
    {U"香港身份证", "hk-id", ValueShape::Checked, 8, 11, false},
    {U"台湾身份证", "tw-id", ValueShape::Checked, 10, 10, false},
    {U"澳门身份证", "macao-id", ValueShape::Checked, 8, 10, false},
    {U"居住证", "cn-hmt-permit", ValueShape::Checked, 18, 18, false},
    {U"通行证号", "cn-hk-macau-pass", ValueShape::Record, 8, 11, false},
    {U"通行证", "cn-hk-macau-pass", ValueShape::Record, 8, 11, false},
    {U"回乡证", "cn-home-return-permit", ValueShape::Record, 9, 11, false},
    {U"台胞证", "cn-taiwan-compatriot-permit", ValueShape::Record, 8, 10, false},
    {U"出生医学证明", "cn-birth-certificate", ValueShape::Record, 10, 10, false},
    {U"出生证", "cn-birth-certificate", ValueShape::Record, 10, 10, false},
    {U"驾驶证号", "driver-licence", ValueShape::Record, 10, 18, false},
    {U"护照号码", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"护照号", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"护照", "cn-passport", ValueShape::Record, 8, 9, false},
    {U"病案号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"住院号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"门诊号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"病历号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"就诊卡号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"病人ID", "patient-id", ValueShape::Record, 3, 32, false},
    {U"患者ID", "patient-id", ValueShape::Record, 3, 32, false},
    {U"患者编号", "patient-id", ValueShape::Record, 3, 32, false},
    {U"门诊病历号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"住院病历号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"病历编号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"病案编号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"诊疗卡号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"住院编号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"急诊号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"体检号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"就诊号", "encounter-no", ValueShape::Record, 3, 32, false},
    {U"流水号", "encounter-no", ValueShape::Record, 3, 32, false},
    {U"登记号", "medical-record-no", ValueShape::Record, 3, 32, false},
    {U"检查号", "order-no", ValueShape::Record, 3, 32, false},
    {U"报告号", "order-no", ValueShape::Record, 3, 32, false},
    {U"影像号", "order-no", ValueShape::Record, 3, 32, false},
    {U"病理号", "order-no", ValueShape::Record, 3, 32, false},
    {U"超声号", "order-no", ValueShape::Record, 3, 32, false},
    {U"条码号", "order-no", ValueShape::Record, 3, 32, false},
    {U"检验号", "order-no", ValueShape::Record, 3, 32, false},
    {U"样本号", "order-no", ValueShape::Record, 3, 32, false},
    {U"医嘱号", "order-no", ValueShape::Record, 3, 32, false},
    {U"标本号", "order-no", ValueShape::Record, 3, 32, false},
    {U"申请单号", "order-no", ValueShape::Record, 3, 32, false},
    {U"处方号", "order-no", ValueShape::Record, 3, 32, false},
    {U"医保号", "cn-insurance-person-no", ValueShape::Record, 4, 32, false},
    {U"医保卡号", "cn-social-security-card", ValueShape::Record, 6, 32, false},
    {U"社保卡号", "cn-social-security-card", ValueShape::Record, 6, 32, false},
    {U"医保编号", "cn-insurance-person-no", ValueShape::Record, 4, 32, false},
    {U"个人编号", "cn-insurance-person-no", ValueShape::Record, 4, 32, false},
    {U"健康卡号", "cn-health-code", ValueShape::Record, 8, 64, false},
    {U"工号", "professional-id", ValueShape::Record, 2, 16, false},
    {U"邮编", "cn-postcode", ValueShape::Digits, 6, 6, false},
    {U"邮政编码", "cn-postcode", ValueShape::Digits, 6, 6, false},
    {U"出生日期", "birth-date", ValueShape::Date, 6, 20, false},
    {U"出生年月", "birth-date", ValueShape::Date, 6, 20, false},
    {U"出生时间", "birth-date", ValueShape::Date, 6, 20, false},
    {U"生日", "birth-date", ValueShape::Date, 6, 20, false},
    {U"出生于", "birth-date", ValueShape::Date, 6, 20, false},
    {U"生于", "birth-date", ValueShape::Date, 6, 20, false},
    {U"序列号", "device-id", ValueShape::Record, 4, 40, false},
    {U"账号", "bank-card", ValueShape::Digits, 12, 23, false},
    {U"卡号", "bank-card", ValueShape::Digits, 12, 23, false},
    {U"银行卡号", "bank-card", ValueShape::Digits, 12, 23, false},
    {U"联系电话", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"联系方式", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"联系号码", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"致电", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"传真", "fax", ValueShape::Digits, 7, 20, false},
    {U"手机号码", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"手机号", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"手机", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"电话", "cn-mobile", ValueShape::Digits, 7, 20, false},
    {U"微信号", "wechat-id", ValueShape::Account, 6, 20, false},
    {U"微信", "wechat-id", ValueShape::Account, 6, 20, false},
    {U"微信ID", "wechat-id", ValueShape::Account, 6, 20, false},
    {U"QQ号码", "qq-id", ValueShape::Digits, 5, 11, false},
    {U"QQ号", "qq-id", ValueShape::Digits, 5, 11, false},
    {U"QQ", "qq-id", ValueShape::Digits, 5, 11, false},
    {U"床号", "bed-no", ValueShape::Record, 1, 8, false},
    {U"姓名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"患者姓名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"病人姓名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"供史者", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"病史陈述者", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"陈述者", "person-name", ValueShape::ChineseName, 2, 4, true},
    {U"联系人姓名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"家属签名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"家属签字", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"患者签名", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"患者签字", "person-name", ValueShape::ChineseName, 2, 4, false},
    {U"代理人", "person-name", ValueShape::ChineseName, 2, 4, true},
    {U"委托人", "person-name", ValueShape::ChineseName, 2, 4, true},
    {U"陪护人", "person-name", ValueShape::ChineseName, 2, 4, true},
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
    {U"主刀", "professional-name", ValueShape::Names, 2, 4, true},
    {U"主刀医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"主刀医生", "professional-name", ValueShape::Names, 2, 4, true},
    {U"一助", "professional-name", ValueShape::Names, 2, 4, true},
    {U"二助", "professional-name", ValueShape::Names, 2, 4, true},
    {U"器械护士", "professional-name", ValueShape::Names, 2, 4, true},
    {U"洗手护士", "professional-name", ValueShape::Names, 2, 4, true},
    {U"巡回护士", "professional-name", ValueShape::Names, 2, 4, true},
    {U"值班医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"值班医生", "professional-name", ValueShape::Names, 2, 4, true},
    {U"接诊医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"接诊医生", "professional-name", ValueShape::Names, 2, 4, true},
    {U"检查医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"审核医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"检验者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"检查者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"操作者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"记录人", "professional-name", ValueShape::Names, 2, 4, true},
    {U"审核人", "professional-name", ValueShape::Names, 2, 4, true},
    {U"报告者", "professional-name", ValueShape::Names, 2, 4, true},
    {U"签字", "professional-name", ValueShape::Names, 2, 4, true},
    {U"药师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"技师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"上级医师", "professional-name", ValueShape::Names, 2, 4, true},
    {U"科主任", "professional-name", ValueShape::Names, 2, 4, true},
    {U"护士长", "professional-name", ValueShape::Names, 2, 4, true},
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
    {U"Social Security", "us-ssn", ValueShape::Digits, 9, 11, false},
    {U"NHS", "uk-nhs-number", ValueShape::Checked, 10, 12, false},
    {U"National Insurance", "uk-nino", ValueShape::Checked, 9, 13, false},
    {U"NINO", "uk-nino", ValueShape::Checked, 9, 13, false},
    {U"IMEI", "imei", ValueShape::Checked, 15, 18, false},
    {U"NPI", "us-npi", ValueShape::Checked, 10, 12, false},
    {U"Provider identifier", "us-npi", ValueShape::Checked, 10, 12, false},
    {U"DEA", "us-dea", ValueShape::Checked, 9, 9, false},
    {U"MBI", "us-mbi", ValueShape::Checked, 11, 13, false},
    {U"Aadhaar", "in-aadhaar", ValueShape::Checked, 12, 14, false},
    {U"PAN", "in-pan", ValueShape::Checked, 10, 10, false},
    {U"GSTIN", "in-gstin", ValueShape::Checked, 15, 15, false},
    {U"Voter ID", "in-voter", ValueShape::Checked, 10, 10, false},
    {U"EPIC No", "in-voter", ValueShape::Checked, 10, 10, false},
    {U"Thai ID", "th-national-id", ValueShape::Checked, 13, 17, false},
    {U"Thai National ID", "th-national-id", ValueShape::Checked, 13, 17, false},
    {U"TNIN", "th-national-id", ValueShape::Checked, 13, 17, false},
    {U"เลขประจำตัวประชาชน", "th-national-id", ValueShape::Checked, 13, 17, false},
    {U"เลขบัตรประชาชน", "th-national-id", ValueShape::Checked, 13, 17, false},
    {U"RRN", "kr-rrn", ValueShape::Checked, 13, 14, false},
    {U"FRN", "kr-frn", ValueShape::Checked, 13, 14, false},
    {U"BRN", "kr-brn", ValueShape::Checked, 10, 12, false},
    {U"사업자등록번호", "kr-brn", ValueShape::Checked, 10, 12, false},
    {U"여권번호", "kr-passport", ValueShape::Checked, 9, 9, false},
    {U"여권번호는", "kr-passport", ValueShape::Checked, 9, 9, false},
    {U"UEN", "sg-uen", ValueShape::Checked, 9, 10, false},
    {U"NRIC", "sg-nric", ValueShape::Checked, 9, 9, false},
    {U"FIN", "sg-nric", ValueShape::Checked, 9, 9, true},
    {U"HKID", "hk-id", ValueShape::Checked, 8, 11, false},
    {U"IBAN", "iban", ValueShape::Checked, 15, 42, false},
    {U"VIN", "vin", ValueShape::Checked, 17, 17, false},
    {U"Passport", "us-passport", ValueShape::Record, 8, 9, false},
    {U"Account", "bank-card", ValueShape::Digits, 8, 23, false},
    {U"DOB", "birth-date", ValueShape::Date, 6, 20, false},
    {U"Date of Birth", "birth-date", ValueShape::Date, 6, 20, false},
    {U"Born", "birth-date", ValueShape::Date, 6, 20, false},
    {U"Patient Name", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Patient", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Name", "person-name", ValueShape::LatinName, 2, 60, true},
    {U"Mr.", "person-name", ValueShape::LatinName, 2, 60, false},
    {U"Mrs.", "person-name", ValueShape::LatinName, 2, 60, false},
    {U"Ms.", "person-name", ValueShape::LatinName, 2, 60, false},
    {U"Physician", "professional-name", ValueShape::LatinName, 2, 60, true},
    {U"Nurse", "professional-name", ValueShape::LatinName, 2, 60, true},
    {U"Dr.", "professional-name", ValueShape::LatinName, 2, 60, false},
    {U"Attending", "professional-name", ValueShape::LatinName, 2, 60, true},
    {U"Phone", "phone", ValueShape::Digits, 7, 20, true},
    {U"Tel", "phone", ValueShape::Digits, 7, 20, true},
});

char32_t small(char32_t point) {
    return point >= U'A' && point <= U'Z' ? point + 32 : point;
}

/// Labels by their first code point, longest first, so that 身份证号码 is seen before 身份证.
const std::unordered_map<char32_t, std::vector<const Label*>>& labelIndex() {
    static const auto index = [] {
        std::unordered_map<char32_t, std::vector<const Label*>> made;
        for (const Label& label : kLabels)
            made[small(label.word.front())].push_back(&label);
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
            if (!mayBegin(m_text.points[at]))
                continue;
            const auto found = index.find(small(m_text.points[at]));
            if (found == index.end())
                continue;
            for (const Label* const label : found->second) {
                if (!hasLabel(at, *label) || !standsAlone(at, *label))
                    continue;
                value(at + label->word.size(), *label);
                at += label->word.size() - 1;
                break;
            }
        }
    }

private:
    /// One bit test before the look-up.
    static bool mayBegin(char32_t point) {
        static const auto first = [] {
            std::vector<bool> made(65536, false);
            for (const Label& label : kLabels) {
                made[label.word.front()] = true;
                made[small(label.word.front())] = true;
            }
            return made;
        }();
        return point < first.size() && first[point];
    }
    [[nodiscard]] bool hasLabel(std::size_t at, const Label& label) const {
        if (at + label.word.size() > m_text.size())
            return false;
        for (std::size_t i = 0; i < label.word.size(); ++i)
            if (small(m_text.points[at + i]) != small(label.word[i]))
                return false;
        return true;
    }

    /// An English label must not be part of a longer word.
    [[nodiscard]] bool standsAlone(std::size_t at, const Label& label) const {
        if (m_text.flat[at] == ScanText::kWide)
            return true;
        return (at == 0 || !isAlnum(m_text.flat[at - 1])) && !isAlpha(m_text.flatAt(at + label.word.size()));
    }

    /// The length of "is", "no", "no.", "number" at `at`, 0 for anything else.
    [[nodiscard]] std::size_t fillerAt(std::size_t at) const {
        if (!isAlpha(m_text.flat[at]) || (at > 0 && isAlnum(m_text.flat[at - 1])))
            return 0;
        for (const std::u32string_view word : {U"number", U"no.", U"no", U"is"}) {
            bool same = true;
            for (std::size_t i = 0; same && i < word.size(); ++i)
                same = at + i < m_text.size() && small(m_text.points[at + i]) == word[i];
            if (same && !isAlnum(m_text.flatAt(at + word.size())))
                return word.size();
        }
        return 0;
    }

    void value(std::size_t at, const Label& label) {
        bool mark = false;
        constexpr std::size_t kMostBetween = 6;
        for (std::size_t i = 0; i < kMostBetween && at < m_text.size();) {
            const char32_t point = m_text.points[at];
            if (const std::size_t word = fillerAt(at); word > 0) {
                at += word;
                ++i;
                continue;
            }
            if (point == U':')
                mark = true;
            else if (point != U' ' && point != U'为' && point != U'是' && point != U'#' && point != U'_')
                break;
            ++i;
            ++at;
        }
        if (label.needsMark && !mark)
            return;
        switch (label.shape) {
        case ValueShape::Record:
            return record(at, label);
        case ValueShape::Account:
            return account(at, label, mark);
        case ValueShape::Digits:
            return digits(at, label, mark);
        case ValueShape::LatinName:
            return latinName(at, label);
        case ValueShape::Date:
            return date(at, label);
        case ValueShape::Checked:
            return checked(at, label);
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
        if (!digit)
            return;
        // 身份证 may stand before any identity document
        std::string_view type = label.type;
        const std::string_view value = std::string_view(m_text.flat).substr(begin, end - begin);
        if (type == "cn-resident-id" && value.size() < 15)
            type = checkTwId(value).valid()         ? "tw-id"
                   : checkHkId(value).valid()       ? "hk-id"
                   : checkCnPassport(value).valid() ? "cn-passport"
                                                    : type;
        add(begin, end, label, type, 0.92);
    }

    /// Letters and digits with single separators, the longest head that the kind's check accepts.
    void checked(std::size_t begin, const Label& label) {
        const KindEntry& entry =
            kindTable()[static_cast<std::size_t>(findIdentifierKind(label.type) - identifierKinds().data())];
        std::size_t end = begin;
        std::size_t best = begin;
        while (end - begin < label.longest && end < m_text.size()) {
            const char c = m_text.flat[end];
            const bool separator = c == '-' || c == ' ' || c == '(' || c == ')' || c == ':';
            if (!isAlnum(c) && !separator)
                break;
            ++end;
            if (!isAlnum(m_text.flatAt(end)) && end - begin >= label.shortest && c != ' '
                && entry.check(std::string_view(m_text.flat).substr(begin, end - begin)).valid())
                best = end;
        }
        if (best > begin)
            add(begin, best, label, label.type, 0.95);
    }

    /// 1950-03-05, 1950年3月5日, 1950年3月, 03/05/1950
    void date(std::size_t begin, const Label& label) {
        std::size_t end = begin;
        std::size_t last = begin;
        while (end - begin < label.longest && end < m_text.size()) {
            const char32_t point = m_text.points[end];
            const bool part = point == U'年' || point == U'月' || point == U'日';
            const bool mark = point == U'-' || point == U'/' || point == U'.';
            if (!isDigit(m_text.flat[end]) && !part && !mark)
                break;
            ++end;
            last = mark ? last : end;
            if (point == U'日')
                break;
        }
        if (last - begin >= label.shortest && isDigit(m_text.flat[begin]))
            add(begin, last, label, label.type, 0.95);
    }

    /// Without a colon the value must look like an account: with a digit or underscore.
    void account(std::size_t begin, const Label& label, bool mark) {
        std::size_t end = begin;
        while (end - begin <= label.longest
               && (isAlnum(m_text.flatAt(end)) || m_text.flatAt(end) == '_' || m_text.flatAt(end) == '-'))
            ++end;
        const std::string_view word = std::string_view(m_text.flat).substr(begin, end - begin);
        const bool telling = mark || word.find_first_of("0123456789_") != std::string_view::npos;
        if (end > begin && isAlpha(m_text.flat[begin]) && telling)
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
