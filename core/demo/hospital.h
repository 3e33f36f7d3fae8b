// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/run_context.h"
#include "demo/population.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::demo {

inline constexpr std::string_view kHospitalName = "海南示例医院"; ///< does not exist
inline constexpr std::string_view kHospitalCode = "H46010699999"; ///< H + division + invented serial

/// One stay of one patient.
struct Visit {
    std::uint32_t patient = 0; ///< index into Hospital::patients
    std::uint32_t times = 1;   ///< how many stays of the patient so far, this one included
    const Diagnosis* diagnosis = nullptr;
    const Doctor* doctor = nullptr;
    Day admission{};
    std::uint32_t admissionMinute = 0; ///< of the day
    std::uint32_t dischargeMinute = 0;
    int stay = 1;           ///< days
    std::int64_t cents = 0; ///< total cost in hundredths of a yuan
};

/// A drug as the hospital buys it: the codes are fixed for the whole extract.
struct StockedDrug {
    const Drug* drug = nullptr;
    std::string listCode;
    std::string standardCode;
    std::string approval;
    std::string tracePrefix;
    std::string supplier;
};

/// The hospital that the three extracts describe: who was there, when, why, at what cost. Everything is drawn
/// from one seed in a fixed order; the extracts go on drawing from `random`. One thread.
struct Hospital {
    explicit Hospital(std::uint64_t seed);
    /// Draws the stays of one and a half years, by time of admission. Fails with kCancelled.
    [[nodiscard]] Status admit(std::uint64_t stays, const RunContext& context);

    [[nodiscard]] const Patient& patientOf(const Visit& visit) const { return patients[visit.patient]; }

    SeededRandom random;
    std::vector<Doctor> doctors;
    std::vector<StockedDrug> stock;
    std::vector<Patient> patients;
    std::vector<Visit> visits; ///< point into `doctors`

private:
    [[nodiscard]] std::uint32_t findOrMakePatient(Day admission);
};

/// Completed years of life. Precondition: birth <= day.
[[nodiscard]] int ageOn(Day birth, Day day);

} // namespace mangrove::demo
