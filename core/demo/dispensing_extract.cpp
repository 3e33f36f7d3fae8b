// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/extracts.h"

#include <array>
#include <cmath>

namespace mangrove::demo {

namespace {

constexpr std::array kDispensingColumns{
    DemoColumn{"RX_DRORD_NO", "order-no", "direct"},
    DemoColumn{"MDTRT_ID", "encounter-no", "direct"},
    DemoColumn{"PSN_NO", "cn-insurance-person-no", "direct"},
    DemoColumn{"FEE_OCUR_TIME", "event-date", "quasi"},
    DemoColumn{"MED_LIST_CODG", "cn-nhsa-drug-code", "code"},
    DemoColumn{"DRUG_GENNAME", "medication", "sensitive"},
    DemoColumn{"DRUG_STD_CODE", "cn-drug-standard-code", "code"},
    DemoColumn{"APRVNO", "cn-drug-approval", "code"},
    DemoColumn{"DRUG_TRAC_CODG", "cn-drug-trace-code", "quasi"},
    DemoColumn{"SPEC", "", "none"},
    DemoColumn{"UNT", "", "none"},
    DemoColumn{"CNT", "", "none"},
    DemoColumn{"PRIC", "amount", "sensitive"},
    DemoColumn{"DET_ITEM_FEE_SUMAMT", "amount", "sensitive"},
    DemoColumn{"BILG_DR_CODE", "cn-doctor-insurance-code", "professional"},
    DemoColumn{"BILG_DR_NAME", "professional-name", "professional"},
    DemoColumn{"SPLER_USCC", "cn-uscc", "organisation"},
};
enum DispensingColumn : std::size_t {
    kDrugTime = 3,
    kDrugName = 5,
    kDrugStandard = 6,
    kDrugTrace = 8,
    kDrugCount = 11,
    kDrugFee = 13,
    kDrugSupplier = 16
};

std::vector<std::string> dispensingCells(Hospital& hospital, const Visit& visit, std::size_t index,
                                         std::uint64_t number) {
    const StockedDrug* stocked = nullptr;
    do
        stocked = &pick(hospital.random, hospital.stock);
    while (stocked->drug->groups.find(visit.diagnosis->drugGroup) == std::string_view::npos);
    const Patient& patient = hospital.patientOf(visit);
    const auto days = static_cast<std::uint64_t>(visit.stay);
    const Day day = visit.admission + std::chrono::days{hospital.random.below(days)};
    const std::uint64_t count = 1 + hospital.random.below(std::min<std::uint64_t>(days, 9) + 1);
    const std::int64_t price = std::llround(stocked->drug->price * 100);
    std::string trace = stocked->tracePrefix;
    appendPadded(trace, hospital.random.below(1'000'000'000'000), 12);
    return {serialText("4605", day, number),
            visitNumber(visit, index),
            patient.personNumber,
            timeText(day, static_cast<std::uint32_t>(std::uint64_t{8} * 60
                                                     + hospital.random.below(std::uint64_t{11} * 60))),
            stocked->listCode,
            std::string(stocked->drug->name),
            stocked->standardCode,
            stocked->approval,
            std::move(trace),
            std::string(stocked->drug->specification),
            std::string(stocked->drug->unit),
            std::to_string(count),
            moneyText(price),
            moneyText(price * static_cast<std::int64_t>(count)),
            visit.doctor->code,
            visit.doctor->name,
            stocked->supplier};
}

void spoilDispensing(DemoTable& table, Defect defect, std::vector<std::string>& cells) {
    std::size_t column = kDrugName;
    switch (defect) {
    case Defect::MissingValue:
        column = kDrugTrace;
        break;
    case Defect::WrongCheckDigit:
        column = table.row() % 3 == 0 ? kDrugSupplier : kDrugStandard;
        break;
    case Defect::ImpossibleDate:
        column = kDrugTime;
        break;
    case Defect::OutOfRange:
        column = kDrugFee;
        break;
    case Defect::FullWidthDigits:
        column = kDrugCount;
        break;
    case Defect::TrailingBlanks:
        break;
    case Defect::None:
    case Defect::DuplicateKey:
    case Defect::DischargeBeforeAdmission:
        return;
    }
    table.spoil(defect, column, cells[column]);
}

} // namespace

Status writeDispensing(Hospital& hospital, const std::filesystem::path& file, DemoManifest& manifest,
                       const RunContext& context) {
    std::vector<std::uint32_t> visitOf;
    for (std::uint32_t i = 0; i < hospital.visits.size(); ++i)
        visitOf.insert(visitOf.end(), 1 + hospital.random.below(4), i);
    const std::uint64_t rows = visitOf.size();
    const std::array plan{DefectCount{Defect::MissingValue, shareOf(rows, 0.02)},
                          DefectCount{Defect::WrongCheckDigit, shareOf(rows, 0.004)},
                          DefectCount{Defect::ImpossibleDate, shareOf(rows, 0.001)},
                          DefectCount{Defect::DuplicateKey, shareOf(rows, 0.003)},
                          DefectCount{Defect::OutOfRange, shareOf(rows, 0.002)},
                          DefectCount{Defect::FullWidthDigits, shareOf(rows, 0.002)},
                          DefectCount{Defect::TrailingBlanks, shareOf(rows, 0.003)}};
    const std::vector<Defect> defects = DemoTable::planDefects(rows, plan, hospital.random);
    MANGROVE_ASSIGN(DemoTable table, DemoTable::create(file, "dispensing", kDispensingColumns, manifest));
    for (std::size_t i = 0; i < visitOf.size(); ++i) {
        if (i % kPollRows == 0)
            MANGROVE_TRY(context.check());
        std::vector<std::string> cells =
            dispensingCells(hospital, hospital.visits[visitOf[i]], visitOf[i], i + 1);
        spoilDispensing(table, defects[i], cells);
        MANGROVE_TRY(table.write(cells));
        if (defects[i] == Defect::DuplicateKey) {
            table.note(Defect::DuplicateKey, 0);
            MANGROVE_TRY(table.write(cells));
        }
        context.advance(1);
    }
    manifest.addTable("dispensing", file.filename().string(), table.row() - 1,
                      kDispensingColumns.front().name, kDispensingColumns);
    return table.finish();
}

} // namespace mangrove::demo
