// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/admission_note.h"

#include "base/text.h"

#include <array>

namespace mangrove::demo {

namespace {

class NoteText {
public:
    NoteText& add(std::string_view text) {
        m_note.text += text;
        m_length += codePointCount(text);
        return *this;
    }
    NoteText& plant(std::string_view type, std::string_view text) {
        const std::uint64_t start = m_length;
        add(text);
        m_note.entities.push_back({type, start, m_length, std::string(text)});
        return *this;
    }
    [[nodiscard]] AdmissionNote take() { return std::move(m_note); }

private:
    AdmissionNote m_note;
    std::uint64_t m_length = 0;
};

constexpr std::array<std::string_view, 6> kHistory{
    "既往有高血压病史5年，规律服药，血压控制尚可。", "否认高血压、糖尿病、冠心病史，否认肝炎、结核病史。",
    "有2型糖尿病史，口服二甲双胍，血糖控制不详。",   "既往体健，无手术、外伤及输血史，无药物过敏史。",
    "10年前行阑尾切除术，青霉素皮试阳性。",          "有慢性胃炎史，间断服用奥美拉唑。"};

constexpr std::array<std::string_view, 6> kExamination{
    "查体：T 36.8℃，P 82次/分，R 19次/分，BP 138/84mmHg，全身皮肤无黄疸，双肺呼吸音清。",
    "查体：T 38.6℃，P 102次/分，BP 126/78mmHg，咽部充血，双肺可闻及湿性啰音。",
    "查体：神志清楚，心律齐，未闻及杂音，腹软，无压痛，双下肢无水肿。",
    "查体：BP 162/96mmHg，心界不大，\"四肢肌力\"5级，病理征未引出。",
    "查体：右上腹压痛，Murphy征阳性，无反跳痛, 肠鸣音正常。",
    "查体：神清，精神差，白细胞 12.4×10^9/L，C反应蛋白 46mg/L，余无异常。"};

} // namespace

AdmissionNote writeNote(RandomSource& random, const Patient& patient, int age, const Diagnosis& diagnosis,
                        const Doctor& doctor, Day admission) {
    const std::string_view lineBreak = random.below(5) < 2 ? "\n" : "";
    std::string date;
    appendDate(date, admission);

    NoteText note;
    note.add("主诉：").add(diagnosis.complaint).add("。").add(lineBreak);
    note.add("现病史：患者").plant("person-name", patient.name).add(patient.male ? "，男，" : "，女，");
    note.add(std::to_string(age)).add("岁，于").add(date).add("因“").add(diagnosis.complaint);
    note.add("”入院，门诊以“").add(diagnosis.name).add("”收住").add(diagnosis.department).add("。");
    if (random.below(10) < 6)
        note.add("由").add(patient.relation).plant("person-name", patient.relative).add("陪同，代诉病情。");
    note.add(lineBreak).add("既往史：").add(pick(random, kHistory)).add(lineBreak);
    if (random.below(4) == 0)
        note.add("个人史：家住").plant("address", patient.address).add("，无疫区旅居史。").add(lineBreak);
    note.add(pick(random, kExamination)).add(lineBreak);
    if (random.below(20) < 11)
        note.add("联系电话：").plant("cn-mobile", patient.phone).add("。");
    if (random.below(10) < 3)
        note.add("身份证号：").plant("cn-resident-id", patient.citizenNumber).add("。");
    if (random.below(8) == 0)
        note.add("病案号：").plant("medical-record-no", patient.recordNumber).add("。");
    if (random.below(5) != 0)
        note.add("主治医师：").plant("professional-name", doctor.name);
    return note.take();
}

} // namespace mangrove::demo
