// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/hospital.h"

#include "demo/extracts.h"

#include <algorithm>
#include <cmath>

namespace mangrove::demo {

namespace {

constexpr Day kFirstDay = Day{std::chrono::year{2025} / 1 / 1};
constexpr std::uint64_t kHour = 60; // minutes
constexpr int kDays = 546;          // to 2026-06-30

/// Children, adults of working age, and the larger part around seventy.
int drawAge(RandomSource& random) {
    const std::uint64_t group = random.below(100);
    if (group < 9)
        return static_cast<int>(random.below(15));
    if (group < 34)
        return 15 + static_cast<int>(random.below(34));
    return std::clamp(static_cast<int>(std::lround(66 + 12 * normal(random))), 40, 98);
}

const Diagnosis& drawDiagnosis(RandomSource& random, int age, bool male) {
    const auto fits = [&](const Diagnosis& diagnosis) {
        const bool forSex = diagnosis.department == "产科" || diagnosis.code == "C50.900" ? !male
                            : diagnosis.code == "N40.x00"                                 ? male
                                                                                          : true;
        return forSex && age >= diagnosis.minAge && age <= diagnosis.maxAge;
    };
    int total = 0;
    for (const Diagnosis& diagnosis : diagnoses())
        total += fits(diagnosis) ? diagnosis.weight : 0;
    int left = static_cast<int>(random.below(static_cast<std::uint64_t>(total)));
    for (const Diagnosis& diagnosis : diagnoses()) {
        if (!fits(diagnosis))
            continue;
        left -= diagnosis.weight;
        if (left < 0)
            return diagnosis;
    }
    return diagnoses().front();
}

std::vector<StockedDrug> stockPharmacy(RandomSource& random) {
    std::vector<StockedDrug> stock;
    for (const Drug& drug : drugs()) {
        StockedDrug stocked;
        stocked.drug = &drug;
        stocked.listCode = drug.codePrefix;
        appendPadded(stocked.listCode, 1 + random.below(9), 2);
        appendPadded(stocked.listCode, 1 + random.below(4), 2);
        appendPadded(stocked.listCode, 90'000 + random.below(9'999), 5);
        stocked.standardCode = "869";
        appendPadded(stocked.standardCode, 90'000 + random.below(9'999), 5);
        appendPadded(stocked.standardCode, 1 + random.below(99'998), 5);
        stocked.standardCode += drugStandardCheckDigit(stocked.standardCode);
        stocked.approval = "国药准字" + std::string(drug.approval);
        appendPadded(stocked.approval, 20'990'000 + random.below(9'999), 8);
        stocked.tracePrefix = "8";
        appendPadded(stocked.tracePrefix, 9'900'000 + random.below(99'999), 7);
        stocked.supplier = "91460100MA5T";
        appendPadded(stocked.supplier, 99'000 + random.below(20), 5);
        stocked.supplier += creditCodeCheckSymbol(stocked.supplier);
        stock.push_back(std::move(stocked));
    }
    return stock;
}

} // namespace

Hospital::Hospital(std::uint64_t seed)
    : random(seed), doctors(makeDoctors(random)), stock(stockPharmacy(random)) {}

int ageOn(Day birth, Day day) {
    const std::chrono::year_month_day from{birth};
    const std::chrono::year_month_day to{day};
    int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    if (to.month() < from.month() || (to.month() == from.month() && to.day() < from.day()))
        --years;
    return years;
}

std::uint32_t Hospital::findOrMakePatient(Day admission) {
    if (random.below(100) < 22) {
        for (int attempt = 0; attempt < 4 && !patients.empty(); ++attempt) {
            const auto index = static_cast<std::uint32_t>(random.below(patients.size()));
            if (patients[index].lastDischarge + std::chrono::days{3} < admission)
                return index;
        }
    }
    patients.push_back(makePatient(random, patients.size() + 1, drawAge(random), admission));
    return static_cast<std::uint32_t>(patients.size() - 1);
}

Status Hospital::admit(std::uint64_t stays, const RunContext& context) {
    std::vector<std::uint32_t> minutes(stays);
    for (std::uint32_t& minute : minutes)
        minute =
            static_cast<std::uint32_t>(random.below(kDays) * 1440 + 7 * kHour + random.below(13 * kHour));
    std::sort(minutes.begin(), minutes.end());
    visits.reserve(stays);
    for (const std::uint32_t minute : minutes) {
        if (visits.size() % kPollRows == 0)
            MANGROVE_TRY(context.check());
        Visit visit;
        visit.admission = kFirstDay + std::chrono::days{minute / 1440};
        visit.admissionMinute = minute % 1440;
        visit.dischargeMinute = static_cast<std::uint32_t>(9 * kHour + random.below(8 * kHour));
        visit.patient = findOrMakePatient(visit.admission);
        Patient& patient = patients[visit.patient];
        visit.diagnosis = &drawDiagnosis(random, ageOn(patient.birth, visit.admission), patient.male);
        const auto first = std::find_if(doctors.begin(), doctors.end(), [&](const Doctor& doctor) {
            return doctor.department == visit.diagnosis->department;
        });
        visit.doctor = &*(first + static_cast<std::ptrdiff_t>(random.below(4)));
        visit.stay = std::clamp(
            static_cast<int>(std::lround(logNormal(random, visit.diagnosis->stayMedian, 0.45))), 1, 120);
        visit.cents =
            std::llround(100 * (600 + visit.stay * logNormal(random, visit.diagnosis->costPerDay, 0.38)));
        visit.times = ++patient.visits;
        patient.lastDischarge = visit.admission + std::chrono::days{visit.stay};
        visits.push_back(visit);
    }
    return {};
}

} // namespace mangrove::demo
