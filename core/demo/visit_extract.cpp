// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/admission_note.h"
#include "demo/extracts.h"

#include <array>
#include <cmath>

namespace mangrove::demo {

namespace {

constexpr std::array kVisitColumns{
    DemoColumn{"病案号", "medical-record-no", "direct"},
    DemoColumn{"就诊流水号", "encounter-no", "direct"},
    DemoColumn{"住院次数", "", "none"},
    DemoColumn{"姓名", "person-name", "direct"},
    DemoColumn{"性别", "sex", "quasi"},
    DemoColumn{"出生日期", "birth-date", "quasi"},
    DemoColumn{"年龄", "age", "quasi"},
    DemoColumn{"身份证号", "cn-resident-id", "direct"},
    DemoColumn{"联系电话", "cn-mobile", "direct"},
    DemoColumn{"现住址", "address", "direct"},
    DemoColumn{"职业", "occupation", "quasi"},
    DemoColumn{"医疗付费方式", "insurance-type", "quasi"},
    DemoColumn{"入院时间", "event-date", "quasi"},
    DemoColumn{"出院时间", "event-date", "quasi"},
    DemoColumn{"住院天数", "", "none"},
    DemoColumn{"入院科室", "department", "none"},
    DemoColumn{"主要诊断编码", "icd-10", "sensitive"},
    DemoColumn{"主要诊断名称", "diagnosis", "sensitive"},
    DemoColumn{"主要手术编码", "icd-9-cm-3", "sensitive", true},
    DemoColumn{"主治医师", "professional-name", "professional"},
    DemoColumn{"医师代码", "cn-doctor-insurance-code", "professional"},
    DemoColumn{"离院方式", "", "none"},
    DemoColumn{"总费用", "amount", "sensitive"},
    DemoColumn{"入院记录", "free-text", "sensitive"},
};
enum VisitColumn : std::size_t {
    kRecord,
    kVisit,
    kTimes,
    kName,
    kSex,
    kBirth,
    kAge,
    kCitizen,
    kPhone,
    kAddress,
    kOccupation,
    kPayer,
    kAdmission,
    kDischarge,
    kStay,
    kDepartment,
    kIcd,
    kIcdName,
    kOperation,
    kDoctor,
    kDoctorCode,
    kLeft,
    kCost,
    kNote
};

std::vector<std::string> visitCells(Hospital& hospital, std::size_t index,
                                    std::vector<DemoEntity>& entities) {
    const Visit& visit = hospital.visits[index];
    const Patient& patient = hospital.patientOf(visit);
    const int age = ageOn(patient.birth, visit.admission);
    AdmissionNote note =
        writeNote(hospital.random, patient, age, *visit.diagnosis, *visit.doctor, visit.admission);
    entities = std::move(note.entities);
    static constexpr std::array<std::string_view, 4> kLeaving{"医嘱离院", "医嘱转院", "非医嘱离院", "死亡"};
    const std::uint64_t leaving = hospital.random.below(100);
    const std::string_view payer = patient.insurance == "310"   ? "城镇职工基本医疗保险"
                                   : patient.insurance == "390" ? "城乡居民基本医疗保险"
                                                                : "全自费";
    return {patient.recordNumber,
            visitNumber(visit, index),
            std::to_string(visit.times),
            patient.name,
            patient.male ? "男" : "女",
            dateText(patient.birth),
            std::to_string(age),
            patient.citizenNumber,
            patient.phone,
            patient.address,
            std::string(patient.occupation),
            std::string(payer),
            timeText(visit.admission, visit.admissionMinute),
            timeText(visit.admission + std::chrono::days{visit.stay}, visit.dischargeMinute),
            std::to_string(visit.stay),
            std::string(visit.diagnosis->department),
            std::string(visit.diagnosis->code),
            std::string(visit.diagnosis->name),
            std::string(visit.diagnosis->operation),
            visit.doctor->name,
            visit.doctor->code,
            std::string(kLeaving[leaving < 91   ? 0U
                                 : leaving < 95 ? 1U
                                 : leaving < 98 ? 2U
                                                : 3U]),
            moneyText(visit.cents),
            std::move(note.text)};
}

void spoilVisit(Hospital& hospital, DemoTable& table, Defect defect, const Visit& visit,
                std::vector<std::string>& cells) {
    static constexpr std::array kMayMiss{kPhone, kAddress, kOccupation, kDepartment, kCitizen};
    std::size_t column = kName;
    switch (defect) {
    case Defect::MissingValue:
        column = pick(hospital.random, kMayMiss);
        break;
    case Defect::WrongCheckDigit:
        column = kCitizen;
        break;
    case Defect::ImpossibleDate:
        column = table.row() % 3 == 0 ? kBirth : kAdmission;
        break;
    case Defect::OutOfRange:
        column = kCost;
        break;
    case Defect::FullWidthDigits:
        column = kPhone;
        break;
    case Defect::TrailingBlanks:
        column = kName;
        break;
    case Defect::DischargeBeforeAdmission:
        cells[kDischarge] = timeText(visit.admission - std::chrono::days{1 + hospital.random.below(3)},
                                     visit.dischargeMinute);
        table.note(defect, kDischarge);
        return;
    case Defect::None:
    case Defect::DuplicateKey:
        return;
    }
    table.spoil(defect, column, cells[column]);
}

} // namespace

Status writeVisits(Hospital& hospital, std::uint64_t repeats, const std::filesystem::path& file,
                   DemoManifest& manifest, const RunContext& context) {
    const std::uint64_t rows = hospital.visits.size();
    const std::array plan{DefectCount{Defect::MissingValue, shareOf(rows, 0.015)},
                          DefectCount{Defect::WrongCheckDigit, shareOf(rows, 0.006)},
                          DefectCount{Defect::ImpossibleDate, shareOf(rows, 0.003)},
                          DefectCount{Defect::DuplicateKey, repeats},
                          DefectCount{Defect::DischargeBeforeAdmission, shareOf(rows, 0.003)},
                          DefectCount{Defect::OutOfRange, shareOf(rows, 0.003)},
                          DefectCount{Defect::FullWidthDigits, shareOf(rows, 0.004)},
                          DefectCount{Defect::TrailingBlanks, shareOf(rows, 0.004)}};
    const std::vector<Defect> defects = DemoTable::planDefects(hospital.visits.size(), plan, hospital.random);
    std::vector<DemoEntity> entities;
    MANGROVE_ASSIGN(DemoTable table, DemoTable::create(file, "visits", kVisitColumns, manifest));
    for (std::size_t i = 0; i < hospital.visits.size(); ++i) {
        if (i % kPollRows == 0)
            MANGROVE_TRY(context.check());
        std::vector<std::string> cells = visitCells(hospital, i, entities);
        spoilVisit(hospital, table, defects[i], hospital.visits[i], cells);
        const int copies = defects[i] == Defect::DuplicateKey ? 2 : 1;
        for (int copy = 0; copy < copies; ++copy) {
            if (copy > 0)
                table.note(Defect::DuplicateKey, kVisit);
            for (const DemoEntity& entity : entities)
                table.note(entity, kNote);
            MANGROVE_TRY(table.write(cells));
            context.advance(1);
        }
    }
    manifest.addTable("visits", file.filename().string(), table.row() - 1, kVisitColumns[kVisit].name,
                      kVisitColumns);
    return table.finish();
}

} // namespace mangrove::demo
