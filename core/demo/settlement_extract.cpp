// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/extracts.h"

#include <array>
#include <cmath>

namespace mangrove::demo {

namespace {

constexpr std::array kSettlementColumns{
    DemoColumn{"SETL_ID", "encounter-no", "direct"},
    DemoColumn{"MDTRT_ID", "encounter-no", "direct"},
    DemoColumn{"PSN_NO", "cn-insurance-person-no", "direct"},
    DemoColumn{"PSN_NAME", "person-name", "direct"},
    DemoColumn{"CERTNO", "cn-resident-id", "direct"},
    DemoColumn{"GEND", "sex", "quasi"},
    DemoColumn{"BRDY", "birth-date", "quasi"},
    DemoColumn{"INSUTYPE", "insurance-type", "quasi"},
    DemoColumn{"INSU_ADMDVS", "cn-division", "quasi"},
    DemoColumn{"FIXMEDINS_CODE", "cn-medical-institution-code", "organisation"},
    DemoColumn{"FIXMEDINS_NAME", "organisation-name", "organisation"},
    DemoColumn{"IPT_OTP_NO", "medical-record-no", "direct"},
    DemoColumn{"BEGNTIME", "event-date", "quasi"},
    DemoColumn{"ENDTIME", "event-date", "quasi"},
    DemoColumn{"SETL_TIME", "event-date", "quasi"},
    DemoColumn{"DSCG_MAINDIAG_CODE", "icd-10", "sensitive"},
    DemoColumn{"DSCG_MAINDIAG_NAME", "diagnosis", "sensitive"},
    DemoColumn{"CHFPDR_NAME", "professional-name", "professional"},
    DemoColumn{"TEL", "cn-mobile", "direct"},
    DemoColumn{"MEDFEE_SUMAMT", "amount", "sensitive"},
    DemoColumn{"FUND_PAY_SUMAMT", "amount", "sensitive"},
    DemoColumn{"ACCT_PAY", "amount", "sensitive"},
    DemoColumn{"CASH_PAYAMT", "amount", "sensitive"},
};
enum SettlementColumn : std::size_t {
    kSetlName = 3,
    kSetlCitizen = 4,
    kSetlBirth = 6,
    kSetlEnd = 13,
    kSetlPhone = 18,
    kSetlFund = 20
};

std::vector<std::string> settlementCells(Hospital& hospital, std::size_t index) {
    const Visit& visit = hospital.visits[index];
    const Patient& patient = hospital.patientOf(visit);
    const Day discharge = visit.admission + std::chrono::days{visit.stay};
    const double share = patient.insurance == "310" ? 0.72 + 0.14 * hospital.random.unit()
                                                    : 0.5 + 0.2 * hospital.random.unit();
    const std::int64_t fund = std::llround(share * static_cast<double>(visit.cents));
    const std::int64_t account =
        patient.insurance == "310"
            ? (visit.cents - fund) * static_cast<std::int64_t>(hospital.random.below(8)) / 10
            : 0;
    const std::string birth = dateText(patient.birth);
    return {
        serialText("4609", discharge, index + 1),
        visitNumber(visit, index),
        patient.personNumber,
        patient.name,
        patient.citizenNumber,
        patient.male ? "1" : "2",
        birth,
        std::string(patient.insurance),
        std::string(patient.home->code),
        std::string(kHospitalCode),
        std::string(kHospitalName),
        patient.recordNumber,
        timeText(visit.admission, visit.admissionMinute),
        timeText(discharge, visit.dischargeMinute),
        timeText(discharge, visit.dischargeMinute + static_cast<std::uint32_t>(hospital.random.below(180))),
        std::string(visit.diagnosis->code),
        std::string(visit.diagnosis->name),
        visit.doctor->name,
        patient.phone,
        moneyText(visit.cents),
        moneyText(fund),
        moneyText(account),
        moneyText(visit.cents - fund - account)};
}

void spoilSettlement(Hospital& hospital, DemoTable& table, Defect defect, const Visit& visit,
                     std::vector<std::string>& cells) {
    std::size_t column = kSetlName;
    switch (defect) {
    case Defect::MissingValue:
        column = hospital.random.below(2) == 0 ? kSetlPhone : kSetlCitizen;
        break;
    case Defect::WrongCheckDigit:
    case Defect::FullWidthDigits:
        column = kSetlCitizen;
        break;
    case Defect::ImpossibleDate:
        column = kSetlBirth;
        break;
    case Defect::OutOfRange:
        column = kSetlFund;
        break;
    case Defect::TrailingBlanks:
        break;
    case Defect::DischargeBeforeAdmission:
        cells[kSetlEnd] = timeText(visit.admission - std::chrono::days{1 + hospital.random.below(3)},
                                   visit.dischargeMinute);
        table.note(defect, kSetlEnd);
        return;
    case Defect::None:
    case Defect::DuplicateKey:
        return;
    }
    table.spoil(defect, column, cells[column]);
}

} // namespace

Status writeSettlements(Hospital& hospital, const std::filesystem::path& file, DemoManifest& manifest,
                        const RunContext& context) {
    std::vector<std::size_t> insured;
    for (std::size_t i = 0; i < hospital.visits.size(); ++i)
        if (!hospital.patients[hospital.visits[i].patient].insurance.empty())
            insured.push_back(i);
    const std::uint64_t rows = insured.size();
    const std::array plan{DefectCount{Defect::MissingValue, shareOf(rows, 0.01)},
                          DefectCount{Defect::WrongCheckDigit, shareOf(rows, 0.004)},
                          DefectCount{Defect::ImpossibleDate, shareOf(rows, 0.002)},
                          DefectCount{Defect::DuplicateKey, shareOf(rows, 0.005)},
                          DefectCount{Defect::DischargeBeforeAdmission, shareOf(rows, 0.002)},
                          DefectCount{Defect::OutOfRange, shareOf(rows, 0.003)},
                          DefectCount{Defect::FullWidthDigits, shareOf(rows, 0.002)},
                          DefectCount{Defect::TrailingBlanks, shareOf(rows, 0.003)}};
    const std::vector<Defect> defects = DemoTable::planDefects(rows, plan, hospital.random);
    MANGROVE_ASSIGN(DemoTable table, DemoTable::create(file, "settlements", kSettlementColumns, manifest));
    for (std::size_t i = 0; i < insured.size(); ++i) {
        if (i % kPollRows == 0)
            MANGROVE_TRY(context.check());
        std::vector<std::string> cells = settlementCells(hospital, insured[i]);
        spoilSettlement(hospital, table, defects[i], hospital.visits[insured[i]], cells);
        MANGROVE_TRY(table.write(cells));
        if (defects[i] == Defect::DuplicateKey) {
            table.note(Defect::DuplicateKey, 0);
            MANGROVE_TRY(table.write(cells));
        }
        context.advance(1);
    }
    manifest.addTable("settlements", file.filename().string(), table.row() - 1,
                      kSettlementColumns.front().name, kSettlementColumns);
    return table.finish();
}

} // namespace mangrove::demo
